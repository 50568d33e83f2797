"""Spans, distances and repetitions: what each stands for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from reportedly.read.times import calendar
from reportedly.read.times.grammar import Hit
from reportedly.read.times.reading import Reading, Resolved

Found = tuple[Resolved, ...]
ANAPHORIC = frozenset(["following", "previous", "preceding", "same", "that", "before", "after"])
"""Words that count from the last date of the text, not from publication."""
TOLD = frozenset(["earlier", "later", "before", "after"])
"""Ways of counting from what the text has told."""
DEICTIC = frozenset(["last", "next"])
"""Words that count from publication, even in a history, where no "the" leads them."""
CLOCK_UNITS = {"H": 3600, "M": 60, "S": 1}
DAY_SECONDS = 24 * 3600
LARGEST = 10**6
HALF, VAGUE = "0.5", "X"


def _one(hit: Hit, value: str, kind: str = "DATE", basis: str = "inferred") -> Found:
    return (Resolved(kind, value, hit.first, hit.after, basis),)  # type: ignore[arg-type]


def unit_of(hit: Hit) -> str:
    """Return the unit that a hit counts in."""
    return "TS" if hit.word("unit") == "second" else hit.value("unit")


def count_of(hit: Hit) -> Fraction | None:
    """Return the number that a hit counts, None for "a few"."""
    listed = [word for word in hit.words("count") if word not in ("-", "and", "+")]
    first = hit.at("count")
    if VAGUE in hit.tokens.values[first : first + len(hit.words("count"))]:
        return Fraction(2) if "couple" in listed else None
    if listed and listed[0][0].isdigit():
        return _digits(listed)
    values = [hit.tokens.values[first + i] for i, _ in enumerate(hit.words("count"))]
    return _worded([value for value in values if value])


def _digits(listed: list[str]) -> Fraction | None:
    text = listed[0].replace(",", "")
    if text.count(".") > 1 or len(text) > len(str(LARGEST)):
        return None
    if len(listed) == 3:  # noqa: PLR2004 (1 / 2)
        return Fraction(int(listed[0]), int(listed[2]))
    number = Fraction(text)
    if len(listed) == 4:  # noqa: PLR2004 (5 1 / 2)
        number += Fraction(int(listed[1]), int(listed[3]))
    return number


def _worded(values: list[str]) -> Fraction:
    """Return the number of number words; "a half" is one half, and so is "half a"."""
    if sorted(values) == [HALF, "1"]:
        return Fraction(HALF)
    if values[-2:] == ["1", HALF]:
        values = [*values[:-2], HALF]
    total, current = 0, Fraction(0)
    for value in values:
        number = Fraction(value)
        if value == "1000":
            total, current = total + int(current or 1) * 1000, Fraction(0)
        elif value == "100":
            current = (current or 1) * number
        else:
            current += number
    return total + current


def period(count: Fraction | None, unit: str) -> str:
    """Return the TIMEX3 value of a length of time.

    >>> period(Fraction(11, 2), "TH")
    'PT5H30M'
    >>> period(None, "Y")
    'PXY'
    """
    scale, name = _unit_parts(unit)
    if unit.startswith("T"):
        return "PT" + _clock_period(count, name)
    if count is None:
        return f"PX{name}"
    count *= scale
    whole = int(count)
    if count == whole:
        return f"P{whole}{name}"
    if name == "Y" and (count * 12).denominator == 1:
        months = int(count * 12) % 12
        return f"P{whole}Y{months}M" if whole else f"P{months}M"
    return f"P{float(count):g}{name}"


def _unit_parts(unit: str) -> tuple[int, str]:
    digits = "".join(letter for letter in unit if letter.isdigit())
    return int(digits or 1), unit[len(digits) :]


def _clock_period(count: Fraction | None, unit: str) -> str:
    name = unit[-1]
    if count is None:
        return f"X{name}"
    if count.denominator == 1:
        return f"{int(count)}{name}"
    seconds = int(count * CLOCK_UNITS[name])
    parts = [(seconds // 3600, "H"), (seconds % 3600 // 60, "M"), (seconds % 60, "S")]
    return "".join(f"{number}{letter}" for number, letter in parts if number)


def near(hit: Hit, reading: Reading) -> Found:
    """Resolve "this week", "last month", "the following year", "the end of the year"."""
    unit = "Q" if hit.word("unit") == "quarter" else unit_of(hit)
    word = hit.word("deictic")
    shift = -1 if word == "past" else int(hit.value("deictic") or 0)
    base = _base(hit, reading, unit, word)
    if base is None:
        return _one(hit, _open(unit))
    if unit.startswith("T"):
        kind = "DATE" if unit == "TH" else "TIME"
        return _one(hit, base.isoformat(), kind)
    moved = calendar.moved(base, unit, shift)
    return _one(hit, calendar.named(moved, unit)) if moved else ()


def _base(hit: Hit, reading: Reading, unit: str, word: str) -> date | None:
    next_day = word == "next" and unit == "D"
    if word in ("following", "after") and not reading.anchor:
        return None
    if (word in ANAPHORIC or next_day) and reading.anchor:
        return reading.anchor_day() if reading.covers(unit) else None
    deictic = word in DEICTIC and hit.tokens.small(hit.at("deictic") - 1) != "the"
    told = reading.history and not deictic and reading.anchor_day()
    return told or reading.published


def _open(unit: str) -> str:
    return calendar.OPEN.get(unit, "XXXX-XX-XX")


def same(hit: Hit, reading: Reading) -> Found:
    """Resolve "that day", "later that year" against the last date of the text."""
    unit = unit_of(hit)
    day = reading.anchor_day() if reading.covers(unit) else None
    if day is None and not reading.anchor:
        day = reading.published
    if day:
        return _one(hit, calendar.named(day, unit))
    value = calendar.within(reading.anchor, unit) or _open(unit)
    days = calendar.interval(reading.anchor)
    return (Resolved("DATE", value, hit.first, hit.after, "inferred", days),)


def weekend(hit: Hit, reading: Reading) -> Found:
    """Resolve "the weekend": the one just over when the clause is past, else the coming one."""
    day = reading.published
    if day is None:
        return _one(hit, "XXXX-WXX-WE")
    if reading.tense_of(hit) == "past" and day.isoweekday() < 5:  # noqa: PLR2004 (Friday)
        day -= timedelta(weeks=1)
    return _one(hit, calendar.named(day, "WE"))


def distance(hit: Hit, reading: Reading) -> Found:
    """Resolve "two days ago", "a year earlier", "two months later", "a week from now"."""
    unit, way = unit_of(hit), hit.word("way")
    count = count_of(hit) if hit.has("count") else Fraction(1)
    sign = -1 if way in ("ago", "earlier", "before") else 1
    told = way in TOLD
    if count is None:
        return _one(hit, "PAST_REF" if way == "ago" else "FUTURE_REF" if not told else _open(unit))
    if told and unit.startswith("T"):
        return _hours_from(hit, reading, sign * count)
    compound = not hit.has("count")
    anchor = reading.counted_from(hit) if told else ""
    if unit == "Y" and anchor[4:6] == "-Q":
        return _one(hit, f"{int(anchor[:4]) + sign * int(count)}{anchor[4:]}")
    base = reading.base_of(hit, unit) if told and not compound else reading.published
    moved = calendar.moved(base, unit, sign * float(count)) if base else None
    if moved is None:
        return _one(hit, _open(unit)) if base is None else ()
    return _one(hit, calendar.named(moved, "Y" if unit in ("10Y", "100Y") else unit))


def _hours_from(hit: Hit, reading: Reading, count: Fraction) -> Found:
    """Resolve "two hours later" from the last clock time, without one to its length and its day."""
    unit = unit_of(hit)
    day = reading.anchor_day() if reading.covers("D") else None
    if day and reading.clock:
        moment = calendar.hours_from(day, reading.clock, int(count * CLOCK_UNITS[unit[1]]))
        return _one(hit, moment, "TIME") if moment else ()
    days = calendar.interval(day.isoformat()) if day else None
    value = period(abs(count), unit)
    return (Resolved("DURATION", value, hit.first, hit.after, "inferred", days),)


def counted_from(hit: Hit, day: date) -> str | None:
    """Return the value of "two days before" a day, None where the count is vague or too large."""
    count = count_of(hit) if hit.has("count") else Fraction(1)
    if count is None:
        return None
    unit = unit_of(hit)
    moved = calendar.moved(day, unit, float(count) * int(hit.value("way") or 1))
    exact = hit.word("way") == "from" and unit == "W"
    return calendar.named(moved, "D" if exact else unit) if moved else None


def beside(hit: Hit, reading: Reading) -> Found:
    """Resolve "three weeks before" what proves to be no day: a length of time."""
    if not hit.has("count"):
        return ()
    return duration(Hit("duration", hit.first, hit.at("way"), hit.tokens, hit.match), reading)


def vague_distance(hit: Hit, _: Reading) -> Found:
    """Resolve "years ago"."""
    return _one(hit, "PAST_REF")


def span(hit: Hit, reading: Reading) -> Found:
    """Resolve "the past two months" to its length, with the days it covers."""
    unit, count = unit_of(hit), count_of(hit) if hit.has("count") else None
    if not hit.has("count") and hit.word("unit") in (
        "day",
        "week",
        "month",
        "year",
        "decade",
        "century",
        "hour",
        "minute",
    ):
        count = Fraction(1)
    value = period(count, unit)
    days = _covered(hit, reading, unit, count)
    return (Resolved("DURATION", value, hit.first, hit.after, "inferred", days),)


def _covered(
    hit: Hit, reading: Reading, unit: str, count: Fraction | None
) -> tuple[date | None, date | None] | None:
    day, shift = reading.published, hit.value("deictic")
    backwards = shift.startswith("-") or shift == "PAST_REF"
    if day is None or count is None or not (backwards or shift == "1"):
        return None
    if unit.startswith("T"):
        unit, count = "D", Fraction(ceil(count * CLOCK_UNITS[unit[1]] / DAY_SECONDS))
    other = calendar.moved(day, unit, float(-count if backwards else count))
    if other is None:
        return None
    after = timedelta(days=1)
    return (other, day + after) if backwards else (day, other + after)


def duration(hit: Hit, _: Reading) -> Found:
    """Resolve "three weeks", "two-year", "half an hour", "all day"."""
    if hit.has("half_unit"):
        return _one(hit, period(Fraction(1, 2), hit.value("half_unit")), "DURATION", "stated")
    count = count_of(hit) if hit.has("count") else Fraction(1)
    if not hit.has("count") and hit.word("unit").endswith("s"):
        count = None
    if hit.has("and_half") and count is not None:
        count += Fraction(1, 2)
    return _one(hit, period(count, unit_of(hit)), "DURATION", "stated")


def part_unit(hit: Hit, _: Reading) -> Found:
    """Resolve "half-century" and "a quarter of a century"."""
    part = Fraction(1, 2 if hit.word("part") == "half" else 4)
    return _one(hit, period(part, unit_of(hit)), "DURATION", "stated")


def vague_duration(hit: Hit, _: Reading) -> Found:
    """Resolve "years" to a length that is not said."""
    return _one(hit, period(None, unit_of(hit)), "DURATION", "stated")


def _set(hit: Hit, value: str) -> Found:
    return _one(hit, value, "SET", "stated")


def repetition(hit: Hit, _: Reading) -> Found:
    """Resolve "every day", "every two weeks"; "24 hours a day" is always, and no time."""
    unit = unit_of(hit)
    if hit.tokens.lower[hit.first : hit.first + 2] == ["24", "hours"]:
        return ()
    if unit == "WE":
        return _set(hit, "XXXX-WXX-WE")
    other = Fraction(2 if "other" in hit.tokens.lower[hit.first : hit.after] else 1)
    return _set(hit, period(count_of(hit) if hit.has("count") else other, unit))


def repeated(hit: Hit, _: Reading) -> Found:
    """Resolve "daily", "annually"."""
    return _set(hit, hit.value("repeated"))


def weekday_set(hit: Hit, _: Reading) -> Found:
    """Resolve "Mondays", "every Monday", "Monday mornings"."""
    place = hit.at("day") if hit.has("day") else hit.first
    part = hit.value("part") or hit.value("parts")
    return _set(hit, f"XXXX-WXX-{hit.tokens.values[place]}" + (f"T{part}" if part else ""))


def set_days(hit: Hit, _: Reading) -> Found:
    """Resolve "every Monday, Wednesday and Friday", each day on its own."""
    start, values = hit.at("days"), hit.tokens.values
    places = [start + i for i, _ in enumerate(hit.words("days")) if values[start + i].isdigit()]
    firsts = [hit.first, *places[1:]]
    return tuple(
        Resolved("SET", f"XXXX-WXX-{values[place]}", first, place + 1, "stated")
        for first, place in zip(firsts, places, strict=True)
    )


def weekend_set(hit: Hit, _: Reading) -> Found:
    """Resolve "weekends"."""
    return _set(hit, f"XXXX-WXX-{hit.value('weekend')}")


def part_set(hit: Hit, _: Reading) -> Found:
    """Resolve "every morning"."""
    return _set(hit, f"XXXX-XX-XXT{hit.value('part')}")


def month_set(hit: Hit, _: Reading) -> Found:
    """Resolve "each March"."""
    return _set(hit, f"XXXX-{int(hit.value('month')):02d}")


def season_set(hit: Hit, _: Reading) -> Found:
    """Resolve "every summer"."""
    return _set(hit, f"XXXX-{hit.value('season')}")


RESOLVERS: dict[str, Callable[[Hit, Reading], Found]] = {
    "near": near,
    "same": same,
    "weekend": weekend,
    "distance": distance,
    "beside": beside,
    "vague_distance": vague_distance,
    "span": span,
    "duration": duration,
    "part_unit": part_unit,
    "vague_duration": vague_duration,
    "set": repetition,
    "repeated": repeated,
    "weekday_set": weekday_set,
    "set_day": weekday_set,
    "weekend_set": weekend_set,
    "set_days": set_days,
    "set_part": part_set,
    "set_month": month_set,
    "set_season": season_set,
}
