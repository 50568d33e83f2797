"""Laws that the bounds keep whatever the reports are."""

from __future__ import annotations

import random
from itertools import combinations

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st
from tests.build import make_actor, make_link
from tests.weigh.world import KNOWN, LONG, Case, bounds

from reportedly.values.claim import Standing
from reportedly.weigh import weigh
from reportedly.weigh.paths import disjoint_paths

OUTLETS = (
    "Herald",
    "Courier",
    "Ledger",
    "Post",
    "Star",
    "Sun",
    "Moon",
    "one.example",
    "two.example",
)
VOICES = (
    ("Ivan Ivanov", "named_person"),
    ("Ivanov", "named_person"),
    make_actor("Oleg Orlov", "named_person", affiliation="ISL"),
    make_actor("Icelandic ministry", "organisation", affiliation="ISL"),
    ("the mayor", "role_person"),
    ("an official", "unnamed_official"),
    make_actor("Luxembourg officials", "unnamed_official", affiliation="LUX", number="plural"),
    ("local media", "unnamed_media"),
    ("rumours", "unattributed"),
    ("Herald", "media_outlet"),
    ("Courier", "media_outlet"),
    ("Globe", "media_outlet"),
)
chains = st.lists(st.sampled_from(VOICES), max_size=3)
reports = st.lists(
    st.tuples(
        st.sampled_from(OUTLETS),
        chains,
        st.integers(1, 9),
        st.booleans(),
        st.sampled_from(["CT+", "CT+", "CT+", "CT-"]),
    ),
    min_size=1,
    max_size=7,
)


def build(entries) -> Case:
    """Return the case of these reports, each in an article of its own."""
    case = Case()
    for number, (outlet, chain, day, long, sure) in enumerate(entries):
        text = f"{number} {LONG if long else ''}"
        article = case.article(outlet, f"2023-11-0{day}", text=text)
        case.report(article, *chain, certainty=sure)
    return case


def figures(standing: Standing) -> tuple:
    """Return what must not depend on the order of the records."""
    return (standing.status, *bounds(standing), standing.cut, standing.behind, standing.flags)


@given(reports, st.randoms(use_true_random=False))
def test_the_order_of_the_records_does_not_matter(entries, chance: random.Random):
    """The same evidence gives the same standing."""
    case = build(entries)
    first = case.weigh()
    statements, documents = list(case.members), list(case.documents)
    chance.shuffle(statements)
    chance.shuffle(documents)
    assert weigh(case.claim, statements, documents, [], [], KNOWN) == first


@given(reports)
def test_the_lower_bound_never_exceeds_the_upper(entries):
    """And neither exceeds the number of reports."""
    standing = build(entries).weigh()
    assert 0 <= standing.lo <= standing.hi <= len(entries)
    assert (standing.hi == 0) == (standing.cut == ())


@given(reports, st.data())
def test_a_copy_never_raises_a_bound(entries, data):
    """Whoever prints a text again is no new origin."""
    case = build(entries)
    before = case.weigh()
    place = data.draw(st.integers(0, len(entries) - 1))
    copied = case.documents[place]
    outlet = data.draw(st.sampled_from((*OUTLETS, "Tribune", "three.example")))
    credited = data.draw(st.booleans())
    chain = [hop.actor for hop in case.members[place].chain[1:]]
    agency = [make_actor(copied.outlet, "media_outlet")] if credited and chain else []
    copy = case.article(outlet, "2023-11-10", text=f"copy {copied.text}")
    sure = case.members[place].certainty.value
    case.report(copy, *agency, *chain, certainty=sure)
    case.links.append(make_link(copy, copied, "copies"))
    after = case.weigh()
    assert (after.lo <= before.lo, after.hi <= before.hi) == (True, True)


@given(reports, st.data())
def test_a_relay_of_a_held_report_never_raises_the_lower_bound(entries, data):
    """Who cites a report that is held adds no origin that is certain."""
    entries = [(*entry[:4], "CT+") for entry in entries]
    entries[0] = ("Herald", [("Ivan Ivanov", "named_person")], *entries[0][2:])
    case = build(entries)
    before = case.weigh()
    outlet = data.draw(st.sampled_from((*OUTLETS, "Tribune")))
    voices = data.draw(st.lists(st.sampled_from(VOICES[:9]), max_size=1))
    case.report(outlet, ("Herald", "media_outlet"), *voices, day="2023-11-10")
    assert outlet == "Herald" or case.weigh().lo <= before.lo


edges = st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), max_size=14)
few = st.sets(st.integers(0, 6), min_size=1, max_size=3)


@given(edges, few, few)
def test_the_count_is_the_smallest_set_of_actors_that_cuts_every_way(pairs, sources, sinks):
    """Found again by trying every set of actors (Menger)."""
    graph = nx.DiGraph((str(one), str(other)) for one, other in pairs if one != other)
    graph.add_nodes_from(str(number) for number in range(7))
    starts, ends = {str(n) for n in sources}, {str(n) for n in sinks}
    number, cut = disjoint_paths(graph, sorted(starts), sorted(ends))
    sizes = (
        size
        for size in range(8)
        if any(_cuts(graph, set(chosen), starts, ends) for chosen in combinations(graph, size))
    )
    assert number == next(sizes) == len(cut)
    assert _cuts(graph, set(cut), starts, ends)


def _cuts(graph: nx.DiGraph, chosen: set[str], starts: set[str], ends: set[str]) -> bool:
    left = graph.subgraph(node for node in graph if node not in chosen)
    reached = set()
    for start in starts - chosen:
        reached |= {start} | nx.descendants(left, start)
    return not reached & ends
