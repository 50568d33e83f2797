"""Where a statement says that something happens, and whether two say other places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.link.words import lemma, lexicon, titled, tokens
from reportedly.values.statement import Statement

Level = Literal["country", "region", "town", "facility"]

_NAME = r"[A-Z][\w'’-]*(?:\s(?:[A-Z][\w'’-]*|de|del|al|el|la|of|and the)(?=\s[A-Z]|\b))*"
_LATER = r"[A-Z][\w'’-]*(?:\s(?:[A-Z][\w'’-]*|de|del|al|el|la)(?=\s[A-Z]|\b))*"
_WHERE = re.compile(
    r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|[Ii]nside|[Aa]round|[Aa]cross|(?:city|town|village|district|"
    r"province|region|state|port|capital|island|area|areas|suburb|settlement|county|oblast|"
    r"neighbou?rhood|governorate|coast) of)\s"
    r"(?:(?:the|a|an)\s)?(?:[a-z-]+\s){0,4}?"
    rf"(?P<names>{_NAME}(?:,\s(?:the\s)?{_LATER})*)(?=(?P<kind>\s[a-z]+)?)"
)
_TIME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place by name.

    Attributes:
        key: where known.
        words: the lemmas of its name, without the word for its kind.
        level: how wide it is, as far as its name tells; places of two levels may be one in
            the other and are never told apart.
    """

    key: str | None
    words: frozenset[str]
    level: Level


def spots(statement: Statement) -> tuple[Spot, ...]:
    """Return the places at which a statement puts something, in the order of its words."""
    keys = {m.name.lower(): m.key for m in statement.mentions if m.key}
    event = statement.event
    found = [] if titled(statement.text) else list(_named(statement.text, keys))
    found += [_spot(m.name, "", {m.name.lower(): m.key}) for m in (event.place if event else ())]
    return tuple(dict.fromkeys(spot for spot in found if spot.words))


def elsewhere(
    a: Sequence[Spot], b: Sequence[Spot], *, told: tuple[frozenset[str], frozenset[str]]
) -> bool:
    """Return whether two statements name other places of one level.

    Args:
        a: the places of one.
        b: those of the other.
        told: the words of either; a place that the other names in any role is none of its own.
    """
    mine = _without(a, b, told[1])
    others = _without(b, a, told[0])
    return any(x.level == y.level for x in mine for y in others)


def _without(some: Sequence[Spot], others: Sequence[Spot], words: frozenset[str]) -> list[Spot]:
    return [
        one
        for one in some
        if not (one.level != "country" and one.words <= words)
        and not any(_is_one(one, other) for other in others)
    ]


def _is_one(a: Spot, b: Spot) -> bool:
    if a.key and b.key:
        return a.key == b.key
    return a.words <= b.words or b.words <= a.words


def _named(text: str, keys: Mapping[str, str | None]) -> Iterator[Spot]:
    for match in _WHERE.finditer(text):
        names = [name.removeprefix("the ") for name in match["names"].split(", ")]
        for place, name in enumerate(names):
            last = place == len(names) - 1
            if not _TIME.match(name):
                yield _spot(name, match["kind"] if last and match["kind"] else "", keys)


def _spot(name: str, kind: str, keys: Mapping[str, str | None]) -> Spot:
    bare = re.sub(r"['’]s$", "", name)
    words = [lemma(word) for word in tokens(bare)]
    key = keys.get(bare.lower())
    kinds = lexicon().kinds_of_place
    level: Level = "town"
    if key is not None and len(key) == len("UKR") and key.isupper():
        level = "country"
    elif bare.lower() in lexicon().regions:
        level = "region"
    else:
        said = [kinds[word] for word in (*words, kind.strip()) if word in kinds]
        level = said[-1] if said else level
    return Spot(
        key, frozenset(w for w in words if w not in kinds and w not in lexicon().stop), level
    )
