"""How many independent origins: N = [lo, hi] with the cut that shows why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from reportedly.weigh.cast import ALL_UNRATED, Node
from reportedly.weigh.paths import Graph, disjoint_paths, leading_to, reachable
from reportedly.weigh.provenance import Provenance

_COUNTRY = re.compile(r"^[A-Z]{3}$")
_ORIGINS = frozenset({"named", "anonymous", "own", "unknown"})


@dataclass(frozen=True, slots=True)
class Loop:
    """Actors that cite each other in a circle.

    Attributes:
        names: the members in alphabetical order.
        keys: their keys.
        exits: whether a way leads out of the circle.
    """

    names: tuple[str, ...]
    keys: tuple[str, ...]
    exits: bool


@dataclass(frozen=True, slots=True)
class Independence:
    """The bounds, what they rest on, and what kind of voices stand there.

    Attributes:
        cut: the actors of the shown cut.
        behind: the voices behind a gate of the cut.
        origins: the origins that hi counts.
        counted: the origins that lo counts, named ones where there are any.
        voices: the named voices on a way to an origin, as origin or relay.
        only_media: whether nothing but unnamed media or hearsay is there.
        loops: circles of actors that cite each other.
    """

    lo: int
    hi: int
    cut: tuple[Node, ...] = ()
    behind: tuple[Node, ...] = ()
    origins: tuple[Node, ...] = ()
    counted: tuple[Node, ...] = ()
    voices: tuple[Node, ...] = ()
    only_media: bool = False
    loops: tuple[Loop, ...] = field(default=())


def independence(sure: Provenance, doubtful: Provenance) -> Independence:
    """Return the bounds of the number of independent origins.

    Args:
        sure: the graph for hi, where every doubt counts as a difference.
        doubtful: the graph for lo, with the copies that are merely possible.

    Method: the most paths from reporting outlets to
    origins that share no actor. In lo, voices of one body, outlets of one owner and all
    unrated outlets are one actor each.
    """
    graph, nodes = sure.graph, sure.nodes
    loops = _loops(sure)
    origins = _origins(graph, nodes, sure.reports, sure.cited)
    hi, keys = disjoint_paths(graph, sure.reports, (node.key for node in origins))
    if hi == 0:
        return _without_origin(sure, loops)
    lo, counted = _lower(doubtful)
    cut, behind = _shown(graph, nodes, keys, origins)
    on_a_way = leading_to(graph, (node.key for node in origins)) & reachable(graph, sure.reports)
    return Independence(
        min(lo, hi),
        hi,
        _one_per_body(cut) if lo < hi else cut,
        behind,
        origins,
        counted,
        tuple(nodes[key] for key in sorted(on_a_way) if nodes[key].sort == "named"),
        loops=loops,
    )


def _origins(
    graph: Graph, nodes: Mapping[str, Node], reports: Iterable[str], cited: Iterable[str]
) -> tuple[Node, ...]:
    """Return where the ways end: voices, unknown origins, outlets that others cite."""
    conduits = set(cited)
    return tuple(
        nodes[key]
        for key in sorted(reachable(graph, reports))
        if not graph.out_degree(key) and (nodes[key].sort in _ORIGINS or key in conduits)
    )


def _without_origin(made: Provenance, loops: tuple[Loop, ...]) -> Independence:
    """Return [0, 1] where a closed circle, unnamed media or hearsay stands alone, else [0, 0]."""
    closed = [loop for loop in loops if not loop.exits]
    if closed:
        ends = [Node(" ".join(one.keys), "", " and ".join(one.names), "outlet") for one in closed]
        return Independence(0, 1, tuple(ends), loops=loops)
    ends = [
        made.nodes[key]
        for key in sorted(reachable(made.graph, made.reports))
        if made.nodes[key].sort == "media" and not made.graph.out_degree(key)
    ]
    if not ends:
        return Independence(0, 0, loops=loops)
    return Independence(0, 1, tuple(ends), only_media=True, loops=loops)


def _lower(made: Provenance) -> tuple[int, tuple[Node, ...]]:
    """Return lo and the origins that it counts.

    Named origins count; anonymous ones only where there is none, and then once, but for
    those that the texts tell apart. Unknown ones never count.
    """
    ends = _origins(made.graph, made.nodes, made.reports, ())
    named = tuple(node for node in ends if node.sort in {"named", "own"})
    anonymous = _told_apart([node for node in ends if node.sort == "anonymous"])
    by_name = _disjoint_wide(made, {node.key: _wide(node) for node in named})
    by_kind = _disjoint_wide(made, anonymous)
    if by_kind > by_name:
        return by_kind, tuple(made.nodes[key] for key in anonymous)
    return by_name, named


def _disjoint_wide(made: Provenance, ends: Mapping[str, str]) -> int:
    """Return the number of disjoint paths where each actor is as wide as it may be."""
    if not ends:
        return 0
    wide = {key: ends.get(key) or _wide(node) for key, node in made.nodes.items()}
    graph: Graph = nx.DiGraph()
    graph.add_nodes_from(wide[key] for key in made.graph)
    graph.add_edges_from(
        (wide[one], wide[other]) for one, other in made.graph.edges if wide[one] != wide[other]
    )
    sources = sorted({wide[key] for key in made.reports if key in made.graph})
    number, _ = disjoint_paths(graph, sources, sorted(set(ends.values())))
    return number


def _wide(node: Node) -> str:
    return ALL_UNRATED if node.unrated else node.wide


def _told_apart(anonymous: Sequence[Node]) -> dict[str, str]:
    """Return the anonymous origins that count in lo, each with the one that it counts as.

    Only bodies that exclude each other tell anonymous voices apart: a voice that nothing
    places could be any of the others.
    """
    placed = {node.key: f"unnamed:{node.body}" for node in anonymous if node.body}
    countries = {node.key: placed[node.key] for node in anonymous if _COUNTRY.match(node.body)}
    chosen = countries or placed
    return chosen or {node.key: "unnamed" for node in anonymous}


def _shown(
    graph: Graph, nodes: Mapping[str, Node], keys: Sequence[str], origins: Sequence[Node]
) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """Return the cut as it is shown, and the voices behind it.

    A plural unnamed voice that only one outlet reached is shown by that outlet: how many
    it is, and whether it is there, rests on the outlet alone.
    """
    cut, behind = [], []
    for key in keys:
        before = list(graph.predecessors(key))
        gate = nodes[before[0]] if len(before) == 1 else None
        if nodes[key].sort == "anonymous" and nodes[key].plural and gate and gate.sort == "outlet":
            cut.append(gate)
            behind.append(nodes[key])
            continue
        cut.append(nodes[key])
        further = reachable(graph, [key]) - {key}
        behind.extend(node for node in origins if node.key in further)
    return tuple(cut), tuple(dict.fromkeys(behind))


def _one_per_body(cut: Sequence[Node]) -> tuple[Node, ...]:
    """Return the cut with voices of one body, or outlets of one owner, shown as that one."""
    shared: dict[str, list[Node]] = {}
    for node in cut:
        shared.setdefault(node.wide, []).append(node)
    return tuple(
        nodes[0] if len(nodes) == 1 else Node(wide, wide, _body_name(nodes), nodes[0].sort)
        for wide, nodes in shared.items()
    )


def _body_name(nodes: Sequence[Node]) -> str:
    """Return the name of what several actors have in common, else their names."""
    common = {node.speaks_for for node in nodes}
    if len(common) == 1 and (name := common.pop()):
        return name
    return " and ".join(node.name for node in nodes)


def _loops(made: Provenance) -> tuple[Loop, ...]:
    """Return the circles that reports lead into."""
    told = made.graph.subgraph(reachable(made.graph, made.reports))
    found = []
    for component in nx.strongly_connected_components(told):
        if len(component) > 1:
            keys = tuple(sorted(component))
            exits = any(other not in component for key in keys for other in made.graph[key])
            names = tuple(sorted(made.nodes[key].name for key in keys))
            found.append(Loop(names, keys, exits))
    return tuple(sorted(found, key=lambda loop: loop.keys))
