"""A store in memory: for reading a page without keeping it, and for tests."""

from __future__ import annotations

import threading
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from reportedly.errors import StoreError
from reportedly.store import Writer
from reportedly.store.block import Block
from reportedly.store.chain import Head, Step, verify
from reportedly.store.phrases import Phrase, hits
from reportedly.store.rows import VERSIONED, Row, stamp
from reportedly.store.view import AsOf
from reportedly.values.claim import LedgerEntry
from reportedly.values.statement import Statement


class MemoryRows:
    """Rows in lists; what a block adds shows when its ledger entries are there."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self.ledger: list[tuple[LedgerEntry, int]] = []
        self._by_id: dict[str, list[int]] = defaultdict(list)
        self._by_kind: dict[str, list[int]] = defaultdict(list)
        self._by_parent: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._by_node: dict[str, list[int]] = defaultdict(list)
        self._by_term: dict[tuple[str, str], list[int]] = defaultdict(list)
        self._vectors: dict[tuple[int, str], bytes] = {}

    def keep(self, block: Block) -> None:
        """Keep all that a block gathered."""
        for row in block.rows:
            self.rows.append(row)
            self._by_id[row.id].append(row.number)
            self._by_kind[row.kind].append(row.number)
            if row.parent is not None:
                self._by_parent[row.kind, row.parent].append(row.number)
        for node, number in block.edges:
            self._by_node[node].append(number)
        for kind, term, number in block.terms:
            holders = self._by_term[kind, term]
            place = bisect_left(holders, number)
            if holders[place : place + 1] != [number]:
                holders.insert(place, number)
        for key, vector in block.vectors.items():
            self._vectors.setdefault(key, vector)
        self.ledger += [(entry, block.last) for entry in block.entries()]

    def upto(self, seen_by: str | None) -> int:
        """Return the number of the last row added by a moment (None: by now)."""
        if seen_by is None:
            return self.ledger[-1][1] if self.ledger else 0
        place = bisect_right(self.ledger, seen_by, key=lambda pair: stamp(pair[0].at))
        return self.ledger[place - 1][1] if place else 0

    def named(self, ids: Sequence[str], upto: int) -> Sequence[Row]:
        """Return the rows with these ids."""
        rows = (self._last(self._by_id.get(one, ()), upto) for one in dict.fromkeys(ids))
        return [row for row in rows if row is not None]

    def versions(self, identity: str, upto: int) -> Sequence[Row]:
        """Return every version of one record, oldest first."""
        return self.numbered(self._by_id.get(identity, ()), upto)

    def beginning(self, prefix: str, upto: int, limit: int) -> Sequence[Row]:
        """Return the rows whose id begins so."""
        return self.named(sorted(one for one in self._by_id if one.startswith(prefix)), upto)[
            :limit
        ]

    def of_kind(self, kind: str, upto: int) -> Sequence[Row]:
        """Return all rows of a kind."""
        rows = self.numbered(self._by_kind.get(kind, ()), upto)
        if kind not in VERSIONED:
            return rows
        return [row for row in rows if self._last(self._by_id[row.id], upto) == row]

    def under(self, kind: str, parents: Sequence[str], upto: int) -> Sequence[Row]:
        """Return the rows of a kind with one of these parents, every version, in order."""
        lists = (self._by_parent.get((kind, parent), ()) for parent in dict.fromkeys(parents))
        return self.numbered(sorted(number for numbers in lists for number in numbers), upto)

    def touching(self, kind: str, nodes: Sequence[str], upto: int) -> Sequence[Row]:
        """Return records of a kind that tie, or once tied, one of these to others."""
        numbers = {number for node in set(nodes) for number in self._by_node.get(node, ())}
        rows = self.numbered(sorted(numbers), upto)
        return self.named([row.id for row in rows if row.kind == kind], upto)

    def holding(
        self, kind: str, terms: Sequence[str], upto: int, limit: int
    ) -> Sequence[Sequence[int]]:
        """Return, for each term, the numbers of the newest rows that were indexed by it."""
        lists = [self._by_term.get((kind, term), []) for term in terms]
        ends = [bisect_right(numbers, upto) for numbers in lists]
        return [
            numbers[max(end - limit, 0) : end][::-1]
            for numbers, end in zip(lists, ends, strict=True)
        ]

    def vectors(self, ids: Sequence[str], model: str, upto: int) -> dict[str, bytes]:
        """Return the vectors that a model gave for statements, by id."""
        rows = self.named(ids, upto)
        held = ((row.id, self._vectors.get((row.number, model))) for row in rows)
        return {identity: vector for identity, vector in held if vector is not None}

    def numbered(self, numbers: Sequence[int], upto: int) -> Sequence[Row]:
        """Return the rows with these numbers."""
        return [self._joined(self.rows[one - 1], upto) for one in numbers if one <= upto]

    def dated(self, numbers: Sequence[int], upto: int) -> dict[int, tuple[str, str | None]]:
        """Return the id and the publication of the rows with these numbers, by number."""
        return {row.number: (row.id, row.published) for row in self.numbered(numbers, upto)}

    def published(self, ids: Sequence[str], upto: int) -> dict[str, str]:
        """Return when documents, or the documents of statements, were published, by id."""
        return {row.id: row.published for row in self.named(ids, upto) if row.published}

    def matching(self, phrases: Sequence[Phrase], upto: int) -> Generator[Row]:
        """Yield the statements whose text holds all phrases, most hits first, then the newest."""
        found = []
        for row in self.of_kind("statement", upto):
            record = row.record
            if isinstance(record, Statement) and (count := hits(record.text, phrases)):
                found.append((-count, -row.number, row))
        yield from (row for *_, row in sorted(found, key=lambda one: one[:2]))

    def entries(self, after: int, upto: int) -> Sequence[LedgerEntry]:
        """Return the ledger entries after one, of blocks that ended by row `upto`."""
        return [entry for entry, last in self.ledger[max(after, 0) :] if last <= upto]

    def head(self) -> Head:
        """Return where the ledger ends."""
        if not self.ledger:
            return Head()
        entry, last = self.ledger[-1]
        return Head(entry.seq, entry.at, entry.hash, last)

    def _last(self, numbers: Sequence[int], upto: int) -> Row | None:
        place = bisect_right(numbers, upto)
        return self._joined(self.rows[numbers[place - 1] - 1], upto) if place else None

    def _joined(self, row: Row, upto: int) -> Row:
        """Return a statement's row with the publication of its document."""
        if row.kind != "statement" or row.parent is None:
            return row
        document = self._last(self._by_id.get(row.parent, ()), upto)
        if document is None or document.kind != "document":
            return row
        return Row(
            row.number, row.entry, row.kind, row.id, row.parent, document.published, row.body
        )


