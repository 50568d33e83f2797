"""Fixtures that tell a worked example in one way or another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import pytest
from tests.worked_examples import telling
from tests.worked_examples.telling import Told

Telling = Callable[[str], Told]


@pytest.fixture(scope="session")
def example() -> Telling:
    """Return a function from the name of an example to the example, read once for all tests."""
    return cache(telling.told)


@pytest.fixture
def alone() -> Telling:
    """Return the same with a desk of one's own, for tests that decide something."""
    return telling.told


@pytest.fixture
def backwards() -> Telling:
    """Return the same, the latest article read first."""
    return telling.told_backwards


@pytest.fixture
def day_by_day() -> Telling:
    """Return the same, each article read an hour after it was published."""
    return telling.told_day_by_day
