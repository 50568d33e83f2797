"""A claim with the records that weighing needs, gathered from a view."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from reportedly.known import Known
from reportedly.store import View
from reportedly.values.claim import Claim, Judgement, Link, Standing, claim_id
from reportedly.values.document import Document
from reportedly.values.readers import EMBEDDER
from reportedly.values.statement import Statement
from reportedly.values.when import instant
from reportedly.weigh import history, weigh

Record = TypeVar("Record", Document, Statement)

COPIED = frozenset({"copies", "possible_copy", "updates"})


@dataclass(frozen=True, slots=True)
class Fresh:
    """Records that are about to be kept, seen as if they were."""

    documents: dict[str, Document] = field(default_factory=dict)
    statements: dict[str, Statement] = field(default_factory=dict)
    links: tuple[Link, ...] = ()
    vectors: Mapping[str, bytes] = field(default_factory=dict)


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
        self._fresh_links = {link.id for link in self.fresh.links}

    def documents(self, ids: Iterable[str]) -> list[Document]:
        """Return documents in the order of publication."""
        asked = list(dict.fromkeys(ids))
        stored = [i for i in asked if i not in self.fresh.documents]
        held = self.view.documents(stored) if stored else ()
        found = [*held, *(self.fresh.documents[i] for i in asked if i in self.fresh.documents)]
        return sorted(found, key=when_published)

    def statements(self, ids: Iterable[str]) -> list[Statement]:
        """Return statements in the order of publication, then of the text."""
        asked = list(dict.fromkeys(ids))
        stored = [i for i in asked if i not in self.fresh.statements]
        held = self.view.statements(ids=stored) if stored else ()
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
        stored = sorted(asked - set(self.fresh.statements) - set(self.fresh.documents))
        found = {link.id: link for link in self.view.links(stored)} if stored else {}
        for link in self.fresh.links:
            if link.left in asked or link.right in asked:
                found[link.id] = link
        return list(found.values())

    def vectors(self, ids: Sequence[str]) -> Mapping[str, bytes]:
        """Return the vectors of statements, by id; none for those without one."""
        stored = [identity for identity in ids if identity not in self.fresh.statements]
        held = self.view.vectors(stored, EMBEDDER) if stored else {}
        return {**held, **self.fresh.vectors}

    def judgements(self, about: Sequence[str]) -> list[Judgement]:
        """Return what people decided about these records, oldest first."""
        fresh = {*self.fresh.statements, *self.fresh.documents, *self._fresh_links}
        stored = [identity for identity in about if identity not in fresh]
        return list(self.view.judgements(stored)) if stored else []


def case_of(claim: Claim, view: View) -> Case:
    """Return a claim with all that it is weighed by, as a view has it."""
    return cases_of([claim], view)[0]


def cases_of(claims: Sequence[Claim], view: View, fresh: Fresh | None = None) -> list[Case]:
    """Return claims with all that they are weighed by, in their order.

    The store is asked once for all of them, not once for each.
    """
    sight = Sight(view, fresh)
    said = {one.id: one for one in sight.statements(i for claim in claims for i in members(claim))}
    reporting = list(dict.fromkeys(one.document for one in said.values()))
    links = sight.links([*said, *reporting])
    by_end: dict[str, dict[str, Link]] = {}
    for link in links:
        by_end.setdefault(link.left, {})[link.id] = link
        by_end.setdefault(link.right, {})[link.id] = link
    copied = (end for link in links if link.relation in COPIED for end in (link.left, link.right))
    sources = {source.id: source for source in sight.documents([*reporting, *copied])}
    everything = _Matter(said, sources, by_end)
    cases = [_case(claim, everything) for claim in claims]
    subjects = {claim.id: _subjects(case) for claim, case in zip(claims, cases, strict=True)}
    asked = dict.fromkeys(subject for about in subjects.values() for subject in about)
    judgements = sight.judgements([*asked])
    if not judgements:
        return cases
    return [
        replace(case, judgements=tuple(j for j in judgements if _bears(j, subjects[case.claim.id])))
        for case in cases
    ]


@dataclass(frozen=True, slots=True)
class _Matter:
    """What several cases share: statements and documents in order, links by either end."""

    statements: dict[str, Statement]
    documents: dict[str, Document]
    links: dict[str, dict[str, Link]]


def _case(claim: Claim, matter: _Matter) -> Case:
    """Return the case of one claim, without judgements."""
    ids = set(members(claim))
    statements = tuple(one for one in _some(matter.statements, ids))
    reporting = {said.document for said in statements}
    links: dict[str, Link] = {}
    for end in (*sorted(ids), *sorted(reporting)):
        links |= matter.links.get(end, {})
    ends = {end for link in links.values() if link.relation in COPIED for end in _ends(link)}
    documents = tuple(_some(matter.documents, reporting | ends))
    return Case(claim, statements, documents, tuple(links.values()), ())


def _some(ordered: dict[str, Record], ids: set[str]) -> list[Record]:
    """Return the records with these ids, in the order of the whole."""
    if len(ids) == 1:
        return [ordered[i] for i in ids if i in ordered]
    return [record for identity, record in ordered.items() if identity in ids]


def _ends(link: Link) -> tuple[str, str]:
    return link.left, link.right


def _subjects(case: Case) -> frozenset[str]:
    """Return everything that people may have decided about and that bears on a claim."""
    voices = (hop.actor.source_key for said in case.statements for hop in said.chain)
    actors = (key for key in voices if key)
    statements = (said.id for said in case.statements)
    sources = (source.id for source in case.documents)
    links = (link.id for link in case.links)
    # A decision about a claim that this one has superseded leads on to it.
    claims = (case.claim.id, *map(claim_id, case.claim.statements))
    return frozenset((*claims, *statements, *sources, *links, *actors))


def _bears(judgement: Judgement, subjects: frozenset[str]) -> bool:
    """Return whether a judgement is about one of these, or names one as a part."""
    return judgement.about in subjects or any(
        not subjects.isdisjoint(part) for part in judgement.parts
    )


def members(claim: Claim) -> tuple[str, ...]:
    """Return the ids of the statements that a claim holds, as members or about it."""
    return (*claim.statements, *(identity for identity, _ in claim.about))


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
