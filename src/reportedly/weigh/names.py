"""When two namings are one voice: names folded, titles dropped, surnames and initials."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import lru_cache

from reportedly.values.statement import Actor, SourceKind

_PERSONS: frozenset[SourceKind] = frozenset({"named_person"})
_BODIES: frozenset[SourceKind] = frozenset({"organisation", "media_outlet", "document"})
_SMALL_WORDS = frozenset({"of", "for", "the", "and", "on", "in", "de", "la", "du"})
_DROPPED = re.compile(r"['’.]s?\b|[^\w\s]")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+")
_PARTICLES = frozenset({"al", "el", "as", "ad", "ar", "an"})
_VOWELS = re.compile(r"[aeiouy]|(?<=(.))\1")
_ACRONYM = re.compile(r"^[A-Z]{2,6}$")


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Return the words of a name in lower case, without article, dots or other marks.

    >>> fold("The U.S. sources")
    'us sources'
    """
    plain = _DROPPED.sub(lambda hit: "" if hit[0].startswith((".", "'", "’")) else " ", text)
    return _ARTICLE.sub("", " ".join(plain.casefold().split()))


def identities(actors: Iterable[Actor]) -> Mapping[str, str]:
    """Return the identity of each folded name, over all voices that a claim knows of.

    A key outweighs a name. A surname alone joins the one full name that ends in it, and
    initials join the one body that they stand for; where two answer, none is joined.
    """
    keys: dict[str, str] = {}
    surnames: dict[str, set[str]] = defaultdict(set)
    initials: dict[str, set[str]] = defaultdict(set)
    short: set[str] = set()
    for actor in actors:
        name = voice_name(actor)
        if actor.key:
            keys.setdefault(name, actor.key)
        words = name.split()
        if actor.kind in _PERSONS and len(words) > 1:
            surnames[words[-1]].add(name)
        if actor.kind in _BODIES and len(words) > 1:
            initials["".join(word[0] for word in words if word not in _SMALL_WORDS)].add(name)
        if len(words) == 1 and (actor.kind in _PERSONS or _ACRONYM.match(actor.name.strip())):
            short.add(name)
    joined = {
        name: full
        for name in short
        for full in [_only(surnames.get(name)) or _only(initials.get(name))]
        if full
    }
    full_names = {name for names in surnames.values() for name in names}
    joined |= _respelled(full_names) | _titled(full_names)
    return {
        **keys,
        **{name: keys.get(name) or keys.get(full) or full for name, full in joined.items()},
    }


def _respelled(names: Iterable[str]) -> dict[str, str]:
    """Return the first spelling of each name that is written in several.

    Blanks do not matter; in Arabic names neither do vowels and the order of consonants, which
    news sites render as they like ("al-Badri", "al-Bredi", "al-Budairi").
    """
    spelt: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        first, *rest = name.split()
        key = name.replace(" ", "")
        if rest[0] in _PARTICLES and rest[1:]:
            key = f"{first} {''.join(sorted(_VOWELS.sub('', ''.join(rest[1:]))))}"
        spelt[key].append(name)
    return {name: same[0] for same in spelt.values() for name in same[1:]}


def _titled(names: Iterable[str]) -> dict[str, str]:
    """Return the name alone for names that are also written behind a profession.

    At the head of a sentence "Doctor Ivan Petrov" looks like a name of three words.
    """
    given = set(names)
    shorter = {name: name.partition(" ")[2] for name in given}
    return {name: rest for name, rest in shorter.items() if " " in rest and rest in given}


@lru_cache(maxsize=8192)
def voice_name(actor: Actor) -> str:
    """Return the folded name of a voice, a person's without the words that go before it.

    >>> voice_name(Actor("spokesman Ivan Ivanov", "named_person"))
    'ivan ivanov'
    """
    name = actor.name.strip()
    if actor.kind in _PERSONS:
        if actor.title and name.casefold().startswith(actor.title.casefold()):
            name = name[len(actor.title) :].strip() or name
        words = name.split()
        while len(words) > 1 and words[0].islower():
            words.pop(0)
        name = " ".join(words)
    return fold(name)


def _only(names: set[str] | None) -> str | None:
    return next(iter(names)) if names and len(names) == 1 else None
