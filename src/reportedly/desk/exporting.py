"""Statements as a table: one row each, with its words, chain, slots, claim and origins."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Final, Literal

from reportedly.desk.dossier import chain_line
from reportedly.desk.passage import passage
from reportedly.errors import MissingPackageError
from reportedly.pipeline.cases import when_published
from reportedly.values.claim import Standing
from reportedly.values.document import Document
from reportedly.values.statement import Event, Mention, Statement

Format = Literal["parquet", "csv"]
Cell = str | float | int | bool | None

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_PIECE = 10_000
"""Rows of a row group: Parquet is written and read by groups."""

COLUMNS: Final[Mapping[str, Literal["text", "number", "count", "flag"]]] = {
    "statement": "text",
    "document": "text",
    "url": "text",
    "outlet": "text",
    "published": "text",
    "sentence": "text",
    "said": "text",
    "chain": "text",
    "certainty": "text",
    "certainty_score": "number",
    "action": "text",
    "type": "text",
    "plover": "text",
    "who": "text",
    "who_key": "text",
    "what": "text",
    "what_key": "text",
    "to_whom": "text",
    "to_whom_key": "text",
    "quantity": "number",
    "unit": "text",
    "quantity_as_written": "text",
    "place": "text",
    "place_key": "text",
    "phase": "text",
    "event_time": "text",
    "event_from": "text",
    "event_to": "text",
    "claim": "text",
    "status": "text",
    "origins_lo": "count",
    "origins_hi": "count",
    "confidence": "number",
    "for_review": "flag",
}
"""The columns of the table in their order, with what each holds.

`published`, `event_from` and `event_to` are ISO 8601, the last two a half-open interval; slots
with several fillers, and statements of several claims, have them joined by "; ".
"""


def row(said: Statement, source: Document, standings: Sequence[Standing]) -> dict[str, Cell]:
    """Return the cells of a statement, by the names of `COLUMNS`; None where there is none.

    Args:
        said: the statement.
        source: its article.
        standings: how the claims stand that it belongs to.
    """
    first = standings[0] if standings else None
    return {
        "statement": said.id,
        "document": source.id,
        "url": source.url or None,
        "outlet": source.outlet or None,
        "published": when_published(source)[0].isoformat(),
        "sentence": passage(source, said).text,
        "said": said.text,
        "chain": chain_line(said),
        "certainty": said.certainty.value,
        "certainty_score": said.certainty.score,
        **(_slots(said.event) if said.event else {}),
        "claim": "; ".join(one.claim for one in standings) or None,
        "status": "; ".join(one.status for one in standings) or None,
        "origins_lo": first.lo if first else None,
        "origins_hi": first.hi if first else None,
        "confidence": said.confidence,
        "for_review": said.for_review,
    }


def _slots(event: Event) -> dict[str, Cell]:
    filled = {"who": event.who, "what": event.what, "to_whom": event.to_whom, "place": event.place}
    when = event.when
    return {
        "action": event.action,
        "type": event.type,
        "plover": event.plover,
        **{name: _names(slot) for name, slot in filled.items()},
        **{f"{name}_key": _keys(slot) for name, slot in filled.items()},
        "quantity": event.quantity,
        "unit": event.unit,
        "quantity_as_written": event.quantity_raw,
        "phase": event.phase,
        "event_time": when.value if when else None,
        "event_from": when.start if when else None,
        "event_to": when.end if when else None,
    }


def _names(slot: Iterable[Mention]) -> str | None:
    return "; ".join(mention.name for mention in slot) or None


def _keys(slot: Iterable[Mention]) -> str | None:
    return "; ".join(mention.key for mention in slot if mention.key) or None


def write(rows: Iterable[Mapping[str, Cell]], file: Path, form: Format) -> int:
    """Write a table and return how many rows it has; a run that is stopped leaves no half file.

    Raises:
        MissingPackageError: Parquet was asked for, and `pyarrow` is not installed.
    """
    writing = _parquet if form == "parquet" else _csv
    part = file.with_name(f".{file.name}.part")
    try:
        count = writing(rows, part)
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)
    return count


def _csv(rows: Iterable[Mapping[str, Cell]], file: Path) -> int:
    count = 0
    with file.open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, COLUMNS)
        table.writeheader()
        for cells in rows:
            table.writerow({name: _inert(cell) for name, cell in cells.items()})
            count += 1
    return count


def _inert(cell: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _parquet(rows: Iterable[Mapping[str, Cell]], file: Path) -> int:
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra, and loading it takes long
        import pyarrow.parquet as pq  # noqa: PLC0415  as above
    except ImportError as error:
        raise MissingPackageError(
            "Parquet needs the package pyarrow: pip install 'reportedly[parquet]'. "
            "Or write a CSV: reportedly export csv FILE."
        ) from error
    types = {"text": pa.string(), "number": pa.float64(), "count": pa.int64(), "flag": pa.bool_()}
    schema = pa.schema([(name, types[kind]) for name, kind in COLUMNS.items()])
    count = 0
    with pq.ParquetWriter(file, schema) as table:
        left = iter(rows)
        while piece := list(islice(left, _PIECE)):
            count += len(piece)
            table.write_table(pa.Table.from_pylist(piece, schema=schema))
    return count
