"""Times as precise as the text that gave them, and no more."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportedly.errors import InvalidValueError

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
Basis = Literal["stated", "inferred", "published", "seen"]
TimeRole = Literal["event", "utterance", "report", "embedded"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of `Document.text`."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of this span.

        >>> Span(0, 3).of("WSJ: Wagner")
        'WSJ'
        """
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class When:
    """A time expression and what it resolves to.

    Attributes:
        raw: the words as written.
        value: the TIMEX3 value (ISO 8601 prefix, "PRESENT_REF", "XXXX-WXX-5", ...).
        start, end: half-open interval in ISO 8601, dates or instants with an offset;
            None where it is open or could not be resolved. A date without a clock
            time stays a date and is never shifted between zones.
        basis: whether the text states it, or it was inferred, or it is the moment of
            publication or of first sight.
        zone, zone_from: IANA name or offset, and where it came from (text, outlet, user).
    """

    raw: str
    value: str
    start: str | None = None
    end: str | None = None
    type: TimexType = "DATE"
    basis: Basis = "stated"
    span: Span | None = None
    zone: str | None = None
    zone_from: str | None = None


def published(text: str, *, zone: str | None = None, zone_from: str | None = None) -> When:
    """Return the publication time that an ISO date or date-time names.

    Raises:
        InvalidValueError: the words are no ISO 8601 date or date-time.

    >>> published("2023-11-03").end
    '2023-11-04'
    """
    raw = text.strip()
    try:
        if len(raw) == len("2023-11-03"):
            day = date.fromisoformat(raw)
            start, end, timex = raw, (day + timedelta(days=1)).isoformat(), "DATE"
        else:
            moment = datetime.fromisoformat(raw)
            if moment.tzinfo is None:
                moment = moment.replace(tzinfo=_zone(zone) if zone else UTC)
            start = moment.isoformat()
            end, timex = (moment + timedelta(minutes=1)).isoformat(), "TIME"
    except ValueError as error:
        raise InvalidValueError(
            f"'{text}' is not a date. Write it as 2023-11-03 or 2023-11-03T14:30+02:00."
        ) from error
    kind: TimexType = "DATE" if timex == "DATE" else "TIME"
    return When(raw, raw, start, end, kind, "published", None, zone, zone_from)


@lru_cache(maxsize=4096)
def instant(text: str, *, end_of_day: bool = False) -> datetime:
    """Return the UTC instant of an ISO date or date-time.

    Args:
        text: ISO 8601; a bare date means its first instant in UTC.
        end_of_day: take a bare date as its last instant instead (for "known by" views).

    Raises:
        InvalidValueError: the words are no ISO 8601 date or date-time.

    >>> instant("2023-11-03").isoformat()
    '2023-11-03T00:00:00+00:00'
    """
    raw = text.strip()
    try:
        if len(raw) == len("2023-11-03"):
            clock = time.max if end_of_day else time.min
            return datetime.combine(date.fromisoformat(raw), clock, UTC)
        moment = datetime.fromisoformat(raw)
    except ValueError as error:
        raise InvalidValueError(
            f"'{text}' is not a moment. Write it as 2023-11-03 or 2023-11-03T14:30Z."
        ) from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise InvalidValueError(
            f"'{name}' is not a time zone. Use an IANA name such as Europe/Kyiv."
        ) from error
