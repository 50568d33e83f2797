"""A desk that is open, and what people decide at it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from reportedly import known as known_room
from reportedly import pipeline
from reportedly.desk import judging
from reportedly.desk.articles import Clock, utc_now
from reportedly.desk.opening import open_store, own_lists
from reportedly.errors import InvalidValueError, NotFoundError
from reportedly.known import Known
from reportedly.pipeline import Repair
from reportedly.store import Store, View
from reportedly.values.claim import Claim, Judgement, Verdict, claim_id
from reportedly.values.judging import MERGE, SPLIT
from reportedly.values.readers import ReaderName
from reportedly.values.statement import Statement


class Deciding:
    """An open store, with what is known beforehand, and what people decide about its records."""

    def __init__(
        self,
        location: str | Path = "desk",
        *,
        create: bool = True,
        lists: str | Path | None = None,
        reader: ReaderName | None = None,
        clock: Clock = utc_now,
    ) -> None:
        self._store: Store = open_store(location, create=create)
        self._lists = Path(lists) if lists else own_lists(location)
        self._reader = reader
        self._clock = clock

    def __enter__(self) -> Self:
        """Return the desk; leaving the block closes it."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close the desk."""
        self.close()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()

    @cached_property
    def known(self) -> Known:
        """What is known beforehand: outlets, places, equipment and so on."""
        return known_room.load(extra=self._lists)

    def judge(  # noqa: PLR0913  # a judgement has these parts
        self,
        about: str,
        verdict: Verdict,
        *,
        field: str = "record",
        value: str = "",
        reason: str,
        by: str,
    ) -> Judgement:
        """Record what a person decided, weigh what it touches, and return the judgement.

        Args:
            about: the id of a record, or the key of a source ("outlet:wsj").
            verdict: accepted, corrected or rejected.
            field: what of it is judged; see `desk.judging`.
            value: the value that holds from now on.
            reason: one line that says why.
            by: who decided.

        Raises:
            InvalidValueError: the record has no such field, or the field no such value.
        """
        view = self._view(None, None)
        record = None if ":" in about else view.find(about)
        subject = about if record is None else judging.identity(record)
        kept = judging.checked(record, verdict, field, value, view, self.known)
        return self._decide(Judgement(subject, field, kept, verdict, reason, by, self._clock()))

    def merge(self, one: str, other: str, *, reason: str, by: str) -> Judgement:
        """Decide that two claims are one, whatever the machine makes of their reports later."""
        view = self._view(None, None)
        first, second = claim_at(one, view), claim_at(other, view)
        if first.id == second.id:
            raise InvalidValueError(f"{one} and {other} are one claim already.")
        parts = (first.statements, second.statements)
        moment = self._clock()
        return self._decide(
            Judgement(first.id, MERGE, second.id, "corrected", reason, by, moment, parts=parts)
        )

    def split(self, claim: str, statements: Sequence[str], *, reason: str, by: str) -> Judgement:
        """Decide that some reports of a claim make another one, and never the same again."""
        view = self._view(None, None)
        whole = claim_at(claim, view)
        parted = frozenset(judging.identity(view.find(one)) for one in statements)
        out = tuple(one for one in whole.statements if one in parted)
        left = tuple(one for one in whole.statements if one not in parted)
        if len(out) < len(parted) or not out or not left:
            raise InvalidValueError(
                f"Name some, not all, of the {len(whole.statements)} reports of {claim}. List"
                f" them with: reportedly show {claim}"
            )
        moment = self._clock()
        return self._decide(
            Judgement(
                whole.id,
                SPLIT,
                claim_id(out[0]),
                "corrected",
                reason,
                by,
                moment,
                parts=(left, out),
            )
        )

    def undo(self, judgement: str, *, reason: str, by: str) -> Judgement:
        """Take back a judgement and return the judgement that does so.

        Taking back a merge or split that the grouping made decides the contrary.
        """
        record = self._view(None, None).find(judgement)
        if not isinstance(record, Judgement):
            raise NotFoundError(f"{judgement} is no judgement. Give the id that `judge` printed.")
        moment = self._clock()
        undone = replace(
            record, verdict="rejected", reason=reason, by=by, at=moment, undoes=record.id
        )
        return self._decide(undone)

    def _decide(self, judgement: Judgement) -> Judgement:
        with self._store.write(now=judgement.at) as writer:
            writer.add([judgement])
        pipeline.settle(judgement, self._store, known=self.known, now=judgement.at)
        return judgement

    def repair(
        self,
        *,
        everything: bool = False,
        keep: bool = True,
        on_article: Callable[[int, int], None] | None = None,
    ) -> Repair:
        """Link and group again what came since the last repair, and return what changed.

        Args:
            everything: look at all that is kept.
            keep: whether to keep what comes out, or only to tell it.
            on_article: called after each article with how many are done, and of how many.
        """
        return pipeline.repair(
            self._store,
            known=self.known,
            now=self._clock(),
            everything=everything,
            keep=keep,
            on_article=on_article,
        )

    def _view(self, published_by: datetime | None, seen_by: datetime | None) -> View:
        now = self._clock()
        for dial, name in ((published_by, "published by"), (seen_by, "seen by")):
            # A date alone means the end of its day, and today has not ended.
            if dial and dial.date() > now.astimezone(UTC).date():
                raise InvalidValueError(
                    f"'{name} {dial:%Y-%m-%d %H:%M}' lies in the future; it is now"
                    f" {now:%Y-%m-%d %H:%M} UTC. Give a moment that has passed."
                )
        return self._store.view(published_by, seen_by)


def claim_at(identity: str, view: View) -> Claim:
    """Return the claim that answers to its own id, or to that of a statement of it.

    Raises:
        NotFoundError: no claim answers to the id, or more than one.
    """
    record = view.find(identity)
    if isinstance(record, Claim):
        return record
    if isinstance(record, Statement):
        for claim in view.claims_of([record.id]):
            return claim
    raise NotFoundError(
        f"{identity} is a {type(record).__name__.lower()}, not a claim."
        " List claims with: reportedly claims"
    )
