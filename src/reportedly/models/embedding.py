"""The embedder: a text as a vector, near those of texts that make the same claim.

A second small encoder, through ONNX, without PyTorch. Its mean hidden state stands for a text
(Reimers and Gurevych 2019), learnt so that texts of one claim lie near each other.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.models import windows
from reportedly.models.sessions import FOLDER, session

LONGEST: Final = 64
"""Word pieces of a text that are read, its marks included; claims are shorter."""

WIDTH: Final = 384


Embedder = Callable[[Sequence[str]], NDArray[np.int8]]
"""Returns the directions of texts, a row of WIDTH whole numbers from -127 to 127 for each."""


@cache
def embedder() -> Embedder:
    """Return the embedder, loaded on the first call (half a second).

    Raises:
        MissingModelError: onnxruntime, tokenizers or the weights are not installed.
    """
    run = session("embedder.onnx")
    with resources.as_file(resources.files("reportedly.models") / FOLDER) as at:
        tokens = windows.tokenizer(at / "tokenizer.json")

    def embed(texts: Sequence[str]) -> NDArray[np.int8]:
        # One at a time: activations are scaled to the largest of a batch, so that in a batch
        # the vector of a text would hang on the texts beside it.
        rows = [run.run(None, {"ids": _row(tokens, text)})[0][0] for text in texts]
        return np.array([_whole(row) for row in rows], dtype=np.int8).reshape(-1, WIDTH)

    return embed


def _row(tokens: Tokenizer, text: str) -> NDArray[np.int64]:
    return np.array([pieces_of(tokens, text)], dtype=np.int64)


def pieces_of(tokens: Tokenizer, text: str) -> list[int]:
    """Return the ids of the word pieces of a text between its marks."""
    inside: list[int] = tokens.encode(text, add_special_tokens=False).ids
    return [windows.START, *inside[: LONGEST - 2], windows.BREAK]


def _whole(row: NDArray[Any]) -> NDArray[Any]:
    """Return a vector in whole numbers, scaled by its largest part."""
    return np.round(row * (127 / max(float(np.abs(row).max()), 1e-9)))
