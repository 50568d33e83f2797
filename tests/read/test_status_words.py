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


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Reports that the dam was breached are false, the ministry said.", "the ministry"),
        ("The ministry said reports that the dam was breached were false.", "The ministry"),
        ("Reports that the dam was breached were denied by the ministry.", "the ministry"),
        ("Claims that the dam was breached are baseless.", "Harbour Gazette"),
        ("The ministry dismissed as false reports that the dam was breached.", "The ministry"),
    ],
)
def test_who_calls_reports_false_denies_what_they_say(only, sentence, voice):
    """What nobody in particular tells is no support for a claim where it is called false."""
    statement = only(sentence)
    assert statement.text == "the dam was breached"
    assert (statement.chain[-1].actor.name, statement.certainty.value) == (voice, "CT-")


def test_reports_that_are_not_called_false_stay_reports(only):
    """Being called credible, or "not false", turns nothing round."""
    for called in ("are not false", "are credible"):
        statement = only(f"Reports that the dam was breached {called}, the ministry said.")
        assert not statement.denied


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("The company, which makes a military version of the truck, said sales fell.", "company"),
        ("The maker of the new version said that prices would rise.", "maker"),
    ],
)
def test_whoever_makes_a_version_of_something_is_a_voice(only, sentence, voice):
    """Only a version of the page itself is none."""
    assert voice in only(sentence).chain[-1].actor.name


def test_an_earlier_version_of_the_article_is_no_voice(only):
    """What it said is corrected, and nobody is quoted as saying it again."""
    statement = only("Correction: An earlier version of this article said that 12 people had died.")
    assert statement.status_effect == "corrects"
    assert [hop.actor.name for hop in statement.chain] == ["Harbour Gazette"]


@pytest.mark.parametrize(
    ("headline", "voice", "said"),
    [
        ("Hungary Denies It Sold Tanks to Kestria", "Hungary", "It Sold Tanks to Kestria"),
        (
            "Army Officials Say Militia Leader Was Killed",
            "Army Officials",
            "Militia Leader Was Killed",
        ),
    ],
)
def test_headlines_in_title_case_are_read_like_others(only, headline, voice, said):
    """Capitals on every word hide no voice and no denial."""
    statement = only(headline)
    assert (statement.chain[-1].actor.name, statement.text) == (voice, said)
    assert statement.denied == ("Denies" in headline)


def test_a_report_that_is_withdrawn_is_told_again_by_nobody(reading):
    """What a paper takes back is no statement of its own, however long it is."""
    (taken,) = reading(
        "Our report that the navy of Kestria had ordered twelve patrol boats from Halden Yard has "
        "been withdrawn."
    )
    assert taken.status_effect == "retracts"


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        (
            "There is no truth to the rumour that the dam was breached, the ministry said.",
            "the ministry",
        ),
        (
            "The official said there was no validity to the reports that the dam was breached.",
            "The official",
        ),
        ("The report that the dam was breached turned out to be false.", "Harbour Gazette"),
    ],
)
def test_what_has_no_truth_or_turned_out_false_is_denied(reading, sentence, voice):
    """A rumour that somebody finds empty is denied by whoever says so."""
    (denied,) = [s for s in reading(sentence) if s.text == "the dam was breached"]
    assert (denied.chain[-1].actor.name, denied.certainty.value) == (voice, "CT-")
