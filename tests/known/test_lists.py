"""The lists as they ship: well formed, and no name that means two things."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from zoneinfo import available_timezones

import pycountry
import pytest

from reportedly import known
from reportedly.known.entries import Entry

KNOWN = known.load()
LOOKUPS = (KNOWN.outlets, KNOWN.owners, KNOWN.equipment, KNOWN.groups, KNOWN.places)
CODES = {country.alpha_3 for country in pycountry.countries} | {"XKX"}


@pytest.mark.parametrize(
    ("lookup", "least"),
    [
        (KNOWN.outlets, 300),
        (KNOWN.equipment, 180),
        (KNOWN.groups, 150),
        (KNOWN.places, 400),
        (KNOWN.owners, 100),
    ],
    ids=["outlets", "equipment", "groups", "places", "owners"],
)
def test_the_lists_are_long_enough_to_be_useful(lookup, least: int):
    """Each list holds at least as many entries as promised."""
    assert len(lookup) >= least


def test_every_entry_is_well_formed():
    """Keys are slugs with their kind, countries are ISO codes, names are not blank."""
    for lookup in LOOKUPS:
        for entry in lookup:
            assert re.fullmatch(r"[A-Z]{3}|[a-z]+:[a-z0-9-]+", entry.key), entry
            assert all(n.strip() == n and n for n in (entry.name, *entry.aliases, *entry.guarded))
            assert entry.country is None or entry.country in CODES, entry
            assert entry.kind or lookup is KNOWN.owners, entry


def test_every_outlet_says_where_and_when_it_is():
    """An outlet has country, zone, language and kind, and a year beside what is said of its owner."""
    zones = available_timezones()
    for outlet in KNOWN.outlets:
        assert outlet.zone in zones, outlet
        assert outlet.language, outlet
        assert outlet.country, outlet
        assert outlet.owner is None or outlet.owner_as_of, outlet


def test_every_reference_leads_to_an_entry():
    """Owners, parents, families of variants and seats of power are in the lists themselves."""
    for outlet in KNOWN.outlets:
        assert outlet.owner is None or _exists(outlet.owner), outlet
    for owner in KNOWN.owners:
        assert owner.parent is None or _exists(owner.parent), owner
    for group in KNOWN.groups:
        assert group.part_of is None or _exists(group.part_of), group
    for item in KNOWN.equipment:
        assert item.of is None or KNOWN.equipment.keyed(item.of), item


def _exists(key: str) -> bool:
    return bool(KNOWN.owners.keyed(key) or KNOWN.groups.keyed(key))


def test_no_name_means_two_entries():
    """A name that is safe anywhere, or guarded, belongs to one entry alone."""
    meanings: dict[str, set[str]] = defaultdict(set)
    entries: list[Entry] = [
        *KNOWN.outlets,
        *KNOWN.groups,
        *KNOWN.equipment,
        *KNOWN.places,
        *KNOWN.places.people,
    ]
    for entry in entries:
        for name in entry.safe_names:
            meanings[name].add(entry.key)
    assert {name: keys for name, keys in meanings.items() if len(keys) > 1} == {}
    guarded = Counter(name for entry in entries for name in set(entry.guarded_names))
    assert {name for name, count in guarded.items() if count > 1 or name in meanings} == set()


def test_no_domain_belongs_to_two_outlets():
    """A domain leads to one outlet."""
    domains = Counter(domain for outlet in KNOWN.outlets for domain in outlet.domains)
    assert {domain for domain, count in domains.items() if count > 1} == set()
    assert all(re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", domain) for domain in domains)


AGENCIES = """
Reuters|AP|AFP|Bloomberg|UPI|TASS|RIA Novosti|Interfax|Xinhua|Kyodo|Yonhap|Anadolu Agency|DPA|EFE
ANSA|PTI|ANI|IRNA|Tasnim|Fars News Agency|SANA|WAFA|PA Media|Canadian Press|AAP|Ukrinform
Interfax-Ukraine|BelTA|KCNA|Central News Agency|Antara|Bernama|Austria Press Agency|TT News Agency
NTB|Ritzau|Keystone-SDA
"""


@pytest.mark.parametrize("name", re.split(r"[|\n]", AGENCIES.strip()))
def test_the_large_agencies_are_there(name: str):
    """Every large news agency of the world is known, and as an agency."""
    outlet = KNOWN.outlets.named(name)
    assert outlet is not None
    assert outlet.kind == "agency"
