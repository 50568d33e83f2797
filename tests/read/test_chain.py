"""Who says it, through whom: the chain of voices, outermost first."""

from __future__ import annotations

import pytest


def voices(statement):
    """Return the names behind the outlet, outermost first."""
    return [hop.actor.name for hop in statement.chain[1:]]


@pytest.mark.parametrize(
    ("sentence", "content", "expected"),
    [
        (
            "The ship had sunk, a U.S. official told the Wall Street Journal on Thursday.",
            "The ship had sunk",
            ["Wall Street Journal", "a U.S. official"],
        ),
        (
            "An official told Reuters that the ship had sunk.",
            "the ship had sunk",
            ["Reuters", "An official"],
        ),
        (
            "The mayor told reporters that the bridge was closed.",
            "the bridge was closed",
            ["The mayor"],
        ),
        (
            "The talks had failed, Reuters reported, citing two diplomats.",
            "The talks had failed",
            ["Reuters", "two diplomats"],
        ),
        (
            "According to the port authority, the ferry left at noon.",
            "the ferry left at noon",
            ["the port authority"],
        ),
        (
            "The ferry left at noon, according to the port authority.",
            "The ferry left at noon",
            ["the port authority"],
        ),
        (
            "The company will be sold, according to a filing seen by Reuters.",
            "The company will be sold",
            ["Reuters", "a filing"],
        ),
        (
            "A filing seen by Reuters shows that the company will be sold.",
            "the company will be sold",
            ["Reuters", "A filing"],
        ),
        (
            "The company will be sold, according to a filing that Reuters has seen.",
            "The company will be sold",
            ["Reuters", "a filing"],
        ),
        (
            "The minister said in an interview with the BBC that the dam was safe.",
            "the dam was safe",
            ["BBC", "The minister"],
        ),
        (
            "In a letter to the Valley Post, the mayor said that the bridge was closed.",
            "the bridge was closed",
            ["Valley Post", "the mayor"],
        ),
        (
            "A diplomat who spoke to Reuters said that the talks had failed.",
            "the talks had failed",
            ["Reuters", "A diplomat"],
        ),
        (
            "The bridge, officials said, collapsed overnight.",
            "The bridge collapsed overnight",
            ["officials"],
        ),
        (
            "Ana Berg said that the police told her that the bridge had collapsed.",
            "the bridge had collapsed",
            ["Ana Berg", "the police"],
        ),
        (
            "Ana Berg wrote on her website that the bridge had collapsed.",
            "the bridge had collapsed",
            ["Ana Berg"],
        ),
        (
            "The mayor accused the company of hiding the leak.",
            "hiding the leak",
            ["The mayor"],
        ),
        (
            "The mayor denied involvement in the attack.",
            "involvement in the attack",
            ["The mayor"],
        ),
        (
            "The mayor did not say that the bridge was closed.",
            "The mayor did not say that the bridge was closed",
            [],
        ),
        (
            "The mayor refused to say whether the bridge was closed.",
            "The mayor refused to say whether the bridge was closed",
            [],
        ),
        (
            "Reuters reported, citing two diplomats, that the talks had failed.",
            "the talks had failed",
            ["Reuters", "two diplomats"],
        ),
        (
            "The BBC reported, citing the Lund Herald, that the bridge was closed.",
            "the bridge was closed",
            ["BBC", "Lund Herald"],
        ),
        (
            "Citing two officials, Reuters reported that the bridge was closed.",
            "the bridge was closed",
            ["Reuters", "two officials"],
        ),
        ("The ship sank, per Reuters.", "The ship sank", ["Reuters"]),
        ("Per Reuters, the ship sank.", "the ship sank", ["Reuters"]),
        (
            "The bridge was closed, as the Valley Post reported.",
            "The bridge was closed",
            ["Valley Post"],
        ),
        (
            "The bridge was closed, said Ana Berg, who leads the council.",
            "The bridge was closed",
            ["Ana Berg"],
        ),
        (
            "The mayor denied reports that the bridge was closed.",
            "the bridge was closed",
            ["The mayor"],
        ),
        (
            "The mayor rejected the suggestion that the bridge was closed.",
            "the bridge was closed",
            ["The mayor"],
        ),
        (
            "There have been reports that the bridge was closed.",
            "the bridge was closed",
            ["unnamed reports"],
        ),
        (
            "No official said that the bridge was closed.",
            "No official said that the bridge was closed",
            [],
        ),
        (
            "Neither the mayor nor the bishop said that the bridge was closed.",
            "Neither the mayor nor the bishop said that the bridge was closed",
            [],
        ),
        ("The bridge was closed.", "The bridge was closed", []),
    ],
)
def test_a_sentence_names_its_voices(only, sentence, content, expected):
    """What is said is parted from who says it, and relays stand before the origin."""
    statement = only(sentence)
    assert (statement.text, voices(statement)) == (content, expected)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ferry left at noon, as reported by the Valley Post.", "Valley Post"),
        ("The ferry left at noon, as first reported by Reuters.", "Reuters"),
    ],
)
def test_as_reported_by_names_the_voice(only, sentence, expected):
    """A paper that is said to have reported something is the voice of it."""
    assert voices(only(sentence)) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "The BBC quoted the mayor as saying that the bridge was closed.",
        "The mayor was quoted by the BBC as saying that the bridge was closed.",
    ],
)
def test_who_is_quoted_speaks_through_who_quotes(reading, sentence):
    """In "Z quoted Y as saying", Z passes on and Y has said it."""
    (said,) = [s for s in reading(sentence) if s.text == "the bridge was closed"]
    assert [name.lower() for name in voices(said)] == ["bbc", "the mayor"]


