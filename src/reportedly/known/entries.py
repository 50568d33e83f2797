"""What is known of an outlet, an owner, a group, a place, a piece of equipment."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has.

    Attributes:
        key: our own slug with its kind ("outlet:wsj"), or an ISO 3166-1 alpha-3 code.
        name: the usual name, without an article unless it is part of it.
        aliases: other names that are safe wherever they stand.
        guarded: names that are also common words; running text must show what is meant.
        context: short names that count only after the full name stood in the same text.
        ambiguous: the name itself is guarded.
    """

    key: str
    name: str
    kind: str = ""
    country: str | None = None
    aliases: tuple[str, ...] = ()
    guarded: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    ambiguous: bool = False

    @property
    def safe_names(self) -> tuple[str, ...]:
        """The names that mean this entry wherever they stand."""
        return self.aliases if self.ambiguous else (self.name, *self.aliases)

    @property
    def guarded_names(self) -> tuple[str, ...]:
        """The names that need their surroundings to mean this entry."""
        return (self.name, *self.guarded) if self.ambiguous else self.guarded


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet(Entry):
    """Somebody who publishes.

    Attributes:
        zone: IANA time zone of its desk.
        owner: key of the owner, a group or a government, where known.
        owner_as_of: the year for which that is known.
        owner_sure: whether it is beyond dispute.
        registered: in the built-in or in the user's lists (a desk may make others).
    """

    domains: tuple[str, ...] = ()
    zone: str | None = None
    language: str | None = None
    owner: str | None = None
    owner_as_of: int | None = None
    owner_sure: bool = True
    registered: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner(Entry):
    """An owner of outlets, and who owns it in turn (`sure`: beyond dispute)."""

    parent: str | None = None
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Group(Entry):
    """An organisation; `part_of` is the government or group that speaks through it."""

    part_of: str | None = None
    office: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place(Entry):
    """A country, a word of nationality (under its country's key), a city or a region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Entry):
    """A military system or vehicle; `of` is the family of a variant."""

    origin: str | None = None
    of: str | None = None
