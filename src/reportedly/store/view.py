"""What is kept as of two moments, over the rows of any store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from datetime import datetime
from itertools import chain, groupby, islice
from typing import TypeVar

from reportedly.errors import InvalidValueError, NotFoundError
from reportedly.store.block import INDEXED, storable
from reportedly.store.phrases import phrases
from reportedly.store.rows import Row, Rows, stamp
from reportedly.values.claim import Claim, Judgement, LedgerEntry, Link, Standing, claim_id
from reportedly.values.corrected import FIELDS, corrected
from reportedly.values.document import Document, Problem
from reportedly.values.identity import SHORTEST_PREFIX
from reportedly.values.statement import Statement
from reportedly.values.wire import Record

FREQUENT = 1000
"""A term of more records than this says little; see `AsOf.near`."""

LATEST = "9999"
"""Sorts after the stamp of any moment."""

_SHOWN = 5
"""So many ids are named when a prefix has several answers."""

T = TypeVar("T")


def _shared(holders: Sequence[Sequence[int]], least: int) -> Counter[int]:
    """Return how many of the rarer terms each row shares, of those that share enough."""
    rare = [numbers for numbers in holders if len(numbers) <= FREQUENT and numbers]
    counted = rare or [numbers[:FREQUENT] for numbers in holders]
    shared = Counter(chain.from_iterable(counted))
    if least > 1:
        shared = Counter({number: count for number, count in shared.items() if count >= least})
    return shared


class AsOf:
    """The records of a store as the world had published, and this desk had seen them."""

    def __init__(
        self, rows: Rows, published_by: datetime | None = None, seen_by: datetime | None = None
    ) -> None:
        self.published_by = published_by
        self.seen_by = seen_by
        self._rows = rows
        self._published = stamp(published_by) if published_by else None
        self._seen = stamp(seen_by) if seen_by else None

    def find(self, prefix: str) -> Record:
        """Return the one record whose id begins so; a superseded claim id leads on."""
        wanted = prefix.strip().lower()
        if len(wanted) < SHORTEST_PREFIX:
            raise NotFoundError(
                f"'{prefix}' is too short. Write at least {SHORTEST_PREFIX} characters of the id."
            )
        upto = self._upto()
        rows = self._rows.beginning(wanted, upto, _SHOWN + 1)
        found = {self._answer(row): row.id for row in rows if row.id == wanted}
        found = found or {self._answer(row): row.id for row in rows}
        answers = {record: identity for record, identity in found.items() if record is not None}
        if not answers:
            raise NotFoundError(f"No record begins with '{prefix}'{self._when()}.")
        if len(answers) > 1:
            raise NotFoundError(_several(prefix, sorted(answers.values())))
        return next(iter(answers))

    def documents(self, ids: Sequence[str] | None = None) -> Sequence[Document]:
        """Return documents, oldest publication first; all of them, or those named."""
        rows = self._dated(self._of("document", ids))
        return _records(Document, sorted(rows, key=lambda row: (row.published or "", row.id)))

    def statements(
        self, *, ids: Sequence[str] | None = None, documents: Sequence[str] | None = None
    ) -> Sequence[Statement]:
        """Return statements in the order of publication and place; all, named, or of documents."""
        if ids is None and documents is not None:
            rows = self._rows.under("statement", documents, self._upto())
        else:
            rows = self._of("statement", ids)
        among = None if documents is None else frozenset(documents)
        dated = [row for row in self._dated(rows) if among is None or row.parent in among]
        placed = [(row.published or "", one) for row in dated for one in _records(Statement, [row])]
        return self._corrected([statement for _, statement in sorted(placed, key=_place)])

    def near(
        self, terms: Sequence[str], *, record: str, limit: int, since: datetime | None = None
    ) -> Sequence[tuple[str, int]]:
        """Return ids of "document" or "statement" records sharing most terms, with how many.

        Method: a term of more than 1,000 records of this kind is left out while a rarer one
        is there. When all are so frequent, each counts for its 1,000 newest records.
        """
        asked = {"": terms}
        return self.near_all(asked, record=record, limit=limit, since=since)[""]

    def near_all(
        self,
        asked: Mapping[str, Sequence[str]],
        *,
        record: str,
        limit: int,
        least: int = 1,
        since: datetime | None = None,
    ) -> dict[str, list[tuple[str, int]]]:
        """Return what `near` returns for several lists of terms at once, by their keys."""
        if record not in INDEXED:
            raise InvalidValueError(f"'{record}' has no terms; look for document or statement.")
        upto = self._upto()
        wanted = {key: dict.fromkeys(storable(t) for t in terms) for key, terms in asked.items()}
        every = list(dict.fromkeys(chain.from_iterable(wanted.values())))
        rows = self._rows.holding(record, every, upto, FREQUENT + 1)
        holders = dict(zip(every, rows, strict=True))
        shared = {
            key: _shared([holders[term] for term in terms], least) for key, terms in wanted.items()
        }
        earliest = stamp(since) if since else ""
        if len(shared) > 1:
            return self._most_shared_all(shared, upto, earliest, limit)
        return {
            key: list(islice(self._most_shared(counts, upto, earliest), limit))
            for key, counts in shared.items()
        }

    def vectors(self, ids: Sequence[str], model: str) -> dict[str, bytes]:
        """Return the vectors that a model gave for statements, by id; none where it gave none."""
        return self._rows.vectors(ids, model, self._upto())

    def links(self, ids: Sequence[str]) -> Sequence[Link]:
        """Return the links that touch any of these statements or documents, oldest first."""
        upto = self._upto()
        links = _records(Link, self._rows.touching("link", ids, upto))
        shown = self._shown([end for link in links for end in (link.left, link.right)], upto)
        both = [link for link in links if shown is None or {link.left, link.right} <= shown]
        return sorted(self._up_to_date(both), key=lambda link: (link.at, link.id))

    def claims(self, ids: Sequence[str] | None = None) -> Sequence[Claim]:
        """Return the current grouping, oldest first; empty ones left out."""
        return self._narrowed(_records(Claim, self._of("claim", ids)))

    def claims_of(self, statements: Sequence[str]) -> Sequence[Claim]:
        """Return the claims that hold any of these statements, as members or about them."""
        wanted = frozenset(statements)
        claims = _records(Claim, self._rows.touching("claim", statements, self._upto()))
        holding = [claim for claim in claims if not wanted.isdisjoint(_held(claim))]
        return [one for one in self._narrowed(holding) if not wanted.isdisjoint(_held(one))]

    def standings(self, claim: str) -> Sequence[Standing]:
        """Return the recorded standings of a claim, oldest first."""
        return _records(Standing, self._rows.under("standing", [claim], self._upto()))

    def judgements(self, about: Sequence[str]) -> Sequence[Judgement]:
        """Return what was decided about these records, or names them as parts, oldest first."""
        upto = self._upto()
        rows = (
            *self._rows.under("judgement", about, upto),
            *self._rows.touching("judgement", about, upto),
        )
        found = {one.id: one for one in _records(Judgement, rows) if self._known(one.at)}
        return sorted(found.values(), key=lambda one: (one.at, one.id))

    def problems(self, *, solved: bool = False) -> Sequence[Problem]:
        """Return what was set aside and is not yet solved (or all of it), oldest first."""
        found = _records(Problem, self._rows.of_kind("problem", self._upto()))
        open_ones = [one for one in found if self._known(one.at) and (solved or not one.solved)]
        return sorted(open_ones, key=lambda one: (one.at, one.id))

    def search(self, query: str, *, limit: int | None = 50) -> Sequence[Statement]:
        """Return statements whose text holds the words of the query, best first."""
        wanted = phrases(query)
        if not wanted:
            return []
        with closing(self._rows.matching(wanted, self._upto())) as rows:
            return self._corrected(_records(Statement, list(islice(self._dated(rows), limit))))

    def ledger(self, *, after: int = 0) -> Sequence[LedgerEntry]:
        """Return the ledger entries after a sequence number."""
        return self._rows.entries(after, self._upto())

    def _upto(self) -> int:
        return self._rows.upto(self._seen)

    def _when(self) -> str:
        dated = self._published is not None or self._seen is not None
        return " as of the moments that you asked for" if dated else ""

    def _known(self, at: datetime) -> bool:
        return self._seen is None or stamp(at) <= self._seen

    def _of(self, kind: str, ids: Sequence[str] | None) -> Sequence[Row]:
        upto = self._upto()
        if ids is None:
            return self._rows.of_kind(kind, upto)
        return [row for row in self._rows.named(ids, upto) if row.kind == kind]

    def _dated(self, rows: Iterable[Row]) -> Iterator[Row]:
        """Yield the rows of what had been published."""
        limit = self._published
        return (
            r for r in rows if limit is None or (r.published is not None and r.published <= limit)
        )

    def _shown(self, ids: Sequence[str], upto: int) -> frozenset[str] | None:
        """Return which of these had been published; None where that does not matter."""
        if self._published is None:
            return None
        published = self._rows.published(ids, upto)
        return frozenset(one for one, at in published.items() if at <= self._published)

    def _corrections(self, statements: Sequence[str]) -> dict[str, list[Judgement]]:
        """Return what people decided about the reading of statements, by statement."""
        rows = self._rows.under("judgement", statements, self._upto())
        made: dict[str, list[Judgement]] = {}
        for one in _records(Judgement, rows):
            if one.field in FIELDS and self._known(one.at):
                made.setdefault(one.about, []).append(one)
        return made

    def _corrected(self, statements: Sequence[Statement]) -> list[Statement]:
        """Return statements with what people corrected in them."""
        made = self._corrections([one.id for one in statements])
        return [corrected(one, made[one.id]) if one.id in made else one for one in statements]

    def _up_to_date(self, links: Sequence[Link]) -> list[Link]:
        """Return links but those that a method judged before one of the two was corrected."""
        made = self._corrections([end for link in links for end in (link.left, link.right)])
        since = {about: max(one.at for one in ones) for about, ones in made.items()}
        return [
            link
            for link in links
            if not link.by_machine
            or not any(end in since and link.at < since[end] for end in (link.left, link.right))
        ]

    def _narrowed(self, claims: Sequence[Claim]) -> list[Claim]:
        """Return claims with the statements that this view shows, oldest first."""
        upto = self._upto()
        shown = self._shown([one for claim in claims for one in _held(claim)], upto)
        if shown is not None:
            claims = [_only(claim, shown) for claim in claims]
        full = [claim for claim in claims if claim.statements]
        published = self._rows.published([claim.statements[0] for claim in full], upto)
        return sorted(full, key=lambda one: (published.get(one.statements[0], ""), one.id))

    def _most_shared(
        self, shared: Counter[int], upto: int, since: str
    ) -> Iterator[tuple[str, int]]:
        """Yield ids with their counts, most shared first, then by id."""
        for count, group in groupby(shared.most_common(), key=lambda pair: pair[1]):
            found = self._rows.dated([number for number, _ in group], upto).values()
            until = self._published or LATEST
            ids = sorted(one for one, at in found if since <= (at or "") <= until)
            yield from ((one, count) for one in ids)

    def _most_shared_all(
        self, shared: Mapping[str, Counter[int]], upto: int, since: str, limit: int
    ) -> dict[str, list[tuple[str, int]]]:
        """Return what `_most_shared` yields for each, asking for all dates at once."""
        numbers = sorted(set(chain.from_iterable(shared.values())))
        until = self._published or LATEST
        dated = self._rows.dated(numbers, upto)
        shown = {n: one for n, (one, at) in dated.items() if since <= (at or "") <= until}
        ranked = {
            key: sorted(
                ((shown[n], count) for n, count in counts.items() if n in shown),
                key=lambda pair: (-pair[1], pair[0]),
            )
            for key, counts in shared.items()
        }
        return {key: found[:limit] for key, found in ranked.items()}

    def _answer(self, row: Row) -> Record | None:
        """Return what this view shows for a row that was asked for by its id."""
        record = row.record
        if isinstance(record, Document):
            return next((one.record for one in self._dated([row])), None)
        if isinstance(record, Statement):
            return next(iter(self.statements(ids=[record.id])), None)
        if isinstance(record, Link):
            shown = self._shown([record.left, record.right], self._upto())
            return record if shown is None or {record.left, record.right} <= shown else None
        if isinstance(record, Claim):
            return self._current(record)
        if isinstance(record, Judgement | Problem):
            return record if self._known(record.at) else None
        return record

    def _current(self, claim: Claim) -> Claim | None:
        """Return the claim, or the one that now holds the statement from which it has its id."""
        if claim.statements:
            return next(iter(self._narrowed([claim])), None)
        versions = _records(Claim, self._rows.versions(claim.id, self._upto()))
        members = list(dict.fromkeys(chain.from_iterable(one.statements for one in versions)))
        founder = next((one for one in members if claim_id(one) == claim.id), None)
        if founder is None and not members:
            return None
        holding = self.claims_of([founder or members[0]])
        return next(iter(holding), None)


def _records(kind: type[T], rows: Iterable[Row]) -> list[T]:
    return [record for row in rows if isinstance(record := row.record, kind)]


def _held(claim: Claim) -> tuple[str, ...]:
    return (*claim.statements, *(statement for statement, _ in claim.about))


def _only(claim: Claim, shown: frozenset[str]) -> Claim:
    statements = tuple(one for one in claim.statements if one in shown)
    about = tuple(pair for pair in claim.about if pair[0] in shown)
    return Claim(claim.id, claim.gist, statements, about)


def _place(pair: tuple[str, Statement]) -> tuple[str, str, int, str]:
    published, statement = pair
    start = statement.content[0].start if statement.content else 0
    return (published, statement.document, start, statement.id)


def _several(prefix: str, ids: Sequence[str]) -> str:
    length = max(12, len(prefix) + 4)
    named = ", ".join(one[:length] for one in ids[:_SHOWN])
    named += ", …" if len(ids) > _SHOWN else ""
    return f"Several records begin with '{prefix}': {named}. Write more characters."
