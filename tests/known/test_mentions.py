"""Known names in running text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import known

KNOWN = known.load()


def keys(text: str) -> list[str | None]:
    """Return the keys of the mentions in a text."""
    return [mention.key for mention in KNOWN.mentions(text)]


def test_a_sentence_of_news_gives_all_its_names():
    """Outlets, groups, places and equipment come in the order of the text, with their words."""
    text = "Wagner Group may give Pantsirs to Lebanon’s Hezbollah, U.S. sources told the WSJ."
    assert [(m.name, m.kind, m.key) for m in KNOWN.mentions(text)] == [
        ("Wagner Group", "organisation", "group:wagner"),
        ("Pantsirs", "equipment", "item:pantsir-s1"),
        ("Lebanon", "place", "LBN"),
        ("Hezbollah", "organisation", "group:hezbollah"),
        ("U.S.", "place", "USA"),
        ("WSJ", "organisation", "outlet:wsj"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It may be time. The sun rose over people in the metro.",
        "Time is running out. Time reports are due.",
        "People reported feeling ill. Nature wins. Fortune favours them.",
        "Sun and rain. Independent observers disagree; the Post office is shut.",
        "Who told us it was apt? The nation mourns; the guardian of the child spoke.",
        "Nice weather. A 10 percent rise. The Journal of nobody said so.",
        "ANIMAL SAPS MINTY USAGE unAPproved",
    ],
)
def test_common_words_are_no_names(text: str):
    """Ordinary words in ordinary sentences are not taken for outlets or anything else."""
    assert keys(text) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Time magazine asked.", "outlet:time"),
        ("as the Sun newspaper put it", "outlet:sun-uk"),
        ("The Sun reported it.", "outlet:sun-uk"),
        ("The Times reported it.", "outlet:times-london"),
        ("as the Times of London wrote", "outlet:times-london"),
        ("he told The Independent", "outlet:independent"),
        ("in the journal Nature", "outlet:nature"),
        ("Mail Online has it", "outlet:daily-mail"),
        ("a Patriot missile was fired", "item:patriot"),
    ],
)
def test_a_name_that_is_a_word_counts_in_safe_forms(text: str, key: str):
    """The words beside it show that the outlet, or the weapon, is meant."""
    assert keys(text) == [key]


def test_a_short_name_takes_up_the_latest_full_one():
    """A short "Times" is the New York Times after it was named, and nobody's before."""
    assert keys("The New York Times has it. The Times says so.") == ["outlet:nyt"] * 2
    assert keys("The Journal has it. The Wall Street Journal too.") == ["outlet:wsj"]
    assert keys("Wagner Group fell. Wagner rose.") == ["group:wagner"] * 2


def test_the_longest_name_wins():
    """The Kyiv Independent is no city, and the Washington Post no capital."""
    assert keys("The Kyiv Independent and the Washington Post") == [
        "outlet:kyiv-independent",
        "outlet:washington-post",
    ]


def test_a_place_with_its_office_is_one_organisation():
    """Country, possessive and ministry are one voice; the span leaves out the article."""
    text = "The Ministry of Defence of the Russian Federation and Ukraine’s Foreign Ministry spoke."
    assert [(m.name, m.kind, m.key) for m in KNOWN.mentions(text)] == [
        (
            "Ministry of Defence of the Russian Federation",
            "organisation",
            "group:rus-defence-ministry",
        ),
        ("Ukraine’s Foreign Ministry", "organisation", "group:ukr-foreign-ministry"),
    ]


def test_a_surname_is_no_country():
    """Michael Jordan is not a kingdom, but the kingdom is found."""
    assert keys("Michael Jordan flew to Jordan.") == ["JOR"]


def test_names_broken_over_lines_and_with_odd_signs_are_found():
    """Line breaks, no-break blanks, long hyphens and capitals in datelines do not hide a name."""
    assert keys("the Wall Street\nJournal and Wall\u00a0Street Journal") == ["outlet:wsj"] * 2
    assert keys("MOSCOW (REUTERS) – a Pantsir‑S1 and a Pantsir S1") == [
        "place:moscow",
        "outlet:reuters",
        "item:pantsir-s1",
        "item:pantsir-s1",
    ]


PIECES = st.sampled_from(
    [
        "WSJ",
        "the Times",
        "U.S.",
        "Russian",
        " army",
        "’s",
        " of ",
        "Time",
        "\n",
        ". ",
        "x",
        "Wagner",
    ]
)


@given(st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
@settings(max_examples=200, deadline=None)
def test_spans_lie_in_the_text_and_do_not_overlap(text: str):
    """Every mention has the words of its span, after the one before it."""
    end = 0
    for mention in KNOWN.mentions(text):
        assert mention.span.start >= end
        assert mention.span.of(text) == mention.name
        end = mention.span.end


@pytest.mark.timed
@pytest.mark.parametrize(
    "piece",
    ["UN", "Time ", "The Times ", "Ministry of Defence of ", "US ", "The Sun reported ", "a" * 9],
)
def test_a_hostile_text_takes_linear_time(piece: str):
    """Four times the text takes about four times as long, and never seconds."""

    def seconds(length: int) -> float:
        text = (piece * (length // len(piece) + 1))[:length]
        started = time.process_time()
        KNOWN.mentions(text)
        return time.process_time() - started

    KNOWN.mentions("warm")
    short, long = (min(seconds(n) for _ in range(3)) for n in (25_000, 100_000))
    assert long < 2.0
    assert long < 10 * short + 0.02
