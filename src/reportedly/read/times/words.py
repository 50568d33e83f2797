"""The words of the grammar: what class each belongs to and what it stands for."""

from __future__ import annotations

import string
from functools import cache
from importlib import resources
from typing import NamedTuple

import yaml

SHAPED = (
    "OTHER",
    "BREAK",
    "DAYNUMBER",
    "YEAR",
    "NUMBER",
    "DECIMAL",
    "ORDINAL",
    "DECADE",
    "FISCALYEAR",
    "CLOCK",
    "ISO",
    "SLASHED",
    "ZONE",
    "COMMA",
    "DOT",
    "DASH",
    "SLASH",
    "APOSTROPHE",
    "OPEN",
    "CLOSE",
    "PLUS",
    "SMALLMONTH",
    "SMALLDAY",
)
"""Classes that come from the form of a token, not from the word list."""


CODES = string.ascii_letters + string.digits + "".join(map(chr, range(0xC0, 0x100)))
"""Characters that stand for classes: none has a meaning of its own in a pattern."""


class Words(NamedTuple):
    """The word list.

    Attributes:
        codes: the one character that stands for each class in a shape.
        kinds: the class of each word.
        values: what a word stands for within its class, as text.
        phrases: first word -> (all its words, class, value), longest first.
        zones: minutes from UTC for each name of a zone.
        tense: the tense that a word shows.
        events: month and day -> (year, the words after it that show that year).
        makers: what a year before it is the model of, as in "a 1987 Chevrolet".
    """

    codes: dict[str, str]
    kinds: dict[str, str]
    values: dict[str, str]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    zones: dict[str, int]
    tense: dict[str, str]
    events: dict[str, tuple[int, frozenset[str]]]
    makers: frozenset[str]


@cache
def words() -> Words:
    """Return the word list, read once."""
    source = resources.files("reportedly.read").joinpath("words/times.yaml")
    data = yaml.safe_load(source.read_text(encoding="utf-8"))
    kinds = {str(word): kind for kind, entries in data["kinds"].items() for word in entries}
    values = {
        str(word): str(value)
        for entries in data["kinds"].values()
        for word, value in entries.items()
    }
    names = [*SHAPED, *data["kinds"]]
    codes = dict(zip(names, CODES, strict=False))
    tense = {word: name for name, listed in data["tense"].items() for word in listed}
    events = {
        day: (int(event["year"]), frozenset(event["words"]))
        for day, event in data["events"].items()
    }
    phrases = _phrases(data["phrases"])
    makers = frozenset(data["makers"])
    return Words(codes, kinds, values, phrases, dict(data["zones"]), tense, events, makers)


def _phrases(
    listed: dict[str, dict[str, str]],
) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for kind, entries in listed.items():
        for phrase, value in entries.items():
            parts = tuple(phrase.split())
            found.setdefault(parts[0], []).append((parts, kind, str(value)))
    return {
        first: tuple(sorted(entries, key=lambda entry: -len(entry[0])))
        for first, entries in found.items()
    }
