"""All times of a document: find, then resolve from left to right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from reportedly.read.times import calendar, composed, relative, resolve, seasons
from reportedly.read.times.grammar import Hit, hits
from reportedly.read.times.reading import Reading, Resolved
from reportedly.read.times.tense import Tense, guessed
from reportedly.read.times.tokens import YEARS, Tokens, tokens
from reportedly.values.when import Span, When

RESOLVERS = {**resolve.RESOLVERS, **relative.RESOLVERS, **seasons.RESOLVERS}
HISTORY_YEARS, HISTORY_DATES, HISTORY_SHARE = 3, 8, 0.8
"""How old, how many, and what share of the stated years make a text a history."""


def find(
    text: str,
    *,
    published: When | None,
    tenses: Callable[[int], Tense | None] | None = None,
) -> tuple[When, ...]:
    """Return the times of a whole document, in order, none over another.

    Args:
        text: the document, whole: later times may lean on earlier ones.
        published: when it was published. Without it, times that need it stay open
            ("XXXX-06"): nothing is guessed from the clock.
        tenses: the tense of the clause at an offset of `text`, from a parse. Without it,
            or where it says None, the nearest verb is looked for.

    Method:
        TIMEX3 of TimeML 1.2.1. A range of days is given where it follows; an instant only
        where the text names clock time and zone.

    >>> moment = When("2023-11-03", "2023-11-03", "2023-11-03", "2023-11-04")
    >>> [found.value for found in find("He left in June and died a month later.", published=moment)]
    ['2023-06', '2023-07']
    """
    row = tokens(text)

    def tense_of(hit: Hit) -> Tense | None:
        told = tenses(row.starts[hit.first]) if tenses else None
        return told or guessed(row, hit.first, hit.after)

    found = hits(row)
    day = _day(published)
    reading = Reading(day, tense_of, history=_is_history(found, day))
    return tuple(_when(one, row) for one in _resolved(found, reading))


def _is_history(found: list[Hit], day: date | None) -> bool:
    """Return whether most years that a text states lie long before its publication."""
    years = [int(hit.word("year")) for hit in found if hit.has("year")]
    old = sum(1 for year in years if day and day.year - year >= HISTORY_YEARS)
    return len(years) >= HISTORY_DATES and old > HISTORY_SHARE * len(years)


def _day(published: When | None) -> date | None:
    """Return the day of publication where the outlet stands, if its zone is known."""
    if published is None or not (published.start or published.value):
        return None
    stamp = published.start or published.value
    try:
        moment = datetime.fromisoformat(stamp)
        if published.zone and moment.tzinfo:
            moment = moment.astimezone(ZoneInfo(published.zone))
    except (ValueError, OverflowError, ZoneInfoNotFoundError):
        return None
    return moment.date() if moment.year in YEARS else None


def _resolved(found: list[Hit], reading: Reading) -> Iterator[Resolved]:
    def resolve_alone(hit: Hit) -> tuple[Resolved, ...]:
        return RESOLVERS[hit.name](hit, reading)

    index = 0
    while index < len(found):
        coming = found[index : index + composed.REACH]
        composed.look_ahead(coming, reading, resolve_alone)
        resolved = composed.pair(coming, reading, resolve_alone)
        index += 2 if resolved else 1
        if not resolved:
            resolved = resolve_alone(coming[0])
        for one in resolved:
            reading.remember(one)
            yield one


def _when(found: Resolved, row: Tokens) -> When:
    span = Span(row.starts[found.first], row.ends[found.after - 1])
    start, end, zone = _bounds(found)
    return When(
        raw=span.of(row.text),
        value=found.value,
        start=start,
        end=end,
        type=found.type,
        basis=found.basis,
        span=span,
        zone=zone,
        zone_from="text" if zone else None,
    )


def _bounds(found: Resolved) -> tuple[str | None, str | None, str | None]:
    if found.zone is not None:
        offset = timezone(timedelta(minutes=found.zone)) if found.zone else UTC
        zone = datetime(2000, 1, 1, tzinfo=offset).strftime("%z")
        zone = f"{zone[:3]}:{zone[3:]}"
        if not found.value.startswith("X"):
            moment = datetime.fromisoformat(found.value).replace(tzinfo=offset)
            return moment.isoformat(), (moment + timedelta(minutes=1)).isoformat(), zone
        return None, None, zone
    dated = found.type in ("DATE", "TIME")
    days = found.days or (calendar.interval(found.value) if dated else None) or (None, None)
    first, after = (day.isoformat() if day else None for day in days)
    return first, after, None
