"""Verified claims that tweets repeat, among ten thousand: ours beside words alone."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
import rows
from tasks import retrieval

from measure import Corpus, Figures

FIRST = 5
"""Answers that count: MAP@5 is the measure of CheckThat! 2020, task 2."""


def claims(corpus: Corpus) -> Figures:
    """Return MAP@5 on the development part."""
    folder = corpus.need("data", "claims", "checkthat2020_t2")
    held = [
        {"id": row[""], "text": row["vclaim"]}
        for row in _table(folder / "verified_claims.docs.tsv")
    ]
    asked = [
        {"id": row[""], "text": row["tweet_content"]}
        for row in _table(folder / "dev" / "tweets.queries.tsv")
    ]
    right = _right(folder / "dev" / "tweet-vclaim-pairs.qrels")
    said = {row["query"]: row["claims"] for row in retrieval.found(asked, held)}
    return {
        "MAP@5": precision(said, right),
        "words alone (BM25), MAP@5": precision(_by_words(asked, held), right),
    }


def precision(said: Mapping[str, Sequence[str]], right: Mapping[str, set[str]]) -> float:
    """Return the mean over queries of the average precision of the first five answers."""
    return float(np.mean([_average(answers, right[query]) for query, answers in said.items()]))


def _average(answers: Sequence[str], right: set[str]) -> float:
    hits, total = 0, 0.0
    for rank, answer in enumerate(answers[:FIRST], start=1):
        if answer in right:
            hits += 1
            total += hits / rank
    return total / min(FIRST, len(right) or 1)


def _by_words(asked: Sequence[rows.Row], held: Sequence[rows.Row]) -> dict[str, list[str]]:
    found = {}
    with closing(retrieval.index_of(held)) as index:
        for row in asked:
            scores = retrieval.by_words(index, row["text"], len(held))
            best = np.argsort(-scores, kind="stable")[:FIRST]
            found[row["id"]] = [held[place]["id"] for place in best]
    return found


def _right(path: Path) -> Mapping[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for line in path.read_text(encoding="utf-8").splitlines():
        query, _, claim, relevant = line.split()
        if relevant == "1":
            found[query].add(claim)
    return found


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))
