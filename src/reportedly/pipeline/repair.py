"""What was kept one by one is judged again together: links, claims and standings.

One at a time, an article finds only what is there already. A repair looks again, from both
sides, at what came since the last one, and groups anew the neighbourhoods that this touches:
the connected components of what says the same. What comes out does not depend on the order in
which the articles came, and repairing twice changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

import networkx as nx

from reportedly.errors import NotFoundError
from reportedly.known import Known
from reportedly.link.about import points
from reportedly.pipeline.cases import Fresh, Sight, members
from reportedly.pipeline.grouping import (
    Regrouped,
    changed_standings,
    regrouped,
    touched_by_copies,
)
from reportedly.pipeline.keeping import claim_links, copy_links, index, index_text, nearby
from reportedly.pipeline.reading import Reading
from reportedly.pipeline.repeated import to_look_at
from reportedly.store import Store, View
from reportedly.values.claim import Claim, Judgement, Link, Standing
from reportedly.values.corrected import FIELDS
from reportedly.values.document import Document
from reportedly.values.judging import MERGE, SPLIT
from reportedly.values.readers import EMBEDDER
from reportedly.values.statement import Statement

METHOD = "link.repair/1"

GROUPING, REPAIRED = "grouping", "repaired"
"""What a repair leaves behind is a judgement about the grouping: up to which ledger entry."""

LOOKED_AT = 200
"""With so many others each statement, and each text, is compared in a repair."""

_TYING = frozenset({"same", "denies", "about"})

Progress = Callable[[int, int], None]
"""Called after each article with how many are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Repair:
    """What a repair changed, or would change.

    Attributes:
        articles: how many were looked at again.
        links: what was found between records that are kept, or judged anew.
        merged, split: judgements that say which claims became one, and which one became several.
        claims: ids of the claims that are new or have other members.
        standings: of the claims that stand otherwise.
    """

    articles: int = 0
    links: int = 0
    merged: tuple[Judgement, ...] = ()
    split: tuple[Judgement, ...] = ()
    claims: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mended:
    """What becomes of one neighbourhood."""

    links: tuple[Link, ...]
    made: Regrouped
    standings: tuple[Standing, ...] = field(default_factory=tuple)


def repair(  # noqa: PLR0913  # what is repaired, by what knowledge, when and how
    store: Store,
    *,
    known: Known,
    now: datetime,
    everything: bool = False,
    keep: bool = True,
    on_article: Progress | None = None,
) -> Repair:
    """Link and group again what was touched since the last repair, and return what changed.

    Args:
        store: where it is kept; nothing is written where nothing has changed.
        known: what is known beforehand.
        now: the moment of what is judged anew.
        everything: look at all that is kept.
        keep: whether to keep what comes out, or only to tell it.
        on_article: called after each article.
    """
    if everything and keep:
        _index_texts(store, now)
    view = store.view()
    entries = view.ledger(after=_seen_before(view))
    came = {one for entry in entries if entry.what == "statement" for one in entry.records}
    touched = view.statements(ids=None if everything else sorted(came))
    if not touched:
        return Repair()
    links = _linked_again(touched, view, known, now, on_article)
    done = Repair(len({said.document for said in touched}))
    for mended in _mended([said.id for said in touched], links, view, known, now):
        done = _with(done, mended)
        if keep and (mended.links or mended.made.claims or mended.standings):
            _keep(mended, store, now)
    if keep and (came or done.links or done.claims):
        with store.write(now=now) as writer:
            writer.add([_mark(entries[-1].seq if entries else 0, done, now)])
    return done


def _index_texts(store: Store, now: datetime) -> None:
    """Index texts as they are today, those too that were kept before what is looked for was."""
    with store.write(now=now) as writer:
        for source in store.view().documents():
            index_text(writer, source)


def settle(decided: Judgement, store: Store, *, known: Known, now: datetime) -> int:
    """Judge again what a person's judgement touches; return how many claims stand otherwise.

    Args:
        decided: the judgement, which is kept already.
        store: where it is kept.
        known: what is known beforehand.
        now: the moment of what is judged anew.
    """
    view = store.view()
    about = [*_reports_of(decided.about, view), *(one for part in decided.parts for one in part)]
    links: list[Link] = []
    if decided.field in FIELDS and about:
        corrected = view.statements(ids=about)
        with store.write(now=now) as writer:
            index(writer, corrected, view.documents([corrected[0].document])[0])
        links = _linked_again(corrected, view, known, now, None)
    changed = 0
    for mended in _mended(about, links, view, known, now):
        if decided.parts:  # the person moved them, and no method
            mended = replace(mended, made=replace(mended.made, moves=()))  # noqa: PLW2901
        changed += len(mended.standings)
        _keep(mended, store, now)
    return changed


def _reports_of(about: str, view: View) -> list[str]:
    """Return the ids of the statements that a judgement about this record touches."""
    if ":" in about:
        # A source may speak in any article, and is rated rarely: all are looked through.
        return [
            said.id
            for said in view.statements()
            if any(hop.actor.source_key == about for hop in said.chain)
        ]
    try:
        record = view.find(about)
    except NotFoundError:
        return []
    if isinstance(record, Claim):
        return list(record.statements)
    if isinstance(record, Statement):
        return [record.id]
    if isinstance(record, Link):
        ends = [record.left, record.right]
        return [s.id for s in (*view.statements(ids=ends), *view.statements(documents=ends))]
    if isinstance(record, Document):
        return [said.id for said in view.statements(documents=[record.id])]
    return []


