"""Words of which a part negates the rest: "unknown", "fearless"."""

from __future__ import annotations

from reportedly.read.words import words

_SHORTEST = 4
"""Letters that must be left of a word for it to be one."""


def affix(word: str) -> str | None:
    """Return the part of a word that negates the rest of it, None where there is none.

    >>> affix("Unknown"), affix("fearless"), affix("under")
    ('Un', 'less', None)
    """
    lists, lower = words("negation"), word.lower()
    if lower in lists["other"] or lower.startswith("under") or not word.isalpha():
        return None
    for part in lists["prefixes"]:
        if lower.startswith(part) and len(word) >= len(part) + _SHORTEST:
            return word[: len(part)]
    for part in lists["endings"]:
        if lower.endswith((part, f"{part}ly")) and len(word) >= len(part) + _SHORTEST - 1:
            at = lower.rindex(part)
            return word[at : at + len(part)]
    return None
