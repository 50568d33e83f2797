"""What the user says of an article that does not say it itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from pathlib import Path
from typing import Self

from reportedly.errors import InvalidValueError, ParseError
from reportedly.ingest.dates import check_zone, in_future
from reportedly.values.when import published

_COLUMN = "column:"
_LARGEST_SIDECAR = 100_000


@dataclass(frozen=True, slots=True)
class Hints:
    """What is said of an article from outside; it outweighs what the article says.

    Attributes:
        outlet: name of the outlet.
        published: ISO 8601 date or date-time.
        url: address of the article.
        zone: IANA time zone of the outlet.
        title: headline.
        columns: which column of a table holds which field ("text" -> "body").
    """

    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    zone: str | None = None
    title: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)

    def checked(self, now: datetime) -> Self:
        """Return these hints if they can be true.

        Raises:
            InvalidValueError: the date is none, or lies in the future; there is no such zone.
        """
        if self.zone:
            check_zone(self.zone)
        if self.published and in_future(published(self.published, zone=self.zone), now):
            raise InvalidValueError(
                f"'{self.published}' lies in the future. Give the date when it was published."
            )
        return self

    def before(self, weaker: Self) -> Self:
        """Return these hints, filled up with what only the weaker ones say."""
        gaps = {f.name: getattr(weaker, f.name) for f in fields(self) if not getattr(self, f.name)}
        return replace(self, **gaps)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return these hints as pairs of words, for the record of a problem."""
        said = ((name, getattr(self, name)) for name in _WORDS)
        columns = ((_COLUMN + name, column) for name, column in sorted(self.columns.items()))
        return (*((name, value) for name, value in said if value), *columns)


_WORDS = tuple(f.name for f in fields(Hints) if f.name != "columns")


def from_pairs(pairs: tuple[tuple[str, str], ...]) -> Hints:
    """Return the hints that `Hints.pairs` turned into words.

    >>> from_pairs((("outlet", "The Harbour Post"), ("column:text", "body"))).columns
    {'text': 'body'}
    """
    columns = {
        name.removeprefix(_COLUMN): value for name, value in pairs if name.startswith(_COLUMN)
    }
    said = dict(pairs)
    return Hints(
        outlet=said.get("outlet"),
        published=said.get("published"),
        url=said.get("url"),
        zone=said.get("zone"),
        title=said.get("title"),
        columns=columns,
    )


def sidecar_of(article: Path) -> Path | None:
    """Return the side-car of an article: `a.txt.json` or `a.json` beside `a.txt`."""
    for candidate in (article.with_name(article.name + ".json"), article.with_suffix(".json")):
        if candidate != article and candidate.is_file():
            return candidate
    return None


def read_sidecar(path: Path) -> Hints:
    """Return the hints that a side-car holds.

    Raises:
        ParseError: it is no JSON object of words, with reason "sidecar".
    """
    try:
        with path.open("rb") as stream:
            body = json.loads(stream.read(_LARGEST_SIDECAR))
    except (OSError, ValueError, RecursionError) as error:
        raise _no_sidecar(path, f"could not be read ({error})") from error
    if not isinstance(body, dict):
        raise _no_sidecar(path, "is no JSON object")
    return from_pairs(tuple((name, str(body[name])) for name in _WORDS if body.get(name)))


def _no_sidecar(path: Path, why: str) -> ParseError:
    return ParseError(f"{path} {why}. Mend or remove it.", str(path), "sidecar")
