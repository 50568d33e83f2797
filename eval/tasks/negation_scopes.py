"""Negation scopes: CoNLL of *SEM 2012 with gold cues -> with the scopes filled in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from conll import FORM, Negation, Sentence, heard, read, write

from reportedly import models
from reportedly.models import Negated


def predict(source: Path, target: Path) -> None:
    """Write the sentences with the scope of each cue."""
    sentences = list(read(source))
    negated = heard(sentences, models.reader("trained"))
    write(target, (_reached(sentence, negated) for sentence in sentences))


def _reached(sentence: Sentence, negated: Sequence[Negated]) -> Sentence:
    made = []
    for negation in sentence.negations:
        first = next(i for i, part in enumerate(negation.cue) if part)
        at = sentence.spans[first][0]
        reached = {left for one in negated for left, _ in one.scope(at)}
        scope = [
            _rest(row[FORM], negation.cue[index]) if reached & set(range(*span)) else ""
            for index, (row, span) in enumerate(zip(sentence.rows, sentence.spans, strict=True))
        ]
        made.append(Negation(negation.cue, scope))
    return Sentence(sentence.rows, made)


def _rest(word: str, cue: str) -> str:
    """Return what of a word is not its cue: the stem of "unknown", nothing of "not"."""
    return word.replace(cue, "", 1) if cue else word
