"""What means the same is one claim, what is only on the same topic is not."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from tests.build import moment

from reportedly import Desk
from reportedly.pipeline import keeping
from reportedly.values.wire import to_wire

FIRST = moment("2024-03-04T06:00")
TOLD = [
    ("River Tribune", "Ghana's navy ordered twelve patrol boats from Halden Yard, Ana Lima said."),
    (
        "Hill Courier",
        "An order for twelve patrol boats was placed with Halden Yard by Ghana's navy, Rui Sol said.",
    ),
]


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = FIRST

    def __call__(self):
        """Return the moment that it shows."""
        return self.now


@pytest.fixture
def told(tmp_path):
    """Return a function that gives a desk more articles, an hour apart, and the desk."""
    clock = Clock()
    desk = Desk("memory:", clock=clock)
    count = iter(range(1000))

    def more(articles, **said):
        for outlet, text in articles:
            file = tmp_path / f"{next(count)}.txt"
            file.write_text(text, encoding="utf-8")
            desk.add(file, outlet=outlet, published=clock.now.isoformat(), **said)
            clock.now += timedelta(hours=1)
        return desk

    more.clock = clock
    return more


def test_one_act_in_other_words_is_one_claim(told):
    """An order that was placed is one that somebody ordered."""
    (claim,) = told(TOLD).claims("patrol")
    assert claim.outlets == ("River Tribune", "Hill Courier")
    assert ("like meaning", pytest.approx(0.4, abs=0.2)) in claim.links[0].because


@pytest.mark.parametrize(
    "other",
    [
        "Ghana's navy ordered six patrol boats from Halden Yard, Rui Sol said.",
        "Ghana's navy may order twelve patrol boats from Halden Yard, Rui Sol said.",
        "Latvia's navy ordered twelve patrol boats from Halden Yard, Rui Sol said.",
        "Ghana's navy mourned twelve sailors of its patrol boats, Rui Sol said.",
    ],
)
def test_the_slots_decide_and_not_the_likeness(told, other):
    """Another number, phase or actor makes another claim, and so does another matter."""
    claims = told([TOLD[0], ("Hill Courier", other)]).claims("boats")
    assert [len(claim.outlets) for claim in claims] == [1, 1]


def test_the_rules_alone_compare_words_alone(tmp_path):
    """Whoever wants none of the trained weights gets no vectors either."""
    desk = Desk("memory:", reader="rules", clock=lambda: FIRST)
    for number, (outlet, text) in enumerate(TOLD):
        file = tmp_path / f"{number}.txt"
        file.write_text(text, encoding="utf-8")
        desk.add(file, outlet=outlet, published=f"2024-03-0{number + 1}")
    for claim in desk.claims():
        assert all("like meaning" not in dict(link.because) for link in claim.links)


def test_the_past_stays_as_it_was_seen_after_a_year_and_another_model(told, monkeypatch):
    """Later articles, a repair and vectors of another model change no answer about the past."""
    desk = told(TOLD)
    then = told.clock.now
    before = _shown(desk, then)
    told.clock.now += timedelta(days=365)
    monkeypatch.setattr(keeping, "EMBEDDER", "claims/of-tomorrow")
    later = [
        ("Marsh Gazette", "Ghana's navy denied that it ordered twelve patrol boats."),
        ("Marsh Gazette", TOLD[0][1]),
        (
            "Hill Courier",
            "The Hill Courier retracts its report on the patrol boats of Ghana's navy.",
        ),
    ]
    told(later).repair(everything=True)
    assert _shown(desk, then) == before


def _shown(desk, seen_by):
    """Return all that a desk shows of its claims as of a moment, as bytes."""
    claims = desk.claims(seen_by=seen_by)
    return json.dumps(
        [
            [to_wire(claim.claim), to_wire(claim.standing), *map(to_wire, claim.links)]
            for claim in claims
        ],
        sort_keys=True,
    ).encode()


def test_a_photograph_that_is_false_takes_its_report_with_it(told):
    """What rests on it falls; who saw the thing with own eyes still stands."""
    desk = told(
        [
            (
                "River Tribune",
                "The army bombed a market in Lund on Monday, as an undated photograph shows.",
            ),
            (
                "Hill Courier",
                "The army bombed a market in Lund on Monday, Ana Lima, a nurse, said.",
            ),
            (
                "Marsh Gazette",
                (
                    "The photograph, on which the River Tribune based its report that the army bombed a "
                    "market in Lund on Monday, is from 2014, the expert Rui Sol said."
                ),
            ),
        ]
    )
    claim = desk.claims("market", limit=1)[0]
    assert (claim.lo, claim.hi, claim.cut) == (1, 1, ("Ana Lima",))
    assert "debunks" in {stance for _, stance in claim.about}


def test_a_headline_over_a_denial_is_no_report_of_its_own(told):
    """The words of a headline sum up the body, which denies."""
    filler = " The ships stay in the port, where nobody was let in during the whole of the day." * 4
    desk = told(
        [
            TOLD[0],
            (
                "Marsh Gazette",
                (
                    "Ghana's navy and the patrol boats of Halden Yard\n\nGhana's navy denied that it had "
                    f"ordered twelve patrol boats from Halden Yard.{filler}"
                ),
            ),
        ]
    )
    claim = next(claim for claim in desk.claims("patrol") if len(claim.outlets) > 1)
    assert (claim.lo, claim.hi, claim.cut) == (1, 1, ("Ana Lima",))


def test_a_denied_report_makes_no_claim_of_its_own(told):
    """That a report is denied is a word about what it reports, wherever it stands."""
    desk = told(
        [TOLD[0], ("Marsh Gazette", "Ghana denies report on patrol boats\n\nIt rained in Accra.")]
    )
    assert all("denies report" not in claim.gist for claim in desk.claims())


def test_whoever_calls_a_story_rubbish_is_no_second_source(told):
    """A claim that is called a rumour and rubbish is denied, and keeps the words that tell it."""
    (claim,) = told(
        [
            ("River Tribune", "The actor Rui Sol is dead, fans wrote."),
            ("Hill Courier", "The rumor that Rui Sol is dead was called rubbish."),
        ]
    ).claims("Rui Sol")
    assert claim.gist == "The actor Rui Sol is dead"
    assert [claim.stance(said.id) for said in claim.statements] == ["supports", "denies"]
    assert (claim.standing.status, claim.standing.hi) == ("denied", 1)


def test_an_act_named_by_a_noun_is_as_far_as_the_act(told):
    """Who agreed to a takeover agreed to take over, and who tendered a resignation offered it."""
    for one, other in (
        ("Polar Air agreed to take over Skyway", "A takeover of Skyway was agreed by Polar Air"),
        (
            "Kwame Asante, the chief executive of Norland Bank, offered to resign over the audit",
            "Norland Bank chief executive Kwame Asante tendered a resignation over the audit",
        ),
    ):
        said = [
            ("River Tribune", f"{one}, Ana Lima said."),
            ("Hill Courier", f"{other}, Rui Sol said."),
        ]
        claims = told(said).claims(one.split()[0])
        assert [len(claim.statements) for claim in claims] == [2]
