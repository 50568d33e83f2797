"""Times that stand side by side and make one, or lend each other a day or a year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta

from reportedly.read.times import calendar, relative, resolve
from reportedly.read.times.grammar import Hit
from reportedly.read.times.reading import Reading, Resolved

Alone = Callable[[Hit], tuple[Resolved, ...]]
"""Resolves one hit by itself."""

DAYS = frozenset({"date", "weekday", "relative_day", "tonight", "part", "near_part", "holiday"})
JOINTS = frozenset({"on", ",", "of"})
LOCAL = frozenset({"local", "time"})
RANGED = frozenset({"and", "to", "or", "through", "until", "till", "-", "–", "—"})
APPOSED = RANGED | LOCAL | {"(", ")", ",", "on", "/"}
"""What may stand between clock times of one day: "10 a.m. local time (0700 GMT) on Friday"."""
WESTMOST, DAY_MINUTES, ZONE_STEP = -11 * 60, 24 * 60, 15
"""Zones lie from 11 hours behind UTC to less than 13 ahead, in steps of 15 minutes."""
REACH, LONGEST_GAP = 4, 4
"""How many hits, and how many words between two, belong together at most."""


def pair(coming: Sequence[Hit], reading: Reading, alone: Alone) -> tuple[Resolved, ...] | None:
    """Return the one time that the first two hits make, None where they make none.

    Args:
        coming: the hits from here on, at least one.
        reading: how far the text has been read.
        alone: resolves a hit by itself.
    """
    if len(coming) == 1:
        return None
    hit, other = coming[:2]
    if hit.name == "beside" and hit.after == other.first and not _opens_range(hit, other):
        return _counted_from(hit, other, reading, alone)
    if hit.name == "part_of" and hit.after == other.first:
        return _part_of(hit, other, alone)
    if hit.name == other.name == "clock":
        return _same_moment(hit, other, alone)
    if {hit.name, other.name} - DAYS == {"clock"}:
        return _timed(hit, other, alone)
    return None


def _counted_from(
    hit: Hit, other: Hit, reading: Reading, alone: Alone
) -> tuple[Resolved, ...] | None:
    """Return the time of "two days before Christmas", None where the day stays open.

    "A week from Tuesday" counts from the Tuesday that comes.
    """
    day = alone(other)
    days = calendar.interval(day[0].value) if day else None
    if days is None:
        return None
    base, now = days[0], reading.published
    if hit.word("way") == "from" and other.name == "weekday" and now and base < now:
        base += timedelta(days=7)
    value = relative.counted_from(hit, base)
    return (Resolved("DATE", value, hit.first, other.after),) if value else None


def _opens_range(hit: Hit, other: Hit) -> bool:
    """Return whether this is "64 days from March 1 to May 3": a length, with both its ends."""
    return hit.word("way") == "from" and hit.tokens.small(other.after) in RANGED


def _part_of(hit: Hit, other: Hit, alone: Alone) -> tuple[Resolved, ...] | None:
    """Return the time of "dawn on Tuesday", None where the day is no day alone."""
    day = alone(other)
    if len(day) != 1 or day[0].type != "DATE":
        return None
    value = f"{day[0].value}T{hit.value('part')}"
    return (Resolved("TIME", value, hit.first, other.after, day[0].basis),)


def _same_moment(hit: Hit, other: Hit, alone: Alone) -> tuple[Resolved, ...] | None:
    """Return the local time of "10:35 a.m. (0735 GMT)" with the zone that follows from both."""
    words = hit.tokens
    between = [word for word in words.lower[hit.after : other.first] if word not in LOCAL]
    bracketed = between == ["("] and words.small(other.after) == ")"
    local, known = (*alone(hit), *alone(other)) if bracketed else (None, None)
    if local is None or known is None or local.zone is not None or known.zone is None:
        return None
    ahead = _minutes(local.value) - _minutes(known.value) + known.zone
    zone = (ahead - WESTMOST) % DAY_MINUTES + WESTMOST
    if zone % ZONE_STEP:
        return None
    return (replace(local, after=other.after + 1, zone=zone),)


def _minutes(value: str) -> int:
    """Return the minutes of the day of a value with a clock time."""
    hour, minute = value.split("T")[1].split(":")[:2]
    return int(hour) * 60 + int(minute)


def _timed(hit: Hit, other: Hit, alone: Alone) -> tuple[Resolved, ...] | None:
    """Return the time of a clock time and the day beside it."""
    between = hit.tokens.lower[hit.after : other.first]
    joints = JOINTS if hit.name == "clock" else {","}
    if len(between) > 1 or not joints.issuperset(between):
        return None
    clock, day = (hit, other) if hit.name == "clock" else (other, hit)
    led = Hit(day.name, hit.first, day.after, day.tokens, day.match)
    days = alone(led)
    both = Hit("timed", hit.first, other.after, hit.tokens)
    return (resolve.timed(both, clock, days[0]),) if days else None


def look_ahead(coming: Sequence[Hit], reading: Reading, alone: Alone) -> None:
    """Tell the reading what the next hits say about the first: its day, or its year."""
    hit = coming[0]
    reading.year_ahead = None
    if hit.name == "clock":
        day = _apposed_day(coming)
        for one in alone(day) if day else ():
            reading.remember(one)
    elif hit.name in ("date", "month") and not hit.has("year") and len(coming) > 1:
        other = coming[1]
        between = hit.tokens.lower[hit.after : other.first]
        if other.name in ("date", "month") and other.has("year") and _joined(between):
            reading.year_ahead = int(other.word("year")), int(other.value("month"))


def _joined(between: Sequence[str]) -> bool:
    return len(between) == 1 and RANGED.issuperset(between)


def _apposed_day(coming: Sequence[Hit]) -> Hit | None:
    """Return the day that follows a run of clock times of one moment, None where there is none."""
    hit = coming[0]
    for other in coming[1:]:
        between = hit.tokens.lower[hit.after : other.first]
        if len(between) > LONGEST_GAP or not APPOSED.issuperset(between):
            return None
        if other.name != "clock":
            return other if other.name in DAYS else None
        hit = other
    return None
