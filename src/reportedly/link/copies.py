"""Which texts are copies: winnowed five-word shingles and containment.

The sample of `shingles` finds candidates. They are then judged on all their shingles, so
that the figure shown is exact.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from functools import cache, lru_cache
from importlib import resources

import yaml

from reportedly.known import Known
from reportedly.link.credits import Credit, credits  # noqa: A004 - the field's word
from reportedly.link.shingles import Shingles, in_common, shingles
from reportedly.values.claim import Link, Relation
from reportedly.values.document import Document
from reportedly.values.when import instant

METHOD = "link.copies/2"

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

LONGEST_BOILERPLATE = 300
"""Characters from which a line is taken as text, whatever it begins with."""


def terms(document: Document) -> Sequence[str]:
    """Return the index terms by which copies of a document are found; none under five words.

    Documents that share at least `SHARED` of them are worth judging.
    """
    return _shingles(document).terms("copy:")


def worth_judging(shared: int, one: int, other: int) -> bool:
    """Return whether texts that share so many of so many index terms may be copies."""
    return shared >= SHARED and shared >= HOPELESS * min(one, other)


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
    shared, share = _shared(_shingles(a), _shingles(b))
    if _same_page(a, b):
        left, right = (a, b) if _moment(a) >= _moment(b) else (b, a)
        return Link(left.id, right.id, "updates", 1.0, _page(a, b, share), METHOD, at)
    if share < POSSIBLE or shared < LEAST:
        return None
    left, right, credited = _directed(a, b, known)
    because = (("same text", round(share, 4)), *credited)
    return Link(left.id, right.id, _relation(a, b, share), round(share, 4), because, METHOD, at)


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


def _shingles(document: Document) -> Shingles:
    return shingles(_own_text(document.text))


@lru_cache(maxsize=4096)
def _own_text(text: str) -> str:
    """Return a text without the lines that pages carry whatever they report."""
    return "\n".join(line for line in text.splitlines() if not _is_boilerplate(line.lstrip()))


def _is_boilerplate(line: str) -> bool:
    return len(line) < LONGEST_BOILERPLATE and _boilerplate().match(line) is not None


@cache
def _boilerplate() -> re.Pattern[str]:
    raw = resources.files(__package__).joinpath("boilerplate.yaml").read_text("utf-8")
    return re.compile(
        "|".join(f"(?:{line})" for line in yaml.safe_load(raw)["lines"]), re.IGNORECASE
    )
