"""Whether readings are right as often as they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from statistics import fmean

import rows
from grammar import passages
from score import Article

from measure import Corpus, Figures
from measure.grammar import other_names
from reportedly import known

BINS = 10
Reading = tuple[float, bool]
"""How sure a reading says it is, and whether it is right."""


def aside(corpus: Corpus) -> Figures:
    """Return the expected calibration error on the passages that are set aside."""
    corpus.own(passages.HERE)
    wanted = [row for row in passages.passages() if row["set_aside"]]
    return {"calibration error": error(list(readings(corpus, wanted)))}


def readings(corpus: Corpus, asked: Sequence[rows.Row]) -> Iterator[Reading]:
    """Yield every reading of some passages; it is right if in the gold with its chain exact."""
    handed = [{key: row[key] for key in ("file", "text", "outlet", "published")} for row in asked]
    answers = {row["file"]: row["statements"] for row in corpus.answers("statements", handed)}
    lists = known.load()
    for row in asked:
        article = Article(row, row["text"], other_names(row["text"], lists))
        yield from judged(article, answers[row["file"]])


def judged(article: Article, found: Sequence[rows.Row]) -> Iterator[Reading]:
    """Yield the readings of one article."""
    gold = {place: number for number, place in article.matched(found).items()}
    for place, reading in enumerate(found):
        right = (
            place in gold
            and article.chain_fit(
                article.predicted_chain(reading), article.statements[gold[place]]
            )[0]
        )
        yield reading["confidence"], bool(right)


def error(seen: Sequence[Reading]) -> float:
    """Return the expected calibration error (Naeini et al. 2015), in ten bins of equal width.

    >>> error([(1.0, True), (0.5, True), (0.5, False)])
    0.0
    """
    bins: dict[int, list[Reading]] = {}
    for sure, right in seen:
        bins.setdefault(min(int(sure * BINS), BINS - 1), []).append((sure, right))
    return sum(
        len(held) * abs(fmean(s for s, _ in held) - fmean(r for _, r in held)) / len(seen)
        for held in bins.values()
    )
