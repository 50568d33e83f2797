"""Kinds of source and degrees of factuality beside labels by hand."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from statistics import correlation, fmean

import rows
from factuality import passages

from measure import Corpus, Figures


def source_kinds(corpus: Corpus) -> Figures:
    """Return how many spans of sources get the right kind."""
    table = corpus.need("data", "attribution", "source_types", "dev.tsv")
    texts = corpus.need("data", "attribution", "polnear", "dev", "text")
    with table.open(encoding="utf-8", newline="") as lines:
        given = [row for row in csv.DictReader(lines, delimiter="\t") if row["type"] != "other"]
    asked = [
        {
            "id": number,
            "text": (texts / row["doc"]).read_bytes().decode("utf-8"),
            "start": int(row["start"]),
            "end": int(row["end"]),
        }
        for number, row in enumerate(given)
    ]
    said = [_kind(row["kind"]) for row in corpus.answers("source_kind", asked)]
    return shares(said, [_kind(row["type"]) for row in given])


def _kind(kind: str) -> str:
    return "media_outlet" if kind == "unnamed_media" else kind


def shares(said: Sequence[str], meant: Sequence[str]) -> Figures:
    """Return accuracy and macro-F1 over the labels of the gold."""
    right = [one for one, other in zip(said, meant, strict=True) if one == other]
    scores = [
        2 * right.count(label) / (said.count(label) + meant.count(label)) for label in set(meant)
    ]
    return {"accuracy": len(right) / len(meant), "macro-F1": fmean(scores)}


def factuality(corpus: Corpus) -> Figures:
    """Return how near the degrees of factuality are to those that people gave, in web text."""
    return _degrees(corpus, corpus.need("data", "certainty", "uds_ih2_factuality", "dev.jsonl"))


def factuality_of_news(corpus: Corpus) -> Figures:
    """Return the same for articles of Wikinews."""
    return _degrees(corpus, corpus.need("data", "certainty", "meantime_factuality", "dev.jsonl"))


def factuality_of_own_news(corpus: Corpus) -> Figures:
    """Return the same for our own passages of news."""
    corpus.own(passages.SOURCE)
    halves: dict[str, passages.Half] = {"": "dev", "set aside, ": "set_aside"}
    return {
        f"{shown}{name}": figure
        for shown, half in halves.items()
        for name, figure in _degrees(corpus, [p.row() for p in passages.passages(half)]).items()
    }


def _degrees(corpus: Corpus, questions: Path | list[rows.Row]) -> Figures:
    given = questions if isinstance(questions, list) else rows.read(questions)
    meant = [target["label"] for row in given for target in row["targets"]]
    said = [value for row in corpus.answers("factuality", questions) for value in row["values"]]
    return {"Pearson": correlation(said, meant), "mean error": mean_error(said, meant)}


def mean_error(said: Sequence[float], meant: Sequence[float]) -> float:
    """Return the mean absolute difference."""
    return fmean(abs(one - other) for one, other in zip(said, meant, strict=True))


def b_cubed(said: Sequence[str], meant: Sequence[str]) -> Figures:
    """Return B-cubed precision, recall and F1 of a clustering (Bagga and Baldwin 1998)."""
    got, want = _clusters(said), _clusters(meant)
    shared = [len(got[one] & want[other]) for one, other in zip(said, meant, strict=True)]
    precision = fmean(n / len(got[one]) for n, one in zip(shared, said, strict=True))
    recall = fmean(n / len(want[one]) for n, one in zip(shared, meant, strict=True))
    f1 = 2 * precision * recall / (precision + recall)
    return {"B-cubed precision": precision, "B-cubed recall": recall, "B-cubed F1": f1}


def _clusters(labels: Sequence[str]) -> dict[str, set[int]]:
    made: dict[str, set[int]] = defaultdict(set)
    for place, label in enumerate(labels):
        made[label].add(place)
    return made
