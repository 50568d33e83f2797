"""What a word says of the event below it, by the list `words/implications.yaml`."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Literal

from reportedly.models import Sentence, Token
from reportedly.read.words import words

SURE: Final = 3.0

Frame = Literal["infinitive", "clause", "noun"]
Pair = tuple[float, float]
"""The degrees of what stands below a word: where the word holds, and where it is negated."""


@dataclass(frozen=True, slots=True)
class Degree:
    """How real an event is.

    Attributes:
        value: from -3 to 3.
        firm: whether a word or form decided it; otherwise it is what is usual.
    """

    value: float
    firm: bool


Ask = Callable[[int], Degree]
"""Tells how real the event is that another word of the sentence names."""

TOLD: Final = Degree(SURE, firm=False)
OPEN: Final = Degree(0.0, firm=True)
NOT: Final = Degree(-SURE, firm=True)


def listed(name: str) -> Any:
    """Return a part of the list: words, or words with degrees."""
    return words("implications")[name]


def pair(sentence: Sentence, frame: Frame, token: Token) -> Pair | None:
    """Return what a word implies in a frame; a verb with its particle is another word."""
    table = _pairs(frame)
    particle = sentence.child(token.index, "prt")
    if particle is not None:
        found = table.get(f"{token.lemma}_{particle.lower}")
        if found is not None or token.lemma == "set":
            return found
    return table.get(token.lower) or table.get(token.lemma)


@cache
def _pairs(frame: Frame) -> dict[str, Pair]:
    return {
        word: (float(group["degrees"][0]), float(group["degrees"][1]))
        for group in listed(frame).values()
        for word in group["words"]
    }


def implied(held: Pair, above: Degree) -> Degree:
    """Return what a word with these implications leaves, itself as real as `above`."""
    positive, negated = held
    if positive == negated:
        return Degree(positive, firm=True)
    if above.value == 0:
        return OPEN
    share = abs(above.value) / SURE
    return Degree((positive if above.value > 0 else negated) * share, firm=True)


def weakened(found: Degree, value: float | None) -> Degree:
    """Return a degree that a word of this degree stands beside: "alleged", "probably", "falsely".

    A negative one turns what is positive, and what is negative already.
    """
    if value is None:
        return found
    if value < 0:
        return Degree(value if found.value > 0 else -found.value, firm=True)
    if value < abs(found.value):
        return Degree(math.copysign(value, found.value), firm=True)
    return found
