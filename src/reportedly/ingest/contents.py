"""Bytes -> documents and problems, whatever kind of content they are."""

from __future__ import annotations

import base64
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import BinaryIO, Literal, TypeAlias, cast

from reportedly.errors import InvalidValueError, ParseError
from reportedly.ingest import mail, page, table
from reportedly.ingest.article import article
from reportedly.ingest.decoding import binary_kind, decoded
from reportedly.ingest.draft import Draft
from reportedly.ingest.hints import Hints
from reportedly.known import Known
from reportedly.values.document import Document, Problem, problem

MAX_TEXT = 5_000_000
"""Bytes of one plain text: a long novel has one million, an article ten thousand."""

_SNIFFED = 8192
_LIMITS = {
    "text": MAX_TEXT,
    "html": page.MAX_BYTES,
    "mail": mail.MAX_BYTES,
    "json": table.MAX_TABLE,
    "csv": table.MAX_TABLE,
}
_SUFFIXES: dict[str, Kind] = {
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".eml": "mail",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "csv",
}
_FEED = re.compile(
    r"(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)\b", re.DOTALL
)
_BASE64 = "data:application/octet-stream;base64,"

Kind: TypeAlias = Literal["text", "html", "mail", "jsonl", "json", "csv"]
Found: TypeAlias = "Iterator[Document | Problem]"


@dataclass(frozen=True, slots=True)
class Run:
    """What every step of one request needs."""

    known: Known
    now: datetime


@dataclass(frozen=True, slots=True)
class Origin:
    """Where bytes came from.

    Attributes:
        suffix: of the file's name, in lower case, "" where there is none.
        url, declared: the address and the encoding that a server gave.
        keep: whether the address alone cannot bring the bytes back.
    """

    address: str
    hints: Hints
    suffix: str = ""
    url: str = ""
    declared: str | None = None
    keep: bool = False


def contents(origin: Origin, stream: BinaryIO, run: Run, *, row: bool = False) -> Found:
    """Yield what bytes hold: documents, and a problem for each thing that is none.

    Args:
        origin: where they came from, and what the user says of them.
        stream: read once, only as far as the limit of its kind.
        run: what is known, and the moment.
        row: they are one row of a table, in JSON if they could be told so far.
    """
    opened = _buffered(stream)
    data = b""
    try:
        kind = _kind(opened.peek(_SNIFFED), origin)
        if kind == "jsonl":
            for cell in table.json_lines(opened, address=origin.address):
                yield from _row(origin if row else _at(origin, cell), cell, run)
            return
        data = _read(opened, kind, origin.address)
        if kind in {"json", "csv"}:
            rows = table.json_rows if kind == "json" else table.csv_rows
            for cell in rows(data, address=origin.address):
                yield from _row(_at(origin, cell), cell, run)
            return
        yield from _finished(origin, lambda: _draft(kind, data, origin, run), data, run)
    except ParseError as error:
        yield set_aside(origin, error.reason, str(error), run, data)


def set_aside(origin: Origin, reason: str, message: str, run: Run, data: bytes = b"") -> Problem:
    """Return the problem of something that is set aside, with its bytes where needed."""
    return problem(
        origin.address,
        reason,
        message,
        at=run.now,
        payload=_payload(data) if origin.keep and data else None,
        hints=origin.hints.pairs(),
    )


def payload_bytes(payload: str) -> bytes:
    """Return the bytes that a problem kept."""
    if payload.startswith(_BASE64):
        return base64.b64decode(payload.removeprefix(_BASE64))
    return payload.encode()


def _payload(data: bytes) -> str:
    """Return bytes as text; as a data URL where they are not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return _BASE64 + base64.b64encode(data).decode("ascii")


def _buffered(stream: BinaryIO) -> io.BufferedReader:
    if isinstance(stream, io.BufferedReader):
        return stream
    return io.BufferedReader(cast("io.RawIOBase", stream))


def _read(opened: io.BufferedReader, kind: Kind, address: str) -> bytes:
    limit = _LIMITS[kind]
    data = opened.read(limit + 1)
    if len(data) > limit:
        what = "The HTML of" if kind == "html" else "The content of"
        raise page.too_large(address, what, f"is larger than {limit // 1_000_000} MB")
    return data


def _kind(head: bytes, origin: Origin) -> Kind:
    """Return what kind of content bytes are, by the name of the file, else by how they begin.

    Raises:
        ParseError: they are a feed, which is a list of articles and none itself.
    """
    if binary_kind(head):
        return "text"  # told when it is decoded
    start = head.decode("utf-8", errors="replace").lstrip("\ufeff \t\r\n")
    if _FEED.match(start):
        raise ParseError(
            f"{origin.address} is a feed, a list of articles. Give the address of one article.",
            origin.address,
            "feed",
        )
    if origin.suffix in _SUFFIXES:
        return _SUFFIXES[origin.suffix]
    if page.looks_like_html(start):
        return "html"
    return "text" if origin.suffix else _sniffed(start, head, origin.hints)


def _sniffed(start: str, head: bytes, hints: Hints) -> Kind:
    """Return what kind of content has no name that tells."""
    first, _, _ = start.partition("\n")
    if re.match(r'\{\s*"', first):
        return "jsonl"
    if re.match(r'\[\s*\{\s*"|\{\s*\n\s*"', start):
        return "json"
    if mail.looks_like_mail(head):
        return "mail"
    return "csv" if table.looks_like_table(first.strip(), hints.columns) else "text"


def _draft(kind: Kind, data: bytes, origin: Origin, run: Run) -> Draft:
    if kind == "mail":
        return mail.mail(data, address=origin.address)
    text = decoded(data, address=origin.address, declared=origin.declared)
    if kind == "html":
        url = origin.url or origin.hints.url or ""
        return page.page(text, address=origin.address, url=url, now=run.now)
    return Draft(text, url=origin.url)


def _at(origin: Origin, cell: table.Cell) -> Origin:
    return replace(origin, address=f"{origin.address}#{cell.number}", keep=True)


def _row(origin: Origin, cell: table.Cell, run: Run) -> Found:
    data = cell.raw.encode("utf-8", errors="replace")

    def draft() -> Draft:
        if cell.row is None:
            raise cell.trouble or ParseError("", origin.address, "malformed")
        return table.row_draft(cell.row, origin.hints.columns, address=origin.address)

    yield from _finished(origin, draft, data, run)


def _finished(origin: Origin, draft: Callable[[], Draft], data: bytes, run: Run) -> Found:
    """Yield the document of a draft, then a problem for a date that cannot be true."""
    try:
        found, doubts = article(
            draft(), hints=origin.hints, known=run.known, now=run.now, address=origin.address
        )
    except ParseError as error:
        yield set_aside(origin, error.reason, str(error), run, data)
        return
    except InvalidValueError as error:
        yield set_aside(origin, "hint", str(error), run, data)
        return
    yield found
    for doubt in doubts:
        message = f"{doubt}, so {origin.address} was read without a date. Add it with its date."
        yield set_aside(origin, "date", message, run, data)
