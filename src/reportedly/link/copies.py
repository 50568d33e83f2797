"""Which texts are copies: winnowed five-word shingles and containment.

The sample of `shingles` finds candidates. They are then judged on all their shingles, so
that the figure shown is exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from reportedly.known import Known
from reportedly.link.boilerplate import without
from reportedly.link.credits import Credit, credits  # noqa: A004 - the field's word
from reportedly.link.shingles import Shingles, in_common, shingles
from reportedly.values.claim import Link, Relation
from reportedly.values.document import Document
from reportedly.values.when import instant

METHOD = "link.copies/3"

COPY = 0.5
"""Containment from which a text is a copy: above it, pairs read by eye were reprints."""

POSSIBLE = 0.15
"""Containment from which a text may be a rewrite or a rolling update."""

SHARED = 4
"""Index terms that two documents must share to be worth judging."""

LEAST = 12
"""Shared shingles without which a pair is a quotation at most, whatever its share."""

HOPELESS = 0.08
"""Share of the fewer index terms under which a pair has no chance to be a copy."""

_NOTHING: frozenset[str] = frozenset()
"""No passage that an outlet repeats."""


def terms(document: Document) -> Sequence[str]:
    """Return the index terms by which copies of a document are found; none under five words.

    Documents that share at least `SHARED` of them are worth judging.
    """
    return _shingles(document).terms("copy:")


def worth_judging(shared: int, one: int, other: int) -> bool:
    """Return whether texts that share so many of so many index terms may be copies."""
    return shared >= SHARED and shared >= HOPELESS * min(one, other)


def shares_enough(one: Document, other: Document) -> bool:
    """Return whether two texts may be linked, whatever is left out of them."""
    return _same_page(one, other) or _shared(_shingles(one), _shingles(other))[0] >= LEAST


def copies(
    document: Document,
    near: Sequence[Document],
    known: Known,
    *,
    at: datetime,
    repeated: Mapping[str, frozenset[str]] | None = None,
) -> Sequence[Link]:
    """Return the links of a document to the texts that it copies, or that copy it.

    Args:
        document: the text to judge.
        near: candidates, as the index finds them by `terms`.
        known: the outlets, for the words of credit.
        at: the moment of the judgement.
        repeated: by the id of a document, the passages that its outlet repeats, which are
            left out of both texts (see `boilerplate.learnt`).

    Returns:
        At most one link for each candidate, in the order of `near`. `left` is the later
        text and `right` the earlier one, or the agency's own text where `left` credits it.
        "unrelated" are texts that would be copies but for what their outlets repeat.
    """
    by_id = repeated or {}
    own = by_id.get(document.id, _NOTHING)
    links = (
        _link(document, other, known, at, own | by_id.get(other.id, _NOTHING))
        for other in near
        if other.id != document.id
    )
    return [link for link in links if link]


def _link(
    a: Document, b: Document, known: Known, at: datetime, repeated: frozenset[str]
) -> Link | None:
    shared, share = _shared(_shingles(a, repeated), _shingles(b, repeated))
    if _same_page(a, b):
        left, right = (a, b) if _moment(a) >= _moment(b) else (b, a)
        return Link(left.id, right.id, "updates", 1.0, _page(a, b, share), METHOD, at)
    if not _enough(shared, share):
        if not (repeated and _enough(*_shared(_shingles(a), _shingles(b)))):
            return None
        left, right, _ = _directed(a, b, known)
        reason = ("same text but for what the outlet repeats", round(share, 4))
        return Link(left.id, right.id, "unrelated", round(1 - share, 4), (reason,), METHOD, at)
    left, right, credited = _directed(a, b, known)
    because = (("same text", round(share, 4)), *credited)
    return Link(left.id, right.id, _relation(a, b, share), round(share, 4), because, METHOD, at)


def _enough(shared: int, share: float) -> bool:
    return share >= POSSIBLE and shared >= LEAST


def _shared(one: Shingles, other: Shingles) -> tuple[int, float]:
    """Return how many shingles two texts share, and the larger of both containments."""
    shared = in_common(one.every, other.every)
    return shared, shared / max(min(len(one.every), len(other.every)), 1)


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
            return copy, source, ((own.reason(), own.weight),)
    shared = {credit.outlet.key for credit in given[earlier.id]}
    return later, earlier, tuple(_reason(c, shared) for c in given[later.id])


def _reason(credit: Credit, shared: set[str]) -> tuple[str, float]:
    """Return the words of a credit of the copy, and whether its source gives it too."""
    both = ", as the other is" if credit.outlet.key in shared else ""
    return credit.reason(both), credit.weight


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
    return ((sign, 1.0), ("same text", round(share, 4)))


def _moment(document: Document) -> tuple[datetime, datetime, str]:
    """Return what orders documents in time: published, then seen, then id."""
    stated = document.claimed_published
    published = instant(stated.start) if stated and stated.start else document.first_seen
    return published, document.first_seen, document.id


def _shingles(document: Document, repeated: frozenset[str] = _NOTHING) -> Shingles:
    return shingles(_own_text(document.text, repeated))


_own_text = lru_cache(maxsize=4096)(without)
"""A text without boilerplate; kept, since one text is compared with many."""
