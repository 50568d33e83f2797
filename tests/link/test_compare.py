"""Whether two statements make the same claim."""

import pytest
from tests.build import make_document, make_statement, moment

from reportedly.link.compare import compare
from reportedly.link.profile import profile
from reportedly.values.claim import Link
from reportedly.values.statement import (
    Event,
    Factuality,
    Mention,
    MentionKind,
    Phase,
    Statement,
)
from reportedly.values.when import Span, published

NOW = moment("2023-11-05")
NOWHERE = Span(0, 0)


def things(*names: str, kind: MentionKind = "organisation") -> tuple[Mention, ...]:
    """Return mentions; "Hezbollah=group:hezbollah" gives a name and its key."""
    parts = (name.partition("=") for name in names)
    return tuple(Mention(NOWHERE, name, kind, key or None) for name, _, key in parts)


def supply(  # noqa: PLR0913 - one argument for each slot
    text: str,
    certain: Factuality = "CT+",
    *,
    who: str = "Wagner Group=group:wagner",
    what: str = "",
    to_whom: str = "Hezbollah=group:hezbollah",
    action: str = "supply",
    phase: Phase = "done",
) -> Statement:
    """Return a statement that somebody hands something to somebody."""
    event = Event(
        action,
        NOWHERE,
        type="delivery",
        who=things(who),
        what=things(what, kind="equipment") if what else (),
        to_whom=things(to_whom),
        phase=phase,
    )
    paper = make_document("Example Post", text)
    return make_statement(paper, text, [("officials", "unnamed_official")], certain, event=event)


def attack(
    text: str, place: str = "", day: str = "", certain: Factuality = "CT+", phase: Phase = "done"
) -> Statement:
    """Return a statement that somebody attacks somewhere."""
    event = Event(
        "attack",
        NOWHERE,
        type="attack",
        who=things("Hamas=group:hamas"),
        place=things(place, kind="place") if place else (),
        when=None,
        phase=phase,
    )
    if day:
        when = published(day)
        event = Event(
            "attack",
            NOWHERE,
            type="attack",
            who=event.who,
            place=event.place,
            phase=phase,
            when=type(when)(day, day, when.start, when.end),
        )
    return make_statement(make_document("Example Post", text), text, (), certain, event=event)


def plain(text: str, certain: Factuality = "CT+") -> Statement:
    """Return a statement of which only the words are known."""
    return make_statement(make_document("Example Post", text), text, (), certain)


def link(a: Statement, b: Statement) -> Link | None:
    """Return what the two are to each other."""
    return compare(profile(a), profile(b), at=NOW)


def relation(a: Statement, b: Statement) -> str | None:
    """Return the relation of the two, or None."""
    found = link(a, b)
    return found.relation if found else None


def test_the_general_and_the_particular_word_are_one_thing():
    """The words "air defense systems" and "Pantsir anti-aircraft systems" do not part two reports."""
    a = supply(
        "Wagner Group may supply air defense systems to Hezbollah",
        "PS+",
        what="air defense systems",
        phase="considered",
    )
    b = supply(
        "Wagner Group may be providing Pantsir anti-aircraft systems to the Lebanese militia Hezbollah",
        "PS+",
        what="Pantsir anti-aircraft systems=item:pantsir-s1",
        action="provide",
        phase="under_way",
    )
    assert relation(a, b) == "same"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Rebels shot down a military helicopter near Donetsk",
            "A military helicopter was shot down near Donetsk by rebels",
        ),
        (
            "The ministry will hand over 40 old tanks to the army",
            "Forty old tanks are to be delivered to the army by the ministry",
        ),
        (
            "A dozen people died when the ferry sank off Samos",
            "12 people killed as ferry sinks off Samos",
        ),
        (
            "More than 100 soldiers were killed in the attack on the Homs academy",
            "An attack on the Homs academy killed 112 soldiers",
        ),
        (
            "Islamic State fighters have contracted Ebola in Mosul",
            "Islamic State fighters in Mosul infected with Ebola",
        ),
    ],
)
def test_paraphrases_of_one_claim_are_joined(first, second):
    """Two wordings of one thing are the same claim, with words alone to go by."""
    assert relation(plain(first), plain(second)) == "same"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The gold watch will cost $4,999", "The gold watch will cost $1,200"),
        ("The ferry accident off Samos killed 12", "The ferry accident off Samos killed 30"),
        ("The company will cut 5,000 jobs", "The company will cut 50,000 jobs"),
        ("Inflation rose to 3.1 percent in May", "Inflation rose to 4.8 percent in May"),
    ],
)
def test_another_number_is_another_claim(first, second):
    """Reports that differ in a number are variants, not one claim."""
    found = link(plain(first), plain(second))
    assert found is not None
    assert (found.relation, found.because[0]) == ("variant", ("another number", 1.0))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Oil prices rose sharply in Rotterdam", "Oil prices fell sharply in Rotterdam"),
        ("Police arrested the editor of Skala Weekly", "Police freed the editor of Skala Weekly"),
    ],
)
def test_what_undoes_an_act_is_another_claim(first, second):
    """An act and its opposite are not one claim, however alike the words."""
    assert link(plain(first), plain(second)) is None


