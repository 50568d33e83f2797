"""Claim -> Standing: what a claim rests on, as pure functions of its evidence.

`weigh` answers for one pair of moments, `history` for every moment at which something
changed. Nothing here reads a clock, a file or a store.
"""

from __future__ import annotations

from reportedly.weigh.history import history
from reportedly.weigh.standing import weigh

__all__ = ["history", "weigh"]
