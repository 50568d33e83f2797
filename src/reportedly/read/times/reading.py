"""What is known while a text is read from left to right, and what a hit resolves to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from reportedly.read.times import calendar
from reportedly.read.times.grammar import Hit
from reportedly.read.times.tense import Tense
from reportedly.read.times.words import words
from reportedly.values.when import Basis, TimexType

BACK, FORTH = {"past": 300, "future": 45}, {"past": 65, "future": 320}
"""Days before and after publication in which a date without its year is looked for."""
MOST_OF_A_YEAR = 300
LONGEST_PARAGRAPH = 300
"""How many words apart two times are at most in one paragraph."""
EARLIER = frozenset({"earlier", "before"})
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
        clock: hours and minutes of that date, where it has them.
        past: value of the last date that was resolved and is not ahead.
        history: whether the text mostly speaks of years long before publication.
        year_ahead: year and month of the end of a range, for a start without its year.
    """

    published: date | None
    tense_of: Callable[[Hit], Tense | None]
    anchor: str = ""
    anchored_at: int = -1
    clock: str = ""
    past: str = ""
    history: bool = False
    year_ahead: tuple[int, int] | None = None

    def told_year(self, day: Callable[[int], date | None]) -> int | None:
        """Return the year that a history has come to, None in a text about its own time.

        A history goes forward: "in January" after November means the year that follows.
        """
        near = self.anchor_day() if self.history else None
        if near is None:
            return None
        same = day(near.year)
        return near.year + 1 if same and (near - same).days > MOST_OF_A_YEAR else near.year

    def year_of_range(self, month: int) -> int | None:
        """Return the year of a month that opens a range, None where no range follows.

        "December to March 2020" begins in 2019.
        """
        if self.year_ahead is None:
            return None
        year, last = self.year_ahead
        return year if month <= last else year - 1

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
        self.anchor, _, clock = value.partition("T")
        self.anchored_at = resolved.after
        self.clock = clock if ":" in clock else ""
        day = self.anchor_day()
        if day and (self.published is None or day <= self.published):
            self.past = self.anchor

    def anchor_day(self) -> date | None:
        """Return the first day of the last date in the text, None before the first."""
        days = calendar.interval(self.anchor) if self.anchor else None
        return days[0] if days else None

    def parted(self, hit: Hit) -> bool:
        """Return whether the last date of the text stands in an earlier paragraph than a hit."""
        start = max(0, self.anchored_at)
        far = hit.first - start > LONGEST_PARAGRAPH
        return far or hit.tokens.shape.find(words().codes["BREAK"], start, hit.first) >= 0

    def counted_from(self, hit: Hit) -> str:
        """Return the date that "two weeks earlier" or "later" counts from, "" where none does.

        What is told of the past counts from a date of the past.
        """
        earlier = hit.word("way") in EARLIER and self.tense_of(hit) == "past"
        return self.past if earlier and self.past else self.anchor

    def base_of(self, hit: Hit, unit: str) -> date | None:
        """Return the day that "two weeks earlier" or "later" counts from, None where it is open.

        A date too coarse to count from leaves the count open in its own paragraph; further
        on, what was earlier was earlier than publication.
        """
        anchor = self.counted_from(hit)
        days = calendar.interval(anchor) if anchor else None
        if days and is_fine(days, unit):
            return days[0]
        if hit.word("way") in EARLIER and (not days or self.parted(hit)):
            return self.published
        return None

    def covers(self, unit: str) -> bool:
        """Return whether the last date is precise enough to count this unit from it."""
        days = calendar.interval(self.anchor) if self.anchor else None
        return days is not None and is_fine(days, unit)


def is_fine(days: tuple[date, date], unit: str) -> bool:
    """Return whether a range of days is precise enough to count this unit from it."""
    reach = calendar.moved(days[0], unit, 1)
    slack = timedelta(days=1 if unit[0] == "T" else 0)
    return bool(reach) and days[1] <= (reach or days[1]) + slack
