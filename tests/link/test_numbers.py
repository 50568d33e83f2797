"""Numbers as texts give them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.link.numbers import agree, other_units, quantities


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("12 people died", "a dozen people died", True),
        ("more than 100 people died", "112 people were killed", True),
        ("more than 100 people died", "87 people were killed", False),
        ("nearly 300 tanks", "280 tanks", True),
        ("1.2 million refugees", "1,240,000 refugees", True),
        ("$4,999", "5,000 dollars", True),
        ("three tanks", "3 jets", None),
        ("20% of voters", "20 voters", None),
        ("no number at all", "3 jets", None),
        ("twenty-five tanks", "25 tanks", True),
        ("two hundred tanks", "dozens of tanks", False),
    ],
)
def test_numbers_agree_by_what_their_words_allow(first, second, expected):
    """Rounding, words and hedges are allowed for; other units are not compared."""
    assert agree(quantities(first), quantities(second)) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the road is 5 km long", "the road is 3.1 miles long", True),
        ("the road is 5 km long", "the road is 5 miles long", False),
        ("it cost 20 dollars", "it cost $20", True),
    ],
)
def test_measures_are_compared_in_one_unit(first, second, expected):
    """Kilometres and miles are converted before they are compared."""
    assert agree(quantities(first), quantities(second)) is expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("seven people were killed", "seven people were injured", True),
        ("seven soldiers were killed", "seven civilians were killed", True),
        ("it cost 20 dollars", "it cost 20 euros", True),
        ("seven soldiers were killed", "seven people were killed", False),
    ],
)
def test_what_is_counted_tells_numbers_apart(first, second, expected):
    """Equal numbers of the dead and of the injured are not one figure."""
    assert other_units(quantities(first), quantities(second)) is expected


@pytest.mark.parametrize(
    "text",
    [
        "on Nov. 2, 2014",
        "2 November 2014",
        "the 35-year-old man",
        "at 10:30 GMT",
        "a MiG-29 and an Su-27",
        "the 3rd of them",
        "in 2014",
    ],
)
def test_dates_ages_and_names_are_no_numbers(text):
    """What is written with digits but counts nothing is left out."""
    assert list(quantities(text)) == []


@given(st.integers(2, 10**9))
def test_every_number_agrees_with_itself_written_with_commas(value):
    """A number is the same with and without the commas of thousands."""
    assert agree(quantities(f"{value} tanks"), quantities(f"{value:,} tanks")) in {True, None}


@given(st.text(max_size=80))
def test_any_text_can_be_read(text):
    """No text breaks the reading of numbers, and each interval is one."""
    assert all(quantity.lo <= quantity.hi for quantity in quantities(text))
