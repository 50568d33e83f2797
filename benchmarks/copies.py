"""How fast copies are found, and how many of them, beside two peers in the same run.

python benchmarks/copies.py [--data ../shared]

Articles per CPU-second, one article after another against all before it: fingerprints, the
index (in memory), containment, credits and links. The peers are MinHash LSH (datasketch)
and winnowing in plain Python, which give pairs only. Read are 612 articles of 75 outlets on
one story where the measuring data is at hand, else the articles of Wikinews that come with
the package.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

import news

sys.path.insert(0, str(Path(__file__).parents[1] / "eval"))

from measure.copied import agreement, copied, ordered, shingles, table
from tasks import copies as task

from reportedly import known
from reportedly.link.copies import COPY
from reportedly.values.document import document

LISTS = known.load()

PERMUTATIONS = 128

ROUNDS = 3
"""The fastest round is shown: others at work on the machine only make it slower."""

Pairs = set[tuple[str, str]]


def main() -> int:
    """Print a row for each way of finding copies."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared"), help="measuring data")
    len(LISTS.outlets)  # read from its files before the clock runs
    texts = _texts(parser.parse_args().data)
    meant = copied(texts)
    ways: dict[str, Callable[[Mapping[str, str]], tuple[float, Pairs]]] = {
        "reportedly": _ours,
        "winnowing in plain Python": _timed(by_winnowing),
    }
    if find_spec("datasketch"):
        ways["MinHash LSH (datasketch)"] = _timed(by_minhash)
    else:
        print("MinHash LSH is left out. To measure it too, run: pip install datasketch")
    print(f"{len(texts)} articles, {len(meant)} pairs that share half or more of one text")
    print(f"{'':<28}{'articles per CPU-second':>24}{'recall':>9}{'precision':>11}")
    for name, way in ways.items():
        rounds = [way(_anew(texts, number)) for number in range(ROUNDS)]
        seconds, found = min(rounds, key=lambda one: one[0])
        precision, recall = agreement(found, meant)
        print(f"{name:<28}{len(texts) / seconds:>24,.0f}{recall:>9.3f}{precision:>11.3f}")
    print(news.machine())
    return 0


def _texts(data: Path) -> dict[str, str]:
    path = data / "data" / "claims" / "helsinki_multioutlet" / "helsinki_articles.csv"
    if path.exists():
        return {row["id"]: row["text"] for row in table(path)}
    return {one.id: one.text for one in news.articles()}


def _anew(texts: Mapping[str, str], number: int) -> dict[str, str]:
    """Return texts that differ in a last word, so that nothing of another round is remembered."""
    return {name: f"{text}\n{number}" for name, text in texts.items()}


def by_minhash(texts: Mapping[str, str], threshold: float = COPY) -> Pairs:
    """Return the pairs that MinHash with locality-sensitive hashing finds (datasketch)."""
    from datasketch import MinHash, MinHashLSH  # noqa: PLC0415  # a peer, not a part

    index = MinHashLSH(threshold=threshold, num_perm=PERMUTATIONS)
    found: Pairs = set()
    for name, text in texts.items():
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([" ".join(one).encode() for one in set(shingles(text))])
        found |= {ordered(name, other) for other in index.query(signature)}
        index.insert(name, signature)
    return found


def by_winnowing(texts: Mapping[str, str], share: float = 0.45) -> Pairs:
    """Return the pairs that winnowing in plain Python finds, by their fingerprints alone."""
    held: dict[str, frozenset[int]] = {}
    having: dict[int, list[str]] = defaultdict(list)
    found: Pairs = set()
    for name, text in texts.items():
        own = _winnowed([hash(one) for one in shingles(text)])
        shared = Counter(other for one in own for other in having[one])
        for other, count in shared.items():
            if count >= share * min(len(own), len(held[other])):
                found.add(ordered(name, other))
        held[name] = own
        for one in own:
            having[one].append(name)
    return found


def _winnowed(hashes: list[int], window: int = 8) -> frozenset[int]:
    starts = range(max(len(hashes) - window, 0) + 1)
    return frozenset(min(hashes[start : start + window]) for start in starts if hashes)


def _ours(texts: Mapping[str, str]) -> tuple[float, Pairs]:
    """Return the CPU seconds of the product, and the pairs that it takes as copies."""
    read = {name: document(text, url=name, first_seen=news.NOW) for name, text in texts.items()}
    names = {one.id: name for name, one in read.items()}
    began = time.process_time()
    links = list(task.links(read.values(), LISTS))
    seconds = time.process_time() - began
    return seconds, {ordered(names[o.left], names[o.right]) for o in links if o.score >= COPY}


def _timed(
    way: Callable[[Mapping[str, str]], Pairs],
) -> Callable[[Mapping[str, str]], tuple[float, Pairs]]:
    def timed(texts: Mapping[str, str]) -> tuple[float, Pairs]:
        began = time.process_time()
        found = way(texts)
        return time.process_time() - began, found

    return timed


if __name__ == "__main__":
    sys.exit(main())
