"""Who is one actor: the nodes of the provenance graph, narrow for hi and wide for lo."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from reportedly.values.document import Document
from reportedly.values.statement import UNNAMED_KINDS, Actor
from reportedly.weigh.evidence import Item
from reportedly.weigh.interest import body_of
from reportedly.weigh.lookups import Known
from reportedly.weigh.names import fold, identities, voice_name

Sort = Literal["outlet", "named", "anonymous", "media", "own", "unknown"]

Chains = Mapping[str, "tuple[Node, ...]"]
"""The actors of each report, outlet first, by the id of its statement."""

ALL_UNRATED = "unrated outlets"
"""The wide key of every outlet that nobody vouches to know: they may be one hand."""

_JOURNALIST = re.compile(
    r"\b(?:correspondents?|reporters?|journalists?|photographers?|stringers?)\b", re.IGNORECASE
)
_WITNESSING = re.compile(r"\b(?:saw|seen|witness|observ|watch|count|visit)\w*", re.IGNORECASE)
_FACELESS = re.compile(
    r"\b(?:spokes(?:man|woman|person)|official|source|witness|resident|officer)$"
)
_LOOSE = re.compile(
    r"^(?!.*\b(?:court|police|autopsy)\b).*\b(?:reports?|statements?|articles?|stor(?:y|ies)|photos?|"
    r"photographs?|pictures?|images?|videos?|footage|posts?|tweets?|messages?|accounts?)\b"
)
"""Texts and pictures of nobody in particular: who made them is not known."""
_PERSONS = frozenset({"named_person", "role_person"})
_COUNTRY = re.compile(r"^[A-Z]{3}$")
_JOURNALISTIC = frozenset({"role_person", "unnamed_person", "unnamed_group", "unnamed_official"})


@dataclass(frozen=True, slots=True)
class Node:
    """One actor of the graph.

    Attributes:
        key: who it is when every doubt counts as a difference (hi).
        wide: who it is when every doubt counts as identity (lo).
        sort: outlet; named voice; anonymous voice; unnamed media or hearsay; an outlet's
            own observation; an unknown origin.
        plural: whether several voices may stand behind the words.
        unrated: an outlet that is neither registered nor rated.
        body: the label of whom a voice speaks for, "" where nothing says it.
        speaks_for: the name of that body, for show.
        through: the name of the outlet that reached an anonymous voice.
    """

    key: str
    wide: str
    name: str
    sort: Sort
    plural: bool = False
    unrated: bool = False
    body: str = ""
    speaks_for: str = ""
    through: str = ""


@dataclass(frozen=True, slots=True)
class Cast:
    """Every actor that the evidence of one claim names.

    Attributes:
        one_name: identity by folded name.
        bodies: for whom an organisation itself speaks, by its label.
        rated: outlets that a person rated, by key or name in lower case.
        mouths: the key of the body that speaks itself, too, by who speaks for it.
    """

    known: Known
    one_name: Mapping[str, str]
    bodies: Mapping[str, str]
    rated: frozenset[str]
    mouths: Mapping[str, str]

    def chain(self, item: Item) -> tuple[Node, ...]:
        """Return the nodes of a report, from its outlet to the voice nearest the words."""
        hops = item.statement.chain
        nodes = [self.publisher(hops[0].actor, item.document)]
        for hop in hops[1:]:
            nodes.append(self._voice(hop.actor, nodes))
        last = hops[-1]
        if nodes[-1].sort == "outlet" and _WITNESSING.search(last.cue):
            nodes.append(_own(nodes[-1]))
        return tuple(nodes)

    def publisher(self, actor: Actor, document: Document) -> Node:
        """Return the node of the outlet that published a document."""
        if actor.key or document.outlet:
            return self._outlet(actor)
        outlet = self.known.outlets.at_domain(document.url) if document.url else None
        if outlet is not None:
            return self._outlet(Actor(outlet.name, "media_outlet", outlet.key))
        key = f"document:{document.id}"
        return Node(key, key, document.url or "an unnamed outlet", "outlet", unrated=True)

    def _voice(self, actor: Actor, before: Sequence[Node]) -> Node:
        outlet = next(node for node in reversed(before) if node.sort == "outlet")
        if actor.kind == "media_outlet":
            return self._outlet(actor)
        if actor.kind == "document" and (paper := self._paper(actor)) is not None:
            return paper
        body = self._behind(actor)
        if body is not None:
            return self._named(body, self._body(body.affiliation), outlet)
        if actor.kind in _JOURNALISTIC and _JOURNALIST.search(actor.name):
            return _own(self._employer(actor, outlet))
        if actor.kind in {"unnamed_media", "unattributed"}:
            key = f"media:{fold(actor.name)}"
            return Node(key, key, actor.name, "media", plural=True)
        label = self._body(actor.affiliation)
        faceless = actor.kind == "role_person" and not label and _FACELESS.search(fold(actor.name))
        loose = actor.kind == "document" and bool(_LOOSE.search(fold(actor.name)))
        if actor.kind in UNNAMED_KINDS or faceless or loose:
            key = f"unnamed:{outlet.key}:{fold(actor.name)}"
            plural = actor.number == "plural" or actor.kind == "unnamed_group"
            return Node(key, key, actor.name, "anonymous", plural, body=label, through=outlet.name)
        return self._named(actor, label, outlet)

    def _paper(self, actor: Actor) -> Node | None:
        """Return the outlet whose report a document is: "a report by the Morning Sentinel"."""
        label = actor.affiliation or ""
        outlet = self.known.outlets.keyed(label) or (
            self.known.outlets.named(label) if label else None
        )
        if outlet is None:
            return None
        return self._outlet(Actor(outlet.name, "media_outlet", outlet.key))

    def _behind(self, actor: Actor) -> Actor | None:
        """Return the body that speaks in a text of its own, or through somebody of its own."""
        key = self.mouths.get(_identity(actor, self.one_name), "")
        if actor.kind == "document":
            key = actor.affiliation or ""
        group = self.known.groups.keyed(key) if key else None
        if group is None or _COUNTRY.match(key):
            return None
        return Actor(group.name, "organisation", group.key, group.part_of)

    def _named(self, actor: Actor, label: str, outlet: Node) -> Node:
        identity = _identity(actor, self.one_name)
        if actor.kind == "role_person" and not actor.key:
            # "the mayor" of two papers may be two mayors, or one
            narrow = f"voice:{label or outlet.key}:{identity}"
        else:
            narrow = f"voice:{identity}"
        if label.startswith("outlet:"):
            return Node(narrow, f"outlet:{self._groups(label)[1]}", actor.name, "named")
        wide = label or (
            self._body(actor.key or actor.name) if actor.kind == "organisation" else ""
        )
        if wide.startswith("place:"):
            wide = ""  # a mayor and a doctor of one city do not speak for one body
        return Node(
            narrow,
            f"body:{wide}" if wide else f"voice:{identity}",
            actor.name,
            "named",
            body=wide,
            speaks_for=self._shown_body(actor),
        )

    def _body(self, label: str | None) -> str:
        """Return for whom a label stands; an organisation leads on to its own government."""
        body = body_of(label, self.known)
        return self.bodies.get(body, body)

    def _shown_body(self, actor: Actor) -> str:
        """Return the name of the body that a named voice speaks for, or is."""
        label = actor.affiliation or (actor.name if actor.kind == "organisation" else "")
        body = self._body(label)
        places, groups = self.known.places, self.known.groups
        found = places.keyed(body) or groups.keyed(body) if body else None
        return found.name if found is not None else label

    def _employer(self, actor: Actor, outlet: Node) -> Node:
        named = self.known.outlets.keyed(actor.affiliation or "")
        if named is None:
            return outlet
        return self._outlet(Actor(named.name, "media_outlet", named.key))

    def _outlet(self, actor: Actor) -> Node:
        outlets = self.known.outlets
        outlet = outlets.keyed(actor.key) if actor.key else None
        outlet = outlet or outlets.named(actor.name)
        key = outlet.key if outlet else self.one_name.get(fold(actor.name), fold(actor.name))
        names = {key.casefold(), actor.name.casefold(), f"outlet:{actor.name.casefold()}"}
        registered = outlet is not None and outlet.registered
        sure, unsure = self._groups(key)
        return Node(
            f"outlet:{sure}",
            f"outlet:{unsure}",
            outlet.name if outlet else actor.name,
            "outlet",
            unrated=not (registered or names & self.rated),
        )

    def _groups(self, key: str) -> tuple[str, str]:
        """Return the owner of an outlet by sure facts alone, and by all of them."""
        return self.known.group_of(key, sure=True), self.known.group_of(key, sure=False)


def cast(found: Iterable[Item], known: Known, rated: frozenset[str]) -> Cast:
    """Return the cast of these reports."""
    actors = [hop.actor for item in found for hop in item.statement.chain]
    bodies: dict[str, str] = {}
    for actor in actors:
        if actor.kind == "organisation" and actor.affiliation:
            body = body_of(actor.affiliation, known)
            for label in (actor.key, actor.name):
                if label and body_of(label, known) != body:
                    bodies.setdefault(body_of(label, known), body)
    one_name = identities(actors)
    return Cast(known, one_name, bodies, rated, _mouths(actors, one_name))


def _mouths(actors: Iterable[Actor], one_name: Mapping[str, str]) -> dict[str, str]:
    """Return for which body that is heard itself somebody speaks, by who it is.

    "The Observatory said", "Lima, who runs the Observatory, said": there is one voice.
    """
    given = tuple(actors)
    heard = {actor.key for actor in given if actor.kind == "organisation" and actor.key}
    return {
        _identity(actor, one_name): actor.affiliation
        for actor in given
        if actor.kind in _PERSONS and actor.affiliation in heard
    }


def _identity(actor: Actor, one_name: Mapping[str, str]) -> str:
    name = voice_name(actor)
    return actor.key or one_name.get(name, name)


def _own(outlet: Node) -> Node:
    return Node(
        f"own:{outlet.key}", f"own:{outlet.wide}", f"own observation of {outlet.name}", "own"
    )


def unknown_origin(outlet: Node) -> Node:
    """Return the origin of a report that names none."""
    key = f"unknown:{outlet.key}"
    return Node(key, key, f"unknown source of {outlet.name}", "unknown")
