"""A claim with all that is kept around it, as one view shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportedly.store import View
from reportedly.values.claim import Claim, Flag, Judgement, Link, Stance, Standing, Status
from reportedly.values.document import Document
from reportedly.values.judging import in_force, latest
from reportedly.values.statement import Statement


@dataclass(frozen=True, slots=True)
class Dossier:
    """A claim, what it rests on, and the reports behind it.

    Attributes:
        statements: members, oldest publication first.
        about: comments and status words beside it, with their stance.
        documents: the articles of both, and those that they copy, by id.
        links: the judgements that touch any of these.
        judgements: what people decided about them, oldest first.
        dials: published by and seen by, as they were asked for.
    """

    claim: Claim
    standing: Standing
    statements: tuple[Statement, ...]
    about: tuple[tuple[Statement, Stance], ...]
    documents: dict[str, Document]
    links: tuple[Link, ...]
    judgements: tuple[Judgement, ...]
    dials: tuple[datetime | None, datetime | None] = (None, None)

    @property
    def id(self) -> str:
        """The id of the claim."""
        return self.claim.id

    @property
    def gist(self) -> str:
        """The words of the member that says it most fully."""
        return self.claim.gist

    @property
    def status(self) -> Status:
        """How the claim stands."""
        return self.standing.status

    @property
    def lo(self) -> int:
        """The least number of independent origins."""
        return self.standing.lo

    @property
    def hi(self) -> int:
        """The greatest number of independent origins."""
        return self.standing.hi

    @property
    def cut(self) -> tuple[str, ...]:
        """The actors that everything passes through."""
        return self.standing.cut

    @property
    def flags(self) -> tuple[Flag, ...]:
        """What to beware of."""
        return self.standing.flags

    @property
    def outlets(self) -> tuple[str, ...]:
        """The names of the outlets that report it, in the order in which they came."""
        return tuple(dict.fromkeys(said.chain[0].actor.name for said in self.statements))

    @property
    def chains(self) -> tuple[str, ...]:
        """Through whom each outlet has it, outermost first; each chain once."""
        return tuple(dict.fromkeys(chain_line(said) for said in self.statements))

    @property
    def decided(self) -> tuple[Judgement, ...]:
        """What people decided that bears on it, as far as nobody took it back, oldest first."""
        return tuple(one for one in in_force(self.judgements) if not one.by_machine)

    @property
    def moves(self) -> tuple[Judgement, ...]:
        """The merges and splits that made it, by whomever, oldest first."""
        return tuple(one for one in in_force(self.judgements) if one.parts)

    @property
    def ratings(self) -> tuple[Judgement, ...]:
        """The ratings in force: letters of its sources, digits of what they say."""
        newest = latest(self.judgements).values()
        return tuple(one for one in newest if one.field in {"rating", "credibility"})

    def stance(self, statement: str) -> Stance:
        """Return how a member bears on the claim, as the standing has it."""
        for item in self.standing.evidence:
            if item.statement == statement:
                return item.stance
        return {said.id: stance for said, stance in self.about}.get(statement, "supports")


def chain_line(statement: Statement) -> str:
    """Return the chain of a statement with arrows, outermost first."""
    return " <- ".join(hop.actor.name or "an unnamed outlet" for hop in statement.chain)


def most_reported(view: View) -> list[Claim]:
    """Return all claims: those of most outlets first, then of most reports, then by id."""
    claims = view.claims()
    several = [
        identity for claim in claims if len(claim.statements) > 1 for identity in claim.statements
    ]
    outlet = {said.id: said.chain[0].actor.name for said in view.statements(ids=several)}

    def rank(claim: Claim) -> tuple[int, int, str]:
        outlets = {outlet.get(identity, "") for identity in claim.statements}
        return -len(outlets), -len(claim.statements), claim.id

    return sorted(claims, key=rank)
