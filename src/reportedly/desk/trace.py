"""Where a claim came from: outlets, those they name, down to the origin."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from reportedly.desk.dossier import Dossier
from reportedly.desk.passage import passage
from reportedly.values.claim import Link, Stance
from reportedly.values.statement import Attribution, SourceKind, Statement

COPIES = {"copies": "same text", "possible_copy": "possibly the same text"}


@dataclass(frozen=True, slots=True)
class Hop:
    """One voice of a trace and those on which it leans.

    Attributes:
        held: for an outlet, whether its own report of this claim is kept; None for others.
        cue: the words that led here ("told", "same text"), "" for a reporting outlet.
        sentence, statement: where the article says so, and the id of that reading.
        published: the publication date as the article or the user gives it, "" if neither does.
        why: for a copy, what decided it.
    """

    name: str
    kind: SourceKind
    key: str | None
    held: bool | None
    cue: str = ""
    sentence: str = ""
    statement: str = ""
    published: str = ""
    stance: Stance = "supports"
    why: tuple[tuple[str, float], ...] = ()
    leans_on: tuple[Hop, ...] = ()


@dataclass(slots=True)
class _Branch:
    """A hop while the tree grows."""

    hop: Hop
    below: dict[str, _Branch] = field(default_factory=dict)

    def closed(self) -> Hop:
        """Return the hop with all that has grown under it."""
        below = tuple(branch.closed() for branch in self.below.values())
        return replace(self.hop, leans_on=below)


def trace(dossier: Dossier) -> tuple[Hop, ...]:
    """Return the reporting outlets in order of publication, each with whom it leans on.

    An outlet that reports more than once appears once; what several of its sentences say
    of the same voice is told by the first of them.
    """
    held = {_name_key(said.chain[0]) for said in dossier.statements}
    roots: dict[str, _Branch] = {}
    for said in dossier.statements:
        branch = roots.setdefault(_name_key(said.chain[0]), _Branch(_hop(said, 0, dossier, held)))
        for position in range(1, len(said.chain)):
            key = _name_key(said.chain[position])
            branch = branch.below.setdefault(key, _Branch(_hop(said, position, dossier, held)))
    for said in dossier.statements:
        branch = roots[_name_key(said.chain[0])]
        for link in _copies_of(said, dossier.links):
            _graft_copy(branch, said, link, dossier)
    return tuple(branch.closed() for branch in roots.values())


def edges(hops: Iterable[Hop]) -> list[tuple[Hop, Hop]]:
    """Return every pair (who leans, on whom) of a trace, top down."""
    pairs: list[tuple[Hop, Hop]] = []
    for hop in hops:
        pairs += [(hop, below) for below in hop.leans_on]
        pairs += edges(hop.leans_on)
    return pairs


def _hop(said: Statement, position: int, dossier: Dossier, held: set[str]) -> Hop:
    attribution = said.chain[position]
    source = dossier.documents[said.document]
    stamp = source.claimed_published
    outlet = attribution.actor.kind == "media_outlet"
    return Hop(
        name=attribution.actor.name or "an unnamed outlet",
        kind=attribution.actor.kind,
        key=attribution.actor.key,
        held=_name_key(attribution) in held if outlet else None,
        cue=attribution.cue if position else "",
        sentence=passage(source, said).text,
        statement=said.id,
        published=stamp.value if stamp else "",
        stance=dossier.stance(said.id),
    )


def _graft_copy(branch: _Branch, said: Statement, link: Link, dossier: Dossier) -> None:
    """Hang the outlet of the copied text under the one that copied it."""
    earlier = dossier.documents.get(link.right)
    if earlier is None or earlier.outlet == branch.hop.name:
        return
    hop = Hop(
        name=earlier.outlet or "an unnamed outlet",
        kind="media_outlet",
        key=None,
        held=True,
        cue=COPIES[link.relation],
        sentence=passage(dossier.documents[said.document], said).text,
        statement=said.id,
        published=earlier.claimed_published.value if earlier.claimed_published else "",
        stance=branch.hop.stance,
        why=link.because,
    )
    branch.below.setdefault(f"copy {hop.name.casefold()}", _Branch(hop))


def _copies_of(said: Statement, links: Sequence[Link]) -> list[Link]:
    return [link for link in links if link.relation in COPIES and link.left == said.document]


def _name_key(hop: Attribution) -> str:
    name = hop.actor.name.casefold().removeprefix("the ")
    return hop.actor.key or f"{hop.actor.kind == 'media_outlet'} {name}"
