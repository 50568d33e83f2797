"""What a page says of itself in JSON-LD and in its meta elements."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # loaded with the extractor

_ARTICLE_TYPES = ("article", "posting", "report")
_PUBLISHED = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "dcterms.issued",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publication_date",
    "cxenseparse:recs:publishtime",
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "dcterms.modified")
_LARGEST_JSON = 1_000_000
_DEEPEST = 4
_LONGEST_NUMBER = 6


@dataclass(frozen=True, slots=True)
class Facts:
    """What the head of a page says; "" where it does not.

    Attributes:
        free: whether it says that it can be read without payment (None: not said).
        words: the length that it claims.
    """

    title: str = ""
    site: str = ""
    publisher: str = ""
    url: str = ""
    published: str = ""
    updated: str = ""
    lang: str = ""
    free: bool | None = None
    words: int | None = None


def facts(tree: HtmlElement) -> Facts:
    """Return what a page says of itself, JSON-LD before meta elements."""
    node, meta = _article_node(tree), _meta(tree)
    return Facts(
        title=_words(node.get("headline")) or meta.get("og:title", "") or _heading(tree),
        site=meta.get("og:site_name", "") or meta.get("application-name", ""),
        publisher=_words(node.get("publisher")),
        url=_canonical(tree) or meta.get("og:url", ""),
        published=_words(node.get("datePublished")) or _first(meta, _PUBLISHED),
        updated=_words(node.get("dateModified")) or _first(meta, _UPDATED),
        lang=_language(tree, node, meta),
        free=_free(node),
        words=_count(node.get("wordCount")),
    )


def _article_node(tree: HtmlElement) -> Mapping[str, Any]:
    """Return the JSON-LD node of the article, {} where there is none."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        raw = script.text_content()
        if len(raw) > _LARGEST_JSON:
            continue
        try:
            nodes = list(_nodes(json.loads(raw, strict=False)))
        except (ValueError, RecursionError):
            continue
        for node in nodes:
            kind = _words(node.get("@type")).lower()
            if any(name in kind for name in _ARTICLE_TYPES) and "headline" in node:
                return node
    return {}


def _nodes(body: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > _DEEPEST:
        return
    if isinstance(body, list):
        for item in body:
            yield from _nodes(item, depth + 1)
    elif isinstance(body, dict):
        yield body
        for inner in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _nodes(body.get(inner), depth + 1)


def _words(value: object) -> str:
    """Return the words of a JSON-LD value: its own, its name, or its first item's."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, dict):
        return _words(value.get("name") or value.get("@value"))
    if isinstance(value, list) and value:
        return _words(value[0]) or _words(value[-1])
    return ""


def _meta(tree: HtmlElement) -> dict[str, str]:
    """Return the meta elements, the first of each name."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.lower(), content)
    for element in tree.iter("time", "span"):
        stamp = element.get("datetime") or element.get("content") or ""
        name = (element.get("itemprop") or "").lower()
        if stamp and name in {"datepublished", "datemodified"}:
            found.setdefault(name, stamp.strip())
    return found


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((meta[name] for name in names if name in meta), "")


def _heading(tree: HtmlElement) -> str:
    for path in (".//h1", ".//title"):
        element = tree.find(path)
        if element is not None and (words := " ".join(element.text_content().split())):
            return words
    return ""


def _canonical(tree: HtmlElement) -> str:
    for link in tree.iter("link"):
        if "canonical" in (link.get("rel") or "").lower().split():
            return (link.get("href") or "").strip()
    return ""


def _language(tree: HtmlElement, node: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    declared = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
    return declared or _words(node.get("inLanguage")) or meta.get("og:locale", "")


def _free(node: Mapping[str, Any]) -> bool | None:
    value = node.get("isAccessibleForFree")
    if value is None:
        return None
    return str(value).strip().lower() not in {"false", "no", "0"}


def _count(value: object) -> int | None:
    digits = str(value)
    return int(digits) if digits.isdecimal() and len(digits) <= _LONGEST_NUMBER else None
