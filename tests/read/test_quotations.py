"""Quoted words: whose they are, and how far they reach."""

from __future__ import annotations

import pytest

from reportedly.read.quotes import quotations


@pytest.mark.parametrize(
    ("sentence", "content", "mode"),
    [
        ('"The bridge is closed," the mayor said.', '"The bridge is closed,"', "direct"),
        ('The mayor said: "The bridge is closed."', '"The bridge is closed."', "direct"),
        ("“The bridge is closed,” the mayor said.", "“The bridge is closed,”", "direct"),
        (
            'The mayor said the bridge was "badly damaged" by the flood.',
            'the bridge was "badly damaged" by the flood',
            "mixed",
        ),
        ("The mayor said the bridge was closed.", "the bridge was closed", "indirect"),
        ("The bridge was closed.", "The bridge was closed", "narration"),
        ('"The bridge is closed, the mayor said.', '"The bridge is closed', "direct"),
        ('The mayor said that "the bridge is closed.', '"the bridge is closed', "direct"),
    ],
)
def test_quoted_words_are_told_from_rendered_ones(only, sentence, content, mode):
    """Words between marks are direct, some of them mixed; unclosed marks stop nothing."""
    statement = only(sentence)
    assert (statement.text, statement.quotation) == (content, mode)


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "“The bridge is closed,” the mayor said. “It will open in May. Two men were hurt.”",
            ["“The bridge is closed,”", "“It will open in May", "Two men were hurt.”"],
        ),
        (
            '"The bridge is closed. It will open in May," the mayor said.',
            ['"The bridge is closed', "It will open in May"],
        ),
        (
            "The mayor said: “We have closed the bridge.\n\n“It will open in May.”",
            ["“We have closed the bridge", "“It will open in May.”"],
        ),
        (
            '"Is the bridge closed?" the mayor asked.\n\n"It will open in May."',
            ['"Is the bridge closed?"', '"It will open in May."'],
        ),
    ],
)
def test_a_quotation_that_runs_on_keeps_its_speaker(reading, text, contents):
    """Every sentence of a quotation has the speaker that is named once."""
    said = [(s.text, s.chain[-1].actor.name.lower(), s.quotation) for s in reading(text)]
    assert said == [(content, "the mayor", "direct") for content in contents]


def test_words_after_a_quotation_are_the_outlets_own(reading):
    """A sentence outside the marks does not belong to who was quoted before."""
    last = reading('"The bridge is closed," the mayor said. It had rained for a week.')[-1]
    assert (last.text, len(last.chain)) == ("It had rained for a week", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "yes".', ['"yes"']),
        ("He said “yes” and “no”.", ["“yes”", "“no”"]),
        ("Er sagte „ja“ nicht.", ["„ja“"]),
        ("Elle dit «oui».", ["«oui»"]),
        ("He said ‘yes’.", ["‘yes’"]),
        ("The mayor’s words aren’t quoted.", []),
        ("It's the farmers' bridge.", []),
        ("He said “yes, and left.", ["“yes, and left."]),
        ('An inch is written "', []),
        ("", []),
    ],
)
def test_quoted_stretches(text, expected):
    """Quoted stretches have their marks; apostrophes are none, and an open mark runs to the end."""
    assert [span.of(text) for span in quotations(text)] == expected
