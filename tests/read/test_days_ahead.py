"""Days that are still ahead although no word says "will"."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The deadline expires on Wednesday.", "2023-11-08"),
        ("The talks begin on Wednesday.", "2023-11-08"),
        ("The king has declared Wednesday a national holiday.", "2023-11-08"),
        ("The king declared Wednesday that the war was over.", "2023-11-01"),
        ("The talks began on Wednesday.", "2023-11-01"),
    ],
)
def test_what_is_set_for_a_day(reading, text, expected):
    """What begins or expires on a day, or what a day is declared to be, is ahead."""
    values = {timed.when.value for statement in reading(text) for timed in statement.times}
    assert values == {expected}
