"""What of a text is the story, and what is the page's."""

from __future__ import annotations

import pytest

from reportedly.read.sentences import paragraphs

STORY = "The mayor said the bridge was closed."


@pytest.mark.parametrize(
    "line",
    [
        "Read also: Why bridges fall",
        "Sign up for our newsletter today.",
        "Advertisement",
        "Photo by Ana Berg",
        "Follow us on social media.",
        "All rights reserved.",
        "Reporting by Ana Berg; editing by Per Dahl.",
        "© 2023 Harbour Gazette",
        "Getty Images",
        "* * *",
        "—",
    ],
)
@pytest.mark.parametrize("place", ["before", "after"])
def test_lines_of_the_page_are_no_statements(reading, line, place):
    """Links, credits, advertisements and rules are left out wherever they stand."""
    text = f"{line}\n\n{STORY}" if place == "before" else f"{STORY}\n\n{line}"
    assert [statement.text for statement in reading(text)] == ["the bridge was closed"]


def test_words_of_the_page_inside_a_story_stay(only):
    """A sentence that only holds such words is a statement."""
    statement = only("The minister read also the second letter.")
    assert statement.text == "The minister read also the second letter"


@pytest.mark.parametrize(
    "line", ["OSLO, Norway", "LUND (Harbour Gazette)", "Per Dahl", "3 November"]
)
def test_names_and_dates_alone_are_no_statements(reading, line):
    """A dateline, a byline or a date says nothing."""
    assert [statement.text for statement in reading(f"{STORY}\n\n{line}")] == [
        "the bridge was closed"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One two.\n\nThree four.", [("One two.", False), ("Three four.", False)]),
        ("Ship sinks\n\nIt sank.", [("Ship sinks", True), ("It sank.", False)]),
        ("Ship sinks\nIt sank.", [("Ship sinks", True), ("It sank.", False)]),
        ("  One.  \r\n\r\n\tTwo.\n", [("One.", False), ("Two.", False)]),
        (
            f"{'word ' * 13}and\nmore words.\nNext.",
            [(f"{'word ' * 13}and\nmore words.", False), ("Next.", False)],
        ),
        ("Ship sinks", [("Ship sinks", False)]),
        ("", []),
        (" \n\n \n", []),
    ],
)
def test_paragraphs(text, expected):
    """Blank lines part paragraphs, wrapped lines are joined, a short first line is the headline."""
    found = paragraphs(text)
    assert [(part.text, part.headline) for part in found] == expected
    assert [part.span.of(text) for part in found] == [part.text for part in found]


def test_an_empty_text_says_nothing(reading):
    """A text without words has no statements."""
    assert [reading(text) for text in ("", " \n", "…")] == [(), (), ()]
