"""A text as runs of five words: all of them to compare by, and a sample of them to find it by.

Method: Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
Fingerprinting" (SIGMOD 2003), with the rolling hash of Karp and Rabin (1987) modulo 2^64.
All runs of a text are hashed in a few passes over its code units.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt

SHINGLE = 5
"""Words in a shingle."""

WINDOW = 8
"""Of so many neighbouring shingles at least one is kept in the index."""

_UNITS = 1 << 16
_BASE = 0x9E3779B97F4A7C15
"""Odd, so that it can be divided by modulo 2^64."""

_GAPS = re.compile(r"\W+")

Hashes = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True, eq=False)
class Shingles:
    """The hashes of a text's shingles, sorted, each once.

    Attributes:
        every: all of them.
        index: the smallest one of each window.
    """

    every: Hashes
    index: Hashes

    def terms(self, prefix: str) -> Sequence[str]:
        """Return the sample as sixteen hexadecimal digits each, in order, after a prefix."""
        # Written all at once, the most significant byte first.
        digits = self.index.astype(">u8").tobytes().hex(" ", 8)
        return (prefix + digits.replace(" ", " " + prefix)).split(" ") if digits else []


@lru_cache(maxsize=4096)
def shingles(text: str) -> Shingles:
    """Return the shingles of a text; kept, since one text is compared with many."""
    hashes = _hashes(text)
    return Shingles(_distinct(hashes), _distinct(_smallest(hashes)))


def in_common(one: Hashes, other: Hashes) -> int:
    """Return how many hashes both hold.

    >>> one, other = shingles("a b c d e f"), shingles("b c d e f g")
    >>> in_common(one.every, other.every)
    1
    """
    merged = np.concatenate((one, other))
    merged.sort(kind="stable")  # two runs in order are merged in one pass
    return int(np.count_nonzero(merged[1:] == merged[:-1]))


def _hashes(text: str) -> Hashes:
    """Return the hash of each five words in a row, in their order.

    Letters and figures in lower case, a nought after each word, are digits of one long
    number; a shingle is the part of it between two noughts.
    """
    units = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), np.uint16)
    letters = _letters().take(units)
    inside = letters != 0
    kept = inside.copy()
    kept[1:] |= inside[:-1]
    digits = letters[kept]
    if len(digits) and digits[-1]:
        digits = np.append(digits, np.uint64(0))
    ends = np.flatnonzero(digits == 0)
    if len(ends) < SHINGLE:
        return np.empty(0, np.uint64)
    power, inverse = _powers(len(digits).bit_length())
    sums = np.zeros(len(digits) + 1, np.uint64)
    np.cumsum(digits * power[: len(digits)], out=sums[1:])
    last = ends[SHINGLE - 1 :]
    first = np.zeros(len(last), np.intp)
    first[1:] = ends[: len(last) - 1] + 1
    return _mixed((sums[last] - sums[first]) * inverse[first])


def _mixed(numbers: Hashes) -> Hashes:
    """Return numbers of which every bit depends on all bits (as in SplitMix64)."""
    numbers ^= numbers >> np.uint64(32)
    numbers *= np.uint64(_BASE)
    numbers ^= numbers >> np.uint64(29)
    return numbers


def _smallest(hashes: Hashes) -> Hashes:
    """Return the smallest hash of each window; of a text shorter than one, its smallest."""
    if len(hashes) <= WINDOW:
        return hashes.min(keepdims=True) if len(hashes) else hashes
    width = 1
    while width < WINDOW:
        hashes = np.minimum(hashes[width:], hashes[:-width])
        width *= 2
    return hashes


def _distinct(hashes: Hashes) -> Hashes:
    """Return the hashes sorted, each once (np.unique takes four times as long for so few)."""
    ordered = np.sort(hashes)
    first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=first[1:])
    return ordered[first]


@cache
def _letters() -> Hashes:
    """Return the lower case of each UTF-16 unit that stands in words, 0 for any other."""
    units = "".join(map(chr, range(_UNITS)))
    lower = units.replace("İ", "i").lower()  # the one unit whose lower case is two
    table = np.frombuffer(lower.encode("utf-16-le", "surrogatepass"), np.uint16).astype(np.uint64)
    for gap in _GAPS.finditer(units):
        table[slice(*gap.span())] = 0
    return table


@cache
def _powers(bits: int) -> tuple[Hashes, Hashes]:
    """Return the first 2^bits powers of the base modulo 2^64, and of its inverse."""
    power = np.full(1 << bits, _BASE, np.uint64)
    inverse = np.full(1 << bits, pow(_BASE, -1, 1 << 64), np.uint64)
    power[0] = inverse[0] = 1
    return np.multiply.accumulate(power), np.multiply.accumulate(inverse)
