"""What kind of voice a description names, with its office and whom it speaks for."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("source", "kind"),
    [
        ("Ana Berg", "named_person"),
        ("Dr. Per Dahl", "named_person"),
        ("The spokeswoman", "role_person"),
        ("The harbour master", "role_person"),
        ("The mayor of Lund", "role_person"),
        ("A senior official", "unnamed_official"),
        ("Two U.S. officials", "unnamed_official"),
        ("An official, speaking on condition of anonymity,", "unnamed_official"),
        ("An intelligence source", "unnamed_official"),
        ("U.S. sources", "unnamed_official"),
        ("A source", "unnamed_person"),
        ("People familiar with the matter", "unnamed_person"),
        ("A lawyer who asked not to be named", "unnamed_person"),
        ("A resident", "unnamed_person"),
        ("Witnesses", "unnamed_group"),
        ("Experts", "unnamed_group"),
        ("The defence ministry", "organisation"),
        ("The company", "organisation"),
        ("NATO", "organisation"),
        ("Hezbollah", "organisation"),
        ("Moscow", "organisation"),
        ("Valdor Shipping Ltd", "organisation"),
        ("Le Monde", "media_outlet"),
        ("The Lund Herald", "media_outlet"),
        ("Radio Marov", "media_outlet"),
        ("The Borsa Tribune newspaper", "media_outlet"),
        ("Local media", "unnamed_media"),
        ("Russian media", "unnamed_media"),
        ("The report", "document"),
        ("A court filing", "document"),
    ],
)
def test_a_description_tells_the_kind_of_source(only, source, kind):
    """The words that name a source tell of which kind it is."""
    assert only(f"{source} said the ship had sunk.").chain[-1].actor.kind == kind


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("The ship reportedly sank.", "(reportedly)"),
        ("The ship allegedly sank.", "(allegedly)"),
        ("The ship is believed to have sunk.", "(believed)"),
        ("It is understood that the ship sank.", "(understood)"),
        ("There is speculation that the ship sank.", "(speculation)"),
        ("Rumours that the ship sank spread quickly.", "(rumours)"),
    ],
)
def test_hearsay_has_no_holder(only, sentence, name):
    """What nobody is named to have said comes from nobody named."""
    actor = only(sentence).chain[-1].actor
    assert (actor.kind, actor.name) == ("unattributed", name)


@pytest.mark.parametrize(
    ("sentence", "name", "key"),
    [
        ("The WSJ reported that the ship had sunk.", "Wall Street Journal", "outlet:wsj"),
        ("Reuters reported that the ship had sunk.", "Reuters", "outlet:reuters"),
        ("NATO said the ship had sunk.", "NATO", "group:nato"),
        ("Moscow said the ship had sunk.", "Moscow", "place:moscow"),
        ("The Lund Herald reported that the ship had sunk.", "Lund Herald", None),
    ],
)
def test_a_listed_voice_has_its_key(only, sentence, name, key):
    """A voice on a list is named as on the list; one that is not keeps its own name."""
    actor = only(sentence).chain[-1].actor
    assert (actor.name, actor.key) == (name, key)


@pytest.mark.parametrize(
    ("source", "name", "title"),
    [
        ("Foreign Minister Sergei Lavrov", "Sergei Lavrov", "Foreign Minister"),
        ("Mayor Ana Berg", "Ana Berg", "Mayor"),
        ("The mayor, Ana Berg,", "Ana Berg", "The mayor"),
        ("Ana Berg, the mayor of Lund,", "Ana Berg", None),
        (
            "Ukraine's foreign minister, Dmytro Kuleba,",
            "Dmytro Kuleba",
            "Ukraine's foreign minister",
        ),
    ],
)
def test_a_title_is_no_part_of_the_name(only, source, name, title):
    """A person is known by the name; the office before it is the title."""
    actor = only(f"{source} said the talks had failed.").chain[-1].actor
    assert (actor.kind, actor.name, actor.title) == ("named_person", name, title)


@pytest.mark.parametrize(
    ("source", "affiliation"),
    [
        ("Ukraine's foreign minister, Dmytro Kuleba,", "UKR"),
        ("A U.S. official", "USA"),
        ("A Hezbollah spokesman", "group:hezbollah"),
        ("A resident", None),
    ],
)
def test_a_description_tells_for_whom_a_voice_speaks(only, source, affiliation):
    """The state or body in a description is whom the voice speaks for."""
    actor = only(f"{source} said the talks had failed.").chain[-1].actor
    assert actor.affiliation == affiliation


@pytest.mark.parametrize(
    ("source", "number"),
    [("A U.S. official", "one"), ("Two U.S. officials", "plural"), ("Local media", "plural")],
)
def test_several_voices_are_told_from_one(only, source, number):
    """It is kept whether a description means one voice or more."""
    assert only(f"{source} said the talks had failed.").chain[-1].actor.number == number
