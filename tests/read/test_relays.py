"""Who passes something on: papers, programmes and clerks between the outlet and a voice."""

from __future__ import annotations

import pytest


def chains(reading, text):
    """Return the names behind the outlet for each statement, by its words."""
    return {s.text: [hop.actor.name for hop in s.chain[1:]] for s in reading(text)}


def assert_names(found, expected):
    """Assert that the voices are these, with a profession before a name or without."""
    assert len(found) == len(expected)
    assert all(actor.endswith(name) for actor, name in zip(found, expected, strict=True)), found


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "The mayor told the local channel Brava 7 that the bridge was closed.",
            "the bridge was closed",
            ["Brava 7", "The mayor"],
        ),
        (
            "Harbour master Rosa Quint told the radio station Onda Norte that the ship had left.",
            "the ship had left",
            ["Onda Norte", "Rosa Quint"],
        ),
        (
            (
                "The strike was first reported by the newspaper El Faro, which quoted three people "
                "briefed on the plan as saying that the port would close."
            ),
            "the port would close",
            ["El Faro", "three people"],
        ),
        (
            "Two of the clerks told an auditor that the safe was empty, the Lund Courier reported.",
            "the safe was empty",
            ["Lund Courier", "an auditor", "Two of the clerks"],
        ),
        (
            (
                "According to the news site Portwatch, a group calling itself Grey Tide has said that "
                "it opened the gates."
            ),
            "it opened the gates",
            ["Portwatch", "Grey Tide"],
        ),
        (
            (
                "The shipyard has told its lender in writing that it never sold the crane, "
                "a clerk said."
            ),
            "it never sold the crane",
            ["a clerk", "its lender", "The shipyard"],
        ),
    ],
)
def test_who_passes_something_on_is_named(reading, text, content, expected):
    """Papers, stations and whoever is told stand between the outlet and the voice."""
    assert expected == chains(reading, text)[content]


def test_police_are_not_their_commissioner(reading):
    """A body is not taken for the person whose title holds its name."""
    text = (
        "Police Commissioner Vera Lund told the Dockside Herald that two boats were lost. "
        "Police say the search goes on."
    )
    assert chains(reading, text)["the search goes on"] == ["Police"]


def test_the_source_is_nobody_with_a_name(reading):
    """The source is the last voice without a name, and no person named since."""
    text = (
        "A hospital insider told the Dockside Herald that the ward was closed. Nurse Ida Blom "
        "left in May.\n\nThe source said the doors were locked."
    )
    assert chains(reading, text)["the doors were locked"][-1] == "A hospital insider"


