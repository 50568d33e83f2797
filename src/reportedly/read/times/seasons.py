"""Quarters, halves, fiscal years, seasons, holidays, and words such as "now"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from reportedly.read.times import calendar
from reportedly.read.times.grammar import Hit
from reportedly.read.times.reading import Reading, Resolved

Found = tuple[Resolved, ...]
LAST_QUARTER = 4


def _one(hit: Hit, value: str, basis: str = "inferred", kind: str = "DATE") -> Found:
    return (Resolved(kind, value, hit.first, hit.after, basis),)  # type: ignore[arg-type]


def _ordinal(hit: Hit) -> int:
    digits = "".join(letter for letter in hit.word("ordinal") if letter.isdigit())
    return (
        LAST_QUARTER if hit.value("ordinal") == "-1" else int(digits or hit.value("ordinal") or 0)
    )


def _year(hit: Hit, reading: Reading, in_year: Callable[[int], date | None]) -> int | None:
    """Return the year of a part of a year: as stated, or by tense and publication."""
    if hit.has("year"):
        return int(hit.word("year"))
    day = reading.published
    if day is None:
        return None
    text = hit.tokens.lower[hit.first : hit.after]
    if "year" in text:
        return day.year + (-1 if "last" in text else 1 if "next" in text else 0)
    told = None if hit.has("deictic") else reading.told_year(in_year)
    if told:
        return told
    tense = reading.tense_of(hit)
    first = in_year(day.year)
    if hit.value("deictic") == "-1" or (tense == "past" and not hit.has("deictic")):
        return day.year if first and first <= day else day.year - 1
    if hit.value("deictic") == "1":
        return day.year if first and first > day else day.year + 1
    return day.year


def _in_year(hit: Hit, reading: Reading, suffix: str) -> Found:
    def first_day(year: int) -> date | None:
        days = calendar.interval(f"{year:04d}-{suffix}")
        return days[0] if days else None

    year = _year(hit, reading, first_day)
    basis = "stated" if hit.has("year") else "inferred"
    return _one(hit, f"{year:04d}-{suffix}" if year else f"XXXX-{suffix}", basis)


def quarter(hit: Hit, reading: Reading) -> Found:
    """Resolve "the third quarter"; one of a fiscal year has no range of days."""
    number = _ordinal(hit)
    if not 1 <= number <= 4:  # noqa: PLR2004 (quarters)
        return ()
    found = _in_year(hit, reading, f"Q{number}")
    fiscal = {"fiscal", "financial"} & set(hit.tokens.lower[hit.first : hit.after])
    return _undated(hit, found) if fiscal else found


def period(hit: Hit, reading: Reading) -> Found:
    """Resolve "Q3" and "H1 2024"; one of a fiscal year has no range of days."""
    found = _in_year(hit, reading, hit.value("period"))
    fiscal = {"fiscal", "financial"} & set(hit.tokens.lower[hit.first : hit.after])
    return _undated(hit, found) if fiscal else found


def the_quarter(hit: Hit, reading: Reading) -> Found:
    """Resolve "for the quarter": the one last named, else the one just over, which is reported."""
    if reading.anchor[4:6] == "-Q":
        return _one(hit, reading.anchor)
    day = reading.published and calendar.moved(reading.published, "Q", -1)
    return _one(hit, calendar.named(day, "Q") if day else calendar.OPEN["Q"])


def _undated(hit: Hit, found: Found) -> Found:
    return (Resolved("DATE", found[0].value, hit.first, hit.after, found[0].basis, (None, None)),)


def half_year(hit: Hit, reading: Reading) -> Found:
    """Resolve "the first half of 2024"."""
    number = _ordinal(hit)
    return _in_year(hit, reading, f"H{number}") if number in (1, 2) else ()


def fiscal(hit: Hit, reading: Reading) -> Found:
    """Resolve "the fiscal year": its months are not said, so it has no range of days."""
    day = reading.published
    value = f"{day.year + int(hit.value('deictic') or 0):04d}" if day else "XXXX"
    return (Resolved("DATE", value, hit.first, hit.after, "inferred", (None, None)),)


def season(hit: Hit, reading: Reading) -> Found:
    """Resolve a season, with or without its year."""
    return _in_year(hit, reading, hit.value("season"))


def holiday(hit: Hit, reading: Reading) -> Found:
    """Resolve a holiday by its rule; unknown ones keep their year open."""
    rule = hit.value("holiday")
    part = f"T{hit.value('part')}" if hit.has("part") else ""
    if hit.has("year"):
        year: int | None = int(hit.word("year"))
    else:
        year = reading.year_for(hit, lambda year: calendar.holiday(rule, year))
    day = calendar.holiday(rule, year) if year else None
    known = f"XXXX-{rule}" if rule[:2].isdigit() else "XXXX-XX-XX"
    value = (day.isoformat() if day else known) + part
    return _one(hit, value, "stated" if hit.has("year") else "inferred", "TIME" if part else "DATE")


def holiday_week(hit: Hit, reading: Reading) -> Found:
    """Resolve "Easter week" and "Labor Day weekend", whose Monday closes a long weekend."""
    day, unit = holiday(hit, reading), hit.value("unit")
    days = calendar.interval(day[0].value)
    if days is None:
        return _one(hit, calendar.OPEN[unit])
    monday = unit == "WE" and days[0].isoweekday() == 1
    return _one(hit, calendar.named(days[0] - timedelta(days=int(monday)), unit))


def reference(hit: Hit, reading: Reading) -> Found:
    """Resolve "now", "recently", "soon" and "the future" to the TIMEX3 references."""
    value, day = hit.value("reference"), reading.published
    if day is None:
        return _one(hit, value)
    after = day + timedelta(days=1)
    days: dict[str, tuple[date | None, date | None]] = {
        "PRESENT_REF": (day, after),
        "PAST_REF": (None, after),
        "FUTURE_REF": (day, None),
    }
    return (Resolved("DATE", value, hit.first, hit.after, "inferred", days[value]),)


RESOLVERS: dict[str, Callable[[Hit, Reading], Found]] = {
    "quarter": quarter,
    "period": period,
    "the_quarter": the_quarter,
    "half_year": half_year,
    "fiscal": fiscal,
    "season": season,
    "holiday": holiday,
    "holiday_week": holiday_week,
    "reference": reference,
}
