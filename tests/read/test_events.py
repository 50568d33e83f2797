"""What is said to happen: who does what to whom, how many, where, when, how far it has gone."""

from __future__ import annotations

import pytest


def names(mentions):
    """Return keys where there are any, else names."""
    return [mention.key or mention.name for mention in mentions]


@pytest.mark.parametrize(
    ("sentence", "action", "slots"),
    [
        (
            "Russia delivered three Pantsir-S1 systems to Hezbollah in Lebanon.",
            ("deliver", "delivery"),
            (["RUS"], ["item:pantsir-s1"], ["group:hezbollah"]),
        ),
        (
            "Iran has sent 1.5 million shells to Russia.",
            ("send", "delivery"),
            (["IRN"], ["1.5 million shells"], ["RUS"]),
        ),
        (
            "Iran is believed to have sent shells to Russia.",
            ("send", "delivery"),
            (["IRN"], ["shells"], ["RUS"]),
        ),
        (
            "The town is believed to have been shelled by Russia.",
            ("shell", "attack"),
            (["RUS"], ["town"], []),
        ),
        (
            "Iran is likely to send shells to Russia.",
            ("send", "delivery"),
            (["IRN"], ["shells"], ["RUS"]),
        ),
        (
            "The company was bought by the bank.",
            ("buy", "economic"),
            (["bank"], ["company"], []),
        ),
        ("Twelve people were killed.", ("kill", "casualty"), ([], ["Twelve people"], [])),
        ("Police arrested two men in Oslo.", ("arrest", "arrest"), (["Police"], ["two men"], [])),
        ("The mayor and the bishop met.", ("meet", "meeting"), (["mayor", "bishop"], [], [])),
        ("The bank made an offer.", ("offer", None), (["bank"], ["offer"], [])),
        (
            "The delivery of 50 tanks from Poland to Ukraine was completed.",
            ("delivery", "delivery"),
            (["POL"], ["50 tanks"], ["UKR"]),
        ),
        (
            "The rebels were supplied with rifles by Rwanda.",
            ("supply", "delivery"),
            (["RWA"], ["rifles"], ["rebels"]),
        ),
        (
            "Belgium agreed to transfer minehunters to Bulgaria.",
            ("transfer", "delivery"),
            (["BEL"], ["minehunters"], ["BGR"]),
        ),
        (
            "Pakistan conducted raids against the Taliban.",
            ("raid", "attack"),
            (["PAK"], ["group:afghan-taliban"], []),
        ),
        ("Twelve miners died.", ("die", "casualty"), ([], ["Twelve miners"], [])),
    ],
)
def test_a_clause_fills_the_slots_of_its_event(only, sentence, action, slots):
    """Actor, object and receiver come from the clause, by key where they are listed."""
    event = only(sentence).event
    found = names(event.who), names(event.what), names(event.to_whom)
    assert ((event.action, event.type), found) == (action, slots)


@pytest.mark.parametrize(
    ("sentence", "quantity", "unit", "raw"),
    [
        ("The company sold 40 buses.", 40.0, "bus", "40 buses"),
        ("Twelve people were killed.", 12.0, "people", "Twelve people"),
        ("Iran has sent 1.5 million shells.", 1_500_000.0, "shell", "1.5 million shells"),
        ("The army lost 2,300 soldiers.", 2300.0, "soldier", "2,300 soldiers"),
        ("The army lost soldiers on June 3.", None, None, None),
        ("The company sold its buses.", None, None, None),
        ("Norway shipped two dozen howitzers.", 24.0, "howitzer", "two dozen howitzers"),
        ("Norway shipped at least 12 howitzers.", 12.0, "howitzer", "at least 12 howitzers"),
        ("Sweden gave Estonia $300 million.", 3e8, "USD", "$300 million"),
        ("Sweden shipped half a million shells.", 5e5, "shell", "half a million shells"),
    ],
)
def test_counted_things_are_numbers_with_units(only, sentence, quantity, unit, raw):
    """Digits and number words give a number, with its unit and as written; dates give none."""
    event = only(sentence).event
    assert (event.quantity, event.unit, event.quantity_raw) == (quantity, unit, raw)


@pytest.mark.parametrize(
    ("sentence", "phase"),
    [
        ("The ministry is considering a ban.", "considered"),
        ("The ministry plans a ban.", "planned"),
        ("Russia will deliver the systems.", "planned"),
        ("Russia may deliver the systems.", "planned"),
        ("The ship is expected to sink.", "planned"),
        ("The army is shelling the town.", "under_way"),
        ("Russia delivered the systems.", "done"),
        ("Russia may have delivered the systems.", "done"),
        ("The ship is believed to have sunk.", "done"),
        ("The company stopped deliveries.", "ended"),
        ("Washington has resumed shipments of shells.", "under_way"),
        ("Spain finished delivering the launchers.", "done"),
    ],
)
def test_how_far_an_act_has_gone(only, sentence, phase):
    """Tense, auxiliaries and verbs of phase tell a plan from a deed."""
    assert only(sentence).event.phase == phase


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Twelve people were killed in Kyiv on Monday.", ["place:kyiv"]),
        ("Police arrested two men near Oslo.", ["place:oslo"]),
        ("Twelve people were killed.", []),
    ],
)
def test_where_it_happened(only, sentence, place):
    """A place after a preposition of place is where the event took place."""
    assert names(only(sentence).event.place) == place


