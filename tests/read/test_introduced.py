"""Voices that are described before they are named, or named in short."""

from __future__ import annotations

from datetime import UTC, datetime

from reportedly import known, models, read
from reportedly.values.document import document

SEEN = datetime(2024, 5, 1, tzinfo=UTC)


def _voices(text: str) -> list[str]:
    source = document(text, outlet="Harbour Courier", url="https://x.example/a", first_seen=SEEN)
    said = read.read(source, known=known.load(), model=models.reader())
    return [one.chain[-1].actor.name for one in said if len(one.chain) > 1]


def test_a_description_takes_the_name_that_follows_it() -> None:
    """A group that is only described in the first sentence is the one named in the second."""
    found = _voices(
        "Militants are training pilots to fly captured jets, a monitoring group said on Friday.\n\n"
        "The training takes place at an airport, the Syrian Observatory for Human Rights said."
    )
    assert found == ["Syrian Observatory for Human Rights"] * 2


def test_an_outlet_is_known_whatever_is_said_of_it() -> None:
    """Country, kind and politics before the name of a paper do not make another paper of it."""
    found = _voices(
        "According to a report in Iraq's pro-government newspaper, al Sabaah, two men fell ill.\n\n"
        "The Iraqi newspaper Al-Sabah reported that the two men were recovering."
    )
    assert found == ["Al-Sabah", "Al-Sabah"]


def test_a_member_of_parliament_is_a_person() -> None:
    """The body of which somebody is a member is no part of the name."""
    found = _voices("Iraqi Member of Parliament Ali al-Bredi has claimed that gas was used.")
    assert found == ["Ali al-Bredi"]
