"""Draft -> Document: whose it is, when it is from, and whether it is an article at all."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from urllib.parse import urlsplit

from reportedly.errors import InvalidValueError
from reportedly.ingest import refusals
from reportedly.ingest.canonical import canonical_url
from reportedly.ingest.dates import claimed
from reportedly.ingest.draft import Draft
from reportedly.ingest.hints import Hints
from reportedly.known import Known, Outlet
from reportedly.values.document import Document, document
from reportedly.values.when import When, published

_SAMPLE = 4000


def article(
    draft: Draft, *, hints: Hints, known: Known, now: datetime, address: str
) -> tuple[Document, tuple[str, ...]]:
    """Return the document of a draft, and what was not believed of its dates.

    The user's hints outweigh the page; the outlet's known zone is used for a clock time
    without an offset, and the document says so.

    Raises:
        ParseError: it is no article; `reason` says what it is instead.
        InvalidValueError: a hint cannot be true.
    """
    refusals.check(draft, address)
    hints.checked(now)
    url = canonical_url(hints.url or draft.url)
    zone, zone_from = _zone(url, draft, hints, known)
    said, doubts = _believed(draft.published, zone, zone_from, now)
    if hints.published:
        said, doubts = published(hints.published, zone=zone, zone_from=zone_from), ()
    updated, _ = _believed(draft.updated, zone, zone_from, now)
    return document(
        _with_headline(draft),
        outlet=_outlet(url, draft, hints, known),
        url=url,
        title=hints.title or draft.title,
        lang=_language(draft),
        published=said,
        updated=updated,
        first_seen=now,
        captured_in=address,
    ), doubts


def _with_headline(draft: Draft) -> str:
    """Return the text under its headline, which says things, too, and names who says them."""
    title, text = draft.title.strip(), draft.text
    opening = " ".join(text[: 2 * len(title)].split())
    if not title or not draft.headed or opening.startswith(" ".join(title.split())):
        return text
    return f"{title}\n\n{text}"


def _believed(
    raw: str, zone: str | None, zone_from: str | None, now: datetime
) -> tuple[When | None, tuple[str, ...]]:
    """Return the moment that a page claims, or why it is not believed."""
    if not raw.strip():
        return None, ()
    try:
        return claimed(raw, zone=zone, zone_from=zone_from, now=now), ()
    except InvalidValueError as error:
        return None, (str(error),)


def _outlet(url: str, draft: Draft, hints: Hints, known: Known) -> str:
    """Return the outlet's name: the user's word, then the address, then the page's own.

    An address that no list knows gives at least its host: two of them are two outlets.
    """
    if hints.outlet or draft.rowed:
        return hints.outlet or draft.rowed
    registered = _at_domain(url, draft, known) or known.outlets.named(draft.outlet)
    if registered:
        return registered.name
    return draft.outlet or (_host(url) or "").removeprefix("www.")


def _zone(url: str, draft: Draft, hints: Hints, known: Known) -> tuple[str | None, str | None]:
    if hints.zone:
        return hints.zone, "user"
    name = hints.outlet or draft.rowed
    registered = known.outlets.named(name) if name else _at_domain(url, draft, known)
    if registered is None and draft.outlet and not name:
        registered = known.outlets.named(draft.outlet)
    zone = registered.zone if registered else None
    return (zone, "outlet") if zone else (None, None)


def _at_domain(url: str, draft: Draft, known: Known) -> Outlet | None:
    host = _host(url)
    return known.outlets.at_domain(host or draft.domain) if host or draft.domain else None


def _host(url: str) -> str | None:
    return urlsplit(url).hostname if url.startswith("http") else None


def _language(draft: Draft) -> str:
    """Return the declared language; "und" for undeclared text in another script than Latin."""
    declared = draft.lang.replace("_", "-").partition("-")[0].strip().lower()
    if declared.isalpha() and len(declared) in {2, 3}:
        return declared
    letters = [letter for letter in draft.text[:_SAMPLE] if letter.isalpha()]
    latin = sum(1 for letter in letters if unicodedata.name(letter, "").startswith("LATIN"))
    return "en" if 2 * latin >= len(letters) else "und"