def _seen_before(view: View) -> int:
    """Return the last ledger entry that a repair has seen."""
    marks = [one for one in view.judgements([GROUPING]) if one.field == REPAIRED]
    return max((int(one.value) for one in marks), default=0)


def _mark(seq: int, done: Repair, now: datetime) -> Judgement:
    told = f"{len(done.merged)} merged, {len(done.split)} split, {done.links} links judged anew."
    return Judgement(GROUPING, REPAIRED, str(seq), "accepted", told, METHOD, now)


def _with(done: Repair, mended: _Mended) -> Repair:
    moves = mended.made.moves
    return replace(
        done,
        links=done.links + len(mended.links),
        merged=(*done.merged, *(move for move in moves if move.field == MERGE)),
        split=(*done.split, *(move for move in moves if move.field == SPLIT)),
        claims=(*done.claims, *(claim.id for claim in mended.made.claims if claim.statements)),
        standings=(*done.standings, *mended.standings),
    )


def _keep(mended: _Mended, store: Store, now: datetime) -> None:
    with store.write(now=now) as writer:
        made = mended.made
        writer.add([*mended.links, *made.claims, *made.moves, *mended.standings])


def _linked_again(
    touched: Sequence[Statement],
    view: View,
    known: Known,
    now: datetime,
    on_article: Progress | None,
) -> list[Link]:
    """Return what links of these, and of the words about them, say other than what is kept."""
    said: dict[str, list[Statement]] = {}
    for one in touched:
        said.setdefault(one.document, []).append(one)
    pointing: set[str] = set()
    found: list[Link] = []
    sources = view.documents(list(said))
    for page in to_look_at(sources, view, limit=LOOKED_AT):
        found += copy_links(page, view, known, now, limit=LOOKED_AT)
    for done, source in enumerate(sources, start=1):
        near = nearby(said[source.id], source, view, LOOKED_AT)
        others = {identity for ids in near.values() for identity in ids}
        pointing |= {s.document for s in view.statements(ids=sorted(others)) if points(s)}
        reading = _read_before(source, view)
        found += copy_links(source, view, known, now, limit=LOOKED_AT)
        found += claim_links(reading, view, now, limit=LOOKED_AT)
        if on_article:
            on_article(done, len(said))
    for source in view.documents(sorted(pointing - said.keys())):
        reading = _read_before(source, view)
        found += claim_links(reading, view, now, limit=LOOKED_AT)
    return _news(found, view)


def _read_before(source: Document, view: View) -> Reading:
    """Return what was read from a document and is kept."""
    statements = tuple(view.statements(documents=[source.id]))
    vectors = view.vectors([said.id for said in statements], EMBEDDER)
    return Reading(source, statements, vectors)


def _news(found: Iterable[Link], view: View) -> list[Link]:
    """Return each link once, of those of which the like is not in force."""
    links = {_what(link): link for link in found}
    ends = sorted({end for link in links.values() for end in (link.left, link.right)})
    in_force: dict[tuple[object, ...], tuple[object, ...]] = {}
    for link in view.links(ends):
        if link.by_machine:
            in_force[_what(link)] = _says(link)
    return [link for what, link in links.items() if in_force.get(what) != _says(link)]


def _what(link: Link) -> tuple[object, ...]:
    """Return what a link judges: two records, or by what a word about a claim is meant."""
    room = link.judged_by.partition("/")[0]
    return (room, link.left) if link.points else (room, *sorted((link.left, link.right)))


def _says(link: Link) -> tuple[object, ...]:
    return frozenset({link.left, link.right}), link.relation, link.score


def _mended(
    seeds: Sequence[str], links: Sequence[Link], view: View, known: Known, now: datetime
) -> Iterator[_Mended]:
    """Yield what becomes of each neighbourhood of these statements, with the new links in it."""
    of_texts = [link for link in links if link.of_texts]
    tied = [link for link in links if not link.of_texts]
    ends = [end for link in tied for end in (link.left, link.right)]
    sight = Sight(view, Fresh(links=tuple(tied)))
    for ids in _neighbourhoods(dict.fromkeys((*seeds, *ends)), sight):
        inside = tuple(link for link in tied if link.left in ids)
        fresh = Fresh(links=(*inside, *of_texts))
        made = regrouped(view, fresh, sorted(ids), now)
        changed = {claim.id for claim in made.claims}
        others = [claim for claim in view.claims_of(sorted(ids)) if claim.id not in changed]
        standings = changed_standings([*made.claims, *others], view, fresh, known, now)
        yield _Mended(inside, made, tuple(standings))
    if of_texts:
        touched = touched_by_copies(view, of_texts, set())
        fresh = Fresh(links=tuple(of_texts))
        standings = changed_standings(touched, view, fresh, known, now)
        yield _Mended(tuple(of_texts), Regrouped(), tuple(standings))


def _neighbourhoods(seeds: Iterable[str], sight: Sight) -> list[set[str]]:
    """Return the connected components that hold these statements, tied by claim or by link."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(seeds)
    new = list(graph)
    while new:
        ties = [(link.left, link.right) for link in sight.links(new) if link.relation in _TYING]
        for claim in sight.view.claims_of(new):
            first, *others = members(claim)
            ties += [(first, other) for other in others]
        for decided in sight.judgements(new):
            parted = [one for part in decided.parts for one in part]
            ties += [(parted[0], other) for other in parted[1:]]
        known = set(graph)
        graph.add_edges_from(ties)
        new = sorted(set(graph) - known)
    return sorted(nx.connected_components(graph), key=min)
