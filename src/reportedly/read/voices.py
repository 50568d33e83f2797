"""Voices of a document, and whether a later word can mean one of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.read.names import DETERMINERS
from reportedly.read.sources import Phrase
from reportedly.read.words import words
from reportedly.values.statement import Actor, SourceKind

FEMALE = frozenset({"she", "her"})
GENDERED = FEMALE | {"he", "him"}
PERSONS = frozenset({"named_person", "role_person"})
UNNAMED = frozenset({"unnamed_official", "unnamed_person", "unnamed_group"})
_BODIES = frozenset({"organisation", "media_outlet", "document", "unnamed_media"})
_SINGLE = frozenset({"man", "woman", "boy", "girl", "teenager", "child"})
_FEW = frozenset({"pair", "duo", "trio", "couple", "brothers", "sisters", "twins", "men", "women"})
_AGED = re.compile(r"the \d{1,3}-year-old(?: \w+)?")
_IN_FULL = {
    "dr": "doctor",
    "prof": "professor",
    "gen": "general",
    "sen": "senator",
    "capt": "captain",
    "sgt": "sergeant",
    "gov": "governor",
}


@dataclass(slots=True)
class Voice:
    """Somebody who was named or has spoken: the actor, and the relays on the way to it.

    Attributes:
        order: how many were named before it.
        beside: what stood in apposition to its name.
    """

    actor: Actor
    relays: tuple[Actor, ...]
    head: str
    female: bool | None
    paragraph: int
    order: int = 0
    beside: frozenset[str] = frozenset()


def fits_pronoun(voice: Voice, pronoun: str) -> bool:
    """Tell whether a pronoun can mean a voice by its kind and number."""
    actor = voice.actor
    if pronoun in GENDERED:
        alone = actor.kind in {"unnamed_official", "unnamed_person"} and actor.number == "one"
        return actor.kind in PERSONS or alone
    if pronoun in {"they", "them"}:
        return actor.number == "plural" or actor.kind in {"organisation", "unnamed_group"}
    return pronoun == "it" and actor.kind in _BODIES


def repeated(actor: Actor, phrase: Phrase, heard: Sequence[Voice]) -> Voice | None:
    """Return the voice that a description repeats, by the same words or fewer.

    Args:
        actor: whom the words name by themselves.
        phrase: the words.
        heard: voices to choose from, the latest first.
    """
    if actor.kind == "media_outlet" or phrase.head in {"reports", "report"}:
        return None
    bare = phrase.text.lower() in {phrase.head, f"the {phrase.head}", f"that {phrase.head}"}
    if bare and phrase.definite and _means_outlet(actor, phrase):
        outlets = (voice for voice in heard if voice.actor.kind == "media_outlet")
        return next(outlets, None) or _first(heard, phrase)
    if bare:
        return _first(heard, phrase)
    return next((v for v in heard if v.actor.name.lower() == actor.name.lower()), None)


def _first(heard: Sequence[Voice], phrase: Phrase) -> Voice | None:
    return next((voice for voice in heard if _has_word(voice, phrase.head)), None)


def _has_word(voice: Voice, head: str) -> bool:
    """Tell whether a voice is described by a word: as its head, in its name or its title."""
    actor = voice.actor
    if actor.kind in UNNAMED and _stem(voice.head) == _stem(head):
        return True
    if actor.kind in _BODIES:
        named = actor.kind != "document" and head in actor.name.lower().split()
        return voice.head == head or named
    body = head in words("roles")["organisation"]  # "police" is no commissioner of police
    return actor.kind in PERSONS and head in _offices(voice) and not body


def _offices(voice: Voice) -> set[str]:
    told = (voice.actor.title or voice.actor.name).lower().split()
    said = {word.strip(".") for word in told} | voice.beside
    return said | {_IN_FULL[word] for word in said if word in _IN_FULL}


def described(
    actor: Actor, phrase: Phrase, latest: Sequence[Voice], names: dict[str, str]
) -> Actor | None:
    """Return who was named before and is now described: "the baker", "the regulator".

    Offices ("the mayor", "the ministry") are known without having been named.

    Args:
        actor: whom the words name by themselves.
        phrase: the words.
        latest: who was named, the latest first.
        names: the full name behind each surname.
    """
    aged = _AGED.fullmatch(phrase.text.lower()) is not None
    if not aged and not (phrase.text.lower().startswith("the ") and phrase.plain):
        return None
    lists = words("roles")
    if phrase.head in lists["source"]:
        return _unnamed(latest, actor)
    if phrase.head in lists["described_organisations"] or phrase.head.endswith("maker"):
        return next(_bodies(latest, names), None)
    if phrase.head in lists["described_groups"]:
        return _of_kinds(latest, {"organisation", "unnamed_group"})
    if phrase.head in _FEW:
        return next((v.actor for v in latest if v.actor.number == "plural"), None)
    if phrase.head in _SINGLE:
        return _single(latest, phrase)
    person = actor.kind in {"role_person", "unnamed_person"} and phrase.head not in lists["offices"]
    return _person(latest, phrase) if aged or person else None


def _unnamed(latest: Sequence[Voice], actor: Actor) -> Actor | None:
    """Return the latest voice without a name that "the source" can mean."""
    hidden = (v.actor for v in latest if v.actor.kind in UNNAMED)
    return next((a for a in hidden if a.number == actor.number), None)


def _of_kinds(latest: Sequence[Voice], kinds: set[SourceKind]) -> Actor | None:
    return next((v.actor for v in latest if v.actor.kind in kinds), None)


def _bodies(latest: Sequence[Voice], names: dict[str, str]) -> Iterator[Actor]:
    """Yield organisations but for states; a lone name that is nobody's surname counts as one."""
    for voice in latest:
        actor = voice.actor
        if actor.kind == "organisation" and DETERMINERS.sub("", actor.name)[:1].isupper():
            if actor.key is None or actor.key.startswith(("group:", "owner:")):
                yield actor
        elif actor.kind == "named_person" and _is_lone(actor, names):
            yield replace(actor, kind="organisation")


def _is_lone(actor: Actor, names: dict[str, str]) -> bool:
    return actor.title is None and " " not in actor.name and actor.name not in names


def _single(latest: Sequence[Voice], phrase: Phrase) -> Actor | None:
    female = phrase.head in {"woman", "girl"}
    for voice in latest:
        person = voice.actor.kind in PERSONS | {"unnamed_person"} and voice.actor.number == "one"
        unsexed = phrase.head in {"child", "teenager"} or voice.female in {None, female}
        if person and unsexed:
            return voice.actor
    return None


def _person(latest: Sequence[Voice], phrase: Phrase) -> Actor | None:
    """Return the latest person by name; one with another title only if nobody else was named."""
    people = [v for v in latest if v.actor.kind == "named_person" and " " in v.actor.name]
    untitled = {v.actor.name for v in people} - {v.actor.name for v in people if _titled(v)}
    alone = len({voice.actor.name for voice in people}) == 1
    for voice in people:
        if alone or voice.actor.name in untitled or phrase.head in _offices(voice):
            return voice.actor
    return None


def _titled(voice: Voice) -> bool:
    return voice.actor.title is not None or bool(voice.beside)


def _means_outlet(actor: Actor, phrase: Phrase) -> bool:
    return actor.kind == "unnamed_media" or phrase.head in words("roles")["outlet_descriptors"]


def _stem(word: str) -> str:
    return word.removesuffix("s")
