"""Which texts are copies: winnowed five-word shingles and containment.

Method: Schleimer, Wilkerson and Aiken, "Winnowing" (SIGMOD 2003), to find candidates.
They are then judged on all their shingles, so that the figure shown is exact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources

import numpy as np
import numpy.typing as npt
import yaml

from reportedly.known import Known
from reportedly.link.credits import Credit, credits  # noqa: A004 - the field's word
from reportedly.values.claim import Link, Relation
from reportedly.values.document import Document
from reportedly.values.when import instant

METHOD = "link.copies/1"

SHINGLE = 5
"""Words in a shingle."""

WINDOW = 8
"""Of so many neighbouring shingles at least one is kept in the index."""

COPY = 0.5
"""Containment from which a text is a copy: above it, pairs read by eye were reprints."""

POSSIBLE = 0.15
"""Containment from which a text may be a rewrite or a rolling update."""

SHARED = 4
"""Index terms that two documents must share to be worth judging."""

LEAST = 12
"""Shared shingles without which a pair is a quotation at most, whatever its share."""

HOPELESS = 0.08
"""Containment of fingerprints under which a pair is not looked at in full."""

LONGEST_BOILERPLATE = 300
"""Characters from which a line is taken as text, whatever it begins with."""

_WORD = re.compile(r"\w+")
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)  # odd, so that no word's bits are lost

_Hashes = npt.NDArray[np.uint64]


def fingerprints(document: Document) -> frozenset[int]:
    """Return the winnowed fingerprints of a document's text; empty under five words."""
    return _winnowed(document.text)


def terms(document: Document) -> Sequence[str]:
    """Return the index terms by which copies of a document are found.

    Documents that share at least `SHARED` of them are worth judging.
    """
    return sorted(f"copy:{value:016x}" for value in fingerprints(document))


def containment(part: frozenset[int], whole: frozenset[int]) -> float:
    """Return the share of `part` that `whole` holds too; 0 where there is no part.

    >>> containment(frozenset({1, 2}), frozenset({2, 3, 4}))
    0.5
    """
    return len(part & whole) / len(part) if part else 0.0


def copies(
    document: Document, near: Sequence[Document], known: Known, *, at: datetime
) -> Sequence[Link]:
    """Return the links of a document to the texts that it copies, or that copy it.

    Args:
        document: the text to judge.
        near: candidates, as the index finds them by `terms`.
        known: the outlets, for the words of credit.
        at: the moment of the judgement.

    Returns:
        At most one link for each candidate, in the order of `near`. `left` is the later
        text and `right` the earlier one, or the agency's own text where `left` credits it.
    """
    links = (_link(document, other, known, at) for other in near if other.id != document.id)
    return [link for link in links if link]


def _link(a: Document, b: Document, known: Known, at: datetime) -> Link | None:
    shared, share = _shared(a.text, b.text)
    if _same_page(a, b):
        left, right = (a, b) if _moment(a) >= _moment(b) else (b, a)
        return Link(left.id, right.id, "updates", 1.0, _page(a, b, share), METHOD, at)
    if share < POSSIBLE or shared < LEAST:
        return None
    left, right, credited = _directed(a, b, known)
    because = (("containment", round(share, 4)), *credited)
    return Link(left.id, right.id, _relation(a, b, share), round(share, 4), because, METHOD, at)


def _shared(a: str, b: str) -> tuple[int, float]:
    """Return how many shingles two texts share, and the larger of both containments."""
    first, second = _winnowed(a), _winnowed(b)
    if len(first & second) < HOPELESS * min(len(first), len(second)):
        return 0, 0.0
    all_first, all_second = _shingles(a), _shingles(b)
    shared = len(all_first & all_second)
    return shared, shared / max(min(len(all_first), len(all_second)), 1)


def _relation(a: Document, b: Document, share: float) -> Relation:
    if share < COPY:
        return "possible_copy"
    return "updates" if _same_outlet(a, b) else "copies"


