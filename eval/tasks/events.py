"""Events of clauses: JSONL {"file", "text", "outlet", "published"} -> slots of every event."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import rows

from reportedly import known, models
from reportedly.values.statement import Event, Mention
from tasks.statements import statements_of


def predict(source: Path, target: Path) -> None:
    """Write a line per text: the events that its statements tell, each with its slots."""
    lists, model = known.load(), models.reader()
    texts = rows.read(source, "file", "text")
    rows.write(
        target,
        (
            {
                "file": row["file"],
                "events": [
                    event_line(said.event) | {"content": [[s.start, s.end] for s in said.content]}
                    for said in statements_of(row, lists, model)
                    if said.event is not None
                ],
            }
            for row in texts
        ),
    )


def event_line(event: Event) -> dict[str, object]:
    """Return an event in the form of predictions."""
    return {
        "head": [event.head.start, event.head.end],
        "action": event.action,
        "type": event.type,
        "plover": event.plover,
        "phase": event.phase,
        "quantity": event.quantity,
        "unit": event.unit,
        "quantity_raw": event.quantity_raw,
        "when": event.when.value if event.when else None,
        "when_raw": event.when.raw if event.when else None,
        "who": _named(event.who),
        "what": _named(event.what),
        "to_whom": _named(event.to_whom),
        "place": _named(event.place),
    }


def _named(mentions: Sequence[Mention]) -> list[dict[str, str | None]]:
    return [{"name": mention.name, "key": mention.key} for mention in mentions]
