"""The one door to what is kept: Store, Writer, View.

Everything is added, nothing is edited. A view is what the desk holds as the world had
published it by one moment (`published_by`) and as this desk had seen it by another
(`seen_by`); None means now. Records of the same id that are added again change nothing,
but for claims and solved problems, whose later version outweighs from its moment on, and
for standings that a claim comes back to.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol

from reportedly.values.claim import Claim, Judgement, LedgerEntry, Link, Standing
from reportedly.values.document import Document, Problem
from reportedly.values.statement import Statement
from reportedly.values.wire import Record

FILE = "desk.sqlite"
"""The file of a folder that holds its store."""


class Writer(Protocol):
    """Adds records; all of one `with` block are kept, or none.

    Views show them when the block has ended.
    """

    def add(self, records: Iterable[Record]) -> int:
        """Add records and return how many were new."""
        ...

    def index(self, record: str, terms: Iterable[str]) -> None:
        """Make a document or statement findable by these terms (see `View.near`)."""
        ...

    def embed(self, record: str, model: str, vector: bytes) -> None:
        """Keep the vector that a model gives for a statement (see `View.vectors`)."""
        ...


class View(Protocol):
    """What is kept, as of two moments."""

    published_by: datetime | None
    seen_by: datetime | None

    def find(self, prefix: str) -> Record:
        """Return the one record whose id begins so; a superseded claim id leads on.

        Raises:
            NotFoundError: no record or several answer, or the prefix is under six characters.
        """
        ...

    def documents(self, ids: Sequence[str] | None = None) -> Sequence[Document]:
        """Return documents, oldest publication first; all of them, or those named."""
        ...

    def statements(
        self, *, ids: Sequence[str] | None = None, documents: Sequence[str] | None = None
    ) -> Sequence[Statement]:
        """Return statements in the order of publication and place; all, named, or of documents."""
        ...

    def near(
        self, terms: Sequence[str], *, record: str, limit: int, since: datetime | None = None
    ) -> Sequence[tuple[str, int]]:
        """Return ids of "document" or "statement" records sharing most terms, with how many.

        Most shared first, then by id; only those published at or after `since`. A term of
        more than 1,000 records is left out while a rarer one is there; when all are so
        frequent, each counts for its 1,000 newest records.
        """
        ...

    def near_all(
        self,
        asked: Mapping[str, Sequence[str]],
        *,
        record: str,
        limit: int,
        least: int = 1,
        since: datetime | None = None,
    ) -> Mapping[str, Sequence[tuple[str, int]]]:
        """Return what `near` returns for several lists of terms at once, by their keys.

        An article asks for all its statements in one question. Records that share fewer
        than `least` terms are left out.
        """
        ...

    def vectors(self, ids: Sequence[str], model: str) -> Mapping[str, bytes]:
        """Return the vectors that a model gave for statements, by id; no entry where it gave none.

        What is kept for several models stands side by side, and is never compared.
        """
        ...

    def links(self, ids: Sequence[str]) -> Sequence[Link]:
        """Return the links that touch any of these statements or documents."""
        ...

    def claims(self, ids: Sequence[str] | None = None) -> Sequence[Claim]:
        """Return the grouping of the moment `seen_by`, oldest first; empty ones are left out.

        With `published_by` a claim has only those statements that had been published.
        """
        ...

    def claims_of(self, statements: Sequence[str]) -> Sequence[Claim]:
        """Return the claims that hold any of these statements, as members or about them."""
        ...

    def standings(self, claim: str) -> Sequence[Standing]:
        """Return the recorded standings of a claim, oldest first."""
        ...

    def judgements(self, about: Sequence[str]) -> Sequence[Judgement]:
        """Return what people decided about these records, oldest first."""
        ...

    def problems(self, *, solved: bool = False) -> Sequence[Problem]:
        """Return what was set aside and is not yet solved (or all of it)."""
        ...

    def search(self, query: str, *, limit: int | None = 50) -> Sequence[Statement]:
        """Return statements whose text holds all words of the query, best first.

        Words in quotation marks belong together; a star after a word stands for any ending.
        """
        ...

    def ledger(self, *, after: int = 0) -> Sequence[LedgerEntry]:
        """Return the ledger entries after a sequence number."""
        ...


class Store(Protocol):
    """Where records are kept."""

    def write(self, *, now: datetime) -> AbstractContextManager[Writer]:
        """Open the one writer; leaving the block keeps everything, an error keeps nothing."""
        ...

    def view(self, published_by: datetime | None = None, seen_by: datetime | None = None) -> View:
        """Return a view as of two moments (None: now)."""
        ...

    def verify(self) -> int:
        """Check the hash chain and the records under it; return how many entries hold.

        Raises:
            StoreError: names the first entry that does not hold.
        """
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...


def open(location: str | Path, *, wait: float = 10.0) -> Store:  # noqa: A001  # read as store.open
    """Return the store at a place, made if there is none yet.

    Args:
        location: a file, a folder (its store is `desk.sqlite`), or "memory:" for a store
            that is gone when it is closed. A new place without an ending is a folder.
        wait: seconds that a writer waits for another one.

    Raises:
        StoreError: says why it cannot be opened, and what to do.
    """
    # The databases take long to import, and many uses need none of them.
    if str(location) == "memory:":
        from reportedly.store.memory import MemoryStore  # noqa: PLC0415

        return MemoryStore(wait=wait)
    from reportedly.store.sqlite import SqliteStore  # noqa: PLC0415

    path = Path(location).expanduser()
    folder = path.is_dir() or (not path.exists() and not path.suffix)
    return SqliteStore(path / FILE if folder else path, wait=wait)
