"""The stance of reports to rumours, on claims that nothing was learnt from."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator, Sequence
from math import log, sqrt
from pathlib import Path
from statistics import fmean
from zlib import crc32

import rows
from split import SPLITS, side_of_pair, sides

from measure import Corpus, Figures

LABELS = ("unrelated", "discuss", "agree", "disagree")
SIDE_OF = {"for": "agree", "observing": "discuss", "against": "disagree"}

SAMPLE = 2
"""One body of so many is read, by a checksum of its id: reading them all takes too long."""

ALIKE = 0.1
"""Cosine from which the baseline takes a body to speak of a headline."""

UNRELATED_SHARE = 36545 / 49972
"""Share of unrelated pairs in the whole of FNC-1. A split by claim leaves most of them out,
so that those which stay weigh more."""

QUARTER = 0.25


def of_headlines(corpus: Corpus) -> Figures:
    """Return how well the side of a headline on the claim of its rumour is told (Emergent)."""
    corpus.own(SPLITS)
    path = corpus.need("data", "claims", "emergent", "train.csv")
    given = [row for row in _table(path) if sides()["claim"][row["claimId"]] == "dev"]
    asked: list[rows.Row] = [
        {"claim": row["claimHeadline"].strip(), "text": row["articleHeadline"].strip()}
        for row in given
    ]
    meant = [SIDE_OF[row["articleHeadlineStance"]] for row in given]
    said = [row["side"] for row in corpus.answers("stance", asked)]
    even = [1.0] * len(meant)
    naive = ["agree"] * len(meant)
    return {
        "F1 of denies": f1(said, meant, even, "disagree"),
        "macro-F1": fmean(f1(said, meant, even, label) for label in LABELS[1:]),
        "all agree, macro-F1": fmean(f1(naive, meant, even, label) for label in LABELS[1:]),
    }


def of_articles(corpus: Corpus) -> Figures:
    """Return how well the stance of a body to a headline is told (FNC-1), beside baselines."""
    corpus.own(SPLITS)
    bodies = {
        row["Body ID"]: row["articleBody"]
        for row in _table(corpus.need("data", "claims", "fnc1", "train_bodies.csv"))
        if crc32(row["Body ID"].encode()) % SAMPLE == 0
    }
    path = corpus.need("data", "claims", "fnc1", "train_stances.csv")
    given = [
        row
        for row in _table(path)
        if row["Body ID"] in bodies and side_of_pair(row["Headline"], row["Body ID"]) == "dev"
    ]
    # A body of one paragraph is an article still.
    asked: list[rows.Row] = [
        {"claim": row["Headline"].strip(), "text": bodies[row["Body ID"]].strip() + "\n\n."}
        for row in given
    ]
    meant = [row["Stance"] for row in given]
    said = [row["stance"] for row in corpus.answers("stance", asked)]
    words = ["discuss" if near else "unrelated" for near in _alike(asked)]
    return {
        **_figures(said, meant),
        **{f"by words alone, {name}": figure for name, figure in _figures(words, meant).items()},
        **{
            f"all unrelated, {name}": figure
            for name, figure in _figures(["unrelated"] * len(meant), meant).items()
        },
    }


def _figures(said: Sequence[str], meant: Sequence[str]) -> Figures:
    unrelated = meant.count("unrelated")
    heavier = UNRELATED_SHARE / (1 - UNRELATED_SHARE) * (len(meant) - unrelated) / (unrelated or 1)
    weights = [heavier if label == "unrelated" else 1.0 for label in meant]
    return {
        "F1 of denies": f1(said, meant, weights, "disagree"),
        "macro-F1": fmean(f1(said, meant, weights, label) for label in LABELS),
        "FNC score": fnc_score(said, meant, weights),
    }


def f1(said: Sequence[str], meant: Sequence[str], weights: Sequence[float], label: str) -> float:
    """Return the F1 of one label, each pair counted by its weight.

    >>> round(f1(["agree", "disagree"], ["disagree", "disagree"], [1, 1], "disagree"), 4)
    0.6667
    """
    told = zip(said, meant, weights, strict=True)
    counted = [((one == label) + (other == label), w) for one, other, w in told]
    total = sum(n * weight for n, weight in counted)
    return sum(2 * weight for n, weight in counted if n > 1) / total if total else 0.0


def fnc_score(said: Sequence[str], meant: Sequence[str], weights: Sequence[float]) -> float:
    """Return the score of the Fake News Challenge as a share of the best one.

    >>> fnc_score(["agree", "unrelated"], ["disagree", "unrelated"], [1, 1])
    0.4
    """
    got = best = 0.0
    for one, other, weight in zip(said, meant, weights, strict=True):
        best += weight * (QUARTER if other == "unrelated" else 1.0)
        if (one == "unrelated") == (other == "unrelated"):
            got += QUARTER * weight
        if one == other != "unrelated":
            got += (1 - QUARTER) * weight
    return got / best if best else 0.0


def _alike(pairs: Sequence[rows.Row]) -> Iterator[bool]:
    """Yield whether each pair is alike by the cosine of its words, weighed by rarity."""
    held: Counter[str] = Counter()
    bags = {text: Counter(text.lower().split()) for pair in pairs for text in pair.values()}
    for bag in bags.values():
        held.update(bag.keys())

    def length(bag: Counter[str]) -> float:
        return sqrt(sum((n * log(len(bags) / held[word])) ** 2 for word, n in bag.items()))

    lengths = {text: length(bag) for text, bag in bags.items()}
    for pair in pairs:
        one, other = bags[pair["claim"]], bags[pair["text"]]
        shared = one.keys() & other.keys()
        product = sum(one[w] * other[w] * log(len(bags) / held[w]) ** 2 for w in shared)
        yield product >= ALIKE * lengths[pair["claim"]] * lengths[pair["text"]]


def _table(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(1 << 24)  # whole articles stand in one field
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
