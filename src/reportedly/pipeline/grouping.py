"""Claims made anew where something changed, with the merges and splits that this brings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.known import Known
from reportedly.link.group import METHOD, group
from reportedly.pipeline.cases import Fresh, Sight, cases_of, members, standing_of
from reportedly.store import View
from reportedly.values.claim import Claim, Judgement, Link, Standing
from reportedly.values.judging import MERGE, SPLIT

_JOINING = frozenset({"same", "denies"})
_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Regrouped:
    """What became of some claims.

    Attributes:
        claims: new and changed ones; one that has dissolved into others has no members left,
            so that it is superseded.
        moves: the merges and splits, as judgements of the method that grouped.
    """

    claims: tuple[Claim, ...] = ()
    moves: tuple[Judgement, ...] = ()


def regrouped(view: View, fresh: Fresh, ends: Iterable[str], now: datetime) -> Regrouped:
    """Return the claims that hold any of these statements, and the fresh ones, made anew."""
    sight = Sight(view, fresh)
    asked = dict.fromkeys((*ends, *fresh.statements))
    before = view.claims_of([one for one in asked if one not in fresh.statements])
    held = [identity for claim in before for identity in members(claim)]
    statements = sight.statements([*held, *asked])
    links = sight.links([said.id for said in statements])
    judgements = sight.judgements([*(link.id for link in links), *(s.id for s in statements)])
    vectors = sight.vectors([said.id for said in statements])
    after = group(statements, links, judgements=judgements, vectors=vectors)
    known = {claim.id: claim for claim in before}
    changed = [claim for claim in after if known.get(claim.id) != claim]
    gone = set(known) - {claim.id for claim in after}
    dissolved = [Claim(identity, known[identity].gist, ()) for identity in sorted(gone)]
    moves = moved(before, after, links, now) if changed else ()
    return Regrouped((*changed, *dissolved), tuple(moves))


def moved(
    before: Sequence[Claim], after: Sequence[Claim], links: Sequence[Link], now: datetime
) -> Iterator[Judgement]:
    """Yield the merges and splits that lead from one grouping to another.

    A claim that only got an older report, and with it another id, was neither.
    """
    home = {one: claim.id for claim in after for one in claim.statements}
    origin = {one: claim.id for claim in before for one in claim.statements}
    for claim in before:
        parts = _parts((one for one in claim.statements if one in home), home)
        if len(parts) > 1:
            reason = _parted(parts.values(), links)
            yield _move(SPLIT, claim.id, parts, reason, now)
    for claim in after:
        parts = _parts((one for one in claim.statements if one in origin), origin)
        if len(parts) > 1:
            reason = _joined(parts.values(), links)
            yield _move(MERGE, claim.id, parts, reason, now)


def _parts(statements: Iterable[str], belongs: dict[str, str]) -> dict[str, tuple[str, ...]]:
    parts: dict[str, tuple[str, ...]] = {}
    for one in statements:
        parts[belongs[one]] = (*parts.get(belongs[one], ()), one)
    return parts


def _move(
    field: str, about: str, parts: dict[str, tuple[str, ...]], reason: str, now: datetime
) -> Judgement:
    others = " ".join(identity for identity in parts if identity != about)
    held = tuple(parts.values())
    return Judgement(about, field, others, "accepted", reason, METHOD, now, parts=held)


def _joined(parts: Iterable[tuple[str, ...]], links: Sequence[Link]) -> str:
    """Return in words which link joins two of the parts most surely."""
    across = [link for link in _across(parts, links) if link.relation in _JOINING]
    return _told(across) or "Other reports between them say the same."


def _parted(parts: Iterable[tuple[str, ...]], links: Sequence[Link]) -> str:
    """Return in words which link holds two of the parts apart, where one does."""
    across = [link for link in _across(parts, links) if link.relation not in _JOINING]
    return _told(across) or "Nothing joins them any longer."


def _across(parts: Iterable[tuple[str, ...]], links: Sequence[Link]) -> Iterator[Link]:
    place = {one: number for number, part in enumerate(parts) for one in part}
    for link in links:
        if {link.left, link.right} <= place.keys() and place[link.left] != place[link.right]:
            yield link


def _told(links: Sequence[Link]) -> str:
    if not links:
        return ""
    best = max(links, key=lambda link: (link.score, link.id))
    because = ", ".join(feature for feature, _ in best.because[:2])
    ends = f"{best.left[:_SHOWN]} {best.relation} {best.right[:_SHOWN]}"
    return f"{ends} ({because})." if because else f"{ends}."


def touched_by_copies(view: View, copied: Sequence[Link], changed: set[str]) -> list[Claim]:
    """Return claims whose members did not change, but whose articles turned out as copies."""
    ends = sorted({end for link in copied for end in (link.left, link.right)})
    if not ends:
        return []
    reports = [said.id for said in view.statements(documents=ends)]
    return [claim for claim in view.claims_of(reports) if claim.id not in changed]


def changed_standings(
    claims: Iterable[Claim], view: View, fresh: Fresh, known: Known, now: datetime
) -> Iterator[Standing]:
    """Yield the standing of each claim that stands otherwise than recorded."""
    standing_claims = [claim for claim in claims if claim.statements]
    for case in cases_of(standing_claims, view, fresh):
        standing = standing_of(case, known, published_by=None, seen_by=now)
        is_new = fresh.statements.keys() >= set(case.claim.statements)
        recorded = () if is_new else view.standings(case.claim.id)
        if not recorded or _undated(recorded[-1]) != _undated(standing):
            yield standing


def _undated(standing: Standing) -> Standing:
    return replace(standing, published_by=None, seen_by=None)
