"""From an address to articles and their readings; nothing is kept here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import TypedDict, Unpack

from reportedly import ingest, pipeline
from reportedly import known as known_room
from reportedly.ingest.fetch import safe_fetch
from reportedly.known import Known
from reportedly.pipeline import Reading
from reportedly.values.document import Document, Problem
from reportedly.values.readers import ReaderName
from reportedly.values.statement import Statement

Clock = Callable[[], datetime]


class Said(TypedDict, total=False):
    """What a user says of articles that do not say it themselves.

    Attributes:
        outlet: name of the outlet.
        published: ISO 8601 date or date-time.
        url: address of the article.
        zone: IANA time zone of the outlet.
        title: headline.
        columns: which column of a table or of JSON Lines holds which of these, or the text.
    """

    outlet: str | None
    published: str | None
    url: str | None
    zone: str | None
    title: str | None
    columns: Mapping[str, str]


def utc_now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


def readings(
    address: str | Path,
    *,
    lists: str | Path | None = None,
    reader: ReaderName | None = None,
    clock: Clock = utc_now,
    **said: Unpack[Said],
) -> Iterator[Reading | Problem]:
    """Yield the reading of each article at an address, and what was set aside; keep nothing.

    Args:
        address: a file, a folder, a URL, or "-" for stdin.
        lists: a folder with the user's own lists.
        reader: "trained", "fast" or "rules"; by itself the trained one, where it is installed.
        clock: what tells the time.
        said: what the articles do not say themselves; see `Said`.
    """
    now = clock()
    own = Path(lists) if lists else None
    articles = documents(address, known_room.load(extra=own), now, **said)
    return pipeline.read_documents(articles, lists=own, reader=reader, now=now)


def statements(
    address: str | Path,
    *,
    lists: str | Path | None = None,
    reader: ReaderName | None = None,
    **said: Unpack[Said],
) -> tuple[Statement, ...]:
    """Return the statements of the articles at an address; see `readings`.

    What was set aside is left out: `readings` tells of it.
    """
    found = readings(address, lists=lists, reader=reader, **said)
    return tuple(s for item in found if isinstance(item, Reading) for s in item.statements)


def documents(
    address: str | Path, known: Known, now: datetime, **said: Unpack[Said]
) -> Iterator[Document | Problem]:
    """Return the articles at an address, and what is none."""
    return ingest.documents(
        str(address),
        hints=ingest.Hints(**said),
        known=known,
        fetch=safe_fetch,
        now=now,
        stdin=sys.stdin.buffer if str(address) == "-" else None,
    )


def again(problem: Problem, known: Known, now: datetime) -> Iterator[Document | Problem]:
    """Return what a second try makes of something that was set aside."""
    return ingest.again(problem, known=known, fetch=safe_fetch, now=now)
