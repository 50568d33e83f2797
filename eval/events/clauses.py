"""Reads the clauses of `eval/events/*.yaml` and turns them into gold slots.

README.md says how a clause is written and what each slot holds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
DAY = "2024-03-19"
"""When a clause was published that does not say so."""

NOTHING = "-"
MENTIONS = {"who": "who", "what": "what", "to": "to_whom", "place": "place"}
"""The slots that hold whom and what a clause names: as written here, and as an event has them."""

Record = dict[str, Any]


class NotationError(Exception):
    """A clause is not written as README.md says; the message names it."""


def is_set_aside(name: str) -> bool:
    """Return whether a clause is only scored and never looked at while a reader is made.

    >>> is_set_aside("attack-01"), is_set_aside("attack-02")
    (False, True)
    """
    return int(hashlib.sha256(name.encode()).hexdigest()[-1], 16) % 2 == 0


def clauses(folder: Path = HERE) -> list[Record]:
    """Return every clause with its gold, in the order of files and of clauses.

    Raises:
        NotationError: a clause names a predicate that its text does not hold.
    """
    found: list[Record] = []
    for file in sorted(folder.glob("*.yaml")):
        for name, row in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            found.append(_gold(name, row))
    return found


def _gold(name: str, row: Mapping[str, str]) -> Record:
    head, kind, code, phase = row["does"].split("; ")
    start = row["text"].find(head)
    if start < 0:
        raise NotationError(f"{name}: the text does not hold {head!r}")
    number, _, unit = str(row.get("n", "")).partition(" ")
    return {
        "file": name,
        "set_aside": is_set_aside(name),
        "outlet": "Harbour Gazette",
        "published": str(row.get("at", DAY)),
        "text": row["text"],
        "head": [start, start + len(head)],
        "type": None if kind == NOTHING else kind,
        "plover": None if code == NOTHING else code,
        "phase": phase,
        "quantity": float(number) if number else None,
        "unit": unit if unit not in {"", NOTHING} else None,
        "when": str(row["when"]) if "when" in row else None,
        "also": [each for each in str(row.get("ok", "")).split("; ") if each],
        **{slot: list(_named(str(row.get(short, "")))) for short, slot in MENTIONS.items()},
    }


def _named(words: str) -> Iterator[Record]:
    """Yield "Iran=IRN; Syria=SYR" as names with their keys."""
    for each in filter(None, words.split("; ")):
        name, _, key = each.partition("=")
        yield {"name": name, "key": key or None}
