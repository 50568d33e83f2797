"""What stands around tokens, for the guards of the grammar."""

from __future__ import annotations

import re

from reportedly.read.times.tokens import Tokens

BEFORE_A_DATE = frozenset(
    (
        "in", "of", "since", "until", "till", "by", "from", "to", "through", "during",
        "before", "after", "between", "and", "or", "for", "last", "next", "this", "early",
        "late", "mid", "on", "throughout", "than", "about", "around", "as", "circa",
        "every", "each",
    )
)  # fmt: skip
COUNTED = frozenset(
    (
        "people", "men", "women", "children", "percent", "million", "billion", "dollars",
        "troops", "soldiers", "km", "miles", "meters", "metres", "members", "others",
        "points", "feet", "pounds", "euros", "tons",
    )
)  # fmt: skip
LONGEST_NAME = 4
"""Up to how many letters a word in -s is too short to be taken for a plural."""


def word_after(row: Tokens, match: re.Match[str]) -> str:
    """Return the word behind an expression in small letters."""
    return row.small(match.end())


def word_before(row: Tokens, match: re.Match[str]) -> str:
    """Return the word before an expression in small letters."""
    return row.small(match.start() - 1)


def counts_things(row: Tokens, index: int) -> bool:
    """Return whether the token is a small plural noun, as in "2000 protesters"."""
    word = row.word(index)
    return word in COUNTED or (
        word.islower() and word.endswith("s") and len(word) > LONGEST_NAME and not row.values[index]
    )


def opens_sentence(row: Tokens, index: int) -> bool:
    """Return whether a sentence, or a quotation in it, begins with this token."""
    return index == 0 or row.small(index - 1) in ("", ".", "!", "?", ":", '"', "“", "``", "`")


def is_glued(row: Tokens, index: int) -> bool:
    """Return whether nothing stands between this token and the one before."""
    return 0 < index < len(row.starts) and row.starts[index] == row.ends[index - 1]
