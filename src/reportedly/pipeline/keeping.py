"""Readings -> what is kept: links, claims and standings, one article to a write block."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import chain
from pathlib import Path
from typing import Literal

from reportedly.known import Known
from reportedly.link import boilerplate, candidates, copies
from reportedly.link.about import about, points
from reportedly.link.compare import compare
from reportedly.link.meaning import likeness
from reportedly.link.profile import Profile, profile
from reportedly.pipeline.cases import Fresh, when_published
from reportedly.pipeline.grouping import changed_standings, regrouped, touched_by_copies
from reportedly.pipeline.reading import Reading, read_documents
from reportedly.pipeline.repeated import repeated
from reportedly.store import Store, View, Writer
from reportedly.values.claim import Link
from reportedly.values.document import Document, Problem
from reportedly.values.readers import EMBEDDER, ReaderName
from reportedly.values.statement import Statement

COPY_CANDIDATES = 40
COPY_WINDOW = timedelta(days=90)
"""How long after a text its copies still come, a rewrite of an old story among them."""

CLAIM_CANDIDATES = 20
CLAIM_SHARED = 2
"""Index terms that two statements must share to be worth comparing."""

UNLIKE = 0.3
"""Likeness under which two are not compared: of 100 pairs that say the same, one lies there, of
pairs that only share words every second."""

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
    embed = reader != "rules"
    for item in read_documents(
        fresh, lists=lists, reader=reader, embed=embed, workers=workers, now=now
    ):
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
    copied = copy_links(source, view, known, now)
    links = (*copied, *claim_links(reading, view, now))
    said_here = {said.id: said for said in statements}
    fresh = Fresh({source.id: source}, said_here, links, reading.vectors)
    ends = (end for link in links for end in (link.left, link.right))
    made = regrouped(view, fresh, ends, now)
    touched = touched_by_copies(view, copied, {claim.id for claim in made.claims})
    standings = list(changed_standings([*made.claims, *touched], view, fresh, known, now))
    with store.write(now=now) as writer:
        writer.add([source, *statements, *links, *made.claims, *made.moves, *standings])
        index_text(writer, source)
        for said, vector in reading.vectors.items():
            writer.embed(said, EMBEDDER, vector)
        index(writer, statements, source)
    return Step(
        "added", source, claims=tuple(claim.id for claim in made.claims if claim.statements)
    )


def index_text(writer: Writer, source: Document) -> None:
    """Make a text findable by what copies of it share, and by what its site repeats."""
    writer.index(source.id, [*copies.terms(source), *boilerplate.terms(source)])


def index(writer: Writer, statements: Iterable[Statement], source: Document) -> None:
    """Make statements findable by their terms and the time of their article."""
    for said in statements:
        writer.index(said.id, _dated(candidates.terms(said), [_period(source)]))


def copy_links(
    source: Document, view: View, known: Known, now: datetime, *, limit: int = COPY_CANDIDATES
) -> tuple[Link, ...]:
    """Return the links of a text to those that it copies, or that copy it, of around its time.

    Those that were taken for copies, and only show what a site repeats, are told as unrelated.
    """
    moment = when_published(source)[0]
    near = view.near(
        copies.terms(source), record="document", limit=limit, since=moment - COPY_WINDOW
    )
    ids = [identity for identity, shared in near if shared >= copies.SHARED]
    others = view.documents(ids) if ids else ()
    close = [one for one in others if when_published(one)[0] - moment <= COPY_WINDOW]
    alike = [one for one in close if copies.shares_enough(source, one)]
    passages = repeated([source, *alike], view) if alike else {}
    found = copies.copies(source, alike, known, at=now, repeated=passages)
    if not any(link.relation == "unrelated" for link in found):
        return tuple(found)
    taken = {(link.left, link.right) for link in view.links([source.id]) if link.of_texts}
    return tuple(k for k in found if k.relation != "unrelated" or (k.left, k.right) in taken)


def claim_links(
    reading: Reading, view: View, now: datetime, *, limit: int = CLAIM_CANDIDATES
) -> Iterator[Link]:
    """Yield the links among these statements, and between them and others that are kept.

    What two statements are to each other depends on the two alone; `limit` says with how many
    others each is compared.
    """
    statements = reading.statements
    told = {said.id: profile(said) for said in statements}
    for earlier, later in _alike_within(statements):
        like = likeness(reading.vectors, later.id, earlier.id)
        yield from _compared(told[later.id], told[earlier.id], like, now)
    moment = when_published(reading.document)
    nearest = nearby(statements, reading.document, view, limit)
    vectors = {**reading.vectors, **_vectors(view, nearest)}
    near = {said.id: _like(said, nearest[said.id], vectors) for said in statements}
    found = _statements(view, [i for ids in near.values() for i in ids if i not in told])
    sources = _documents(view, [other.document for other in found])
    moments = {source.id: when_published(source) for source in sources}
    others = {
        one.id: one for one in found if abs(moments[one.document][0] - moment[0]) <= CLAIM_WINDOW
    }
    told |= {identity: profile(other) for identity, other in others.items()}
    for said in statements:
        alike = [others[identity] for identity in near[said.id] if identity in others]
        for other in alike:
            pair = (said, other) if moments[other.document] <= moment else (other, said)
            like = near[said.id][other.id]
            yield from _compared(told[pair[0].id], told[pair[1].id], like, now)
        pointing = about(said, statements, alike, at=now)
        if pointing:
            yield pointing


def _vectors(view: View, near: Mapping[str, Sequence[str]]) -> Mapping[str, bytes]:
    ids = dict.fromkeys(chain.from_iterable(near.values()))
    return view.vectors(list(ids), EMBEDDER) if ids else {}


def _like(
    said: Statement, near: Sequence[str], vectors: Mapping[str, bytes]
) -> dict[str, float | None]:
    """Return those worth comparing that are not of quite another meaning, and how like each is.

    A word about a claim is looked at beside all: it seldom says what the claim says.
    """
    like = {one: likeness(vectors, said.id, one) for one in near}
    if points(said):
        return like
    return {one: found for one, found in like.items() if found is None or found >= UNLIKE}


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


def _compared(
    later: Profile, earlier: Profile, like: float | None, now: datetime
) -> Iterator[Link]:
    link = compare(later, earlier, at=now, likeness=like)
    if link:
        yield link


def nearby(
    statements: Sequence[Statement], source: Document, view: View, limit: int
) -> dict[str, list[str]]:
    """Return, for each statement, ids of kept ones worth comparing, of around the same time.

    Terms are indexed by period, so that the search costs the same however long the desk
    has been reading.
    """
    period = _period(source)
    periods = range(period - 1, period + 2)
    asked = {said.id: _dated(candidates.terms(said), periods) for said in statements}
    since = when_published(source)[0] - CLAIM_WINDOW
    near = view.near_all(asked, record="statement", limit=limit, least=CLAIM_SHARED, since=since)
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
