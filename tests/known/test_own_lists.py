"""Lists of the user's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly import known
from reportedly.errors import InvalidValueError

OWN = """
outlets:
  valley-news:
    name: Valley News
    aliases: [VN Valley]
    domains: [valley-news.example]
    country: USA
    zone: America/Denver
    owner: valley-holding
  wsj: {name: Wall Street Journal, domains: [wsj.com, wsj.example]}
owners:
  valley-holding: {name: Valley Holding}
equipment:
  sparrow-9: {name: Sparrow-9, kind: uav}
groups:
  valley-council: {name: Valley Council, kind: government}
places:
  green-valley: {name: Green Valley, kind: city, country: USA}
"""


def test_own_entries_are_found_beside_the_built_in_ones(tmp_path: Path):
    """A list of one's own is used everywhere, its outlets as registered ones."""
    (tmp_path / "mine.yaml").write_text(OWN)
    mine = known.load(extra=tmp_path)
    outlet = mine.outlets.at_domain("www.valley-news.example")
    assert (outlet.key, outlet.registered) == ("outlet:valley-news", True)
    assert mine.group_of(outlet.key, sure=True) == "owner:valley-holding"
    assert mine.outlets.named("Reuters").key == "outlet:reuters"
    text = "Valley News: Sparrow-9 over Green Valley, says the Valley Council."
    assert [mention.key for mention in mine.mentions(text)] == [
        "outlet:valley-news",
        "item:sparrow-9",
        "place:green-valley",
        "group:valley-council",
    ]


def test_an_own_entry_takes_the_place_of_a_built_in_one(tmp_path: Path):
    """The same key again replaces what ships."""
    path = tmp_path / "mine.yaml"
    path.write_text(OWN)
    mine = known.load(extra=path)
    assert mine.outlets.at_domain("wsj.example").key == "outlet:wsj"
    assert mine.outlets.keyed("outlet:wsj").owner is None
    assert known.load().outlets.keyed("outlet:wsj").owner == "owner:news-corp"


def test_a_state_of_ones_own_has_offices_and_words_of_nationality(tmp_path: Path):
    """A state under a free ISO code is found like any other, with its ministries."""
    path = tmp_path / "states.yaml"
    path.write_text("countries:\n  XRU: {name: Ruritania, people: [Ruritanian]}")
    mine = known.load(extra=path)
    found = mine.mentions("Ruritania's Defence Ministry met a Ruritanian envoy.")
    assert [mention.key for mention in found] == ["group:xru-defence-ministry", "XRU"]
    assert mine.places.named("France").key == "FRA"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("countries:\n  ruritania: {name: Ruritania}", "entry 'ruritania': give an ISO"),
        ("countries:\n  XRU: {people: [Ruritanian]}", "entry 'XRU': it needs a name"),
        ("countries:\n  XRU: {name: Ruritania, people: Rurish}", "must be a list of words"),
    ],
)
def test_a_malformed_state_is_named(tmp_path: Path, body: str, words: str):
    """The error says which state is meant, and what is wrong with it."""
    path = tmp_path / "states.yaml"
    path.write_text(body)
    with pytest.raises(InvalidValueError, match=words):
        known.load(extra=path)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("outlets:\n  x: {aliases: [X]}", "needs a name"),
        ("outlets:\n  x: {name: X, zone: Mars/North}", "not a time zone"),
        ("outlets:\n  x: {name: X, country: Narnia}", "alpha-3"),
        ("outlets:\n  x: {name: X, colour: red}", "unknown field 'colour'"),
        ("outlets:\n  x: {name: X, aliases: WSJ}", "list of words"),
        ("outlets:\n  x: {name: X, owner_sure: maybe}", "true or false"),
        ("outlets:\n  x: {name: X, owner_as_of: soon}", "a year"),
        ("equipment:\n  x: {name: 9}", "must be a word"),
        ("outlets:\n  x: just words", "expected fields"),
    ],
)
def test_a_malformed_entry_is_named(tmp_path: Path, body: str, words: str):
    """The error says which file and entry, and what is wrong with it."""
    path = tmp_path / "mine.yaml"
    path.write_text(body)
    with pytest.raises(InvalidValueError) as caught:
        known.load(extra=path)
    message = str(caught.value)
    assert "mine.yaml" in message
    assert "entry 'x'" in message
    assert words in message


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("outlets: [", "is not YAML"),
        ("- a\n- b", "expected sections"),
        ("newspapers:\n  x: {name: X}", "unknown section 'newspapers'"),
        ("outlets: [x]", "must map a slug"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, body: str, words: str):
    """The error says which file, and what is wrong with it."""
    path = tmp_path / "mine.yaml"
    path.write_text(body)
    with pytest.raises(InvalidValueError, match=r"mine\.yaml") as caught:
        known.load(extra=path)
    assert words in str(caught.value)


def test_no_list_at_all_is_an_error(tmp_path: Path):
    """An empty folder or a path that leads nowhere says so."""
    with pytest.raises(InvalidValueError, match="holds no list"):
        known.load(extra=tmp_path)
    with pytest.raises(InvalidValueError, match="holds no list"):
        known.load(extra=tmp_path / "nowhere")