def test_killed_and_wounded_are_not_the_same_count():
    """A number of wounded does not contradict a number of dead."""
    a = plain("The blast in Kabul killed 12 people")
    b = plain("The blast in Kabul killed 12 people and wounded 40")
    assert relation(a, b) == "same"


def test_another_place_is_a_variant():
    """The same act told of two places is two claims that know of each other."""
    a = attack("Hamas attacked a border post in Erez", "Erez")
    b = attack("Hamas attacked a border post in Zikim", "Zikim")
    assert relation(a, b) == "variant"


def test_another_day_is_a_variant_but_not_the_next():
    """Days apart part two reports; one day may be the time zone."""
    first = attack("Hamas attacked a border post", day="2023-10-07")
    next_day = attack("Hamas attacked a border post.", day="2023-10-08")
    later = attack("Hamas attacked a border post again", day="2023-10-20")
    assert [relation(first, next_day), relation(first, later)] == ["same", "variant"]


def test_a_denied_content_is_the_same_claim_with_the_other_polarity():
    """The words "has not supplied" deny "has supplied"."""
    a = supply("Wagner Group has supplied Pantsir systems to Hezbollah")
    b = supply("Wagner Group has not supplied Pantsir systems to Hezbollah", "CT-")
    assert [relation(b, a), relation(b, b)] == ["denies", None]


def test_two_denials_agree():
    """Two outlets that deny the same thing say the same."""
    a = supply("Wagner Group has not supplied Pantsir systems to Hezbollah", "CT-")
    b = supply("Wagner Group did not hand Pantsir systems to Hezbollah", "CT-")
    assert relation(a, b) == "same"


def test_another_phase_of_the_act_escalates():
    """A plan and its completion are two claims."""
    a = supply("Wagner Group plans to supply Pantsir systems to Hezbollah", phase="planned")
    b = supply("Wagner Group has supplied Pantsir systems to Hezbollah")
    assert relation(b, a) == "escalates"


def test_a_momentary_act_has_one_phase_once_it_happens():
    """A headline's present tense and the text's past tense are one phase of an attack."""
    a = attack("Hamas attacks a border post", phase="under_way")
    b = attack("Hamas attacked a border post")
    assert relation(a, b) == "same"


def test_hedges_do_not_part():
    """How sure two voices sound does not decide whether they say the same."""
    a = supply("Wagner Group has supplied Pantsir systems to Hezbollah")
    b = supply("Wagner Group may have supplied Pantsir systems to Hezbollah", "PS+")
    assert relation(a, b) == "same"


