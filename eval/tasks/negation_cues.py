"""Negation cues: CoNLL of *SEM 2012 without its negation columns -> with the cues filled in.

The model hears them; words like "unknown" and "fearless" are found by their spelling, too.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from conll import FORM, Negation, Sentence, heard, read, write

from reportedly import models
from reportedly.read.negating import affix

_AFFIXES = ("un", "in", "im", "ir", "il", "dis", "non")
_ENDING = "less"
_PAIRS = {"neither": "nor"}


def predict(source: Path, target: Path) -> None:
    """Write the sentences with one negation for each cue."""
    sentences = list(read(source))
    negated = heard(sentences, models.reader("trained"))
    parts = {start: affix for one in negated for start, _, affix in one.found()}
    write(target, (_marked(sentence, parts) for sentence in sentences))


def _marked(sentence: Sentence, parts: Mapping[int, bool]) -> Sentence:
    cues: list[list[str]] = []
    for index, (start, end) in enumerate(sentence.spans):
        word = sentence.rows[index][FORM]
        heard = next((parts[at] for at in range(start, end) if at in parts), None)
        spelt = affix(word)
        if heard is None and spelt is None:
            continue
        partner = next((cue for cue in cues if _paired(cue, word)), None)
        if partner is None:
            cues.append([""] * len(sentence.spans))
        (partner or cues[-1])[index] = spelt or (_part(word) if heard else word)
    return Sentence(sentence.rows, [Negation(cue) for cue in cues])


def _paired(cue: list[str], word: str) -> bool:
    """Tell whether a word goes on with a cue that is open ("neither ... nor")."""
    return any(_PAIRS.get(part.lower()) == word.lower() for part in cue)


def _part(word: str) -> str:
    """Return the part of a word that negates it."""
    lower = word.lower()
    begins = next((word[: len(a)] for a in _AFFIXES if lower.startswith(a)), None)
    if begins is None or (_ENDING in lower and not lower.startswith("un")):
        at = lower.find(_ENDING)
        return word[at : at + len(_ENDING)] if at >= 0 else word
    return begins
