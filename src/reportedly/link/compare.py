"""Whether two statements make the same claim, by what they say.

Each feature is a function of two profiles that gives 0 to 1, or None where the statements
do not tell. Gates come after: what differs decides which relation it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from reportedly.link.numbers import agree
from reportedly.link.profile import Profile, Thing
from reportedly.link.words import lexicon
from reportedly.values.claim import Link, Relation

METHOD = "link.compare/1"

SAME = 0.5
"""Score from which two statements are about the same thing."""

STRETCH = 1.4
"""Makes half of the scale out of the overlap (.36) that told claims apart best.

Set by a sweep from .1 to .7 over headlines of 240 rumours, words alone.
"""

ZONES = timedelta(days=1)
"""By how much days may differ because outlets live in other time zones."""

Feature = Callable[[Profile, Profile], float | None]
Things = tuple[Thing, ...]
Reasons = tuple[tuple[str, float], ...]


def compare(a: Profile, b: Profile, *, at: datetime) -> Link | None:
    """Return the link between two statements, or None where they have none.

    Args:
        a: the later statement (`left` of the link).
        b: the earlier one.
        at: the moment of the judgement.

    Returns:
        "same", "denies" (one says that it is not so), "variant" (another number, place
        or date), "escalates" (another phase of the act); None for other claims, for
        background and for words about a claim.
    """
    if not (a.linkable and b.linkable) or a.statement == b.statement:
        return None
    if not a.words & b.words:
        return None
    score, because = _score(a, b)
    if score < SAME or _other_actors(a, b):
        return None
    relation, why = _relation(a, b)
    return Link(a.statement, b.statement, relation, round(score, 4), (*why, *because), METHOD, at)


def _words(a: Profile, b: Profile) -> float | None:
    """Return how much of their content words two statements share (Dice, stretched)."""
    shared = len(a.words & b.words)
    return min(1.0, STRETCH * 2 * shared / (len(a.words) + len(b.words)))


def _actors(a: Profile, b: Profile) -> float | None:
    """Return the share of the filled slots that hold the same."""
    slots = [(x, y) for x, y in _slots(a, b) if x and y]
    return sum(_meet(x, y) for x, y in slots) / len(slots) if slots else None


def _act(a: Profile, b: Profile) -> float | None:
    """Return whether both tell of the same class of act, where both have slots."""
    return float(bool(a.acts & b.acts)) if _has_slots(a) and _has_slots(b) else None


def _counts(a: Profile, b: Profile) -> float | None:
    """Return 1 where both give a number of the same that agrees; nothing speaks against."""
    return 1.0 if agree(a.numbers, b.numbers) else None


FEATURES: tuple[tuple[str, Feature, float], ...] = (
    ("shared words", _words, 3.0),
    ("same actors", _actors, 3.0),
    ("same act", _act, 1.0),
    ("numbers agree", _counts, 0.3),
)
"""What speaks for the same claim, with its weight."""


def _score(a: Profile, b: Profile) -> tuple[float, Reasons]:
    """Return the weighted mean of the features that are known, and what each gave."""
    known = [
        (name, value, weight)
        for name, feature, weight in FEATURES
        if (value := feature(a, b)) is not None
    ]
    total = sum(weight for _, _, weight in known)
    because = [(name, round(value * weight / total, 4)) for name, value, weight in known]
    because.sort(key=lambda reason: -reason[1])
    return sum(value for _, value in because), tuple(because)


def _has_slots(a: Profile) -> bool:
    return bool(a.acts and (a.who or a.what or a.to_whom))


def _slots(a: Profile, b: Profile) -> tuple[tuple[Things, Things], ...]:
    return ((a.who, b.who), (a.what, b.what), (a.to_whom, b.to_whom))


def _meet(a: Things, b: Things) -> bool:
    return any(x.is_same(y) for x in a for y in b)


def _differ(a: Things, b: Things) -> bool:
    """Whether two filled slots name different ones of a kind, each by its own name."""
    pairs = [(x, y) for x in a for y in b]
    if not pairs or _meet(a, b):
        return False
    return all(x.named and y.named and x.kind == y.kind for x, y in pairs)


def _other_actors(a: Profile, b: Profile) -> bool:
    """Whether somebody or something else stands in a slot, or the acts are of other classes."""
    if _act(a, b) == 0.0:
        return True
    if a.things and b.things and not a.things & b.things:
        return True
    return any(_differ(x, y) for x, y in _slots(a, b))


def _relation(a: Profile, b: Profile) -> tuple[Relation, Reasons]:
    """Return the relation of two statements about the same thing, and what decided it."""
    if agree(a.numbers, b.numbers) is False:
        return "variant", (("another number", 1.0),)
    if _differ(a.place, b.place):
        return "variant", (("another place", 1.0),)
    if _other_days(a, b):
        return "variant", (("another date", 1.0),)
    if _other_phase(a, b):
        return "escalates", (("another phase", 1.0),)
    if a.negative != b.negative:
        return "denies", (("one says it is not so", 1.0),)
    return "same", ()


def _other_days(a: Profile, b: Profile) -> bool:
    if not a.when or not b.when:
        return False
    return a.when[0] > b.when[1] + ZONES or b.when[0] > a.when[1] + ZONES


def _other_phase(a: Profile, b: Profile) -> bool:
    """Whether two tell of other phases; "may supply" and "may be supplying" are one."""
    if a.phase is None or b.phase is None or a.phase == b.phase:
        return False
    phases = {a.phase, b.phase}
    if a.hedged and b.hedged and not phases & {"done", "ended"}:
        return False
    return not (phases == {"under_way", "done"} and a.acts & b.acts & lexicon().momentary)