@pytest.mark.parametrize(
    "other",
    [
        supply("Wagner Group has supplied Pantsir systems to Hamas", to_whom="Hamas=group:hamas"),
        supply("Wagner Group has supplied S-400 systems to Hezbollah", what="S-400=item:s-400"),
        supply("Wagner Group has supplied tanks to Hezbollah"),
    ],
)
def test_another_actor_or_thing_is_another_claim(other):
    """Whoever or whatever else stands in a slot, the statements are not joined."""
    one = supply(
        "Wagner Group has supplied Pantsir systems to Hezbollah", what="Pantsir=item:pantsir-s1"
    )
    assert link(one, other) is None


@pytest.mark.parametrize(
    ("told", "relation_to_him"),
    [
        ("Warlord Ali al-Sadr was killed by a strike on Lund", "same"),
        ("The right-hand man of Ali al-Sadr was killed by a strike on Lund", "variant"),
        ("A strike on Lund killed Sadr's aide", "variant"),
        ("A strike on Lund killed Sadr and his aide", "same"),
    ],
)
def test_what_happens_to_somebodys_aide_does_not_happen_to_him(told, relation_to_him):
    """Who is named only to say whose aide it was is another person."""
    assert relation(attack(told), attack("Ali al-Sadr was killed by a strike on Lund")) == (
        relation_to_him
    )


@pytest.mark.parametrize("who", ["Wagner mercenaries", "Wagner PMC", "the Russian mercenaries"])
def test_another_name_of_the_same_actor_does_not_part(who):
    """A description or a longer name of an actor is not another actor."""
    one = supply("Wagner Group has supplied Pantsir systems to Hezbollah")
    other = supply(f"{who} have supplied Pantsir systems to Hezbollah", who=who)
    assert relation(one, other) == "same"


def test_background_and_status_words_are_not_compared():
    """A definition or a word about a claim is no claim that could be joined."""
    text = "Pantsir is an air defense system"
    paper = make_document("Example Post", text)
    definition = make_statement(paper, text, background=True)
    status = make_statement(paper, text + ".", status_effect="unconfirms")
    assert [link(definition, plain(text)), link(status, plain(text))] == [None, None]


def test_reasons_come_in_the_order_in_which_they_decided():
    """What was worth most stands first, and the worths add up to the score."""
    found = link(
        supply("Wagner Group has supplied Pantsir systems to Hezbollah"),
        supply("Wagner Group delivered systems to Hezbollah"),
    )
    assert found is not None
    worths = [worth for _, worth in found.because]
    assert worths == sorted(worths, key=abs, reverse=True)
    assert sum(worths) == pytest.approx(found.score, abs=0.001)


def test_slots_filled_differently_by_active_and_passive_still_meet():
    """Who acts and who is acted on is found in whatever slot a wording puts it."""
    active = supply(
        "Wagner Group handed Pantsir systems to Hezbollah", what="Pantsir=item:pantsir-s1"
    )
    text = "Pantsir systems were delivered to Hezbollah by Wagner Group"
    event = Event(
        "deliver",
        NOWHERE,
        type="delivery",
        what=things("Pantsir=item:pantsir-s1", kind="equipment"),
        to_whom=things("Wagner Group=group:wagner", "Hezbollah=group:hezbollah"),
    )
    passive = make_statement(make_document("Example Gazette", text), text, event=event)
    assert relation(passive, active) == "same"


@pytest.mark.parametrize(
    "against",
    [
        "The rumour that gunmen seized the radio station in Varna was called rubbish",
        "It is an urban legend that gunmen seized the radio station in Varna",
    ],
)
def test_words_against_a_claim_deny_it(against):
    """Whoever calls a story made up does not tell it, though no clause of it says "not"."""
    told = plain("Gunmen seized the radio station in Varna")
    for pair in ((told, plain(against)), (plain(against), told)):
        found = link(*pair)
        assert found is not None
        assert found.relation == "denies"
        assert {"any untrue", "any invented"} & dict(found.because).keys()


def test_two_that_speak_against_it_agree():
    """A story about a hoax, told twice, is one claim."""
    one = plain("The video of gunmen at the radio station in Varna is a hoax")
    other = plain("Hoax video shows gunmen at the radio station in Varna")
    assert relation(one, other) == "same"
