"""Statements of articles: JSONL {"file", "text", "outlet", "url", "published"} -> predictions."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import rows

from reportedly import known, models, read
from reportedly.known import Known
from reportedly.models import Model
from reportedly.values.document import document
from reportedly.values.statement import Statement
from reportedly.values.when import published


def predict(source: Path, target: Path) -> None:
    """Write a line per article: its statements with content, chain, certainty and times."""
    lists, model = known.load(), models.reader()
    articles = rows.read(source, "file", "text")
    rows.write(target, (_answer(row, lists, model) for row in articles))


def _answer(row: rows.Row, lists: Known, model: Model) -> rows.Row:
    found = statements_of(row, lists, model)
    return {"file": row["file"], "statements": [statement_line(s) for s in found]}


def statements_of(row: rows.Row, lists: Known, model: Model) -> tuple[Statement, ...]:
    """Return the statements of an article that is given as a row."""
    article = document(
        row["text"],
        outlet=row.get("outlet") or "",
        url=row.get("url") or "",
        published=published(row["published"]) if row.get("published") else None,
        first_seen=datetime.now(UTC),
    )
    return read.read(article, known=lists, model=model)


def statement_line(statement: Statement) -> dict[str, object]:
    """Return a statement in the form of predictions."""
    return {
        "content": [[span.start, span.end] for span in statement.content],
        "chain": [{"name": a.actor.name, "kind": a.actor.kind} for a in statement.chain],
        "certainty": statement.certainty.value,
        "confidence": statement.confidence,
        "times": [
            {"start": t.when.span.start, "end": t.when.span.end, "value": t.when.value}
            for t in statement.times
            if t.when.span is not None
        ],
    }