@pytest.mark.parametrize(
    ("sentence", "times", "when"),
    [
        ("The ship sank on Thursday.", [("Thursday", "event")], "2023-11-02"),
        (
            "The mayor said on Thursday that the ship sank in June.",
            [("Thursday", "utterance"), ("June", "event")],
            "2023-06",
        ),
        ("The mayor condemned the May 4 attack.", [("May 4", "embedded")], None),
        ("The ship sank.", [], None),
    ],
)
def test_times_belong_to_the_event_or_to_its_telling(only, sentence, times, when):
    """A time inside what is said dates the event; one beside the word of saying dates that."""
    statement = only(sentence)
    found = [(timed.when.raw, timed.role) for timed in statement.times]
    assert found == times
    assert (statement.event.when and statement.event.when.value) == when


def test_without_a_date_of_publication_a_weekday_stays_open(reading):
    """A relative time of an undated article is found and left unresolved."""
    (statement,) = reading("The ship sank on Thursday.", on=None)
    assert [timed.when.start for timed in statement.times] == [None]


def test_mentions_have_kinds_and_keys(reading):
    """Listed names carry their keys; others have the kind that their shape tells."""
    text = (
        "Russia sold the Pantsir to Hezbollah. The firm Valdor Shipping Ltd sent Per Dahl to Marov."
    )
    found = [(m.name, m.kind, m.key) for said in reading(text) for m in said.mentions]
    assert found == [
        ("Russia", "place", "RUS"),
        ("Pantsir", "equipment", "item:pantsir-s1"),
        ("Hezbollah", "organisation", "group:hezbollah"),
        ("Valdor Shipping Ltd", "organisation", None),
        ("Per Dahl", "person", None),
        ("Marov", "place", None),
    ]


def test_a_surname_is_mentioned_under_the_full_name(reading):
    """A bare surname stands for the person whom the article names in full."""
    last = reading("Per Dahl left the port. The mayor met Dahl in Oslo.")[-1]
    assert [(m.name, m.kind) for m in last.mentions] == [
        ("Per Dahl", "person"),
        ("Oslo", "place"),
    ]


@pytest.mark.parametrize(
    ("sentence", "background"),
    [
        ("The Pantsir is an air defence system.", True),
        ("Lund is a town in Sweden.", True),
        ("Lund was a town in Sweden.", False),
        ("The Pantsir is not an air defence system.", False),
        ("The Pantsir sank.", False),
        ("The mayor said that Lund is a town.", False),
    ],
)
def test_definitions_are_background(only, sentence, background):
    """What only says what something is stays behind when claims are linked."""
    assert only(sentence).background == background


def test_a_long_sentence_is_read_with_less_confidence(only):
    """A reading is less sure of itself where the sentence is long or a pronoun stays open."""
    short, long = "The ship sank.", f"The ship sank{' in the dark and cold water' * 8}."
    assert only(short).confidence > only(long).confidence


def test_an_open_pronoun_is_read_with_less_confidence(only):
    """A pronoun that points back to nobody lowers the confidence of the reading."""
    assert (
        only("The mayor said the ship sank.").confidence
        > only("She said the ship sank.").confidence
    )


@pytest.mark.parametrize(
    ("sentence", "code"),
    [
        ("Iran delivered shells to Russia.", ("AID", None)),
        ("Iran will deliver shells to Russia.", ("AGREE", None)),
        ("Iran did not deliver shells to Russia.", (None, None)),
        ("France refused to export the missiles.", ("REJECT", None)),
        ("Gunmen kidnapped two nurses in Goma.", ("ASSAULT", "abduct")),
        ("The ferry capsized in the storm.", (None, None)),
    ],
)
def test_an_act_has_its_plover_category(only, sentence, code):
    """Acts are coded in PLOVER; promises, refusals and what is not so are told apart."""
    event = only(sentence).event
    assert (event.plover, event.mode) == code


@pytest.mark.parametrize(
    ("sentence", "relation"),
    [
        ("Iran-backed Hezbollah attacked a base.", ("back", ["IRN"], ["group:hezbollah"])),
        ("Wagner, a unit of the GRU, left Mali.", ("unit", ["group:gru"], ["Wagner"])),
        ("Militias backed by Iran fired rockets.", ("back", ["IRN"], ["Militias"])),
    ],
)
def test_relations_told_in_passing_are_kept(only, sentence, relation):
    """Who backs, leads or owns whom is kept beside the event, under the same voice."""
    (told,) = only(sentence).embedded
    found = (told.action, names(told.who), names(told.what))
    assert (told.type, found) == ("relation", relation)
