"""Rows in a database, by SQLAlchemy Core: nothing here is known to one database only."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import fields
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Insert,
    Select,
    and_,
    bindparam,
    exists,
    func,
    insert,
    select,
)
from sqlalchemy import Row as SqlRow
from sqlalchemy.exc import SQLAlchemyError

from reportedly.errors import StoreError
from reportedly.store.block import Block
from reportedly.store.chain import Head, Step
from reportedly.store.phrases import Phrase
from reportedly.store.rows import VERSIONED, Row, nodes_of, stamp
from reportedly.store.schema import edge, ledger, record, term, vector
from reportedly.values.claim import LedgerEntry

Reading = Callable[[], AbstractContextManager[Connection]]
Asked = TypeVar("Asked")
Matching = Callable[[Connection, Sequence[Phrase], int], list[int]]
Holding = Callable[[Connection, str, Sequence[str], int, int], list[list[int]]]

_MANY = 1000
"""Ids per query, far below the number of parameters that any database takes."""

_later = record.alias("later")
_document = record.alias("document")
_UPTO: ColumnElement[int] = bindparam("upto")
_ASKED: BindParameter[Any] = bindparam("asked", expanding=True)
_ALONE = ~exists().where(
    _later.c.id == record.c.id, _later.c.number > record.c.number, _later.c.number <= _UPTO
)
"""No later version outweighs the row."""

_PUBLISHED = func.coalesce(_document.c.published, record.c.published)
_JOINED = record.outerjoin(
    _document,
    and_(
        record.c.kind == "statement",
        _document.c.id == record.c.parent,
        _document.c.kind == "document",
        _document.c.number <= _UPTO,
    ),
)
_ROWS = (
    select(
        record.c.number,
        record.c.entry,
        record.c.kind,
        record.c.id,
        record.c.parent,
        _PUBLISHED,
        record.c.body,
    )
    .select_from(_JOINED)
    .where(record.c.number <= _UPTO)
)
_NAMED = _ROWS.where(record.c.id.in_(_ASKED), _ALONE)
_VERSIONS = _ROWS.where(record.c.id == bindparam("id")).order_by(record.c.number)
_BEGINNING = (
    _ROWS.where(record.c.id >= bindparam("first"), record.c.id < bindparam("end"), _ALONE)
    .order_by(record.c.id)
    .limit(bindparam("limit"))
)
_OF_KIND = _ROWS.where(record.c.kind == bindparam("kind")).order_by(record.c.number)
_UNDER = _ROWS.where(record.c.kind == bindparam("kind"), record.c.parent.in_(_ASKED))
_NUMBERED = _ROWS.where(record.c.number.in_(_ASKED))
_TOUCHING = (
    select(record.c.id)
    .distinct()
    .join_from(edge, record, record.c.number == edge.c.number)
    .where(edge.c.node.in_(_ASKED), edge.c.number <= _UPTO, record.c.kind == bindparam("kind"))
)
_DATES = (
    select(record.c.id, _PUBLISHED)
    .select_from(_JOINED)
    .where(record.c.number <= _UPTO, record.c.id.in_(_ASKED), _PUBLISHED.is_not(None))
)
_DATED = (
    select(record.c.number, record.c.id, _PUBLISHED)
    .select_from(_JOINED)
    .where(record.c.number <= _UPTO, record.c.number.in_(_ASKED))
)
_VECTORS = (
    select(record.c.id, vector.c.value)
    .join_from(vector, record, record.c.number == vector.c.number)
    .where(record.c.id.in_(_ASKED), record.c.number <= _UPTO, vector.c.model == bindparam("model"))
)
_LAST = select(ledger.c.upto).order_by(ledger.c.seq.desc()).limit(1)
_LAST_BY = _LAST.where(ledger.c.at <= bindparam("seen_by"))
_ENTRIES = (
    select(ledger)
    .where(ledger.c.seq > bindparam("after"), ledger.c.upto <= _UPTO)
    .order_by(ledger.c.seq)
)
_HEAD = select(ledger).order_by(ledger.c.seq.desc()).limit(1)


class SqlRows:
    """Reads rows.

    Args:
        reading: opens a connection for one question.
        matching, holding: ask the indexes of words and terms of this database.
    """

    def __init__(self, reading: Reading, matching: Matching, holding: Holding) -> None:
        self._reading = reading
        self._matching = matching
        self._holding = holding

    def upto(self, seen_by: str | None) -> int:
        """Return the number of the last row added by a moment (None: by now)."""
        with self._reading() as connection:
            query = _LAST if seen_by is None else _LAST_BY
            return connection.scalar(query, {"seen_by": seen_by} if seen_by else {}) or 0

    def named(self, ids: Sequence[str], upto: int) -> Sequence[Row]:
        """Return the rows with these ids."""
        return self._each(_NAMED, ids, {"upto": upto})

    def versions(self, identity: str, upto: int) -> Sequence[Row]:
        """Return every version of one record, oldest first."""
        return self._all(_VERSIONS, {"id": identity, "upto": upto})

    def beginning(self, prefix: str, upto: int, limit: int) -> Sequence[Row]:
        """Return the rows whose id begins so."""
        end = prefix[:-1] + chr(ord(prefix[-1]) + 1)
        asked = {"first": prefix, "end": end, "upto": upto, "limit": limit}
        return self._all(_BEGINNING, asked)

    def of_kind(self, kind: str, upto: int) -> Sequence[Row]:
        """Return all rows of a kind."""
        query = _OF_KIND.where(_ALONE) if kind in VERSIONED else _OF_KIND
        return self._all(query, {"kind": kind, "upto": upto})

    def under(self, kind: str, parents: Sequence[str], upto: int) -> Sequence[Row]:
        """Return the rows of a kind with one of these parents, every version, in order."""
        rows = self._each(_UNDER, parents, {"kind": kind, "upto": upto})
        return sorted(rows, key=lambda row: row.number)

    def touching(self, kind: str, nodes: Sequence[str], upto: int) -> Sequence[Row]:
        """Return records of a kind that tie, or once tied, one of these to others."""
        ids: dict[str, None] = {}
        with self._reading() as connection:
            for asked in _chunks(nodes):
                bound = {"asked": asked, "kind": kind, "upto": upto}
                ids.update((one, None) for one in connection.scalars(_TOUCHING, bound))
        return self.named(list(ids), upto)

    def holding(
        self, kind: str, terms: Sequence[str], upto: int, limit: int
    ) -> Sequence[Sequence[int]]:
        """Return, for each term, the numbers of the newest rows that were indexed by it."""
        with self._reading() as connection:
            return self._holding(connection, kind, terms, upto, limit)

    def vectors(self, ids: Sequence[str], model: str, upto: int) -> dict[str, bytes]:
        """Return the vectors that a model gave for statements, by id."""
        found: dict[str, bytes] = {}
        with self._reading() as connection:
            for asked in _chunks(ids):
                bound = {"asked": asked, "model": model, "upto": upto}
                found.update((one, value) for one, value in connection.execute(_VECTORS, bound))
        return found

    def numbered(self, numbers: Sequence[int], upto: int) -> Sequence[Row]:
        """Return the rows with these numbers."""
        return self._each(_NUMBERED, numbers, {"upto": upto})

    def dated(self, numbers: Sequence[int], upto: int) -> dict[int, tuple[str, str | None]]:
        """Return the id and the publication of the rows with these numbers, by number."""
        with self._reading() as connection:
            return {
                number: (identity, at)
                for asked in _chunks(numbers)
                for number, identity, at in connection.execute(
                    _DATED, {"asked": asked, "upto": upto}
                )
            }

    def published(self, ids: Sequence[str], upto: int) -> dict[str, str]:
        """Return when documents, or the documents of statements, were published, by id."""
        found: dict[str, str] = {}
        with self._reading() as connection:
            for asked in _chunks(ids):
                rows = connection.execute(_DATES, {"asked": asked, "upto": upto})
                found.update((identity, at) for identity, at in rows)
        return found

    def matching(self, phrases: Sequence[Phrase], upto: int) -> Generator[Row]:
        """Yield the statements whose text holds all phrases, best first."""
        with self._reading() as connection:
            numbers = self._matching(connection, phrases, upto)
        for asked in _chunks(numbers):
            rows = {row.number: row for row in self.numbered(asked, upto)}
            yield from (rows[number] for number in asked if number in rows)

    def entries(self, after: int, upto: int) -> Sequence[LedgerEntry]:
        """Return the ledger entries after one, of blocks that ended by row `upto`."""
        with self._reading() as connection:
            found = connection.execute(_ENTRIES, {"after": after, "upto": upto})
            return [_entry(row) for row in found]

    def _all(self, query: Select[Any], bound: dict[str, object]) -> list[Row]:
        with self._reading() as connection:
            return [Row(*found) for found in connection.execute(query, bound)]

    def _each(
        self, query: Select[Any], asked: Sequence[object], bound: dict[str, object]
    ) -> list[Row]:
        """Return the rows of a query over a list of any length."""
        with self._reading() as connection:
            return [
                Row(*found)
                for some in _chunks(asked)
                for found in connection.execute(query, {**bound, "asked": some})
            ]


_COLUMNS = tuple(field.name for field in fields(Row))


def head(connection: Connection) -> Head:
    """Return where the ledger ends."""
    last = connection.execute(_HEAD).first()
    return Head(last.seq, datetime.fromisoformat(last.at), last.hash, last.upto) if last else Head()


def keep(connection: Connection, block: Block) -> None:
    """Write all that a block gathered, the ledger first, for what refers to it."""
    steps = [
        {
            "seq": step.seq,
            "at": stamp(step.at),
            "what": step.what,
            "records": json.dumps(step.records, separators=(",", ":")),
            "upto": block.last,
            "previous": step.previous,
            "hash": step.hash,
        }
        for step in block.entries()
    ]
    _insert(connection, insert(ledger), steps)
    _insert(
        connection,
        insert(record),
        [{name: getattr(row, name) for name in _COLUMNS} for row in block.rows],
    )
    edges = [{"node": node, "number": number} for node, number in block.edges]
    _insert(connection, insert(edge), edges)
    terms = [{"kind": kind, "term": one, "number": number} for kind, one, number in block.terms]
    vectors = [
        {"number": number, "model": model, "value": value}
        for (number, model), value in block.vectors.items()
    ]
    _insert(connection, insert(vector).prefix_with("OR IGNORE", dialect="sqlite"), vectors)
    _insert(connection, insert(term).prefix_with("OR IGNORE", dialect="sqlite"), terms)


def steps(connection: Connection) -> Iterator[Step]:
    """Yield each ledger entry with the rows that it added.

    Raises:
        StoreError: an entry, or a row under it, cannot be read at all.
    """
    one = select(ledger).where(ledger.c.seq == bindparam("seq"))
    under = select(record).where(record.c.entry == bindparam("seq")).order_by(record.c.number)
    for seq in connection.scalars(select(ledger.c.seq).order_by(ledger.c.seq)).all():
        try:
            found = connection.execute(one, {"seq": seq}).one()
            rows = [Row(*row) for row in connection.execute(under, {"seq": seq})]
            yield Step(_entry(found), rows, found.upto)
        except (SQLAlchemyError, ValueError, TypeError) as error:
            raise StoreError(
                f"Ledger entry {seq} does not hold: it, or a record that it added, cannot be "
                "read. Restore a backup from before the change, and compare."
            ) from error


def unindexed(connection: Connection, rows: Sequence[Row]) -> Sequence[str]:
    """Return the ids of those records that what they tie together does not lead to."""
    wanted = {(node, row.id) for row in rows for node in nodes_of(row.record)}
    query = select(edge.c.node, record.c.id).join_from(
        edge, record, record.c.number == edge.c.number
    )
    query = query.where(edge.c.node.in_(_ASKED))
    for asked in _chunks([node for node, _ in wanted]):
        wanted -= {(node, one) for node, one in connection.execute(query, {"asked": asked})}
    return sorted({one for _, one in wanted})


def _entry(found: SqlRow[Any]) -> LedgerEntry:
    records = tuple(json.loads(found.records))
    at = datetime.fromisoformat(found.at)
    if stamp(at) != found.at:
        raise ValueError(found.at)
    return LedgerEntry(found.seq, at, found.what, records, found.previous, found.hash)


def _insert(connection: Connection, statement: Insert, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(statement, rows)


def _chunks(asked: Iterable[Asked]) -> Iterator[list[Asked]]:
    several = list(dict.fromkeys(asked))
    for start in range(0, len(several), _MANY):
        yield several[start : start + _MANY]
