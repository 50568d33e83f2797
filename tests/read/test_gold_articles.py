"""The reader against the annotated articles, by the measures of the scorer."""

from __future__ import annotations

import importlib.util
import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOLD = ROOT / "tests" / "gold"


@pytest.fixture(scope="module")
def score():
    """Return the scorer."""
    folder = ROOT / "eval" / "statements"
    sys.path.append(str(folder))
    try:
        spec = importlib.util.spec_from_file_location("statement_score", folder / "score.py")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        sys.path.remove(str(folder))
    return module


def prediction(statement):
    """Return a statement in the form that the scorer reads."""
    return {
        "content": [[span.start, span.end] for span in statement.content],
        "chain": [{"name": hop.actor.name, "kind": hop.actor.kind} for hop in statement.chain],
        "certainty": statement.certainty.value,
    }


@pytest.fixture(scope="module")
def figures(score, reading):
    """Return the measures of the three articles."""
    gold = json.loads((GOLD / "gold.json").read_text(encoding="utf-8"))
    predictions = {}
    for article in gold["documents"]:
        text = (GOLD / "articles" / article["file"]).read_bytes().decode("utf-8")
        found = reading(text, article["outlet"], on=article["published"])
        predictions[article["file"]] = [prediction(statement) for statement in found]
    return score.figures(gold, predictions, GOLD / "articles", [])


@pytest.mark.parametrize(
    "measure", ["statement F1", "chain exact", "certainty exact (accepted readings)"]
)
def test_nearly_every_annotated_statement_is_read_right(figures, measure):
    """Statements, their chains and their certainty agree with the annotation."""
    assert figures[measure] >= 0.95


def test_no_statement_is_made_of_the_page(figures):
    """Nothing is read out of what is marked as no part of the story."""
    assert figures["boilerplate false positives"] == 0
