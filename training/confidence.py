"""Learn how likely a reading is right from readings beside gold, and draw how well it is known.

python training/confidence.py [--reader trained]

Learns on our articles and on the passages that readers are mended on, and its level on the
passages that are set aside; measures on these, each half by the level of the other.
A reading is right when its statement is in the gold and its chain is exact.
Writes one line of `read/words/confidence.yaml`, and `docs/confidence.svg` for the trained reader.
Needs scipy and matplotlib.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import matplotlib as mpl
import numpy as np
from scipy.optimize import minimize

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "eval"), str(ROOT / "eval" / "statements")]

from grammar.passages import passages  # noqa: E402
from measure.confidence import BINS, error, judged  # noqa: E402
from measure.grammar import other_names  # noqa: E402
from score import Article  # noqa: E402
from tasks.statements import statement_line  # noqa: E402

from reportedly import known, models  # noqa: E402
from reportedly.read import reader as room  # noqa: E402
from reportedly.values.document import document  # noqa: E402
from reportedly.values.readers import READERS  # noqa: E402
from reportedly.values.when import published  # noqa: E402

WORDS = ROOT / "src/reportedly/read/words/confidence.yaml"
PLOT = ROOT / "docs/confidence.svg"
STIFFNESS = 1.0
BELIEVED = {"open pronoun": -0.7}
"""Weights towards which learning is drawn; our passages hold few pronouns that nobody resolves."""
Seen = tuple[dict[str, float], bool]


def main() -> None:
    """Learn, measure, and write the weights."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--reader", choices=READERS, default="trained")
    name = ask.parse_args().reader
    folders = ("tests/gold", "eval/statements", "eval/statements/opened")
    own = [row for folder in folders for row in _articles(ROOT / folder)]
    rows = passages()
    seen = list(read_again([*own, *(row for row in rows if not row["set_aside"])], name))
    apart = list(read_again([row for row in rows if row["set_aside"]], name))
    learned = learnt(seen)
    folds = [apart[::2], apart[1::2]]
    tested = [
        (chance(signs, levelled(learned, other)), good)
        for fold, other in zip(folds, reversed(folds), strict=True)
        for signs, good in fold
    ]
    weights = levelled(learned, apart)
    chances, right = (np.array(column, dtype=float) for column in zip(*tested, strict=True))
    print(f"{len(seen)} readings learnt from, {np.mean([good for _, good in seen]):.3f} right")
    gap = error(list(zip(chances, right, strict=True)))
    print(f"{len(right)} set aside, {right.mean():.3f} right; calibration error {gap:.3f}")
    _write(name, weights)
    if name == "trained":
        _draw(chances, right)


def _articles(folder: Path) -> Iterator[dict[str, object]]:
    gold = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    for row in gold["documents"]:
        text = (folder / "articles" / row["file"]).read_bytes().decode("utf-8")
        yield row | {"text": text, "names": gold["aliases"]}


def read_again(rows: Sequence[dict], name: str) -> Iterator[Seen]:
    """Yield the signs of every reading, and whether it is right."""
    lists, model = known.load(), models.reader(name)
    for row in rows:
        noted: list[dict[str, float]] = []

        def note(signs: dict[str, float], _: str, noted: list = noted) -> float:
            noted.append(signs)
            return float(len(noted) - 1)  # so that each reading leads back to its signs

        room.confidence = note
        article = document(
            row["text"],
            outlet=row["outlet"],
            published=published(row["published"]),
            first_seen=datetime.now(UTC),
        )
        found = room.read(article, known=lists, model=model)
        gold = Article(row, row["text"], row.get("names") or other_names(row["text"], lists))
        for place, right in judged(gold, [statement_line(statement) for statement in found]):
            yield noted[int(place)], right


def learnt(seen: Sequence[Seen]) -> dict[str, float]:
    """Return the weight of each sign (logistic regression, drawn towards what is believed)."""
    names = sorted({sign for signs, _ in seen for sign in signs})
    matrix = np.array([[signs.get(name, 0.0) for name in names] for signs, _ in seen])
    right = np.array([good for _, good in seen], dtype=float)
    free = np.array([name != "always" for name in names])
    believed = np.array([BELIEVED.get(name, 0.0) for name in names])

    def loss(weights: np.ndarray) -> float:
        odds = matrix @ weights
        return float(
            (np.logaddexp(0, odds) - right * odds).sum()
            + STIFFNESS * ((weights - believed)[free] ** 2).sum()
        )

    best = minimize(loss, np.zeros(len(names)), method="L-BFGS-B").x
    return {name: round(float(weight), 2) for name, weight in zip(names, best, strict=True)}


def levelled(weights: dict[str, float], seen: Sequence[Seen]) -> dict[str, float]:
    """Return weights brought to the level of readings that nobody has mended (Platt 1999).

    What a reader was mended on, it reads better than what it meets: two numbers, learnt from
    every other reading of the passages set aside, correct for that.
    """
    odds = np.array([sum(weights.get(n, 0.0) * v for n, v in signs.items()) for signs, _ in seen])
    right = np.array([good for _, good in seen], dtype=float)

    def loss(at: np.ndarray) -> float:
        moved = at[0] * odds + at[1]
        return float((np.logaddexp(0, moved) - right * moved).sum())

    scale, shift = minimize(loss, np.array([1.0, 0.0]), method="L-BFGS-B").x
    moved = {name: round(float(scale * weight), 2) for name, weight in weights.items()}
    return moved | {"always": round(moved["always"] + float(shift), 2)}


def chance(signs: dict[str, float], weights: dict[str, float]) -> float:
    """Return the chance that a reading with these signs is right."""
    odds = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return float(1 / (1 + np.exp(-odds)))


def _write(name: str, weights: dict[str, float]) -> None:
    line = f"{name}: {{{', '.join(f'{sign}: {weight}' for sign, weight in weights.items())}}}"
    text = WORDS.read_text(encoding="utf-8")
    WORDS.write_text(re.sub(rf"^{name}: .*$", line, text, flags=re.MULTILINE), encoding="utf-8")


def _draw(chances: np.ndarray, right: np.ndarray) -> None:
    """Draw how often readings were right beside how often they were said to be."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "reportedly"
    from matplotlib import pyplot as plt  # noqa: PLC0415  once its way of drawing is chosen

    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    figure, axes = plt.subplots(figsize=(5, 4.6))
    axes.plot([0, 1], [0, 1], color="0.6", linestyle="--", label="as often as said")
    for each in np.unique(bins):
        here = bins == each
        axes.scatter(chances[here].mean(), right[here].mean(), s=12 + here.sum(), color="#1f5f8b")
        axes.annotate(f" {here.sum()}", (chances[here].mean(), right[here].mean()), fontsize=8)
    axes.set(
        xlim=(0, 1),
        ylim=(0, 1.02),
        xlabel="confidence of the reading",
        ylabel="share that is right",
    )
    gap = error(list(zip(chances, right, strict=True)))
    title = f"{len(right)} readings set aside; expected calibration error {gap:.3f}"
    axes.set_title(title, fontsize=9)
    axes.legend(frameon=False, loc="upper left")
    figure.tight_layout()
    figure.savefig(PLOT, metadata={"Date": None})


if __name__ == "__main__":
    main()
