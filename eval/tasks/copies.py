"""Copies: JSONL {"id", "text"} -> {"a", "b", "containment"} for pairs that share text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import rows

from reportedly.link import copies
from reportedly.values.document import document
from reportedly.values.when import instant

_LEAST = 0.15
"""The containment from which a dependence is possible (docs/method.md)."""


def predict(source: Path, target: Path) -> None:
    """Write the pairs of texts of which one stands in the other at least in part."""
    rows.write(target, pairs(rows.read(source, "id", "text")))


def pairs(texts: Iterable[rows.Row]) -> Iterator[rows.Row]:
    """Yield each pair with the larger of both containments, when its later text comes."""
    seen = instant("2000-01-01")
    held: dict[str, frozenset[int]] = {}
    posts: dict[int, list[str]] = defaultdict(list)
    for row in texts:
        prints = copies.fingerprints(document(row["text"], first_seen=seen))
        shared = Counter(other for mark in prints for other in posts[mark])
        for other, count in sorted(shared.items()):
            if count >= copies.SHARED:
                share = max(
                    copies.containment(prints, held[other]),
                    copies.containment(held[other], prints),
                )
                if share >= _LEAST:
                    yield {"a": other, "b": str(row["id"]), "containment": round(share, 4)}
        held[str(row["id"])] = prints
        for mark in prints:
            posts[mark].append(str(row["id"]))
