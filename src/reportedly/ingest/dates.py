"""The dates that pages, feeds and mails claim, read with doubt."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from email.utils import parsedate_to_datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportedly.errors import InvalidValueError
from reportedly.values.when import When, published

EARLIEST_YEAR = 1990
"""Pages that claim an earlier day give a default of their software, not a date."""

AHEAD = timedelta(minutes=10)
"""So far may clocks differ; what lies further ahead is wrong."""

_FURTHEST_EAST = timezone(timedelta(hours=14))
_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?\Z")
_WRITTEN_OUT = ("%B %d, %Y", "%b %d, %Y", "%d %B %Y", "%d %b %Y", "%b. %d, %Y")
_DAY_AND_MORE = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d")
_OFFSET = re.compile(r"(?:Z|[+-]\d\d:?\d\d)\Z")


def claimed(raw: str, *, zone: str | None, zone_from: str | None, now: datetime) -> When:
    """Return the moment that a page or a row claims.

    Args:
        raw: ISO 8601, an e-mail date, year/month/day, or seconds since 1970.
        zone: for a clock time without an offset; an offset in the words outweighs it.
        zone_from: where the zone came from.
        now: what lies more than ten minutes after it is not believed.

    Raises:
        InvalidValueError: it is no date, or one that cannot be true.
    """
    iso = _iso(raw.strip())
    if _OFFSET.search(iso):
        zone, zone_from = _OFFSET.findall(iso)[-1].replace("Z", "+00:00"), "text"
        when = replace(published(iso), zone=zone, zone_from=zone_from)
    else:
        when = published(iso, zone=zone, zone_from=zone_from if zone else None)
    if in_future(when, now):
        raise InvalidValueError(f"The date '{raw}' lies in the future")
    if int(iso[:4]) < EARLIEST_YEAR:
        raise InvalidValueError(f"The date '{raw}' lies before {EARLIEST_YEAR}")
    return replace(when, raw=raw.strip())


def is_date(raw: str) -> bool:
    """Return whether words can be read as a date.

    >>> is_date("2023-11-03T14:30:00CET"), is_date("yesterday")
    (True, False)
    """
    try:
        _iso(raw.strip())
    except InvalidValueError:
        return False
    return True


def in_future(when: When, now: datetime) -> bool:
    """Return whether a time had not begun anywhere on Earth at a moment.

    A bare date has begun when its first hour has begun furthest east.
    """
    if when.start is None:
        return False
    if when.type == "DATE":
        began = datetime.combine(date.fromisoformat(when.start), time.min, _FURTHEST_EAST)
    else:
        began = datetime.fromisoformat(when.start)
    return began > now + AHEAD


def check_zone(name: str) -> None:
    """Let the name of a time zone pass.

    Raises:
        InvalidValueError: there is no such zone.
    """
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidValueError(
            f"'{name}' is not a time zone. Use an IANA name such as Europe/Kyiv."
        ) from error


def _iso(raw: str) -> str:
    """Return a date in words as ISO 8601, as precise as it was."""
    with suppress(ValueError, OverflowError, TypeError, OSError):
        if day := _DAY.match(raw):
            return date(int(day[1]), int(day[2]), int(day[3])).isoformat()
        if _EPOCH.match(raw):
            moment = datetime.fromtimestamp(int(raw[:10]), UTC)
        elif raw[:4].isdigit():
            moment = datetime.fromisoformat(raw)
        else:
            moment = parsedate_to_datetime(raw)
        return moment.replace(microsecond=0).isoformat()
    bare = re.sub(r"^[^\W\d]+,\s*", "", raw)  # "Friday, "
    for form in _WRITTEN_OUT:
        with suppress(ValueError):
            return datetime.strptime(bare, form).replace(tzinfo=UTC).date().isoformat()
    if day := _DAY_AND_MORE.match(raw):
        return day[1]  # a clock time in a zone that cannot be told leaves the day
    raise InvalidValueError(f"'{raw[:80]}' is no date that could be read")
