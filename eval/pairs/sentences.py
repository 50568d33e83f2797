"""Sentences of news that pairs are made of: dated, one to an event, cleaned of their layout."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import rows
import yaml

T = TypeVar("T")

SHORTEST, LONGEST = 6, 45
"""Words of a sentence that is used."""

_END = re.compile(r"(?<!U\.S)(?<!\b[A-Z])(?<!Dr)(?<!St)(?<!Inc)(?<!No)(?<!Mr)\.\s+(?=[A-Z])")
_MENDS = (
    (re.compile(r"\s*\([^()]*\)"), ""),
    (re.compile(r"\s+([,.;:%])"), r"\1"),
    (re.compile(r"\s+(['’]s)\b"), r"\1"),
    (re.compile(r"\s+-\s*(?=\w)"), "-"),
    (re.compile(r"(US\$|[$€£])\s+(?=\d)"), r"\1"),
    (re.compile(r"\s+"), " "),
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """The first sentence of what is told of an event.

    Attributes:
        id: from its words, so that it stays when others come.
        date: the day under which it is told, in ISO form.
    """

    id: str
    date: str
    text: str


def sentences(path: Path) -> Sequence[Sentence]:
    """Return the usable first sentences of the events in a file of JSON Lines, each once."""
    found = {made.id: made for row in rows.read(path, "date", "text") for made in _sentences(row)}
    return list(found.values())


def _sentences(row: rows.Row) -> Iterator[Sentence]:
    text = row["text"]
    for pattern, instead in _MENDS:
        text = pattern.sub(instead, text)
    text = _END.split(text.strip(), maxsplit=1)[0].rstrip(".") + "."
    if SHORTEST <= len(text.split()) <= LONGEST and not re.search(r'["“”;:]|^[a-z]', text):
        yield Sentence(_digest(text)[:12], row["date"], text)


@cache
def words() -> dict[str, Any]:
    """Return the generator's own words."""
    text = Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    return dict(yaml.safe_load(text))


def pick(options: Sequence[T], *salt: object) -> T:
    """Return one of the options, the same for the same salt on every machine."""
    return options[int(_digest(*salt), 16) % len(options)]


def is_set_aside(sentence: str) -> bool:
    """Return whether the pairs of a sentence are only scored and never looked at."""
    return int(_digest("aside", sentence), 16) % 2 == 0


def order(*salt: object) -> str:
    """Return a key that puts things in an order of chance, the same every time."""
    return _digest("order", *salt)


def _digest(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()
