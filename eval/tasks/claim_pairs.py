"""What two short texts are to each other: JSONL {"id", "left", "right"} -> a relation.

Each text is read as an article of its own, of another outlet, on one day ("date", ISO, where the
row gives one). Each statement of the text that makes fewer is held against the nearest of the
other. What turns one of them (another number, another phase, a denial) is what the two are to each
other; else they say the same where most of the words stand in statements that do. A row is {"id",
"relation", "whole"}; the last tells whether all of them do.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

import rows

from reportedly import known, models, read
from reportedly.known import Known
from reportedly.link.compare import compare
from reportedly.link.meaning import likeness
from reportedly.link.profile import Profile, profile
from reportedly.link.words import weight
from reportedly.models import Model
from reportedly.pipeline.reading import embedded
from reportedly.values.claim import Relation
from reportedly.values.document import document
from reportedly.values.statement import Statement
from reportedly.values.when import published

NOW = datetime(2000, 1, 1, tzinfo=UTC)
MOST = 0.5
TURNING: tuple[Relation, ...] = ("variant", "escalates", "denies")


def predict(source: Path, target: Path) -> None:
    """Write the relation of each two texts."""
    lists, model = known.load(), models.reader()
    rows.write(target, relations(rows.read(source, "id", "left", "right"), lists, model))


def relations(pairs: Iterator[rows.Row], lists: Known, model: Model) -> Iterator[rows.Row]:
    """Yield for each pair what the two texts are to each other."""
    for row in pairs:
        read_as = [told(row, side, lists, model) for side in ("left", "right")]
        vectors = {one: vector for said in read_as for one, vector in embedded(said).items()}
        left, right = ([profile(one) for one in said] for said in read_as)
        told_as, whole = relation(left, right, vectors)
        yield {"id": row["id"], "relation": told_as, "whole": whole}


def told(row: rows.Row, side: str, lists: Known, model: Model) -> Sequence[Statement]:
    """Return what one text of a pair says."""
    article = document(
        row[side],
        outlet=f"outlet on the {side}",
        url=f"row:{row['id']}/{side}",
        published=published(row["date"]) if row.get("date") else None,
        first_seen=NOW,
    )
    return read.read(article, known=lists, model=model)


def relation(
    left: Sequence[Profile], right: Sequence[Profile], vectors: Mapping[str, bytes]
) -> tuple[Relation, bool]:
    """Return what two texts are to each other, and whether in all that the briefer says."""
    fewer, more = sorted(([one for one in side if one.linkable] for side in (left, right)), key=len)
    nearest = [max(more, key=lambda other: _shared(one, other)) for one in fewer]
    found = [_held_against(*both, vectors) for both in zip(fewer, nearest, strict=True)]
    for turning in TURNING:
        if turning in found:
            return turning, False
    same = sum(one.weight for one, told in zip(fewer, found, strict=True) if told == "same")
    most = same > MOST * sum(one.weight for one in fewer)
    return ("same" if most else "unrelated"), set(found) == {"same"}


def _shared(one: Profile, other: Profile) -> float:
    both = weight(one.words | other.words)
    return weight(one.words & other.words) / both if both else 0.0


def _held_against(one: Profile, other: Profile, vectors: Mapping[str, bytes]) -> Relation | None:
    near = likeness(vectors, one.statement, other.statement)
    link = compare(one, other, at=NOW, likeness=near)
    return link.relation if link else None
