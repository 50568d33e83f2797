"""Who follows a claim hears of what changed, and of nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.build import moment

from reportedly.errors import InvalidValueError
from reportedly.values.claim import Evidence, Standing
from reportedly.watch import RULES, watch

SAID = moment("2024-03-04")
REPORT = Evidence("s1", "supports", "an official", None, None, SAID, SAID)
DENIAL = Evidence("s2", "denies", "the ministry", True, None, SAID, SAID)
BEFORE = Standing("c1", None, None, "unconfirmed", 1, 1, evidence=(REPORT,))


def heard(after: Standing, before: Standing | None = BEFORE) -> list[str]:
    """Return the rules that a change fires."""
    return [alert.rule for alert in watch(before, after, tuple(RULES))]


def test_nothing_new_is_no_alert() -> None:
    """The same standing at a later moment alerts nobody."""
    assert heard(replace(BEFORE, seen_by=SAID)) == []


def test_a_denial_is_heard_with_the_status_that_it_changes() -> None:
    """A denial that makes a claim denied fires both rules."""
    after = replace(BEFORE, status="denied", evidence=(REPORT, DENIAL))
    assert heard(after) == ["status", "denial"]


def test_another_origin_is_heard() -> None:
    """A wider count of origins fires, though the status stays."""
    assert heard(replace(BEFORE, hi=2)) == ["origins"]


def test_a_first_report_is_heard() -> None:
    """A claim that was not known before has a status and origins to hear of."""
    assert heard(BEFORE, before=None) == ["status", "origins"]


def test_an_unknown_rule_is_named() -> None:
    """A rule that does not exist is refused with those that do."""
    with pytest.raises(InvalidValueError, match="There is no rule 'moods'"):
        watch(None, BEFORE, ["moods"])
