"""Train the estimate of `reportedly.read.factuality` on labelled events.

python training/factuality.py --train FILE.jsonl --dev FILE.jsonl [--out FILE.npz]

The files hold one sentence to a line: {"text", "targets": [{"span1": [first, last], "label"}]},
words parted by spaces, labels from -3 to 3. Needs lightgbm and scipy, which nothing else needs:
what comes out is read with numpy alone. The settings were chosen on the dev part of UDS-IH2.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
from scipy import sparse

from reportedly import models
from reportedly.models import Sentence
from reportedly.read.forest import Forest
from reportedly.read.traits import MEASURES, traits

OUT = Path(__file__).parents[1] / "src" / "reportedly" / "read" / "weights" / "factuality.npz"
SEEN = 8
"""Times that a trait must be seen to count."""
LEAVES = 31

Seen = tuple[list[str], list[float]]


def main() -> None:
    """Train, print the figures of the dev part, and write the weights."""
    asked = _asked()
    found, labels = _load(asked.train)
    tested, meant = _load(asked.dev)
    counted = Counter(name for names, _ in found for name in set(names))
    names = sorted(name for name, count in counted.items() if count >= SEEN)
    booster = _trained(_matrix(found, names), labels)
    arrays = _arrays(booster.dump_model(), names)
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(asked.out, **arrays)
    forest = Forest.load(asked.out)
    said = np.array([forest.estimate(*each) for each in tested])
    exact = booster.predict(_matrix(tested, names))
    assert np.allclose(said, exact, atol=1e-2), "what was written is not what was learnt"
    r = np.corrcoef(said, meant)[0, 1]
    print(f"r {r:.3f}, mean error {np.abs(said - meant).mean():.3f}, {len(arrays['names'])} traits")


def _trained(matrix: sparse.csr_matrix, labels: np.ndarray) -> lightgbm.Booster:
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
    return model.fit(matrix, labels).booster_


def _arrays(dumped: dict[str, Any], names: Sequence[str]) -> dict[str, np.ndarray]:
    """Return the trees as arrays, one row a tree; only the traits that a tree asks for."""
    trees = [list(_splits(tree["tree_structure"])) for tree in dumped["tree_info"]]
    asked = sorted({split[0] for splits, _ in map(_parted, trees) for split in splits})
    place = {feature: at for at, feature in enumerate(f for f in asked if f >= len(MEASURES))}
    shape = (len(trees), LEAVES - 1)
    trait, low, high = (np.zeros(shape, np.int16) for _ in range(3))
    bound, leaves = np.zeros(shape, np.float32), np.zeros((len(trees), LEAVES), np.float32)
    low[:] = high[:] = -1
    for at, (splits, values) in enumerate(map(_parted, trees)):
        for number, (feature, threshold, left, right) in enumerate(splits):
            of = feature if feature < len(MEASURES) else len(MEASURES) + place[feature]
            trait[at, number], bound[at, number] = of, threshold
            low[at, number], high[at, number] = left, right
        leaves[at, : len(values)] = values
    kept = np.array([names[feature - len(MEASURES)] for feature in place])
    return {"names": kept, "trait": trait, "bound": bound, "low": low, "high": high, "leaves": leaves}


def _parted(tree: list[tuple[Any, ...]]) -> tuple[list[tuple[Any, ...]], list[float]]:
    splits = {each[1]: each[2:] for each in tree if each[0] == "split"}
    leaves = {each[1]: each[2] for each in tree if each[0] == "leaf"}
    return [splits[n] for n in range(len(splits))], [leaves[n] for n in range(len(leaves))]


def _splits(node: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """Yield splits (number, trait, bound, left, right) and leaves (number, value) of a tree."""
    if "split_index" not in node:
        yield "leaf", node.get("leaf_index", 0), node["leaf_value"]
        return
    sides = [_number(node["left_child"]), _number(node["right_child"])]
    yield "split", node["split_index"], node["split_feature"], node["threshold"], *sides
    yield from _splits(node["left_child"])
    yield from _splits(node["right_child"])


def _number(node: dict[str, Any]) -> int:
    """Return the number of a split, or of a leaf below zero."""
    return node["split_index"] if "split_index" in node else ~node["leaf_index"]


def _matrix(found: Sequence[Seen], names: Sequence[str]) -> sparse.csr_matrix:
    place = {name: at for at, name in enumerate(names)}
    pairs = [(row, place[n]) for row, (ns, _) in enumerate(found) for n in set(ns) if n in place]
    rows, columns = zip(*pairs, strict=True)
    held = sparse.csr_matrix((np.ones(len(rows)), (rows, columns)), (len(found), len(names)))
    return sparse.hstack([np.array([measures for _, measures in found]), held]).tocsr()


def _load(path: Path) -> tuple[list[Seen], np.ndarray]:
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    found: list[Seen] = []
    labels: list[float] = []
    for row, parsed in zip(rows, models.parser()([row["text"] for row in rows]), strict=True):
        words = row["text"].split(" ")
        for target in row["targets"]:
            start = sum(len(word) + 1 for word in words[: target["span1"][0]])
            if (place := _place(parsed, start)) is not None:
                found.append(traits(*place))
                labels.append(target["label"])
    return found, np.array(labels)


def _place(parsed: list[Sentence], start: int) -> tuple[Sentence, int] | None:
    for sentence in parsed:
        for token in sentence.tokens:
            if token.start <= start < token.end:
                return sentence, token.index
    return None


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=OUT)
    return parser.parse_args()


if __name__ == "__main__":
    main()
