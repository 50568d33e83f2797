"""How sure a voice sounds, and the words that show it."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "value", "markers"),
    [
        ("The ship sank.", "CT+", []),
        ("The ship will leave the port on Friday.", "CT+", []),
        ("The ship did not sink.", "CT-", [("negation", "not")]),
        ("The ship hasn't sunk.", "CT-", [("negation", "n't")]),
        ("The ship never left the port.", "CT-", [("negation", "never")]),
        ("No evidence was found.", "CT-", [("negation", "No")]),
        ("None of the crew were hurt.", "CT-", [("negation", "None")]),
        ("There was no damage.", "CT-", [("negation", "no")]),
        ("The ship must have sunk.", "PR+", [("modal", "must")]),
        ("The ship probably sank.", "PR+", [("estimative", "probably")]),
        ("The ship will probably leave the port.", "PR+", [("estimative", "probably")]),
        ("The ship is likely to sink.", "PR+", [("estimative", "likely")]),
        ("The ship is unlikely to sink.", "PR-", [("estimative", "unlikely")]),
        ("The ship appears to have sunk.", "PR+", [("evidential", "appears")]),
        ("The ship is expected to sink.", "PR+", [("evidential", "expected")]),
        ("The ship may sink.", "PS+", [("modal", "may")]),
        ("The ship might have sunk.", "PS+", [("modal", "might")]),
        ("The ship could sink.", "PS+", [("modal", "could")]),
        ("The ship possibly sank.", "PS+", [("epistemic_adverb", "possibly")]),
        ("The ship may not sink.", "PS-", [("modal", "may"), ("negation", "not")]),
        ("If it rains, the ship will stay in the port.", "PR+", [("conditional", "If")]),
        ("The ship will stay unless the wind drops.", "PR+", [("conditional", "unless")]),
        ("The ship reportedly sank.", "PS+", [("evidential", "reportedly")]),
        ("The ship is believed to have sunk.", "PR+", [("evidential", "believed")]),
        ("The mayor failed to close the bridge.", "CT+", [("implicative", "failed")]),
        ("Neither the mayor nor the bishop came.", "CT-", [("negation", "Neither")]),
        ("The ministry found nothing.", "CT-", [("negation", "nothing")]),
        ("It is possible that the ship sank.", "PS+", [("estimative", "possible")]),
        ("It is unclear whether the ship sank.", "Uu", [("status_word", "unclear")]),
        (
            "Had it rained, the ship would have stayed.",
            "PR+",
            [("modal", "would"), ("conditional", "Had")],
        ),
        ("Did the ship sink?", "Uu", [("question", "?")]),
        ("The mayor managed to close the bridge.", "CT+", [("implicative", "managed")]),
        ("The mayor tried to close the bridge.", "CT+", [("implicative", "tried")]),
        ("The mayor was unable to close the bridge.", "CT+", [("implicative", "unable")]),
        ("The mayor stopped short of closing it.", "CT+", [("implicative", "stopped")]),
        ("If it rains, the plan will fail.", "PR+", [("conditional", "If")]),
        ("The mayor would not say who had paid.", "CT-", [("negation", "not")]),
        ("The firm no longer owns the ship.", "CT-", [("negation", "no")]),
        ("The ship is to sail on Friday.", "PR+", [("modal", "to")]),
        ("The aim is to sail on Friday.", "CT+", []),
        ("The ship is yet to sail.", "CT-", [("negation", "yet")]),
        ("A strike is possible.", "PS+", [("estimative", "possible")]),
        ("A strike seems unlikely.", "PR-", [("evidential", "seems"), ("estimative", "unlikely")]),
        ("The mayor called the rumour unlikely.", "CT+", []),
        ("The ship is likely not to sail.", "PR-", [("estimative", "likely"), ("negation", "not")]),
        ("The mayor should have closed the bridge.", "CT-", [("modal", "should")]),
        ("The coal came by ship, not by train.", "CT+", []),
        ("Not a single house was hit.", "CT-", [("negation", "Not")]),
        ("She is tipped to become mayor.", "PR+", [("evidential", "tipped")]),
        ("In all likelihood the ship sank.", "PR+", [("estimative", "likelihood")]),
        ("It is false that the ship sank.", "CT-", [("estimative", "false")]),
        ("There is a risk that the ship will sink.", "PS+", [("estimative", "risk")]),
        ("There is no doubt that the ship sank.", "CT+", []),
        ("It remains to be seen whether the ship sank.", "Uu", [("status_word", "seen")]),
        (
            "It is not clear whether the ship sank.",
            "Uu",
            [("negation", "not"), ("question", "whether")],
        ),
        ("The question is whether the ship sank.", "Uu", [("question", "whether")]),
    ],
)
def test_words_of_the_clause_weaken_or_turn_it(only, sentence, value, markers):
    """Modals, hedges and negations decide how sure a clause sounds; each is kept with its place."""
    sure = only(sentence).certainty
    found = [(m.kind, m.text) for m in sure.markers]
    assert (sure.value, found) == (value, markers)
    assert [m.span.of(sentence) for m in sure.markers] == [m.text for m in sure.markers]


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The mayor said that the ship sank.", "CT+"),
        ("The mayor said the ship had not sunk.", "CT-"),
        ("The mayor said the ship may have sunk.", "PS+"),
        ("The mayor believes that the ship sank.", "PR+"),
        ("The mayor believes that the ship did not sink.", "PR-"),
        ("The mayor believes that the ship may have sunk.", "PS+"),
        ("The mayor suggested that the ship had sunk.", "PR+"),
        ("The mayor doubts that the ship sank.", "PR-"),
        ("The mayor denied that the ship had sunk.", "CT-"),
        ("The mayor denied involvement in the attack.", "CT-"),
        ("The mayor asked whether the ship had sunk.", "Uu"),
        ("The mayor said it was unlikely that the ship would sink.", "PR-"),
        ("There is speculation that the ship sank.", "PS+"),
        ("The mayor hinted that the ship sank.", "PS+"),
        ("The mayor denied reports that the ship sank.", "CT-"),
        ("The mayor warned that the ship might sink.", "PS+"),
        ("The mayor said the ship could not be found.", "CT-"),
        ("It is understood that the ship sank.", "PR+"),
        ('"Did the ship sink?" the mayor asked.', "Uu"),
        ('"Where is the ship?" asked the mayor, pointing at the sea.', "Uu"),
        ("The mayor said the ship would leave on Friday.", "CT+"),
        ("The mayor said the ship would not leave on Friday.", "CT-"),
        ("The mayor said the ship would leave if the storm ended.", "PR+"),
        ("The mayor said he did not believe that the ship had sunk.", "PR-"),
        ("Only the mayor knows whether the ship sank.", "CTu"),
        ("The mayor's account is that the ship had no crew.", "CT-"),
    ],
)
def test_words_of_saying_weaken_or_turn_what_is_said(only, sentence, value):
    """What a voice commits to is the weakest of its words of saying and of what it says."""
    assert only(sentence).certainty.value == value


@pytest.mark.parametrize(
    ("sentence", "value"),
    [
        ("The ship may have sunk.", "PS+"),
        ("The mayor said that the ship sank.", "Uu"),
        ("The mayor claimed that the ship sank.", "Uu"),
        ("The mayor confirmed that the ship had sunk.", "CT+"),
        ("The mayor admitted that the ship had sunk.", "CT+"),
        ("The mayor did not confirm that the ship had sunk.", "CT-"),
        ("The ship reportedly sank.", "Uu"),
        ("The Harbour Gazette has learned that the ship sank.", "CT+"),
    ],
)
def test_the_outlet_commits_only_to_its_own_words(only, sentence, value):
    """The outlet is uncommitted to what it passes on, unless its word takes it as fact."""
    assert only(sentence).narrator.value == value


def test_the_mark_of_a_quoted_question_has_its_place(only):
    """The sign of a question is the question mark, also where a quotation mark follows."""
    text = "The mayor asked: “Did the ship sink?”"
    assert [m.span.of(text) for m in only(text).certainty.markers] == ["?"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The ship is likely to sink.", ("likely", "ICD 203", 55.0, 80.0)),
        ("The ship is very likely to sink.", ("very likely", "ICD 203", 80.0, 95.0)),
        ("The ship is highly likely to sink.", ("highly likely", "PHIA", 80.0, 90.0)),
        ("The ship will sink.", None),
    ],
)
def test_estimative_words_have_the_interval_of_a_published_scale(only, sentence, expected):
    """An estimative word carries the percentages that its scale gives it."""
    found = only(sentence).certainty.likelihood
    assert (found and (found.word, found.scale, found.lo, found.hi)) == expected
