"""The tense of the clause that a time stands in, guessed from the words around."""

from __future__ import annotations

from typing import Literal

from reportedly.read.times.tokens import Tokens
from reportedly.read.times.words import words

Tense = Literal["past", "present", "future"]

BACK, FORTH = 24, 32
"""How many words before and after may show the tense."""
AFTER_COST, BREAK_COST = 1, 4
"""What a word after the time, and each comma between, count as in words of distance."""
SENTENCE_ENDS = frozenset(".!?")
CLAUSE_MARKS = frozenset({",", ";", ":", "and", "but", "while", "because", "which", "who"})
DEADLINES = frozenset({"until", "till", "by", "as"})
DECIDED = frozenset(
    (
        "decided", "agreed", "planned", "expected", "vowed", "pledged", "promised", "hoped",
        "ready", "about", "likely", "bound", "ordered", "invited", "wants", "needs", "prepares",
        "plan", "plans", "intend", "intends", "scheduled", "due", "set",
    )
)  # fmt: skip
"""What is decided "to be done" is still ahead of what was said."""
NOUNS_TOO = frozenset({"plans", "hopes", "hope"})
AIMS = frozenset({"to", "that", "on"})
AHEAD = frozenset({"planning", "going", "hoping", "preparing", "expecting", "aiming"})
FORETOLD = frozenset({"planned", "expected", "scheduled"})
WAS = frozenset({"was", "were"})
SAYING = frozenset({"said", "told", "added", "reported", "announced", "says"})
"""Behind a comma these close the report of another: "to leave on Friday, officials said"."""
SHORTEST_PAST = 4
NOT_PAST = frozenset(["need", "indeed", "speed", "seed", "feed", "united", "armed", "hundred"])


def guessed(row: Tokens, first: int, after: int) -> Tense | None:
    """Return the tense of the verb that stands nearest, in words and commas, to a time.

    "Tuesday's ruling" has been made; what holds "until Tuesday" is still ahead.
    """
    if row.small(after + 1) == "s" and row.small(after) in ("'", "’"):
        return "past"
    if row.small(first - 1) in DEADLINES and row.small(first - 2) not in SENTENCE_ENDS | {""}:
        return "future"
    before = _nearest(row, range(first - 1, max(-1, first - BACK), -1), 0)
    ahead = range(after, min(len(row.lower), after + FORTH))
    behind = _nearest(row, ahead, AFTER_COST, SAYING)
    if before and behind:
        return min(before, behind)[1]
    nearest = before or behind
    return nearest[1] if nearest else None


def _nearest(
    row: Tokens, places: range, cost: int, closing: frozenset[str] = frozenset()
) -> tuple[int, Tense] | None:
    """Return the cost and the tense of the nearest verb of these places.

    The first place costs `cost` already; `closing` verbs do not count behind a comma.
    """
    parted = False
    for index in places:
        word = row.lower[index]
        if _ends_sentence(row, index):
            return None
        if word in CLAUSE_MARKS:
            cost += BREAK_COST
            parted = True
        cost += 1
        tense = None if parted and word in closing else _shown(row, index)
        if tense:
            return cost, tense
    return None


def _ends_sentence(row: Tokens, index: int) -> bool:
    word = row.lower[index]
    if not word:
        return True
    abbreviated = len(row.small(index - 1)) <= 2 or row.small(index + 1) == ","  # noqa: PLR2004
    return word in SENTENCE_ENDS and not abbreviated


def _shown(row: Tokens, index: int) -> Tense | None:
    """Return the tense that one word shows where it stands, None for most words."""
    word, before, after = row.lower[index], row.small(index - 1), row.small(index + 1)
    if word in NOUNS_TOO and after not in AIMS:
        return None
    if word in FORETOLD and before.endswith("ly"):
        return None
    if word in ("may", "will") and row.word(index)[0].isupper():
        return None
    if word == "to" and before in DECIDED:
        return "future"
    if word in WAS and (after in AHEAD or after in FORETOLD):
        return "future"
    shown = words().tense.get(word)
    if shown is None and word.endswith("ed") and len(word) >= SHORTEST_PAST:
        shown = None if word in NOT_PAST else "past"
    if shown == "past" and before in ("be", "to", "is", "are"):
        led = before == "to" or (before == "be" and row.small(index - 2) in ("to", "will", "would"))
        return "future" if led else "present"
    return shown  # type: ignore[return-value]
