"""Copies: JSONL {"id", "text"} -> {"a", "b", "containment"} for pairs that share text.

Where rows have an "outlet", too, they are kept in a store and looked at again, as a repair does,
so that what an outlet repeats on its pages is left out.
"""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path

import rows

from reportedly import known
from reportedly.known import Known
from reportedly.link import copies
from reportedly.pipeline.keeping import copy_links, index_text
from reportedly.pipeline.repair import LOOKED_AT
from reportedly.store.memory import MemoryStore
from reportedly.values.claim import Link
from reportedly.values.document import Document, document

START = datetime(2000, 1, 1, tzinfo=UTC)

NEWEST = 60
"""A term leads to so many of the texts that had it last; what a hundred share, these do."""


def predict(source: Path, target: Path) -> None:
    """Write the pairs of texts of which one stands in the other at least in part."""
    rows.write(target, pairs(rows.read(source, "id", "text")))


def pairs(texts: Iterable[rows.Row]) -> Iterator[rows.Row]:
    """Yield each pair with the larger of both containments, when its later text comes."""
    names: dict[str, str | int] = {}
    given = list(texts)
    way = kept_links if any(row.get("outlet") for row in given) else links
    for link in way(_documents(given, names), known.load()):
        yield {"a": names[link.right], "b": names[link.left], "containment": link.score}


def _documents(texts: Iterable[rows.Row], names: dict[str, str | int]) -> Iterator[Document]:
    """Yield the texts, each seen after the one before; note their ids."""
    for place, row in enumerate(texts):
        seen = START + timedelta(minutes=place)
        outlet = row.get("outlet", "")
        new = document(row["text"], outlet=outlet, url=f"row:{place}", first_seen=seen)
        names[new.id] = row["id"]
        yield new


def kept_links(documents: Iterable[Document], lists: Known) -> Iterator[Link]:
    """Yield the links of texts as a store has them after a repair, each once."""
    held, store = list(documents), MemoryStore()
    with store.write(now=START) as writer:
        writer.add(held)
        for one in held:
            index_text(writer, one)
    view = store.view()
    found = (copy_links(one, view, lists, START, limit=LOOKED_AT) for one in held)
    yield from {(k.left, k.right): k for k in chain.from_iterable(found)}.values()


def links(documents: Iterable[Document], lists: Known) -> Iterator[Link]:
    """Yield the links of each text to those before it.

    The index finds what may be a copy; then all shingles of both are compared.
    """
    held: list[tuple[Document, int]] = []
    having: dict[str, deque[int]] = defaultdict(lambda: deque(maxlen=NEWEST))
    for place, new in enumerate(documents):
        terms = copies.terms(new)
        holders = [having[term] for term in terms]
        near = [
            held[other][0]
            for other, count in Counter(chain.from_iterable(holders)).items()
            if copies.worth_judging(count, len(terms), held[other][1])
        ]
        yield from copies.copies(new, near, lists, at=START)
        held.append((new, len(terms)))
        for those in holders:
            those.append(place)
