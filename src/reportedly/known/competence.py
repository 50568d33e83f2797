"""Who has direct knowledge of, or jurisdiction over, what kind of event."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from reportedly.known.entries import Entry, Group
from reportedly.known.lists import DATA, documents
from reportedly.known.lookup import Groups, Places
from reportedly.values.statement import Actor, Event, Mention


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table in `data/competence.yaml`."""

    name: str
    events: tuple[str, ...]
    where: Literal["own", "any", "self"]
    ruling: Literal["competent", "party"]
    who: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class Competence:
    """The rule table, with the lists that tell what and where a voice is."""

    def __init__(self, groups: Groups, places: Places) -> None:
        self._groups = groups
        self._places = places
        self._rules, self._classes = _table()

    def competent(self, actor: Actor, event: Event | None) -> bool | None:
        """Return whether a voice is competent on an event.

        Returns:
            True where it has direct knowledge or jurisdiction; False where it speaks of its
            own doing or loss (a party); None where the table says nothing, which counts as
            a party. Without an event nothing can be said.
        """
        rule = self.rule(actor, event)
        return None if rule is None else rule.ruling == "competent"

    def rule(self, actor: Actor, event: Event | None) -> Rule | None:
        """Return the first rule that fits a voice and an event, or None."""
        if event is None:
            return None
        group = self._group(actor)
        said = f"{actor.name} {actor.title or ''} {group.name if group else ''}".casefold()
        classes = self._event_classes(event)
        for rule in self._rules:
            fits = (group is not None and group.kind in rule.who) or any(
                word in said for word in rule.words
            )
            if fits and classes & set(rule.events) and self._here(rule, actor, group, event):
                return rule
        return None

    def _group(self, actor: Actor) -> Group | None:
        """Return the organisation that is, or stands behind, a voice."""
        for key in (actor.key, actor.affiliation):
            if key and (found := self._groups.keyed(key)):
                return found
        for name in (actor.name, actor.affiliation, actor.title):
            if name and (found := self._groups.named(name)):
                return found
        return None

    def _event_classes(self, event: Event) -> set[str]:
        words = {w.casefold() for w in (event.type, event.action) if w}
        return {name for name, members in self._classes.items() if words & {name, *members}}

    def _here(self, rule: Rule, actor: Actor, group: Group | None, event: Event) -> bool:
        slots = (*event.who, *event.what, *event.to_whom)
        if rule.where == "any":
            return True
        if rule.where == "self":
            key = group.key if group else actor.key
            return key is not None and any(mention.key == key for mention in slots)
        own = self._country(actor, group)
        countries = {self._country_of(mention) for mention in event.place or slots}
        return own is not None and own in countries

    def _country(self, actor: Actor, group: Group | None) -> str | None:
        if group and group.country:
            return group.country
        for words in (actor.affiliation, actor.title, actor.name):
            for word in (words or "").split():
                place = self._places.keyed(word) or self._places.named(word)
                if place:
                    return _country(place)
        return None

    def _country_of(self, mention: Mention) -> str | None:
        key = mention.key or ""
        found = self._places.keyed(key) or self._groups.keyed(key)
        return _country(found or self._places.named(mention.name))


def _country(entry: Entry | None) -> str | None:
    if entry is None:
        return None
    return entry.key if entry.kind == "country" else entry.country


@cache
def _table() -> tuple[tuple[Rule, ...], dict[str, tuple[str, ...]]]:
    (body,) = documents(DATA / "competence.yaml")
    rules = [
        Rule(
            row["name"],
            tuple(row["events"]),
            row["where"],
            row["ruling"],
            tuple(row.get("who", ())),
            tuple(row.get("words", ())),
        )
        for row in body["rules"]
    ]
    return tuple(rules), {name: tuple(words) for name, words in body["events"].items()}
