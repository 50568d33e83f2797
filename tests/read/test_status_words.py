"""Words about a claim: they confirm, deny, retract or correct it, and add no fact."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("sentence", "effect"),
    [
        ("The mayor denied the report.", "denies"),
        ("The ministry rejected the allegations.", "denies"),
        ("The mayor called the report false.", "denies"),
        ("The report is false, the mayor said.", "denies"),
        ("The mayor confirmed the report.", "confirms"),
        ("The transfer has been confirmed, the mayor said.", "confirms"),
        ("The report could not be independently verified.", "unconfirms"),
        ("The transfer is still unconfirmed.", "unconfirms"),
        ("The mayor declined to comment.", "unconfirms"),
        ("The mayor said he was not aware of any transfer.", "unconfirms"),
        ("The ministry neither confirmed nor denied the report.", "unconfirms"),
        ("The paper has withdrawn the article.", "retracts"),
        ("The article has been retracted.", "retracts"),
        ("Correction: an earlier version of this article gave a wrong name.", "corrects"),
        ("This article has been corrected.", "corrects"),
        ("The ship sank.", None),
        ("The mayor confirmed that the ship had sunk.", None),
        ("The mayor denied that the ship had sunk.", None),
        ("The mayor denied involvement in the attack.", None),
        ("The army rejected the recruits.", None),
    ],
)
def test_a_word_about_a_claim_acts_on_it(only, sentence, effect):
    """Only a sentence whose subject or object is an earlier claim has an effect on one."""
    assert only(sentence).status_effect == effect


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("The mayor denied the report.", "The mayor"),
        ("The ministry rejected the allegations.", "The ministry"),
        ("The mayor confirmed the report.", "The mayor"),
    ],
)
def test_who_acts_on_a_claim_is_its_voice(only, sentence, voice):
    """The denial of a report is the word of who denies, and is itself plainly said."""
    statement = only(sentence)
    assert (statement.chain[-1].actor.name, statement.certainty.value) == (voice, "CT+")
