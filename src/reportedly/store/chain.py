"""The hash chain of the ledger: a later change to anything that it covers shows.

Each entry's hash covers its number, moment and kind, the ids and bodies of the records that
it added, and the hash before it. Whoever keeps the last hash elsewhere can also show that
nothing was cut off at the end.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.errors import ReportedlyError, StoreError
from reportedly.store.rows import Row, row_of, stamp
from reportedly.values.claim import LedgerEntry

START = "0" * 64
"""What stands for the hash before the first entry."""


@dataclass(frozen=True, slots=True)
class Head:
    """Where the ledger ends: its last entry (0: none), that moment, that hash, the last row."""

    seq: int = 0
    at: datetime | None = None
    hash: str = START
    number: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """An entry as it is kept, the rows that it added, and the last row of its block."""

    entry: LedgerEntry
    rows: Sequence[Row]
    upto: int


class Digest:
    """The running hash over the records of one entry."""

    def __init__(self) -> None:
        self._hash = hashlib.sha256()

    def add(self, row: Row) -> None:
        """Take one record in."""
        body = hashlib.sha256(row.body.encode()).hexdigest()
        self._hash.update(f"{row.id} {body}\n".encode())

    def hexdigest(self) -> str:
        """Return the hash over all that was taken in."""
        return self._hash.hexdigest()


def entry(
    head: Head, at: datetime, what: str, records: Sequence[str], digest: Digest
) -> LedgerEntry:
    """Return the ledger entry that follows a head."""
    seq = head.seq + 1
    covered = [seq, stamp(at), what, list(records), digest.hexdigest(), head.hash]
    text = json.dumps(covered, separators=(",", ":"))
    signed = hashlib.sha256(text.encode()).hexdigest()
    return LedgerEntry(seq, at, what, tuple(records), head.hash, signed)


def verify(steps: Iterable[Step]) -> int:
    """Return how many entries hold, which is all of them.

    Args:
        steps: the ledger as it is kept, in order.

    Raises:
        StoreError: names the first entry that is, or has under it, not what was once added.
    """
    head, block, count = Head(), 0, 0
    last: LedgerEntry | None = None
    for step in steps:
        if last is not None and step.upto != block and not block == count == head.number:
            raise broken(last, "rows are missing, or stand in another order")
        head, block, last = _after(head, step), step.upto, step.entry
        count += len(step.rows)
    if last is not None and not block == count == head.number:
        raise broken(last, "rows are missing, or stand in another order")
    return head.seq


def broken(found: LedgerEntry, why: str) -> StoreError:
    """Return the error that names an entry and says why it does not hold."""
    return StoreError(
        f"Ledger entry {found.seq} ({found.what}, {found.at.isoformat()}) does not hold: {why}. "
        "Restore a backup from before the change, and compare."
    )


def _after(head: Head, step: Step) -> Head:
    """Return the head after an entry that holds."""
    found, ids, digest = step.entry, [row.id for row in step.rows], Digest()
    for row in step.rows:
        if not _sound(row, found):
            raise broken(found, f"the record {row.id} is not as it was added")
        digest.add(row)
    if found.seq != head.seq + 1 or found.previous != head.hash:
        raise broken(found, f"it does not follow entry {head.seq}")
    if head.at is not None and found.at < head.at:
        raise broken(found, f"its moment lies before that of entry {head.seq}")
    if tuple(ids) != found.records:
        raise broken(found, "its records are not those that were added")
    if entry(head, found.at, found.what, ids, digest).hash != found.hash:
        raise broken(found, "it, or a record that it added, was changed afterwards")
    number = max((row.number for row in step.rows), default=head.number)
    return Head(found.seq, found.at, found.hash, max(head.number, number))


def _sound(row: Row, found: LedgerEntry) -> bool:
    """Return whether the columns beside a body say what the body says."""
    try:
        derived = row_of(row.record)
    except (ReportedlyError, ValueError):
        return False
    placed = replace(derived, number=row.number, entry=found.seq, body=row.body)
    return placed == row and row.kind == found.what
