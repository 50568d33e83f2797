"""Finding an entry by its key, its name or its domain."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Generic, TypeVar

from reportedly.known.entries import Entry, Group, Outlet, Place

E = TypeVar("E", bound=Entry)

QUOTES = str.maketrans(dict.fromkeys("’‘ʼ`´", "'") | dict.fromkeys("‐‑‒–−", "-"))
"""One apostrophe and one hyphen for all; the length of a text stays."""

_POSSESSIVE = re.compile(r"(?:'s|(?<=s)')$")
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_DESCRIPTOR = re.compile(
    r"\s+(?:newspaper|news agency|agency|website|site|daily|weekly|magazine|channel|broadcaster)$",
    re.IGNORECASE,
)
_SHORT = 5
"""An abbreviation up to this length is only itself in its own case ("WHO" is no "who")."""


class Lookup(Generic[E]):
    """Entries of one kind, found by key and by name; later entries outweigh earlier ones."""

    def __init__(self, entries: Iterable[E]) -> None:
        self._by_key: dict[str, E] = {}
        for entry in entries:
            self._by_key[entry.key] = entry
        self._names: dict[str, list[tuple[str, E, bool]]] = {}
        for entry in self._by_key.values():
            for name in entry.safe_names:
                self._add(name, entry, exact=name.isupper() and len(name) <= _SHORT)
            for name in (*entry.guarded_names, *entry.context):
                self._add(name, entry, exact=True)

    def __iter__(self) -> Iterator[E]:
        """Yield the entries in the order of the lists."""
        return iter(self._by_key.values())

    def __len__(self) -> int:
        """Return how many entries there are."""
        return len(self._by_key)

    def keyed(self, key: str) -> E | None:
        """Return the entry of a key, or None."""
        return self._by_key.get(key)

    def named(self, text: str, *, before: Collection[str] = ()) -> E | None:
        """Return the entry that a name or alias means, or None.

        A leading article, a possessive and a closing "newspaper", "agency", "website" and
        the like do not matter, nor does case, save for abbreviations and for names that
        are also common words.

        Args:
            text: a name and nothing else ("the Wall Street Journal's").
            before: keys already named in the document; a short name ("the Journal") means
                one of those or nothing.
        """
        for form in _forms(text):
            for own, entry, exact in reversed(self._names.get(_folded(form), ())):
                if exact and _bare(own) != _bare(form):
                    continue
                if _bare(own) in map(_bare, entry.context) and entry.key not in before:
                    continue
                return entry
        return None

    def _add(self, name: str, entry: E, *, exact: bool) -> None:
        self._names.setdefault(_folded(name), []).append((name, entry, exact))


class Outlets(Lookup[Outlet]):
    """The outlets, also found by domain."""

    def __init__(self, entries: Iterable[Outlet]) -> None:
        super().__init__(entries)
        self._by_domain = {d.lower(): outlet for outlet in self for d in outlet.domains}

    def at_domain(self, host_or_url: str) -> Outlet | None:
        """Return the outlet that publishes at a host or URL, or None if it is not known.

        A subdomain belongs to its domain; the longest domain listed decides.
        """
        rest = host_or_url.strip().lower().partition("://")
        authority = re.split(r"[/?#\\]", rest[2] or rest[0], maxsplit=1)[0]
        host = authority.rpartition("@")[2].partition(":")[0].rstrip(".")
        while host:
            if outlet := self._by_domain.get(host):
                return outlet
            host = host.partition(".")[2]
        return None


class Places(Lookup[Place]):
    """Countries, nationalities, cities and regions.

    A word of nationality has its country's key, and `keyed` returns the country.
    """

    def __init__(self, countries: Iterable[Place], people: Iterable[Place], *others: Place) -> None:
        super().__init__([*countries, *others])
        self.people = tuple(people)
        for place in self.people:
            for name in (*place.safe_names, *place.guarded_names):
                self._add(name, place, exact=True)


class Groups(Lookup[Group]):
    """Organisations, and the offices that every state may have ("Russian Defence Ministry")."""

    def __init__(
        self, entries: Iterable[Group], offices: dict[str, tuple[str, tuple[str, ...]]], of: Places
    ) -> None:
        super().__init__(entries)
        self.offices = offices
        self._places = of
        self._office_words = {w: slug for slug, (_, words) in offices.items() for w in words}
        self._office_groups = {(g.country, g.office): g for g in self if g.office}
        self._demonyms = {p.key: p.name for p in reversed(of.people)}

    def keyed(self, key: str) -> Group | None:
        """Return the group of a key, offices and governments ("gov:RUS") among them, or None."""
        if found := super().keyed(key):
            return found
        prefix, _, rest = key.partition(":")
        country, _, slug = rest.partition("-")
        if prefix == "gov" and self._places.keyed(rest):
            return self.office(rest, "government")
        if prefix == "group" and slug in self.offices and self._places.keyed(country.upper()):
            return self.office(country.upper(), slug)
        return None

    def named(self, text: str, *, before: Collection[str] = ()) -> Group | None:
        """Return the group that a name means, or None (see `Lookup.named`)."""
        if found := super().named(text, before=before):
            return found
        bare = _bare(_POSSESSIVE.sub("", text.translate(QUOTES).strip()))
        for word, rest in _halves(bare):
            slug = self._office_words.get(word)
            country = self._places.named(rest) if slug else None
            if slug and country and country.kind in {"country", "nationality"}:
                return self.office(country.key, slug)
        return None

    def office(self, country: str, slug: str) -> Group:
        """Return an office of a country: the one the lists name for it, or one of that key."""
        if own := self._office_groups.get((country, slug)):
            return own
        kind, words = self.offices[slug]
        government = f"gov:{country}"
        return Group(
            key=government if slug == "government" else f"group:{country.lower()}-{slug}",
            name=f"{self._demonyms.get(country, country)} {words[0]}",
            kind=kind,
            country=country,
            part_of=None if slug == "government" else government,
        )


def _halves(name: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to part a name into an office and a country.

    >>> list(_halves("Navy of Russia"))
    [('of Russia', 'Navy'), ('Russia', 'Navy of'), ('Navy', 'Russia')]
    """
    words = name.split(" ")
    yield from ((" ".join(words[i:]), " ".join(words[:i])) for i in range(1, len(words)))
    for i, word in enumerate(words[1:-1], start=1):
        if word in {"of", "in"}:
            yield " ".join(words[:i]), " ".join(words[i + 1 :])


def _bare(name: str) -> str:
    return _ARTICLE.sub("", " ".join(name.translate(QUOTES).split()))


def _folded(name: str) -> str:
    return _bare(name).casefold()


def _forms(text: str) -> Iterator[str]:
    """Yield a name as written, then without its possessive, then without its descriptor."""
    form = text.translate(QUOTES).strip()
    yield form
    stripped = _POSSESSIVE.sub("", form)
    if stripped != form:
        yield stripped
    short = _DESCRIPTOR.sub("", stripped)
    if short != stripped:
        yield short
