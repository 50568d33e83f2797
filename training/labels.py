"""Turn a text and its labels into the arrays that the network learns from, window by window."""

from __future__ import annotations

import bisect
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np
from corpora import Relation, Spans, Text
from tokenizers import Tokenizer

from reportedly.models import windows
from reportedly.models.heads import DEPENDENCIES, NAMES, NONE, TAGS, WORD_TAGS, anchor

_BEGIN = {"source": 1, "cue": 3, "content": 5}


@dataclass(slots=True)
class Example:
    """A window with labels; NONE (-100) where a word has no label.

    Attributes:
        tags, content_cue, cue_source, head, dep, pos, starts, names, cues: per word.
        facts: per word, NaN where there is none.
        scopes: (cue word, flags by word) for each negation.
    """

    window: windows.Window
    tags: np.ndarray
    content_cue: np.ndarray
    cue_source: np.ndarray
    head: np.ndarray
    dep: np.ndarray
    pos: np.ndarray
    starts: np.ndarray
    names: np.ndarray
    cues: np.ndarray
    facts: np.ndarray
    scopes: list[tuple[int, np.ndarray]]


def examples(tokens: Tokenizer, texts: Iterable[Text], chance: random.Random) -> Iterator[Example]:
    """Yield the windows of texts, cut anew by chance: other neighbours, another annotator."""
    for text in texts:
        blocks = windows.words_of(tokens, list(windows.paragraphs(text.text)))
        room = chance.randint(windows.LONGEST // 3, windows.LONGEST)
        relations = chance.choice(text.relations) if text.relations else None
        for window in windows.pack(blocks, room=room):
            yield _example(window, text, relations)


class _Places:
    """Where a span of code points falls among the words of a window."""

    def __init__(self, window: windows.Window) -> None:
        self.starts = [start for start, _ in window.spans]
        self.ends = [end for _, end in window.spans]

    def words(self, start: int, end: int) -> range:
        return range(bisect.bisect_right(self.ends, start), bisect.bisect_left(self.starts, end))

    def all(self, spans: Spans) -> list[int]:
        return [word for start, end in spans for word in self.words(start, end)]

    def first(self, spans: Spans) -> int | None:
        for start, end in sorted(spans):
            if found := self.words(start, end):
                return found[0]
        return None


def _example(window: windows.Window, text: Text, relations: list[Relation] | None) -> Example:
    count, places = len(window.first), _Places(window)

    def blank() -> np.ndarray:
        return np.full(count, NONE, dtype=np.int64)

    example = Example(
        window,
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        blank(),
        np.full(count, np.nan, dtype=np.float32),
        [],
    )
    if relations is not None:
        _attribution(example, places, relations)
    if text.words is not None:
        _parse(example, places, text.words)
    if text.names is not None:
        _names(example, places, text.names)
    for start, end, number in text.facts or ():
        if found := places.words(start, end):
            example.facts[found[0]] = number
    if text.negations is not None:
        _negation(example, places, text)
    return example


def _attribution(example: Example, places: _Places, relations: list[Relation]) -> None:
    example.tags[:] = 0
    for role in ("content", "source", "cue"):
        for relation in relations:
            for start, end in getattr(relation, role):
                found = places.words(start, end)
                for word in found:
                    example.tags[word] = _BEGIN[role] + (word != found[0])
    for relation in relations:
        _pointers(example, places, relation)


def _pointers(example: Example, places: _Places, relation: Relation) -> None:
    """Lead content to its cue, and the cue to its source or, where nobody is named, to itself."""
    cue, source = places.first(relation.cue), places.first(relation.source)
    if cue is None:
        return
    for word in places.all(relation.content):
        if example.tags[word] in {_BEGIN["content"], _BEGIN["content"] + 1}:
            example.content_cue[word] = cue
    if source is not None or not relation.source:
        example.cue_source[places.all(relation.cue)] = cue if source is None else source


def _parse(example: Example, places: _Places, words: list[list]) -> None:
    at: dict[int, int] = {}
    for index, (start, end, *_) in enumerate(words):
        word = anchor(places.starts, places.ends, start, end)
        if word is not None:
            at[index] = word
    for index, word in at.items():
        _, _, tag, dep, head, starts = words[index]
        example.pos[word] = WORD_TAGS.get(tag, NONE)
        example.starts[word] = starts
        if head in at:
            example.head[word] = at[head]
            example.dep[word] = DEPENDENCIES.get(dep, NONE)


def _names(example: Example, places: _Places, names: list[list]) -> None:
    example.names[:] = 0
    for start, end, kind in names:
        found = places.words(start, end)
        for word in found:
            example.names[word] = 1 + 2 * NAMES.index(kind) + (word != found[0])


def _negation(example: Example, places: _Places, text: Text) -> None:
    example.cues[:] = 0
    for negation in text.negations or ():
        words = [word for span in negation.cue for word in places.words(*span)]
        if not words:
            continue
        example.cues[words] = 2 if negation.affix else 1
        flags = np.zeros(len(example.cues), dtype=np.float32)
        for span in negation.scope:
            flags[list(places.words(*span))] = 1
        if negation.scope:
            example.scopes.append((words[0], flags))


assert TAGS[1::2] == ("B-source", "B-cue", "B-content")  # noqa: S101  as _BEGIN has them
