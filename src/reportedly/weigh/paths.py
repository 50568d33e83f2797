"""Vertex-disjoint paths and the minimum cut nearest the origins."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
    starts = {node for node in sources if node in graph}
    ends = {node for node in sinks if node in graph}
    after = _contracted(graph, starts, ends)
    certain = sorted(starts & ends)
    for node in certain:
        for onward in after.values():
            onward.discard(node)
        after.pop(node, None)
    if not (starts - ends and ends - starts):
        return len(certain), tuple(certain)
    number, cut = _flow(after, starts - ends, ends - starts)
    return len(certain) + number, tuple(sorted([*certain, *cut]))


def _contracted(graph: Graph, starts: set[str], ends: set[str]) -> dict[str, set[str]]:
    """Return who leads on to whom, without the nodes that leave no choice.

    Every way through a node with one way on shares the next node, which is nearer the
    sinks: the next one stands for both. `starts` is changed with it. Most chains of news
    shrink to their origins, and what is both source and sink needs no search.
    """
    useful = _reachable(starts, graph.successors) & _reachable(ends, graph.predecessors)
    starts &= useful
    ends &= useful
    after = {node: set(graph.successors(node)) & useful for node in useful}
    before = {node: set(graph.predecessors(node)) & useful for node in useful}
    waiting = sorted(useful - ends)
    while waiting:
        node = waiting.pop()
        if node not in after or len(after[node]) != 1:
            continue
        (following,) = after.pop(node)
        if node in starts:
            starts.discard(node)
            starts.add(following)
        before[following].discard(node)
        for earlier in before.pop(node):
            after[earlier].discard(node)
            if earlier != following:
                after[earlier].add(following)
                before[following].add(earlier)
            if earlier not in ends:
                waiting.append(earlier)
    return after


def _flow(
    after: Mapping[str, Iterable[str]], starts: Iterable[str], ends: Iterable[str]
) -> tuple[int, list[str]]:
    """Return the most disjoint paths and the smallest cut nearest the sinks, by maximum flow."""
    flow: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    flow.add_nodes_from((_SOURCE, _SINK))
    flow.add_edges_from(((node, _IN), (node, _OUT), {"capacity": 1}) for node in sorted(after))
    flow.add_edges_from(
        ((node, _OUT), (other, _IN)) for node, onward in after.items() for other in sorted(onward)
    )
    flow.add_edges_from((_SOURCE, (node, _IN)) for node in starts)
    flow.add_edges_from(((node, _OUT), _SINK) for node in ends)
    if not flow[_SOURCE] or not flow.in_degree(_SINK):
        return 0, []
    residual = shortest_augmenting_path(flow, _SOURCE, _SINK)
    near = _leading_to_sink(residual)
    cut = [node for node in after if (node, _OUT) in near and (node, _IN) not in near]
    return int(residual.graph["flow_value"]), cut


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
