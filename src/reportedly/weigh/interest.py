"""Whether a voice takes part in the event, may know of it, and confirms it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.values.statement import Actor, Event, MentionKind
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

_FORCES = re.compile(
    r"\b(?:soldiers?|troops?|forces|army|military|navy|marines?|police|guards?|agents?|officers?|"
    r"jets?|warplanes?|aircraft|helicopters?|drones?|missiles?|rockets?|artillery|tanks?|"
    r"warships?|ships?|submarines?)\b",
    re.IGNORECASE,
)
"""Those who act for a state, and what they act with, where its name stands beside them."""

_ANSWERABLE = frozenset({"named_person", "role_person", "organisation"})
_COUNTRY = re.compile(r"^[A-Z]{3}$")


def body_of(label: str | None, known: Known) -> str:
    """Return one label for a body however it is written: key, country code or folded words.

    A part leads on to the whole that speaks through it: a ministry to its state.

    >>> from types import SimpleNamespace
    >>> nothing = SimpleNamespace(named=lambda text: None, keyed=lambda key: None)
    >>> body_of("gov:RUS", SimpleNamespace(places=nothing, groups=nothing))
    'RUS'
    """
    bodies = _bodies(label, known) if label else ()
    return bodies[-1] if bodies else ""


def _bodies(label: str, known: Known) -> tuple[str, ...]:
    """Return a body and the wholes that it is a part of, the widest last."""
    plain = label.removeprefix("gov:")
    if _COUNTRY.match(plain):
        return (plain,)
    is_key = ":" in plain
    place = None if is_key else known.places.named(plain)
    if place is not None:
        return (place.key,)
    group = known.groups.keyed(plain) if is_key else known.groups.named(plain)
    if group is None:
        return (plain if is_key else fold(plain),)
    found = [group.key.removeprefix("gov:")]
    while group is not None and group.part_of:
        above = group.part_of.removeprefix("gov:")
        if above in found:
            break
        found.append(above)
        group = None if _COUNTRY.match(above) else known.groups.keyed(above)
    return tuple(found)


def slots(events: Sequence[Event], known: Known) -> frozenset[str]:
    """Return every label of who and what takes part in the events."""
    mentions = {m for event in events for m in (*event.who, *event.what, *event.to_whom)}
    named = {(mention.name, mention.kind, mention.key) for mention in mentions}
    return frozenset(label for one in named for label in _slot_labels(*one, known))


def takes_part(actor: Actor, taking: frozenset[str], known: Known) -> bool | None:
    """Return whether the voice is one of those that take part, or speaks for, owns or rules one.

    None where it cannot be told: nothing says for whom the voice speaks, or no slot is
    filled.
    """
    if not taking:
        return None
    if not taking.isdisjoint(_voice_labels(actor, known)) or _in_title(actor, taking):
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
    """Return who a voice is and for whom it speaks, up to the widest body."""
    labels = {fold(actor.name)}
    for label in (actor.key, actor.affiliation):
        labels.update(_bodies(label, known) if label else ())
    if actor.kind == "organisation":
        labels.update(_bodies(actor.name, known))
    return frozenset(labels)


def _in_title(actor: Actor, taking: frozenset[str]) -> bool:
    """Return whether a title begins with who takes part ("Delphin Mining spokeswoman")."""
    title = f"{fold(actor.title or '')} "
    return any(label and title.startswith(f"{label} ") for label in taking)


def _slot_labels(name: str, kind: MentionKind, key: str | None, known: Known) -> Iterable[str]:
    """Yield who fills a slot, and its government, owner or the body that it is a part of."""
    yield fold(name)
    _, _, owner = name.partition(" of ")
    if owner:
        yield fold(owner)  # "the records of the tax office" are its loss
    if key:
        yield key
    if _FORCES.search(name):
        yield from _states_in(name, known)
    if kind not in {"person", "organisation", "place"}:
        return
    yield from _bodies(key or name, known)
    group = (known.groups.keyed(key) if key else None) or known.groups.named(name)
    if group is not None and kind != "place":
        yield from _bodies(group.key, known)
        yield from (group.country,) if group.country else ()
    outlet = known.outlets.keyed(key) if key else None
    if outlet is not None and outlet.owner:
        yield outlet.owner.removeprefix("gov:")


def _states_in(name: str, known: Known) -> Iterable[str]:
    """Yield the states that words such as "Russian troops" name."""
    for word in name.split():
        place = known.places.named(word)
        if place is not None and _COUNTRY.match(place.key):
            yield place.key
