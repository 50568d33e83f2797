"""Which side a report takes on a claim."""

import pytest
from tests.build import make_document, make_statement

from reportedly.link.stance import claimed, signs, stance

CLAIM = "A robot won the chess cup of Lisbon."


def line(text, **fields):
    """Return a text of one line as it is read."""
    return [make_statement(make_document("Example Post", text), text, **fields)]


@pytest.mark.parametrize(
    ("claim", "text", "expected"),
    [
        (CLAIM, "Story of a robot that won the chess cup of Lisbon is a hoax.", "denies"),
        (CLAIM, "A robot won the chess cup in Lisbon on Sunday.", "supports"),
        ("Robot chess champion is a hoax.", "Chess robot story is fake, a prank.", "supports"),
        ("Robot chess champion is a hoax.", CLAIM, "denies"),
    ],
)
def test_two_that_take_the_same_side_agree(claim, text, expected):
    """A report that calls a story a hoax denies it, and agrees with those that say so too."""
    assert stance(line(claim), line(text), {}, "line").stance == expected


def test_what_decided_is_told():
    """The words of a denial are named with the stance that they make."""
    found = stance(line(CLAIM), line("Robot that won chess cup is a hoax."), {}, "line")
    assert "any invented" in [name for name, _ in found.because]


def test_other_news_is_not_related():
    """A report that shares no word with a claim says nothing about it."""
    found = stance(line(CLAIM), line("Snow closed two airports in the north."), {}, "line")
    assert found.related < 0.5


def test_words_of_taking_sides_do_not_find_a_claim():
    """What takes a side is no part of what is claimed; a text without statements has no sign but zeros."""
    assert "hoax" not in claimed(line("Chess robot is a hoax."))
    assert set(signs([], claimed(line(CLAIM)), {}).values()) == {0.0}
