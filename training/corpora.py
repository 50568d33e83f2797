"""Read the training corpora into plain records: a text and its labels by code points."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Spans = list[tuple[int, int]]


@dataclass(slots=True)
class Relation:
    """An attribution: the spans of its source, cue and content."""

    source: Spans = field(default_factory=list)
    cue: Spans = field(default_factory=list)
    content: Spans = field(default_factory=list)


@dataclass(slots=True)
class Negation:
    """A negation: its cue and what it reaches; `affix` when the cue is a part of a word."""

    cue: Spans
    scope: Spans
    affix: bool


@dataclass(slots=True)
class Text:
    """A text with whatever labels its corpus has; None means not labelled.

    Attributes:
        relations: one list for each annotator.
        words: the teacher's (start, end, tag, label, head, starts a sentence).
        names: the teacher's (start, end, kind).
        facts: (start, end, number from -3 to +3).
    """

    id: str
    text: str
    relations: list[list[Relation]] | None = None
    words: list[list[Any]] | None = None
    names: list[list[Any]] | None = None
    facts: list[tuple[int, int, float]] | None = None
    negations: list[Negation] | None = None


def attributions(folder: Path) -> Iterator[Text]:
    """Yield the texts of a PolNeAR part with the relations of every annotator."""
    annotated: dict[str, list[Path]] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        annotated.setdefault(path.stem.rsplit("_", 1)[0], []).append(path)
    for name, paths in annotated.items():
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as file:
            text = file.read()
        yield Text(f"polnear/{name}", text, [list(_relations(path)) for path in paths])


def _relations(path: Path) -> Iterator[Relation]:
    lines = path.read_text(encoding="utf-8").split("\n")
    spans: dict[str, Spans] = {}
    for line in lines:
        if match := re.match(r"(T\d+)\t\w+ ([\d; ]+)\t", line):
            pairs = [part.split() for part in match[2].split(";")]
            spans[match[1]] = [(int(start), int(end)) for start, end in pairs]
    for line in lines:
        if not re.match(r"E\d+\t", line):
            continue
        relation = Relation()
        for part in line.split("\t")[1].split()[1:]:
            role, name = part.split(":")
            role = re.sub(r"\d+$", "", role).lower()
            if role in {"source", "cue", "content"} and name in spans:
                getattr(relation, role).extend(spans[name])
        if relation.content:
            yield relation


def teacher(paths: Iterable[Path]) -> dict[str, dict[str, Any]]:
    """Return the records that teacher.py wrote, by the id of their text."""
    found = {}
    for path in paths:
        with gzip.open(path, "rt") as lines:
            found.update((record["id"], record) for record in map(json.loads, lines))
    return found


def factuality(path: Path, *, size: int = 8) -> Iterator[Text]:
    """Yield sentences with event factuality, `size` of them to a text, each a paragraph."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for first in range(0, len(rows), size):
        text, facts = "", []
        for row in rows[first : first + size]:
            spans, at = [], len(text)
            for word in row["text"].split(" "):
                spans.append((at, at + len(word)))
                at += len(word) + 1
            text += row["text"] + "\n"
            for target in row["targets"]:
                word = target["span1"][0]
                facts.append((*spans[word], float(target["label"])))
        yield Text(f"{path.parent.name}/{first}", text, facts=facts)


def negation(path: Path, *, size: int = 8) -> Iterator[Text]:
    """Yield sentences with negation cues and scopes (CoNLL of *SEM 2012)."""
    sentences = [
        [line.split("\t") for line in block.splitlines() if line.strip()]
        for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8"))
    ]
    sentences = [rows for rows in sentences if rows]
    for first in range(0, len(sentences), size):
        text, found = "", []
        for rows in sentences[first : first + size]:
            spans, at = [], len(text)
            for row in rows:
                spans.append((at, at + len(row[3])))
                at += len(row[3]) + 1
            text += " ".join(row[3] for row in rows) + "\n"
            found += _negations(rows, spans)
        yield Text(f"{path.parent.name}/{first}", text, negations=found)


def _negations(rows: list[list[str]], spans: Spans) -> Iterator[Negation]:
    if rows[0][7] == "***":
        return
    for column in range(7, len(rows[0]), 3):
        cue = [i for i, row in enumerate(rows) if row[column] != "_"]
        scope = [i for i, row in enumerate(rows) if row[column + 1] != "_"]
        affix = any(rows[i][column] != rows[i][3] for i in cue)
        if cue:
            yield Negation([spans[i] for i in cue], [spans[i] for i in scope], affix)
