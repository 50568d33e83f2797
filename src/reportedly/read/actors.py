"""Who and what a document speaks about: known names by their lists, others by their shape."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache

from reportedly.known import Known
from reportedly.read.register import full_names
from reportedly.read.words import words
from reportedly.values.statement import Mention, MentionKind
from reportedly.values.when import Span

_NAME = re.compile(
    r"(?<![\w])(?:[A-ZÀ-Þ][\w’'.\-]*\w)"
    r"(?:(?: (?:al-|bin |van |von |de |der |el |of the |of |and )?)(?:[A-ZÀ-Þ][\w’'\-]*\w)){0,4}"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[“\"]\s*)$")
_HALF = re.compile(r"[\ud800-\udfff]")
"""Halves of surrogate pairs, which broken pages hold and no other encoding knows."""
_POSSESSIVE = re.compile(r"['’]s$")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|from|of|around|to|city of|town of)\s+$", re.IGNORECASE
)


_COMMON = frozenset(
    """i monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec the a an it he she they we mr mrs ms dr""".split()
)


def find_mentions(text: str, known: Known) -> tuple[Mention, ...]:
    """Return the mentions of a text in order, none overlapping; known names come first."""
    listed = sorted(known.mentions(_HALF.sub("\ufffd", text)), key=lambda m: m.span.start)
    starts = [m.span.start for m in listed]
    ends = [m.span.end for m in listed]
    found = [
        m
        for m in _capitalised(text, full_names(text))
        if bisect_right(ends, m.span.start) == bisect_left(starts, m.span.end)
    ]
    return tuple(sorted([*listed, *found], key=lambda m: m.span.start))


def _capitalised(text: str, names: dict[str, str]) -> Iterator[Mention]:
    """Yield names by their shape; a single word that opens a sentence is none."""
    titles = _listed("titles")
    people = frozenset(names) | frozenset(names.values())
    for match in _NAME.finditer(text):
        start, parts = match.start(), match[0].split()
        while parts and parts[0].lower() in titles:
            start += len(parts[0]) + 1
            parts = parts[1:]
        if not parts or (len(parts) == 1 and parts[0] not in names and _opens(text, match)):
            continue
        shown = _POSSESSIVE.sub("", text[start : match.end()])
        if not shown.strip() or shown.lower() in _COMMON:
            continue
        kind = _kind(shown, text[max(0, start - 12) : start], people)
        yield Mention(Span(start, start + len(shown)), names.get(shown, shown), kind)


def _opens(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name stands where a sentence begins, and any word has a capital."""
    before = text[max(0, match.start() - 4) : match.start()]
    return _SENTENCE_START.search(before) is not None


def _kind(name: str, before: str, people: frozenset[str]) -> MentionKind:
    lowers = {part.lower() for part in name.split()}
    organisation = not lowers.isdisjoint(_listed("organisation_words"))
    if name in people and not organisation:
        return "person"
    if organisation or (name.isupper() and len(name) > 1):
        return "organisation"
    if _PLACE_BEFORE.search(before):
        return "place"
    return "person" if len(lowers) > 1 else "organisation"


@cache
def _listed(role: str) -> frozenset[str]:
    return frozenset(words("roles")[role])
