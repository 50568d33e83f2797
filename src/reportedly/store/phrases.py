"""What people type to search, taken apart without any syntax that could go wrong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_PIECE = re.compile(r'"(?P<quoted>[^"]*)"?(?P<quoted_open>\*)?|(?P<bare>[^\s"]+)')
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand side by side; with `open_end` the last one may go on."""

    words: tuple[str, ...]
    open_end: bool = False


def phrases(query: str) -> tuple[Phrase, ...]:
    """Return the phrases of a query: all of them have to be found.

    Quoted words belong together, so do the parts of "Pantsir-S1"; a star after a word
    stands for any ending. Other signs mean nothing.

    >>> phrases('"air defence" Pantsir-S1 deliver*')[1:]
    (Phrase(words=('pantsir', 's1'), open_end=False), Phrase(words=('deliver',), open_end=True))
    """
    found = []
    for piece in _PIECE.finditer(query):
        text = piece["bare"] if piece["quoted"] is None else piece["quoted"]
        open_end = bool(piece["quoted_open"]) or (piece["quoted"] is None and text.endswith("*"))
        if tokens := words(text):
            found.append(Phrase(tokens, open_end))
    return tuple(found)


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text, in lower case and without diacritics.

    >>> words("Café, S-300")
    ('cafe', 's', '300')
    """
    plain = unicodedata.normalize("NFKD", text)
    bare = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return tuple(_WORD.findall(bare.lower()))


def hits(text: str, wanted: Sequence[Phrase]) -> int:
    """Return how often the phrases stand in a text; 0 when one of them does not.

    >>> hits("Rain, and more rain.", phrases("rain"))
    2
    """
    tokens = words(text)
    counts = [sum(_stands_at(tokens, place, one) for place in range(len(tokens))) for one in wanted]
    return sum(counts) if all(counts) else 0


def _stands_at(tokens: Sequence[str], place: int, wanted: Phrase) -> bool:
    here = tuple(tokens[place : place + len(wanted.words)])
    if not wanted.open_end:
        return here == wanted.words
    return (
        len(here) == len(wanted.words)
        and here[:-1] == wanted.words[:-1]
        and here[-1].startswith(wanted.words[-1])
    )
