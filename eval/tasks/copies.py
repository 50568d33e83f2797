"""Copies: JSONL {"id", "text"} -> {"a", "b", "containment"} for pairs that share text."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import rows

from reportedly import known
from reportedly.link import copies
from reportedly.values.document import Document, document
from reportedly.values.when import instant


def predict(source: Path, target: Path) -> None:
    """Write the pairs of texts of which one stands in the other at least in part."""
    rows.write(target, pairs(rows.read(source, "id", "text")))


def pairs(texts: Iterable[rows.Row]) -> Iterator[rows.Row]:
    """Yield each pair with the larger of both containments, when its later text comes.

    The index finds what may be a copy; then all shingles of both are compared.
    """
    lists, now = known.load(), instant("2000-01-01")
    names: dict[str, str | int] = {}
    held: dict[str, Document] = {}
    having: dict[str, list[str]] = defaultdict(list)
    for place, row in enumerate(texts):
        new = document(row["text"], url=f"row:{place}", first_seen=now)
        names[new.id] = row["id"]
        terms = copies.terms(new)
        shared = Counter(other for term in terms for other in having[term])
        near = [held[other] for other, count in shared.items() if count >= copies.SHARED]
        for link in copies.copies(new, near, lists, at=now):
            earlier = link.left if link.right == new.id else link.right
            yield {"a": names[earlier], "b": row["id"], "containment": link.score}
        held[new.id] = new
        for term in terms:
            having[term].append(new.id)
