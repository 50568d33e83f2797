"""HTML -> Draft: main text and metadata. Nothing here opens a connection."""

from __future__ import annotations

import logging
import re
from copy import deepcopy
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from reportedly.errors import ParseError
from reportedly.ingest.canonical import host_of
from reportedly.ingest.dates import EARLIEST_YEAR, is_date
from reportedly.ingest.draft import Draft
from reportedly.ingest.metadata import Facts, facts

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # loaded with the extractor

MAX_BYTES = 10_000_000
"""The longest live blogs have 2 MB of HTML; above 10 MB it is no article, or a trap."""

MAX_TAGS = 25_000
"""Real articles have up to 9,000; extraction takes time with the square of their number."""

MAX_LINKS = 5_000
"""Real articles with all their menus have up to 900; they are the slowest of all elements."""

MAX_DEPTH = 3_000
"""Real pages with unclosed elements come to 900; deeper ones exhaust the parser."""

MAX_ATTRIBUTES = 10_000
"""In one element; parsing takes time with the square of their number."""

_ENOUGH = 1000
_AROUND = 20_000
"""Characters: beside a text shorter than the first, so much of the page is looked at."""

_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)")
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param"}
_OFTEN_OPEN = {"p", "li", "td", "tr", "th", "dt", "dd", "option", "path", "source", "track", "wbr"}
_NOT_DEEPER = _VOID | _OFTEN_OPEN
_HTML_SIGN = re.compile(
    r"<(?:!doctype\s+html|html|head|body|article|div|p|h1|title)\b", re.IGNORECASE
)
_FRAGMENT_SIGN = re.compile(
    r"</(?:p|div|body|html|article|section|h[1-6])>|<br\s*/?>", re.IGNORECASE
)

for _library in ("trafilatura", "htmldate"):
    logging.getLogger(_library).setLevel(logging.CRITICAL)  # refusals are told as problems


def looks_like_html(start: str) -> bool:
    """Return whether a text begins as a page does."""
    return start.lstrip()[:1] == "<" and bool(_HTML_SIGN.search(start[:2000]))


def holds_html(text: str) -> bool:
    """Return whether a column or a mail holds HTML instead of plain text."""
    return bool(_FRAGMENT_SIGN.search(text[:_AROUND]))


def page(html: str, *, address: str, url: str, now: datetime) -> Draft:
    """Return the main text of a page and what it says of itself.

    Args:
        html: the page, decoded.
        address: where it came from, for messages.
        url: its address where known; a page may not claim to stand on another host.
        now: later dates are not looked for.

    Raises:
        ParseError: it is too large, or breaks the parser.
    """
    from trafilatura import load_html  # noqa: PLC0415  # slow to load

    check_shape(html, address)
    try:
        tree = load_html(html)
        if tree is None:
            return Draft("", around=html[:_AROUND], url=url, page=True)
        return _draft(tree, facts(tree), url, now)
    except (RecursionError, MemoryError, ValueError, OverflowError, AttributeError) as error:
        raise ParseError(
            f"The HTML of {address} is broken in a way that stops its parser. "
            "Save the text of the article and give that file.",
            address,
            "malformed",
        ) from error


def fragment(html: str, *, address: str) -> str:
    """Return the text of a piece of HTML from a column or a mail, all of it."""
    from trafilatura import html2txt, load_html  # noqa: PLC0415  # slow to load

    check_shape(html, address)
    try:
        tree = load_html(f"<html><body><div>{html}</div></body></html>")
        text = "" if tree is None else _paragraphs(tree)
        return text or html2txt(html)
    except (RecursionError, MemoryError, ValueError, OverflowError, AttributeError):
        return ""


def check_shape(html: str, address: str) -> None:
    """Let HTML pass that can be parsed in reasonable time and memory.

    Raises:
        ParseError: it has too many bytes, elements, levels or attributes.
    """
    depth = links = 0
    for number, tag in enumerate(_TAG.finditer(html)):
        if tag[2].lower() not in _NOT_DEEPER:
            depth += -1 if tag[1] else 1
        links += tag[2] in {"a", "A"} and not tag[1]
        attributes = tag[3].count("=") if len(tag[3]) > MAX_ATTRIBUTES else 0
        many = number > MAX_TAGS or links > MAX_LINKS
        if many or depth > MAX_DEPTH or attributes > MAX_ATTRIBUTES:
            raise too_large(address, "The HTML of", "holds more elements than any article")
    if len(html) > MAX_BYTES:
        raise too_large(address, "The HTML of", f"is larger than {MAX_BYTES // 1_000_000} MB")


def too_large(address: str, what: str, why: str) -> ParseError:
    """Return the error that says that something is too large to be an article."""
    return ParseError(
        f"{what} {address} {why}. Save the text of the article and give that file.",
        address,
        "too_large",
    )


def _draft(tree: HtmlElement, said: Facts, url: str, now: datetime) -> Draft:
    text = _paragraphs(tree)
    return Draft(
        text=text,
        around="" if len(text) > _ENOUGH else " ".join(tree.text_content().split())[:_AROUND],
        url=_own_url(said.url, url),
        title=said.title,
        headed=True,
        outlet=said.site or said.publisher,
        published=said.published
        if is_date(said.published)
        else _guessed_date(tree, url or said.url, now),
        updated=said.updated,
        lang=said.lang,
        free=said.free,
        words=said.words,
        page=True,
    )


def _paragraphs(tree: HtmlElement) -> str:
    """Return the main text with an empty line between paragraphs."""
    from trafilatura import extract  # noqa: PLC0415  # slow to load

    text = extract(tree, favor_precision=True, include_comments=False) or ""
    lines = (line.strip() for line in text.splitlines())
    return "\n\n".join(line for line in lines if line)


def _own_url(claimed: str, known: str) -> str:
    """Return the canonical address that a page claims, where it may claim it."""
    if not known:
        return claimed if claimed.startswith(("http://", "https://")) else ""
    return claimed if host_of(claimed) == host_of(known) else known


def _guessed_date(tree: HtmlElement, url: str, now: datetime) -> str:
    """Return the day that `htmldate` finds in the page, "" where it finds none."""
    from htmldate import find_date  # noqa: PLC0415  # slow to load

    found = find_date(
        deepcopy(tree),
        extensive_search=True,
        original_date=True,
        url=url or None,
        min_date=datetime(EARLIEST_YEAR, 1, 1, tzinfo=now.tzinfo),
        max_date=now + timedelta(days=1),
    )
    return found or ""
