"""Whether two statements make the same claim, by what they say.

Each feature is a function of two profiles that gives 0 to 1, or None where the statements
do not tell. Gates come after: what differs decides which relation it is.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from reportedly.link.numbers import agree, other_units
from reportedly.link.places import elsewhere
from reportedly.link.profile import Profile, Thing
from reportedly.link.stance import opposed
from reportedly.link.words import lexicon, weight
from reportedly.values.claim import Link, Relation

METHOD = "link.compare/2"

SAME, MEANS_SAME = 0.5, 0.6
"""Score from which two statements are about the same thing, by words alone and by meaning, too.

On one topic everything is near in meaning. Of 57 articles on a few rumours, .5 for both puts 172
statements with another of their own article, words alone 109, these 92, and joins more articles.
"""

SURE = 0.65
"""Score from which a denial is taken to be of the same thing where words alone tell it."""

DENIES = 0.75
"""The same where the two do not tell of the same act by their slots."""

FULL, NEARLY_ALL = 3.0, 0.55
"""Weight and share of common words that make up for the want of a common name."""

LEAST = 2.0
"""Weight that shared words must have; fewer say nothing, however short the statements."""

STRETCH = 1.4
"""Makes half of the scale out of the overlap (.36) that told claims apart best.

Set by a sweep from .1 to .7 over headlines of 240 rumours, words alone.
"""

CLOSE, CLOSER = 0.6, 0.85
"""Likeness from which two may be one claim that share few words, and that tell it by other acts."""

PART = 0.4
"""Share of the other's weight under which a statement says too little to be the same."""

MEANT, MEANING = 0.85, 6.0
"""Likeness that speaks fully for the same claim, and what it weighs beside the features.

All were chosen on rumours that the embedder was not trained on, and on pairs of claims. Less of
each joins more of the same, but also what is only on the same topic.
"""

ZONES = timedelta(days=1)
"""By how much days may differ because outlets live in other time zones."""

Feature = Callable[[Profile, Profile], float | None]
Things = tuple[Thing, ...]
Reasons = tuple[tuple[str, float], ...]


def compare(a: Profile, b: Profile, *, at: datetime, likeness: float | None = None) -> Link | None:
    """Return the link between two statements, or None where they have none.

    Args:
        a: the later statement (`left` of the link).
        b: the earlier one.
        at: the moment of the judgement.
        likeness: how near the two are in meaning, from -1 to 1; None where that is not known.

    Returns:
        "same", "denies" (one says that it is not so), "variant" (another number, place,
        date or person), "escalates" (another phase of the act); None for other claims, for
        background and for words about a claim.
    """
    if not (a.linkable and b.linkable) or a.statement == b.statement:
        return None
    near = likeness or 0.0
    if near < CLOSE and (weight(a.words & b.words) < LEAST or not _anchored(a, b)):
        return None
    if _other_actors(a, b) or (near < CLOSER and _act(a, b) == 0.0):
        return None
    if likeness is not None and near < CLOSER and _says_less(a, b):
        return None
    score, because = _score(a, b, likeness)
    relation, why = _relation(a, b)
    if score < _threshold(a, b, relation, by_meaning=likeness is not None):
        return None
    return Link(a.statement, b.statement, relation, round(score, 4), (*why, *because), METHOD, at)


def _threshold(a: Profile, b: Profile, relation: Relation, *, by_meaning: bool) -> float:
    """Return the score that a relation needs: one that turns a claim round must be surer."""
    if relation != "denies":
        return MEANS_SAME if by_meaning else SAME
    return SURE if _both_slots(a, b) and _share_act(a, b) else DENIES


def _says_less(a: Profile, b: Profile) -> bool:
    """Whether one says so much less than the other that it is on the topic at most.

    What is denied is often named in a few words.
    """
    less, more = sorted((a.weight, b.weight))
    return a.negative == b.negative and less < PART * more


def _anchored(a: Profile, b: Profile) -> bool:
    """Whether both name the same somebody, something or number, or use nearly the same words.

    Without that, "we don't know yet" is everywhere the same claim.
    """
    if (a.names or b.names) and (a.names or a.words) & (b.names or b.words):
        return True
    if agree(a.numbers, b.numbers):
        return True
    if any(x.key and x.key == y.key for x in _all(a) for y in _all(b)):
        return True
    shared = weight(a.words & b.words)
    return shared >= FULL and 2 * shared / (a.weight + b.weight) >= NEARLY_ALL


def _all(a: Profile) -> Things:
    return (*a.who, *a.what, *a.to_whom, *a.place)


def _words(a: Profile, b: Profile) -> float | None:
    """Return how much of their content words two statements share (Dice, stretched)."""
    both = a.weight + b.weight
    return min(1.0, STRETCH * 2 * weight(a.words & b.words) / both) if both else None


def _actors(a: Profile, b: Profile) -> float | None:
    """Return the share of those who act or are acted on whom the other names too.

    In whatever slot: "gas was used against troops" and "troops were attacked with gas"
    fill them differently. That others stand in a slot is a gate of its own.
    """
    fewer, more = sorted(((*p.who, *p.what, *p.to_whom) for p in (a, b)), key=len)
    if not fewer:
        return None
    return sum(any(x.is_same(y) for y in more) for x in fewer) / len(fewer)


