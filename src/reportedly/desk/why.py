"""Why something is as it is: from any record back to the sentences that decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.desk.dossier import Dossier, chain_line
from reportedly.desk.passage import Passage, passage
from reportedly.errors import InvalidValueError, NotFoundError
from reportedly.store import View
from reportedly.values.claim import Judgement, LedgerEntry, Link, Reason
from reportedly.values.document import Document, Problem
from reportedly.values.statement import Attribution, Certainty, Statement
from reportedly.values.wire import Record

FIGURES = ("status", "lo", "hi", "cut", "flags")
"""The figures of a claim that can be asked about: `why CLAIM.lo`."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """One answer to "why", and the answers that it rests on.

    Attributes:
        id: of the record that this is about.
        what: the kind of record.
        text: the answer in words.
        quote: the words of the article, where one decided.
        details: what decided, as (name, words).
    """

    id: str
    what: str
    text: str
    quote: Passage | None = None
    details: tuple[tuple[str, str], ...] = ()
    because: tuple[Explanation, ...] = ()


def split_figure(reference: str) -> tuple[str, str | None]:
    """Return the id and the figure of a reference such as "3f2a91bc.lo".

    Raises:
        InvalidValueError: there is no such figure.
    """
    identity, dot, figure = reference.partition(".")
    if dot and figure not in FIGURES:
        raise InvalidValueError(
            f"'{figure}' is no figure of a claim. Ask about one of: {', '.join(FIGURES)}."
        )
    return identity, figure or None


def of_claim(dossier: Dossier, figure: str | None) -> Explanation:
    """Return why a claim stands as it does (or one figure of it)."""
    standing = dossier.standing
    asked = (figure,) if figure else FIGURES
    values = tuple((name, _value(getattr(standing, name))) for name in asked)
    reasons = tuple(_reason(dossier, reason) for reason in standing.reasons)
    shown = {identity for reason in standing.reasons for identity in reason.statements}
    rest = tuple(
        _of_statement(dossier.documents[said.document], said, dossier.stance(said.id))
        for said in dossier.statements
        if said.id not in shown
    )
    beside = tuple(
        _of_statement(dossier.documents[said.document], said, f"kept beside the claim: {stance}")
        for said, stance in dossier.about
    )
    by_hand = tuple(_of_judgement(judgement) for judgement in dossier.judgements)
    text = f'"{dossier.gist}" stands as {standing.status}.'
    return Explanation(
        dossier.id, "claim", text, details=values, because=(*reasons, *rest, *beside, *by_hand)
    )


def of_record(record: Record, view: View) -> Explanation:
    """Return why any other record is as it is.

    Raises:
        NotFoundError: what the record refers to is not kept in this view.
    """
    if isinstance(record, Statement):
        return _of_kept_statement(record, view)
    if isinstance(record, Document):
        return _of_document(record, view)
    if isinstance(record, Link):
        return _of_link(record, view)
    if isinstance(record, Judgement):
        return _of_judgement(record)
    if isinstance(record, Problem):
        text = f"{record.address} was set aside ({record.reason}): {record.message}"
        return Explanation(record.id, "problem", text)
    if isinstance(record, LedgerEntry):
        text = f"Entry {record.seq} added {len(record.records)} of kind {record.what}."
        return Explanation(record.hash, "ledger entry", text)
    raise NotFoundError(f"Nothing explains a {type(record).__name__.lower()} record.")


def _reason(dossier: Dossier, reason: Reason) -> Explanation:
    known = {said.id: said for said in dossier.statements} | {
        said.id: said for said, _ in dossier.about
    }
    shown = tuple(
        _of_statement(dossier.documents[said.document], said, dossier.stance(said.id))
        for said in (known[i] for i in reason.statements if i in known)
    )
    return Explanation(dossier.id, "reason", reason.text, because=shown)


def _of_kept_statement(said: Statement, view: View) -> Explanation:
    (source,) = view.documents([said.document])
    text = f"Read from {source.outlet or 'an unnamed outlet'} by {said.read_by or 'hand'}"
    links = tuple(_of_link(link, view) for link in view.links([said.id]))
    claims = tuple(
        Explanation(claim.id, "claim", f'A report of the claim "{claim.gist}"')
        for claim in view.claims_of([said.id])
    )
    by_hand = tuple(_of_judgement(judgement) for judgement in view.judgements([said.id]))
    return replace(_of_statement(source, said, text), because=(*claims, *links, *by_hand))


def _of_statement(source: Document, said: Statement, text: str) -> Explanation:
    details = [("outlet", source.outlet), ("chain", chain_line(said))]
    details += [_voice(hop) for hop in said.chain[1:]]
    details += [("certainty", _sureness(said.certainty))]
    details += [("time", f'"{t.when.raw}" is {t.when.value} ({t.role})') for t in said.times]
    return Explanation(
        said.id, "statement", text, passage(source, said), tuple(d for d in details if d[1])
    )


def _voice(hop: Attribution) -> tuple[str, str]:
    words = f'{hop.actor.name} ({hop.actor.kind}), by "{hop.cue}"' if hop.cue else hop.actor.name
    return hop.role, words + (", carried on from an earlier sentence" if hop.implicit else "")


def _sureness(certainty: Certainty) -> str:
    words = ", ".join(f'"{marker.text}" ({marker.kind})' for marker in certainty.markers)
    return f"{certainty.value}, by {words}" if words else certainty.value


def _of_document(source: Document, view: View) -> Explanation:
    statements = view.statements(documents=[source.id])
    stamp = source.claimed_published
    details = [
        ("url", source.url),
        ("published", stamp.value if stamp else "not known, so relative times stay unresolved"),
        ("zone", f"{stamp.zone} (from the {stamp.zone_from})" if stamp and stamp.zone else ""),
        ("first seen", source.first_seen.isoformat()),
        ("taken from", source.captured_in),
    ]
    return Explanation(
        source.id,
        "document",
        f"{source.outlet or 'An unnamed outlet'}: {source.title or source.text[:80]}",
        details=tuple(item for item in details if item[1]),
        because=(
            *(_of_link(link, view) for link in view.links([source.id])),
            *(_of_statement(source, said, said.text) for said in statements),
        ),
    )


def _of_link(link: Link, view: View) -> Explanation:
    both = view.statements(ids=[link.left, link.right])
    sources = {source.id: source for source in view.documents([s.document for s in both])}
    details = [("judged by", link.judged_by), ("score", f"{link.score:.2f}")]
    details += [(feature, f"{weight:.2f}") for feature, weight in link.because]
    return Explanation(
        link.id,
        "link",
        f"{link.left[:8]} {link.relation} {link.right[:8]}",
        details=tuple(details),
        because=tuple(_of_statement(sources[s.document], s, s.text) for s in both),
    )


def _of_judgement(judgement: Judgement) -> Explanation:
    text = (
        f"{judgement.by} on {judgement.at:%Y-%m-%d}: {judgement.field} {judgement.verdict}"
        f" ({judgement.value}). {judgement.reason}"
    )
    return Explanation(judgement.id, "judgement", text)


def _value(value: object) -> str:
    if isinstance(value, Sequence) and not isinstance(value, str):
        return ", ".join(str(item) for item in value) or "none"
    return str(value)
