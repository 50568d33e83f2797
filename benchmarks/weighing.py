"""How long a claim with many reports takes to be weighed again.

python benchmarks/weighing.py [--reports 200] [--times 50]

The reports are relays and copies of one paper, voices of their own and denials, in turn.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta

import news

from reportedly import known, pipeline
from reportedly.store import View
from reportedly.store.memory import MemoryStore
from reportedly.values.claim import Claim
from reportedly.values.document import Document, document
from reportedly.values.when import published

START = datetime(2024, 3, 1, tzinfo=UTC)
CLAIM = "Kestria delivered twelve air-defence systems to the Marsh Front in January"
BODY = (
    "Nobody in the port of {place} wanted to speak of it, and the road to the barracks was closed "
    "for {days} days."
)
KINDS = (
    f"{CLAIM}, the Harbour Gazette reported on Monday.",
    f"According to the Harbour Gazette, {CLAIM}.",
    f"{CLAIM}, a senior official told the Harbour Gazette.",
    f"{CLAIM}, the retired colonel {{name}} said.",
    f"Kestria's Defence Ministry denied that {CLAIM}.",
)
FIRST = [a + b for a in ("Bo", "Da", "Fi", "Ga", "Ho", "Ka", "Lu", "Ma", "Ne", "Po") for b in "nrs"]
LAST = [a + b for a in ("Ber", "Dol", "Fan", "Gor", "Hel", "Kov") for b in ("en", "ak", "in", "os")]


def articles(count: int) -> Iterator[Document]:
    """Yield so many articles that report the claim, a quarter of an hour apart."""
    for number in range(count):
        name = f"{FIRST[number % len(FIRST)]} {LAST[number // len(FIRST) % len(LAST)]}"
        said = KINDS[number % len(KINDS)].format(name=name)
        moment = START + timedelta(minutes=15 * number)
        body = BODY.format(place=LAST[number % len(LAST)], days=2 + number)
        yield document(
            f"A report on arms\n\n{said}\n\n{body}",
            outlet=f"{name.replace(' ', '')} Post",
            published=published(moment.isoformat()),
            first_seen=moment,
        )


def most_reported(view: View) -> Claim:
    """Return the claim with the most reports."""
    return max(view.claims(), key=lambda claim: len(claim.statements) + len(claim.about))


def milliseconds(spent: Sequence[float], share: float) -> float:
    """Return the milliseconds under which a share of the values lies."""
    return 1000 * sorted(spent)[round(share * (len(spent) - 1))]


def main() -> int:
    """Print the median and the 95th percentile of gathering and of weighing."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--reports", type=int, default=200)
    parser.add_argument("--times", type=int, default=50, help="how often it is weighed (50)")
    asked = parser.parse_args()
    store, lists = MemoryStore(), known.load()
    for step in pipeline.add(articles(asked.reports), store, known=lists, now=news.NOW):
        if step.problem:
            raise SystemExit(f"An article could not be read: {step.problem.message}")
    view = store.view()
    claim = most_reported(view)
    gathering, weighing = [], []
    for _ in range(asked.times):
        began = time.perf_counter()
        case = pipeline.case_of(claim, view)
        gathered = time.perf_counter()
        standing = pipeline.standing_of(case, lists, published_by=None, seen_by=None)
        weighing.append(time.perf_counter() - gathered)
        gathering.append(gathered - began)
    print(
        f"A claim of {len(claim.statements) + len(claim.about)} reports, {len(case.links)} links: "
        f"N = [{standing.lo}, {standing.hi}], {standing.status}."
    )
    for name, spent in (("gathering", gathering), ("weighing", weighing)):
        middle, tail = milliseconds(spent, 0.5), milliseconds(spent, 0.95)
        print(f"  {name:<10}{middle:>6.1f} ms in the middle, {tail:.1f} ms at the 95th percentile")
    print(f"{news.machine()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
