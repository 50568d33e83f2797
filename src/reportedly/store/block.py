"""One `with store.write()` block: what it adds, and the ledger entries that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from reportedly.errors import InvalidValueError, NotFoundError
from reportedly.store import chain
from reportedly.store.rows import VERSIONED, Row, Rows, nodes_of, outweighs, row_of
from reportedly.values.claim import LedgerEntry, Standing
from reportedly.values.wire import Record

INDEXED = frozenset({"document", "statement"})
"""The kinds of records that can be found by terms."""


class Block:
    """Gathers the records of one block; the store keeps them when the block ends.

    Most kinds are kept once per id. Of claims and problems a later version is kept beside the
    earlier one (`outweighs`). A standing is new when it differs from the last one of its
    claim under the same dials, so that a return to an earlier standing is part of the history.

    Attributes:
        rows: the new rows, numbered.
        edges: (id, row number) for what links and claims tie together.
        terms: (kind, term, row number) of the index.
        vectors: what a model gave for a row, by (row number, name of the model).
    """

    def __init__(self, kept: Rows, head: chain.Head, now: datetime) -> None:
        moment = now.astimezone(UTC) if now.tzinfo else now.replace(tzinfo=UTC)
        self._at = max(moment, head.at) if head.at else moment
        self._kept = kept
        self._head = head
        self._latest: dict[str, Row] = {}
        self._standings: dict[str, dict[tuple[datetime | None, datetime | None], str]] = {}
        self._entries: dict[str, int] = {}
        self.rows: list[Row] = []
        self.edges: list[tuple[str, int]] = []
        self.terms: dict[tuple[str, str, int], None] = {}
        self.vectors: dict[tuple[int, str], bytes] = {}

    @property
    def last(self) -> int:
        """The number of the last row, once this block is kept."""
        return self._head.number + len(self.rows)

    def add(self, records: Iterable[Record]) -> int:
        """Add records and return how many were new."""
        batch = [(record, row_of(record)) for record in records]
        self._load([row.id for _, row in batch])
        self._load_standings([one.claim for one, _ in batch if isinstance(one, Standing)])
        return sum(self._take(record, row) for record, row in batch)

    def index(self, record: str, terms: Iterable[str]) -> None:
        """Make a document or statement findable by these terms."""
        row = self._kept_row(record, "terms")
        if row.kind not in INDEXED:
            raise InvalidValueError(f"A {row.kind} has no terms; index documents and statements.")
        self.terms.update(((row.kind, storable(term), row.number), None) for term in terms)

    def embed(self, record: str, model: str, vector: bytes) -> None:
        """Keep the vector that a model gives for a statement."""
        row = self._kept_row(record, "vector")
        if row.kind != "statement":
            raise InvalidValueError(f"A {row.kind} has no vector; embed statements.")
        self.vectors[row.number, model] = vector

    def _kept_row(self, record: str, what: str) -> Row:
        self._load([record])
        row = self._latest.get(record)
        if row is None:
            raise NotFoundError(f"The record {record} is not kept. Add it before its {what}.")
        return row

    def entries(self) -> Sequence[LedgerEntry]:
        """Return the ledger entries of this block, one for each kind of record."""
        under: dict[str, list[Row]] = {what: [] for what in self._entries}
        for row in self.rows:
            under[row.kind].append(row)
        found, head = [], self._head
        for what, rows in under.items():
            step = chain.entry(head, self._at, what, rows, self.last)
            head = chain.Head(step.seq, step.at, step.hash)
            found.append(step)
        return found

    def _load(self, ids: Sequence[str]) -> None:
        missing = [identity for identity in ids if identity not in self._latest]
        for row in self._kept.named(missing, self._head.number) if missing else ():
            self._latest[row.id] = row

    def _load_standings(self, claims: Sequence[str]) -> None:
        """Look up how these claims last stood under each pair of dials, all at once."""
        missing = [claim for claim in dict.fromkeys(claims) if claim not in self._standings]
        self._standings.update((claim, {}) for claim in missing)
        for row in self._kept.under("standing", missing, self._head.number) if missing else ():
            if isinstance(one := row.record, Standing):
                self._standings[one.claim][one.published_by, one.seen_by] = one.id

    def _take(self, record: Record, row: Row) -> bool:
        """Take a record in and return whether it was new."""
        before = self._latest.get(row.id)
        if isinstance(record, Standing):
            if not self._moves(record):
                return False
        elif before is not None and not (
            before.kind in VERSIONED and outweighs(record, before.record)
        ):
            return False
        seq = self._entries.setdefault(row.kind, self._head.seq + 1 + len(self._entries))
        placed = replace(row, number=self.last + 1, entry=seq)
        known = nodes_of(before.record) if before and before.kind in VERSIONED else ()
        self.edges += [(node, placed.number) for node in nodes_of(record) if node not in known]
        self.rows.append(placed)
        self._latest[row.id] = placed
        return True

    def _moves(self, standing: Standing) -> bool:
        """Return whether a standing differs from the last one under its dials; remember it."""
        series = self._standings[standing.claim]
        dials = (standing.published_by, standing.seen_by)
        if series.get(dials) == standing.id:
            return False
        series[dials] = standing.id
        return True


def storable(text: str) -> str:
    """Return a text with half surrogate pairs replaced, which no database takes.

    >>> storable("rain" + chr(0xD800))
    'rain?'
    """
    return text.encode("utf-8", "replace").decode()
