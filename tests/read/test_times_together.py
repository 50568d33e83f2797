"""Times that lean on one another, and the kinds of time that news counts in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read.times import find
from reportedly.values.when import When, published

FRIDAY = published("2023-11-03")


def values(text: str, moment: When | None = FRIDAY) -> list[tuple[str, str]]:
    """Return the words and the value of each time in a text."""
    return [(found.raw, found.value) for found in find(text, published=moment)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left two days before Christmas.", ("two days before Christmas", "2023-12-23")),
        ("He left the day before last Tuesday.", ("the day before last Tuesday", "2023-10-30")),
        ("It rose two years after March 2011.", ("two years after March 2011", "2013")),
        ("It fell on the first day of June.", ("the first day of June", "2023-06-01")),
        ("It fell in the last week of August.", ("the last week of August", "2023-W35")),
        ("It met on the second Monday of May.", ("the second Monday of May", "2023-05-08")),
        ("They vote on the last Friday of June.", ("the last Friday of June", "2023-06-30")),
        ("He prayed all through Easter week.", ("Easter week", "2023-W14")),
        ("They met on Labor Day weekend.", ("Labor Day weekend", "2023-W35-WE")),
        ("It was hit early on Monday.", ("early on Monday", "2023-10-30")),
        ("Later in the year he resigned.", ("Later in the year", "2023")),
        ("It has stood there for the last week.", ("the last week", "P1W")),
        ("They meet again a week from Tuesday.", ("a week from Tuesday", "2023-11-14")),
        ("Troops came at dawn on Tuesday.", ("dawn on Tuesday", "2023-10-31TMO")),
        ("Drones struck overnight.", ("overnight", "2023-11-02TNI")),
        ("He arrived on the 18th.", ("the 18th", "2023-10-18")),
        ("It rained this past weekend.", ("this past weekend", "2023-W43-WE")),
        ("It will open by mid-year.", ("mid-year", "2023")),
        ("It closed in the last quarter of 2012.", ("the last quarter of 2012", "2012-Q4")),
        ("It took a quarter of a century.", ("a quarter of a century", "P25Y")),
        ("It dates from the 1800s.", ("the 1800s", "18")),
        ("He won a seat in the post-1959 parliament.", ("1959", "1959")),
        ("He led the 1992 protests.", ("1992", "1992")),
    ],
)
def test_days_are_counted_from_days_that_are_named(text: str, expected: tuple[str, str]) -> None:
    """What stands beside a named day or month makes one time with it."""
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It fell in the third quarter.", ["2023-Q3"]),
        ("It fell in Q3 2022 and in H1 2023.", ["2022-Q3", "2023-H1"]),
        ("Sales fell in Q2. For the quarter, costs rose.", ["2023-Q2", "2023-Q2"]),
        ("Costs rose for the quarter.", ["2023-Q3"]),
        ("Sales fell in the second quarter from a year earlier.", ["2023-Q2", "2022-Q2"]),
        ("It will rise in the current quarter.", ["2023-Q4"]),
        ("It rose in fiscal 2024, or FY25.", ["2024", "2025"]),
        ("It rose in the first quarter of fiscal 2024.", ["2024-Q1"]),
    ],
)
def test_quarters_and_fiscal_years(text: str, expected: list[str]) -> None:
    """Quarters are those that the text reports on."""
    assert [value for _, value in values(text)] == expected


def test_a_fiscal_time_has_no_days() -> None:
    """The months of a fiscal year are not said, so it gives no range of days."""
    found = find("Sales rose in the third quarter of fiscal 2024 and in FY25.", published=FRIDAY)
    assert [(one.start, one.end) for one in found] == [(None, None), (None, None)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Memorial Day", "2023-05-29"),
        ("Mother's Day", "2023-05-14"),
        ("Father's Day", "2023-06-18"),
        ("Thanksgiving Day 2022", "2022-11-24"),
        ("Good Friday", "2023-04-07"),
        ("the Fourth of July", "2023-07-04"),
        ("Orthodox Easter", "2023-04-16"),
        ("Ukraine's Independence Day", "2023-08-24"),
        ("Holocaust Remembrance Day", "2023-01-27"),
    ],
)
def test_holidays_by_rule(text: str, day: str) -> None:
    """A holiday is the day that its rule gives in the year meant."""
    assert values(f"The shop was closed on {text}.") == [(text, day)]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("nineteen oh five", "1905"),
        ("nineteen hundred", "1900"),
        ("eighteen twelve", "1812"),
        ("two thousand and eight", "2008"),
        ("twenty twenty-three", "2023"),
    ],
)
def test_years_in_words(text: str, year: str) -> None:
    """A year may be spelled out in halves, in hundreds or in thousands."""
    assert values(f"It was built in {text}.") == [(text, year)]


@pytest.mark.parametrize(
    "text",
    [
        "It gave work to two thousand five hundred men.",
        "They marched in the annual March for Life.",
        "He drove a 1987 Chevrolet to a high noon of his own.",
        "The line is open 24 hours a day.",
        "We face a future without it: that is a matter of days.",
        "#Friday #Christmas",
    ],
)
def test_what_only_looks_like_a_time(text: str) -> None:
    """Counts of things, names, idioms and tags are no times."""
    assert values(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It meets every other week.", [("every other week", "P2W")]),
        ("It meets three times a week.", [("three times a week", "P1W")]),
        ("It opens five days a week.", [("five days a week", "P1W")]),
        ("It rose in each of the last three years.", [("each of the last three years", "P1Y")]),
        ("It meets on Monday evenings.", [("Monday evenings", "XXXX-WXX-1TEV")]),
        (
            "It meets every Monday and Thursday.",
            [("every Monday", "XXXX-WXX-1"), ("Thursday", "XXXX-WXX-4")],
        ),
    ],
)
def test_what_is_repeated(text: str, expected: list[tuple[str, str]]) -> None:
    """A set says how often, and each of its days is one of it."""
    assert values(text) == expected
    assert {found.type for found in find(text, published=FRIDAY)} == {"SET"}


def test_the_start_of_a_range_has_the_year_of_its_end() -> None:
    """A year behind a range is that of both ends, as far as the calendar allows."""
    text = "It ran between March and April 2018 and from Dec. 30 to Jan. 3, 2020."
    assert [value for _, value in values(text)] == [
        "2018-03",
        "2018-04",
        "2019-12-30",
        "2020-01-03",
    ]


def test_the_same_moment_in_two_zones_is_one_instant() -> None:
    """A local time with that of a known zone in brackets tells the local zone."""
    found = find("It hit at 10:35 a.m. local time (0735 GMT) on Thursday.", published=FRIDAY)
    assert [(one.raw, one.value, one.start) for one in found] == [
        (
            "10:35 a.m. local time (0735 GMT)",
            "2023-11-02T10:35",
            "2023-11-02T10:35:00+03:00",
        ),
        ("Thursday", "2023-11-02", "2023-11-02"),
    ]


def test_a_clock_time_in_brackets_has_its_day() -> None:
    """Brackets keep a clock time neither from its day nor from its zone."""
    text = "He will leave at 4 in the morning (4 a.m. EDT Thursday)."
    assert [value for _, value in values(text)] == ["2023-11-09T04:00", "2023-11-09T04:00"]


def test_hours_are_counted_from_a_clock_time() -> None:
    """Hours later than a clock time are a clock time; without one they are a length."""
    text = "Sirens rang at 11 p.m. on Oct. 7. Two hours later it was quiet."
    assert values(text)[-1] == ("Two hours later", "2023-10-08T01:00")
    assert values("Sirens rang. Two hours later it was quiet.") == [("Two hours later", "PT2H")]


def test_what_was_earlier_counts_from_the_past() -> None:
    """A date ahead, or one too coarse in another paragraph, is not what "earlier" counts from."""
    ahead = "The port was hit on Tuesday. It will open next week. Silos had burned a week earlier."
    assert values(ahead)[-1] == ("a week earlier", "2023-W43")
    coarse = "The peak was passed in July.\n\nThe charity had reported more a week earlier."
    assert values(coarse)[-1] == ("a week earlier", "2023-W43")


def test_that_day_of_a_month_is_some_day_of_it() -> None:
    """Where the text names a month only, "that day" is no more than a day of that month."""
    found = find("He was shot in June. That same day his name was struck out.", published=FRIDAY)
    assert [(one.value, one.start, one.end) for one in found][-1] == (
        "2023-06-XX",
        "2023-06-01",
        "2023-07-01",
    )


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The city has decided to open it in March, an official said.", "2024-03"),
        ("They did not plan to move him on Thursday.", "2023-11-09"),
        ("They planned a rally on Saturday and were planning another.", "2023-11-04"),
        ("On Monday, when she set aside her plans for the trip, it fell.", "2023-10-30"),
        ("The meeting on Monday, officials said, will be long.", "2023-11-06"),
    ],
)
def test_the_verb_of_the_clause_shows_the_tense(text: str, value: str) -> None:
    """The verb that closes a report, and nouns and adjectives of plans, do not decide."""
    assert [found for _, found in values(text)] == [value]


@settings(max_examples=60, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.integers(1, 90))
def test_before_and_after_a_day_mirror_each_other(day: date, count: int) -> None:
    """Counting days before a day, and then as many after, comes back to it."""
    (_, before), *_ = values(f"It fell {count} days before {day:%B} {day.day}, {day.year}.")
    back = date.fromisoformat(before)
    (_, after), *_ = values(f"It fell {count} days after {back:%B} {back.day}, {back.year}.")
    assert day.isoformat() == after
