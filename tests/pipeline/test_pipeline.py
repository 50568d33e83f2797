"""Articles in, claims and standings out, in whatever order and however often."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from tests.build import make_document, moment

from reportedly import known as known_room
from reportedly import pipeline
from reportedly.pipeline import Reading
from reportedly.store.memory import MemoryStore
from reportedly.values.document import Document, Problem, problem

NOW = moment("2024-03-10T12:00")
ARTICLES = (
    make_document(
        "Example Post",
        "Iran will send 12 Pantsir systems to Syria, a U.S. official told the Example Post on Monday.",
        "2024-03-04",
        seen="2024-03-10T12:00",
    ),
    make_document(
        "Sample Wire",
        "Iran will send 12 Pantsir systems to Syria, the Example Post reported on Monday, citing a"
        " U.S. official.",
        "2024-03-05",
        seen="2024-03-10T12:00",
    ),
    make_document(
        "Mock Daily",
        "Iran will not send 12 Pantsir systems to Syria, Iran's foreign ministry said on Wednesday.",
        "2024-03-06",
        seen="2024-03-10T12:00",
    ),
    make_document(
        "Other Times",
        "Snow fell in Tehran on Wednesday morning, closing two airports.",
        "2024-03-06",
        seen="2024-03-10T12:00",
    ),
)


@pytest.fixture(scope="module")
def known():
    """What is known beforehand."""
    return known_room.load()


def _added(store, articles, known, workers=1):
    return list(pipeline.add(articles, store, known=known, workers=workers, now=NOW))


def _outcome(store):
    view = store.view()
    return {
        claim.id: (set(claim.statements), set(claim.about), _figures(view.standings(claim.id)[-1]))
        for claim in view.claims()
    }


def _figures(standing):
    return standing.status, standing.lo, standing.hi, standing.cut


def test_reports_of_one_event_become_one_claim(known):
    """Three outlets that tell of one delivery make one claim; the weather makes another."""
    store = MemoryStore()
    steps = _added(store, ARTICLES, known)
    assert [step.outcome for step in steps] == ["added"] * 4
    sizes = sorted(len(claim.statements) for claim in store.view().claims())
    assert sizes[-1] == 3
    assert len(sizes) >= 2


def test_the_order_of_adding_does_not_matter(known):
    """Whatever comes first: the same claims, with the same standing."""
    outcomes = []
    for order in permutations(ARTICLES[:3]):
        store = MemoryStore()
        _added(store, order, known)
        outcomes.append(_outcome(store))
    assert all(outcome == outcomes[0] for outcome in outcomes)


def test_adding_twice_changes_nothing(known):
    """What is held is neither read nor kept again, even twice in one run."""
    store = MemoryStore()
    _added(store, ARTICLES, known)
    before = store.view().ledger()
    again = _added(store, (*ARTICLES, *ARTICLES), known)
    assert {step.outcome for step in again} == {"known"}
    assert store.view().ledger() == before
    twice = _added(MemoryStore(), (ARTICLES[0], ARTICLES[0]), known)
    assert [step.outcome for step in twice] == ["added", "known"]


def test_a_run_that_stops_goes_on_where_it_stopped(known):
    """Each article is kept with all that follows before the next one is taken."""
    store, whole = MemoryStore(), MemoryStore()
    steps = pipeline.add(ARTICLES, store, known=known, now=NOW)
    next(steps)
    next(steps)
    steps.close()
    assert len(store.view().documents()) == 2
    outcomes = [step.outcome for step in _added(store, ARTICLES, known)]
    assert outcomes == ["known", "known", "added", "added"]
    _added(whole, ARTICLES, known)
    assert _outcome(store) == _outcome(whole)


def test_an_older_report_takes_over_and_the_old_id_leads_on(known):
    """A claim bears the id of its oldest report; the id that it had leads to it."""
    store = MemoryStore()
    _added(store, ARTICLES[1:2], known)
    (young,) = [c for c in store.view().claims() if "Pantsir" in c.gist]
    _added(store, ARTICLES[:1], known)
    (old,) = [c for c in store.view().claims() if "Pantsir" in c.gist]
    assert old.id != young.id
    assert store.view().find(young.id) == old


def test_standings_are_added_only_when_something_changed(known):
    """A copy by a further outlet adds a standing, the same article again none."""
    store = MemoryStore()
    _added(store, ARTICLES[:1], known)
    (claim,) = store.view().claims()
    assert len(store.view().standings(claim.id)) == 1
    _added(store, ARTICLES[3:], known)
    assert len(store.view().standings(claim.id)) == 1
    _added(store, ARTICLES[1:2], known)
    assert len(store.view().standings(claim.id)) == 2


def test_a_copy_is_linked_to_what_it_copies(known):
    """The same text in another paper is held to be a copy of the earlier one."""
    text = " ".join(
        f"The harbour of town {n} was closed on Monday after the storm, officials said."
        for n in ("Aden", "Basra", "Latakia", "Tartus")
    )
    first = make_document("Example Post", text, "2024-03-04")
    second = make_document("Sample Wire", text, "2024-03-05")
    store = MemoryStore()
    _added(store, (first, second), known)
    (link,) = [x for x in store.view().links([first.id]) if x.relation == "copies"]
    assert (link.left, link.right) == (second.id, first.id)


def test_problems_pass_through_and_are_kept(known):
    """What is no article is kept as a problem, and the run goes on."""
    aside = problem("page.html", "consent", "A consent page.", at=NOW)
    store = MemoryStore()
    steps = _added(store, (aside, ARTICLES[0]), known)
    assert [step.outcome for step in steps] == ["set_aside", "added"]
    assert store.view().problems() == [aside]


def test_an_article_that_cannot_be_read_is_set_aside_with_its_text():
    """An article whose reading fails is kept with its hints, and the others are read."""
    broken = replace(ARTICLES[0], id="0" * 32, text=None)
    items = list(pipeline.read_documents((broken, ARTICLES[1]), now=NOW))
    assert [type(item) for item in items] == [Problem, Reading]
    assert items[0].reason == "reading"
    assert "reportedly problems --retry" in items[0].message
    assert dict(items[0].hints) == {"outlet": "Example Post", "published": "2024-03-04"}


def test_several_processes_read_the_same_in_the_same_order():
    """However many processes read, the readings are the same, in the order of the articles."""
    many: list[Document | Problem] = [
        make_document("Example Post", f"Ship {n} has left Aden, an official said.", "2024-03-04")
        for n in range(14)
    ]
    many.insert(3, problem("page.html", "consent", "A consent page.", at=NOW))
    alone = list(pipeline.read_documents(many, embed=True, now=NOW))
    assert list(pipeline.read_documents(many, embed=True, workers=2, now=NOW)) == alone
