"""Kinds of source: JSONL {"id", "text", "start", "end"} -> {"id", "kind"}."""

from __future__ import annotations

import json
from pathlib import Path

from reportedly import known, models
from reportedly.known import Known
from reportedly.models import Parse
from reportedly.read.sources import actor_of
from reportedly.values.statement import SourceKind


def predict(source: Path, target: Path) -> None:
    """Write the kind of each source span."""
    lists, parse = known.load(), models.parser()
    with source.open(encoding="utf-8") as rows, target.open("w", encoding="utf-8") as out:
        for row in map(json.loads, filter(str.strip, rows)):
            kind = kind_of(row["text"], row["start"], row["end"], lists, parse)
            out.write(json.dumps({"id": row["id"], "kind": kind}) + "\n")


def kind_of(text: str, start: int, end: int, lists: Known, parse: Parse) -> SourceKind:
    """Return the kind of the source that stands at a span, read in its sentence."""
    left = text.rfind("\n", 0, start) + 1
    right = text.find("\n", end)
    line = text[left : right if right >= 0 else len(text)]
    for sentence in next(iter(parse([line]))):
        inside = [t for t in sentence.tokens if start <= t.start + left and t.end + left <= end]
        if inside:
            spanned = {t.index for t in inside}
            top = next((t for t in inside if t.head not in spanned or t.head == t.index), inside[-1])
            return actor_of(sentence, top.index, left, lists).kind
    return "unnamed_person"
