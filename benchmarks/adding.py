"""How fast articles are added to a desk, and which stage takes how much of the time.

python benchmarks/adding.py [--articles 100] [--workers 1]

Read, linked, weighed and stored (SQLite, in a folder that is removed afterwards), one
article after another. Seconds on the clock: others at work on the machine show.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import news

from reportedly import known, models, pipeline
from reportedly import store as stores
from reportedly.store import Store, View, Writer
from reportedly.values.document import Problem


class Timed:
    """A store that notes how long its write blocks take.

    Attributes:
        writing: seconds so far.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.writing = 0.0

    @contextmanager
    def write(self, *, now: datetime) -> Iterator[Writer]:
        """Open the one writer, with a clock running."""
        began = time.perf_counter()
        with self._store.write(now=now) as writer:
            yield writer
        self.writing += time.perf_counter() - began

    def view(self, published_by: datetime | None = None, seen_by: datetime | None = None) -> View:
        """Return a view as of two moments."""
        return self._store.view(published_by, seen_by)

    def verify(self) -> int:
        """Check what is kept."""
        return self._store.verify()

    def close(self) -> None:
        """Let go of the store."""
        self._store.close()


def main() -> int:
    """Print articles per second and the share of each stage."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=100, help="how many (100)")
    parser.add_argument("--workers", type=int, default=1, help="processes that read (1)")
    asked = parser.parse_args()
    documents = news.articles(asked.articles)
    lists = known.load()
    models.reader()
    with tempfile.TemporaryDirectory() as folder:
        store = Timed(stores.open(Path(folder) / "desk.db"))
        began = time.perf_counter()
        reading = keeping = 0.0
        readings = pipeline.read_documents(
            documents, embed=True, workers=asked.workers, now=news.NOW
        )
        while True:
            start = time.perf_counter()
            one = next(readings, None)
            reading += time.perf_counter() - start
            if one is None:
                break
            if isinstance(one, Problem):
                raise SystemExit(f"An article could not be read: {one.message}")
            start = time.perf_counter()
            pipeline.keep(one, store, lists, news.NOW)
            keeping += time.perf_counter() - start
        total = time.perf_counter() - began
        held = len(store.view().claims())
        store.close()
    print(f"{len(documents) / total:.2f} articles per second ({len(documents)} in {total:.1f} s)")
    print(f"  {'reading':<20}{reading / total:>7.0%}")
    print(f"  {'linking, weighing':<20}{(keeping - store.writing) / total:>7.0%}")
    print(f"  {'storing':<20}{store.writing / total:>7.0%}")
    print(f"{held} claims; peak memory {news.peak_memory():.0f} MiB; {news.machine()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
