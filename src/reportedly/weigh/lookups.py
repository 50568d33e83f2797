"""What weighing asks of the knowledge that it is given.

Protocols, so that a desk may bring its own lists. `reportedly.known` answers to them.
"""

from __future__ import annotations

from functools import cache
from typing import Generic, Protocol, TypeVar

from reportedly.values.statement import Actor, Event

T_co = TypeVar("T_co", covariant=True)


class _Entries(Protocol[T_co]):
    """Entries of one kind."""

    def named(self, text: str, /) -> T_co | None:
        """Return the entry of this name."""
        ...

    def keyed(self, key: str, /) -> T_co | None:
        """Return the entry of this key."""
        ...


class Outlet(Protocol):
    """An outlet as the registry holds it."""

    @property
    def key(self) -> str:
        """The key of the outlet ("outlet:wsj")."""
        ...

    @property
    def name(self) -> str:
        """The name that is shown."""
        ...

    @property
    def owner(self) -> str | None:
        """The key of its owner, where known."""
        ...

    @property
    def registered(self) -> bool:
        """Whether it stands in the built-in list or in the user's own."""
        ...


class Place(Protocol):
    """A country, city or region."""

    @property
    def key(self) -> str:
        """ISO 3166-1 alpha-3, or a slug for what is no country."""
        ...

    @property
    def name(self) -> str:
        """The name that is shown."""
        ...


class Group(Protocol):
    """An armed group, alliance or party."""

    @property
    def key(self) -> str:
        """The key of the group ("group:hezbollah")."""
        ...

    @property
    def name(self) -> str:
        """The name that is shown."""
        ...

    @property
    def country(self) -> str | None:
        """The country that it belongs to, as ISO 3166-1 alpha-3."""
        ...

    @property
    def part_of(self) -> str | None:
        """The key of the body that it is part of."""
        ...


class Outlets(Protocol):
    """Look-ups of outlets."""

    def named(self, text: str, /) -> Outlet | None:
        """Return the outlet of this name or alias."""
        ...

    def keyed(self, key: str, /) -> Outlet | None:
        """Return the outlet of this key."""
        ...

    def at_domain(self, address: str, /) -> Outlet | None:
        """Return the outlet at this host or URL."""
        ...


class Places(Protocol):
    """Look-ups of places."""

    def named(self, text: str, /) -> Place | None:
        """Return the place of this name or demonym."""
        ...

    def keyed(self, key: str, /) -> Place | None:
        """Return the place of this key."""
        ...


class Groups(Protocol):
    """Look-ups of groups."""

    def named(self, text: str, /) -> Group | None:
        """Return the group of this name or alias."""
        ...

    def keyed(self, key: str, /) -> Group | None:
        """Return the group of this key."""
        ...


class Competence(Protocol):
    """The rule table of who can know what."""

    def competent(self, actor: Actor, event: Event | None, /) -> bool | None:
        """Return whether a voice is competent, False for its own doing or loss, or None."""
        ...


class Known(Protocol):
    """All that weighing asks."""

    @property
    def outlets(self) -> Outlets:
        """The outlets."""
        ...

    @property
    def places(self) -> Places:
        """The places."""
        ...

    @property
    def groups(self) -> Groups:
        """The groups."""
        ...

    @property
    def competence(self) -> Competence:
        """Who can know what."""
        ...

    def group_of(self, key: str, /, *, sure: bool) -> str:
        """Return the key of the hand that an outlet belongs to, by sure facts or by all."""
        ...


class _Remembered(Generic[T_co]):
    """One kind of entry, each name looked up once."""

    def __init__(self, entries: _Entries[T_co]) -> None:
        self.named = cache(entries.named)
        self.keyed = cache(entries.keyed)


class _RememberedOutlets(_Remembered[Outlet]):
    """The outlets, each name and address looked up once."""

    def __init__(self, outlets: Outlets) -> None:
        super().__init__(outlets)
        self.at_domain = cache(outlets.at_domain)


class Remembered:
    """What is known, with every answer kept for the length of one weighing.

    Two hundred reports name few actors; finding out that a name is none costs the most.
    """

    def __init__(self, known: Known) -> None:
        self.outlets: Outlets = _RememberedOutlets(known.outlets)
        self.places: Places = _Remembered(known.places)
        self.groups: Groups = _Remembered(known.groups)
        self.competence = known.competence
        self.group_of = known.group_of
