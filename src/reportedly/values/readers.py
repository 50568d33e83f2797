"""The names of what reads articles, which settings and models share."""

from __future__ import annotations

from typing import Literal, get_args

ReaderName = Literal["trained", "fast", "rules"]
READERS: tuple[ReaderName, ...] = get_args(ReaderName)
