"""Claims of stories: JSONL of articles in order of publication -> a line after each.

A story is read by a desk of its own, which knows the outlets that are marked as registered
as if they stood on a list of the user's.
"""

from __future__ import annotations

import re
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import rows
import yaml

from reportedly import known, pipeline
from reportedly.errors import InvalidValueError
from reportedly.known import Known
from reportedly.store import View
from reportedly.store.memory import MemoryStore
from reportedly.values.claim import Claim, Standing
from reportedly.values.document import Document, document
from reportedly.values.statement import Statement
from reportedly.values.when import published

FIELDS = ("file", "text", "outlet", "url", "published", "story")
START = datetime(2000, 1, 1, tzinfo=UTC)


def predict(source: Path, target: Path) -> None:
    """Write after each article how the most reported claim of its story stands."""
    given = list(rows.read(source, *FIELDS))
    stories: dict[str, list[rows.Row]] = defaultdict(list)
    for row in given:
        stories[row["story"]].append(row)
    answers = {story: told(articles) for story, articles in stories.items()}
    rows.write(target, (next(answers[row["story"]]) for row in given))


def told(articles: Sequence[rows.Row]) -> Iterator[rows.Row]:
    """Yield after each article of one story how its most reported claim stands."""
    with tempfile.TemporaryDirectory() as folder:
        path = outlets_list(articles, Path(folder))
        lists = known.load(extra=path)
        store = MemoryStore()
        for number, row in enumerate(articles):
            now = START + timedelta(minutes=number)
            article = as_document(row, now)
            steps = list(pipeline.add([article], store, known=lists, lists=path, now=now))
            if steps[0].problem:
                raise InvalidValueError(f"{row['file']}: {steps[0].problem.message}")
            yield answer(row, store.view(), lists)


def outlets_list(articles: Sequence[rows.Row], folder: Path) -> Path | None:
    """Return a list of the outlets that the user knows, None where there are none."""
    outlets = {}
    for row in articles:
        if row.get("registered") and row["outlet"]:
            slug = re.sub(r"\W+", "-", row["outlet"].casefold()).strip("-")
            host = urlsplit(row["url"] or "").hostname
            outlets[slug] = {"name": row["outlet"], "kind": "newspaper"}
            if host:
                outlets[slug]["domains"] = [host.removeprefix("www.")]
    if not outlets:
        return None
    path = folder / "outlets.yaml"
    path.write_text(yaml.safe_dump({"outlets": outlets}, allow_unicode=True), encoding="utf-8")
    return path


def as_document(row: rows.Row, now: datetime) -> Document:
    """Return an article as if a page had brought it; without an outlet the host names it."""
    url = row.get("url") or ""
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    return document(
        row["text"],
        outlet=row.get("outlet") or host,
        url=url,
        title=row.get("title") or "",
        published=published(row["published"]) if row.get("published") else None,
        first_seen=now,
        captured_in=str(row.get("file", "")),
    )


def answer(row: rows.Row, view: View, lists: Known) -> rows.Row:
    """Return the line after one article; a story without any claim is unreported."""
    standing = _standing(view, lists)
    return {
        "story": row["story"],
        "after": row["file"],
        "N": [standing.lo, standing.hi] if standing else [0, 0],
        "status": standing.status if standing else "unreported",
        "cut": list(standing.cut) if standing else [],
        "flags": list(standing.flags) if standing else [],
    }


def _standing(view: View, lists: Known) -> Standing | None:
    claims = view.claims()
    if not claims:
        return None
    said = {one.id: one for one in view.statements()}
    most = max(claims, key=lambda claim: _reports(claim, said))
    case = pipeline.case_of(most, view)
    return pipeline.standing_of(case, lists, published_by=None, seen_by=None)


def _reports(claim: Claim, said: Mapping[str, Statement]) -> tuple[int, int, bool, int]:
    """Return how many articles report a claim, how many speak of it, and what settles ties.

    Among equals that is one that somebody is quoted for, then the one told first.
    """
    told = [said[one] for one in claim.statements]
    reporting = {one.document for one in told}
    spoken = {said[one].document for one, _ in claim.about} - reporting
    sourced = any(len(one.chain) > 1 for one in told)
    return len(reporting), len(spoken), sourced, -told[0].content[0].start
