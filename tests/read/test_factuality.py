"""How far a text presents an event as real, from -3 to 3."""

from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly import models
from reportedly.read.degrees import degree
from reportedly.read.factuality import estimate, unruled
from reportedly.read.genre import news_share


@pytest.fixture(scope="module")
def parse():
    """Return the parser alone: no model has a word in what the rules say."""
    return models.parser()


def _sentence(parse, text):
    ((sentence,),) = parse([text])
    return sentence


def _place(sentence, word):
    return next(token.index for token in sentence.tokens if token.text == word)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("The plane landed.", "landed", 3.0),
        ("The plane will land at noon.", "land", 3.0),
        ("The plane did not land.", "land", -3.0),
        ("The pilot managed to land.", "land", 3.0),
        ("The pilot failed to land.", "land", -3.0),
        ("The pilot did not fail to land.", "land", 3.0),
        ("The pilot tried to land.", "land", -1.5),
        ("The pilot is trying to land.", "land", 0.75),
        ("The guards refrained from shooting.", "shooting", -3.0),
        ("The plane left without landing.", "landing", -3.0),
        ("The firm was too weak to survive.", "survive", -3.0),
        ("The plane was supposed to land at noon.", "land", -1.5),
        ("The plane has yet to land.", "land", -3.0),
        ("The plane may land.", "land", 0.75),
        ("The plane may not land.", "land", -0.75),
        ("The plane is expected to land.", "land", 1.5),
        ("The plane is unlikely to land.", "land", -1.5),
        ("The plane probably landed.", "landed", 1.5),
        ("If the plane lands, the road will be closed.", "lands", 0.0),
        ("Had the plane landed, the road would have been closed.", "landed", -3.0),
        ("Will the firm survive?", "survive", 0.0),
        ("Few planes landed.", "landed", -1.5),
        ("A few planes landed.", "landed", 3.0),
        ("The pilot said the plane would land.", "land", 3.0),
        ("The pilot denied that the plane had landed.", "landed", -3.0),
        ("The pilot suspects that the plane landed.", "landed", 1.5),
        ("The pilot wondered whether the plane had landed.", "landed", 0.0),
        ("The pilot knew that the plane had landed.", "landed", 3.0),
        ("The pilot did not know that the plane had landed.", "landed", 3.0),
        ("It is possible that the plane landed.", "landed", 0.75),
        ("The pilot would not land.", "land", -3.0),
        ("The firm would neither confirm nor deny that the plane had landed.", "landed", 0.0),
    ],
)
def test_words_above_and_around_a_verb_decide(parse, sentence, word, expected):
    """What governs an event, and its own clause, say how real it is."""
    parsed = _sentence(parse, sentence)
    assert degree(parsed, _place(parsed, word)).value == pytest.approx(expected)


@pytest.mark.parametrize(
    ("sentence", "word", "expected"),
    [
        ("Police prevented a theft.", "theft", -3.0),
        ("Police called for a ban.", "ban", 0.4),
        ("Police banned a planned march.", "march", 1.5),
        ("There was no theft.", "theft", -3.0),
        ("The visit ended without an agreement.", "agreement", -3.0),
        ("The minister rejected the demand.", "demand", 3.0),
        ("Police reported an alleged theft.", "theft", 0.75),
    ],
)
def test_events_that_nouns_name_are_judged_too(parse, sentence, word, expected):
    """A noun's event is as real as its verb, its preposition and its adjectives leave it."""
    parsed = _sentence(parse, sentence)
    assert degree(parsed, _place(parsed, word)).value == pytest.approx(expected)


def test_what_no_word_decides_is_not_firm(parse):
    """Plain telling is only what is usual; a word that decides is firm."""
    plain, hedged = _sentence(parse, "The plane landed."), _sentence(parse, "The plane may land.")
    found = (
        degree(plain, _place(plain, "landed")).firm,
        degree(hedged, _place(hedged, "land")).firm,
    )
    assert found == (False, True)


def test_in_news_a_word_that_decides_has_the_last_say(parse):
    """The estimate is that of the rule where there is one, and near to sure where there is none."""
    denied = _sentence(parse, "The pilot failed to land.")
    plain = _sentence(parse, "The plane landed.")
    assert estimate(denied, _place(denied, "land")) == -3.0
    assert estimate(plain, _place(plain, "landed")) > 2.5


def test_in_talk_what_is_still_to_come_has_not_happened(parse):
    """Asked of talk whether a thing has happened, people say no of the future."""
    parsed = _sentence(parse, "I will call you on Monday.")
    place = _place(parsed, "call")
    assert (estimate(parsed, place) == 3.0, estimate(parsed, place, news=0.0) < 0) == (True, True)


def test_a_model_that_has_read_the_sentence_is_weighed_in(parse):
    """A model's own estimate moves what no word decides, and leaves what one does."""
    moved = {}
    for text, word in (("The plane landed.", "landed"), ("The pilot managed to land.", "land")):
        parsed = _sentence(parse, text)
        place = _place(parsed, word)
        before = estimate(parsed, place)
        parsed.tokens[place] = replace(parsed.tokens[place], fact=-3.0)
        moved[word] = before - estimate(parsed, place)
    assert (moved["landed"] > 0, moved["land"]) == (True, 0.0)


def test_an_estimate_stays_on_the_scale(parse):
    """No estimate is beyond -3 or 3, in news or talk, at any word."""
    parsed = _sentence(parse, "We did not go, though I had hoped that you would never leave!")
    found = [estimate(parsed, t.index, news=news) for t in parsed.tokens for news in (0, 0.5, 1)]
    assert all(-3 <= value <= 3 for value in found)


def test_mail_is_told_from_news(parse):
    """Sentences that speak of "I" and "you", taken together, are no news."""
    (mail,) = parse(["I will call you. Are you at home? My plane was late. Let me know!"])
    (news,) = parse(["The port closed on Friday. Police arrested two men. No ship has left."])
    assert (news_share(mail) < 0.5, news_share(news) > 0.9) == (True, True)


def test_all_is_news_before_a_word_is_read():
    """The reader is made for news."""
    assert news_share([]) == pytest.approx(0.95)


def test_a_model_that_doubts_can_weaken_what_no_word_weakens(parse):
    """A clause without any hedge is told as fact, unless a model and the estimate doubt it."""
    parsed = _sentence(parse, "The plane landed.")
    place = _place(parsed, "landed")
    sure = unruled(parsed, place)
    parsed.tokens[place] = replace(parsed.tokens[place], fact=-3.0)
    assert unruled(parsed, place) < sure == 3.0
