"""The standings of a claim, one for each moment at which something changed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from datetime import datetime

from reportedly.values.claim import Claim, Judgement, Link, Reason, Standing
from reportedly.values.document import Document
from reportedly.values.statement import Statement
from reportedly.weigh.evidence import published
from reportedly.weigh.lookups import Known
from reportedly.weigh.standing import weigh


def history(  # noqa: PLR0913, PLR0917  # the arguments of `weigh`
    claim: Claim,
    statements: Iterable[Statement],
    documents: Iterable[Document],
    links: Iterable[Link],
    judgements: Iterable[Judgement],
    known: Known,
    *,
    published_by: datetime | None = None,
    seen_by: datetime | None = None,
) -> Sequence[Standing]:
    """Return the standings at each moment of publication that changed something.

    Oldest first. The last reason of each names the change and the evidence that caused
    it. Moments after `published_by` are left out; the grouping is today's throughout.
    """
    said, read = tuple(statements), tuple(documents)
    linked, judged = tuple(links), tuple(judgements)
    spoken = {one.document for one in said}
    moments = {published(document)[0] for document in read if document.id in spoken}
    moments |= {one.at for one in judged if one.about == claim.id}
    changes: list[Standing] = []
    for moment in sorted(m for m in moments if published_by is None or m <= published_by):
        now = weigh(claim, said, read, linked, judged, known, published_by=moment, seen_by=seen_by)
        before = changes[-1] if changes else None
        if before is None or _figures(before) != _figures(now):
            changes.append(_explained(before, now))
    return changes


def _figures(standing: Standing) -> tuple[object, ...]:
    """Return what must differ for a standing to be a change."""
    return (
        standing.status,
        standing.lo,
        standing.hi,
        standing.cut,
        standing.behind,
        standing.flags,
        standing.by,
    )


def _explained(before: Standing | None, now: Standing) -> Standing:
    """Return the standing with the change as its last reason."""
    known = {one.statement for one in before.evidence} if before else set()
    cause = tuple(one.statement for one in now.evidence if one.statement not in known)
    after = f"{now.status} [{now.lo}, {now.hi}]"
    change = f"From {before.status} [{before.lo}, {before.hi}] to {after}." if before else after
    return dataclasses.replace(now, reasons=(*now.reasons, Reason(change, cause)))
