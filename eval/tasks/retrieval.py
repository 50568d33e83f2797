"""Claim retrieval: a folder with queries.jsonl and claims.jsonl -> {"query", "claims"}.

Both hold {"id", "text"}. The claims are those that a query may repeat, the likeliest first: by
what the two mean, and by the words that they share (BM25, as the search of a desk has it).
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import rows
from numpy.typing import NDArray

from reportedly.errors import InvalidValueError
from reportedly.models.embedding import embedder

MOST = 10
"""Claims that are named for a query."""

OF_WORDS = 0.5
"""What shared words weigh beside meaning, both in standard deviations over all claims."""

_WORD = re.compile(r"\w+")


def predict(source: Path, target: Path) -> None:
    """Write for each query the claims that it most likely repeats."""
    for name in ("queries.jsonl", "claims.jsonl"):
        if not (source / name).is_file():
            raise InvalidValueError(f"{source} holds no {name}, which this task reads.")
    queries = list(rows.read(source / "queries.jsonl", "id", "text"))
    claims = list(rows.read(source / "claims.jsonl", "id", "text"))
    rows.write(target, found(queries, claims))


def found(queries: Sequence[rows.Row], claims: Sequence[rows.Row]) -> Iterator[rows.Row]:
    """Yield for each query the ids of claims, the likeliest first."""
    vectors = _directions([str(row["text"]) for row in claims])
    asked = _directions([str(row["text"]) for row in queries])
    with closing(index_of(claims)) as index:
        for row, direction in zip(queries, asked, strict=True):
            words = by_words(index, str(row["text"]), len(claims))
            score = _spread(vectors @ direction) + OF_WORDS * _spread(words)
            best = np.argsort(-score, kind="stable")[:MOST]
            yield {"query": row["id"], "claims": [claims[place]["id"] for place in best]}


def _directions(texts: Sequence[str]) -> NDArray[np.float32]:
    made = embedder()(texts).astype(np.float32)
    directions: NDArray[np.float32] = made / np.linalg.norm(made, axis=1, keepdims=True)
    return directions


def _spread(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    spread: NDArray[np.float32] = (scores - scores.mean()) / (scores.std() or 1.0)
    return spread


def index_of(claims: Sequence[rows.Row]) -> sqlite3.Connection:
    """Return an index of the words of claims, by their places."""
    index = sqlite3.connect(":memory:")
    index.execute("CREATE VIRTUAL TABLE claim USING fts5(text, tokenize='porter unicode61')")
    told = ((place, str(row["text"])) for place, row in enumerate(claims))
    index.executemany("INSERT INTO claim (rowid, text) VALUES (?, ?)", told)
    return index


def by_words(index: sqlite3.Connection, text: str, count: int) -> NDArray[np.float32]:
    """Return the BM25 score of each claim for a text, 0 where they share no word."""
    scores = np.zeros(count, dtype=np.float32)
    words = dict.fromkeys(_WORD.findall(text.lower()))
    if words:
        asked = " OR ".join(f'"{word}"' for word in words)
        held = index.execute("SELECT rowid, -bm25(claim) FROM claim WHERE claim MATCH ?", (asked,))
        for place, score in held:
            scores[place] = score
    return scores
