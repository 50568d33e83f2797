"""The flags of a standing: what a reader should know before the number."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from reportedly.values.claim import Flag
from reportedly.weigh.independence import Independence


def flags(counted: Independence, noted: Iterable[Flag]) -> tuple[Flag, ...]:
    """Return the flags, in the order of the vocabulary.

    Args:
        counted: the bounds and what they rest on.
        noted: flags that were raised while the graph was built.
    """
    bounds = (counted.lo, counted.hi)
    sorts = {node.sort for node in counted.origins}
    one = bounds == (1, 1)
    found: dict[Flag, bool] = {
        "no_named_origin": counted.only_media or (sorts == {"unknown"} and not _closed(counted)),
        "single_source": one,
        "possibly_single_source": counted.lo == 1 < counted.hi,
        "single_gate": one and [node.sort for node in counted.cut] == ["outlet"],
        "single_anonymous_origin": one and sorts == {"anonymous"},
        "circular": _closed(counted),
        "circular_with_exit": any(loop.exits for loop in counted.loops),
    }
    raised = {flag for flag, holds in found.items() if holds} | set(noted)
    return tuple(flag for flag in get_args(Flag) if flag in raised)


def _closed(counted: Independence) -> bool:
    return any(not loop.exits for loop in counted.loops)
