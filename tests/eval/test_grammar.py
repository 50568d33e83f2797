"""The passages that show how news says who says what."""

import sys
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "eval"), str(ROOT / "eval" / "statements")]

from build import NotationError  # noqa: E402
from grammar import passages  # noqa: E402
from measure import grammar  # noqa: E402
from score import Article, as_predictions, count_statements  # noqa: E402

ROW = {
    "id": "made-up-01",
    "in": "Harbour Gazette, 2024-03-19",
    "text": "The bridge is shut, the mayor told the Valley Post.\nIt will open in May.",
    "has": [
        {
            "is": "The bridge is shut",
            "head": "shut",
            "by": "Valley Post (media_outlet) < the mayor (role_person)",
            "sure": "CT+",
            "why": "The mayor says it, and the paper is told.",
        }
    ],
}


@pytest.fixture(scope="module")
def every():
    """Return all passages with their gold."""
    return passages.passages()


def counts_of(row, predictions):
    return count_statements(Article(row, row["text"], {}), predictions, [])


def test_there_are_enough_passages_and_each_has_its_own_name(every):
    """At least five hundred passages, whose names are used once."""
    names = {row["file"] for row in every}
    assert (len(names), len(names) >= 500) == (len(every), True)


def test_about_half_of_the_passages_is_set_aside(every):
    """Both halves are large enough to tell something."""
    share = sum(row["set_aside"] for row in every) / len(every)
    assert 0.45 < share < 0.55


def test_spans_of_gold_are_the_words_they_name(every):
    """Contents and heads lie in the text where they say."""
    spans = [
        (row["text"], statement[part])
        for row in every
        for statement in row["statements"]
        for part in ("content", "head", "span")
    ]
    wrong = [span for text, span in spans if text[span["start"] : span["end"]] != span["text"]]
    assert wrong == []


def test_gold_against_itself_is_all_right(every):
    """Gold offered as predictions has every figure right."""
    once = [
        row | {"statements": [s for s in row["statements"] if not s["id"].endswith("-again")]}
        for row in every
    ]
    answers = as_predictions(passages.as_gold(once))
    total = sum((counts_of(row, answers[row["file"]]) for row in every), Counter())
    found = grammar.figures(total + Counter(passages=1, whole=1))
    assert set(found.values()) == {1.0}


def test_a_passage_becomes_gold():
    """A link of the notation becomes a voice with its kind, its part in the chain and its span."""
    gold = passages.Passage(ROW, "told-outlet", "chains").gold()
    chain = gold["statements"][0]["chain"]
    assert [(link["name"], link["type"], link["role"]) for link in chain] == [
        ("Harbour Gazette", "media_outlet", "publisher"),
        ("Valley Post", "media_outlet", "relay"),
        ("the mayor", "role_person", "origin"),
    ]


def test_words_that_a_passage_does_not_hold_are_refused():
    """The message names the file, the passage and the words."""
    row = ROW | {"has": [ROW["has"][0] | {"is": "The tunnel is shut"}]}
    with pytest.raises(NotationError, match=r"chains.yaml, made-up-01: 'The tunnel is shut'"):
        passages.Passage(row, "told-outlet", "chains").gold()


def test_a_missed_statement_has_no_chain_right():
    """Chains and certainty are shares of all statements of gold, found or not."""
    gold = passages.Passage(ROW, "told-outlet", "chains").gold()
    found = grammar.figures(counts_of(gold, []) + Counter(passages=1))
    assert (found["chains exact"], found["certainty exact"]) == (0.0, 0.0)
