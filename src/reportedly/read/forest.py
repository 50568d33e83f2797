"""Trees learnt elsewhere, asked with numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, slots=True)
class Forest:
    """Regression trees whose leaves are summed.

    Attributes:
        places: for each named trait, its place after the measures.
        trait, bound: what each split asks: is this trait at most this much? A row is a tree.
        low, high: the split that follows, or below zero the leaf, if so and if not.
        leaves: what each leaf adds.
    """

    places: dict[str, int]
    trait: npt.NDArray[np.int16]
    bound: npt.NDArray[np.float32]
    low: npt.NDArray[np.int16]
    high: npt.NDArray[np.int16]
    leaves: npt.NDArray[np.float32]

    @classmethod
    def load(cls, path: Path) -> Forest:
        """Return the forest that a file holds."""
        with np.load(path, allow_pickle=False) as held:
            names = [str(name) for name in held["names"]]
            arrays = [held[name] for name in ("trait", "bound", "low", "high", "leaves")]
        return cls({name: at for at, name in enumerate(names)}, *arrays)

    def estimate(self, named: Sequence[str], measures: Sequence[float]) -> float:
        """Return the sum of the leaves that traits and measures lead to."""
        asked = np.zeros(len(measures) + len(self.places), dtype=np.float32)
        asked[: len(measures)] = measures
        for name in named:
            place = self.places.get(name)
            if place is not None:
                asked[len(measures) + place] = 1.0
        trees = np.arange(len(self.trait))
        at = np.zeros(len(self.trait), dtype=np.int64)
        while (inner := at >= 0).any():
            rows, splits = trees[inner], at[inner]
            below = asked[self.trait[rows, splits]] <= self.bound[rows, splits]
            at[inner] = np.where(below, self.low[rows, splits], self.high[rows, splits])
        return float(self.leaves[trees, ~at].sum())
