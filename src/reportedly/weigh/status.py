"""The status of a claim: the first rule that its evidence meets, from a fixed list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.values.claim import Reason, Status
from reportedly.weigh.evidence import Item

ENOUGH = 2
"""Origins that corroborate: the classic two-source rule."""


@dataclass(frozen=True, slots=True)
class Grounds:
    """What the rules look at.

    Attributes:
        support: reports that say it, withdrawn ones too.
        withdrawn: ids of statements that were taken back.
        confirmations, denials: those that stand, oldest first.
        investigated: ids of denials that rest on an outlet's own investigation.
        named: whether a named voice that is no outlet stands on a way to an origin.
        disinterested: whether an origin that lo counts is no party.
    """

    support: Sequence[Item]
    withdrawn: frozenset[str]
    confirmations: Sequence[Item]
    denials: Sequence[Item]
    investigated: frozenset[str]
    lo: int
    hi: int
    named: bool
    disinterested: bool


@dataclass(frozen=True, slots=True)
class Ruling:
    """A status, by whom it is confirmed or denied, and why."""

    status: Status
    by: tuple[str, ...]
    reason: Reason


def ruling(grounds: Grounds) -> Ruling:
    """Return the status that the first matching rule gives, top to bottom.

    >>> ruling(Grounds((), frozenset(), (), (), frozenset(), 0, 0, False, False)).status
    'unreported'
    """
    fallen = [item for item in grounds.support if item.statement.id in grounds.withdrawn]
    if not grounds.support:
        return Ruling("unreported", (), Reason("Nobody has reported it in this view."))
    if fallen and grounds.hi == 0:
        return _ruled("retracted", (), "It was withdrawn, and no other origin is left.", fallen)
    if grounds.confirmations:
        return _confirmed(grounds)
    if grounds.denials:
        return _denied(grounds)
    if grounds.lo >= ENOUGH and grounds.disinterested:
        text = f"At least {grounds.lo} independent origins, not all of them parties."
        return _ruled("corroborated", (), text, grounds.support)
    return _ruled("unconfirmed", (), _too_little(grounds), grounds.support)


def _confirmed(grounds: Grounds) -> Ruling:
    by = _names(grounds.confirmations)
    if not grounds.denials:
        text = f"Confirmed by {_list(by)}."
        return _ruled("confirmed", by, text, grounds.confirmations)
    against = _names(grounds.denials)
    text = f"Confirmed by {_list(by)}, denied by {_list(against)}."
    both = (*grounds.confirmations, *grounds.denials)
    return _ruled("disputed", tuple(dict.fromkeys((*by, *against))), text, both)


def _denied(grounds: Grounds) -> Ruling:
    by = _names(grounds.denials)
    if grounds.lo >= ENOUGH:
        text = f"Denied by {_list(by)}, against at least {grounds.lo} independent origins."
        return _ruled("disputed", by, text, grounds.denials)
    able = [item for item in grounds.denials if _decisive(item, grounds)]
    if able:
        by = _names(able)
        text = f"Denied by {_list(by)}, who can know and takes no part."
        return _ruled("denied", by, text, able)
    interest = "a party to the event" if _party(grounds) else "whose part in it is not known"
    if grounds.named:
        text = f"Denied by {_list(by)}, {interest}; a named voice stands for it."
        return _ruled("disputed", by, text, grounds.denials)
    text = f"Denied by {_list(by)}, {interest}; only unnamed or unknown voices stand for it."
    return _ruled("denied", by, text, grounds.denials)


def _decisive(item: Item, grounds: Grounds) -> bool:
    """Return whether a denial comes from a competent non-party or an own investigation."""
    evidence = item.evidence
    able = evidence.competent is True or item.statement.id in grounds.investigated
    return able and evidence.party is False


def _party(grounds: Grounds) -> bool:
    return any(item.evidence.party for item in grounds.denials)


def _too_little(grounds: Grounds) -> str:
    if grounds.lo >= ENOUGH:
        return f"At least {grounds.lo} origins, but each of them is a party."
    if grounds.hi == 0:
        return "No origin is known, and nobody confirms or denies it."
    span = str(grounds.hi) if grounds.lo == grounds.hi else f"{grounds.lo} to {grounds.hi}"
    return f"{span} independent origin{'' if span == '1' else 's'}; nobody confirms or denies it."


def _ruled(status: Status, by: tuple[str, ...], text: str, items: Sequence[Item]) -> Ruling:
    return Ruling(status, by, Reason(text, tuple(item.statement.id for item in items)))


def _names(items: Sequence[Item]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item.evidence.by for item in items))


def _list(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
