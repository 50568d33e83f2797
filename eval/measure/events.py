"""Slots of events in clauses of our own and of Wikinews, labelled by hand, read in two halves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import rows
from events import clauses

from measure import Corpus, Figures
from reportedly.link.words import lemma

SINGLE = ("type", "plover", "phase", "quantity", "unit", "when")
SLOTS = (*SINGLE, *clauses.MENTIONS.values())
Record = dict[str, Any]


def development(corpus: Corpus) -> Figures:
    """Return the figures of the half that a reader may be mended on."""
    return _of_half(corpus, set_aside=False)


def aside(corpus: Corpus) -> Figures:
    """Return the figures of the half that is only scored."""
    return _of_half(corpus, set_aside=True)


def _of_half(corpus: Corpus, *, set_aside: bool) -> Figures:
    corpus.own(clauses.HERE)
    asked = [row for row in clauses.clauses() if row["set_aside"] == set_aside]
    return figures(sum((count for count, _ in counted(corpus, asked)), Counter()))


def counted(
    corpus: Corpus, asked: Sequence[Record]
) -> Iterator[tuple[Counter[str], list[tuple[str, object, object]]]]:
    """Yield the counts of each clause, in order, and the slots that differ: gold, read."""
    handed = [{key: row[key] for key in ("file", "text", "outlet", "published")} for row in asked]
    answers = {row["file"]: row["events"] for row in corpus.answers("events", handed)}
    for row in asked:
        yield _counted(row, _event_at(row["head"], answers[row["file"]]))


def _event_at(head: Sequence[int], events: Sequence[rows.Row]) -> rows.Row:
    """Return the event with this predicate, else that of the shortest clause around it."""
    for event in events:
        if event["head"][0] < head[1] and head[0] < event["head"][1]:
            return event
    around = [
        (sum(end - start for start, end in event["content"]), number)
        for number, event in enumerate(events)
        if any(start <= head[0] and head[1] <= end for start, end in event["content"])
    ]
    return events[min(around)[1]] if around else {}


def _counted(
    gold: Record, event: rows.Row
) -> tuple[Counter[str], list[tuple[str, object, object]]]:
    count: Counter[str] = Counter()
    unlike: list[tuple[str, object, object]] = []
    for slot in SLOTS:
        if slot in SINGLE:
            right, wanted, read = _single(slot, gold, event)
        else:
            right, wanted, read = _mentions(gold[slot], event.get(slot, []), gold["also"])
        count += Counter({f"{slot} right": right, f"{slot} gold": wanted, f"{slot} read": read})
        if not right == wanted == read:
            unlike.append((slot, gold[slot], event.get(slot)))
    return count, unlike


def _single(slot: str, gold: Record, event: rows.Row) -> tuple[int, int, int]:
    """Return how many values are right, wanted and read: each 0 or 1."""
    wanted, read = gold[slot], event.get(slot)
    if slot == "unit" and wanted and read:
        wanted, read = lemma(wanted.casefold()), lemma(read.casefold())
    if wanted is None and _is_spare(slot, gold["also"], event):
        return 0, 0, 0
    return int(read is not None and wanted == read), int(wanted is not None), int(read is not None)


def _is_spare(slot: str, also: Sequence[str], event: rows.Row) -> bool:
    """Tell whether a number or a time that was read is one that may be read or left."""
    spare = {word for each in also for word in each.casefold().split()}
    if slot in {"quantity", "unit"}:
        raw = str(event.get("quantity_raw") or "").casefold().split()
        number = event.get("quantity")
        return not spare.isdisjoint(raw) or (number is not None and f"{number:g}" in spare)
    raw = str(event.get("when_raw") or "").casefold().split()
    return slot == "when" and not spare.isdisjoint(raw)


def _mentions(
    gold: Sequence[Record], read: Sequence[Record], also: Sequence[str]
) -> tuple[int, int, int]:
    """Return how many mentions are right, wanted and read; each of gold is found once."""
    left, right = list(read), 0
    for wanted in gold:
        found = next((each for each in left if _is_same(wanted, each)), None)
        if found is not None:
            left.remove(found)
            right += 1
    wrong = [each for each in left if not _is_any(also, each)]
    return right, len(gold), right + len(wrong)


def _is_same(gold: Record, read: Record) -> bool:
    """Tell whether a mention has the key that gold gives, or else holds its last word."""
    if gold["key"]:
        return bool(gold["key"] == read["key"])
    return _words(gold["name"])[-1] in _words(read["name"])


def _is_any(also: Sequence[str], read: Record) -> bool:
    words = set(_words(read["name"]))
    return any(not words.isdisjoint(_words(each)) for each in also)


def _words(name: str) -> list[str]:
    plain = name.replace("’", "'").replace("'s", "").replace("-", " ").casefold()
    return [lemma(word.strip(",.")) for word in plain.split()] or [""]


def figures(n: Counter[str]) -> Figures:
    """Return F1 over all slots together, its two halves, and F1 of each slot."""
    made: Figures = {}
    total = [sum(n[f"{slot} {what}"] for slot in SLOTS) for what in ("right", "gold", "read")]
    precision, recall, f1 = scores(*total)
    made |= {"slot F1": f1, "slot precision": precision, "slot recall": recall}
    return made | {
        f"{slot} F1": scores(n[f"{slot} right"], n[f"{slot} gold"], n[f"{slot} read"])[2]
        for slot in SLOTS
    }


def scores(right: int, gold: int, read: int) -> tuple[float, float, float]:
    """Return precision, recall and F1 of some counts.

    >>> scores(1, 2, 1)
    (1.0, 0.5, 0.6666666666666666)
    """
    precision, recall = right / (read or 1), right / (gold or 1)
    return precision, recall, 2 * precision * recall / ((precision + recall) or 1)
