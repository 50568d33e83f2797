"""The paragraphs of a text, and the scripts that are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.values.when import Span

_BLANK_LINES = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_LINE = re.compile(r"[^\n]+")
_FULL_LINE = 60
"""A line shorter than this that is followed by another was not wrapped: it ends there."""
_HEADLINE = 25
"""Words up to which a first line may be a headline."""
_END = re.compile(r"[.!?…:;\"”’)\]][\s\r]*$")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its place in the document."""

    span: Span
    text: str
    headline: bool


def paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order, each with its span.

    Blank lines part paragraphs; single line breaks do where the line before was not wrapped.
    The first one counts as the headline if it is short and ends like one.
    """
    spans = [span for block in _blocks(text) for span in _lines(text, block)]
    found = [Paragraph(span, span.of(text), headline=False) for span in spans]
    if len(found) > 1 and _is_headline(found[0].text):
        found[0] = Paragraph(found[0].span, found[0].text, headline=True)
    return found


def foreign(text: str) -> bool:
    """Tell whether a text is mostly in another script than the Latin one.

    >>> foreign("Это не по-английски.")
    True
    """
    letters = sum(map(str.isalpha, text))
    return letters > 2 * len(_LATIN.findall(text))


def _is_headline(text: str) -> bool:
    return len(text.split()) <= _HEADLINE and not re.search(r"[.!…][\"”’)]?\s*$", text)


def _blocks(text: str) -> Iterator[Span]:
    start = 0
    for gap in _BLANK_LINES.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _lines(text: str, block: Span) -> Iterator[Span]:
    """Yield the paragraphs of a block: its lines, joined again where one was wrapped."""
    start: int | None = None
    for line in _LINE.finditer(text, block.start, block.end):
        if start is None:
            start = line.start()
        wrapped = len(line[0]) >= _FULL_LINE and not _END.search(line[0])
        if not wrapped or line.end() == block.end:
            yield from _trimmed(text, start, line.end())
            start = None
    if start is not None:
        yield from _trimmed(text, start, block.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Span(start, end)
