"""Cut a text into word pieces, words and windows, as the encoder takes them.

A window holds whole paragraphs, each closed by a separator, up to 256 pieces. The encoder
knows no capitals and no quotation state, so both are given beside the pieces, by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

LONGEST = 256
"""Pieces in a window, its marks included."""
START, BREAK = 101, 102
"""Ids of the marks at the head of a window and after each paragraph."""
SHAPES = 8
QUOTES = 3
MARK_SHAPE, CONTINUED = 0, 7
OUTSIDE, INSIDE, MARK = 0, 1, 2
_OPENING, _CLOSING = "“«„", "”»"
_STOPS = frozenset(".!?;")


@dataclass(slots=True)
class Words:
    """The words of one paragraph, with their pieces.

    Attributes:
        ids, shapes, quotes: per piece; `first` is each word's first piece.
        spans: per word, half-open code points of the whole text.
        stops: the words after which a sentence may begin.
    """

    ids: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    quotes: list[int] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)


@dataclass(slots=True)
class Window:
    """What the encoder reads at once: pieces, and the first piece and span of every word."""

    ids: list[int] = field(default_factory=lambda: [START])
    shapes: list[int] = field(default_factory=lambda: [MARK_SHAPE])
    quotes: list[int] = field(default_factory=lambda: [OUTSIDE])
    first: list[int] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def add(self, words: Words) -> None:
        """Append a paragraph and its closing mark."""
        base = len(self.ids)
        self.first += [base + piece for piece in words.first]
        self.spans += words.spans
        self.ids += [*words.ids, BREAK]
        self.shapes += [*words.shapes, MARK_SHAPE]
        self.quotes += [*words.quotes, OUTSIDE]


def tokenizer(path: Path) -> Tokenizer:
    """Return the tokenizer of a file, without marks, padding or a limit of its own."""
    found = Tokenizer.from_file(str(path))
    found.no_padding()
    found.no_truncation()
    return found


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Yield the start and the text of each line that holds any word."""
    for match in re.finditer(r"[^\n\r]+", text):
        if match[0].strip():
            yield match.start(), match[0]


def words_of(tokens: Tokenizer, blocks: Sequence[tuple[int, str]]) -> list[Words]:
    """Return the words of paragraphs, given with their starts in the text."""
    found = []
    encoded = tokens.encode_batch([text for _, text in blocks], add_special_tokens=False)
    for (start, text), pieces in zip(blocks, encoded, strict=True):
        words, last = Words(), None
        for piece, (left, right), word in zip(
            pieces.ids, pieces.offsets, pieces.word_ids, strict=True
        ):
            if word != last:
                words.first.append(len(words.ids))
                words.spans.append((start + left, start + right))
                last = word
            else:
                words.spans[-1] = (words.spans[-1][0], start + right)
            words.ids.append(piece)
        _describe(words, start, text)
        found.append(words)
    return found


def _describe(words: Words, start: int, text: str) -> None:
    """Fill in the shape and the quotation state of every piece."""
    words.shapes = [CONTINUED] * len(words.ids)
    words.quotes = [OUTSIDE] * len(words.ids)
    inside = False
    ends = [*words.first[1:], len(words.ids)] if words.first else []
    stopped = False
    for word, ((left, right), first, end) in enumerate(
        zip(words.spans, words.first, ends, strict=True)
    ):
        surface = text[left - start : right - start]
        if stopped and surface not in _CLOSING and surface != '"':
            words.stops.append(word)
        stopped = surface in _STOPS or (stopped and surface in {"”", '"', ")"})
        words.shapes[first] = _shape(surface)
        state = INSIDE if inside else OUTSIDE
        if surface == '"' or surface in _OPENING or surface in _CLOSING:
            state = MARK
            inside = surface in _OPENING or (surface == '"' and not inside)
        words.quotes[first:end] = [state] * (end - first)


def _shape(word: str) -> int:
    if word[:1].isdigit():
        return 5
    if not word[:1].isalpha():
        return 6
    if word.islower():
        return 1
    if word.isupper():
        return 3 if len(word) > 1 else 2
    return 2 if word.istitle() else 4


def pack(blocks: Sequence[Words], *, room: int = LONGEST) -> list[Window]:
    """Return windows of whole paragraphs; a longer paragraph is cut at a stop.

    Args:
        blocks: paragraphs in the order of the text.
        room: pieces that the first window may hold; all others hold LONGEST.
    """
    windows: list[Window] = []
    current = Window()
    for block in blocks:
        for part in _parts(block):
            if current.first and len(current.ids) + len(part.ids) + 1 > room:
                windows.append(current)
                current, room = Window(), LONGEST
            current.add(part)
    if current.first:
        windows.append(current)
    return windows


def _parts(block: Words) -> Iterator[Words]:
    """Yield a paragraph in parts that fit a window, cut after its last stop or at a word."""
    limit = LONGEST - 2
    word, piece, total = 0, 0, len(block.first)
    while len(block.ids) - piece > limit:
        end = word
        while end < total and (block.first[end] - piece) <= limit:
            end += 1
        end = max([stop for stop in block.stops if word < stop < end], default=end - 1)
        if end <= word:
            # One word of more pieces than a window holds: its tail says nothing.
            end = word + 1
        cut = block.first[end] if end < total else len(block.ids)
        yield _slice(block, word, end, piece, min(cut, piece + limit))
        word, piece = end, cut
    if word < total:
        yield _slice(block, word, total, piece, len(block.ids))


def _slice(block: Words, word: int, end: int, piece: int, cut: int) -> Words:
    return Words(
        block.ids[piece:cut],
        block.shapes[piece:cut],
        block.quotes[piece:cut],
        [first - piece for first in block.first[word:end]],
        block.spans[word:end],
    )
