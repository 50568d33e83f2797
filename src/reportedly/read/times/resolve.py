"""Dates, weekdays and clock times: what each stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from reportedly.read.times import calendar, guards
from reportedly.read.times.grammar import Hit
from reportedly.read.times.reading import Reading, Resolved
from reportedly.read.times.words import words
from reportedly.values.when import Basis

Found = tuple[Resolved, ...]
MONTHS = 12
NOON = 12
HALF_CENTURY = 50
SAME_SENTENCE, SAME_PARAGRAPH = 12, 40
"""Up to how many words away a named day is that of a clock time."""


def _one(hit: Hit, value: str, basis: str = "inferred", kind: str = "DATE") -> Found:
    return (Resolved(kind, value, hit.first, hit.after, basis),)  # type: ignore[arg-type]


def _number(word: str) -> int:
    return int(re.sub(r"\D", "", word) or 0)


def _calendar_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def iso(hit: Hit, _: Reading) -> Found:
    """Resolve "2023-11-02" and "2023-11-02T10:30Z"."""
    word = hit.word("iso").upper()
    if len(word) == len("2023-11-02"):
        return _one(hit, word, "stated") if calendar.interval(word) else ()
    zone = _offset(word[19:] if word.count(":") > 1 and len(word) > 19 else word[16:])  # noqa: PLR2004
    value = word[:16].replace(" ", "T")
    if calendar.interval(value) is None:
        return ()
    return (Resolved("TIME", value, hit.first, hit.after, "stated", None, zone),)


def _offset(suffix: str) -> int | None:
    match = re.search(r"([+-])(\d\d):?(\d\d)$", suffix)
    if match:
        minutes = int(match[2]) * 60 + int(match[3])
        return -minutes if match[1] == "-" else minutes
    return 0 if suffix.endswith("Z") else None


def slashed(hit: Hit, _: Reading) -> Found:
    """Resolve "11/02/2023": month first unless that cannot be, or dots part the numbers."""
    word = hit.word("slashed")
    first, middle, last = (int(part) for part in re.split(r"[/.-]", word))
    if len(re.split(r"[/.-]", word)[0]) == 4:  # noqa: PLR2004 (a year)
        year, month, day = first, middle, last
    else:
        day_first = first > MONTHS or ("." in word and middle <= MONTHS)
        day, month = (first, middle) if day_first else (middle, first)
        year = last if last > 99 else (1900 if last >= HALF_CENTURY else 2000) + last  # noqa: PLR2004
    found = _calendar_day(year, month, day)
    return _one(hit, found.isoformat(), "stated") if found else ()


def nine_eleven(hit: Hit, _: Reading) -> Found:
    """Resolve the day that is known as 9/11."""
    return _one(hit, "2001-09-11", "stated")


def _dated(hit: Hit, reading: Reading, day: int, first: int, after: int) -> Found:
    month = int(hit.value("month"))
    if hit.has("year"):
        year: int | None = int(hit.word("year"))
    else:
        year = (
            reading.year_of_range(month)
            or _event_year(hit, reading, f"{month:02d}-{day:02d}", after)
            or reading.year_for(hit, lambda year: _calendar_day(year, month, day))
        )
    if year is None:
        return (Resolved("DATE", f"XXXX-{month:02d}-{day:02d}", first, after),)
    found = _calendar_day(year, month, day)
    basis: Basis = "stated" if hit.has("year") else "inferred"
    return (Resolved("DATE", found.isoformat(), first, after, basis),) if found else ()


def _event_year(hit: Hit, reading: Reading, day: str, after: int) -> int | None:
    """Return the year of a day that is known by what happened on it ("the Sept. 11 attacks")."""
    if day not in words().events or reading.published is None:
        return None
    year, named = words().events[day]
    known = reading.published >= date.fromisoformat(f"{year}-{day}")
    return year if known and hit.tokens.small(after) in named else None


def date_(hit: Hit, reading: Reading) -> Found:
    """Resolve a day of a month, with or without its year."""
    day = int(hit.value("day") or _number(hit.word("day")))
    return _dated(hit, reading, day, hit.first, hit.after)


def day_of_month(hit: Hit, reading: Reading) -> Found:
    """Resolve "on the 18th" and "the 18th of last month" to the month meant by tense."""
    day, near = _number(hit.word("day")), reading.published
    if near is None:
        return _one(hit, f"XXXX-XX-{day:02d}")
    shift = int(hit.value("deictic") or 0) if hit.word("deictic") != "past" else -1
    if not hit.has("deictic"):
        tense = reading.tense_of(hit)
        ahead = tense == "future" and day < near.day
        shift = 1 if ahead else -1 if tense != "future" and day > near.day else 0
    month = calendar.moved(near.replace(day=1), "M", shift)
    found = _calendar_day(month.year, month.month, day) if month else None
    return _one(hit, found.isoformat()) if found else ()


def days(hit: Hit, reading: Reading) -> Found:
    """Resolve the days of a list or range ("Oct. 7-9", "3 and 5 May"), each on its own."""
    start = hit.at("days")
    places = [start + i for i, word in enumerate(hit.words("days")) if word[0].isdigit()]
    found: list[Resolved] = []
    for place in places:
        first = hit.first if place == places[0] and hit.at("month") < start else place
        after = hit.after if place == places[-1] else place + 1
        day = _number(hit.tokens.small(place))
        found += _dated(hit, reading, day, first, after)
    return tuple(found)


def month(hit: Hit, reading: Reading) -> Found:
    """Resolve a month, with or without its year."""
    number = int(hit.value("month"))
    if hit.has("year"):
        return _one(hit, f"{int(hit.word('year')):04d}-{number:02d}", "stated")
    if hit.has("whole") and hit.has("deictic") and reading.published:
        year: int | None = reading.published.year + int(hit.value("deictic"))
    else:
        year = reading.year_of_range(number) or _month_year(hit, reading, number)
    return _one(hit, f"{year:04d}-{number:02d}" if year else f"XXXX-{number:02d}")


def _month_year(hit: Hit, reading: Reading, number: int) -> int | None:
    day = reading.published
    ahead = hit.tokens.small(hit.first - 1) in ("by", "until", "till", "before")
    plain = not hit.has("deictic") and day and not reading.history
    tense = reading.tense_of(hit)
    if plain and day and tense == "past" and not ahead:
        return day.year if number <= day.month else day.year - 1
    if plain and day and (tense == "future" or ahead):
        return day.year if number >= day.month else day.year + 1
    return reading.year_for(hit, lambda year: date(year, number, 1))


def nth(hit: Hit, reading: Reading) -> Found:
    """Resolve "the first day of June", "the last week of August", "the second Monday of May"."""
    whole = month(hit, reading)
    days = calendar.interval(whole[0].value) if whole else None
    if days is None:
        return _one(hit, calendar.OPEN.get(hit.value("unit"), "XXXX-XX-XX"))
    found = calendar.nth(days, hit.value("unit"), _nth(hit))
    return _one(hit, calendar.named(found, hit.value("unit")), whole[0].basis) if found else ()


def _nth(hit: Hit) -> int:
    """Return which one of a month is meant, -1 for the last."""
    return int(hit.value("nth") or _number(hit.word("nth")))


def week_of(hit: Hit, reading: Reading) -> Found:
    """Resolve "the week of March 6"."""
    day = date_(hit, reading)
    found = calendar.interval(day[0].value) if day else None
    return _one(hit, calendar.named(found[0], "W")) if found else _one(hit, "XXXX-WXX")


def year(hit: Hit, _: Reading) -> Found:
    """Resolve a year; one before Christ has no range of days."""
    if hit.has("era"):
        word = hit.word("year") or hit.word("old")
        era = "BC" if hit.word("era").startswith("b") else ""
        return _one(hit, f"{era}{int(word):04d}", "stated")
    return _one(hit, hit.word("year"), "stated")


def fiscal_year(hit: Hit, _: Reading) -> Found:
    """Resolve "fiscal 2024": its months are not said, so it has no range of days."""
    digits = hit.word("year") or hit.word("coded").removeprefix("fy")
    year = digits if len(digits) == 4 else f"20{digits}"  # noqa: PLR2004 (a year)
    return (Resolved("DATE", year, hit.first, hit.after, "stated", (None, None)),)


def spelled_year(hit: Hit, _: Reading) -> Found:
    """Resolve "nineteen eighty-four"."""
    return _one(hit, f"{guards.spelled_year(hit.tokens, hit.first, hit.after):04d}", "stated")


def short_year(hit: Hit, _: Reading) -> Found:
    """Resolve "'99" to the nearer century."""
    number = int(hit.word("short"))
    return _one(hit, str((1900 if number >= HALF_CENTURY - 10 else 2000) + number))


def decade(hit: Hit, _: Reading) -> Found:
    """Resolve "the 1990s", "the '90s" and "the nineties" to "199X"."""
    word = hit.word("decade")
    if not word[0].isdigit():
        return _one(hit, f"19{hit.value('decade')}X")
    digits = word.rstrip("s")
    if len(digits) == 4:  # noqa: PLR2004 (a year)
        hundred = digits[2:] == "00" and digits < "1900"
        return _one(hit, digits[:2] if hundred else digits[:3] + "X", "stated")
    return _one(hit, ("19" if int(digits) > 20 else "20") + digits[0] + "X")  # noqa: PLR2004


def century(hit: Hit, _: Reading) -> Found:
    """Resolve "the 19th century" to its two leading digits."""
    number = _number(hit.word("ordinal")) or int(hit.value("ordinal") or 0)
    number += int(hit.value("tens") or 0)
    return _one(hit, f"{number - 1:02d}", "stated") if number else ()


def _part_of(hit: Hit) -> str:
    return f"T{hit.value('part')}" if hit.has("part") else ""


def weekday(hit: Hit, reading: Reading) -> Found:
    """Resolve a day of the week by tense, and by "last", "this" or "next"."""
    number, part = int(hit.value("day")), _part_of(hit)
    kind = "TIME" if part else "DATE"
    if reading.published is None:
        return _one(hit, f"XXXX-WXX-{number}{part}", kind=kind)
    found = _weekday_near(hit, reading, reading.published, number)
    return _one(hit, found.isoformat() + part, kind=kind)


def _weekday_near(hit: Hit, reading: Reading, near: date, number: int) -> date:
    back = (near.isoweekday() - number) % 7
    if hit.has("whole"):
        monday = near - timedelta(days=near.isoweekday() - 1)
        return monday + timedelta(weeks=int(hit.value("deictic")), days=number - 1)
    shift = hit.value("deictic") if hit.word("deictic") != "that" else ""
    if shift.startswith("-"):
        return near - timedelta(days=back or 7)
    if shift == "1":
        return near + timedelta(days=7 - back)
    future = reading.tense_of(hit) == "future"
    if shift == "0":
        found = near - timedelta(days=near.isoweekday() - number)
        return found + timedelta(days=7) if found < near and future else found
    return near + timedelta(days=(7 - back) % 7) if future else near - timedelta(days=back)


def relative_day(hit: Hit, reading: Reading) -> Found:
    """Resolve "today", "yesterday", "tomorrow" and their parts."""
    part = _part_of(hit)
    day = reading.published
    value = (day + timedelta(days=int(hit.value("day")))).isoformat() if day else "XXXX-XX-XX"
    return _one(hit, value + part, kind="TIME" if part else "DATE")


def tonight(hit: Hit, reading: Reading) -> Found:
    """Resolve "tonight" to the night of the day of publication; what is over was the last night."""
    day = reading.published
    if day is None or hit.word("night") != "overnight" or reading.tense_of(hit) != "past":
        return _one(hit, _today(reading) + "TNI", kind="TIME")
    value = (day - timedelta(days=1)).isoformat() + "TNI"
    days = day - timedelta(days=1), day + timedelta(days=1)
    return (Resolved("TIME", value, hit.first, hit.after, "inferred", days),)


def _today(reading: Reading) -> str:
    return reading.published.isoformat() if reading.published else "XXXX-XX-XX"


def part(hit: Hit, reading: Reading) -> Found:
    """Resolve "this morning" and "last night"."""
    day = reading.published
    if day and hit.word("deictic") == "last":
        day -= timedelta(days=1)
    value = day.isoformat() if day else "XXXX-XX-XX"
    return _one(hit, value + _part_of(hit), kind="TIME")


def part_of(_: Hit, __: Reading) -> Found:
    """Resolve "dawn" beside nothing that is a day to nothing."""
    return ()


def near_part(hit: Hit, reading: Reading) -> Found:
    """Resolve "the next morning" and "that night" against the last date of the text."""
    text = hit.tokens.lower[hit.first : hit.after]
    shift = (
        1 if {"next", "following"} & set(text) else -1 if {"previous", "last"} & set(text) else 0
    )
    day = reading.anchor_day() if reading.covers("D") else None
    day = day or (reading.published if not reading.anchor else None)
    value = (day + timedelta(days=shift)).isoformat() if day else "XXXX-XX-XX"
    return _one(hit, value + _part_of(hit), kind="TIME")


def clock(hit: Hit, reading: Reading) -> Found:
    """Resolve a time of the day, on the day that the paragraph named last, else of publication."""
    named = reading.anchor_day() if reading.covers("D") else None
    reach = SAME_SENTENCE if reading.parted(hit) else SAME_PARAGRAPH
    near = named and hit.first - reading.anchored_at < reach
    day = named if near else reading.published
    return _clocked(hit, day.isoformat() if day else "XXXX-XX-XX")


def _clocked(hit: Hit, day: str) -> Found:
    zone = words().zones.get(hit.word("zone") or hit.word("zone_in_brackets"))
    value = f"{day}T{clock_value(hit)}"
    return (Resolved("TIME", value, hit.first, hit.after, "inferred", None, zone),)


def timed(hit: Hit, clock_hit: Hit, day: Resolved) -> Resolved:
    """Return one time of a clock time and the day beside it.

    Args:
        hit: the tokens of both.
        clock_hit: the clock time.
        day: the resolved day.
    """
    found = _clocked(clock_hit, day.value.split("T")[0])[0]
    value = found.value
    evening = day.value.endswith(("TNI", "TEV", "TAF")) and not clock_hit.has("half")
    if evening and value[-5:-3].isdigit() and int(value[-5:-3]) < NOON:
        value = f"{value[:-5]}{int(value[-5:-3]) + NOON:02d}{value[-3:]}"
    return Resolved("TIME", value, hit.first, hit.after, day.basis, None, found.zone)


def clock_value(hit: Hit) -> str:
    """Return the hours and minutes of a clock time, on the clock of 24 hours."""
    given = hit.value("clock")
    if ":" in given:
        return given
    digits = [given] if given.isdigit() else re.split(r"\D", hit.word("clock"))
    if len(digits) == 1 and len(digits[0]) > 2:  # noqa: PLR2004 (hours without minutes)
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = int(digits[0]), digits[1] if len(digits) > 1 else "00"
    half = hit.word("half").replace(".", "").replace(" ", "")
    late = half == "pm" or hit.value("part") in ("AF", "EV", "NI")
    if late and hour < NOON:
        hour += NOON
    if half == "am" and hour == NOON:
        hour = 0
    return f"{hour:02d}:{minute}"


RESOLVERS: dict[str, Callable[[Hit, Reading], Found]] = {
    "iso": iso,
    "slashed": slashed,
    "nine_eleven": nine_eleven,
    "date": date_,
    "days": days,
    "month": month,
    "day_of_month": day_of_month,
    "nth": nth,
    "week_of": week_of,
    "year": year,
    "fiscal_year": fiscal_year,
    "spelled_year": spelled_year,
    "short_year": short_year,
    "decade": decade,
    "century": century,
    "weekday": weekday,
    "relative_day": relative_day,
    "tonight": tonight,
    "part_of": part_of,
    "part": part,
    "near_part": near_part,
    "clock": clock,
}
