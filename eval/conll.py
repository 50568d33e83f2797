"""Sentences of *SEM 2012 in columns: read, and written with one triple of columns a negation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportedly.models import Model, Negated

FIXED = 7
"""Columns that every word has: where it stands, its form, lemma, tag and tree."""
FORM = 3
NONE, EMPTY = "***", "_"


@dataclass(slots=True)
class Negation:
    """A negation: for each word its part of the cue, and of the scope; empty where it has none."""

    cue: list[str]
    scope: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """A sentence in columns.

    Attributes:
        rows: the fixed columns of each word.
        negations: as the columns have them.
        start: where the sentence starts in the text of all sentences.
        spans: where each word stands in that text, in which blanks part the words.
    """

    rows: list[list[str]]
    negations: list[Negation]
    start: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Count where the words stand."""
        at = self.start
        for row in self.rows:
            self.spans.append((at, at + len(row[FORM])))
            at += len(row[FORM]) + 1

    @property
    def text(self) -> str:
        """The words, parted by blanks."""
        return " ".join(row[FORM] for row in self.rows)


def read(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a file, one after another in one text."""
    start = 0
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        rows = [line.split("\t") for line in block.splitlines() if line.strip()]
        if rows:
            made = Sentence([row[:FIXED] for row in rows], list(_negations(rows)), start)
            start = made.spans[-1][1] + 1
            yield made


def _negations(rows: Sequence[Sequence[str]]) -> Iterator[Negation]:
    for column in range(FIXED, len(rows[0]) - 1, 3):
        cue, scope = ([_plain(row[column + i]) for row in rows] for i in (0, 1))
        yield Negation(cue, scope)


def _plain(cell: str) -> str:
    return "" if cell == EMPTY else cell


def heard(sentences: Sequence[Sentence], model: Model) -> Sequence[Negated]:
    """Return what a model hears negated in the text of all sentences."""
    return model.hear([(sentence.start, sentence.text) for sentence in sentences]).negated


def write(path: Path, sentences: Iterable[Sentence]) -> None:
    """Write sentences; the column of events stays empty."""
    with path.open("w", encoding="utf-8") as out:
        for sentence in sentences:
            for index, row in enumerate(sentence.rows):
                cells = [
                    cell or EMPTY
                    for one in sentence.negations
                    for cell in (one.cue[index], one.scope[index] if one.scope else "", "")
                ]
                out.write("\t".join([*row, *(cells or [NONE])]) + "\n")
            out.write("\n")
