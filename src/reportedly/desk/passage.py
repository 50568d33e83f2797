"""The words around a statement, with marks on those that decided how it was read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.values.document import Document
from reportedly.values.statement import Statement
from reportedly.values.when import Span

LONG_PARAGRAPH = 240
"""Longer paragraphs are cut to their sentences."""

_BREAK = re.compile(r"""(?<=[.!?…])(?P<close>["”’)\]]*)\s+(?=["“‘(\[]?[A-Z0-9])""")
_SHORTENED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Sen|Rep|Gov|St|No|vs|Jan|Feb|Mar|Apr|Jun|Jul"
    r"|Aug|Sept|Sep|Oct|Nov|Dec))\.$"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a passage and why it is marked.

    Attributes:
        span: within the text of the passage.
        label: said, cue, source, time, or a kind of certainty marker (modal, negation, ...).
    """

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The sentence or sentences of an article that a statement was read from.

    Attributes:
        text: as the article has it.
        start: where it begins in `Document.text`.
        marks: in the order of the text.
    """

    text: str
    start: int
    marks: tuple[Mark, ...] = ()

    def words(self, label: str) -> tuple[str, ...]:
        """Return the marked words of a label, in order."""
        return tuple(m.span.of(self.text) for m in self.marks if m.label == label)


def passage(document: Document, statement: Statement) -> Passage:
    """Return the sentences that a statement was read from, with their marks.

    Spans that stand elsewhere in the article (an earlier full name) are left unmarked.
    """
    spans = _labelled(statement)
    near = [span for span, label in spans if label in {"said", "cue"}]
    around = _widened(document.text, min(s.start for s in near), max(s.end for s in near))
    marks = sorted(
        {
            Mark(Span(span.start - around.start, span.end - around.start), label)
            for span, label in spans
            if around.start <= span.start < span.end <= around.end
        },
        key=lambda mark: (mark.span.start, mark.span.end, mark.label),
    )
    return Passage(around.of(document.text), around.start, tuple(marks))


def _labelled(statement: Statement) -> list[tuple[Span, str]]:
    spans = [(span, "said") for span in statement.content] or [(Span(0, 0), "said")]
    for hop in statement.chain:
        spans += [(hop.named_at, "source")] if hop.named_at else []
        spans += [(hop.cue_at, "cue")] if hop.cue_at else []
    voices = [statement.narrator, *(hop.certainty for hop in statement.chain if hop.certainty)]
    spans += [(marker.span, marker.kind) for voice in voices for marker in voice.markers]
    spans += [(timed.when.span, "time") for timed in statement.times if timed.when.span]
    return spans


def _widened(text: str, start: int, end: int) -> Span:
    """Return the paragraph around a stretch, or its sentences where the paragraph is long."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    right = len(text) if right < 0 else right
    if right - left > LONG_PARAGRAPH:
        ends = [left + at for at in _sentence_ends(text[left:right])]
        left = max([at for at in ends if at <= start], default=left)
        right = min([at for at in ends if at >= end], default=right)
    while left < right and text[left].isspace():
        left += 1
    while right > left and text[right - 1].isspace():
        right -= 1
    return Span(left, right)


def _sentence_ends(paragraph: str) -> list[int]:
    return [
        found.end("close")
        for found in _BREAK.finditer(paragraph)
        if not _SHORTENED.search(paragraph[: found.start()])
    ]
