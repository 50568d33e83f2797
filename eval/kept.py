"""Articles kept one after another, as a desk keeps them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import rows

from reportedly import pipeline
from reportedly.errors import InvalidValueError
from reportedly.known import Known
from reportedly.store import View
from reportedly.store.memory import MemoryStore
from reportedly.values.document import document

START = datetime(2000, 1, 1, tzinfo=UTC)


def kept(given: Iterable[rows.Row], lists: Known) -> View:
    """Return a view of a new store with all articles, in which `captured_in` is the row's id.

    Args:
        given: rows with "id", "text" and perhaps "outlet", a minute after each other.
        lists: the outlets and groups that are known.
    """
    articles = [
        document(
            row["text"],
            outlet=row.get("outlet") or f"outlet of {row['id']}",
            url=f"row:{number}",
            first_seen=START + timedelta(minutes=number),
            captured_in=str(row["id"]),
        )
        for number, row in enumerate(given)
    ]
    store = MemoryStore()
    for step in pipeline.add(articles, store, known=lists, now=START + timedelta(days=1)):
        if step.problem:
            raise InvalidValueError(step.problem.message)
    return store.view()
