"""The store of one desk: one SQLite file, many readers, one writer."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, text

from reportedly.store import Writer, chain, lookups, migrations, sql
from reportedly.store.block import Block
from reportedly.store.failures import foreign, told
from reportedly.store.view import AsOf

APPLICATION = int.from_bytes(b"Rptd", "big")
"""The mark in the head of the file by which a store is known."""


class SqliteStore:
    """Records in one SQLite file.

    Args:
        path: the file; it is made where there is none.
        wait: seconds that a writer waits for another one.
        more: folders with revisions of the schema beyond those of the package.

    Raises:
        StoreError: the file cannot be opened, is no store, or comes from a newer version.
    """

    def __init__(self, path: Path, *, wait: float = 10.0, more: Sequence[Path] = ()) -> None:
        self.path = path
        with told(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._writing = _engine(path, wait, _writer)
            self._reading = _engine(path, wait, _reader)
            try:
                self._prepare(more)
            except BaseException:
                self.close()
                raise
        self._rows = sql.SqlRows(self._connected, lookups.matching, lookups.holding)

    @contextmanager
    def write(self, *, now: datetime) -> Iterator[Writer]:
        """Open the one writer; leaving the block keeps everything, an error keeps nothing."""
        with ExitStack() as leaving:
            with told(self.path):
                connection = leaving.enter_context(self._writing.connect())
                connection.begin()
                block = Block(self._rows, sql.head(connection), now)
            yield block
            with told(self.path):
                sql.keep(connection, block)
                lookups.keep_words(connection, block.rows)
                connection.commit()

    def view(self, published_by: datetime | None = None, seen_by: datetime | None = None) -> AsOf:
        """Return a view as of two moments (None: now)."""
        return AsOf(self._rows, published_by, seen_by)

    def verify(self) -> int:
        """Check the file, the hash chain and the records under it; return how many entries hold.

        Raises:
            StoreError: names the first entry that does not hold.
        """
        with self._connected() as connection:
            connection.exec_driver_sql("BEGIN")  # one unchanging view of all that is checked
            held = chain.verify(self._checked(connection))
            if connection.scalar(text("PRAGMA quick_check(1)")) != "ok":
                raise foreign(self.path)
            return held

    def close(self) -> None:
        """Let go of the file."""
        self._reading.dispose()
        self._writing.dispose()

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        with told(self.path), self._reading.connect() as connection:
            yield connection

    def _prepare(self, more: Sequence[Path]) -> None:
        """Make the file a store of this version, after a backup where it holds something."""
        with self._reading.connect() as connection:
            known = connection.scalar(text("PRAGMA application_id")) == APPLICATION
            if not known and connection.scalar(text("SELECT count(*) FROM sqlite_master")):
                raise foreign(self.path)
            if not migrations.due(migrations.revision(connection), more):
                return
        with self._writing.begin() as connection:
            present = migrations.revision(connection)
            if migrations.due(present, more):
                if present is not None:
                    self._back_up(present, sql.head(connection).at)
                migrations.upgrade(connection, more)

    def _back_up(self, revision: str, last: datetime | None) -> None:
        """Copy the store beside itself; the name says its revision and its last entry."""
        moment = last.strftime("%Y%m%dT%H%M%SZ") if last else "empty"
        target = self.path.with_name(f"{self.path.stem}.backup-{revision}-{moment}.db")
        half = target.with_suffix(".half")
        half.unlink(missing_ok=True)
        with closing(sqlite3.connect(self.path)) as source, closing(sqlite3.connect(half)) as copy:
            source.backup(copy)
        half.replace(target)

    @staticmethod
    def _checked(connection: Connection) -> Iterator[chain.Step]:
        """Yield the ledger; each step that was found to hold has its index checked as well."""
        for step in sql.steps(connection):
            yield step
            if lost := sql.unindexed(connection, step.rows):
                raise chain.broken(step.entry, f"the record {lost[0]} is no longer indexed")


def _engine(path: Path, wait: float, settings: Callable[[sqlite3.Connection], None]) -> Engine:
    """Return an engine whose connections begin nothing by themselves."""
    engine = create_engine(
        URL.create("sqlite", database=str(path)),
        connect_args={"timeout": wait, "isolation_level": None, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def _set(connection: sqlite3.Connection, _: object) -> None:
        settings(connection)

    if settings is _writer:

        @event.listens_for(engine, "begin")
        def _begin(connection: Connection) -> None:
            connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _writer(connection: sqlite3.Connection) -> None:
    """Set a connection that writes: nothing that was kept may be lost or replaced."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE meets the triggers


def _reader(connection: sqlite3.Connection) -> None:
    """Set a connection that only reads."""
    connection.execute("PRAGMA query_only = ON")
