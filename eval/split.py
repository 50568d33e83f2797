"""Write splits.json: which claims of the rumour corpora are learnt from, and which measured on.

python eval/split.py DIR

DIR holds the measuring data. Headlines and article bodies that are joined to one another,
by the label of a pair (any but "unrelated"), by identical headlines across corpora, or by
the claim of a body, stand on one side, so that no claim stands on both. The side is
decided by a hash of the first claim id of such a group. Only ids are written; a headline
of FNC-1, which has none, is known by a hash of its words.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from networkx.utils import UnionFind

Side = Literal["train", "dev"]
Sides = Mapping[str, Mapping[str, Side]]

SPLITS = Path(__file__).with_name("splits.json")
TRAIN_PERCENT = 70

Node = tuple[str, str]
"""What is split: ("claim", id), ("headline", hash) or ("body", id)."""


def headline_id(headline: str) -> str:
    """Return the id of a headline: the same for the same words.

    >>> headline_id(" Robot wins chess cup "), headline_id("Robot wins chess cup")
    ('a967184b03c2', 'a967184b03c2')
    """
    return hashlib.sha256(headline.strip().encode()).hexdigest()[:12]


@cache
def sides() -> Sides:
    """Return the side of each claim, headline and body, by kind and id."""
    held: dict[Side, dict[str, list[str]]] = json.loads(SPLITS.read_text(encoding="utf-8"))
    found: dict[str, dict[str, Side]] = {}
    for side, kinds in held.items():
        for kind, ids in kinds.items():
            found.setdefault(kind, {}).update(dict.fromkeys(ids, side))
    return found


def side_of_pair(headline: str, body: str) -> Side | None:
    """Return the side of a pair of FNC-1; None where its ends stand on different ones."""
    one = sides()["headline"][headline_id(headline)]
    return one if one == sides()["body"][body] else None


def split(data: Path) -> dict[Side, dict[str, list[str]]]:
    """Return the ids of each side, by kind.

    Args:
        data: the folder of rumour corpora ("claims").
    """
    joined: UnionFind[Node] = UnionFind()
    annotated = {row["claim_id"] for row in _lines(data / "provenance_gold" / "articles.jsonl")}
    for one, other in _pairs(data):
        joined.union(one, other)
    found: dict[Side, dict[str, list[str]]] = {"train": {}, "dev": {}}
    for group in joined.to_sets():
        fixed = any(kind == "claim" and name in annotated for kind, name in group)
        side: Side = "train" if fixed else _side(min(group, key=_rank))
        for kind, name in group:
            found[side].setdefault(kind, []).append(name)
    return {
        side: {kind: sorted(ids) for kind, ids in sorted(kinds.items())}
        for side, kinds in found.items()
    }


def _pairs(data: Path) -> Iterator[tuple[Node, Node]]:
    """Yield what belongs together; a pair that is unrelated only names its two ends."""
    for row in _table(data / "emergent" / "train.csv"):
        yield ("claim", row["claimId"]), ("headline", headline_id(row["articleHeadline"]))
    for line in _lines(data / "emergent_fnc" / "articles.jsonl"):
        yield ("claim", line["claim_id"]), ("body", str(line["body_id"]))
    for row in _table(data / "fnc1" / "train_stances.csv"):
        headline, body = ("headline", headline_id(row["Headline"])), ("body", row["Body ID"])
        if row["Stance"] == "unrelated":
            yield headline, headline
            yield body, body
        else:
            yield headline, body


def _rank(node: Node) -> tuple[bool, bool, str]:
    """Return what names a group: its first claim, else its first body."""
    kind, name = node
    return kind != "claim", kind != "body", name


def _side(node: Node) -> Side:
    digest = hashlib.sha256(":".join(node).encode()).hexdigest()
    return "train" if int(digest, 16) % 100 < TRAIN_PERCENT else "dev"


def _table(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(1 << 24)  # whole articles stand in one field
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def main() -> None:
    """Write the split and print how many of each kind stand on each side."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of measuring data")
    made = split(parser.parse_args().data / "data" / "claims")
    SPLITS.write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")
    for side, kinds in made.items():
        print(side, *(f"{kind}s {len(ids)}" for kind, ids in kinds.items()))


if __name__ == "__main__":
    main()
