"""Who is competent on what."""

from __future__ import annotations

import pytest

from reportedly import known
from reportedly.values.statement import Actor, Event, Mention
from reportedly.values.when import Span

KNOWN = known.load()
SPAN = Span(0, 1)


def voice(name: str, title: str | None = None, affiliation: str | None = None) -> Actor:
    """Return a named voice with the key of its organisation."""
    group = KNOWN.groups.named(name)
    key = group.key if group else None
    return Actor(name, "organisation", key=key, title=title, affiliation=affiliation)


def event(action: str, place: str | None = None, who: str | None = None) -> Event:
    """Return an event at a place, with who does it."""
    places = (Mention(SPAN, place, "place"),) if place else ()
    doers = (Mention(SPAN, who, "organisation", KNOWN.groups.named(who).key),) if who else ()
    return Event(action, SPAN, who=doers, place=places)


@pytest.mark.parametrize(
    ("actor", "what", "expected"),
    [
        (voice("Kenyan Health Ministry"), event("infect", "Nairobi"), True),
        (voice("Kenyan Health Ministry"), event("infect", "Lagos"), None),
        (voice("World Health Organization"), event("spread", "Kinshasa"), True),
        (voice("German police"), event("arrest", "Berlin"), True),
        (voice("Brazilian Electoral Commission"), event("elect", "Brazil"), True),
        (voice("Russian Defence Ministry"), event("lose", "Kursk", "Russian army"), False),
        (voice("Hezbollah"), event("shell", "Lebanon"), False),
        (voice("Boeing"), event("resign", who="Boeing"), True),
        (voice("Boeing"), event("resign", who="Airbus"), None),
        (voice("US Geological Survey"), event("quake", "Tokyo"), True),
        (voice("Anna Smith", "police chief", "DEU"), event("shoot", "Munich"), True),
        (voice("Anna Smith"), event("shoot", "Munich"), None),
        (voice("German police"), event("infect", "Berlin"), None),
        (voice("U.N. inspectors"), event("gas", "Ghouta"), True),
        (voice("U.N. inspectors"), event("elect", "Syria"), None),
    ],
)
def test_the_table_decides_who_is_competent(actor: Actor, what: Event, expected):
    """Jurisdiction and place decide; own losses make a party; the rest is not known."""
    assert KNOWN.competence.competent(actor, what) is expected


def test_without_an_event_nothing_is_known():
    """A voice alone is neither competent nor a party."""
    assert KNOWN.competence.competent(voice("German police"), None) is None


def test_the_rule_that_decided_can_be_named():
    """The answer can be traced to one line of the table."""
    rule = KNOWN.competence.rule(voice("German police"), event("arrest", "Berlin"))
    assert rule.name == "police on crime"
