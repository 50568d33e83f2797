"""How near statements, and groups of them, are in meaning: the cosine of their vectors."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
from numpy.typing import NDArray


def likeness(vectors: Mapping[str, bytes], one: str, other: str) -> float | None:
    """Return the cosine of two statements, from -1 to 1; None where one has no vector.

    Args:
        vectors: by statement, whole numbers of eight bits, all of one model.
        one: the id of the one.
        other: that of the other.

    >>> likeness({"a": bytes([3, 4]), "b": bytes([3, 4])}, "a", "b")
    1.0
    """
    if one not in vectors or other not in vectors:
        return None
    left, right = (np.frombuffer(vectors[each], np.int8).astype(np.int32) for each in (one, other))
    lengths = float(left @ left) * float(right @ right)
    return round(float(left @ right) / lengths**0.5, 4) if lengths else None


class Meanings:
    """The meanings of groups of statements, so that two of them can be compared as wholes."""

    def __init__(self, vectors: Mapping[str, bytes], statements: Iterable[str]) -> None:
        """Start with a group for each statement; one without a vector stays out of all means."""
        self._sums: dict[str, tuple[NDArray[np.float32], int]] = {}
        for one in statements:
            if one in vectors:
                row = np.frombuffer(vectors[one], np.int8).astype(np.float32)
                self._sums[one] = (row / (np.linalg.norm(row) or 1.0), 1)

    def between(self, one: str, other: str) -> float | None:
        """Return the mean likeness between the members of two groups, None where there is none.

        >>> made = Meanings({"a": bytes([3, 4]), "b": bytes([3, 4]), "c": bytes([4, 3])}, "abc")
        >>> made.join("a", "b")
        >>> round(made.between("a", "c"), 4)
        0.96
        """
        if one not in self._sums or other not in self._sums:
            return None
        (left, some), (right, others) = self._sums[one], self._sums[other]
        return float(left @ right) / (some * others)

    def join(self, one: str, other: str) -> None:
        """Make one group of two; it keeps the name of the first."""
        taken = self._sums.pop(other, None)
        if taken is None:
            return
        held = self._sums.get(one)
        self._sums[one] = (held[0] + taken[0], held[1] + taken[1]) if held else taken
