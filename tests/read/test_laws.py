"""What holds for every text."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SENTENCES = [
    "WSJ: Ship sinks off Oslo",
    "The ship sank on Thursday, the mayor of Lund said.",
    "“We have closed the bridge,” said Ana Berg, a teacher. “It will open in May.”",
    "A U.S. official told the Wall Street Journal that Russia may deliver 40 Pantsirs to Hezbollah.",
    "She added that the transfer had not been confirmed.",
    "The ministry neither confirmed nor denied the report.",
    "Reuters reported, citing two diplomats, that the talks had failed.",
    "If it rains, the ship will stay in the port; the crew is believed to be safe.",
    'He asked: "Did the ship sink?',
    "The army is shelling the town, according to a filing seen by the BBC.",
    "There is speculation that the ship sank, as first reported by Le Monde.",
]
JOINTS = ["\n\n", " ", "\n", "\r\n\r\n"]
MARKS = "aA b.,\"“”‘’'«»-–—:;?!()[]\n\r\t\0\u202e\u200f\u200b\u00a0\ufeff\x07\U0001f600"
WORDS = ["سفينة", "אמר", "船", "é", "said ", "The mayor ", "told ", "Reuters ", "that ", "is "]
ODD = st.lists(st.sampled_from([*MARKS, *WORDS]), max_size=80).map("".join)
FEW = settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@st.composite
def articles(draw):
    """Texts of a few sentences, each joined in one of the ways that pages do."""
    parts = draw(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5))
    return "Ship sinks\n\n" + "".join(f"{part}{draw(st.sampled_from(JOINTS))}" for part in parts)


def spans_of(statement):
    """Return every span that a statement holds."""
    found = [*statement.content, *(m.span for m in statement.mentions)]
    found += [timed.when.span for timed in statement.times]
    found += [marker.span for marker in statement.certainty.markers]
    for hop in statement.chain:
        found += [hop.named_at, hop.cue_at, hop.actor.at]
    if statement.event:
        found.append(statement.event.head)
        slots = (statement.event.who, statement.event.what, statement.event.to_whom)
        found += [mention.span for slot in slots for mention in slot]
    return [span for span in found if span is not None]


def lie_in(text, statements):
    """Return whether all spans lie in the text, hold words, and content gives the text."""
    return all(
        0 <= span.start < span.end <= len(text) for s in statements for span in spans_of(s)
    ) and all(s.text == " ".join(span.of(text) for span in s.content) for s in statements)


@FEW
@given(text=articles())
def test_every_span_lies_in_the_text(reading, text):
    """Each place that a statement names is a place of the text, and its content is its words."""
    found = reading(text)
    assert (lie_in(text, found), len(found) > 0) == (True, True)


@FEW
@given(text=articles())
def test_every_chain_begins_with_the_outlet(reading, text):
    """The outlet is the first voice of every statement, and the only publisher."""
    roles = {tuple(hop.role == "publisher" for hop in s.chain)[:2] for s in reading(text)}
    names = {s.chain[0].actor.name for s in reading(text)}
    assert (roles <= {(True,), (True, False)}, names) == (True, {"Harbour Gazette"})


@FEW
@given(text=articles())
def test_reading_twice_gives_the_same(reading, text):
    """A text has one reading, and no statement comes twice."""
    first = reading(text)
    assert reading(text) == first
    assert len({statement.id for statement in first}) == len(first)


@FEW
@given(text=articles(), line=st.sampled_from(["Read also: Why ships sink", "Advertisement"]))
def test_a_line_of_the_page_changes_nothing_else(reading, text, line):
    """A cross-link or advertisement at the end leaves all statements as they are."""
    without = [(s.content, s.chain, s.event, s.times, s.mentions) for s in reading(text + "\n\n")]
    beside = reading(f"{text}\n\n{line}")
    assert [(s.content, s.chain, s.event, s.times, s.mentions) for s in beside] == without


@settings(FEW, max_examples=60)
@given(text=ODD | st.text(max_size=60))
def test_no_text_stops_the_reader(reading, text):
    """Whatever characters a text holds, it is read and every span lies in it."""
    assert lie_in(text, reading(text))


@pytest.mark.parametrize(
    "text",
    [
        "The mayor said that " * 1500 + "the ship sank.",
        "The ship sank and " * 400 + "the ship sank.",
        "“" * 2000 + "The ship sank.",
        "The mayor, " * 1000 + "said the ship sank.",
        "of the ship " * 1000,
        "a" * 20_000,
        "\U0001f600 " * 2000,
        "The mayor said \ud800 that the ship \udfff sank.",
    ],
    ids=["said", "and", "marks", "commas", "of", "letters", "emoji", "halves"],
)
def test_a_sentence_without_end_is_read(reading, text):
    """Sentences of thousands of words, and broken characters, neither stop nor mislead it."""
    assert lie_in(text, reading(text))
