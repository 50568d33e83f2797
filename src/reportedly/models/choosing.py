"""Which models read and embed: the trained ones where they are at hand, else rules alone."""

from __future__ import annotations

import importlib.util
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from reportedly.models.hearing import Model, rules
from reportedly.values.readers import ReaderName

if TYPE_CHECKING:
    from reportedly.models.embedding import Embedder

_NEEDED = ("onnxruntime", "tokenizers")


def reader(name: ReaderName | None = None) -> Model:
    """Return a model that reads, loaded on the first call (about a second).

    Args:
        name: "trained" for encoder and parser, "fast" for the encoder alone, "rules" for the
            parser alone; None takes the trained one, and the rules where it is not installed.
            Every statement tells which of them read it.

    Raises:
        MissingModelError: what the model needs is not installed.
    """
    if name == "rules" or (name is None and not _is_at_hand("reader.onnx")):
        return rules()
    from reportedly.models import encoder  # noqa: PLC0415  its libraries take long to load

    return encoder.fast() if name == "fast" else encoder.trained()


def embedder() -> Embedder | None:
    """Return what turns texts into vectors, None where it is not installed."""
    if not _is_at_hand("embedder.onnx"):
        return None
    from reportedly.models import embedding  # noqa: PLC0415  its libraries take long to load

    return embedding.embedder()


@cache
def _is_at_hand(file: str) -> bool:
    weights = resources.files("reportedly.models") / "weights" / file
    return weights.is_file() and all(importlib.util.find_spec(each) for each in _NEEDED)
