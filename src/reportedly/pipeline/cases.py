"""A claim with the records that weighing needs, gathered from a view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from reportedly.known import Known
from reportedly.store import View
from reportedly.values.claim import Claim, Judgement, Link, Standing
from reportedly.values.document import Document
from reportedly.values.statement import Statement
from reportedly.values.when import instant
from reportedly.weigh import history, weigh

COPIED = frozenset({"copies", "possible_copy", "updates"})


@dataclass(frozen=True, slots=True)
class Fresh:
    """Records that are about to be kept, seen as if they were."""

    documents: dict[str, Document] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    judgements: tuple[Judgement, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """A claim and all that it is weighed by.

    Attributes:
        statements: members and those about it, in the order of publication.
        documents: their articles, and those that these copy or are copied by.
        links, judgements: all that touch any of these.
    """

    claim: Claim
    statements: tuple[Statement, ...]
    documents: tuple[Document, ...]
    links: tuple[Link, ...]
    judgements: tuple[Judgement, ...]


class Sight:
    """A view with fresh records over it."""

    def __init__(self, view: View, fresh: Fresh | None = None) -> None:
        self.view = view
        self.fresh = fresh or Fresh()

    def documents(self, ids: Iterable[str]) -> list[Document]:
        """Return documents in the order of publication."""
        asked = list(dict.fromkeys(ids))
        held = self.view.documents([i for i in asked if i not in self.fresh.documents])
        found = [*held, *(self.fresh.documents[i] for i in asked if i in self.fresh.documents)]
        return sorted(found, key=when_published)

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        """Return statements in the order of publication, then of the text."""
        asked = list(dict.fromkeys(ids))
        held = self.view.statements(ids=[i for i in asked if i not in self.fresh.statements])
        found = [*held, *(self.fresh.statements[i] for i in asked if i in self.fresh.statements)]
        return self.in_order(found)

    def in_order(self, statements: Iterable[Statement]) -> list[Statement]:
        """Return statements in the order of publication, then of the text."""
        given = list(statements)
        moments = {
            source.id: when_published(source)
            for source in self.documents(said.document for said in given)
        }
        return sorted(given, key=lambda said: (moments[said.document], _place(said), said.id))

    def links(self, ids: Sequence[str]) -> list[Link]:
        """Return the links that touch any of these records."""
        asked = set(ids)
        found = {link.id: link for link in self.view.links(ids)}
        for link in self.fresh.links:
            if link.left in asked or link.right in asked:
                found[link.id] = link
        return list(found.values())

    def judgements(self, about: Sequence[str]) -> list[Judgement]:
        """Return what people decided about these records, oldest first."""
        asked = set(about)
        fresh = (j for j in self.fresh.judgements if j.about in asked)
        return [*self.view.judgements(about), *fresh]


def case_of(claim: Claim, view: View, fresh: Fresh | None = None) -> Case:
    """Return a claim with all that it is weighed by, as a view (and fresh records) have it."""
    sight = Sight(view, fresh)
    members = [*claim.statements, *(identity for identity, _ in claim.about)]
    statements = sight.statements(members)
    reporting = list(dict.fromkeys(said.document for said in statements))
    links = sight.links([*members, *reporting])
    copied = [end for link in links if link.relation in COPIED for end in (link.left, link.right)]
    documents = sight.documents([*reporting, *copied])
    actors = (hop.actor.key for said in statements for hop in said.chain if hop.actor.key)
    subjects = [
        claim.id,
        *members,
        *(source.id for source in documents),
        *(link.id for link in links),
        *dict.fromkeys(actors),
    ]
    judgements = sight.judgements(list(dict.fromkeys(subjects)))
    return Case(claim, tuple(statements), tuple(documents), tuple(links), tuple(judgements))


def standing_of(
    case: Case, known: Known, *, published_by: datetime | None, seen_by: datetime | None
) -> Standing:
    """Return what a claim rests on at two moments."""
    return weigh(
        case.claim,
        case.statements,
        case.documents,
        case.links,
        case.judgements,
        known,
        published_by=published_by,
        seen_by=seen_by,
    )


def history_of(
    case: Case, known: Known, *, published_by: datetime | None, seen_by: datetime | None
) -> Sequence[Standing]:
    """Return how a claim stood at each moment of publication that changed it, oldest first."""
    return history(
        case.claim,
        case.statements,
        case.documents,
        case.links,
        case.judgements,
        known,
        published_by=published_by,
        seen_by=seen_by,
    )


def when_published(source: Document) -> tuple[datetime, str]:
    """Return what orders documents: published (else first seen), then id."""
    stamp = source.claimed_published
    return (instant(stamp.start) if stamp and stamp.start else source.first_seen), source.id


def _place(said: Statement) -> int:
    return said.content[0].start if said.content else 0