def test_what_is_ruled_out_is_denied(reading):
    """Who rules out that something happened denies it."""
    (statement,) = reading("The engineer ruled out that any water had crossed the border.")
    assert (
        statement.chain[-1].actor.name,
        statement.certainty.value,
    ) == ("The engineer", "CT-")


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        ("The harbour log shows no entry for Monday.", "no entry for Monday", "The harbour log"),
        ("The clinic reported 14 deaths.", "14 deaths", "The clinic"),
    ],
)
def test_things_told_by_their_number_are_content(reading, text, content, expected):
    """How many there were is what is said, without a clause of its own."""
    assert expected == chains(reading, text)[content][-1]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "According to an article in the Lund Courier citing two clerks, the safe was empty.",
            "the safe was empty",
            ["Lund Courier", "two clerks"],
        ),
        (
            "The safe was empty, the Lund Courier reported, quoting from a letter.",
            "The safe was empty",
            ["Lund Courier", "a letter"],
        ),
        (
            (
                "A nurse at the clinic, who spoke to the Lund Courier, said porters had told her that "
                "the oxygen ran out."
            ),
            "the oxygen ran out",
            ["Lund Courier", "A nurse at the clinic", "porters"],
        ),
    ],
)
def test_papers_that_only_describe_are_relays(reading, text, content, expected):
    """A paper in whose pages or to whom it was said stands outside who said it."""
    assert expected == chains(reading, text)[content]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "Quoting Rui Sol, an electrician, the River Tribune said on Monday that the dam had burst.",
            "the dam had burst",
            ["River Tribune", "Rui Sol"],
        ),
        (
            "The dam had burst, the River Tribune reported on Sunday, quoting officer Ana Lima.",
            "The dam had burst",
            ["River Tribune", "Ana Lima"],
        ),
        (
            "Citing tax lawyer Ana Lima, the River Tribune reported that the files had been sold.",
            "the files had been sold",
            ["River Tribune", "Ana Lima"],
        ),
        (
            "The River Tribune quoted interpreter Ana Lima as saying that the files had been sold.",
            "the files had been sold",
            ["River Tribune", "Ana Lima"],
        ),
        (
            "The River Tribune, which spoke to librarian Rui Sol, reported that the dam had burst.",
            "the dam had burst",
            ["River Tribune", "Rui Sol"],
        ),
        (
            "It was the River Tribune that reported on Monday that acid from a plant had run into the canal.",
            "acid from a plant had run into the canal",
            ["River Tribune"],
        ),
        (
            "Police, Ana Lima, a retired engineer, told the BBC on Sunday, arrested the mayor at home.",
            "Police arrested the mayor at home",
            ["BBC", "Ana Lima"],
        ),
        (
            "The dam burst at night, as a clip of the valley shows.",
            "The dam burst at night",
            ["a clip of the valley"],
        ),
    ],
)
def test_who_is_quoted_first_or_in_the_middle_is_not_lost(reading, text, content, expected):
    """An outlet hands on what its source said, wherever in the sentence the two stand."""
    assert_names(chains(reading, text)[content], expected)


def test_who_calls_the_evidence_a_fake_is_heard_to_the_end(reading):
    """What is said of a paper is kept whole, and the report that rests on it is the outlet's."""
    text = (
        "An internal memo, on which the River Tribune based its report that the bank had hidden "
        "losses, is a fake, Ana Lima, a forensic expert, said on Friday."
    )
    found = chains(reading, text)
    assert found["the bank had hidden losses"] == ["Ana Lima", "River Tribune"]
    (debunking,) = [said for said in found if said.endswith("is a fake")]
    assert found[debunking] == ["Ana Lima"]


@pytest.mark.parametrize(
    ("text", "content", "expected"),
    [
        (
            "The dam burst at night, reports night-voice.com, quoting engineer Rui Sol.",
            "The dam burst at night",
            ["night-voice.com", "Rui Sol"],
        ),
        ("The dam burst, according to Gazeta.ru.", "The dam burst", ["Gazeta.ru"]),
        (
            "According to pharmacist Ana Lima, Peru's secret service poisoned judge Rui Sol.",
            "Peru's secret service poisoned judge Rui Sol",
            ["Ana Lima"],
        ),
        (
            "In an interview with the River Tribune, Ana Lima, a teacher, stated that Peru's army had gone.",
            "Peru's army had gone",
            ["River Tribune", "Ana Lima"],
        ),
        (
            "Workers pulled down the old bridge. A reporter of the Washington Post saw it happen.",
            "Workers pulled down the old bridge",
            ["Washington Post"],
        ),
        (
            "A reporter for the Washington Post saw how acid ran into the canal.",
            "how acid ran into the canal",
            ["A reporter for the Washington Post"],
        ),
    ],
)
def test_sites_and_reporters_are_voices(reading, text, content, expected):
    """A site is named by its address, and an outlet's own reporter is a source."""
    assert_names(chains(reading, text)[content], expected)


def test_a_profession_before_a_colon_is_no_paper_of_that_name(reading):
    """What an economist says is no word of The Economist, which has its article."""
    one = reading("Economist: prices will rise\n\nPrices will rise, Ana Lima said.")[0]
    other = reading("The Economist: prices will rise\n\nPrices will rise, Ana Lima said.")[0]
    assert [s.chain[-1].actor.kind for s in (one, other)] == ["unnamed_person", "media_outlet"]
