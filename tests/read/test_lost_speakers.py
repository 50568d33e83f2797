"""Who says it, where the sentence hides it: between commas, behind the verb, before the name."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "chain"),
    [
        (
            (
                "In an interview with the River Tribune, Ana Lima, a retired pilot, stated that the "
                "dam had burst."
            ),
            ["River Tribune", "Ana Lima"],
        ),
        ("Quoting Rui Sol, a clerk, the River Tribune reported that the dam had burst.", ["River"]),
        ("The dam burst at night, reports the River Tribune, quoting Rui Sol, a clerk.", ["River"]),
        ("The dam burst at night, writes the River Tribune.", ["River Tribune"]),
        (
            "“Ana Lima, the head of the bank, offered to resign,” said Rui Sol, a clerk.",
            ["Rui Sol"],
        ),
        (
            (
                "Engineer Ana Lima told the River Tribune that Rui Sol, the head of the port, had "
                "offered to resign."
            ),
            ["River Tribune", "Ana Lima"],
        ),
        ("According to clerk Rui Sol, Peru and Chile signed a treaty in Lima.", ["Rui Sol"]),
        (
            "According to Ana Lima, an engineer, Rui Sol, the head of the port, resigned.",
            ["Ana Lima"],
        ),
        (
            "The mayor said that she had read in the media that the dam had burst.",
            ["mayor", "media"],
        ),
        (
            "The River Tribune confirmed through an official that the dam had burst.",
            ["River", "an official"],
        ),
        ("The army's spokesman Rui Sol denied having bombed the market.", ["Rui Sol"]),
        ("It was a long night, Ana Lima, a nurse, told the River Tribune.", ["River", "Ana Lima"]),
        (
            (
                "“The militia used gas in the region of Lund after trapping more than 400 soldiers.” "
                "said Ana Lima, a nurse."
            ),
            ["Ana Lima"],
        ),
        (
            (
                "MP Ana Lima said, at a meeting in the presence of a number of deputies and "
                "attended by many people, that the militia used gas for the first time."
            ),
            ["Ana Lima"],
        ),
    ],
)
def test_a_voice_is_found_wherever_it_stands(only, sentence, chain):
    """The names follow one another in the chain, behind the outlet."""
    found = [hop.actor.name for hop in only(sentence).chain[1:]]
    assert len(found) >= len(chain)
    assert all(name in actor for name, actor in zip(chain, found, strict=False)), found


def test_a_voice_with_a_thought_of_its_own_is_still_the_voice(reading):
    """What an official told an outlet is the official's, whatever stands about him between."""
    told = reading(
        "A Kestrian official, who was convinced the cases are cholera, told the media outlet "
        "Rivernet that the patients' symptoms were similar to those of cholera."
    )[-1]
    assert [hop.actor.name for hop in told.chain[1:]] == ["Rivernet", "A Kestrian official"]
    assert told.text == "the patients' symptoms were similar to those of cholera"


def test_what_is_called_untrue_is_one_statement_and_denied(only):
    """'Not true' belongs to what is not true, however many commas lie between."""
    said = only("It is not true that the fire in Lund, Sweden, killed 12 people, Ana Lima said.")
    assert said.denied
    assert "killed 12 people" in said.text
    assert said.event is not None
    assert said.event.action == "kill"


def test_rumours_are_nobody(only):
    """Hearsay has no voice behind it."""
    said = only("The freighter was sunk for the insurance, according to rumours.")
    assert said.chain[-1].actor.kind == "unattributed"


def test_when_it_happened_is_part_of_what_happened(only):
    """One accident makes one statement."""
    said = only("Twelve people died when a ferry sank near Lund, police said.")
    assert said.text == "Twelve people died when a ferry sank near Lund"


@pytest.mark.parametrize(
    "heading",
    ["The crash near the old port: a statement", "What we know about the crash near the port"],
)
def test_a_heading_is_no_statement(reading, heading):
    """It names what the text is about, and says nothing of it."""
    found = reading(f"{heading}\n\nThe ferry sank on Monday, Ana Lima said.")
    assert [said.text for said in found] == ["The ferry sank on Monday"]


@pytest.mark.parametrize("headline", ["Scorpion stings woman on plane", "Airline cuts 300 jobs"])
def test_a_headline_that_says_something_is_one(reading, headline):
    """Even where a parser takes its verb for a noun."""
    assert reading(f"{headline}\n\nIt rained.")[0].text == headline


def test_a_headline_names_its_source_by_a_profession(reading):
    """'Nurse: ...' is said by a nurse."""
    found = reading("Nurse: Hospital in Lund turns away patients\n\nIt rained.")
    assert [hop.actor.name for hop in found[0].chain[1:]] == ["Nurse"]


def test_a_guide_before_a_colon_is_a_kind_of_article(reading):
    """'Guide: ...' is said by nobody but the outlet, whereas a mountain guide may speak."""
    headlines = ["Guide: Polls open at eight in Lund", "Mountain guide: Storm closes the pass"]
    voices = [
        [hop.actor.name for hop in reading(f"{headline}\n\nIt rained.")[0].chain[1:]]
        for headline in headlines
    ]
    assert voices == [[], ["Mountain guide"]]


@pytest.mark.parametrize(
    ("sentence", "phase"),
    [
        ("The president is set to sign a treaty with Peru.", "planned"),
        ("The navy ordered twelve patrol boats from the yard.", "done"),
        ("The minister plans to order a new ferry.", "planned"),
    ],
)
def test_what_is_set_to_happen_is_planned_and_an_order_is_an_act(only, sentence, phase):
    """How far an act has gone follows from the verb that tells of it."""
    event = only(sentence).event
    assert event is not None
    assert event.phase == phase


def test_a_report_that_is_denied_is_somebody_elses_also_without_an_article(only):
    """Headlines leave the article away; what is denied is the report and no fact of its own."""
    said = only("Kestria denies report on drones for the rebels")
    assert said.status_effect == "denies"
    assert not said.denied
