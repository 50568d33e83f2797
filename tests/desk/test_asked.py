"""Searching by who did what with what to whom, and when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly import Desk
from reportedly.desk.asked import FIELDS, asked
from reportedly.errors import InvalidValueError

ARTICLES = [
    ("2023-10-20", "Example Post", "Russia delivered a Pantsir system to Hezbollah in September."),
    ("2023-11-03", "Sample Wire", "Wagner plans to supply an SA-22 system to Hezbollah."),
    ("2023-11-05", "Mock Daily", "Iran delivered drones to Hamas, a diplomat told Reuters."),
    ("2023-12-01", "Mock Daily", "Germany delivered two Patriot missile systems to Ukraine."),
]


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """Return a desk with a few deliveries, and the day of each article by its id."""
    folder = tmp_path_factory.mktemp("asked")
    held = Desk("memory:", clock=lambda: datetime(2024, 1, 1, tzinfo=UTC))
    days = {}
    for number, (day, outlet, text) in enumerate(ARTICLES):
        file = folder / f"{number}.txt"
        file.write_text(text, encoding="utf-8")
        (article,) = held.add(file, outlet=outlet, published=day).added
        days[article] = day[5:]
    return held, days


@pytest.mark.parametrize(
    ("query", "days"),
    [
        ("item:Pantsir", ["10-20", "11-03"]),
        ("type:delivery item:Pantsir to:Hezbollah since:2023-10", ["10-20", "11-03"]),
        ("item:Pantsir since:2023-11", ["11-03"]),
        ("item:Pantsir until:2023-10", ["10-20"]),
        ("item:Pantsir until:2023-10-19", []),
        ("to:Hezbollah -who:Wagner", ["10-20"]),
        ("who:Russia", ["10-20"]),
        ("phase:planned", ["11-03"]),
        ("source:Reuters", ["11-05"]),
        ('outlet:"Mock Daily" since:2023', ["11-05", "12-01"]),
        ("delivered -drones -outlet:Mock", ["10-20"]),
        ("type:delivery status:confirmed", []),
        ("type:delivery -status:confirmed until:2023-10", ["10-20"]),
    ],
)
def test_fields_narrow_what_is_found(desk, query, days):
    """Names are found under whatever name they have, and all parts of a query must hold."""
    held, published = desk
    assert sorted({published[said.document] for said in held.search(query)}) == days


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("itm:Pantsir", "Did you mean 'item:'"),
        ("since:yesterday", "2023-10"),
        ("phase:maybe", "considered"),
        ("status:true", "unconfirmed"),
    ],
)
def test_what_cannot_be_asked_is_told(desk, query, told):
    """A field or a value that there is not is told with those that there are."""
    held, _ = desk
    with pytest.raises(InvalidValueError, match=told):
        held.search(query)


@given(st.text(max_size=60))
def test_no_query_breaks(query):
    """Whatever is typed is a query, or is told to be none."""
    try:
        taken = asked(query)
    except InvalidValueError:
        return
    assert all(one.field in {*FIELDS, "words"} for one in taken.conditions)


@given(st.lists(st.from_regex(r"[a-z0-9]{1,8}", fullmatch=True), min_size=1, max_size=5))
def test_words_alone_stay_as_they_are(words):
    """A query without fields asks for its words."""
    assert asked(" ".join(words)).words == " ".join(words)


@pytest.mark.parametrize("query", ["", "  ", "!!!", '""'])
def test_a_query_that_asks_for_nothing_finds_nothing(desk, query):
    """No words and no fields are no question."""
    held, _ = desk
    assert not held.search(query)


@pytest.mark.parametrize("day", ["9999", "0000", "2023-13", "2023-02-30", "20", "2023-10-07T12"])
def test_a_date_that_no_calendar_has_is_told(desk, day):
    """It is no crash, and it is not taken for another date."""
    held, _ = desk
    with pytest.raises(InvalidValueError, match="is no date"):
        held.search(f"since:{day}")


def test_a_week_and_a_quarter_are_dates_too(desk):
    """They are written as the times of statements are."""
    held, published = desk
    found = held.search("since:2023-W44 until:2023-W44")
    assert sorted({published[said.document] for said in found}) == ["11-03", "11-05"]
    assert len(held.search("since:2023-Q4")) == len(held.search("since:2023"))
