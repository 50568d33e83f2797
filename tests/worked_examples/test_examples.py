"""The worked examples of the method, from article texts to standings.

Each example is a YAML file beside this one: its articles, and what must hold at which moment.
"""

from __future__ import annotations

import pytest

EXAMPLES = ("e01", "e02", "e03", "e04", "e05", "e06", "e07", "e08", "e09", "e10")
EDGES = (
    *("admission", "chronology", "hearsay", "non_confirmation", "press_release"),
    *("self_citation", "stub"),
)


@pytest.mark.parametrize("name", [*EXAMPLES, *EDGES])
def test_an_example_stands_as_its_table_says(example, name):
    """Bounds, cut, status and flags are those of the table at each of its moments."""
    case = example(name)
    for row in case.table:
        assert case.figures(row) == row


def test_e1_every_copy_is_told_apart_from_the_text_it_prints(example):
    """Six copies credit the agency, four do not, and all ten lean on it."""
    case = example("e01")
    reasons = [reason.text for reason in case.claim.standing.reasons]
    credited = [text for text in reasons if ", credited to Meridian Press " in text]
    silent = [text for text in reasons if text.endswith("without credit.")]
    assert (len(credited), len(silent)) == (6, 4)
    assert all("repeats the text of Meridian Press" in text for text in credited + silent)
    assert len(case.claim.outlets) == 11


def test_e1_does_not_depend_on_the_order_in_which_articles_are_read(backwards):
    """Copies that are read before the text they print are still copies."""
    case = backwards("e01")
    for row in case.table:
        assert case.figures(row) == row


def test_e3_twenty_papers_that_cite_one_are_relays(example):
    """The reasons say of the twenty papers that they only hand on the one."""
    standing = example("e03").claim.standing
    through = {path[0] for path in standing.paths if "Morning Sentinel" in path[1:]}
    assert len(through) == 20
    assert standing.behind == ("two officials",)


def test_e6_is_recorded_as_the_desk_came_to_see_it(day_by_day):
    """A desk that reads each article on its day keeps how the claim stood on each."""
    case = day_by_day("e06")
    recorded = [(s.status, s.lo, s.hi) for s in case.desk.record(case.claim)]
    assert list(dict.fromkeys(recorded)) == [
        ("unconfirmed", 1, 1),
        ("denied", 1, 1),
        ("retracted", 0, 0),
    ]
    before = case.seen_by("2024-04-10T23:00")
    assert (before.status, before.by) == ("denied", ("Kestrian Defence Ministry",))
    assert case.claim.standing.evidence[-1].stance == "retracts"


def test_e6_the_ministry_is_shown_as_a_party(example):
    """Whose denial it is, and that it is a party, goes with the status."""
    case = example("e06")
    denials = [e for e in case.claim.standing.evidence if e.stance == "denies"]
    assert {(e.by, e.party) for e in denials} == {("Kestrian Defence Ministry", True)}


def test_e7_the_retraction_stays_in_sight(example):
    """Where another origin is left, the withdrawn one becomes a note."""
    assert "retracted: Northern Dispatch" in example("e07").reasons


def test_e8_the_echo_is_named(example):
    """The reasons say who only points back to the media."""
    words = "Tomas Adler points back to the media: an echo, no source of its own."
    assert words in example("e08").reasons


def test_e10_a_person_who_rates_two_of_the_sites_raises_the_lower_bound(alone):
    """What no list holds is one hand until somebody vouches to know it."""
    case = alone("e10")
    for site in ("truth-today.example", "daily-wind.example"):
        case.desk.judge(
            f"outlet:{site}", "accepted", field="rating", value="B", reason="Known", by="Ada"
        )
    standing = case.claim.standing
    assert (standing.lo, standing.hi, standing.status) == (3, 30, "corroborated")


def test_a_long_report_without_a_source_counts_only_above_and_a_stub_not_at_all(example):
    """The reasons of the stub and of the long report say how each was counted."""
    reasons = example("stub").reasons
    assert "Summit Star names no source in under 60 words: not counted." in reasons
    assert "Ridge Herald names no source: an unknown origin, counted in hi only." in reasons