@pytest.mark.parametrize(
    ("headline", "content", "expected"),
    [
        ("WSJ: Ship sinks off Oslo", "Ship sinks off Oslo", ["Wall Street Journal"]),
        ("Hezbollah: Ship sinks off Tyre", "Ship sinks off Tyre", ["Hezbollah"]),
        ("Officials: Ship sinks off Oslo", "Ship sinks off Oslo", ["Officials"]),
        ("Lund Herald: Ship sinks off Oslo", "Ship sinks off Oslo", ["Lund Herald"]),
        ("NEOC: Ship sinks off Oslo", "Ship sinks off Oslo", ["NEOC"]),
        ("Berg: Ship sinks off Oslo", "Ship sinks off Oslo", ["Ana Berg"]),
        ("Ship sinks off Oslo – Reuters", "Ship sinks off Oslo", ["Reuters"]),
        ("Ship sinks off Oslo: report", "Ship sinks off Oslo", ["report"]),
        ("Ship sinks off Oslo: Reuters report", "Ship sinks off Oslo", ["Reuters"]),
        ("Ship sinks off Oslo: sources", "Ship sinks off Oslo", ["sources"]),
        ("LIVE: Ship sinks off Oslo", "Ship sinks off Oslo", []),
        ("Ship sinks off Oslo", "Ship sinks off Oslo", []),
    ],
)
def test_a_headline_may_name_its_source(reading, headline, content, expected):
    """What stands before or after the colon of a headline is its source, unless a mere label."""
    first = reading(f"{headline}\n\nThe ship sank at noon, the engineer Ana Berg said.")[0]
    assert (first.text, voices(first)) == (content, expected)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("The Harbour Gazette has learned that the ship sank.", "The Harbour Gazette"),
        ("The Kyiv Independent reported that the ship sank.", "Kyiv Independent"),
        ("The ship sank, the Wall Street Journal has learned.", "WSJ"),
    ],
)
def test_an_outlet_that_names_itself_is_no_further_voice(only, sentence, outlet):
    """The chain of an outlet that names itself holds it once."""
    statement = only(sentence, outlet)
    assert [hop.actor.name for hop in statement.chain] == [outlet]


def test_an_outlet_that_is_told_in_its_own_pages_is_no_relay(only):
    """Who tells the outlet that prints it speaks to it directly."""
    statement = only("Two officials told the Kyiv Independent that it sank.", "Kyiv Independent")
    assert voices(statement) == ["Two officials"]


def test_another_outlet_that_is_told_is_a_relay(only):
    """Who tells another paper is heard through that paper."""
    statement = only("Two officials told the Kyiv Independent that it sank.", "Harbour Gazette")
    assert voices(statement) == ["Kyiv Independent", "Two officials"]


@pytest.mark.parametrize(
    ("first", "then", "expected"),
    [
        (
            "Foreign Minister Sergei Lavrov said the talks had failed.",
            "He added that the date was open.",
            ["Sergei Lavrov"],
        ),
        (
            "The mayor, Ana Berg, said the bridge was closed.",
            "She said that the school was open.",
            ["Ana Berg"],
        ),
        (
            "Mayor Ana Berg said the bridge was closed.",
            "Berg said the school was open.",
            ["Ana Berg"],
        ),
        (
            "A ministry spokesman said the ship had sunk.",
            "The spokesman said that the crew was safe.",
            ["A ministry spokesman"],
        ),
        (
            "An official told Reuters that the ship had sunk.",
            "The official said that the crew was safe.",
            ["Reuters", "An official"],
        ),
        (
            "U.S. sources told the Wall Street Journal that the ship had sunk.",
            "The sources added that the crew was safe.",
            ["Wall Street Journal", "U.S. sources"],
        ),
        (
            "Two officials told Reuters that the ship had sunk.",
            "They said that the crew was safe.",
            ["Reuters", "Two officials"],
        ),
        (
            "Witnesses said the ship had sunk.",
            "A diplomat said that the crew was safe.",
            ["A diplomat"],
        ),
    ],
)
def test_later_words_find_an_earlier_voice(reading, first, then, expected):
    """A pronoun, a role or a surname stands for the voice it points back to, with its relays."""
    last = reading(f"{first}\n\n{then}")[-1]
    assert voices(last) == expected


def test_a_relay_that_is_carried_over_is_implicit(reading):
    """A relay that the sentence itself does not name has no span of its own there."""
    text = "An official told Reuters that it sank.\n\nThe official said that the crew was safe."
    last = reading(text)[-1]
    assert [hop.implicit for hop in last.chain[1:]] == [True, False]


