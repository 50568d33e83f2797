"""Quotations in a paragraph. Unbalanced or straight marks never stop the reader."""

from __future__ import annotations

import re

from reportedly.values.when import Span

_OPEN_CLOSE = {"“": "”", "«": "»", "„": "“”", "‘": "’"}
_STRAIGHT = '"'
_MARK = re.compile(r"[\"“”«»„‘’]")
_WORD = re.compile(r"\w")


def quotations(text: str, offset: int = 0) -> list[Span]:
    """Return the quoted stretches of a paragraph, marks included, in order.

    A mark that is opened and never closed runs to the end of the paragraph, as newspapers
    leave it where the next paragraph goes on quoting.

    >>> [s.of('He said "yes".') for s in quotations('He said "yes".')]
    ['"yes"']
    """
    text = text.replace("''", '" ').replace("``", '" ')
    out: list[Span] = []
    opened: int | None = None
    closing = ""
    for found in _MARK.finditer(text):
        index, mark = found.start(), found[0]
        if opened is None:
            if mark == _STRAIGHT or (mark in _OPEN_CLOSE and not _apostrophe(text, index)):
                opened, closing = index, _OPEN_CLOSE.get(mark, _STRAIGHT)
        elif mark in closing and not _apostrophe(text, index):
            if index > opened + 1:
                out.append(Span(opened + offset, index + 1 + offset))
            opened = None
    if opened is not None and _WORD.search(text[opened:]):
        out.append(Span(opened + offset, len(text) + offset))
    return out


def _apostrophe(text: str, index: int) -> bool:
    """Tell whether a single quotation mark stands inside a word or ends a possessive."""
    if text[index] not in "‘’'":
        return False
    before = text[index - 1 : index]
    after = text[index + 1 : index + 2]
    return before.isalnum() and (after.isalnum() or (after == " " and before == "s"))
