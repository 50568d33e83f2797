"""A worked example as it is told: articles published one after another, read by a desk."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import yaml

from reportedly import Desk
from reportedly.desk import Dossier
from reportedly.values.claim import Standing

HERE = Path(__file__).parent
LISTS = HERE / "lists"
NOW = datetime(2024, 5, 1, tzinfo=UTC)

Fields = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """An example that a desk has read.

    Attributes:
        sought: words that stand in the claim.
        table: what must hold at which moment.
    """

    desk: Desk
    sought: str
    table: Sequence[Fields]

    @property
    def claim(self) -> Dossier:
        """The claim that the example is about: the most reported one with its words."""
        return next(claim for claim in self.desk.claims() if self.sought in claim.gist)

    @property
    def reasons(self) -> list[str]:
        """Why the claim stands as it does, in words."""
        return [reason.text for reason in self.claim.standing.reasons]

    def seen_by(self, moment: str) -> Standing:
        """Return the standing as the desk could show it by a moment (UTC)."""
        return self.desk.standing(self.claim, seen_by=_instant(moment))

    def figures(self, row: Fields) -> Fields:
        """Return what holds at the moment of a row of the table, in the form of that row."""
        dossier = self.desk.claim(self.claim.id, published_by=_instant(row["at"]))
        standing = dossier.standing
        shown = {
            "at": row["at"],
            "n": [standing.lo, standing.hi],
            "cut": sorted(standing.cut),
            "behind": list(standing.behind),
            "status": standing.status,
            "by": list(standing.by),
            "flags": list(standing.flags),
            "outlets": len(dossier.outlets),
            "note": next((text for text in _texts(standing) if text == row.get("note")), None),
        }
        return {name: shown[name] for name in row}


def told(example: str) -> Told:
    """Return an example, its articles read in the order of publication."""
    body = _body(example)
    desk = Desk("memory:", lists=LISTS, clock=lambda: NOW)
    _add(desk, [_written(article, body["articles"]) for article in body["articles"]])
    return Told(desk, body["claim"], body["table"])


def told_backwards(example: str) -> Told:
    """Return an example, the latest article read first."""
    body = _body(example)
    desk = Desk("memory:", lists=LISTS, clock=lambda: NOW)
    _add(desk, [_written(article, body["articles"]) for article in reversed(body["articles"])])
    return Told(desk, body["claim"], body["table"])


def told_day_by_day(example: str) -> Told:
    """Return an example, each article read an hour after it was published."""
    body = _body(example)
    moments = [datetime.fromisoformat(article["published"]) for article in body["articles"]]
    hour = [moments[0]]
    desk = Desk("memory:", lists=LISTS, clock=lambda: hour[0])
    for moment, article in zip(moments, body["articles"], strict=True):
        hour[0] = moment + timedelta(hours=1)
        _add(desk, [_written(article, body["articles"])])
    return Told(desk, body["claim"], body["table"])


def _texts(standing: Standing) -> list[str]:
    return [reason.text for reason in standing.reasons]


def _instant(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC)


def _body(example: str) -> Fields:
    # Dates stay words: the tables and side-cars are in the form in which users write them.
    text = (HERE / f"{example}.yaml").read_text(encoding="utf-8")
    found: Fields = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506  # builds only strings
    return {**found, "table": [_row(row) for row in found["table"]]}


def _row(row: Fields) -> Fields:
    numbers: Fields = {"n": [int(bound) for bound in row["n"]]}
    if "outlets" in row:
        numbers = {**numbers, "outlets": int(row["outlets"])}
    cut = {"cut": sorted(row["cut"])} if "cut" in row else {}
    return {**row, **numbers, **cut}


def _written(article: Fields, others: Sequence[Fields]) -> tuple[str, str]:
    """Return a text and its side-car.

    One that copies another outlet's text has its own headline and last line.
    """
    said = {name: article[name] for name in ("outlet", "url", "published") if name in article}
    if "copies" not in article:
        return article["text"], json.dumps(said)
    (source,) = (other for other in others if other["outlet"] == article["copies"])
    _, _, body = source["text"].partition("\n")
    return f"{article['headline']}\n{body}\n{article.get('last_line', '')}\n", json.dumps(said)


def _add(desk: Desk, articles: Sequence[tuple[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for number, (text, said) in enumerate(articles):
            path = Path(folder) / f"{number:02}.txt"
            path.write_text(text, encoding="utf-8")
            path.with_name(f"{path.name}.json").write_text(said, encoding="utf-8")
        assert desk.add(folder).set_aside == ()
