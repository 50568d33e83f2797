"""A kept record as one row: what every store writes, and what every view reads.

Rows are numbered in the order in which they were added. A view as of a moment is what the
rows up to one number say, so that it can be shown again at any later time.
"""

from __future__ import annotations

import json
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Protocol

from reportedly.errors import InvalidValueError
from reportedly.store.phrases import Phrase
from reportedly.values.claim import Alert, Claim, Judgement, LedgerEntry, Link, Standing
from reportedly.values.document import Document, Problem
from reportedly.values.identity import content_id
from reportedly.values.statement import Statement
from reportedly.values.when import instant
from reportedly.values.wire import Record, from_wire, to_wire

VERSIONED = frozenset({"claim", "problem", "standing"})
"""The kinds of which one id can be kept more than once."""


@dataclass(frozen=True, slots=True)
class Row:
    """One record, or one version of it, as it is kept.

    Attributes:
        number: 1, 2, 3 ... in the order of adding.
        entry: the ledger entry that added it.
        parent: the document of a statement, the claim of a standing, what a judgement is about.
        published: when the document (or the document of the statement) was published.
        body: the record in its wire form.
    """

    number: int
    entry: int
    kind: str
    id: str
    parent: str | None
    published: str | None
    body: str

    @property
    def record(self) -> Record:
        """The record itself."""
        return link_of(self.body) if self.kind == "link" else record_of(self.body)


class Rows(Protocol):
    """How a view reads the rows of a store; `upto` is the last row number that it may see.

    Of a record with several versions only the last one up to `upto` is returned.
    """

    def upto(self, seen_by: str | None) -> int:
        """Return the number of the last row added by a moment (None: by now)."""
        ...

    def named(self, ids: Sequence[str], upto: int) -> Sequence[Row]:
        """Return the rows with these ids."""
        ...

    def versions(self, identity: str, upto: int) -> Sequence[Row]:
        """Return every version of one record, oldest first."""
        ...

    def beginning(self, prefix: str, upto: int, limit: int) -> Sequence[Row]:
        """Return the rows whose id begins so."""
        ...

    def of_kind(self, kind: str, upto: int) -> Sequence[Row]:
        """Return all rows of a kind."""
        ...

    def under(self, kind: str, parents: Sequence[str], upto: int) -> Sequence[Row]:
        """Return the rows of a kind with one of these parents, every version, in order."""
        ...

    def touching(self, kind: str, nodes: Sequence[str], upto: int) -> Sequence[Row]:
        """Return records of a kind that tie, or once tied, one of these to others."""
        ...

    def holding(
        self, kind: str, terms: Sequence[str], upto: int, limit: int
    ) -> Sequence[Sequence[int]]:
        """Return, for each term, the numbers of the newest rows that were indexed by it."""
        ...

    def vectors(self, ids: Sequence[str], model: str, upto: int) -> dict[str, bytes]:
        """Return the vectors that a model gave for statements, by id."""
        ...

    def numbered(self, numbers: Sequence[int], upto: int) -> Sequence[Row]:
        """Return the rows with these numbers."""
        ...

    def published(self, ids: Sequence[str], upto: int) -> dict[str, str]:
        """Return when documents, or the documents of statements, were published, by id."""
        ...

    def dated(self, numbers: Sequence[int], upto: int) -> dict[int, tuple[str, str | None]]:
        """Return the id and the publication of the rows with these numbers, by number."""
        ...

    def matching(self, phrases: Sequence[Phrase], upto: int) -> Generator[Row]:
        """Yield the statements whose text holds all phrases, best first."""
        ...

    def entries(self, after: int, upto: int) -> Sequence[LedgerEntry]:
        """Return the ledger entries after one, of blocks that ended by row `upto`."""
        ...


def row_of(record: Record) -> Row:
    """Return the row of a record, not yet numbered.

    Raises:
        InvalidValueError: the record is a ledger entry, which only the store itself writes.
    """
    return Row(
        number=0,
        entry=0,
        kind=type(record).__name__.lower(),
        id=_identity(record),
        parent=_parent(record),
        published=publication(record) if isinstance(record, Document) else None,
        body=_body(record),
    )


@lru_cache(maxsize=4096)
def record_of(body: str) -> Record:
    """Return the record that a body holds; records are frozen, so that they can be shared."""
    return from_wire(json.loads(body))


@lru_cache(maxsize=1 << 15)
def link_of(body: str) -> Record:
    """Return the link that a body holds. Links are small, and a busy claim has ten thousand."""
    return from_wire(json.loads(body))


def nodes_of(record: Record) -> tuple[str, ...]:
    """Return the ids that a link, a claim, a merge or a split ties together; else nothing.

    >>> nodes_of(Claim("c", "Rain fell.", ("s1",), (("s2", "comment"),)))
    ('s1', 's2')
    """
    if isinstance(record, Link):
        return tuple(dict.fromkeys((record.left, record.right)))
    if isinstance(record, Claim):
        return tuple(dict.fromkeys((*record.statements, *(about for about, _ in record.about))))
    if isinstance(record, Judgement):
        return tuple(dict.fromkeys(one for part in record.parts for one in part))
    return ()


def outweighs(new: Record, old: Record) -> bool:
    """Return whether a record that comes again is a new version of the one that is kept.

    A claim is one when its membership or gist differs; a problem when it was solved, or came
    up again after it had been solved. All other records stay as they were first added. (Of
    standings see `Block`.)
    """
    if isinstance(new, Claim):
        return new != old
    if isinstance(new, Problem) and isinstance(old, Problem):
        if new.solved and not old.solved:
            return new.solved >= old.at
        return bool(old.solved and not new.solved and new.at > old.solved)
    return False


def stamp(moment: datetime) -> str:
    """Return a moment as text that sorts by time: UTC, to the microsecond.

    >>> stamp(datetime(2023, 11, 3, 12, tzinfo=UTC))
    '2023-11-03T12:00:00.000000+00:00'
    """
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return aware.astimezone(UTC).isoformat(timespec="microseconds")


def publication(document: Document) -> str:
    """Return when a document was published at the earliest, or else first seen, as a stamp."""
    claimed = document.claimed_published
    if claimed is None or claimed.start is None:
        return stamp(document.first_seen)
    try:
        return stamp(instant(claimed.start))
    except InvalidValueError:
        return stamp(document.first_seen)


def _identity(record: Record) -> str:
    if isinstance(record, LedgerEntry):
        raise InvalidValueError("Ledger entries are written by the store itself; add records only.")
    if isinstance(record, Alert):
        before = record.before.id if record.before else None
        return content_id("alert", record.rule, before, record.after.id)
    return record.id


def _parent(record: Record) -> str | None:
    if isinstance(record, Statement):
        return record.document
    if isinstance(record, Standing):
        return record.claim
    return record.about if isinstance(record, Judgement) else None


def _body(record: Record) -> str:
    """Return the wire form as text; half surrogate pairs are escaped, as UTF-8 has no room."""
    plain = to_wire(record)
    body = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    try:
        body.encode()
    except UnicodeEncodeError:
        return json.dumps(plain, separators=(",", ":"))
    return body
