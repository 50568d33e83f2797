"""Voices that are described before they are named, or named in short.

News opens with a description ("a monitoring group said") and gives the name in the next
sentences; later on it shortens the name ("the Observatory", "the Britain-based group").
Each is brought under the one name, so that it does not count as one more voice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.known import Known
from reportedly.read.names import DETERMINERS
from reportedly.read.words import words
from reportedly.values.statement import Actor, Mention, Statement, statement_id

_NEXT = 6
"""Voices within which a description finds its name."""
_NEAR = 40
"""Statements within which these voices are looked for."""
_ALIKE = 3
"""Content words that two statements share where an official of the one is named in the other."""
_SHORT = 4
"""Letters from which on a word counts as one of content."""
_INDEFINITE = re.compile(r"^(?:an?|one)\s|^[a-z]{1,20}ing group$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"^the\s(?:\w{1,20}ing\s|rights\s|activist\s){0,3}(?:group|organi[sz]ation|watchdog|monitor|charity)$",
    re.IGNORECASE,
)
_BASED = re.compile(r"\b\w{1,30}(?:-|\s-\s)based\b")
_BODIES = frozenset({"organisation", "unnamed_group"})
_STATES = frozenset({"government", "ministry", "military", "armed_group", "health_ministry"})


def under_one_name(
    statements: Sequence[Statement], mentions: Sequence[Mention], known: Known
) -> tuple[Statement, ...]:
    """Return the statements with each voice under the name that the document gives it."""
    named = _Named(statements, mentions, known)
    return tuple(named.rewritten(place) for place in range(len(statements)))


class _Named:
    """Who is named where in one document."""

    def __init__(
        self, statements: Sequence[Statement], mentions: Sequence[Mention], known: Known
    ) -> None:
        self.statements = statements
        self.known = known
        self.full = {m.name: m.key for m in mentions if m.kind == "organisation" and m.key}
        self.found: dict[str, Actor | None] = {}

    def rewritten(self, place: int) -> Statement:
        """Return one statement with its voices under their names."""
        statement = self.statements[place]
        chain = tuple(
            replace(hop, actor=self._under_name(hop.actor, place)) if number else hop
            for number, hop in enumerate(statement.chain)
        )
        if chain == statement.chain:
            return statement
        made = replace(statement, chain=chain)
        return replace(made, id=statement_id(made.document, made.content, made.chain, made.read_by))

    def _under_name(self, actor: Actor, place: int) -> Actor:
        if actor.key is not None or actor.name in self.found:
            return self._as(actor, self.found.get(actor.name))
        if actor.kind in _BODIES and actor.number != "plural":
            named = self._in_full(actor) or self._body(actor, place)
        elif actor.kind in {"unnamed_official", "role_person"} and actor.number == "one":
            named = self._official(actor, place)
        else:
            named = None
        self.found[actor.name] = named
        return self._as(actor, named)

    def _as(self, actor: Actor, named: Actor | None) -> Actor:
        return replace(named, at=named.at or actor.at) if named is not None else actor

    def _in_full(self, actor: Actor) -> Actor | None:
        """Return the one listed body of the text whose name holds this shorter one."""
        short = DETERMINERS.sub("", actor.name).casefold().split()
        if not short or not DETERMINERS.sub("", actor.name)[:1].isupper():
            return None
        keys = {key for name, key in self.full.items() if _holds(name.casefold().split(), short)}
        group = self.known.groups.keyed(keys.pop()) if len(keys) == 1 else None
        return Actor(group.name, "organisation", group.key) if group is not None else None

    def _body(self, actor: Actor, place: int) -> Actor | None:
        """Return the body that a description means: the next to be named, or the last before."""
        head = actor.name.casefold().split()
        kinds = words("roles")["described_organisations"]
        plain = _BASED.sub("", DETERMINERS.sub("", actor.name))
        if plain != plain.casefold() or not any(word in kinds for word in head):
            return None
        if _INDEFINITE.match(actor.name):
            return next(self._bodies(self._after(place)), None)
        if _DEFINITE.match(" ".join(_BASED.sub("", actor.name).split())):
            before = self._bodies(self.statements[max(0, place - _NEAR) : place][::-1])
            return next(before, None) or next(self._bodies(self._after(place)), None)
        return None

    def _after(self, place: int) -> Sequence[Statement]:
        return self.statements[place + 1 : place + 1 + _NEAR]

    def _bodies(self, statements: Sequence[Statement]) -> Iterator[Actor]:
        """Yield the bodies, no states nor outlets, that speak or are spoken for, nearest first."""
        for statement in _told(statements)[:_NEXT]:
            actor = statement.chain[-1].actor
            key = actor.key if actor.kind == "organisation" else actor.affiliation
            group = self.known.groups.keyed(key) if key else None
            if group is not None and group.part_of is None and group.kind not in _STATES:
                yield Actor(group.name, "organisation", group.key)
            elif key is None and actor.kind == "organisation" and _is_name(actor.name):
                yield actor

    def _official(self, actor: Actor, place: int) -> Actor | None:
        """Return the person of office whose words say again what an official is given for."""
        if not _INDEFINITE.match(actor.name):
            return None
        said = _content(self.statements[place].text)
        for statement in _told(self._after(place))[:_NEXT]:
            other = statement.chain[-1].actor
            alike = len(said & _content(statement.text)) >= _ALIKE
            differ = {actor.affiliation, other.affiliation} - {None}
            if other.kind == "named_person" and alike and len(differ) <= 1:
                return other
        return None


def _told(statements: Sequence[Statement]) -> list[Statement]:
    return [statement for statement in statements if len(statement.chain) > 1]


def _holds(name: Sequence[str], short: Sequence[str]) -> bool:
    return len(short) < len(name) and set(short) <= set(name)


def _is_name(name: str) -> bool:
    return DETERMINERS.sub("", name)[:1].isupper()


def _content(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORT)
