"""Kinds of source: JSONL {"id", "text", "start", "end"} -> {"id", "kind"}."""

from __future__ import annotations

from pathlib import Path

import rows

from reportedly import known, models
from reportedly.known import Known
from reportedly.models import Parse
from reportedly.read.sources import actor_of
from reportedly.values.statement import SourceKind


def predict(source: Path, target: Path) -> None:
    """Write the kind of each source span."""
    lists, parse = known.load(), models.parser()
    given = rows.read(source, "id", "text", "start", "end")
    rows.write(target, (_answer(row, lists, parse) for row in given))


def _answer(row: rows.Row, lists: Known, parse: Parse) -> rows.Row:
    return {
        "id": row["id"],
        "kind": kind_of(row["text"], row["start"], row["end"], lists, parse),
    }


def kind_of(text: str, start: int, end: int, lists: Known, parse: Parse) -> SourceKind:
    """Return the kind of the source that stands at a span, read in its sentence."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    line = text[left : right if right >= 0 else len(text)]
    for sentence in next(iter(parse([line]))):
        inside = [t for t in sentence.tokens if start <= t.start + left and t.end + left <= end]
        if inside:
            spanned = {t.index for t in inside}
            top = next(
                (t for t in inside if t.head not in spanned or t.head == t.index), inside[-1]
            )
            return actor_of(sentence, top.index, left, lists).kind
    return "unnamed_person"
