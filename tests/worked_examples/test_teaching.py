"""The invented case of the demo: what must hold on each of its days."""

from __future__ import annotations

from datetime import UTC, datetime
from importlib import resources

import pytest

from reportedly import Desk

NOW = datetime(2024, 3, 20, tzinfo=UTC)
OFFICIAL = "a senior Alvarian intelligence official"
MINISTRY = "Kestrian Defence Ministry"

ANONYMOUS = ("single_source", "single_anonymous_origin")
DAYS = (
    # by, outlets, N, cut, status, by whom, flags
    ("2024-03-04T08:00", 1, (1, 1), (OFFICIAL,), "unconfirmed", (), ANONYMOUS),
    ("2024-03-04T23:00", 5, (1, 1), (OFFICIAL,), "unconfirmed", (), ANONYMOUS),
    ("2024-03-05T23:00", 6, (1, 1), (OFFICIAL,), "denied", (MINISTRY,), ANONYMOUS),
    (
        "2024-03-06T23:00",
        *(7, (1, 2), ("Ines Calloway", OFFICIAL), "disputed", (MINISTRY,)),
        ("possibly_single_source",),
    ),
    (
        "2024-03-07T23:00",
        *(7, (1, 2), ("Ines Calloway", OFFICIAL), "disputed", (MINISTRY,)),
        ("possibly_single_source",),
    ),
)
"""An official through one paper and its relays; a party denies; then a second, named voice."""


@pytest.fixture(scope="module")
def desk():
    """A desk that has read the case, with the lists that belong to it."""
    with resources.as_file(resources.files("reportedly") / "demo") as data:
        made = Desk("memory:", lists=data / "lists", clock=lambda: NOW)
        report = made.add(data / "teaching")
        assert (len(report.added), report.set_aside) == (8, ())
        return made


def claim_of(desk, words):
    """Return the claim with these words."""
    return next(claim for claim in desk.claims() if words in claim.gist)


def test_the_case_is_one_claim_with_these_figures_on_these_days(desk):
    """Seven outlets, one claim; the figures move only with the denial and the second voice."""
    claim = claim_of(desk, "Sandpiper")
    assert claim.gist == "Kestria is supplying Sandpiper drones to the Marsh Front"
    rows = []
    for moment, *_ in DAYS:
        then = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        seen = desk.claim(claim.id, published_by=then)
        standing = seen.standing
        rows.append(
            (
                *(moment, len(seen.outlets), (standing.lo, standing.hi), standing.cut),
                *(standing.status, standing.by, standing.flags),
            )
        )
    assert tuple(rows) == DAYS


def test_the_reasons_tell_copies_from_relays(desk):
    """Each outlet that adds nothing is named, with how that is known."""
    reasons = [reason.text for reason in claim_of(desk, "Sandpiper").standing.reasons]
    assert reasons[1:5] == [
        "Coastal Wire cites Harbour Gazette: a relay, not a second source.",
        "Valley Post repeats the text of Coastal Wire: same text 93 %, credited to Coastal Wire in the byline.",
        "Hill Courier repeats the text of Coastal Wire: same text 93 %, without credit.",
        "The Lantern cites Harbour Gazette: a relay, not a second source.",
    ]


def test_the_denial_is_that_of_a_party(desk):
    """The ministry speaks for a state that is said to have done it."""
    evidence = claim_of(desk, "Sandpiper").standing.evidence
    denials = {(e.by, e.party) for e in evidence if e.stance == "denies"}
    assert denials == {(MINISTRY, True)}


def test_the_correction_withdraws_the_number_and_leaves_the_claim(desk):
    """That 40 drones were on board falls with the paper that said it; the supply does not."""
    number = claim_of(desk, "40 drones")
    history = [(s.published_by.date().isoformat(), s.status) for s in desk.history(number)]
    assert history == [("2024-03-04", "unconfirmed"), ("2024-03-07", "retracted")]
    assert claim_of(desk, "Sandpiper").status == "disputed"
