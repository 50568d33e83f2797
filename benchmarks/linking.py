"""How long one article takes to be linked into a store, and whether that grows with the store.

python benchmarks/linking.py [--statements 100000 1000000] [--articles 60] [--folder DIR]

The store is filled with the statements of Wikinews, told again and again with other names, at a
thousand statements a day, so that a longer store goes back further in time. Then articles are
kept one by one. The embedder's share is measured apart. With a folder, the stores stay there.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path

import news

from reportedly import known, models, pipeline
from reportedly import store as stores
from reportedly.pipeline import Reading
from reportedly.pipeline.keeping import claim_links, copy_links, index, index_text
from reportedly.store import Store
from reportedly.values.document import Document, Problem
from reportedly.values.identity import content_id
from reportedly.values.readers import EMBEDDER
from reportedly.values.statement import Statement
from reportedly.values.when import published
from reportedly.values.wire import from_wire, to_wire

LONGEST = 54
"""Statements of an article: of ten of Wikinews nine have fewer, the tenth is an interview."""

A_DAY = 1000
"""Statements published a day."""

START = datetime(2020, 1, 1, tzinfo=UTC)
ENDINGS = [a + b for a in "bdfgklmnprstvz" for b in ("an", "or", "iv", "es", "um")]
BATCH = 40
_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")


@dataclass(frozen=True, slots=True)
class Told:
    """An article as text of its wire form, with what was read from it, to be told again."""

    document: str
    statements: Sequence[str]
    vectors: Sequence[bytes]
    names: frozenset[str]


def told(reading: Reading) -> Told:
    """Return a reading in the form in which it is told again."""
    said = [json.dumps(to_wire(one)) for one in reading.statements]
    vectors = [reading.vectors.get(one.id, b"") for one in reading.statements]
    names = frozenset(_NAME.findall(reading.document.text))
    return Told(json.dumps(to_wire(reading.document)), said, vectors, names)


def again(one: Told, turn: int, moment: datetime) -> Reading:
    """Return an article with other names, of another day."""
    ending = ENDINGS[turn % len(ENDINGS)]

    def renamed(text: str) -> str:
        return _NAME.sub(lambda m: m[0] + ending if m[0] in one.names else m[0], text)

    source = from_wire(json.loads(renamed(one.document)))
    assert isinstance(source, Document)  # noqa: S101 - what was a document is one
    identity = content_id("benchmark", source.id, str(moment))
    when = published(moment.isoformat())
    source = replace(source, id=identity, claimed_published=when, first_seen=moment)
    statements: list[Statement] = []
    vectors = {}
    for body, vector in zip(one.statements, one.vectors, strict=True):
        said = from_wire(json.loads(renamed(body)))
        assert isinstance(said, Statement)  # noqa: S101 - as above
        said = replace(said, id=content_id(identity, said.id), document=identity)
        statements.append(said)
        if vector:
            vectors[said.id] = vector
    return Reading(source, tuple(statements), vectors)


def retold(articles: Sequence[Told]) -> Iterator[Reading]:
    """Yield the articles over and over, each turn with other names, day by day."""
    chance = random.Random(1)  # noqa: S311  # an order, no secret
    count = turn = 0
    while True:
        for one in chance.sample(articles, len(articles)):
            moment = START + timedelta(days=count // A_DAY, seconds=count % A_DAY)
            yield again(one, turn, moment)
            count += len(one.statements)
        turn += 1


def fill(store: Store, readings: Iterator[Reading], statements: int) -> None:
    """Keep readings until so many statements are held, without linking them."""
    held = 0
    while held < statements:
        with store.write(now=news.NOW) as writer:
            for _ in range(BATCH):
                one = next(readings)
                writer.add([one.document, *one.statements])
                index_text(writer, one.document)
                index(writer, one.statements, one.document)
                for said, vector in one.vectors.items():
                    writer.embed(said, EMBEDDER, vector)
                held += len(one.statements)
        if sys.stderr.isatty():
            print(f"\r{held:>10,} of {statements:,}", end="", file=sys.stderr)


def measured(
    store: Store, readings: Iterator[Reading], articles: int
) -> tuple[list[float], list[float]]:
    """Return the seconds that linking takes for each of some articles, and keeping for others."""
    lists = known.load()
    linking, keeping = [], []
    short = (one for one in readings if len(one.statements) <= LONGEST)
    for one, other in islice(zip(short, short, strict=False), articles):
        began = time.perf_counter()
        view = store.view()
        copy_links(one.document, view, lists, news.NOW)
        list(claim_links(one, view, news.NOW))
        linking.append(time.perf_counter() - began)
        pipeline.keep(one, store, lists, news.NOW)
        began = time.perf_counter()
        pipeline.keep(other, store, lists, news.NOW)
        keeping.append(time.perf_counter() - began)
    return linking, keeping


def embedding(articles: Sequence[Told]) -> list[float]:
    """Return the seconds that the embedder takes for each article."""
    embed = models.embedder()
    seconds = []
    for one in articles:
        texts = [json.loads(body)["text"] for body in one.statements]
        began = time.perf_counter()
        if embed is not None:
            embed(texts)
        seconds.append(time.perf_counter() - began)
    return seconds


def percentile(seconds: Sequence[float], share: float) -> float:
    """Return the milliseconds under which a share of the values lies."""
    ordered = sorted(seconds)
    return 1000 * ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]


def main() -> int:
    """Print the median and the 95th percentile for each size, and their ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--statements", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--articles", type=int, default=60, help="articles that are timed (60)")
    parser.add_argument("--folder", type=Path, help="where the stores stay (removed)")
    asked = parser.parse_args()
    found = pipeline.read_documents(news.articles(295), embed=True, workers=2, now=news.NOW)
    articles = [told(one) for one in found if not isinstance(one, Problem) and one.statements]
    short = [one for one in articles if len(one.statements) <= LONGEST]
    share = sum(len(one.statements) for one in short) / len(short)
    spent = embedding(short[: asked.articles])
    print(f"embedding an article of {share:.0f} statements: {percentile(spent, 0.5):.0f} ms")
    tails = []
    with tempfile.TemporaryDirectory() as room:
        for size in asked.statements:
            path = (asked.folder or Path(room)) / f"{size}.db"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            store = stores.open(path)
            readings = retold(articles)
            fill(store, readings, size)
            for name, seconds in zip(
                ("link", "link, weigh and store"),
                measured(store, readings, asked.articles),
                strict=True,
            ):
                tail = percentile(seconds[5:], 0.95)
                print(
                    f"{size:>10,} statements: {percentile(seconds[5:], 0.5):.0f} ms in the middle, "
                    f"{tail:.0f} ms at the 95th percentile, to {name} an article",
                    flush=True,
                )
                tails += [tail] if name == "link" else []
            store.close()
    if len(tails) > 1:
        print(f"95th percentile of linking, largest to smallest store: {tails[-1] / tails[0]:.2f}")
    print(f"peak memory {news.peak_memory():.0f} MiB; {news.machine()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
