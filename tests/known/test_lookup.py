"""Finding an entry by its name, its key or its domain."""

from __future__ import annotations

import pytest

from reportedly import known

KNOWN = known.load()


@pytest.mark.parametrize(
    "name",
    ["WSJ", "the WSJ", "Wall Street Journal", "the wall street journal", "Wall Street Journal's"],
)
def test_an_outlet_answers_to_its_names(name: str):
    """Article, case and possessive do not matter."""
    assert KNOWN.outlets.named(name).key == "outlet:wsj"


def test_an_outlet_answers_to_its_domain():
    """Host, subdomain and whole address lead to the outlet; a look-alike does not."""
    for address in ("wsj.com", "https://www.wsj.com/world/x?y=1", "http://a@online.WSJ.com:443/"):
        assert KNOWN.outlets.at_domain(address).key == "outlet:wsj"
    for address in ("evil-wsj.com", "https://wsj.com.example.org/", "", "news.example"):
        assert KNOWN.outlets.at_domain(address) is None


def test_a_short_name_needs_its_full_name_before():
    """A "Journal" alone is nobody; after the Wall Street Journal it is that."""
    assert KNOWN.outlets.named("the Journal") is None
    assert KNOWN.outlets.named("the Journal", before=["outlet:wsj"]).key == "outlet:wsj"


def test_a_descriptor_after_the_name_is_left_out():
    """The "Tasnim news agency" and the "Times newspaper" are the outlets."""
    assert KNOWN.outlets.named("the Tasnim news agency").key == "outlet:tasnim"
    assert KNOWN.outlets.named("the Times newspaper").key == "outlet:times-london"


@pytest.mark.parametrize("word", ["who", "time", "people", "sun", "us", "it", "mint", "the nation"])
def test_a_common_word_is_no_name(word: str):
    """Words in lower case are not taken for the abbreviation or title they resemble."""
    assert KNOWN.outlets.named(word) is None
    assert KNOWN.groups.named(word) is None
    assert KNOWN.places.named(word) is None


@pytest.mark.parametrize(
    "name", ["Pantsir", "Pantsir-S1", "SA-22 Greyhound", "the Pantsir", "Pantsyr", "SA-22"]
)
def test_the_names_of_one_system_are_one_item(name: str):
    """Pantsir, Pantsir-S1 and SA-22 Greyhound are the same thing."""
    item = KNOWN.equipment.named(name)
    assert (item.key, item.kind, item.origin) == ("item:pantsir-s1", "air_defence", "RUS")


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russian", "RUS"),
        ("Iraqi", "IRQ"),
        ("Dutch", "NLD"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("America", "USA"),
        ("UK", "GBR"),
        ("Britain", "GBR"),
        ("the United Kingdom", "GBR"),
        ("Türkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Ivory Coast", "CIV"),
        ("Kosovo", "XKX"),
        ("North Korean", "PRK"),
    ],
)
def test_countries_and_nationalities_have_the_country_code(word: str, code: str):
    """Spoken names, abbreviations and words of nationality lead to the ISO code."""
    assert KNOWN.places.named(word).key == code
    assert KNOWN.places.keyed(code).kind == "country"


def test_a_city_names_its_country():
    """A city has a key of its own and the country that it is in."""
    city = KNOWN.places.named("Kiev")
    assert (city.key, city.name, city.kind, city.country) == ("place:kyiv", "Kyiv", "city", "UKR")


@pytest.mark.parametrize(
    "name",
    ["Russian Defence Ministry", "Russia's Defense Ministry", "Ministry of Defence of Russia"],
)
def test_a_ministry_is_found_by_its_pattern(name: str):
    """Every state has its offices, whichever way they are written."""
    group = KNOWN.groups.named(name)
    assert (group.key, group.kind, group.part_of) == (
        "group:rus-defence-ministry",
        "ministry",
        "gov:RUS",
    )
    assert KNOWN.groups.keyed(group.key) == group


def test_an_office_with_a_name_of_its_own_is_that():
    """The American defence ministry is the Pentagon."""
    assert KNOWN.groups.named("American Defense Ministry").key == "group:pentagon"
    assert KNOWN.groups.named("no Defence Ministry") is None
    assert KNOWN.groups.keyed("group:xyz-defence-ministry") is None
    assert KNOWN.groups.keyed("gov:UKR").country == "UKR"


def test_an_observatory_is_no_outlet():
    """A monitoring organisation is a group, not a publisher."""
    assert KNOWN.groups.named("Syrian Observatory for Human Rights").key == "group:sohr"
    assert KNOWN.outlets.named("Syrian Observatory for Human Rights") is None


@pytest.mark.parametrize(
    ("key", "sure", "hand"),
    [
        ("outlet:wsj", True, "owner:news-corp"),
        ("outlet:sun-uk", True, "owner:news-corp"),
        ("outlet:ria-novosti", True, "gov:RUS"),
        ("outlet:fars", True, "outlet:fars"),
        ("outlet:fars", False, "gov:IRN"),
        ("group:kremlin", True, "group:kremlin"),
        ("group:kremlin", False, "gov:RUS"),
        ("group:rus-defence-ministry", False, "gov:RUS"),
        ("outlet:no-such", False, "outlet:no-such"),
    ],
)
def test_who_counts_as_one_hand(key: str, sure: bool, hand: str):  # noqa: FBT001 - a table
    """Sure owners join outlets always; doubtful ones and organs of a state in the lower bound."""
    assert KNOWN.group_of(key, sure=sure) == hand
