"""The tense of the clause that a time stands in, guessed from the words around."""

from __future__ import annotations

from typing import Literal

from reportedly.read.times.tokens import Tokens
from reportedly.read.times.words import words

Tense = Literal["past", "present", "future"]

BACK, FORTH = 24, 14
"""How many words before and after may show the tense."""
SENTENCE_ENDS = frozenset(".!?")
BREAKS = frozenset(",;:") | SENTENCE_ENDS
SHORTEST_PAST = 4
NOT_PAST = frozenset("need indeed speed seed feed united armed hundred expected scheduled".split())


def guessed(row: Tokens, first: int, after: int) -> Tense | None:
    """Return the tense of the nearest verb: first before the time, then after it."""
    for index in range(first - 1, max(-1, first - BACK), -1):
        if _ends_sentence(row, index):
            break
        tense = _shown(row, index)
        if tense:
            return tense
    for index in range(after, min(len(row.lower), after + FORTH)):
        if _ends_sentence(row, index):
            break
        tense = _shown(row, index)
        if tense:
            return tense
    return None


def _ends_sentence(row: Tokens, index: int) -> bool:
    word = row.lower[index]
    if not word:
        return True
    return word in SENTENCE_ENDS and len(row.small(index - 1)) > 2  # noqa: PLR2004 (U.S., Mr.)


def _shown(row: Tokens, index: int) -> Tense | None:
    word = row.lower[index]
    shown = words().tense.get(word)
    if shown == "future" and row.word(index)[0].isupper() and index and word in ("may", "will"):
        return None
    if shown:
        return shown  # type: ignore[return-value]
    past = word.endswith("ed") and len(word) >= SHORTEST_PAST and word not in NOT_PAST
    return "past" if past else None
