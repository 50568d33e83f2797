"""The reader with its real parser and lists, loaded once for all tests of reading."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest

from reportedly import known, models, read
from reportedly.values.document import document
from reportedly.values.when import published

FIRST_SEEN = datetime(2023, 11, 4, tzinfo=UTC)


def _read(text, outlet="Harbour Gazette", *, on="2023-11-03", lists, model):
    article = document(
        text, outlet=outlet, published=published(on) if on else None, first_seen=FIRST_SEEN
    )
    return read.read(article, known=lists, model=model)


@pytest.fixture(scope="session")
def lists():
    """Return the known outlets, groups, places and equipment."""
    return known.load()


@pytest.fixture(scope="session")
def model():
    """Return the model that reads."""
    return models.reader()


@pytest.fixture(scope="session")
def reading(lists, model):
    """Return a function from a text (and its outlet) to its statements."""
    return partial(_read, lists=lists, model=model)


@pytest.fixture(scope="session")
def only(reading):
    """Return a function from a text to its one statement."""

    def one(text, outlet="Harbour Gazette"):
        (statement,) = reading(text, outlet)
        return statement

    return one
