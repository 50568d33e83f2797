"""Statements of articles with gold: our own, an example from elsewhere and its variants."""

from __future__ import annotations

from pathlib import Path

import evaluate
from perturb import write

from measure import Corpus, Figures

ROOT = Path(__file__).parents[2]
SEEDS = range(1, 6)
SHOWN = {
    "statement F1": "statement F1",
    "chain exact": "chains exact",
    "kind of source": "kind of source",
    "certainty exact (accepted readings)": "certainty exact",
    "time value F1": "time values F1",
    "boilerplate false positives": "false positives in boilerplate",
}


def of_tests(corpus: Corpus) -> Figures:
    """Return the figures of the articles that the tests read too."""
    return _measured([corpus.own(ROOT / "tests" / "gold")])


def own(corpus: Corpus) -> Figures:
    """Return the figures of the articles that only measuring reads."""
    return _of_folder(corpus, ".")


def opened(corpus: Corpus) -> Figures:
    """Return the figures of the articles that were read blind once, and looked at since."""
    return _of_folder(corpus, "opened")


def unseen(corpus: Corpus) -> Figures:
    """Return the figures of the articles that whoever mends the reader has not seen."""
    return _of_folder(corpus, "blind")


def example(corpus: Corpus) -> Figures:
    """Return the figures of the example, as it stands."""
    corpus.need("examples", "seed_article.txt")
    return _measured([corpus.need("examples", "seed_gold.json")])


def variants(corpus: Corpus) -> Figures:
    """Return the mean figures of the example with other names, numbers and dates."""
    corpus.need("examples", "seed_article.txt")
    gold = corpus.need("examples", "seed_gold.json")
    return _measured(write(gold, corpus.work / "variants", SEEDS))


def _of_folder(corpus: Corpus, name: str) -> Figures:
    folder = ROOT / "eval" / "statements" / name
    corpus.own(folder / "articles")
    return _measured([corpus.own(folder / "gold.json")])


def _measured(paths: list[Path]) -> Figures:
    golds = [path / "gold.json" if path.is_dir() else path for path in paths]
    found = evaluate.means([evaluate.evaluated(gold, evaluate.PREDICT, []) for gold in golds])
    return {shown: found[name] for name, shown in SHOWN.items()}
