"""The full-text index of SQLite (FTS5): words of statements, stemmed and ranked.

The index table itself is made by the migrations.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, text

from reportedly.store.block import storable
from reportedly.store.phrases import Phrase
from reportedly.store.rows import Row
from reportedly.values.statement import Statement

_INSERT = text("INSERT INTO statement_text (rowid, text) VALUES (:number, :text)")
_MATCHING = text(
    "SELECT rowid FROM statement_text WHERE statement_text MATCH :query AND rowid <= :upto "
    "ORDER BY bm25(statement_text), rowid DESC"
)


def keep(connection: Connection, rows: Iterable[Row]) -> None:
    """Make the statements among these rows findable by their words."""
    texts = [
        {"number": row.number, "text": storable(record.text)}
        for row in rows
        if row.kind == "statement" and isinstance(record := row.record, Statement)
    ]
    if texts:
        connection.execute(_INSERT, texts)


def matching(connection: Connection, phrases: Sequence[Phrase], upto: int) -> list[int]:
    """Return the row numbers of the statements that hold all phrases, best first."""
    query = " AND ".join(_quoted(phrase) for phrase in phrases)
    return list(connection.scalars(_MATCHING, {"query": query, "upto": upto}))


def _quoted(phrase: Phrase) -> str:
    """Return a phrase as FTS5 takes it; its words hold no quotation mark (see `phrases`)."""
    words = " ".join(phrase.words)
    return f'"{words}"*' if phrase.open_end else f'"{words}"'
