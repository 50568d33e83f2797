"""Vertex-disjoint paths and the minimum cut nearest the origins."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

import networkx as nx
from networkx.algorithms.flow import shortest_augmenting_path

Graph: TypeAlias = "nx.DiGraph[str]"
"""Actors by key; an edge leads from who passes on to who is passed on."""

_IN, _OUT = "in", "out"
_SOURCE, _SINK = ("", "source"), ("", "sink")


def disjoint_paths(
    graph: Graph, sources: Iterable[str], sinks: Iterable[str]
) -> tuple[int, tuple[str, ...]]:
    """Return the most paths from sources to sinks that share no node, and a smallest cut.

    Of several smallest cuts it is the one nearest the sinks, in alphabetical order.

    Method: Menger's theorem by maximum flow, each node split in two with capacity one.
    Shortest augmenting paths were the fastest of five algorithms at 200 reports.

    >>> disjoint_paths(nx.DiGraph([("a", "x"), ("b", "x"), ("x", "y")]), "ab", "y")
    (1, ('y',))
    """
    starts = [node for node in sources if node in graph]
    ends = [node for node in sinks if node in graph]
    useful = _reachable(starts, graph.successors) & _reachable(ends, graph.predecessors)
    if not useful:
        return 0, ()
    flow: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    for node in sorted(useful):
        flow.add_edge((node, _IN), (node, _OUT), capacity=1)
        for other in graph.successors(node):
            if other in useful:
                flow.add_edge((node, _OUT), (other, _IN))
    flow.add_edges_from((_SOURCE, (node, _IN)) for node in starts if node in useful)
    flow.add_edges_from(((node, _OUT), _SINK) for node in ends if node in useful)
    residual = shortest_augmenting_path(flow, _SOURCE, _SINK)
    near = _leading_to_sink(residual)
    cut = sorted(n for n in useful if (n, _OUT) in near and (n, _IN) not in near)
    return int(residual.graph["flow_value"]), tuple(cut)


def reachable(graph: Graph, starts: Iterable[str]) -> set[str]:
    """Return the nodes that a way leads to from any of these, and these themselves."""
    return _reachable([node for node in starts if node in graph], graph.successors)


def leading_to(graph: Graph, ends: Iterable[str]) -> set[str]:
    """Return the nodes from which a way leads to any of these, and these themselves."""
    return _reachable([node for node in ends if node in graph], graph.predecessors)


def _reachable(starts: Iterable[str], step: Callable[[str], Iterable[str]]) -> set[str]:
    seen = set(starts)
    waiting = list(seen)
    while waiting:
        for other in step(waiting.pop()):
            if other not in seen:
                seen.add(other)
                waiting.append(other)
    return seen


def _leading_to_sink(residual: nx.DiGraph[tuple[str, str]]) -> set[tuple[str, str]]:
    """Return the nodes from which more could still flow to the sink."""
    seen = {_SINK}
    waiting = [_SINK]
    while waiting:
        node = waiting.pop()
        for before in residual.predecessors(node):
            edge = residual[before][node]
            if before not in seen and edge["capacity"] > edge["flow"]:
                seen.add(before)
                waiting.append(before)
    return seen
