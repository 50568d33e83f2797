"""Texts as parsers learnt to read them: headlines as plain sentences, addresses as names.

"Ministry Denies It Sold Arms" is read as a row of names where its capitals stay. After Lita,
Ittycheriah, Roukos and Kambhatla, "tRuEcasIng" (ACL 2003), with a dictionary for the model.
"""

from __future__ import annotations

import re
from functools import lru_cache

import simplemma

TITLED = 0.8
"""Share of words with a capital from which a line is a title."""

_LONG, _ENOUGH = 4, 4
"""Letters from which titles write a word with a capital, and how many such words make one."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


_ADDRESS = re.compile(
    r"(?<![\w@/.-])[A-Za-z0-9][\w-]*(?:\.[A-Za-z0-9][\w-]*)*"
    r"\.(?:com|org|net|info|news|media|press|online|example|eu|uk|ru|ua|by|pl|de|fr|es|it|ro|bg|rs|"
    r"tr|il|ir|iq|lb|eg|in|cn|jp|kr|br|mx|ar|za|ng|ke|gh|au|nz|ca)(?![\w.-]*\w)",
)
_JOINTS = re.compile(r"[^A-Za-z0-9]")


def readable(line: str) -> str:
    """Return a line of the same length as parsers read it best.

    >>> readable("Hungary Denies It Sold Arms to Khartoum")
    'Hungary denies it sold arms to Khartoum'
    >>> readable("He told night-voice.com so.")
    'He told Nightxvoicexcom so.'
    """
    return _ADDRESS.sub(lambda match: _as_name(match[0]), in_sentence_case(line))


def _as_name(address: str) -> str:
    """Return the address of a site as one word with a capital."""
    return _JOINTS.sub("x", address).capitalize()


def in_sentence_case(line: str) -> str:
    """Return a line of the same length, its words in small letters where it is a title.

    What can only be a name keeps its capital.

    >>> in_sentence_case("Hungary Denies It Sold Arms to Khartoum")
    'Hungary denies it sold arms to Khartoum'
    >>> in_sentence_case("Hungary denies it sold arms.")
    'Hungary denies it sold arms.'
    """
    long = [match[0] for match in _WORD.finditer(line) if len(match[0]) >= _LONG]
    if len(long) < _ENOUGH or sum(w[0].isupper() for w in long) < TITLED * len(long):
        return line
    first = _WORD.search(line)
    start = first.end() if first else 0
    return line[:start] + _WORD.sub(lambda match: _of_its_length(match[0]), line[start:])


def _of_its_length(word: str) -> str:
    """Return a word as it is written in a sentence, where that takes as many characters."""
    plain = _plain(word)
    return plain if len(plain) == len(word) else word


@lru_cache(maxsize=1 << 14)
def _plain(word: str) -> str:
    """Return a word in small letters, with a capital where it is a name or unknown."""
    lower = word.lower()
    if simplemma.is_known(lower, lang="en") and simplemma.lemmatize(lower, lang="en").islower():
        return lower
    return word if len(word) < _LONG else lower.capitalize()
