"""Batches of windows, and the loss of every head that a batch has labels for."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from labels import Example
from network import Network
from torch import Tensor
from torch.nn import functional

from reportedly.models.heads import NONE

WEIGHTS = {
    "tags": 1.0,
    "content_cue": 0.5,
    "cue_source": 0.5,
    "arcs": 0.3,
    "labels": 0.2,
    "pos": 0.15,
    "starts": 0.1,
    "names": 0.15,
    "cues": 0.5,
    "reach": 0.5,
    "facts": 0.4,
}
PIECES = ("ids", "shapes", "quotes")
WORDS = (
    "tags", "content_cue", "cue_source", "head", "dep", "pos", "starts", "names", "cues",
)  # fmt: skip
FILLING = -1e4
"""Score of a word that is only there to fill a batch."""


def batch_of(rows: Sequence[Example]) -> dict[str, Any]:
    """Return examples as padded tensors."""
    pieces = max(len(e.window.ids) for e in rows)
    words = max(len(e.window.first) for e in rows)
    whole = np.int64
    found: dict[str, Any] = {
        name: _filled([np.array(getattr(e.window, name), whole) for e in rows], pieces, 0)
        for name in PIECES
    }
    found["first"] = _filled([np.array(e.window.first, whole) for e in rows], words, 0)
    found["mask"] = _filled([np.ones(len(e.window.first), bool) for e in rows], words, 0)
    for name in WORDS:
        found[name] = _filled([getattr(e, name) for e in rows], words, NONE)
    found["facts"] = _filled([e.facts for e in rows], words, math.nan)
    found["scopes"] = [
        (row, cue, torch.from_numpy(flags))
        for row, example in enumerate(rows)
        for cue, flags in example.scopes
    ]
    return found


def _filled(rows: Sequence[np.ndarray], size: int, empty: float) -> Tensor:
    out = np.full((len(rows), size), empty, dtype=rows[0].dtype)
    for row, line in zip(out, rows, strict=True):
        row[: len(line)] = line
    return torch.from_numpy(out)


def losses(network: Network, batch: dict[str, Any]) -> dict[str, Tensor]:
    """Return the loss of every head that the batch has labels for."""
    with torch.autocast("cpu", torch.bfloat16):
        said = network(batch["ids"], batch["shapes"], batch["quotes"], batch["first"])
    said = {name: scores.float() for name, scores in said.items()}
    return {
        **_of_voices(network, said, batch),
        **_of_syntax(network, said, batch),
        **of_negation(said, batch),
        **of_facts(said, batch),
    }


def _entropy(scores: Tensor, gold: Tensor) -> Tensor | None:
    if not (gold != NONE).any():
        return None
    return functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NONE)


def _known(**found: Tensor | None) -> dict[str, Tensor]:
    return {name: loss for name, loss in found.items() if loss is not None}


def _of_voices(
    network: Network, said: dict[str, Tensor], batch: dict[str, Any]
) -> dict[str, Tensor]:
    filling = ~batch["mask"][:, None, :]
    tagged = (batch["tags"] != NONE).any(1)
    tags = None
    if tagged.any():
        tags = network.crf.loss(said["tags"][tagged], batch["tags"][tagged], batch["mask"][tagged])
    return _known(
        tags=tags,
        **{
            name: _entropy(said[name].masked_fill(filling, FILLING), batch[name])
            for name in ("content_cue", "cue_source")
        },
    )


def _of_syntax(
    network: Network, said: dict[str, Tensor], batch: dict[str, Any]
) -> dict[str, Tensor]:
    filling = ~batch["mask"][:, None, :]
    labels = starts = None
    at = (batch["dep"] != NONE).nonzero(as_tuple=True)
    if len(at[0]):
        heads = said["label_head"][at[0], batch["head"][at]]
        scores = network.label(said["label_child"][at], heads)
        labels = functional.cross_entropy(scores, batch["dep"][at])
    at = (batch["starts"] != NONE).nonzero(as_tuple=True)
    if len(at[0]):
        gold = batch["starts"][at].float()
        starts = functional.binary_cross_entropy_with_logits(said["starts"][at], gold)
    return _known(
        arcs=_entropy(said["arcs"].masked_fill(filling, FILLING), batch["head"]),
        labels=labels,
        starts=starts,
        pos=_entropy(said["pos"], batch["pos"]),
        names=_entropy(said["names"], batch["names"]),
    )


def of_negation(said: dict[str, Tensor], batch: dict[str, Any]) -> dict[str, Tensor]:
    """Return the losses of what negates, and how far."""
    reach = [
        functional.binary_cross_entropy_with_logits(said["reach"][row, : len(flags), cue], flags)
        for row, cue, flags in batch["scopes"]
    ]
    return _known(
        cues=_entropy(said["cues"], batch["cues"]),
        reach=torch.stack(reach).mean() if reach else None,
    )


def of_facts(said: dict[str, Tensor], batch: dict[str, Any]) -> dict[str, Tensor]:
    """Return the loss of how far events are the case."""
    at = (~batch["facts"].isnan()).nonzero(as_tuple=True)
    if not len(at[0]):
        return {}
    return {"facts": functional.smooth_l1_loss(said["facts"][at], batch["facts"][at], beta=0.5)}
