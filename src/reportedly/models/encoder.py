"""The trained reader's encoder: one pass over a document, through ONNX, without PyTorch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import MissingModelError
from reportedly.models import windows
from reportedly.models.attributions import Relation, Voices, best_paths, relations
from reportedly.models.heads import NAMES
from reportedly.models.hearing import Block, Heard, Model
from reportedly.models.negation import Negated
from reportedly.models.parse import flat, tokens_and_lemmas
from reportedly.models.syntax import Judged, sentences

_FOLDER = "weights"
_SLOW_FUSION = "SkipLayerNormFusion"
"""Fused, the sums before each layer norm take longer on a CPU than apart: a fifth of all."""
_BEGINS = -2.0
"""Score from which a sentence begins after a full stop; most words begin none, so it is low."""


@dataclass(slots=True)
class _Said:
    """The outputs of the heads, window by window."""

    windows: list[windows.Window]
    outputs: list[dict[str, NDArray[Any]]] = field(default_factory=list)


@cache
def trained(folder: Path | None = None) -> Model:
    """Return the trained model, loaded on the first call (about a second).

    Args:
        folder: of the weights; those of the package unless given.

    Raises:
        MissingModelError: onnxruntime, tokenizers or the weights are not installed.
    """
    try:
        import onnxruntime  # noqa: PLC0415  loading it takes long
    except ImportError as error:
        raise MissingModelError(
            "The trained reader needs onnxruntime. Run: pip install onnxruntime tokenizers,"
            " or read with the option --reader rules."
        ) from error
    options = onnxruntime.SessionOptions()
    # One process per core reads faster than one process on all cores.
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    with resources.as_file(folder or resources.files("reportedly.models") / _FOLDER) as at:
        session = onnxruntime.InferenceSession(
            str(at / "reader.onnx"), options, disabled_optimizers={_SLOW_FUSION}
        )
        pieces = windows.tokenizer(at / "tokenizer.json")
        chain = np.load(at / "crf.npz")
        steps, begin = chain["steps"], chain["begin"]
    names = [output.name for output in session.get_outputs()]
    tokenize, lemma = tokens_and_lemmas()

    def hear(blocks: Sequence[Block]) -> Heard:
        clean = [(start, flat(text)) for start, text in blocks]
        said = _Said(windows.pack(windows.words_of(pieces, clean)))
        for window in said.windows:
            inputs = {
                name: np.array([getattr(window, name)], dtype=np.int64)
                for name in ("ids", "shapes", "quotes", "first")
            }
            values = session.run(names, inputs)
            said.outputs.append({n: v[0] for n, v in zip(names, values, strict=True)})
        judged = _judged(said)
        pages = [
            sentences(tokenize(text), start, judged, lemma) if text.strip() else []
            for start, text in clean
        ]
        return Heard(pages, _relations(said, steps, begin), _names(said), _negated(said))

    return Model("trained/1", hear)


def _judged(said: _Said) -> Judged:
    judged = Judged([], [], [], [], [], [], [], {})
    for window, output in zip(said.windows, said.outputs, strict=True):
        judged.windows.append((len(judged.starts), output["arcs"]))
        judged.starts += [start for start, _ in window.spans]
        judged.ends += [end for _, end in window.spans]
        judged.tags += output["pos"].tolist()
        judged.labels += output["labels"].tolist()
        judged.begins += (output["starts"] > _BEGINS).tolist()
        judged.facts += output["facts"].tolist()
    judged.at.update((start, word) for word, start in enumerate(judged.starts))
    return judged


def _relations(said: _Said, steps: NDArray[Any], begin: NDArray[Any]) -> tuple[Relation, ...]:
    if not said.windows:
        return ()
    lengths = [len(window.first) for window in said.windows]
    scores = np.zeros((len(lengths), max(lengths), len(begin)), dtype=np.float32)
    for row, output in zip(scores, said.outputs, strict=True):
        row[: len(output["tags"])] = output["tags"]
    found: list[Relation] = []
    paths = best_paths(scores, lengths, steps, begin)
    for path, window, output in zip(paths, said.windows, said.outputs, strict=True):
        said_here = Voices(
            output["tags"], output["content_cue"], output["cue_source"], window.spans
        )
        found += relations(path, said_here)
    return tuple(found)


def _negated(said: _Said) -> tuple[Negated, ...]:
    return tuple(
        Negated(window.spans, output["cues"].tolist(), output["reach"])
        for window, output in zip(said.windows, said.outputs, strict=True)
    )


def _names(said: _Said) -> tuple[tuple[int, int, str], ...]:
    found: list[tuple[int, int, str]] = []
    for window, output in zip(said.windows, said.outputs, strict=True):
        last = 0
        for (start, end), label in zip(window.spans, output["names"].tolist(), strict=True):
            if label and label % 2 == 0 and last in {label, label - 1}:
                found[-1] = (found[-1][0], end, found[-1][2])
            elif label:
                found.append((start, end, NAMES[(label - 1) // 2]))
            last = label
    return tuple(found)
