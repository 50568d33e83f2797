"""What came one by one is judged again together, and people have the last word."""

from __future__ import annotations

import random
from datetime import timedelta

import pytest
from tests.build import make_document, moment

from reportedly import known as known_room
from reportedly import pipeline
from reportedly.store.memory import MemoryStore

START = moment("2024-03-10T12:00")
HOUR = timedelta(hours=1)
STREAM = (
    (
        "Example Post",
        "2024-03-04",
        "Iran will send 12 Pantsir systems to Syria, a U.S. official told the Example Post on Monday. Two ferries collided off Samos, the coast guard said.",
    ),
    (
        "Sample Wire",
        "2024-03-05",
        "Iran will send 12 Pantsir systems to Syria, the Example Post reported on Monday, citing a U.S. official.",
    ),
    (
        "Mock Daily",
        "2024-03-06",
        "Iran will not send 12 Pantsir systems to Syria, Iran's foreign ministry said on Wednesday.",
    ),
    (
        "Other Times",
        "2024-03-06",
        "Two ferries collided off the Greek island of Samos, the port authority said. Iran's foreign ministry denied the report about Pantsir systems.",
    ),
    (
        "Third Journal",
        "2024-03-07",
        "Iran has sent 20 Pantsir systems to Syria, a Syrian general said. The ferries that collided off Samos carried 80 people, the coast guard said.",
    ),
    (
        "Fourth Gazette",
        "2024-03-07",
        "Syria will get 12 Pantsir systems from Iran, two diplomats said on Thursday.",
    ),
)
ARTICLES = tuple(
    make_document(outlet, text, day, seen="2024-03-10T12:00") for outlet, day, text in STREAM
)


@pytest.fixture(scope="module")
def known():
    """What is known beforehand."""
    return known_room.load()


@pytest.fixture(scope="module")
def readings():
    """The articles, read once."""
    return list(pipeline.read_documents(ARTICLES, embed=True, now=START))


def _kept(readings, known):
    store = MemoryStore()
    for reading in readings:
        pipeline.keep(reading, store, known, START)
    return store


def _outcome(store):
    """Return members, N and status of every claim."""
    view = store.view()
    return {
        claim.id: (
            frozenset(claim.statements),
            frozenset(claim.about),
            (last := view.standings(claim.id)[-1]).status,
            (last.lo, last.hi),
        )
        for claim in view.claims()
    }


def test_after_a_repair_the_order_of_arrival_does_not_matter(known, readings):
    """Shuffled streams end with the same members, N and status."""
    outcomes = []
    for seed in range(6):
        shuffled = random.Random(seed).sample(readings, len(readings))  # noqa: S311  # an order
        store = _kept(shuffled, known)
        pipeline.repair(store, known=known, now=START + HOUR)
        outcomes.append(_outcome(store))
    assert outcomes == [outcomes[0]] * len(outcomes)


def test_repairing_twice_changes_nothing(known, readings):
    """The second repair finds nothing, even when it looks at everything, and writes nothing."""
    store = _kept(readings[::-1], known)
    pipeline.repair(store, known=known, now=START + HOUR)
    before = store.view().ledger()
    for everything in (False, True):
        again = pipeline.repair(store, known=known, now=START + 2 * HOUR, everything=everything)
        assert (again.links, again.claims, again.standings) == (0, (), ())
    assert store.view().ledger() == before


def test_a_trial_of_a_repair_tells_what_it_would_do_and_writes_nothing(known, readings):
    """What is told is what is then done."""
    store = _kept(readings[::-1], known)
    before = store.view().ledger()
    trial = pipeline.repair(store, known=known, now=START + HOUR, keep=False)
    assert store.view().ledger() == before
    assert pipeline.repair(store, known=known, now=START + HOUR) == trial
