"""Which model reads: the trained one where it is at hand, else the parser with rules alone."""

from __future__ import annotations

import importlib.util
from functools import cache
from importlib import resources

from reportedly.models.hearing import Model, rules
from reportedly.values.readers import ReaderName

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
    if name == "rules" or (name is None and not _is_at_hand()):
        return rules()
    from reportedly.models import encoder  # noqa: PLC0415  its libraries take long to load

    return encoder.fast() if name == "fast" else encoder.trained()


@cache
def _is_at_hand() -> bool:
    weights = resources.files("reportedly.models") / "weights" / "reader.onnx"
    return weights.is_file() and all(importlib.util.find_spec(each) for each in _NEEDED)
