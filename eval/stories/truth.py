"""How a made-up story stands, by the definitions alone and from what was made up.

Nothing here is shared with what is measured. N is found by augmenting paths over a graph whose
actors are split in two, after Ford and Fulkerson; the rules of status are written out again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from stories.world import Outlet, Report, Step, Voice

ENOUGH = 2
ALL_UNKNOWN = "sites that nobody knows"
_ORIGINS = ("named", "anonymous", "own", "unknown")

Key = tuple[str, ...]


@dataclass(frozen=True)
class Truth:
    """What is right after the last of some reports."""

    lo: int
    hi: int
    status: str
    flags: frozenset[str]


@dataclass
class Graph:
    """Who has it from whom."""

    onward: dict[Key, set[Key]] = field(default_factory=lambda: defaultdict(set))
    reporting: set[Key] = field(default_factory=set)
    cited: set[Key] = field(default_factory=set)
    voices: dict[Key, Voice] = field(default_factory=dict)

    def lay(self, keys: Sequence[Key]) -> None:
        """Add a way from a reporting outlet inwards."""
        self.reporting.add(keys[0])
        for key in keys:
            self.onward.setdefault(key, set())
        for one, other in pairwise(keys):
            if one != other:
                self.onward[one].add(other)

    def reached(self) -> set[Key]:
        """Return what the reports lead to, themselves included."""
        seen, waiting = set(self.reporting), list(self.reporting)
        while waiting:
            fresh = self.onward[waiting.pop()] - seen
            seen |= fresh
            waiting += fresh
        return seen

    def drop(self, key: Key) -> None:
        """Take an actor out with every way through it."""
        self.onward.pop(key, None)
        self.reporting.discard(key)
        for onward in self.onward.values():
            onward.discard(key)


def truth(reports: Sequence[Report]) -> Truth:
    """Return how the claim stands once these reports are published."""
    graph, standing = graph_of(reports)
    hi_ends = ends_of(graph, conduits=True)
    hi, cut = _most_ways(graph.onward, graph.reporting, hi_ends)
    closed, leaky = _circles(graph)
    media = [key for key in graph.reached() if key[0] == "media" and not graph.onward[key]]
    if hi == 0 and (closed or media):
        lo, hi, sorts = 0, 1, set()
    else:
        lo = min(hi, _lower(graph))
        sorts = {key[0] for key in hi_ends}
    raised = {
        "no_named_origin": hi > 0 and not closed and (not sorts or sorts == {"unknown"}),
        "single_source": lo == hi == 1,
        "possibly_single_source": lo == 1 < hi,
        "single_gate": lo == hi == 1 and _is_gate(graph, cut),
        "single_anonymous_origin": lo == hi == 1 and sorts == {"anonymous"},
        "circular": closed,
        "circular_with_exit": leaky,
        "echo": any(_is_echo(chain) for report in standing for chain in report.chains),
        "impossible_chronology": _out_of_time(reports),
        "self_citation": any(
            chain[:1] == (report.outlet,) for report in standing for chain in report.chains
        ),
    }
    flags = frozenset(name for name, holds in raised.items() if holds)
    return Truth(lo, hi, _status(reports, graph, standing, (lo, hi)), flags)


def graph_of(reports: Sequence[Report]) -> tuple[Graph, list[Report]]:
    """Return the graph of what supports the claim, and the reports that still stand."""
    gone = {r.outlet: r.at for r in reports if r.stance in {"retracts", "corrects"}}
    false = {r.against for r in reports if r.against}
    said = [r for r in reports if r.stance in {"supports", "confirms"}]
    standing = [r for r in said if r.outlet not in gone or r.at > gone[r.outlet]]
    graph = Graph()
    for report in standing:
        _lay(report, reports, graph)
    for key, voice in graph.voices.items():
        if voice in false:
            graph.drop(key)
    for outlet in gone:
        if not any(report.outlet == outlet for report in standing):
            graph.drop(_outlet(outlet))
    return graph, standing


def _lay(report: Report, reports: Sequence[Report], graph: Graph) -> None:
    """Add the ways of one report."""
    here = _outlet(report.outlet)
    if report.copies is not None:
        graph.lay([here, _outlet(reports[report.copies].outlet)])
    if report.own_source:
        graph.lay([here, ("unknown", *here)])
    if report.saw:
        graph.lay([here, ("own", *here)])
    for chain in report.chains:
        keys = list(_keys(report.outlet, chain, graph))
        if len(set(keys)) > 1:
            graph.lay(keys)


def _keys(outlet: Outlet, chain: Iterable[Step], graph: Graph) -> Iterable[Key]:
    last = outlet
    yield _outlet(outlet)
    for step in chain:
        if isinstance(step, Outlet):
            last = step
            graph.cited.add(_outlet(step))
            yield _outlet(step)
            continue
        place = (last.name,) if step.sort == "anonymous" else ()
        key = (step.sort, step.name, *place)
        graph.voices[key] = step
        yield key


def _outlet(outlet: Outlet) -> Key:
    return ("outlet", outlet.name, "known" if outlet.known else ALL_UNKNOWN)


def ends_of(graph: Graph, *, conduits: bool) -> set[Key]:
    """Return where the ways end: voices, unknown origins, and cited outlets where asked."""
    return {
        key
        for key in graph.reached()
        if not graph.onward[key] and (key[0] in _ORIGINS or (conduits and key in graph.cited))
    }


def _lower(graph: Graph) -> int:
    """Return the most ways where every doubt counts as identity."""
    ends = ends_of(graph, conduits=False)
    named = {key for key in ends if key[0] in {"named", "own"}}
    apart = {key for key in ends if key[0] == "anonymous" and graph.voices[key].apart}
    nameless = apart or {key for key in ends if key[0] == "anonymous"}
    return max(_most_wide_ways(graph, named), _most_wide_ways(graph, nameless))


def _most_wide_ways(graph: Graph, ends: set[Key]) -> int:
    def wide(key: Key) -> Key:
        voice = graph.voices.get(key)
        if key[-1] == ALL_UNKNOWN and key[0] == "outlet":
            return (ALL_UNKNOWN,)
        if voice is None or voice.sort == "media":
            return key
        if voice.sort == "anonymous":
            return ("anonymous", voice.apart) if key in ends else key
        return ("body", voice.body) if voice.body else key

    onward: dict[Key, set[Key]] = defaultdict(set)
    for one, others in graph.onward.items():
        onward[wide(one)] |= {wide(other) for other in others} - {wide(one)}
    number, _ = _most_ways(onward, {wide(k) for k in graph.reporting}, {wide(k) for k in ends})
    return number


def _most_ways(
    onward: dict[Key, set[Key]], starts: set[Key], ends: set[Key]
) -> tuple[int, frozenset[Key]]:
    """Return the most ways that share no actor, and the smallest cut nearest the origins."""
    capacity: dict[tuple[Key, Key], int] = defaultdict(int)
    beside: dict[Key, set[Key]] = defaultdict(set)

    def lead(one: Key, other: Key, room: int) -> None:
        capacity[one, other] += room
        beside[one].add(other)
        beside[other].add(one)

    many = len(onward) + len(ends) + 1
    for key in {*onward, *starts, *ends}:
        lead(("in", *key), ("out", *key), 1)
        for other in onward.get(key, ()):
            lead(("out", *key), ("in", *other), many)
    for key in starts:
        lead(("source",), ("in", *key), many)
    for key in ends:
        lead(("out", *key), ("sink",), many)
    number = 0
    while way := _free_way(capacity, beside):
        for one, other in pairwise(way):
            capacity[one, other] -= 1
            capacity[other, one] += 1
        number += 1
    near = _leading_to_sink(capacity, beside)
    cut = {k for k in {*onward, *ends} if ("out", *k) in near and ("in", *k) not in near}
    return number, frozenset(cut)


def _leading_to_sink(capacity: dict[tuple[Key, Key], int], beside: dict[Key, set[Key]]) -> set[Key]:
    near: set[Key] = {("sink",)}
    waiting: list[Key] = [("sink",)]
    while waiting:
        here = waiting.pop()
        fresh = {one for one in beside[here] - near if capacity[one, here] > 0}
        near |= fresh
        waiting += fresh
    return near


def _free_way(capacity: dict[tuple[Key, Key], int], beside: dict[Key, set[Key]]) -> list[Key]:
    came: dict[Key, Key] = {("source",): ()}
    waiting: list[Key] = [("source",)]
    for here in waiting:
        for onward in sorted(beside[here]):
            if onward not in came and capacity[here, onward] > 0:
                came[onward] = here
                waiting.append(onward)
    way: list[Key] = []
    back: Key = ("sink",)
    while back in came:
        way.append(back)
        back = came[back]
    return way[::-1]


def _circles(graph: Graph) -> tuple[bool, bool]:
    """Return whether outlets cite each other in a circle without, and with, a way out."""
    reach = {key: _from(graph, key) for key in graph.reached()}
    closed = leaky = False
    for key, others in reach.items():
        circle = {other for other in others if key in reach[other]} | {key}
        if len(circle) > 1:
            out = any(graph.onward[one] - circle for one in circle)
            closed, leaky = closed or not out, leaky or out
    return closed, leaky


def _from(graph: Graph, key: Key) -> set[Key]:
    seen: set[Key] = set()
    waiting = [key]
    while waiting:
        fresh = graph.onward[waiting.pop()] - seen
        seen |= fresh
        waiting += fresh
    return seen


def _is_gate(graph: Graph, cut: frozenset[Key]) -> bool:
    """Whether the shown cut is an outlet: itself, or for a plural voice that it alone has."""
    (key,) = cut
    before = [one for one, others in graph.onward.items() if key in others]
    alone = key in graph.voices and graph.voices[key].plural and len(before) == 1
    return key[0] == "outlet" or (alone and key[0] == "anonymous" and before[0][0] == "outlet")


def _is_echo(chain: Sequence[Step]) -> bool:
    return any(
        isinstance(one, Voice)
        and one.sort != "media"
        and (isinstance(other, Outlet) or other.sort == "media")
        for one, other in pairwise(chain)
    )


def _out_of_time(reports: Sequence[Report]) -> bool:
    first: dict[Outlet, int] = {}
    for place, report in enumerate(reports):
        if report.stance in {"supports", "confirms"}:
            first.setdefault(report.outlet, place)
    return any(
        place < first.get(step, place)
        for place, report in enumerate(reports)
        if report.stance in {"supports", "confirms"}
        for chain in report.chains
        for step in chain
        if isinstance(step, Outlet)
    )


def _status(
    reports: Sequence[Report], graph: Graph, standing: Sequence[Report], n: tuple[int, int]
) -> str:
    """Return the first rule that fits."""
    lo, hi = n
    said = [r for r in reports if r.stance in {"supports", "confirms"}]
    withdrawn = len(standing) < len(said)
    confirmed = any(r.stance == "confirms" for r in standing)
    denials = [r.voice for r in reports if r.stance == "denies" and r.voice]
    on_a_way = [graph.voices[key] for key in graph.reached() & graph.voices.keys()]
    rules = (
        ("unreported", not said),
        ("retracted", withdrawn and hi == 0),
        ("confirmed", confirmed and not denials),
        ("disputed", confirmed),
        ("disputed", bool(denials) and lo >= ENOUGH),
        ("denied", any(voice.knows and not voice.party for voice in denials)),
        ("disputed", bool(denials) and any(v.sort == "named" for v in on_a_way)),
        ("denied", bool(denials)),
        ("corroborated", lo >= ENOUGH and not all(v.party for v in on_a_way if v.sort != "media")),
    )
    return next((status for status, fits in rules if fits), "unconfirmed")
