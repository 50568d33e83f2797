"""Tables of articles: JSON Lines, a JSON array, CSV. One bad row never stops the rest."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from reportedly.errors import ParseError
from reportedly.ingest import page
from reportedly.ingest.decoding import decoded
from reportedly.ingest.draft import Draft

MAX_ROW = 5_000_000
"""Bytes; the longest articles have a tenth of that."""

MAX_TABLE = 200_000_000
"""Bytes of a JSON array or CSV, which are held in memory; JSON Lines have no limit."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "articlebody", "maintext", "full_text"),
    "title": ("title", "headline"),
    "url": ("url", "link", "source_url", "href"),
    "outlet": ("outlet", "publisher", "source", "source_name", "site_name", "publication"),
    "published": (
        *("published", "date", "published_at", "publishedat", "publish_date", "date_published"),
        *("datepublished", "date_publish", "pubdate", "pub_date"),
    ),
    "updated": ("updated", "modified", "updated_at", "date_modified", "datemodified"),
    "lang": ("lang", "language"),
}
"""The columns that are looked for where the user names none, in this order."""

Row: TypeAlias = "Mapping[str, object]"


@dataclass(frozen=True, slots=True)
class Cell:
    """One row of a table: its number, counted from 1, and what it holds.

    Attributes:
        raw: the row in JSON as far as it can be told, so that it can be tried again.
        row: None where it could not be read; `trouble` says why.
    """

    number: int
    raw: str
    row: Row | None = None
    trouble: ParseError | None = None


def json_lines(stream: BinaryIO, *, address: str) -> Iterator[Cell]:
    """Yield each row of JSON Lines; empty lines are passed over but counted."""
    number = 0
    while line := stream.readline(MAX_ROW + 1):
        number += 1
        where = f"{address}#{number}"
        if len(line) > MAX_ROW:
            yield Cell(number, "", trouble=page.too_large(where, "The row", _TOO_LONG))
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_ROW)
        elif line.strip():
            yield _cell(number, line, where)


_TOO_LONG = f"is larger than {MAX_ROW // 1_000_000} MB"


def json_rows(data: bytes, *, address: str) -> Iterator[Cell]:
    """Yield each object of a JSON array, or the one object of a JSON file.

    Raises:
        ParseError: it is neither.
    """
    try:
        body = json.loads(decoded(data, address=address))
    except (ValueError, RecursionError) as error:
        raise ParseError(
            f"{address} is not well-formed JSON ({error}). Mend it, or give JSON Lines.",
            address,
            "malformed",
        ) from error
    for number, row in enumerate(body if isinstance(body, list) else [body], 1):
        raw = json.dumps(row, ensure_ascii=False)
        where = f"{address}#{number}"
        good = isinstance(row, dict)
        yield Cell(number, raw, row) if good else Cell(number, raw, trouble=_no_object(where))


def csv_rows(data: bytes, *, address: str) -> Iterator[Cell]:
    """Yield each row of a CSV or TSV table with a header; the first row below it is 1.

    Raises:
        ParseError: the table has no header, or breaks off.
    """
    text = decoded(data, address=address)
    header, _, _ = text.partition("\n")
    delimiter = max(",;\t", key=header.count)
    previous = csv.field_size_limit(MAX_ROW)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
        for number, row in enumerate(reader, 1):
            named = {key.strip().lstrip("\ufeff"): cell for key, cell in row.items() if key}
            yield Cell(number, json.dumps(named, ensure_ascii=False), named)
    except csv.Error as error:
        raise ParseError(
            f"The table {address} breaks off ({error}). Save it anew as CSV with a header.",
            address,
            "malformed",
        ) from error
    finally:
        csv.field_size_limit(previous)


def looks_like_table(header: str, columns: Mapping[str, str]) -> bool:
    """Return whether a first line names a column of text and another that is known.

    >>> looks_like_table("url,date,title,text", {})
    True
    """
    delimiter = max(",;\t", key=header.count)
    cells = {cell.strip().strip('"').lower() for cell in header.split(delimiter)}
    found = {name for name in COLUMNS if _column(name, cells, columns)}
    return "text" in found and len(found) > 1


def row_draft(row: Row, columns: Mapping[str, str], *, address: str) -> Draft:
    """Return what a row says; HTML in the column of the text is turned into text.

    Raises:
        ParseError: it has no column that holds the text.
    """
    found = {name: _value(row, name, columns) for name in COLUMNS}
    if not found["text"].strip():
        wanted = columns.get("text")
        names = f"'{wanted}'" if wanted else "text, body or content"
        raise ParseError(
            f"The row {address} has nothing in a column {names}. "
            "Name the column that holds the text, as in text=COLUMN.",
            address,
            "no_text",
        )
    text = found["text"]
    if page.holds_html(text):
        text = page.fragment(text, address=address)
    return Draft(
        text=text,
        url=found["url"],
        title=found["title"],
        headed=True,
        rowed=found["outlet"],
        published=found["published"],
        updated=found["updated"],
        lang=found["lang"],
    )


def _cell(number: int, line: bytes, where: str) -> Cell:
    try:
        raw = decoded(line, address=where).strip()
    except ParseError as trouble:
        return Cell(number, "", trouble=trouble)
    try:
        row = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return Cell(number, raw, trouble=ParseError(
            f"The row {where} is not well-formed JSON ({error}). Mend that line and add it again.",
            where,
            "malformed",
        ))  # fmt: skip
    return Cell(number, raw, row) if isinstance(row, dict) else Cell(
        number, raw, trouble=_no_object(where)
    )  # fmt: skip


def _no_object(where: str) -> ParseError:
    return ParseError(
        f"The row {where} is no JSON object with named columns. Mend that row.",
        where,
        "malformed",
    )


def _value(row: Row, name: str, columns: Mapping[str, str]) -> str:
    """Return what a row holds in a column, "" where it has none."""
    column = _column(name, {key.lower() for key in row}, columns)
    value = next((v for k, v in row.items() if k.lower() == column), None)
    if isinstance(value, dict):  # {"source": {"name": ...}}
        value = value.get("name") or value.get("title")
    return "" if value is None or isinstance(value, (list, dict)) else str(value)


def _column(name: str, present: set[str], columns: Mapping[str, str]) -> str | None:
    if name in columns:
        wanted = columns[name].lower()
        return wanted if wanted in present else None
    return next((column for column in COLUMNS[name] if column in present), None)
