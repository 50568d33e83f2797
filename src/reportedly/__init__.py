"""Who says so, through whom, how sure, and how many independent origins stand behind it.

    >>> import reportedly
    >>> reportedly.Statement.__name__
    'Statement'

The names below are loaded when they are first asked for, so that `import reportedly` costs
nothing. `reportedly.statements(...)` reads an article; `reportedly.Desk(...)` keeps them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.desk import AddReport, Desk, Dossier, Reading, readings, statements
    from reportedly.errors import (
        FetchError,
        InvalidValueError,
        MissingModelError,
        NotFoundError,
        ParseError,
        ReportedlyError,
        SourceError,
        StoreError,
    )
    from reportedly.values.claim import Claim, Evidence, Judgement, LedgerEntry, Link, Standing
    from reportedly.values.document import Document, Problem, document
    from reportedly.values.statement import Actor, Attribution, Certainty, Event, Mention, Statement
    from reportedly.values.when import Span, When
    from reportedly.values.wire import from_wire, to_wire

__all__ = [
    "Actor",
    "AddReport",
    "Attribution",
    "Certainty",
    "Claim",
    "Desk",
    "Document",
    "Dossier",
    "Event",
    "Evidence",
    "FetchError",
    "InvalidValueError",
    "Judgement",
    "LedgerEntry",
    "Link",
    "Mention",
    "MissingModelError",
    "NotFoundError",
    "ParseError",
    "Problem",
    "Reading",
    "ReportedlyError",
    "SourceError",
    "Span",
    "Standing",
    "Statement",
    "StoreError",
    "When",
    "document",
    "from_wire",
    "readings",
    "statements",
    "to_wire",
]

_HOMES = {
    "desk": ("AddReport", "Desk", "Dossier", "Reading", "readings", "statements"),
    "errors": (
        "FetchError",
        "InvalidValueError",
        "MissingModelError",
        "NotFoundError",
        "ParseError",
        "ReportedlyError",
        "SourceError",
        "StoreError",
    ),
    "values.claim": ("Claim", "Evidence", "Judgement", "LedgerEntry", "Link", "Standing"),
    "values.document": ("Document", "Problem", "document"),
    "values.statement": ("Actor", "Attribution", "Certainty", "Event", "Mention", "Statement"),
    "values.when": ("Span", "When"),
    "values.wire": ("from_wire", "to_wire"),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Return a public name from the module where it lives."""
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'reportedly' has no attribute {name!r}")
    return getattr(import_module(f"reportedly.{home}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