class MemoryStore:
    """Records in memory; they are gone when the program ends.

    Args:
        wait: seconds that a second writer waits for the first.
    """

    def __init__(self, *, wait: float = 10.0) -> None:
        self._rows = MemoryRows()
        self._writing = threading.Lock()
        self._wait = wait

    @contextmanager
    def write(self, *, now: datetime) -> Iterator[Writer]:
        """Open the one writer; leaving the block keeps everything, an error keeps nothing."""
        if not self._writing.acquire(timeout=self._wait):
            raise StoreError("Somebody else is writing here. Try again when they are done.")
        try:
            block = Block(self._rows, self._rows.head(), now)
            yield block
            self._rows.keep(block)
        finally:
            self._writing.release()

    def view(self, published_by: datetime | None = None, seen_by: datetime | None = None) -> AsOf:
        """Return a view as of two moments (None: now)."""
        return AsOf(self._rows, published_by, seen_by)

    def verify(self) -> int:
        """Check the hash chain and the records under it; return how many entries hold."""
        under: dict[int, list[Row]] = defaultdict(list)
        for row in self._rows.rows:
            under[row.entry].append(row)
        kept = self._rows.ledger
        return verify(Step(entry, under[entry.seq], upto) for entry, upto in kept)

    def close(self) -> None:
        """Let go of nothing: there are no files."""
