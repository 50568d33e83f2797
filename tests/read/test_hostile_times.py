"""Texts made to keep the finder of times busy: it goes through each in time linear in its length."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from reportedly.read.times import find
from reportedly.read.times.grammar import patterns
from reportedly.read.times.tokens import TOKEN, tokens
from reportedly.values.when import published

pytestmark = pytest.mark.timed

FRIDAY = published("2023-11-03")
LENGTH = 100_000
UNITS = [
    "1", "Nov. ", "two ", " ", "\n", "1,", "1/", "1-", "1:00 ", "one-", "one and ", "early ",
    "the past ", "1, ", "p.", "May 1 and ", "a half ", "last year's ", "Q1 ", "FY", "to, ",
    "9 a.m. (", "9 a.m. (0700 GMT) ", "the day before ", "two days before Christmas ",
    "every Monday, ", "nineteen oh ", "March and ", "\n\nthe week. ", "the first day of May ",
]  # fmt: skip
TEXTS = [
    *((unit * LENGTH)[:LENGTH] for unit in UNITS),
    # A date too coarse to count from makes the finder look back to it again and again.
    ("July 2020. " + "three days earlier " * LENGTH)[:LENGTH],
]
MORE_THAN_LINEAR = 2.5
"""How much longer than its share a text four times as long may take, for an unsteady clock."""


def best(work: Callable[[], object], rounds: int = 5) -> float:
    """Return the shortest processor time of a few runs, in seconds."""
    took = []
    for _ in range(rounds):
        started = time.process_time()
        work()
        took.append(time.process_time() - started)
        if took[-1] <= 0.05:
            break
    return min(took)


def scanned(pattern: re.Pattern[str], text: str) -> Callable[[], object]:
    """Return the work of finding all matches of a pattern."""
    return lambda: sum(1 for _ in pattern.finditer(text))


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:24]))
def test_patterns_are_linear_on_hostile_text(text: str) -> None:
    """No pattern takes more than 50 ms on 100,000 hostile characters."""
    shape = tokens(text).shape
    slow = [rule.name for rule, pattern in patterns() if best(scanned(pattern, shape)) > 0.05]
    assert slow == []


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: repr(text[:24]))
def test_a_hostile_text_is_read_in_linear_time(text: str) -> None:
    """100,000 characters take no longer than their share of 25,000, and neither do the tokens."""
    part = text[: LENGTH // 4]
    for read in (lambda text: find(text, published=FRIDAY), TOKEN.findall):
        short, whole = (best(lambda: read(given), rounds=2) for given in (part, text))  # noqa: B023 (called at once)
        assert whole < 4 * max(short, 0.005) * MORE_THAN_LINEAR
