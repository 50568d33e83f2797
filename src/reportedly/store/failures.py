"""What goes wrong with a store file, in sentences that say what to do."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from reportedly.errors import StoreError

_PRIMARY = 0xFF
"""The part of an SQLite error code that names the class of error."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn errors of the database and of files into StoreErrors about this store.

    Raises:
        StoreError: says what happened to which file, and what to do now.
    """
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise StoreError(_sentence(path, error)) from error
    except OSError as error:
        raise StoreError(
            f"{path} cannot be opened: {error.strerror or error}. "
            "Choose a place where you may write."
        ) from error


def foreign(path: Path) -> StoreError:
    """Return the error for a file that is no store, or no whole one."""
    backups = sorted(path.parent.glob(f"{path.stem}.backup-*.db"), key=_changed)
    remedy = f"restore the backup {backups[-1]}" if backups else "restore a backup"
    return StoreError(
        f"{path} is not a reportedly store or is damaged. Open another store, or {remedy}."
    )


def _sentence(path: Path, error: Exception) -> str:
    code = getattr(getattr(error, "orig", error), "sqlite_errorcode", 0) & _PRIMARY
    if code in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        return f"Another reportedly is writing to {path}. Wait until it is done, then try again."
    if code in {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}:
        return str(foreign(path))
    if code in {
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
    }:
        return (
            f"No permission to write to {path} or its folder. Change its permissions, or choose "
            "another place."
        )
    if code == sqlite3.SQLITE_FULL:
        return f"The disk of {path} is full. Make room, then try again; nothing kept was lost."
    return f"{path} could not be used: {getattr(error, 'orig', error)}."


def _changed(path: Path) -> tuple[float, str]:
    return (path.stat().st_mtime, path.name)