def _act(a: Profile, b: Profile) -> float | None:
    """Return whether both tell of the same class of act, where both have slots."""
    return float(_share_act(a, b)) if _both_slots(a, b) else None


def _share_act(a: Profile, b: Profile) -> bool:
    """Whether the act of one is told by the other, be it as a noun ("placed an order")."""
    return not (a.acts.isdisjoint(b.deeds) and b.acts.isdisjoint(a.deeds))


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


def _names_differ(a: Profile, b: Profile) -> bool:
    """Whether each names somebody whom the other does not."""
    return bool(a.names - b.words - b.names) and bool(b.names - a.words - a.names)


def _acts_differ(a: Profile, b: Profile) -> bool:
    """Whether words, for want of slots, tell of other classes of acts."""
    return bool(a.acts and b.acts) and not _share_act(a, b) and not _both_slots(a, b)


def _one_text(a: Profile, b: Profile) -> bool:
    """Whether both stand in one text, which seldom says a thing twice."""
    return a.document == b.document


DOUBTS: tuple[tuple[str, Callable[[Profile, Profile], bool], float], ...] = (
    ("other names", _names_differ, 0.7),
    ("other acts", _acts_differ, 0.7),
    ("one text", _one_text, 0.8),
)
"""What speaks against the same claim, with the share of the score that is left."""


def _score(a: Profile, b: Profile, likeness: float | None) -> tuple[float, Reasons]:
    """Return the weighted mean of the known features less the doubts, and what each gave."""
    known = [
        (name, value, worth)
        for name, feature, worth in FEATURES
        if (value := feature(a, b)) is not None
    ]
    if likeness is not None:
        known.append(("like meaning", min(1.0, max(0.0, likeness / MEANT)), MEANING))
    total = sum(worth for _, _, worth in known)
    because = [(name, round(value * worth / total, 4)) for name, value, worth in known]
    score = sum(worth for _, worth in because)
    for name, doubt, left in DOUBTS:
        if doubt(a, b):
            because.append((name, round(score * (left - 1), 4)))
            score += because[-1][1]
    because.sort(key=lambda reason: -abs(reason[1]))
    return score, tuple(because)


def _both_slots(a: Profile, b: Profile) -> bool:
    """Whether both say what was done and by or to whom."""
    return all(p.acts and (p.who or p.what or p.to_whom) for p in (a, b))


def _slots(a: Profile, b: Profile) -> tuple[tuple[Things, Things], ...]:
    return ((a.who, b.who), (a.what, b.what), (a.to_whom, b.to_whom))


def _meet(a: Things, b: Things) -> bool:
    return any(x.is_same(y) for x in a for y in b)


def _differ(a: Things, b: Things) -> bool:
    """Whether two filled slots name different ones of a kind, each by its own name."""
    pairs = [(x, y) for x in a for y in b]
    return bool(pairs) and not _meet(a, b) and all(x.is_other(y) for x, y in pairs)


def _other_actors(a: Profile, b: Profile) -> bool:
    """Whether somebody or something else stands in a slot, or an act undoes the other."""
    if _opposite(a, b):
        return True
    if a.things and b.things and not a.things & b.things:
        return True
    return any(_differ(x, y) for x, y in _slots(a, b))


def _opposite(a: Profile, b: Profile) -> bool:
    """Whether one tells of an act and the other of what undoes it ("rose", "fell")."""
    turned = {(number, 1 - side) for number, side in b.turns} - b.turns
    return bool(turned & a.turns) and not a.turns & b.turns


def _relation(a: Profile, b: Profile) -> tuple[Relation, Reasons]:
    """Return the relation of two statements about the same thing, and what decided it."""
    if agree(a.numbers, b.numbers) is False:
        return "variant", (("another number", 1.0),)
    if other_units(a.numbers, b.numbers):
        return "variant", (("another unit", 1.0),)
    if _of_a_relative(a, b) or _of_a_relative(b, a):
        return "variant", (("another person", 1.0),)
    if elsewhere(a.spots, b.spots, told=(a.words, b.words)):
        return "variant", (("another place", 1.0),)
    if _other_days(a, b):
        return "variant", (("another date", 1.0),)
    if _other_phase(a, b):
        return "escalates", (("another phase", 1.0),)
    if a.negative != b.negative:
        return "denies", (("one says it is not so", 1.0),)
    if against := opposed(a, b):
        return "denies", against
    return "same", ()


def _of_a_relative(a: Profile, b: Profile) -> bool:
    """Whether one tells of somebody's aide or sister what the other tells of that somebody."""
    if not a.owners or b.owners or b.words & lexicon().relatives:
        return False
    return bool(a.owners & (b.words | b.names))


def _other_days(a: Profile, b: Profile) -> bool:
    if not a.when or not b.when:
        return False
    return a.when[0] > b.when[1] + ZONES or b.when[0] > a.when[1] + ZONES


def _other_phase(a: Profile, b: Profile) -> bool:
    """Whether two tell of other phases; "may supply" and "may be supplying" are one."""
    if not a.phases or not b.phases or a.phases & b.phases:
        return False
    either = a.phases | b.phases
    return not (a.hedged and b.hedged and not either & {"done", "ended"})
