"""Factuality: JSONL of tokenised sentences with targets -> {"values": [one per target]}."""

from __future__ import annotations

from pathlib import Path

import rows

from reportedly import models
from reportedly.models import Sentence
from reportedly.read.certainty import read_certainty
from reportedly.read.cues import is_cue, lexicon
from reportedly.read.placed import Placed
from reportedly.values.statement import FACTUALITY_SCORES

_UNREALISED = frozenset({"xcomp", "advcl", "acl"})


def predict(source: Path, target: Path) -> None:
    """Write a value from -3 to 3 for each target of each sentence."""
    parse = models.parser()
    given = list(rows.read(source, "text", "targets"))
    parsed = parse([row["text"] for row in given])
    answers = (_answer(row, found) for row, found in zip(given, parsed, strict=True))
    rows.write(target, answers)


def _answer(row: rows.Row, parsed: list[Sentence]) -> rows.Row:
    starts = _starts(row["text"])
    return {"values": [_value(parsed, starts[t["span1"][0]]) for t in row["targets"]]}


def _starts(text: str) -> list[int]:
    starts, at = [], 0
    for word in text.split(" "):
        starts.append(at)
        at += len(word) + 1
    return starts


def _value(parsed: list[Sentence], start: int) -> float:
    for sentence in parsed:
        for token in sentence.tokens:
            if token.start <= start < token.end:
                return _of(sentence, token.index)
    return FACTUALITY_SCORES["CT+"]


def _of(sentence: Sentence, index: int) -> float:
    """Return how far an event is presented as having happened, weakened by what governs it."""
    token = sentence.tokens[index]
    question = sentence.tokens[-1].text == "?"
    placed = Placed(sentence, 0, 0, (), (), question)
    value = read_certainty(placed, index, sentence.subtree(index)).score
    if token.dep in _UNREALISED and any(t.tag == "TO" for t in sentence.kids(index, "aux")):
        value = min(value, 0.5)
    if any(t.lower in {"will", "shall", "should", "can"} for t in sentence.kids(index, "aux")):
        value = min(value, 1.0)
    if any(t.lower in {"if", "unless", "whether"} for t in sentence.kids(index, "mark")):
        value = min(value, 0.5)
    if token.tag == "VB" and not sentence.kids(index, "aux", "nsubj"):
        value = min(value, 1.0)
    above = sentence.tokens[token.head]
    if token.dep == "ccomp" and is_cue(sentence, above.index):
        effect = lexicon()["verbs"].get(above.lemma, {}).get("effect", "CT+")
        value = min(value, FACTUALITY_SCORES.get(effect, 3.0))
    return value
