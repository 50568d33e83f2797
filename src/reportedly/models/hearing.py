"""What a reader of text gives: parsed sentences, and who says what if it was trained to hear it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from reportedly.models.attributions import Relation
from reportedly.models.negation import Negated
from reportedly.models.parse import Parse, Sentence, parser

Block: TypeAlias = tuple[int, str]
"""A paragraph: where it starts in its document, and its text."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What one pass over a document gives.

    Attributes:
        pages: for each block its sentences, with offsets into the block.
        relations: who says what, with offsets into the document.
        names: start, end and kind of each name, with offsets into the document.
        negated: what is negated, window by window, with offsets into the document.
    """

    pages: Sequence[Sequence[Sentence]]
    relations: Sequence[Relation] = ()
    names: Sequence[tuple[int, int, str]] = ()
    negated: Sequence[Negated] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A model that reads text.

    Attributes:
        name: with its version; statements carry it.
        hear: reads the paragraphs of one document.
        parse: yields the sentences of texts that stand each for itself.
    """

    name: str
    hear: Callable[[Sequence[Block]], Heard]
    parse: Parse


@cache
def rules() -> Model:
    """Return the model that only parses: all else is left to rules, which explain themselves.

    Raises:
        MissingModelError: spaCy or its English model is not installed.
    """
    parse = parser()
    return Model("rules/2", lambda blocks: Heard(list(parse([t for _, t in blocks]))), parse)
