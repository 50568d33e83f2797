"""Moves the dates of an article so that every relative expression in it stays right.

All days move by the same whole number of weeks, so that weekdays and distances stay; the number
is chosen so that every day of the article also moves by the same number of calendar months, so
that months stay in step with days. Years follow the date of publication.
"""

import calendar
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from build import Record, interval

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
SHORT = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"]
MONTHS = {name[:3]: number for number, name in enumerate(calendar.month_name) if name}
MONTH = re.compile(
    r"\b(" + "|".join([*calendar.month_name[1:], *SHORT, *MONTHS, "Sept"]) + r")\b(\.?)"
)
HOLIDAY = re.compile(r"Christmas|New Year's Day")  # days of their own: told as dates
NEAREST, FURTHEST = 3, 260  # weeks; always back, for no article comes from the future


class ShiftError(ValueError):
    """The dates of an article cannot be moved together."""


def months_between(one: date, other: date) -> int:
    """Returns how many calendar months lie between two days."""
    return (other.year - one.year) * 12 + other.month - one.month


@dataclass(frozen=True)
class Shift:
    """How far the days, months and years of one article move."""

    days: int
    months: int
    years: int

    def day(self, iso: str) -> str:
        """Returns an ISO day, moved."""
        return str(date.fromisoformat(iso) + timedelta(days=self.days))

    def value(self, value: str) -> str:
        """Returns a TIMEX3 value, moved; references and durations stay."""
        if not value[:4].isdigit():
            return value
        if day := ISO_DAY.match(value):
            return self.day(day[0]) + value[10:]
        if week := re.match(r"(\d{4})-W(\d\d)", value):
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
            moved = (monday + timedelta(days=self.days)).isocalendar()
            return f"{moved.year}-W{moved.week:02}" + value[8:]
        if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
            total = int(month[1]) * 12 + int(month[2]) - 1 + self.months
            return f"{total // 12}-{total % 12 + 1:02}"
        return str(int(value[:4]) + self.years) + value[4:]

    def time(self, time: Record) -> Record:
        """Returns what changes in a time of gold: its value, other values and interval."""
        made: Record = {"value": self.value(time["value"])}
        if "accept_values" in time:
            made["accept_values"] = [self.value(value) for value in time["accept_values"]]
        if time.get("interval"):
            ends = [end and self.day(end) for end in time["interval"]]
            made["interval"] = interval(made["value"]) or ends
        return made

    def words(self, words: str, value: str) -> str:
        """Returns the words of a time with month, day and year written anew."""
        moved = self.value(value)
        if ISO_DAY.fullmatch(words):
            return moved[:10]
        if HOLIDAY.search(words):
            day = date.fromisoformat(moved[:10])
            return HOLIDAY.sub(f"{calendar.month_name[day.month]} {day.day}", words)
        made = re.sub(r"\b(19|20)\d\d\b", moved[:4], words) if value[:4].isdigit() else words
        if not MONTH.search(words) or not re.match(r"\d{4}-\d\d", moved):
            return made
        if ISO_DAY.match(moved):
            made = re.sub(r"(?<!\d)\d\d?(?!\d)", str(int(moved[8:10])), made, count=1)
        return MONTH.sub(lambda found: _month(int(moved[5:7]), found), made)


def _month(number: int, like: re.Match[str]) -> str:
    """Returns the name of a month, written out or short as the one that it replaces."""
    if like[1] in calendar.month_name:
        return calendar.month_name[number]
    short = SHORT[number - 1]
    return short + like[2] * (short != calendar.month_name[number])


def chosen(published: str, times: Sequence[Record], chance: random.Random) -> Shift:
    """Returns a shift by which every date of the article can move.

    Raises:
        ShiftError: where no number of weeks keeps days and months in step.
    """
    values = [v for t in times for v in t.get("accept_values", [t["value"]])]
    days = [date.fromisoformat(v[:10]) for v in [published, *values] if ISO_DAY.match(v)]
    whole_years = any(re.match(r"\d{4}-(SP|SU|FA|WI|Q|H)", value) for value in values)
    weeks = list(range(-FURTHEST, -NEAREST + 1))
    chance.shuffle(weeks)
    for number in weeks:
        far = timedelta(weeks=number)
        steps = {months_between(day, day + far) for day in days}
        if len(steps) == 1 and min(steps) and not (whole_years and min(steps) % 12):
            years = (days[0] + far).year - days[0].year
            return Shift(far.days, min(steps), years)
    raise ShiftError("no number of weeks moves every date by the same number of months")
