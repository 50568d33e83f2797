"""Readings -> what is kept: links, claims and standings, one article to a write block."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from reportedly.known import Known
from reportedly.link import candidates, copies
from reportedly.link.about import about
from reportedly.link.compare import compare
from reportedly.link.group import group
from reportedly.link.profile import Profile, profile
from reportedly.pipeline.cases import (
    Fresh,
    Sight,
    cases_of,
    members,
    standing_of,
    when_published,
)
from reportedly.pipeline.reading import Reading, read_documents
from reportedly.store import Store, View
from reportedly.values.claim import Claim, Link, Standing
from reportedly.values.document import Document, Problem
from reportedly.values.readers import ReaderName
from reportedly.values.statement import Statement

COPY_CANDIDATES = 40
COPY_WINDOW = timedelta(days=90)
"""How long after a text its copies still come, a rewrite of an old story among them."""

CLAIM_CANDIDATES = 20
CLAIM_SHARED = 2
"""Index terms that two statements must share to be worth comparing."""

CLAIM_WINDOW = timedelta(days=30)
"""How far apart in time two reports of one claim may be found."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one article.

    Attributes:
        document: the article; None where it was set aside.
        problem: why it was set aside.
        claims: ids of the claims that it touched.
    """

    outcome: Literal["added", "known", "set_aside"]
    document: Document | None = None
    problem: Problem | None = None
    claims: tuple[str, ...] = ()


def add(  # noqa: PLR0913  # the order of the stages needs what each of them needs
    articles: Iterable[Document | Problem],
    store: Store,
    *,
    known: Known,
    lists: Path | None = None,
    reader: ReaderName | None = None,
    workers: int = 1,
    now: datetime,
) -> Iterator[Step]:
    """Yield what became of each article, when all that follows from it is kept.

    What is held already is not read again. Nothing happens until the next step is asked for.
    """
    held: list[Document] = []
    fresh = _not_held(articles, store, held)
    for item in read_documents(fresh, lists=lists, reader=reader, workers=workers, now=now):
        yield from _known_steps(held)
        yield (
            _set_aside(item, store, now)
            if isinstance(item, Problem)
            else keep(item, store, known, now)
        )
    yield from _known_steps(held)


def _not_held(
    articles: Iterable[Document | Problem], store: Store, held: list[Document]
) -> Iterator[Document | Problem]:
    """Yield what is not kept yet; note what is."""
    for article in articles:
        if isinstance(article, Document) and store.view().documents([article.id]):
            held.append(article)
        else:
            yield article


def _known_steps(held: list[Document]) -> Iterator[Step]:
    while held:
        yield Step("known", held.pop(0))


def _set_aside(problem: Problem, store: Store, now: datetime) -> Step:
    with store.write(now=now) as writer:
        writer.add([problem])
    return Step("set_aside", problem=problem)


def keep(reading: Reading, store: Store, known: Known, now: datetime) -> Step:
    """Keep one reading with its links, claims and standings, and return what became of it."""
    source, statements = reading.document, reading.statements
    view = store.view()
    if view.documents([source.id]):
        return Step("known", source)
    copied = _copy_links(source, view, known, now)
    links = (*copied, *_claim_links(reading, view, now))
    fresh = Fresh({source.id: source}, {said.id: said for said in statements}, links)
    ends = (end for link in links for end in (link.left, link.right))
    claims = _regrouped(view, fresh, ends)
    touched = _touched_by_copies(view, copied, {claim.id for claim in claims})
    standings = list(_changed_standings([*claims, *touched], view, fresh, known, now))
    with store.write(now=now) as writer:
        writer.add([source, *statements, *links, *claims, *standings])
        writer.index(source.id, copies.terms(source))
        for said in statements:
            writer.index(said.id, _dated(candidates.terms(said), [_period(source)]))
    return Step("added", source, claims=tuple(claim.id for claim in claims if claim.statements))


def _copy_links(source: Document, view: View, known: Known, now: datetime) -> tuple[Link, ...]:
    since = when_published(source)[0] - COPY_WINDOW
    near = view.near(copies.terms(source), record="document", limit=COPY_CANDIDATES, since=since)
    ids = [identity for identity, shared in near if shared >= copies.SHARED]
    return tuple(copies.copies(source, view.documents(ids) if ids else (), known, at=now))


def _claim_links(reading: Reading, view: View, now: datetime) -> Iterator[Link]:
    """Yield the links among the new statements, and between them and those that are kept."""
    statements = reading.statements
    told = {said.id: profile(said) for said in statements}
    for earlier, later in _alike_within(statements):
        yield from _compared(told[later.id], told[earlier.id], now)
    moment = when_published(reading.document)
    near = _near(statements, reading.document, view)
    others = {s.id: s for s in _statements(view, [i for ids in near.values() for i in ids])}
    told |= {identity: profile(other) for identity, other in others.items()}
    sources = _documents(view, [other.document for other in others.values()])
    moments = {source.id: when_published(source) for source in sources}
    for said in statements:
        alike = [others[identity] for identity in near[said.id]]
        for other in alike:
            pair = (said, other) if moments[other.document] <= moment else (other, said)
            yield from _compared(told[pair[0].id], told[pair[1].id], now)
        pointing = about(said, statements, alike, at=now)
        if pointing:
            yield pointing


def _alike_within(statements: Sequence[Statement]) -> Iterator[tuple[Statement, Statement]]:
    """Yield the pairs of statements of one article that share enough terms, in order.

    An interview has a thousand statements, of which few speak of the same.
    """
    holding: dict[str, list[int]] = defaultdict(list)
    for place, said in enumerate(statements):
        shared: Counter[int] = Counter()
        for term in candidates.terms(said):
            shared.update(holding[term])
            holding[term].append(place)
        near = (before for before, count in shared.items() if count >= CLAIM_SHARED)
        yield from ((statements[before], said) for before in sorted(near))


def _compared(later: Profile, earlier: Profile, now: datetime) -> Iterator[Link]:
    link = compare(later, earlier, at=now)
    if link:
        yield link


def _near(statements: Sequence[Statement], source: Document, view: View) -> dict[str, list[str]]:
    """Return, for each statement, ids of kept ones worth comparing, of around the same time.

    Terms are indexed by period, so that the search costs the same however long the desk
    has been reading.
    """
    period = _period(source)
    periods = range(period - 1, period + 2)
    asked = {said.id: _dated(candidates.terms(said), periods) for said in statements}
    since = when_published(source)[0] - CLAIM_WINDOW
    near = view.near_all(
        asked, record="statement", limit=CLAIM_CANDIDATES, least=CLAIM_SHARED, since=since
    )
    return {said: [identity for identity, _ in found] for said, found in near.items()}


def _period(source: Document) -> int:
    """Return the number of the window of time in which an article was published."""
    return (when_published(source)[0] - _EPOCH) // CLAIM_WINDOW


def _dated(terms: Sequence[str], periods: Iterable[int]) -> list[str]:
    return [f"{period}:{term}" for period in periods for term in terms]


def _statements(view: View, ids: Sequence[str]) -> Sequence[Statement]:
    return view.statements(ids=list(dict.fromkeys(ids))) if ids else ()


def _documents(view: View, ids: Sequence[str]) -> Sequence[Document]:
    return view.documents(list(dict.fromkeys(ids))) if ids else ()


def _regrouped(view: View, fresh: Fresh, ends: Iterable[str]) -> list[Claim]:
    """Return the claims that hold any of these statements, and the fresh ones, anew.

    Only what is new or has changed is returned; a claim that has dissolved into others is
    returned without members, so that it is superseded.
    """
    sight = Sight(view, fresh)
    before = view.claims_of(sorted(set(ends) - set(fresh.statements)))
    held = [identity for claim in before for identity in members(claim)]
    statements = sight.statements([*held, *fresh.statements])
    links = sight.links([said.id for said in statements])
    judged = sight.judgements([link.id for link in links])
    after = group(statements, links, judged=judged)
    known = {claim.id: claim for claim in before}
    changed = [claim for claim in after if known.get(claim.id) != claim]
    gone = set(known) - {claim.id for claim in after}
    return [*changed, *(Claim(identity, known[identity].gist, ()) for identity in sorted(gone))]


def _touched_by_copies(view: View, copied: Sequence[Link], changed: set[str]) -> list[Claim]:
    """Return claims whose members did not change, but whose articles turned out as copies."""
    ends = sorted({end for link in copied for end in (link.left, link.right)})
    if not ends:
        return []
    reports = [said.id for said in view.statements(documents=ends)]
    return [claim for claim in view.claims_of(reports) if claim.id not in changed]


def _changed_standings(
    claims: Iterable[Claim], view: View, fresh: Fresh, known: Known, now: datetime
) -> Iterator[Standing]:
    """Yield the standing of each claim that stands otherwise than recorded."""
    standing_claims = [claim for claim in claims if claim.statements]
    for case in cases_of(standing_claims, view, fresh):
        standing = standing_of(case, known, published_by=None, seen_by=now)
        is_new = fresh.statements.keys() >= set(case.claim.statements)
        recorded = () if is_new else view.standings(case.claim.id)
        if not recorded or _undated(recorded[-1]) != _undated(standing):
            yield standing


def _undated(standing: Standing) -> Standing:
    return replace(standing, published_by=None, seen_by=None)


def settle(about: str, store: Store, *, known: Known, now: datetime) -> int:
    """Group and weigh again what a judgement touches; return how many claims stand otherwise.

    Args:
        about: the id of a record, or the key of a source ("outlet:wsj").
        store: where the judgement is kept.
        known: what is known beforehand.
        now: the moment of the new standings.
    """
    view = store.view()
    reports = list(_reports_of(about, view))
    claims = _regrouped(view, Fresh(), reports)
    changed = {claim.id for claim in claims}
    others = [claim for claim in view.claims_of(reports) if claim.id not in changed]
    standings = list(_changed_standings([*claims, *others], view, Fresh(), known, now))
    if claims or standings:
        with store.write(now=now) as writer:
            writer.add([*claims, *standings])
    return len(standings)


def _reports_of(about: str, view: View) -> Iterator[str]:
    """Yield the ids of the statements that a judgement about this record touches."""
    if ":" in about:
        # A source may speak in any article, and is rated rarely: all are looked through.
        for said in view.statements():
            if any(hop.actor.source_key == about for hop in said.chain):
                yield said.id
        return
    record = view.find(about)
    if isinstance(record, Claim):
        yield from record.statements
    elif isinstance(record, Statement):
        yield record.id
    elif isinstance(record, Link):
        yield from (s.id for s in view.statements(ids=[record.left, record.right]))
    elif isinstance(record, Document):
        yield from (s.id for s in view.statements(documents=[record.id]))
