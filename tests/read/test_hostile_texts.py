"""Texts made to keep a reader busy: no pattern and no search takes long over them."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections import deque

import pytest

from reportedly import read as room
from reportedly.read.actors import find_mentions
from reportedly.read.frame import boilerplate
from reportedly.read.quotes import quotations
from reportedly.read.register import full_names
from reportedly.read.sentences import paragraphs

LENGTH = 100_000
SECONDS = 0.05
ROUNDS = 5
TRIES = 3
USUAL = 0.0065
"""Seconds that finding 50,000 words takes on a usual machine; a slower one gets more time."""
pytestmark = pytest.mark.timed

UNITS = [
    *("a", "A", " ", "\n", "\t", "-", ".", ",", "1", "_", "?", "(", "\u00a0", "\U0001f600"),
    *('"', "'", "“", "”", "’", "«", '?"', "“a", "A’"),
    *("A ", "A-", "A.", "a-", "A'", "A: ", "A.B", "Al-", "1,", " \n", "\r\n", "a\u0301"),
    *("Mr ", "it ", "report ", "denied ", "called ", "withdrew ", "confirmed the ", "of the "),
]
SHAPES = {
    **{unit: (unit * LENGTH)[:LENGTH] for unit in UNITS},
    "a word, blanks": f"A{' ' * (LENGTH - 2)}b",
    "words far apart": (f"Ab{' ' * 98}" * LENGTH)[:LENGTH],
    "denied, then nothing": f"denied{' a' * (LENGTH // 2)}",
    "retracted, far off": ("retracted" + "x" * 59 + " ") * (LENGTH // 69),
    "long words": (f"{'A' * 99} " * LENGTH)[:LENGTH],
}


QUOTES = re.compile(r"[\"“”«»„‘’]|''")


def patterns():
    """Yield the compiled patterns of the room by name, also those in tables."""
    seen = set()
    for module in pkgutil.walk_packages(room.__path__, "reportedly.read."):
        for name, value in vars(importlib.import_module(module.name)).items():
            found = value.values() if isinstance(value, dict) else value
            for each in found if isinstance(found, (list, tuple)) else [value]:
                if isinstance(each, re.Pattern) and each not in seen:
                    seen.add(each)
                    yield pytest.param(each, id=f"{module.name}.{name}")


def slow_shapes(search):
    """Return the shapes over which a search takes too long, by the best of a few rounds.

    What was slow is measured again, beside the yardstick: other work may have slowed the machine.
    """
    slow = list(SHAPES)
    for _ in range(TRIES):
        limit = SECONDS * max(1.0, _best(_yardstick, SHAPES["A "]) / USUAL)
        slow = [name for name in slow if _best(search, SHAPES[name], limit) > limit]
    return slow


def _yardstick(text):
    return re.findall(r"\w+", text)


def _best(search, text, limit=0.0):
    took = []
    while not took or (len(took) < ROUNDS and took[-1] > limit):
        started = time.process_time()
        search(text)
        took.append(time.process_time() - started)
    return min(took)


@pytest.mark.parametrize("pattern", list(patterns()))
def test_no_pattern_is_slow(pattern):
    """Each pattern goes through 100,000 hostile characters in a twentieth of a second.

    Where it matches nearly every character, the time is that of its results.
    """
    slow = slow_shapes(lambda text: deque(pattern.finditer(text), maxlen=0))
    assert [name for name in slow if len(pattern.findall(SHAPES[name])) < LENGTH // 3] == []


@pytest.mark.parametrize("search", [paragraphs, boilerplate, quotations, full_names])
def test_no_search_is_slow(search):
    """Paragraphs, quotations and names are found in a twentieth of a second.

    Of a text of nothing but quotation marks, the time is that of its quotations.
    """
    slow = slow_shapes(search)
    assert [name for name in slow if len(QUOTES.findall(SHAPES[name])) < LENGTH // 3] == []


def test_mentions_are_found_fast(lists):
    """So are all mentions, with the known lists."""
    find_mentions("", lists)
    assert slow_shapes(lambda text: find_mentions(text, lists)) == []


def test_twice_the_names_take_no_more_than_their_share(lists):
    """Names of lists and names of none, in one text, are parted in linear time."""
    sentence = "The mayor of Marov met Per Dahl in Kyiv and Oslo. "
    find_mentions(sentence, lists)
    short, long = (
        min(_best(lambda text: find_mentions(text, lists), sentence * n) for _ in range(ROUNDS))
        for n in (200, 1600)
    )
    assert long < 8 * short * 2.5
