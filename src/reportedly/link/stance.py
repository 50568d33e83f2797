"""Which side a report takes on a claim, and by which signs.

A claim may itself say that something is not so ("the photo is a hoax"), so that both ends
are judged alone, each by its words and by how its statements are read: whether it asserts
the thing, denies it, or leaves it open. Two that take the same side agree, two that take
opposite ones deny each other. The signs are counted; what each weighs was learnt (softmax
regression) from rumours, see training/stance.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from math import exp, log1p
from typing import Literal

import yaml

from reportedly.link.profile import Profile, profile
from reportedly.values.claim import Stance
from reportedly.values.statement import Statement

Signs = Mapping[str, float]
Form = Literal["line", "article"]

DENIED, SUPPORTED = 0.3, 0.4
"""Likelihood from which a report denies a claim, and else from which it supports it.

Of .15 to .5 the first did best over rumours that were left out while learning.
"""

OPPOSED = 0.4
"""Likelihood from which one statement is taken to say that another one is not so.

On the rumours that were learnt from, .85 of those found so do (.86 at .6), and 30 of the 44 that
do are found by .6, 35 by .4; by how statements are read alone it is 21.
"""

RELATED = 0.5
"""Likelihood from which a report speaks of the claim at all."""

NEAREST, LEAD, FIRST = 5, 6, 12
"""Statements that say most of a claim, those that open a report, and those in which its
first word against it is looked for."""

_SPEAKING = frozenset({"invented", "untrue", "denied", "hearsay"})
"""Kinds of words that take a side or tell of telling, and so are not what is claimed."""

_AGAINST = frozenset({"invented", "untrue", "denied"})
"""Kinds of words that speak against what is told."""


@dataclass(frozen=True, slots=True)
class Side:
    """How likely a text asserts what it tells, leaves it open, or says that it is not so.

    Attributes:
        because: the signs that speak most for or against a denial, with their weight.
    """

    asserts: float
    leaves_open: float
    denies: float
    because: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """The stance of a report to a claim.

    Attributes:
        related: how likely it speaks of the claim.
        stance: "supports", "denies", or "comment" where it takes no side or the claim none.
        because: the signs that decided, with their weight; those of the claim are marked.
    """

    related: float
    stance: Stance
    because: tuple[tuple[str, float], ...]


def stance(
    claim: Sequence[Statement], report: Sequence[Statement], rare: Mapping[str, float], form: Form
) -> Bearing:
    """Return the stance of a report to a claim, with the signs that decided.

    Args:
        claim: the statements of the claim's own words.
        report: all statements of the report, in the order of the text.
        rare: what each word weighs by its rarity; a word that is not there weighs 1.
        form: whether the report is a single line, such as a headline, or an article.
    """
    words = claimed(claim)
    found = signs(report, words, rare)
    own = side(signs(claim, words, rare), "line")
    theirs = side(found, form)
    against = _against(own, theirs)
    alike = own.asserts * theirs.asserts + own.denies * theirs.denies
    word: Stance = "comment"
    if against >= DENIED:
        word = "denies"
    elif alike >= SUPPORTED:
        word = "supports"
    because = (*theirs.because, *((f"claim: {name}", weight) for name, weight in own.because))
    return Bearing(_related(found), word, because)


def opposed(a: Profile, b: Profile) -> tuple[tuple[str, float], ...]:
    """Return the signs by which one of two statements says that the other is not so.

    Each is taken as a line of its own, so that "the video of X is a hoax" and "X was filmed" are
    told apart where neither is read as a denial. Empty where they are not opposed.
    """
    words = claimed([b.whole])
    later, earlier = (_alone(each.whole, words) for each in (a, b))
    if _against(later, earlier) < OPPOSED:
        return ()
    return max(later, earlier, key=lambda each: each.denies).because


@lru_cache(maxsize=1 << 14)
def speaks_against(said: Statement) -> bool:
    """Return whether the words of a statement rather deny something than tell it."""
    found = _alone(said, claimed([said]))
    return found.denies > found.asserts


def _alone(said: Statement, words: frozenset[str]) -> Side:
    """Return the side of a statement taken as a line of its own, with every word as rare."""
    return side(signs([said], words, {}), "line")


def _against(one: Side, other: Side) -> float:
    """Return how likely one asserts what the other says is not so."""
    return one.asserts * other.denies + one.denies * other.asserts


def claimed(claim: Sequence[Statement]) -> frozenset[str]:
    """Return the words by which a claim is found, without those that only take a side."""
    words = frozenset(word for said in claim for word in profile(said).words)
    plain = _sides()
    return frozenset(w for w in words if w not in plain and not w.startswith("#")) or words


def side(found: Signs, form: Form) -> Side:
    """Return the side that a text with these signs takes."""
    weights = _weights()[form]
    sums = list(weights["bias"])
    given: list[tuple[str, float]] = []
    for name, value in found.items():
        each = weights.get(name)
        if each is not None and value:
            sums = [total + value * weight for total, weight in zip(sums, each, strict=True)]
            given.append((name, round(value * (each[2] - each[0]), 4)))
    given.sort(key=lambda row: (-abs(row[1]), row[0]))
    asserts, leaves_open, denies = _shares(sums)
    return Side(asserts, leaves_open, denies, tuple(given[:3]))


def signs(
    report: Sequence[Statement], words: frozenset[str], rare: Mapping[str, float]
) -> dict[str, float]:
    """Return the signs of a report: shares of its statements, of those near the claim first.

    Args:
        report: its statements, in the order of the text.
        words: those of the claim.
        rare: what each word weighs by its rarity.
    """
    held = [profile(said).words for said in report]
    lead = frozenset(word for each in held[:LEAD] for word in each)
    whole = frozenset(word for each in held for word in each)
    total = _weight(words, rare) or 1.0
    shares = [_weight(words & each, rare) / total for each in held]
    found = {
        "best": max(shares, default=0.0),
        "held": _weight(words & whole, rare) / total,
        "held in lead": _weight(words & lead, rare) / total,
    }
    told = [_kinds(said) for said in report]
    near = _near(shares)
    for kind in (*_patterns(), "negative", "sure", "attributed", "nobody", "asked"):
        found[f"near {kind}"] = _share(kind in told[place] for place in near)
        count = sum(kind in each for each in told)
        found[f"any {kind}"] = float(count > 0)
        found[f"log {kind}"] = log1p(count)
    for effect in ("denies", "unconfirms", "confirms", "corrects", "retracts"):
        found[f"effect {effect}"] = _share(said.status_effect == effect for said in report)
    against = [place for place, kinds in enumerate(told[:FIRST], start=1) if kinds & _AGAINST]
    found["first against"] = 1 / against[0] if against else 0.0
    return found


def _near(shares: Sequence[float]) -> Sequence[int]:
    """Return the places of the statements that say most of a claim, and of their neighbours."""
    best = sorted(range(len(shares)), key=lambda place: (-shares[place], place))[:NEAREST]
    half = max(shares, default=0.0) / 2
    own = [place for place in best if shares[place] >= half and shares[place] > 0]
    around = {near for place in own for near in (place - 1, place, place + 1)}
    return sorted(place for place in around if 0 <= place < len(shares))


@lru_cache(maxsize=1 << 14)
def _kinds(said: Statement) -> frozenset[str]:
    """Return which kinds of words a statement or its cues hold, and how it is read."""
    cues = (hop.cue for hop in said.chain if hop.cue)
    text = " ".join((said.text, *cues)).lower().replace("’", "'")
    voice = said.chain[-1].actor.kind
    read = {
        "negative": said.denied or said.status_effect == "denies",
        "sure": abs(said.certainty.score) == 3,  # noqa: PLR2004  # the ends of FactBank's scale
        "attributed": len(said.chain) > 1,
        "nobody": voice in {"unattributed", "unnamed_media"},
        "asked": any(marker.kind == "question" for marker in said.certainty.markers),
    }
    words = (kind for kind, pattern in _patterns().items() if pattern.search(text))
    return frozenset((*words, *(kind for kind, is_so in read.items() if is_so)))


def _related(found: Signs) -> float:
    weights = _weights()["related"]
    sums = [
        bias + sum(weights[name][place] * found[name] for name in weights if name != "bias")
        for place, bias in enumerate(weights["bias"])
    ]
    return _shares(sums)[1]


def _shares(sums: Sequence[float]) -> list[float]:
    """Return the softmax of some sums."""
    powers = [exp(one - max(sums)) for one in sums]
    return [power / sum(powers) for power in powers]


def _weight(words: Iterable[str], rare: Mapping[str, float]) -> float:
    return sum(rare.get(word, 1.0) for word in words)


def _share(held: Iterable[bool]) -> float:
    every = list(held)
    return sum(every) / len(every) if every else 0.0


@cache
def _lists() -> Mapping[str, Sequence[str]]:
    """Return the words of `stance.yaml`, by kind."""
    raw = resources.files(__package__).joinpath("stance.yaml").read_text("utf-8")
    lists: Mapping[str, Sequence[str]] = yaml.safe_load(raw)
    return lists


@cache
def _sides() -> frozenset[str]:
    words = (word.rstrip("~") for kind in _SPEAKING for word in _lists()[kind])
    return frozenset(word for word in words if " " not in word)


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    return {kind: _pattern(phrases) for kind, phrases in _lists().items()}


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    each = (re.escape(p.rstrip("~")) + (r"\w*" if p.endswith("~") else "") for p in phrases)
    return re.compile(rf"(?:(?<!\w)|(?<=\w)(?=n't))(?:{'|'.join(each)})(?!\w)")


@cache
def _weights() -> Mapping[str, Mapping[str, Sequence[float]]]:
    """Return the learnt weights of `stance.json`: by form and sign, one for each side."""
    raw = resources.files(__package__).joinpath("stance.json").read_text("utf-8")
    weights: Mapping[str, Mapping[str, Sequence[float]]] = json.loads(raw)
    return weights
