"""Who is named in a text only to say whose aide or sister somebody is."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.link.words import lemma, lexicon, tokens

_BETWEEN = 2
"""Words that may stand between the owner and the relative ("Lima's former chief aide")."""

_OWNING = frozenset({"of", "to", "for"})
_OFFICES = frozenset(
    """leader president minister prime chief commander king queen head general spokesman
    the late former then""".split()
)
"""Words in lower case that may stand before a name."""


def named_for_others(text: str) -> frozenset[str]:
    """Return the lemmas of names that only tell to whom somebody else belongs.

    >>> sorted(named_for_others("A raid killed an aide to Army leader Ana Lima in Lund"))
    ['ana', 'army', 'lima']
    >>> sorted(named_for_others("Lima's aide was killed, and Lima was hurt"))
    []
    """
    words = tokens(text)
    owners: set[int] = set()
    for place, word in enumerate(words):
        if lemma(word) in lexicon().relatives and word.islower():
            owners.update(_behind(words, place), _before(words, place))
    named = {place for place, word in enumerate(words) if word[:1].isupper() or "-" in word}
    elsewhere = {lemma(words[place]) for place in named - owners}
    told = {lemma(words[place]) for place in owners & named}
    return frozenset(told - elsewhere - lexicon().stop)


def _behind(words: Sequence[str], place: int) -> range:
    """Return where the owner stands in "an aide to the army leader Ana Lima"."""
    of = next((p for p in (place + 1, place + 2) if words[p : p + 1] and words[p] in _OWNING), None)
    if of is None:
        return range(0)
    end = of + 1
    while end < len(words) and (_is_named(words[end]) or words[end] in _OFFICES):
        end += 1
    return range(of + 1, end)


def _before(words: Sequence[str], place: int) -> range:
    """Return where the owner stands in "Ana Lima's former aide" or "a Lima aide"."""
    for last in range(place - 1, max(-1, place - 2 - _BETWEEN), -1):
        owning = words[last].endswith(("'s", "’s", "s'", "s’"))
        if _is_named(words[last]) and (owning or last == place - 1):
            first = last
            while first and _is_named(words[first - 1]):
                first -= 1
            return range(first, last + 1)
    return range(0)


def _is_named(word: str) -> bool:
    return word[:1].isupper() or any(part[:1].isupper() for part in word.split("-"))
