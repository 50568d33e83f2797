"""Where a claim came from: outlets, those they name, down to the origin."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from reportedly.desk.dossier import Dossier
from reportedly.desk.passage import passage
from reportedly.values.claim import Link, Stance
from reportedly.values.document import Document
from reportedly.values.statement import Attribution, SourceKind, Statement
from reportedly.values.when import instant

IMPLIED = "named earlier"
"""Stands for the words that lead to a voice where the sentence itself has none."""

COPIES = {"copies": "same text", "possible_copy": "possibly the same text"}


@dataclass(frozen=True, slots=True)
class Hop:
    """One voice of a trace and those on which it leans.

    Attributes:
        held: for an outlet, whether its own report of this claim is kept; None for others.
        cue: the words that led here ("told", "same text"), "" for a reporting outlet.
        sentence, statement: where the article says so, and the id of that reading.
        published: the date of an outlet's own article as it or the user gives it, else "".
        why: for a copy, what decided it.
    """

    name: str
    kind: SourceKind
    key: str | None
    held: bool | None
    cue: str = ""
    sentence: str = ""
    statement: str = ""
    published: str = ""
    stance: Stance = "supports"
    why: tuple[tuple[str, float], ...] = ()
    leans_on: tuple[Hop, ...] = ()


@dataclass(slots=True)
class _Branch:
    """A hop while the tree grows."""

    hop: Hop
    below: dict[str, _Branch] = field(default_factory=dict)

    def closed(self) -> Hop:
        """Return the hop with all that has grown under it."""
        below = tuple(branch.closed() for branch in self.below.values())
        return replace(self.hop, leans_on=below)


def trace(dossier: Dossier) -> tuple[Hop, ...]:
    """Return the reporting outlets in order of publication, each with whom it leans on.

    An outlet that reports more than once appears once; what several of its sentences say
    of the same voice is told by the first of them.
    """
    held = {_name_key(said.chain[0]) for said in dossier.statements}
    roots: dict[str, _Branch] = {}
    telling = [said for said in dossier.statements if not _sums_up(said, dossier)]
    for said in telling:
        branch = roots.setdefault(_name_key(said.chain[0]), _Branch(_hop(said, 0, dossier, held)))
        for position in range(1, len(said.chain)):
            key = _name_key(said.chain[position])
            branch = branch.below.setdefault(key, _Branch(_hop(said, position, dossier, held)))
    for said in telling:
        branch = roots[_name_key(said.chain[0])]
        link = _copy_of(said, dossier)
        if link:
            _graft_copy(branch, said, link, dossier)
    return tuple(branch.closed() for branch in roots.values())


def _sums_up(said: Statement, dossier: Dossier) -> bool:
    """Return whether a sentence is a headline over a body that names who says so."""
    headline = len(dossier.documents[said.document].text.partition("\n")[0])
    return said.content[0].start < headline and any(
        len(other.chain) > 1 and other.content[0].start >= headline
        for other in dossier.statements
        if other.document == said.document and dossier.stance(other.id) == dossier.stance(said.id)
    )


def edges(hops: Iterable[Hop]) -> list[tuple[Hop, Hop]]:
    """Return every pair (who leans, on whom) of a trace, top down."""
    pairs: list[tuple[Hop, Hop]] = []
    for hop in hops:
        pairs += [(hop, below) for below in hop.leans_on]
        pairs += edges(hop.leans_on)
    return pairs


def _hop(said: Statement, position: int, dossier: Dossier, held: set[str]) -> Hop:
    attribution = said.chain[position]
    source = dossier.documents[said.document]
    stamp = source.claimed_published
    outlet = attribution.actor.kind == "media_outlet"
    return Hop(
        name=attribution.actor.name or "an unnamed outlet",
        kind=attribution.actor.kind,
        key=attribution.actor.key,
        held=_name_key(attribution) in held if outlet else None,
        cue=(attribution.cue or IMPLIED) if position else "",
        sentence=passage(source, said).text,
        statement=said.id,
        published=stamp.value if stamp and not position else "",
        stance=dossier.stance(said.id),
    )


def _graft_copy(branch: _Branch, said: Statement, link: Link, dossier: Dossier) -> None:
    """Hang the outlet of the copied text under the one that copied it."""
    earlier = dossier.documents.get(link.right)
    if earlier is None or earlier.outlet == branch.hop.name:
        return
    hop = Hop(
        name=earlier.outlet or "an unnamed outlet",
        kind="media_outlet",
        key=None,
        held=True,
        cue=COPIES[link.relation],
        sentence=passage(dossier.documents[said.document], said).text,
        statement=said.id,
        published=earlier.claimed_published.value if earlier.claimed_published else "",
        stance=branch.hop.stance,
        why=link.because,
    )
    branch.below.setdefault(f"copy {hop.name.casefold()}", _Branch(hop))


def _copy_of(said: Statement, dossier: Dossier) -> Link | None:
    """Return the link to the text that an article most likely copies, if it copies any.

    Ten papers that print one agency's text copy each other too; what counts is the text
    that they credit, else the earliest.
    """
    held = dossier.documents
    links = [
        link
        for link in dossier.links
        if link.relation in COPIES and link.left == said.document and link.right in held
    ]
    return min(links, key=lambda link: _likeliest(link, held[link.right]), default=None)


def _likeliest(link: Link, source: Document) -> tuple[bool, bool, datetime, str]:
    to_it = f"credited to {source.outlet}"
    credited = any(name.startswith(to_it) for name, _ in link.because)
    stamp = source.claimed_published
    moment = instant(stamp.start) if stamp and stamp.start else source.first_seen
    return link.relation != "copies", not credited, moment, source.id


def _name_key(hop: Attribution) -> str:
    name = hop.actor.name.casefold().removeprefix("the ")
    return hop.actor.key or f"{hop.actor.kind == 'media_outlet'} {name}"
