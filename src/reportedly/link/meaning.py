"""How near two statements are in meaning: the cosine of their vectors."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np


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
