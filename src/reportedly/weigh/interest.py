"""Whether a voice takes part in the event, may know of it, and confirms it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.values.statement import Actor, Event, Mention
from reportedly.weigh.lookups import Known
from reportedly.weigh.names import fold

CONFIRMING = re.compile(r"\b(?:confirm|acknowledg|admit|conced|own(?:s|ed) up)", re.IGNORECASE)
"""Cue words of confirmation."""

ADMITTING = re.compile(r"\b(?:acknowledg|admit|conced|own(?:s|ed) up)", re.IGNORECASE)
"""Cue words that say something against one's own interest."""

DENYING = re.compile(
    r"^(?:ha[sd]\s|have\s|also\s|\w+ly\s)*(?:den(?:y|ie[sd])|reject|dismiss|refut)", re.IGNORECASE
)
"""Cue words of denial."""

WITHHELD = re.compile(
    r"\b(?:not|never|neither|nor|cannot|declin\w+|refus\w+|unable|unconfirm\w*)\b|n['’]t\b",
    re.IGNORECASE,
)
"""Words that turn a confirmation into a non-confirmation."""

INVESTIGATING = re.compile(
    r"\b(?:verif|investigat|analys|fact.?check|examin|debunk|establish)", re.IGNORECASE
)
"""Words of an outlet's own investigation."""

_ANSWERABLE = frozenset({"named_person", "role_person", "organisation"})
_COUNTRY = re.compile(r"^[A-Z]{3}$")


def body_of(label: str | None, known: Known) -> str:
    """Return one label for a body however it is written: key, country code or folded words.

    >>> from types import SimpleNamespace
    >>> nothing = SimpleNamespace(named=lambda text: None)
    >>> body_of("gov:RUS", SimpleNamespace(places=nothing, groups=nothing))
    'RUS'
    """
    if not label:
        return ""
    plain = label.removeprefix("gov:")
    if ":" in plain or _COUNTRY.match(plain):
        return plain
    place = known.places.named(plain)
    if place is not None:
        return place.key
    group = known.groups.named(plain)
    return group.key if group is not None else fold(plain)


def takes_part(actor: Actor, events: Sequence[Event], known: Known) -> bool | None:
    """Return whether the voice fills a slot of the events, or speaks for, owns or rules one.

    None where it cannot be told: nothing says for whom the voice speaks, or no slot is
    filled.
    """
    slots = {
        label
        for event in events
        for mention in (*event.who, *event.what, *event.to_whom)
        for label in _slot_labels(mention, known)
    }
    if not slots:
        return None
    if not slots.isdisjoint(_voice_labels(actor, known)):
        return True
    told = actor.affiliation or actor.key or actor.kind in {"organisation", "media_outlet"}
    return False if told else None


def confirms(actor: Actor, cue: str, *, party: bool | None, competent: bool | None) -> bool:
    """Return whether words of confirmation from this voice confirm, and not only support.

    The voice must be one to hold to account, and either competent or a party that speaks
    against its own interest.
    """
    if actor.kind not in _ANSWERABLE:
        return False
    return competent is True or (party is True and bool(ADMITTING.search(cue)))


def _voice_labels(actor: Actor, known: Known) -> frozenset[str]:
    labels = {fold(actor.name), body_of(actor.affiliation, known), actor.key or ""}
    if actor.kind == "organisation":
        labels |= _group_labels(actor.name, known, rulers=False)
    return frozenset(labels - {""})


def _slot_labels(mention: Mention, known: Known) -> Iterable[str]:
    yield fold(mention.name)
    if mention.key:
        yield mention.key
    if mention.kind == "place":
        yield body_of(mention.key or mention.name, known)
    if mention.kind in {"person", "organisation"}:
        yield from _group_labels(mention.name, known, rulers=True)
        outlet = known.outlets.keyed(mention.key) if mention.key else None
        if outlet is not None and outlet.owner:
            yield outlet.owner


def _group_labels(name: str, known: Known, *, rulers: bool) -> set[str]:
    group = known.groups.named(name)
    if group is None:
        return set()
    above = {group.country, group.part_of} if rulers else set()
    return {group.key, *(label for label in above if label)}
