"""The tense of the clause at a place of the text, for times that lean on it ("on Saturday")."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Literal

from reportedly.models import Sentence

Tense = Literal["past", "present", "future"]

_TO_COME = frozenset({"will", "shall", "'ll", "’ll", "wo"})
_POSSIBLE = frozenset({"may", "might", "could", "would", "should", "must", "can"})
_AHEAD = frozenset(
    """plan expect intend prepare schedule aim hope promise vow pledge due set likely slate
    want""".split()
)
_SET = frozenset("expire begin start open resume end close take run kick".split())
"""What is set "begins on Monday": its present is ahead."""
_NAMED_AHEAD = frozenset({"declare", "proclaim", "designate", "schedule"})
"""A day that somebody "has declared a holiday" is ahead of the declaring."""


def tense_finder(
    parsed: Sequence[tuple[int, Sequence[Sentence]]],
) -> Callable[[int], Tense | None]:
    """Return a function from an offset of the document to the tense of the clause there.

    Args:
        parsed: the parsed pieces of the document in order, each with where it begins.
    """
    starts: list[int] = []
    placed: list[tuple[int, Sentence]] = []
    for offset, sentences in parsed:
        for sentence in sentences:
            starts.append(sentence.start + offset)
            placed.append((offset, sentence))

    def tense(at: int) -> Tense | None:
        index = bisect_right(starts, at) - 1
        if index < 0:
            return None
        offset, sentence = placed[index]
        word = next((t.index for t in sentence.tokens if t.end + offset > at), None)
        return None if word is None else _tense(sentence, word)

    return tense


def _tense(sentence: Sentence, index: int) -> Tense | None:
    """Return the tense of the verb above a word."""
    verb = _verb_above(sentence, index)
    if verb is None:
        return None
    token = sentence.tokens[verb]
    after = sentence.tokens[index + 1 : index + 2]
    if (
        token.lemma in _NAMED_AHEAD
        and verb == index - 1
        and after
        and after[0].lower in {"a", "an"}
    ):
        return "future"
    auxiliaries = {t.lower for t in sentence.kids(verb, "aux", "auxpass")}
    if auxiliaries & _TO_COME:
        return "future"
    if "to" in auxiliaries and sentence.tokens[token.head].lemma in _AHEAD | {"be", "go"}:
        return "future"
    if token.lemma in _AHEAD and token.tag not in {"VBD", "VBN"}:
        return "future"
    if auxiliaries & {"have", "has", "had", "'ve", "was", "were", "did"} or token.tag == "VBD":
        return "past"
    if auxiliaries & _POSSIBLE:
        return "future"
    if token.tag in {"VBZ", "VBP"} and token.lemma in _SET:
        return "future"
    if token.tag in {"VBZ", "VBP"} or auxiliaries & {"is", "are", "am"}:
        return "present"
    return None


def _verb_above(sentence: Sentence, index: int) -> int | None:
    for _ in range(len(sentence.tokens)):
        token = sentence.tokens[index]
        if (
            token.is_verb
            and token.tag != "MD"
            and token.dep not in {"aux", "auxpass", "amod", "compound"}
        ):
            return index
        if token.head == index:
            return None
        index = token.head
    return None
