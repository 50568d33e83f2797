"""One act of saying in a sentence, by the positions of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

SayingKind = Literal["verb", "noun", "according", "hearsay", "parenthetical", "relay"]


@dataclass(slots=True)
class Saying:
    """One act of saying in a sentence.

    Attributes:
        cue: positions of the words of saying.
        lemma: what the lexicon knows it by.
        source: position of the head of the source's phrase; None where nobody holds it.
        relays: positions of the heads of phrases that name who was told or who passed it on.
        contents: heads of the clauses that are said.
        effect: FactBank value that the cue gives to a plain positive content.
        endorses: whether the narrator takes it as fact.
        citing: position of the word by which a relay names the source ("citing").
        heard: whether who was told is the subject, and so passes on what it was told.
    """

    kind: SayingKind
    cue: list[int]
    lemma: str
    source: int | None = None
    relays: list[int] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    effect: str = "CT+"
    endorses: bool = False
    media: bool = False
    negated: bool = False
    citing: int | None = None
    heard: bool = False
