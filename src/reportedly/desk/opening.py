"""Where a desk keeps its store."""

from __future__ import annotations

from pathlib import Path

from reportedly import store
from reportedly.errors import StoreError
from reportedly.store import FILE, Store
from reportedly.store.memory import MemoryStore

MEMORY = "memory:"
"""The location of a desk that keeps nothing when the program ends."""

LISTS = "lists"
"""The folder of a desk that holds its own lists of outlets, equipment and so on."""


def open_store(location: str | Path, *, create: bool) -> Store:
    """Return the store of a desk, opened."""
    if str(location) == MEMORY:
        return MemoryStore()
    folder = Path(location)
    if folder.exists() and not folder.is_dir():
        raise StoreError(f"'{folder}' is a file, not the folder of a desk. Choose another --desk.")
    if not create and not (folder / FILE).exists():
        raise StoreError(
            f"There is no desk in '{folder}'. Start one with: reportedly init {folder}"
        )
    return store.open(folder / FILE)


def own_lists(location: str | Path) -> Path | None:
    """Return the folder of a desk's own lists, where it has one."""
    folder = Path(location) / LISTS
    return folder if str(location) != MEMORY and folder.is_dir() else None
