"""Negation beside *SEM 2012: which words negate, and how far each reaches."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import conll

from measure import Corpus, Figures


def negation(corpus: Corpus) -> Figures:
    """Return the F1 of words that negate, and of negated words where the cues are given."""
    gold = corpus.need("data", "certainty", "sem2012_negation", "dev.txt")
    bare, cued = corpus.work / "bare.txt", corpus.work / "cued.txt"
    conll.write(bare, _without(gold, scopes=False))
    conll.write(cued, _without(gold, scopes=True))
    cues = [0, 0, 0]
    scopes = [0, 0, 0]
    sentences = list(conll.read(gold))
    for meant, found in zip(
        sentences, conll.read(corpus.answer("negation_cues", bare)), strict=True
    ):
        _count(cues, _words(found, "cue"), _words(meant, "cue"))
    answered = conll.read(corpus.answer("negation_scopes", cued))
    for meant, found in zip(sentences, answered, strict=True):
        for left, right in zip(found.negations, meant.negations, strict=True):
            if any(right.scope):
                _count(scopes, _marked(left.scope), _marked(right.scope))
    return {"cue words F1": _f1(cues), "scope words F1, cues given": _f1(scopes)}


def _without(path: Path, *, scopes: bool) -> Iterator[conll.Sentence]:
    """Yield the sentences without what is asked for: the scopes, or all of it."""
    for sentence in conll.read(path):
        kept = [conll.Negation(one.cue) for one in sentence.negations] if scopes else []
        yield conll.Sentence(sentence.rows, kept)


def _words(sentence: conll.Sentence, part: str) -> set[int]:
    return {word for one in sentence.negations for word in _marked(getattr(one, part))}


def _marked(cells: list[str]) -> set[int]:
    return {word for word, cell in enumerate(cells) if cell}


def _count(counts: list[int], found: set[int], meant: set[int]) -> None:
    for place, number in enumerate((len(found & meant), len(found), len(meant))):
        counts[place] += number


def _f1(counts: list[int]) -> float:
    shared, found, meant = counts
    return 2 * shared / max(1, found + meant)
