"""Who and what a document speaks about: known names by their lists, others by their shape."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.known import Known
from reportedly.read.register import full_names
from reportedly.read.words import words
from reportedly.values.statement import Mention, MentionKind
from reportedly.values.when import Span

_NAME = re.compile(
    r"(?<![\w])(?:[A-ZÀ-Þ][\w’'.\-]*\w)(?:(?: (?:al-|bin |van |von |de |der |el |of the |of |and )?)(?:[A-ZÀ-Þ][\w’'\-]*\w)){0,4}"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:]\s+|\n\s*|[“\"]\s*)$")
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|near|outside|from|of|around|to|city of|town of)\s+$", re.IGNORECASE
)


def find_mentions(text: str, known: Known) -> tuple[Mention, ...]:
    """Return the mentions of a text in order, none overlapping; known names come first."""
    listed = list(known.mentions(text))
    taken = [(m.span.start, m.span.end) for m in listed]
    names = full_names(text)
    found = [m for m in _capitalised(text, names) if not _overlaps(m.span, taken)]
    return tuple(sorted([*listed, *found], key=lambda m: m.span.start))


def _capitalised(text: str, names: dict[str, str]) -> list[Mention]:
    out: list[Mention] = []
    titles = set(words("roles")["titles"])
    for match in _NAME.finditer(text):
        start, name = match.start(), match[0]
        parts = name.split()
        first = _SENTENCE_START.search(text[max(0, start - 4) : start]) is not None
        while parts and parts[0].lower() in titles:
            start += len(parts[0]) + 1
            parts = parts[1:]
        if not parts or (first and len(parts) == 1 and parts[0] not in names):
            continue
        end = match.end()
        shown = re.sub(r"['’]s$", "", text[start:end])
        if not shown.strip() or shown.lower() in _COMMON:
            continue
        kind = _kind(shown, text[max(0, start - 12) : start], names)
        out.append(Mention(Span(start, start + len(shown)), names.get(shown, shown), kind))
    return out


_COMMON = frozenset(
    """i monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december jan feb mar apr jun jul aug sep sept oct
    nov dec the a an it he she they we mr mrs ms dr""".split()
)


def _kind(name: str, before: str, names: dict[str, str]) -> MentionKind:
    lowers = {part.lower() for part in name.split()}
    if name in names or name in names.values():
        if not lowers & set(words("roles")["organisation_words"]):
            return "person"
    if lowers & set(words("roles")["organisation_words"]) or (name.isupper() and len(name) > 1):
        return "organisation"
    if _PLACE_BEFORE.search(before):
        return "place"
    return "person" if len(lowers) > 1 else "organisation"


def _overlaps(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span.end and span.start < end for start, end in taken)
