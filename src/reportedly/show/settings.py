"""What the user has set, from flags, environment and `reportedly.toml`, in one frozen record."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import InvalidValueError
from reportedly.values.readers import READERS, ReaderName

FILE = "reportedly.toml"
"""The settings file; it is looked for in the folder where the command runs."""

DEFAULT_DESK = "desk"
_KEYS = ("desk", "lists", "reader", "workers")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has set.

    Attributes:
        desk: the folder where the desk keeps its store.
        lists: a folder with the user's own lists of outlets, equipment and so on.
        reader: "trained", "fast" or "rules"; None means the trained one, where it is installed.
        workers: processes that read articles; 0 means as many as there are processors.
        debug: show the trace of an error instead of one sentence.
    """

    desk: str = DEFAULT_DESK
    lists: str | None = None
    reader: ReaderName | None = None
    workers: int = 0
    debug: bool = False


def settings(
    *,
    desk: str | None = None,
    debug: bool = False,
    environ: Mapping[str, str],
    folder: Path,
) -> Settings:
    """Return the settings in force: a flag outweighs the environment, that the file.

    Args:
        desk: the flag, where given.
        debug: the flag.
        environ: the environment; REPORTEDLY_DESK, REPORTEDLY_LISTS, REPORTEDLY_READER and
            REPORTEDLY_WORKERS count.
        folder: where `reportedly.toml` is looked for.

    Raises:
        InvalidValueError: the file or a value in it cannot be used.
    """
    chosen = _from_file(folder / FILE)
    chosen |= {key: environ[f"REPORTEDLY_{key.upper()}"] for key in _KEYS if _named(environ, key)}
    return Settings(
        desk=desk or str(chosen.get("desk", DEFAULT_DESK)),
        lists=str(chosen["lists"]) if "lists" in chosen else None,
        reader=_reader(chosen["reader"]) if "reader" in chosen else None,
        workers=_workers(chosen.get("workers", 0)),
        debug=debug,
    )


def _named(environ: Mapping[str, str], key: str) -> bool:
    return bool(environ.get(f"REPORTEDLY_{key.upper()}"))


def _from_file(path: Path) -> dict[str, object]:
    """Return what the settings file says, its paths taken from where the file lies."""
    try:
        chosen: dict[str, object] = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidValueError(f"{path} cannot be read: {error}. Correct that line.") from error
    unknown = sorted(set(chosen) - set(_KEYS))
    if unknown:
        raise InvalidValueError(
            f"{path} holds the unknown setting '{unknown[0]}'. It may hold: {', '.join(_KEYS)}."
        )
    for key in ("desk", "lists"):
        if key in chosen:
            chosen[key] = str(path.parent / str(chosen[key]))
    return chosen


def _reader(value: object) -> ReaderName:
    for name in READERS:
        if value == name:
            return name
    raise InvalidValueError(f"reader = {value!r} is none. Use one of: {', '.join(READERS)}.")


def _workers(value: object) -> int:
    try:
        workers = int(str(value))
    except ValueError:
        workers = -1
    if workers < 0:
        raise InvalidValueError(f"workers = {value!r} is not a number of processes. Use 0 or more.")
    return workers
