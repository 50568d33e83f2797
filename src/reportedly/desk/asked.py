"""What is asked of the statements: words, and fields such as `item:Pantsir` or `since:2023-10`.

A field looks into a slot of the event, a voice of the chain, or the date of the article; all
parts of a query must hold. Names are compared by what they are known to mean, else by words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from itertools import chain
from typing import get_args

from reportedly.errors import InvalidValueError
from reportedly.known import Known
from reportedly.known.entries import Entry
from reportedly.pipeline.cases import when_published
from reportedly.read.times.calendar import interval
from reportedly.store import View
from reportedly.store.phrases import hits, phrases
from reportedly.values.claim import Status
from reportedly.values.document import Document
from reportedly.values.statement import Actor, Event, Mention, Phase, Statement

_PIECE = re.compile(
    r'(?P<minus>-)?(?:(?P<field>[A-Za-z_]+):(?=[^\s/]))?(?:"(?P<quoted>[^"]*)"?(?P<star>\*)?|(?P<bare>[^\s"]+))'
)
_SLOTS: Mapping[str, Callable[[Event], Iterable[Mention]]] = {
    "who": lambda event: event.who,
    "item": lambda event: event.what,
    "to": lambda event: event.to_whom,
    "place": lambda event: event.place,
}
_DATE = re.compile(r"\d{4}[-\dQHW]*")

FIELDS: Mapping[str, str] = {
    "type": "class, word or PLOVER category of what happens (delivery, supply, AID)",
    "who": "who acts",
    "item": "what it is done to or with",
    "to": "to whom",
    "place": "where",
    "phase": "considered, planned, under_way, done or ended",
    "source": "anybody in the chain, by name",
    "outlet": "the outlet that reports it",
    "status": "how its claim stands (unconfirmed, corroborated, ...)",
    "since": "published on that day, month or year, or later",
    "until": "published on that day, month or year, or before",
}
"""The fields of a query, with what each looks into."""

_VALUES: Mapping[str, tuple[str, ...]] = {"phase": get_args(Phase), "status": get_args(Status)}


@dataclass(frozen=True, slots=True)
class Condition:
    """One field of a query; not `wanted` where a minus stands before it."""

    field: str
    value: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Asked:
    """A query taken apart: words that must stand in a statement, and conditions on fields."""

    words: str
    conditions: tuple[Condition, ...]


def asked(query: str) -> Asked:
    """Return a query taken apart.

    Raises:
        InvalidValueError: a field that there is not, or a date that is none.

    >>> asked('heavy type:delivery -to:"Islamic Jihad"').conditions[1]
    Condition(field='to', value='Islamic Jihad', wanted=False)
    """
    words: list[str] = []
    conditions: list[Condition] = []
    for piece in _PIECE.finditer(query):
        value = piece["bare"] if piece["quoted"] is None else piece["quoted"]
        wanted = piece["minus"] is None
        if piece["field"] is not None:
            conditions.append(_condition(piece["field"], value, wanted=wanted))
        elif not phrases(value):
            continue
        elif wanted:
            words.append(piece[0])
        else:
            conditions.append(Condition("words", piece[0][1:], wanted=False))
    return Asked(" ".join(words), tuple(conditions))


def _condition(name: str, value: str, *, wanted: bool) -> Condition:
    field = name.lower()
    if field not in FIELDS:
        near = get_close_matches(field, FIELDS, n=1)
        meant = f" Did you mean '{near[0]}:'?" if near else ""
        raise InvalidValueError(
            f"There is no field '{name}:'.{meant} The fields are {', '.join(FIELDS)}; "
            f"to find the words themselves, put them in quotation marks."
        )
    if field in {"since", "until"}:
        _period(value)
    allowed = _VALUES.get(field)
    if allowed is not None and value.lower() not in allowed:
        raise InvalidValueError(f"'{name}:{value}' is none of {', '.join(allowed)}.")
    return Condition(field, value, wanted)


def found(query: Asked, view: View, known: Known) -> Iterator[Statement]:
    """Yield the statements that a query asks for, but for what it says of their claims' status.

    With words, the best first; else the oldest publication first. A query that asks for nothing
    finds nothing.
    """
    if not (query.words or query.conditions):
        return
    tests = [_test(one, known) for one in query.conditions if one.field != "status"]
    candidates = _candidates(query, view, known)
    sources = {}
    if any(condition.field in {"since", "until"} for condition in query.conditions):
        ids = list(dict.fromkeys(said.document for said in candidates))
        sources = {source.id: source for source in view.documents(ids)}
    for said in candidates:
        if all(test(said, sources.get(said.document)) for test in tests):
            yield said


Test = Callable[[Statement, Document | None], bool]


def _test(condition: Condition, known: Known) -> Test:
    """Return what tells whether a statement meets a condition."""
    meets = _meets(condition, known)
    return lambda said, source: meets(said, source) == condition.wanted


def _meets(condition: Condition, known: Known) -> Test:
    field, value = condition.field, condition.value
    if field == "words":
        wanted = phrases(value)
        return lambda said, _: hits(said.text, wanted) > 0
    if field in {"since", "until"}:
        start, end = _period(value)
        if field == "since":
            return lambda _, source: source is not None and when_published(source)[0] >= start
        return lambda _, source: source is not None and when_published(source)[0] < end
    if field == "type":
        return lambda said, _: said.event is not None and value.lower() in _types(said.event)
    if field == "phase":
        return lambda said, _: said.event is not None and said.event.phase == value.lower()
    named = _named(value, known)
    if field == "source":
        return lambda said, _: any(named(hop.actor) for hop in said.chain)
    if field == "outlet":
        return lambda said, _: named(said.chain[0].actor)
    slot = _SLOTS[field]
    return lambda said, _: said.event is not None and any(map(named, slot(said.event)))


def _types(event: Event) -> set[str]:
    named = (event.type, event.action, event.plover, event.mode)
    return {name.lower() for name in named if name}


def _named(value: str, known: Known) -> Callable[[Actor | Mention], bool]:
    """Return what tells whether an actor or a mention is the one that a name means."""
    keys = {entry.key for entry in _entries(value, known)}
    wanted = phrases(f'"{value}"*' if value[-1:].isalnum() else f'"{value}"')

    def named(one: Actor | Mention) -> bool:
        if one.key is not None and one.key in keys:
            return True
        return hits(one.name, wanted) > 0

    return named


def _entries(value: str, known: Known) -> list[Entry]:
    lists = (known.equipment, known.groups, known.places, known.outlets)
    return [entry for one in lists if (entry := one.named(value)) is not None]


def _candidates(query: Asked, view: View, known: Known) -> list[Statement]:
    """Return statements among which all that are asked for are: few, where a name narrows them."""
    if query.words:
        return list(view.search(query.words, limit=None))
    named = [c.value for c in query.conditions if c.field in _SLOTS and c.wanted]
    if not named:
        return list(view.statements())
    names = [
        (*entry.safe_names, *entry.guarded_names, *entry.context)
        for entry in _entries(named[0], known)
    ]
    spelt = dict.fromkeys([named[0], *chain.from_iterable(names)])
    hit = (said.id for name in spelt for said in view.search(f'"{name}"*', limit=None))
    return list(view.statements(ids=list(dict.fromkeys(hit))))


def _period(value: str) -> tuple[datetime, datetime]:
    """Return the half-open interval of a day, a week, a month, a quarter or a year."""
    days = interval(value) if _DATE.fullmatch(value) else None
    if days is None:
        raise InvalidValueError(f"'{value}' is no date. Write it as 2023, 2023-10 or 2023-10-07.")
    return _midnight(days[0]), _midnight(days[1])


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
