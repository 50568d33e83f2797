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

JUDGED = Path(__file__).parents[1] / "copies" / "judged.tsv"
LINE = " ### "
"""What stands between the paragraphs of the articles of many outlets."""

SHINGLE = 5
HALF = 0.5
Pair = tuple[str, str]


def copies(corpus: Corpus) -> Figures:
    """Return how many pairs of copies are found among articles of 75 outlets on one story.

    Two texts are copies where one holds half of the other's shingles, or more.
    """
    texts = _of_outlets(corpus)
    said = {pair for pair, share in _found(corpus, texts).items() if share >= HALF}
    precision, recall = agreement(said, copied(texts))
    return {"precision": precision, "recall": recall}


def of_rumours(corpus: Corpus) -> Figures:
    """Return how many pairs of the families of text are found that were annotated by hand.

    The pairs that are found outside them are judged one by one, see `of_possible`.
    """
    folder = _rumours(corpus)
    claims = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    families = (family for claim in claims.values() for family in claim["families"])
    meant = {ordered(*pair) for family in families for pair in combinations(map(str, family), 2)}
    said = _found(corpus, _of_rumours(corpus, folder))
    sure = {pair for pair, share in said.items() if share >= HALF}
    return {
        "recall of families": len(sure & meant) / len(meant),
        "recall with possible copies": len(said.keys() & meant) / len(meant),
    }


def of_possible(corpus: Corpus) -> Figures:
    """Return what possible copies are worth, beside pairs that were read and judged one by one.

    A pair is rightly found where one text hands on the other, or both a third: `rewrite`.
    What only pages carry (`frame`) and stock phrases (`chance`) should find no pair; so that it
    can be learnt what an outlet repeats, the outlets are told.
    """
    verdicts = _verdicts(corpus)
    path = corpus.need("data", "claims", "helsinki_multioutlet", "helsinki_articles.csv")
    outlets = {row["id"]: row["publisher"] for row in table(path)}
    lines = {name: text.replace(LINE, "\n") for name, text in _of_outlets(corpus).items()}
    rumours = _of_rumours(corpus, _rumours(corpus))
    found = {("helsinki", *pair) for pair in _found(corpus, lines, outlets)}
    found |= {("rumours", *pair) for pair in _found(corpus, rumours)}
    shown = [verdicts[one] for one in found & verdicts.keys() if one[0] == "helsinki"]
    rewrites = {one for one, verdict in verdicts.items() if verdict == "rewrite"}
    empty = {one for one, verdict in verdicts.items() if verdict in {"frame", "chance"}}
    figures = {
        "possible copies judged dependent": shown.count("rewrite") / (len(shown) or 1),
        "judged pairs still found": len(found & rewrites) / len(rewrites),
    }
    if empty:
        figures["frame or chance still found"] = len(found & empty) / len(empty)
    return figures


def _verdicts(corpus: Corpus) -> dict[tuple[str, str, str], str]:
    """Return the verdicts of a reader, by the set and the names of both texts."""
    with corpus.own(JUDGED).open(encoding="utf-8", newline="") as lines:
        return {
            (row["set"], *ordered(row["a"], row["b"])): row["verdict"]
            for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        }


def _of_outlets(corpus: Corpus) -> dict[str, str]:
    """Return the articles of 75 outlets on one story by their names."""
    path = corpus.need("data", "claims", "helsinki_multioutlet", "helsinki_articles.csv")
    return {row["id"]: row["text"] for row in table(path)}


def _of_rumours(corpus: Corpus, folder: Path) -> dict[str, str]:
    """Return the articles on the four annotated rumours by their names."""
    texts = corpus.need("data", "claims", "emergent_fnc", "articles.jsonl")
    told = {(row["split"], row["body_id"]): row["text"] for row in rows.read(texts)}
    return {
        str(row["body_id"]): told[row["split"], row["body_id"]]
        for row in rows.read(folder / "articles.jsonl")
    }


def _rumours(corpus: Corpus) -> Path:
    """Return the folder in which the four rumours are annotated."""
    return corpus.need("data", "claims", "provenance_gold")


def _found(
    corpus: Corpus, texts: Mapping[str, str], outlets: Mapping[str, str] | None = None
) -> dict[Pair, float]:
    """Return the pairs that are found as copies or possible copies, with their containment."""
    told = outlets or {}
    given: list[rows.Row] = [
        {"id": name, "text": text, "outlet": told.get(name, "")} for name, text in texts.items()
    ]
    answers = corpus.answers("copies", given)
    return {ordered(row["a"], row["b"]): row["containment"] for row in answers}


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
