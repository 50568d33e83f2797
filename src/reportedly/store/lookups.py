"""The questions that SQLite answers in words of its own: full text (FTS5) and terms.

Words of statements are stemmed and ranked. The tables are made by the migrations.
"""

from __future__ import annotations

import json
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
_HOLDING = text(
    "SELECT asked.key, (SELECT group_concat(number) FROM (SELECT number FROM term "
    "WHERE kind = :kind AND term = asked.value AND number <= :upto "
    "ORDER BY number DESC LIMIT :limit)) FROM json_each(:terms) AS asked"
)
"""One question for all terms: dozens of them are asked for each statement that is linked."""


def keep_words(connection: Connection, rows: Iterable[Row]) -> None:
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


def holding(
    connection: Connection, kind: str, terms: Sequence[str], upto: int, limit: int
) -> list[list[int]]:
    """Return, for each term, the numbers of the newest rows that were indexed by it."""
    bound = {"kind": kind, "terms": json.dumps(terms), "upto": upto, "limit": limit}
    found: dict[int, str | None] = {}
    found.update((key, numbers) for key, numbers in connection.execute(_HOLDING, bound))
    rows = [found.get(place) or "" for place in range(len(terms))]
    return [[int(number) for number in row.split(",")] if row else [] for row in rows]


def _quoted(phrase: Phrase) -> str:
    """Return a phrase as FTS5 takes it; its words hold no quotation mark (see `phrases`)."""
    words = " ".join(phrase.words)
    return f'"{words}"*' if phrase.open_end else f'"{words}"'
