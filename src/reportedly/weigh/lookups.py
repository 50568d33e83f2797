"""What weighing asks of the knowledge that it is given.

Protocols, so that a desk may bring its own lists. `reportedly.known` answers to them.
"""

from __future__ import annotations

from typing import Protocol

from reportedly.values.statement import Actor, Event


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
    def owner_sure(self) -> bool:
        """Whether the owner is beyond doubt; only then does it merge outlets in hi."""
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

    def competent(self, actor: Actor, event: Event | None, /) -> bool | None:
        """Return whether this voice has direct knowledge or jurisdiction; None: unknown."""
        ...
