"""Which listed outlet or body a phrase names, whatever else the phrase says of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.known import Known
from reportedly.known.entries import Group, Outlet
from reportedly.models import Sentence
from reportedly.read.words import words
from reportedly.values.statement import Actor

_AFTERWARDS = re.compile(
    r"\s(?:on|by|in|via|during|at|for|over|from|last|this|late|early|earlier|yesterday|today)\s"
)
"""Words that say when or how somebody was told, and are no part of a name."""
_PLACED = re.compile(
    r"^\S{1,30}-(?:based|run|owned|controlled|language|backed|affiliated)\s{1,9}", re.IGNORECASE
)
"""What stands before a name and says whose or where it is ("London-based")."""
_CLITIC = re.compile(r" (['’]s?\b)")
_LONGEST = 100
"""Characters beyond which a phrase is no name with a few words before it."""
_LEADING = frozenset({"run", "head", "lead", "direct", "found", "chair", "manage"})
_PLAIN = re.compile(r"^[a-z][\w-]{0,30}\s")


def listed_outlet(name: str, known: Known) -> Outlet | None:
    """Return the outlet that a phrase without its article names, None where it is on no list.

    "Japan's NHK", "the Iraqi newspaper Al-Sabah", "The Times on Thursday" name theirs; a
    nationality must be that of the outlet ("the Nigerian Guardian" is not the British one).
    """
    for form, places in _outlet_forms(name, known):
        outlet = known.outlets.named(form)
        if outlet is not None and all(place == outlet.country for place in places):
            return outlet
    return None


def listed_group(name: str, known: Known) -> Group | None:
    """Return the body that a phrase without its article names ("London-based Amnesty")."""
    short = _PLACED.sub("", name)
    return known.groups.named(name) or (known.groups.named(short) if short != name else None)


def speaks_for(sentence: Sentence, head: int, known: Known) -> str | None:
    """Return the key of the body that somebody is said to lead or to speak for.

    "Ana Lima, who runs the Observatory", "Ana Lima, spokeswoman for the ministry".
    """
    offices = set(words("roles")["offices"])
    for token in sentence.kids(head, "appos", "relcl", "acl"):
        if token.lower in offices or token.lemma in _LEADING:
            text = " ".join(sentence.tokens[p].text for p in sentence.subtree(token.index))
            found = [m for m in known.mentions(_CLITIC.sub(r"\1", text)) if m.key]
            bodies = [m for m in found if m.kind == "organisation"]
            places = [m for m in found if token.lower in offices]
            return next((m.key for m in (*bodies, *places)), None)
    return None


def affiliation_in(text: str, known: Known) -> str | None:
    """Return the state or organisation that a description names as the voice's own."""
    for mention in known.mentions(text):
        if mention.key is not None and mention.kind in {"place", "organisation"}:
            return mention.key
    return None


def outlet_inside(text: str, known: Known) -> Actor | None:
    """Return the listed outlet that is named somewhere in a phrase ("a Reuters report")."""
    for mention in known.mentions(text):
        if mention.key is not None and mention.key.startswith("outlet:"):
            outlet = known.outlets.keyed(mention.key)
            if outlet is not None:
                return Actor(outlet.name, "media_outlet", outlet.key)
    return None


def _outlet_forms(name: str, known: Known) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a phrase, shortened from the left and from the right, with the places left out."""
    yield name, ()
    if len(name) > _LONGEST:
        return
    yield from _shortened(name, (), known)
    cut = _AFTERWARDS.search(name)
    if cut is not None:
        yield name[: cut.start()], ()


def _shortened(
    name: str, places: tuple[str, ...], known: Known
) -> Iterator[tuple[str, tuple[str, ...]]]:
    first, _, rest = name.partition(" ")
    if not rest:
        return
    owner = first.replace("’", "'").removesuffix("'s")
    place = known.places.named(owner)
    if place is not None and owner == first:
        places = (*places, place.key)
    described = first.lower() in words("roles")["outlet_descriptors"]
    if place is not None or described or _PLACED.match(name) or _PLAIN.match(name):
        yield rest, places
        yield from _shortened(rest, places, known)
