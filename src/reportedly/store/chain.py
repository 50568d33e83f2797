"""The hash chain of the ledger: a later change to anything that it covers shows.

Each entry's hash covers its number, moment and kind, the numbers, ids and bodies of the
records that it added, where its block ended, and the hash before it. Whoever keeps the last
hash elsewhere can also show that nothing was cut off at the end.
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


def entry(head: Head, at: datetime, what: str, rows: Sequence[Row], upto: int) -> LedgerEntry:
    """Return the ledger entry that follows a head.

    Args:
        head: the end of the chain before it.
        at: when its block was opened.
        what: the kind of record that it adds.
        rows: what it adds, in order.
        upto: the number of the last row of its block.
    """
    digest, records = hashlib.sha256(), [row.id for row in rows]
    for row in rows:
        body = hashlib.sha256(row.body.encode()).hexdigest()
        digest.update(f"{row.number} {row.id} {body}\n".encode())
    seq = head.seq + 1
    covered = [seq, stamp(at), what, records, digest.hexdigest(), upto, head.hash]
    text = json.dumps(covered, separators=(",", ":"))
    hashed = hashlib.sha256(text.encode()).hexdigest()
    return LedgerEntry(seq, at, what, tuple(records), head.hash, hashed)


def verify(steps: Iterable[Step]) -> int:
    """Return how many entries hold, which is all of them.

    Args:
        steps: the ledger as it is kept, in order.

    Raises:
        StoreError: names the first entry that is, or has under it, not what was once added.
    """
    head = Head()
    for step in steps:
        head = _after(head, step)
    return head.seq


def broken(found: LedgerEntry, why: str) -> StoreError:
    """Return the error that names an entry and says why it does not hold."""
    return StoreError(
        f"Ledger entry {found.seq} ({found.what}, {found.at.isoformat()}) does not hold: {why}. "
        "Restore a backup from before the change, and compare."
    )


def _after(head: Head, step: Step) -> Head:
    """Return the head after an entry that holds."""
    found = step.entry
    for row in step.rows:
        if not _sound(row, found):
            raise broken(found, f"the record {row.id} is not as it was added")
    if found.seq != head.seq + 1 or found.previous != head.hash:
        raise broken(found, f"it does not follow entry {head.seq}")
    if head.at is not None and found.at < head.at:
        raise broken(found, f"its moment lies before that of entry {head.seq}")
    if entry(head, found.at, found.what, step.rows, step.upto) != found:
        raise broken(found, "it, or the list of records that it added, was changed afterwards")
    return Head(found.seq, found.at, found.hash, step.upto)


def _sound(row: Row, found: LedgerEntry) -> bool:
    """Return whether the columns beside a body say what the body says."""
    try:
        derived = row_of(row.record)
    except (ReportedlyError, ValueError):
        return False
    placed = replace(derived, number=row.number, entry=found.seq, body=row.body)
    return placed == row and row.kind == found.what
