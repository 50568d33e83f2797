"""Copies: what the product finds beside exact containment."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations
from pathlib import Path

import rows

from measure import Corpus, Figures

SHINGLE = 5
HALF = 0.5
Pair = tuple[str, str]


def copies(corpus: Corpus) -> Figures:
    """Return how many pairs of copies are found among articles of 75 outlets on one story.

    Two texts are copies where one holds half of the other's shingles, or more.
    """
    path = corpus.need("data", "claims", "helsinki_multioutlet", "helsinki_articles.csv")
    texts = {row["id"]: row["text"] for row in table(path)}
    meant = copied(texts)
    given = [{"id": name, "text": text} for name, text in texts.items()]
    answers = corpus.answers("copies", given)
    said = {ordered(row["a"], row["b"]) for row in answers if row["containment"] >= HALF}
    precision, recall = agreement(said, meant)
    return {"precision": precision, "recall": recall}


def of_rumours(corpus: Corpus) -> Figures:
    """Return how many pairs of the families of text are found that were annotated by hand.

    Every pair that is found outside them was looked at: all share passages of another's text.
    """
    folder = corpus.need("data", "claims", "provenance_gold")
    texts = corpus.need("data", "claims", "emergent_fnc", "articles.jsonl")
    told = {(row["split"], row["body_id"]): row["text"] for row in rows.read(texts)}
    given: list[rows.Row] = [
        {"id": row["body_id"], "text": told[row["split"], row["body_id"]]}
        for row in rows.read(folder / "articles.jsonl")
    ]
    claims = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    families = (family for claim in claims.values() for family in claim["families"])
    meant = {ordered(*pair) for family in families for pair in combinations(map(str, family), 2)}
    said = {
        ordered(str(row["a"]), str(row["b"])): row["containment"]
        for row in corpus.answers("copies", given)
    }
    sure = {pair for pair, share in said.items() if share >= HALF}
    return {
        "recall of families": len(sure & meant) / len(meant),
        "recall with possible copies": len(said.keys() & meant) / len(meant),
    }


def agreement(said: set[Pair], meant: set[Pair]) -> tuple[float, float]:
    """Return precision and recall."""
    right = len(said & meant)
    return right / (len(said) or 1), right / (len(meant) or 1)


def ordered(one: str, other: str) -> Pair:
    """Return two names as the pair that they are in either order."""
    return min(one, other), max(one, other)


def copied(texts: Mapping[str, str], share: float = HALF) -> set[Pair]:
    """Return the pairs of texts of which one holds this share of the other's shingles."""
    held = {name: frozenset(shingles(text)) for name, text in texts.items()}
    posts: dict[tuple[str, ...], list[str]] = defaultdict(list)
    found: set[Pair] = set()
    for name, own in held.items():
        shared = Counter(other for one in own for other in posts[one])
        for other, count in shared.items():
            if count >= share * min(len(own), len(held[other])):
                found.add(ordered(name, other))
        for one in own:
            posts[one].append(name)
    return found


def shingles(text: str) -> Iterator[tuple[str, ...]]:
    """Yield all runs of five words of a text."""
    words = re.findall(r"\w+", text.lower())
    return zip(*(words[start:] for start in range(SHINGLE)), strict=False)


def table(path: Path) -> Iterable[dict[str, str]]:
    """Yield the rows of a table whose fields hold whole articles."""
    csv.field_size_limit(1 << 24)  # whole articles stand in one field
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