def _directed(
    a: Document, b: Document, known: Known
) -> tuple[Document, Document, tuple[tuple[str, float], ...]]:
    """Return the copy, its source, and what the words of credit say of it."""
    given = {document.id: credits(document.text, known) for document in (a, b)}
    later, earlier = (a, b) if _moment(a) >= _moment(b) else (b, a)
    for copy, source in ((later, earlier), (earlier, later)):
        if own := _credit_to(source, given[copy.id], known):
            return copy, source, ((f"credited to {own.outlet.name}", own.weight),)
    shared = {credit.outlet.key for credit in given[earlier.id]}
    return later, earlier, tuple(_reason(c, shared) for c in given[later.id])


def _reason(credit: Credit, shared: set[str]) -> tuple[str, float]:
    """Return the words of a credit of the copy, and whether its source gives it too."""
    both = " by both" if credit.outlet.key in shared else ""
    return f"credited to {credit.outlet.name}{both}", credit.weight


def _credit_to(source: Document, given: Sequence[Credit], known: Known) -> Credit | None:
    """Return the credit that names the outlet of this document, if one does."""
    outlet = known.outlets.named(source.outlet) if source.outlet else None
    return next((c for c in given if outlet and c.outlet.key == outlet.key), None)


def _same_page(a: Document, b: Document) -> bool:
    """Whether two documents are versions of one page."""
    if a.url and a.url == b.url:
        return True
    return _same_outlet(a, b) and bool(a.title) and a.title.casefold() == b.title.casefold()


def _same_outlet(a: Document, b: Document) -> bool:
    return bool(a.outlet) and a.outlet.casefold() == b.outlet.casefold()


def _page(a: Document, b: Document, share: float) -> tuple[tuple[str, float], ...]:
    sign = "same address" if a.url and a.url == b.url else "same outlet and title"
    return ((sign, 1.0), ("containment", round(share, 4)))


def _moment(document: Document) -> tuple[datetime, datetime, str]:
    """Return what orders documents in time: published, then seen, then id."""
    stated = document.claimed_published
    published = instant(stated.start) if stated and stated.start else document.first_seen
    return published, document.first_seen, document.id


@lru_cache(maxsize=4096)
def _shingles(text: str) -> frozenset[int]:
    """Return all shingles of a text; kept, since one text is compared with many."""
    return frozenset(_hashes(text).tolist())


@lru_cache(maxsize=4096)
def _winnowed(text: str) -> frozenset[int]:
    """Return the smallest shingle of each window of a text, kept as `_shingles` are."""
    hashes = _hashes(text)
    if len(hashes) <= WINDOW:
        return frozenset(hashes.min(keepdims=True).tolist() if len(hashes) else ())
    windows = np.lib.stride_tricks.sliding_window_view(hashes, WINDOW)
    return frozenset(windows.min(axis=1).tolist())


@lru_cache(maxsize=64)
def _hashes(text: str) -> _Hashes:
    """Return the hash of each five words in a row, in their order."""
    lines = [line for line in text.splitlines() if not _is_boilerplate(line.lstrip())]
    words = _WORD.findall("\n".join(lines).lower())
    if len(words) < SHINGLE:
        return np.empty(0, np.uint64)
    codes = np.fromiter(map(_word_hash, words), np.uint64, len(words))
    end = len(words) - SHINGLE + 1
    mixed = np.zeros(end, np.uint64)
    for place in range(SHINGLE):
        mixed = mixed * _MULTIPLIER + codes[place : place + end]
        mixed ^= mixed >> np.uint64(29)
    return mixed


@lru_cache(maxsize=1 << 16)
def _word_hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "replace"), digest_size=8).digest(), "big")


def _is_boilerplate(line: str) -> bool:
    return len(line) < LONGEST_BOILERPLATE and _boilerplate().match(line) is not None


@cache
def _boilerplate() -> re.Pattern[str]:
    raw = resources.files(__package__).joinpath("boilerplate.yaml").read_text("utf-8")
    return re.compile(
        "|".join(f"(?:{line})" for line in yaml.safe_load(raw)["lines"]), re.IGNORECASE
    )
