"""Factuality: JSONL of tokenised sentences with targets -> {"values": [one per target]}.

The sentences of a file are taken to be of one origin: together they tell whether it is news.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

import rows

from reportedly import models
from reportedly.models import Sentence
from reportedly.read.factuality import estimate
from reportedly.read.genre import news_share

UNREAD = 3.0
"""What is told of a target that no word of the parse covers: most of what is told is fact."""


def predict(source: Path, target: Path) -> None:
    """Write a value from -3 to 3 for each target of each sentence."""
    given = list(rows.read(source, "text", "targets"))
    texts = [row["text"] for row in given]
    starts = [0, *accumulate(len(text) + 1 for text in texts)]
    parsed = models.reader().hear(list(zip(starts, texts, strict=False))).pages
    news = news_share(sentence for found in parsed for sentence in found)
    answers = (_answer(row, found, news) for row, found in zip(given, parsed, strict=True))
    rows.write(target, answers)


def _answer(row: rows.Row, parsed: Sequence[Sentence], news: float) -> rows.Row:
    starts = _starts(row["text"])
    return {"values": [_value(parsed, starts[t["span1"][0]], news) for t in row["targets"]]}


def _starts(text: str) -> list[int]:
    starts, at = [], 0
    for word in text.split(" "):
        starts.append(at)
        at += len(word) + 1
    return starts


def _value(parsed: Sequence[Sentence], start: int, news: float) -> float:
    for sentence in parsed:
        for token in sentence.tokens:
            if token.start <= start < token.end:
                return estimate(sentence, token.index, news=news)
    return UNREAD
