"""Train the estimate of `reportedly.read.factuality` on labelled events.

python training/factuality.py --data DIR [--out FILE.npz]

DIR holds `certainty/uds_ih2_factuality` (talk: web text, where people were asked whether a thing
has happened) and `certainty/meantime_factuality` (news); to these come the passages of
`eval/factuality` that are not set aside. Whether a text is news is one of the measures, so one
forest learns both. Needs lightgbm and scipy, which nothing else needs: what comes out is read
with numpy alone. The settings were chosen on the dev part of UDS-IH2.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy import sparse

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "eval" / "factuality"))

from passages import passages  # noqa: E402

from reportedly import models  # noqa: E402
from reportedly.models import Sentence  # noqa: E402
from reportedly.read.forest import Forest  # noqa: E402
from reportedly.read.traits import MEASURES, traits  # noqa: E402

OUT = ROOT / "src" / "reportedly" / "read" / "weights" / "factuality.npz"
SEEN = 8
"""Times that a trait must be seen to count."""
LEAVES = 31

Row = dict[str, Any]


@dataclass(frozen=True)
class Events:
    """Labelled events.

    Attributes:
        seen: the traits and measures of each.
        labels: of each, from -3 to 3.
        weight: how much each counts in training.
    """

    seen: list[tuple[list[str], list[float]]]
    labels: np.ndarray
    weight: float = 1.0


def main() -> None:
    """Train, write the weights, and print the figures of the dev parts."""
    asked = _asked()
    talk, news = (asked.data / "certainty" / f"{n}_factuality" for n in ("uds_ih2", "meantime"))
    known = [
        _events(_rows(talk / "train.jsonl"), news=False),
        _events(_rows(news / "train.jsonl"), news=True, weight=2.0),
        _events([each.row() for each in passages("dev")], news=True, weight=4.0),
    ]
    counted = Counter(name for part in known for names, _ in part.seen for name in set(names))
    names = sorted(name for name, count in counted.items() if count >= SEEN)
    booster = _trained(known, names)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(asked.out, **_arrays(booster.dump_model(), names))
    for folder, is_news in ((talk, False), (news, True)):
        _tested(asked.out, booster, names, _events(_rows(folder / "dev.jsonl"), news=is_news))


def _tested(written: Path, booster: lightgbm.Booster, names: list[str], dev: Events) -> None:
    """Print the figures of a dev part, by the weights as they were written."""
    forest = Forest.load(written)
    said = np.array([forest.estimate(*each) for each in dev.seen])
    if not np.allclose(said, booster.predict(_matrix(dev, names)), atol=1e-2):
        sys.exit("What was written is not what was learnt.")
    r, error = np.corrcoef(said, dev.labels)[0, 1], np.abs(said - dev.labels).mean()
    print(f"r {r:.3f}, mean error {error:.3f}, {len(forest.places)} traits")


def _trained(known: Sequence[Events], names: list[str]) -> lightgbm.Booster:
    model = lightgbm.LGBMRegressor(
        objective="l2",
        n_estimators=300,
        num_leaves=LEAVES,
        learning_rate=0.06,
        min_child_samples=20,
        colsample_bytree=0.3,
        subsample=0.8,
        subsample_freq=1,
        reg_lambda=5,
        random_state=0,
        n_jobs=1,
        verbose=-1,
    )
    matrix = sparse.vstack([_matrix(part, names) for part in known]).tocsr()
    labels = np.concatenate([part.labels for part in known])
    weights = np.concatenate([np.full(len(part.labels), part.weight) for part in known])
    return model.fit(matrix, labels, sample_weight=weights).booster_


def _arrays(dumped: Row, names: Sequence[str]) -> dict[str, np.ndarray]:
    """Return the trees as arrays, one row a tree; only the traits that a tree asks for."""
    trees = [_parted(tree["tree_structure"]) for tree in dumped["tree_info"]]
    asked = sorted({split[0] for splits, _ in trees for split in splits})
    place = {feature: at for at, feature in enumerate(f for f in asked if f >= len(MEASURES))}
    shape = (len(trees), LEAVES - 1)
    trait, low, high = (np.zeros(shape, np.int16) for _ in range(3))
    bound, leaves = np.zeros(shape, np.float32), np.zeros((len(trees), LEAVES), np.float32)
    low[:] = high[:] = -1
    for at, (splits, values) in enumerate(trees):
        for number, (feature, threshold, left, right) in enumerate(splits):
            of = feature if feature < len(MEASURES) else len(MEASURES) + place[feature]
            trait[at, number], bound[at, number] = of, threshold
            low[at, number], high[at, number] = left, right
        leaves[at, : len(values)] = values
    kept = np.array([names[feature - len(MEASURES)] for feature in place])
    return {
        "names": kept,
        "trait": trait,
        "bound": bound,
        "low": low,
        "high": high,
        "leaves": leaves,
    }


def _parted(tree: Row) -> tuple[list[tuple[Any, ...]], list[float]]:
    """Return the splits of a tree (trait, bound, left, right) and its leaves, in their order."""
    nodes = list(_nodes(tree))
    splits = {node["split_index"]: node for node in nodes if "split_index" in node}
    leaves = {node.get("leaf_index", 0): node for node in nodes if "split_index" not in node}
    asked = [
        (
            splits[n]["split_feature"],
            splits[n]["threshold"],
            _number(splits[n]["left_child"]),
            _number(splits[n]["right_child"]),
        )
        for n in range(len(splits))
    ]
    return asked, [leaves[n]["leaf_value"] for n in range(len(leaves))]


def _nodes(node: Row) -> Iterator[Row]:
    yield node
    if "split_index" in node:
        yield from _nodes(node["left_child"])
        yield from _nodes(node["right_child"])


def _number(node: Row) -> int:
    """Return the number of a split, or of a leaf below zero."""
    return node["split_index"] if "split_index" in node else ~node["leaf_index"]


def _matrix(events: Events, names: Sequence[str]) -> sparse.csr_matrix:
    place = {name: at for at, name in enumerate(names)}
    pairs = [
        (row, place[name])
        for row, (held, _) in enumerate(events.seen)
        for name in set(held)
        if name in place
    ]
    rows, columns = zip(*pairs, strict=True)
    held = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (len(events.seen), len(names)))
    measures = sparse.csr_matrix([measures for _, measures in events.seen])
    return sparse.hstack([measures, held]).tocsr()


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _events(rows: Sequence[Row], *, news: bool, weight: float = 1.0) -> Events:
    found = list(_places(rows))
    seen = [traits(sentence, index, news=news) for sentence, index, _ in found]
    return Events(seen, np.array([label for *_, label in found]), weight)


def _places(rows: Sequence[Row]) -> Iterator[tuple[Sentence, int, float]]:
    """Yield each labelled event: its sentence, its place in it, its label."""
    for row, parsed in zip(rows, models.parser()([row["text"] for row in rows]), strict=True):
        words = row["text"].split(" ")
        for target in row["targets"]:
            start = sum(len(word) + 1 for word in words[: target["span1"][0]])
            found = _place(parsed, start)
            if found is not None:
                yield *found, target["label"]


def _place(parsed: Iterable[Sentence], start: int) -> tuple[Sentence, int] | None:
    for sentence in parsed:
        for token in sentence.tokens:
            if token.start <= start < token.end:
                return sentence, token.index
    return None


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the folder of measuring data")
    parser.add_argument("--out", type=Path, default=OUT, help="where the weights go")
    return parser.parse_args()


if __name__ == "__main__":
    main()
