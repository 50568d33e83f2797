"""TIMEX3 values and the days that they cover."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from dateutil.easter import EASTER_ORTHODOX, easter
from dateutil.relativedelta import MO, SU, TH, relativedelta

SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""First month of each season (meteorological, northern: what English-language news means)."""

SATURDAY = 6

VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?|-W(?P<week>\d\d)(?P<weekend>-WE)?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?(?:T[\w:.+-]+)?"
)


@lru_cache(maxsize=4096)
def interval(value: str) -> tuple[date, date] | None:
    """Return the half-open range of days of a resolved value, None for any other value.

    >>> interval("2023-06")
    (datetime.date(2023, 6, 1), datetime.date(2023, 7, 1))
    >>> interval("XXXX-06") is None
    True
    """
    try:
        if re.fullmatch(r"\d{2}|\d{3}X", value):
            step = 100 if len(value) == 2 else 10  # noqa: PLR2004 (a century)
            return _years(int(value.rstrip("X")) * step, step)
        match = VALUE.fullmatch(value)
        return _range(match) if match else None
    except (ValueError, OverflowError):
        return None


def _range(match: re.Match[str]) -> tuple[date, date]:
    part = match.groupdict()
    year = int(part["year"])
    if part["week"]:
        monday = date.fromisocalendar(year, int(part["week"]), 1)
        first = monday + timedelta(days=5) if part["weekend"] else monday
        return first, monday + timedelta(days=7)
    if part["day"]:
        day = date(year, int(part["month"]), int(part["day"]))
        return day, day + timedelta(days=1)
    if part["month"]:
        return _months(year, int(part["month"]), 1)
    if part["quarter"]:
        return _months(year, 3 * int(part["quarter"]) - 2, 3)
    if part["half"]:
        return _months(year, 6 * int(part["half"]) - 5, 6)
    if part["season"]:
        return _months(year, SEASONS[part["season"]], 3)
    return _years(year, 1)


def _months(year: int, month: int, count: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, first + relativedelta(months=count)


def _years(year: int, count: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 1, 1) + relativedelta(years=count)


def moved(day: date, unit: str, count: float) -> date | None:
    """Return the day that lies so many units away, None beyond the calendar.

    Args:
        day: where to start.
        unit: D, W, WE, M, Q, Y, 10Y, 100Y or a unit of the clock (TS, TM, TH).
        count: negative for earlier.
    """
    whole = int(count)
    steps = {
        "D": {"days": whole},
        "W": {"weeks": whole},
        "WE": {"weeks": whole},
        "2W": {"weeks": 2 * whole},
        "M": {"months": whole},
        "Q": {"months": 3 * whole},
        "Y": {"years": whole, "months": round(12 * (count - whole))},
        "10Y": {"years": round(10 * count)},
        "100Y": {"years": round(100 * count)},
        "1000Y": {"years": round(1000 * count)},
    }
    try:
        return day + relativedelta(**steps.get(unit, {}))  # type: ignore[arg-type]
    except (ValueError, OverflowError):
        return None


def nth(days: tuple[date, date], unit: str, number: int) -> date | None:
    """Return the nth day, week, weekend or weekday of a month, None where it has none.

    The first week of a month is that of its first day, the last that of its last.

    Args:
        days: the month.
        unit: D, W, WE, or a day of the week from 1 to 7.
        number: from 1, or -1 for the last.
    """
    first, after = days
    step = timedelta(days=1 if unit == "D" else 7)
    start = first if number > 0 else after - timedelta(days=1)
    weekday = SATURDAY if unit == "WE" else int(unit) if unit.isdigit() else 0
    if weekday:
        gap = (weekday - start.isoweekday()) % 7
        start += timedelta(days=gap if number > 0 or gap == 0 else gap - 7)
    found = start + step * (number - 1 if number > 0 else 0)
    return found if number and first <= found < after else None


def hours_from(day: date, clock: str, seconds: int) -> str | None:
    """Return the value of the moment so long after a clock time, None beyond the calendar.

    >>> hours_from(date(2023, 10, 7), "23:00", 7200)
    '2023-10-08T01:00'
    """
    hour, minute = map(int, clock.split(":"))
    try:
        moment = datetime.combine(day, time(hour, minute)) + timedelta(seconds=seconds)
    except OverflowError:
        return None
    return moment.isoformat(timespec="minutes")


def named(day: date, unit: str) -> str:
    """Return the value of the day, week, month ... that a day lies in.

    >>> named(date(2023, 11, 3), "W")
    '2023-W44'
    """
    year, week, _ = day.isocalendar()
    names = {
        "W": f"{year:04d}-W{week:02d}",
        "2W": f"{year:04d}-W{week:02d}",
        "WE": f"{year:04d}-W{week:02d}-WE",
        "M": f"{day.year:04d}-{day.month:02d}",
        "Q": f"{day.year:04d}-Q{(day.month + 2) // 3}",
        "Y": f"{day.year:04d}",
        "10Y": f"{day.year // 10:03d}X",
        "100Y": f"{day.year // 100:02d}",
        "1000Y": f"{day.year // 1000}",
    }
    return names.get(unit, day.isoformat())


OPEN = {
    "W": "XXXX-WXX", "2W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "10Y": "XXXX", "100Y": "XX", "1000Y": "X",
}  # fmt: skip
"""What stands for a day, week, month ... that cannot be resolved."""

UNKNOWN = {"D": "XXXX-XX-XX", "M": "XXXX-XX"}


def within(value: str, unit: str) -> str | None:
    """Return some day or month of a longer time that is known, None for other units.

    >>> within("2023-06", "D")
    '2023-06-XX'
    """
    if not re.fullmatch(r"\d{4}(-\d\d)?", value) or len(value) >= len(UNKNOWN.get(unit, "")):
        return None
    return value + UNKNOWN[unit][len(value) :]


NTH_WEEKDAYS = {
    "thanksgiving": (11, TH(4), 0),
    "black": (11, TH(4), 1),
    "labor": (9, MO(1), 0),
    "columbus": (10, MO(2), 0),
    "election": (11, MO(1), 1),
    "king": (1, MO(3), 0),
    "presidents": (2, MO(3), 0),
    "mother": (5, SU(2), 0),
    "father": (6, SU(3), 0),
    "memorial": (6, MO(1), -7),
}
"""Month, weekday and days after it (United States): the last Monday of May is a week before
the first of June."""


def holiday(rule: str, year: int) -> date | None:
    """Return the day of a holiday in a year, None where the rule is not known.

    Args:
        rule: "12-25", "easter", "easter-2" or a name of `NTH_WEEKDAYS`.
        year: from 1583, the first year of the calendar in use.
    """
    try:
        if rule == "orthodox":
            return easter(year, EASTER_ORTHODOX)
        if rule.startswith("easter"):
            return easter(year) + timedelta(days=int(rule.removeprefix("easter") or 0))
        if rule in NTH_WEEKDAYS:
            month, weekday, after = NTH_WEEKDAYS[rule]
            found = date(year, month, 1) + relativedelta(weekday=weekday)
            return found + timedelta(days=after)
        return date.fromisoformat(f"{year:04d}-{rule}")
    except (ValueError, OverflowError):
        return None
