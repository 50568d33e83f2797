"""Why a figure is what it is, in words, with the statements that show it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from reportedly.values.claim import Reason
from reportedly.weigh.cast import Node
from reportedly.weigh.evidence import Item, bearing
from reportedly.weigh.independence import Independence
from reportedly.weigh.provenance import Provenance

_FEW = 4
"""Names that are listed before the rest is only counted."""


def reasons(counted: Independence, made: Provenance, found: Sequence[Item]) -> tuple[Reason, ...]:
    """Return what makes the bounds: each collapse, each doubt, and what changed nothing."""
    ends = _statements_by_end(made)
    return (
        *(Reason(text, tuple(shown)) for (_, text), shown in made.notes.items()),
        *_circles(counted, made),
        *(_bounds(counted, ends) if counted.lo < counted.hi else ()),
        *(_one_hand(made) if counted.lo < counted.hi else ()),
        *_unnamed_media(counted, ends),
        *_without_effect(found),
    )


def _bounds(counted: Independence, ends: dict[str, tuple[str, ...]]) -> Iterable[Reason]:
    """Yield why the lower bound is under the upper one."""
    bodies: dict[str, list[Node]] = defaultdict(list)
    for node in counted.origins:
        if node.sort == "named":
            bodies[node.wide].append(node)
    for nodes in bodies.values():
        if len(nodes) > 1:
            body = nodes[0].speaks_for or "one body"
            yield _reason(f"{_names(nodes)} speak for {body}: one origin in lo.", nodes, ends)
    anonymous = [node for node in counted.origins if node.sort == "anonymous"]
    if anonymous and any(node.sort == "named" for node in counted.counted):
        text = f"{_names(anonymous)} may be one with a named origin: counted in hi only."
        yield _reason(text, anonymous, ends)
    elif len(anonymous) > 1:
        yield _reason(f"{_names(anonymous)} may be one and the same.", anonymous, ends)
    cited = [node for node in counted.origins if node.sort == "outlet"]
    if cited:
        text = f"The report of {_names(cited)} is not at hand: its source is unknown."
        yield _reason(text, cited, ends)


def _one_hand(made: Provenance) -> Iterable[Reason]:
    """Yield that unrated outlets count as one, where there are several."""
    unrated = {
        node.key: statement
        for statement, route in made.routes
        for node in route
        if node.unrated and node.sort == "outlet"
    }
    if len(unrated) > 1:
        text = (
            f"{len(unrated)} outlets are neither registered nor rated by a person: "
            "they count as one hand in lo."
        )
        yield Reason(text, tuple(dict.fromkeys(unrated.values())))


def _circles(counted: Independence, made: Provenance) -> Iterable[Reason]:
    for loop in counted.loops:
        shown = [s for s, route in made.routes if {node.key for node in route} & set(loop.keys)]
        end = "and an origin beyond them." if loop.exits else "and no origin is known."
        text = f"{' and '.join(loop.names)} cite each other, {end}"
        yield Reason(text, tuple(dict.fromkeys(shown)))


def _unnamed_media(counted: Independence, ends: dict[str, tuple[str, ...]]) -> Iterable[Reason]:
    if counted.only_media:
        text = f"{_names(counted.cut)}: nobody is named who could be asked."
        yield _reason(text, counted.cut, ends)


def _without_effect(found: Sequence[Item]) -> Iterable[Reason]:
    silent: dict[str, list[str]] = defaultdict(list)
    for item in bearing(found, "does_not_confirm"):
        silent[item.evidence.by].append(item.statement.id)
    for name, shown in silent.items():
        yield Reason(f"{name} does not confirm it, which changes nothing.", tuple(shown))


def _statements_by_end(made: Provenance) -> dict[str, tuple[str, ...]]:
    ends: dict[str, dict[str, None]] = defaultdict(dict)
    for statement, route in made.routes:
        ends[route[-1].key][statement] = None
    return {key: tuple(statements) for key, statements in ends.items()}


def _reason(text: str, nodes: Iterable[Node], ends: dict[str, tuple[str, ...]]) -> Reason:
    shown = (statement for node in nodes for statement in ends.get(node.key, ()))
    return Reason(text, tuple(dict.fromkeys(shown)))


def _names(nodes: Sequence[Node]) -> str:
    names = list(dict.fromkeys(node.name for node in nodes))
    if len(names) > _FEW:
        return f"{', '.join(names[:_FEW])} and {len(names) - _FEW} more"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
