"""The words around a statement and the marks on them."""

from dataclasses import replace

from tests.build import make_document, make_statement

from reportedly.desk.passage import passage
from reportedly.values.statement import Marker, certainty
from reportedly.values.when import Span

STORY = (
    "Port closed\n\n"
    "The U.S. envoy, Gen. Ada Example, left on Nov. 2. Rain may fall in the north, an official"
    " told the Example Post. It has rained for a week, and the river has risen by two metres."
    " Nobody has been hurt. The mayor asked people to stay at home until the water has gone,"
    " and the schools of the town stay closed until Monday.\n\n"
    "Short paragraph."
)


def _said(words: str):
    story = make_document("Example Post", STORY)
    return story, make_statement(story, words, chain=[("an official", "unnamed_official")])


def test_a_long_paragraph_is_cut_to_its_sentence():
    """A statement in a long paragraph is shown with its own sentence only."""
    shown = passage(*_said("Rain may fall in the north"))
    assert shown.text == "Rain may fall in the north, an official told the Example Post."


def test_an_abbreviation_ends_no_sentence():
    """Titles and short months are no ends of sentences."""
    shown = passage(*_said("left on Nov. 2"))
    assert shown.text == "The U.S. envoy, Gen. Ada Example, left on Nov. 2."


def test_a_short_paragraph_is_shown_whole():
    """A headline or a short paragraph is shown as it stands."""
    assert passage(*_said("Short")).text == "Short paragraph."


def test_deciding_words_are_marked():
    """The content, the cue and the hedge are marked where they stand in the passage."""
    story, said = _said("Rain may fall in the north")
    hop = replace(
        said.chain[-1],
        cue_at=Span(STORY.index("told"), STORY.index("told") + 4),
        named_at=Span(STORY.index("an official"), STORY.index("an official") + 11),
        certainty=certainty(
            "PS+", (Marker("modal", "may", Span(STORY.index("may"), STORY.index("may") + 3)),)
        ),
    )
    shown = passage(story, replace(said, chain=(said.chain[0], hop)))
    assert {mark.label: mark.span.of(shown.text) for mark in shown.marks} == {
        "said": "Rain may fall in the north",
        "modal": "may",
        "source": "an official",
        "cue": "told",
    }
    assert shown.words("cue") == ("told",)


def test_a_full_name_far_above_is_left_unmarked():
    """What stands outside of the passage does not widen it."""
    story, said = _said("Short paragraph")
    hop = replace(said.chain[-1], named_at=Span(0, 4))
    assert passage(story, replace(said, chain=(said.chain[0], hop))).marks[0].label == "said"
