"""What sites repeat on their pages is learnt as the pages come, and mended by a repair."""

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
NOTICE = (
    "No paper covers what goes on along our coast better than we do, and with a digital "
    "subscription you will never miss a local story again, from the market to the school board."
)
STORIES = {
    "ferry": "Fishermen in Skala pulled eleven people from the water on Friday, the coast guard said. Nine of them were taken to a hospital on the mainland by the navy.",
    "railway": "Voters in Lower Arn will decide whether the old railway is reopened, the council of Arn said. Farmers along the route fear for their fields and have hired a lawyer.",
    "school": "Two teachers at the grammar school of Peverin have won a prize, the head Ana Lima said. Pupils repair radios in their course, which will go on next year.",
    "bank": "The savings bank of Tessara closed nine branches on Monday, a union in Tessara said. Clerks walked out at noon, and a minister offered to lead talks.",
}
PAGES = [
    make_document(outlet, f"{STORIES[story]}\n{NOTICE}", "2024-03-04", seen="2024-03-10T12:00")
    for outlet in ("Coast Courier", "Hill Herald")
    for story in STORIES
]


@pytest.fixture(scope="module")
def readings():
    """The pages, read once."""
    return list(pipeline.read_documents(PAGES, reader="rules", now=START))


def _linked(store):
    """Return what texts are to each other in the end, by the names of their stories."""
    view = store.view()
    names = {page.id: (page.outlet, page.text.split()[0]) for page in view.documents()}
    latest = {}
    for link in view.links(list(names)):
        if link.of_texts:
            latest[frozenset((names[link.left], names[link.right]))] = link.relation
    return {pair: said for pair, said in latest.items() if said != "unrelated"}


def test_in_whatever_order_pages_come_only_reprints_are_linked(readings):
    """After a repair what three pages of a site repeat links none of its stories to another."""
    known = known_room.load()
    for seed in range(4):
        store = MemoryStore()
        for reading in random.Random(seed).sample(readings, len(readings)):  # noqa: S311  # an order
            pipeline.keep(reading, store, known, START)
        pipeline.repair(store, known=known, now=START + HOUR)
        found = _linked(store)
        assert set(found.values()) == {"copies"}
        assert all(len({story for _, story in pair}) == 1 for pair in found)
        assert len(found) == len(STORIES)
        again = pipeline.repair(store, known=known, now=START + 2 * HOUR, everything=True)
        assert again.links == 0
