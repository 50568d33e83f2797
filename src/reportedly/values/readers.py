"""The names of what reads articles, which settings and models share."""

from __future__ import annotations

from typing import Final, Literal, get_args

ReaderName = Literal["trained", "fast", "rules"]
READERS: tuple[ReaderName, ...] = get_args(ReaderName)

EMBEDDER: Final = "claims/1"
"""The model that gives statements their vectors; those of two models are never compared."""
