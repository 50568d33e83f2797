"""What is known beforehand: outlets and owners, places, groups, equipment, competence.

All of it is data in `data/*.yaml`, passed on as one `Known`; a user's own lists, in the same
form, are added to it. Each part is read when it is first asked for.

>>> known = load()
>>> known.outlets.named("the WSJ").key
'outlet:wsj'
>>> [mention.key for mention in known.mentions("Russia sent Pantsirs, the WSJ reported.")]
['RUS', 'item:pantsir-s1', 'outlet:wsj']
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reportedly.known.competence import Competence
from reportedly.known.entries import Entry, Group, Item, Outlet, Owner, Place
from reportedly.known.lists import DATA, KINDS, E, country_names, documents, entries, files
from reportedly.known.lookup import Groups, Lookup, Outlets, Places
from reportedly.values.statement import Mention

if TYPE_CHECKING:
    from reportedly.known.finding import Finder

__all__ = ["Group", "Item", "Known", "Outlet", "Owner", "Place", "load"]


@dataclass(frozen=True)
class Known:
    """What is known beforehand, with its lookups.

    Attributes:
        extra: the user's own list files; their entries outweigh the built-in ones.
    """

    extra: tuple[Path, ...] = ()

    @cached_property
    def outlets(self) -> Outlets:
        """The outlets: `named`, `keyed`, `at_domain`."""
        return Outlets(self._entries("outlets", Outlet))

    @cached_property
    def owners(self) -> Lookup[Owner]:
        """The owners of outlets."""
        return Lookup(self._entries("owners", Owner))

    @cached_property
    def places(self) -> Places:
        """Countries, nationalities, cities and regions."""
        countries, people = _countries(self.extra)
        return Places(countries, people, *self._entries("places", Place))

    @cached_property
    def equipment(self) -> Lookup[Item]:
        """Military systems and vehicles."""
        return Lookup(self._entries("equipment", Item))

    @cached_property
    def groups(self) -> Groups:
        """Organisations, armed groups, seats used as names, offices of states."""
        return Groups(self._entries("groups", Group), _offices(), self.places)

    @cached_property
    def competence(self) -> Competence:
        """The rule table: `competent(actor, event) -> bool | None`."""
        return Competence(self.groups, self.places)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return every known name in a running text, in order, none overlapping.

        The longest name wins. Spans are code points of `text` and leave out a leading
        article and a possessive. Names that are also common words ("Time", "the Sun",
        "Patriot") count only in forms that show what is meant ("Time magazine"), and short
        names ("the Journal") only after the full name. A place with an office beside it
        ("Russia's Defence Ministry") is one organisation.
        """
        return self._finder.mentions(text)

    def group_of(self, key: str, *, sure: bool) -> str:
        """Return the key under which an actor counts: one key, one hand.

        Args:
            key: of an outlet, owner, group or government; any other is returned as it is.
            sure: follow only owner facts beyond dispute (for the upper bound of independent
                origins). If False, follow the doubtful ones too, and whom a group or an
                owner speaks for: two organs of one state are then one hand (lower bound).
        """
        seen = {key}
        while (above := self._above(key, sure=sure)) and above not in seen:
            seen.add(above)
            key = above
        return key

    def _above(self, key: str, *, sure: bool) -> str | None:
        if outlet := self.outlets.keyed(key):
            return outlet.owner if outlet.owner_sure or not sure else None
        if owner := self.owners.keyed(key):
            return owner.parent if owner.sure or not sure else None
        group = None if sure else self.groups.keyed(key)
        return group.part_of if group else None

    @cached_property
    def _finder(self) -> Finder:
        from reportedly.known.finding import Finder  # noqa: PLC0415 - loads a compiled library

        everything: list[Entry] = [
            *self.outlets,
            *self.groups,
            *self.places,
            *self.places.people,
            *self.equipment,
        ]
        return Finder(everything, self.groups)

    def _entries(self, section: str, kind: type[E]) -> Iterator[E]:
        for path in (*_built_in(section), *self.extra):
            yield from entries(path, section, kind)


def load(*, extra: Path | None = None) -> Known:
    """Return what is known beforehand, with the user's own lists added.

    Args:
        extra: a YAML file or a folder of them, in the form of `data/README.md`.

    Raises:
        InvalidValueError: a list of the user's is malformed; it names the file and entry.
    """
    if extra is None:
        return Known()
    paths = files(extra)
    for path in paths:
        for section, (_, kind) in KINDS.items():
            for _ in entries(path, section, kind):
                pass
    _countries(paths)
    return Known(paths)


def _built_in(section: str) -> tuple[Path, ...]:
    folder = DATA / section
    return files(folder if folder.is_dir() else DATA / f"{section}.yaml")


@cache
def _offices() -> dict[str, tuple[str, tuple[str, ...]]]:
    for document in documents(DATA / "groups.yaml"):
        if offices := document.get("offices"):
            return {slug: (o["kind"], tuple(o["words"])) for slug, o in offices.items()}
    return {}


@cache
def _countries(extra: tuple[Path, ...]) -> tuple[tuple[Place, ...], tuple[Place, ...]]:
    """Return countries and words of nationality: names by pycountry, the rest by the lists."""
    import pycountry  # noqa: PLC0415 - a slow import that few commands need

    ours: dict[str, dict[str, Any]] = {}
    for path in (DATA / "countries.yaml", *extra):
        ours |= country_names(path)
    official = {c.alpha_3: _official_names(c) for c in pycountry.countries}
    countries, people = [], []
    for code in sorted({*official, *ours}):
        fields = ours.get(code, {})
        first = (fields["name"],) if "name" in fields else official.get(code, ())
        names = [*first, *fields.get("names", ())]
        guarded = bool(fields.get("ambiguous"))
        countries.append(
            Place(
                key=code, name=names[0], kind="country", aliases=tuple(names[1:]), ambiguous=guarded
            )
        )
        if words := fields.get("people"):
            people.append(
                Place(
                    key=code,
                    name=words[0],
                    kind="nationality",
                    country=code,
                    aliases=tuple(words[1:]),
                )
            )
    return tuple(countries), tuple(people)


def _official_names(country: object) -> tuple[str, ...]:
    """Return the names of a country of pycountry, the one in common use first."""
    fields = (getattr(country, f, None) for f in ("common_name", "name", "official_name"))
    return tuple(dict.fromkeys(n for n in fields if n and "," not in n and "(" not in n)) or (
        str(getattr(country, "name", "")).partition(",")[0].partition(" (")[0],
    )
