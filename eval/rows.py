"""JSON Lines with errors that name the file and the line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from reportedly.errors import InvalidValueError

Row = dict[str, Any]


def read(path: Path, *fields: str) -> Iterator[Row]:
    """Yield the objects of a file of JSON Lines, each of which has these fields.

    Raises:
        InvalidValueError: a line is no object or lacks a field; file and line are named.
    """
    if path.is_dir():
        raise InvalidValueError(f"{path} is a folder. Give a file of JSON Lines.")
    with path.open(encoding="utf-8", newline="\n") as lines:
        try:
            yield from _rows(lines, path, fields)
        except UnicodeDecodeError as error:
            raise InvalidValueError(f"{path} is not UTF-8 text: {error.reason}.") from error


def _rows(lines: Iterable[str], path: Path, fields: Iterable[str]) -> Iterator[Row]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except ValueError as error:
            raise InvalidValueError(f"{path}, line {number}: not JSON ({error}).") from error
        if not isinstance(row, dict):
            raise InvalidValueError(f"{path}, line {number}: expected an object in braces.")
        if missing := [field for field in fields if field not in row]:
            raise InvalidValueError(f"{path}, line {number}: the field '{missing[0]}' is missing.")
        yield row


def write(path: Path, rows: Iterable[Row]) -> None:
    """Write objects as JSON Lines, each as soon as it is there."""
    with path.open("w", encoding="utf-8", errors="backslashreplace") as out:
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
