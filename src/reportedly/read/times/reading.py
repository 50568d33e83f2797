"""What is known while a text is read from left to right, and what a hit resolves to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from reportedly.read.times import calendar
from reportedly.read.times.grammar import Hit
from reportedly.read.times.tense import Tense
from reportedly.values.when import Basis, TimexType

BACK, FORTH = {"past": 270, "future": 45}, {"past": 95, "future": 320}
"""Days before and after publication in which a date without its year is looked for."""
MOST_OF_A_YEAR = 300
UNDECIDED_BACK, UNDECIDED_FORTH = 235, 130


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a hit, or a part of one, stands for.

    Attributes:
        first, after: the tokens of the expression.
        days: the range of days, where it does not follow from the value.
        zone: minutes from UTC, where the text names a zone.
    """

    type: TimexType
    value: str
    first: int
    after: int
    basis: Basis = "inferred"
    days: tuple[date | None, date | None] | None = None
    zone: int | None = None


@dataclass(slots=True)
class Reading:
    """How far a text has been read.

    Attributes:
        published: the day of publication.
        tense_of: the tense of the clause of a hit.
        anchor: value of the last date that was resolved, "" before the first.
        anchored_at: the token where it ended.
        history: whether the text mostly speaks of years long before publication.
    """

    published: date | None
    tense_of: Callable[[Hit], Tense | None]
    anchor: str = ""
    anchored_at: int = -1
    history: bool = False

    def told_year(self, day: Callable[[int], date | None]) -> int | None:
        """Return the year that a history has come to, None in a text about its own time.

        A history goes forward: "in January" after November means the year that follows.
        """
        near = self.anchor_day() if self.history else None
        if near is None:
            return None
        same = day(near.year)
        return near.year + 1 if same and (near - same).days > MOST_OF_A_YEAR else near.year

    def year_for(self, hit: Hit, in_year: Callable[[int], date | None]) -> int | None:
        """Return the year of a date that the text gives without one, None without publication.

        Args:
            hit: what is resolved; its tense and its "last" or "next" decide.
            in_year: the day (or first day) of the expression in a year.
        """
        if self.published is None:
            return None
        deictic = hit.word("deictic")
        if deictic == "this":
            return self.published.year
        if not deictic:
            told = self.told_year(in_year)
            if told:
                return told
        back, forth = self._window(hit, deictic)
        low = self.published - timedelta(days=back)
        for year in (self.published.year, self.published.year - 1, self.published.year + 1):
            day = in_year(year)
            if day and low < day <= self.published + timedelta(days=forth):
                return year
        return self.published.year

    def _window(self, hit: Hit, deictic: str) -> tuple[int, int]:
        if hit.value("deictic").startswith("-") or deictic == "past":
            return 366, -1
        if hit.value("deictic") == "1":
            return -1, 366
        tense = self.tense_of(hit)
        if tense in BACK:
            return BACK[tense], FORTH[tense]
        return UNDECIDED_BACK, UNDECIDED_FORTH

    def remember(self, resolved: Resolved) -> None:
        """Keep a resolved date as the one that "two months later" counts from."""
        value = resolved.value
        if resolved.type not in ("DATE", "TIME") or calendar.interval(value) is None:
            return
        self.anchor, self.anchored_at = value.split("T")[0], resolved.after

    def anchor_day(self) -> date | None:
        """Return the first day of the last date in the text, None before the first."""
        days = calendar.interval(self.anchor) if self.anchor else None
        return days[0] if days else None

    def covers(self, unit: str) -> bool:
        """Return whether the last date is precise enough to count this unit from it."""
        days = calendar.interval(self.anchor) if self.anchor else None
        if not days:
            return False
        reach = calendar.moved(days[0], unit, 1)
        slack = relativedelta(days=1)
        return bool(reach) and days[1] <= (reach or days[1]) + (
            slack if unit[0] == "T" else relativedelta()
        )
