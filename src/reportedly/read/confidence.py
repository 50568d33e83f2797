"""How often a reading like this one is right, learnt from readings beside gold.

Method: logistic regression on what makes readings go wrong. The weights lie in
`words/confidence.yaml`, one set for each reader; `training/confidence.py` learns them.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from reportedly.read.chain import Hop
from reportedly.read.placed import Placed
from reportedly.read.words import words
from reportedly.values.statement import Certainty

_LONG = 40
"""Words of a sentence from which on it is long."""
_MANY = 2
"""Voices, or words that weaken a clause, from which on a reading is less sure."""
_OPEN = frozenset({"he", "she", "they", "it", "we", "i", "who"})
ALWAYS = "always"


def signs(
    placed: Placed, content: Sequence[int], hops: Sequence[Hop], sure: Certainty
) -> dict[str, float]:
    """Return what tells how firm the ground of a reading is, each 0 or more.

    Args:
        placed: the sentence.
        content: positions of the words that are said.
        hops: the voices behind them.
        sure: how sure the last voice is.
    """
    cues = {hop.cue_at for hop in hops if hop.cue_at is not None}
    heard = [one for one in placed.heard if placed.over(one.cue) in cues]
    covered = {position for one in placed.heard for position in one.words}
    share = sum(position in covered for position in content) / max(1, len(content))
    found = {
        ALWAYS: 1.0,
        "attributed": bool(hops),
        "heard": bool(heard),
        "by rules alone": bool(hops) and not heard,
        "by model alone": share if not hops else 0.0,
        "open pronoun": any(hop.actor.name.lower() in _OPEN for hop in hops),
        "many voices": len(hops) > _MANY,
        "two voices": len(hops) == _MANY,
        "many hedges": len(sure.markers) > _MANY,
        "long sentence": len(placed.sentence.tokens) > _LONG,
        "few words": len(content) <= _MANY,
    }
    return {name: float(value) for name, value in found.items() if value}


def confidence(found: Mapping[str, float], reader: str) -> float:
    """Return the chance that a reading is right, from 0 to 1.

    Args:
        found: its signs.
        reader: the name of the model, with or without its version.
    """
    weights = words("confidence")[reader.partition("/")[0]]
    odds = sum(weights.get(name, 0.0) * value for name, value in found.items())
    return round(1 / (1 + math.exp(-odds)), 2)
