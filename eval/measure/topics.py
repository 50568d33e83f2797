"""Whether statements on one topic are put together by what they claim, beside labels by hand."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

import rows

from measure import Corpus, Figures
from measure.labels import b_cubed

LABELS = Path(__file__).parents[1] / "topics" / "labels.tsv"
DEVELOPMENT = frozenset({"jets", "chlorine"})

COVERED = 0.7
"""Share of a statement and of a label that each must cover of the other to be one."""

SINGLE, NONE = ".", "-"

Label = tuple[int, int, str]


def development(corpus: Corpus) -> Figures:
    """Return the figures of the stories that may be looked at."""
    return _measured(corpus, aside=False)


def aside(corpus: Corpus) -> Figures:
    """Return the figures of the stories set aside."""
    return _measured(corpus, aside=True)


def _measured(corpus: Corpus, *, aside: bool) -> Figures:
    texts = corpus.need("data", "claims", "emergent_fnc", "articles.jsonl")
    with corpus.own(LABELS).open(encoding="utf-8", newline="") as lines:
        given = [
            row
            for row in csv.DictReader(lines, delimiter="\t")
            if (row["story"] not in DEVELOPMENT) == aside
        ]
    stories = {row["article"]: row["story"] for row in given}
    told = {f"{row['split']}-{row['body_id']}": row["text"] for row in rows.read(texts)}
    asked: list[rows.Row] = [
        {"id": article, "story": story, "text": told[article]} for article, story in stories.items()
    ]
    labels: dict[str, list[Label]] = {article: [] for article in stories}
    for row in given:
        labels[row["article"]].append((int(row["start"]), int(row["end"]), row["claim"]))
    return figures(corpus.answers("grouping", asked), labels)


def figures(said: Sequence[rows.Row], labels: Mapping[str, Sequence[Label]]) -> Figures:
    """Return the B-cubed figures of the statements that a label covers.

    Args:
        said: what was predicted, a row per statement.
        labels: where labelled statements stand, with their claim, by article.
    """
    got: list[str] = []
    meant: list[str] = []
    for row in said:
        claim = label_of(row["start"], row["end"], labels[row["id"]])
        if claim != NONE:
            got.append(row["claim"])
            place = f"{row['id']}:{row['start']}-{row['end']}"
            meant.append(place if claim == SINGLE else claim)
    return b_cubed(got, meant)


def label_of(start: int, end: int, labels: Sequence[Label]) -> str:
    """Return the claim of the label that covers most of a statement, NONE where none does.

    >>> label_of(0, 10, [(0, 9, "rain"), (20, 30, "snow")]), label_of(12, 18, [(0, 9, "rain")])
    ('rain', '-')
    """
    shares = [
        ((min(end, to) - max(start, since)) / max(end - start, to - since), claim)
        for since, to, claim in labels
    ]
    covered, claim = max(shares, default=(0.0, NONE))
    return claim if covered >= COVERED else NONE
