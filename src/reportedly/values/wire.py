"""Records as plain JSON-ready dictionaries, and back.

One place for store, command line and API alike. A dictionary carries the kind of record
under "record"; fields that hold their default are left out, so that a record reads well.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable
from datetime import datetime
from functools import cache
from typing import TypeAlias

from reportedly.errors import InvalidValueError
from reportedly.values.claim import Alert, Claim, Judgement, LedgerEntry, Link, Standing
from reportedly.values.document import Document, Problem
from reportedly.values.statement import Statement

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
Record: TypeAlias = (
    "Document | Problem | Statement | Link | Claim | Standing | Judgement | Alert | LedgerEntry"
)

RECORDS: dict[str, type] = {
    kind.__name__.lower(): kind
    for kind in (
        Document,
        Problem,
        Statement,
        Link,
        Claim,
        Standing,
        Judgement,
        Alert,
        LedgerEntry,
    )
}
"""Every kind of record by the word that names it on the wire."""


def to_wire(record: Record) -> dict[str, Plain]:
    """Return a record as a plain dictionary.

    >>> from reportedly.values.claim import Claim
    >>> to_wire(Claim("c1", "Rain fell.", ("s1",)))["statements"]
    ['s1']
    """
    body = _plain(record)
    if not isinstance(body, dict):
        raise InvalidValueError(f"{record!r} is no record")
    return {"record": type(record).__name__.lower(), **body}


def from_wire(body: dict[str, Plain]) -> Record:
    """Return the record that a plain dictionary holds.

    Raises:
        InvalidValueError: the kind is unknown, a field is missing or of the wrong form.
    """
    name = body.get("record")
    kind = RECORDS.get(name) if isinstance(name, str) else None
    if kind is None:
        raise InvalidValueError(f"unknown kind of record: {name!r}")
    try:
        fields = {key: value for key, value in body.items() if key != "record"}
        return typing.cast("Record", _decoder(kind)(fields))
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise InvalidValueError(f"a {name} record is not well formed: {error}") from error


def _plain(value: object) -> Plain:
    kind: type = type(value)
    if kind in _AS_THEY_ARE:
        return typing.cast("Plain", value)
    if kind is tuple or kind is list:
        return [_plain(item) for item in typing.cast("tuple[object, ...]", value)]
    if isinstance(value, datetime):
        return value.isoformat()
    return {
        name: _plain(item)
        for name, default in _fields(typing.cast("typing.Hashable", kind))
        if (item := getattr(value, name)) != default
    }


_AS_THEY_ARE = frozenset({type(None), bool, int, float, str})


@cache
def _fields(kind: typing.Hashable) -> tuple[tuple[str, object], ...]:
    """Return the fields of a record or part, each with its default."""
    if not (isinstance(kind, type) and dataclasses.is_dataclass(kind)):
        raise InvalidValueError(f"{kind!r} has no plain form")
    return tuple((field.name, field.default) for field in dataclasses.fields(kind))


@cache
def _decoder(kind: object) -> Callable[[typing.Any], object]:
    """Return the function that rebuilds a value of an annotated type."""
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        return _dataclass_decoder(kind)
    if kind is datetime:
        return datetime.fromisoformat
    if kind is float:
        return float
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        inner = _decoder(next(a for a in arguments if a is not type(None)))
        return lambda value: None if value is None else inner(value)
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            item = _decoder(arguments[0])
            return lambda values: tuple(item(value) for value in values)
        items = [_decoder(argument) for argument in arguments]
        return lambda values: tuple(f(v) for f, v in zip(items, values, strict=True))
    return lambda value: value


def _dataclass_decoder(kind: type) -> Callable[[typing.Any], object]:
    hints = typing.get_type_hints(kind)
    decoders: dict[str, Callable[[typing.Any], object]] | None = None

    def decode(body: dict[str, Plain]) -> object:
        nonlocal decoders
        if decoders is None:
            decoders = {name: _decoder(hint) for name, hint in hints.items()}
        return kind(**{name: decoders[name](value) for name, value in body.items()})

    return decode
