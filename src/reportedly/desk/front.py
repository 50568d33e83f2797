"""The desk: add articles, and ask what is claimed, by whom, and how it stands.

This is the one place where the clock is read: every answer is a function of what is kept
and of the moments that are passed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Unpack

from reportedly import pipeline
from reportedly.desk import trace as traces
from reportedly.desk import why as whys
from reportedly.desk.articles import Said, again, documents, readings
from reportedly.desk.asked import asked, found
from reportedly.desk.deciding import Deciding, claim_at
from reportedly.desk.dossier import Dossier, most_reported
from reportedly.desk.exporting import Cell, row
from reportedly.errors import InvalidValueError, NotFoundError
from reportedly.pipeline import Reading, Step
from reportedly.store import View
from reportedly.values.claim import (
    Claim,
    LedgerEntry,
    Standing,
    Status,
)
from reportedly.values.document import Document, Problem
from reportedly.values.statement import Statement


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of the articles of one `add`.

    Attributes:
        added, known: ids of the articles that are new, and of those that were held already.
        set_aside: what is no article or could not be read, each with its reason.
        claims: ids of the claims that the new articles touched.
    """

    added: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    set_aside: tuple[Problem, ...] = ()
    claims: tuple[str, ...] = ()


class Desk(Deciding):
    """What one desk has read, and what it makes of it.

    Args:
        location: a folder, or "memory:" for a desk that is gone with the program.
        create: start the desk where there is none yet.
        lists: a folder with the user's own lists of outlets, equipment and so on; without
            it, the folder `lists` of the desk, where there is one.
        reader: "trained", "fast" or "rules"; by itself the trained one, where it is installed.
        clock: what tells the time.

    Raises:
        StoreError: the store cannot be opened, or there is none and `create` is off.
    """

    def add(
        self,
        address: str | Path,
        *,
        workers: int = 1,
        on_step: Callable[[Step], None] | None = None,
        **said: Unpack[Said],
    ) -> AddReport:
        """Read articles, keep them and what follows, and return what became of each.

        Args:
            address: a file, a folder, a URL, or "-" for stdin.
            workers: processes that read; a program that asks for more than one must guard
                its own start with `if __name__ == "__main__":`.
            on_step: called after each article, when it is kept.
            said: what the articles do not say themselves; see `Said`.
        """
        now = self._clock()
        articles = documents(address, self.known, now, **said)
        return self._keep(articles, workers, on_step, now)

    def _keep(
        self,
        articles: Iterable[Document | Problem],
        workers: int,
        on_step: Callable[[Step], None] | None,
        now: datetime,
    ) -> AddReport:
        steps = pipeline.add(
            articles,
            self._store,
            known=self.known,
            lists=self._lists,
            reader=self._reader,
            workers=workers,
            now=now,
        )
        ids: dict[str, list[str]] = {"added": [], "known": []}
        aside: list[Problem] = []
        claims: dict[str, None] = {}
        for step in steps:
            if step.problem:
                aside.append(step.problem)
            elif step.document:
                ids[step.outcome].append(step.document.id)
            claims |= dict.fromkeys(step.claims)
            if on_step:
                on_step(step)
        return AddReport(tuple(ids["added"]), tuple(ids["known"]), tuple(aside), tuple(claims))

    def read(self, address: str | Path, **said: Unpack[Said]) -> Iterator[Reading | Problem]:
        """Yield the reading of each article; nothing is kept. See `readings`."""
        return readings(address, lists=self._lists, reader=self._reader, clock=self._clock, **said)

    def claims(
        self,
        query: str | None = None,
        *,
        published_by: datetime | None = None,
        seen_by: datetime | None = None,
        status: Status | None = None,
        limit: int | None = None,
    ) -> Sequence[Dossier]:
        """Return claims, the most reported first; those that hold the words of a query best first.

        Args:
            query: words that a statement of the claim must hold.
            published_by: as the world had published it by then; None means now.
            seen_by: as this desk could show it then; None means now.
            status: only claims that stand so.
            limit: at most so many.
        """
        view = self._view(published_by, seen_by)
        found = self._holding(query, view) if query else most_reported(view)
        dossiers = (self._dossier(claim, view) for claim in found)
        return list(islice((d for d in dossiers if status in {None, d.status}), limit))

    def _holding(self, query: str, view: View) -> Iterable[Claim]:
        found: dict[str, Claim] = {}
        for said in view.search(query, limit=200):
            for claim in view.claims_of([said.id]):
                found.setdefault(claim.id, claim)
        return found.values()

    def claim(
        self,
        identity: str,
        *,
        published_by: datetime | None = None,
        seen_by: datetime | None = None,
    ) -> Dossier:
        """Return a claim by its id, or by the id of a statement of it.

        Raises:
            NotFoundError: no claim answers to the id, or more than one.
        """
        view = self._view(published_by, seen_by)
        return self._dossier(claim_at(identity, view), view)

    def standing(
        self,
        claim: Dossier | str,
        *,
        published_by: datetime | None = None,
        seen_by: datetime | None = None,
    ) -> Standing:
        """Return what a claim rests on."""
        identity = claim.id if isinstance(claim, Dossier) else claim
        return self.claim(identity, published_by=published_by, seen_by=seen_by).standing

    def history(self, claim: Dossier | str) -> Sequence[Standing]:
        """Return how a claim stood at each publication that changed it, oldest first."""
        view = self._view(None, self._dials(claim)[1])
        case = pipeline.case_of(self._current(claim, view), view)
        published_by, seen_by = self._dials(claim)
        return pipeline.history_of(case, self.known, published_by=published_by, seen_by=seen_by)

    def record(self, claim: Dossier | str) -> Sequence[Standing]:
        """Return how this desk saw a claim stand, each time that it changed, oldest first."""
        view = self._view(None, None)
        return view.standings(self._current(claim, view).id)

    def trace(self, claim: Dossier | str) -> tuple[traces.Hop, ...]:
        """Return the reporting outlets of a claim, each with those on whom it leans."""
        return traces.trace(claim if isinstance(claim, Dossier) else self.claim(claim))

    def search(
        self,
        query: str,
        *,
        published_by: datetime | None = None,
        seen_by: datetime | None = None,
        limit: int | None = 50,
    ) -> Sequence[Statement]:
        """Return statements that hold the words of a query and meet its fields.

        With words, the best first; with fields alone, the oldest publication first.

        Args:
            query: such as `heavy type:delivery item:Pantsir -to:Hezbollah since:2023-10`.
            published_by: as the world had published it by then; None means now.
            seen_by: as this desk could show it then; None means now.
            limit: at most so many.

        Raises:
            InvalidValueError: the query has a field that there is not, or a date that is none.
        """
        view = self._view(published_by, seen_by)
        return list(islice(self._found(query, view, {}), limit))

    def table(
        self,
        query: str = "",
        *,
        published_by: datetime | None = None,
        seen_by: datetime | None = None,
    ) -> Iterator[dict[str, Cell]]:
        """Yield a row for each statement that `search` finds, or for all; see `COLUMNS`.

        Raises:
            InvalidValueError: as `search`.
        """
        view = self._view(published_by, seen_by)
        held: dict[str, Standing] = {}
        sources: dict[str, Document] = {}
        for said in self._found(query, view, held) if query else view.statements():
            if said.document not in sources:
                (sources[said.document],) = view.documents([said.document])
            yield row(said, sources[said.document], self._standings(said, view, held))

    def _found(self, query: str, view: View, held: dict[str, Standing]) -> Iterator[Statement]:
        """Yield what a query asks for; `held` keeps what was looked up for it."""
        wanted = asked(query)
        stands = [one for one in wanted.conditions if one.field == "status"]
        for said in found(wanted, view, self.known):
            statuses = {one.status for one in self._standings(said, view, held)} if stands else ()
            if all((one.value.lower() in statuses) == one.wanted for one in stands):
                yield said

    def _standings(
        self, said: Statement, view: View, held: dict[str, Standing]
    ) -> tuple[Standing, ...]:
        """Return how the claims of a statement stand, each looked up once."""
        claims = view.claims_of([said.id])
        for claim in claims:
            if claim.id not in held:
                held[claim.id] = self._standing(claim, view)
        return tuple(held[claim.id] for claim in claims)

    def why(self, reference: str) -> whys.Explanation:
        """Return why a record (or a figure of a claim: "3f2a91bc.lo") is as it is.

        Raises:
            NotFoundError: no record answers to the id, or more than one.
            InvalidValueError: there is no such figure.
        """
        identity, figure = whys.split_figure(reference)
        view = self._view(None, None)
        record = view.find(identity)
        if isinstance(record, Standing):
            record = view.find(record.claim)
        if isinstance(record, Claim):
            return whys.of_claim(self._dossier(record, view), figure)
        if figure:
            raise InvalidValueError(f"{identity} is no claim, so it has no figures.")
        return whys.of_record(record, view)

    def problems(self) -> Sequence[Problem]:
        """Return what was set aside and is not yet solved."""
        return self._view(None, None).problems()

    def retry(self) -> AddReport:
        """Try everything that was set aside again, and return what became of it."""
        now = self._clock()
        reports = [self._retried(problem, now) for problem in self.problems()]
        return AddReport(
            tuple(i for report in reports for i in report.added),
            tuple(i for report in reports for i in report.known),
            tuple(p for report in reports for p in report.set_aside),
            tuple(dict.fromkeys(i for report in reports for i in report.claims)),
        )

    def _retried(self, problem: Problem, now: datetime) -> AddReport:
        articles = list(again(problem, self.known, now))
        report = self._keep(articles, 1, None, now)
        if not report.set_aside and (report.added or report.known):
            with self._store.write(now=now) as writer:
                writer.add([replace(problem, solved=now)])
        return report

    def verify(self) -> int:
        """Check the ledger and return how many entries hold.

        Raises:
            StoreError: names the first entry that does not hold.
        """
        return self._store.verify()

    def ledger(self, *, after: int = 0) -> Sequence[LedgerEntry]:
        """Return the ledger entries after a sequence number."""
        return self._view(None, None).ledger(after=after)

    def _current(self, claim: Dossier | str, view: View) -> Claim:
        record = view.find(claim.id if isinstance(claim, Dossier) else claim)
        if isinstance(record, Claim):
            return record
        raise NotFoundError(f"{claim} is not a claim. List claims with: reportedly claims")

    @staticmethod
    def _dials(claim: Dossier | str) -> tuple[datetime | None, datetime | None]:
        return claim.dials if isinstance(claim, Dossier) else (None, None)

    def _dossier(self, claim: Claim, view: View) -> Dossier:
        case = pipeline.case_of(claim, view)
        by_id = {said.id: said for said in case.statements}
        return Dossier(
            claim=claim,
            standing=self._standing(claim, view, case),
            statements=tuple(by_id[i] for i in claim.statements if i in by_id),
            about=tuple((by_id[i], stance) for i, stance in claim.about if i in by_id),
            documents={source.id: source for source in case.documents},
            links=case.links,
            judgements=case.judgements,
            dials=(view.published_by, view.seen_by),
        )

    def _standing(self, claim: Claim, view: View, case: pipeline.Case | None = None) -> Standing:
        """Return the recorded standing; as the world had published it, it is weighed anew."""
        if view.published_by is None:
            recorded = view.standings(claim.id)
            if recorded:
                return recorded[-1]
        return pipeline.standing_of(
            case or pipeline.case_of(claim, view),
            self.known,
            published_by=view.published_by,
            seen_by=view.seen_by,
        )