def test_a_pronoun_keeps_its_own_place(reading):
    """A voice that is named by a pronoun carries the name, and the place of the pronoun."""
    text = "Ana Berg said the bridge was closed.\n\nShe said that the school was open."
    last = reading(text)[-1].chain[-1]
    assert (last.actor.name, last.named_at.of(text)) == ("Ana Berg", "She")


def test_coordinated_sources_have_a_statement_each(reading):
    """Two who say the same in one sentence are two voices of one content."""
    said = reading("The mayor of Lund and the police chief said that the bridge was closed.")
    assert [(s.text, voices(s)) for s in said] == [
        ("the bridge was closed", ["The mayor of Lund"]),
        ("the bridge was closed", ["the police chief"]),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The bridge was closed, the mayor said, adding that the school was open.",
            [("The bridge was closed", ["the mayor"]), ("the school was open", ["the mayor"])],
        ),
        (
            "The bridge was closed and the school was shut, the mayor said.",
            [("The bridge was closed", ["the mayor"]), ("the school was shut", ["the mayor"])],
        ),
        (
            "The mayor said the bridge was closed, while the ministry said that it was open.",
            [("the bridge was closed", ["The mayor"]), ("it was open", ["the ministry"])],
        ),
        (
            "The bridge was closed, but the school stayed open.",
            [("The bridge was closed", []), ("the school stayed open", [])],
        ),
        (
            "The man who owned the ship lived in Oslo.",
            [("The man who owned the ship lived in Oslo", [])],
        ),
    ],
)
def test_each_clause_is_a_statement(reading, sentence, expected):
    """Coordinated clauses are separate statements; relative clauses stay with theirs."""
    assert [(s.text, voices(s)) for s in reading(sentence)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A report by the ministry that the bridge was closed angered the town.",
            "the ministry",
        ),
        (
            "A statement from the ministry that the bridge was closed angered the town.",
            "the ministry",
        ),
        (
            "The Wall Street Journal's report that the bridge was closed angered the mayor.",
            "Wall Street Journal",
        ),
        ("The mayor, who said the bridge was closed, left the town.", "The mayor"),
        ("Officials have been quoted as saying that the bridge was closed.", "Officials"),
    ],
)
def test_what_is_said_inside_another_clause_has_its_voice(reading, sentence, expected):
    """A report, a statement or a relative clause inside a sentence is said by somebody, too."""
    (said,) = [s for s in reading(sentence) if s.text == "the bridge was closed"]
    assert voices(said) == [expected]


@pytest.mark.parametrize(
    "label", ["LUND (Valley Wire) - ", "LUND, Sweden — ", "OSLO, Nov. 3 (Reuters) - "]
)
def test_a_dateline_is_no_part_of_what_is_said(reading, label):
    """The place and the agency that open a story are no words of it, and no voice."""
    last = reading(f"Bridge closed\n\n{label}The bridge was closed on Monday.")[-1]
    assert (last.text, voices(last)) == ("The bridge was closed on Monday", [])


def test_the_speaker_of_an_interview_says_all_of_an_answer(reading):
    """In an interview, the paragraph that names its speaker is in that voice."""
    said = reading("Bridge closed\n\n((Ana Berg)) The bridge was closed. It will open in May.")
    assert [(s.text, voices(s), s.quotation) for s in said[1:]] == [
        ("The bridge was closed", ["Ana Berg"], "direct"),
        ("It will open in May", ["Ana Berg"], "direct"),
    ]


def test_the_turns_of_an_interview_are_their_speakers(reading):
    """A known name and a colon before a paragraph are its voice; who asks is the outlet."""
    text = (
        "Bridge closed\n\nAna Berg is the mayor of Lund.\n\n"
        "Per Holm: Why was the bridge closed?\n\nBerg: The bridge was closed. It will open in May."
    )
    said = reading(text)
    assert [(s.text, voices(s)) for s in said[2:]] == [
        ("Why was the bridge closed?", []),
        ("The bridge was closed", ["Ana Berg"]),
        ("It will open in May", ["Ana Berg"]),
    ]


def test_a_headline_lends_its_last_word_to_no_name(reading):
    """The last word of a headline is no first name of who opens the story."""
    last = reading("Talks fail in Oslo\n\nLavrov said the talks had failed.")[-1]
    assert voices(last) == ["Lavrov"]


def test_the_words_of_saying_have_their_place(only):
    """The cue of a voice, and the voice, can be found in the text."""
    text = "The ship had sunk, a U.S. official told the Wall Street Journal."
    hops = only(text).chain[1:]
    assert [(hop.cue, hop.cue_at.of(text), hop.named_at.of(text)) for hop in hops] == [
        ("told", "told", "the Wall Street Journal"),
        ("told", "told", "a U.S. official"),
    ]


def test_roles_in_the_chain_go_from_publisher_to_origin(only):
    """The outlet is the publisher, the innermost voice the origin, all others relays."""
    statement = only("The ship had sunk, a U.S. official told the Wall Street Journal.")
    assert [hop.role for hop in statement.chain] == ["publisher", "relay", "origin"]
