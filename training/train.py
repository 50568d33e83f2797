"""Train the reader's encoder; stop it at any time, and start it again to go on.

    python training/train.py --data DIR --state DIR --model DIR [--epochs 6] [--decay 0.15]

`--data` holds the corpora, `--state` the labels of the teacher and the checkpoints, `--model`
the pretrained MiniLM. The learning curve is printed and kept in `--state/curve.jsonl`.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import time
from pathlib import Path

import numpy as np
import torch
from corpora import Text, attributions, factuality, negation, teacher
from labels import Example, examples
from network import Network
from torch import Tensor
from torch.nn import functional

from reportedly.models.heads import NONE
from reportedly.models.windows import tokenizer

BATCH = 8
WEIGHTS = {
    "tags": 1.0, "content_cue": 0.5, "cue_source": 0.5, "arcs": 0.3, "labels": 0.2, "pos": 0.15,
    "starts": 0.1, "names": 0.15, "cues": 0.5, "reach": 0.5, "facts": 0.4,
}
SAVE_EVERY = 100
WARM_UP = 60


def batch_of(window_examples: list[Example]) -> dict[str, Tensor]:
    """Return examples as padded tensors."""
    pieces = max(len(e.window.ids) for e in window_examples)
    words = max(len(e.window.first) for e in window_examples)

    def fill(rows: list, size: int, empty: float) -> Tensor:
        out = np.full((len(rows), size), empty, dtype=np.asarray(rows[0]).dtype)
        for row, line in zip(out, rows, strict=True):
            row[: len(line)] = line
        return torch.from_numpy(out)

    found = {
        name: fill([np.array(getattr(e.window, name), dtype=np.int64) for e in window_examples], pieces, 0)
        for name in ("ids", "shapes", "quotes")
    }
    found["first"] = fill([np.array(e.window.first, dtype=np.int64) for e in window_examples], words, 0)
    found["mask"] = fill([np.ones(len(e.window.first), dtype=bool) for e in window_examples], words, False)
    for name in ("tags", "content_cue", "cue_source", "head", "dep", "pos", "starts", "names", "cues"):
        found[name] = fill([getattr(e, name) for e in window_examples], words, NONE)
    found["facts"] = fill([e.facts for e in window_examples], words, math.nan)
    found["scopes"] = [
        (row, cue, torch.from_numpy(flags)) for row, e in enumerate(window_examples) for cue, flags in e.scopes
    ]
    return found


def losses(network: Network, batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the loss of every head that the batch has labels for."""
    with torch.autocast("cpu", torch.bfloat16):
        said = network(batch["ids"], batch["shapes"], batch["quotes"], batch["first"])
    said = {name: scores.float() for name, scores in said.items()}
    empty = ~batch["mask"]
    found: dict[str, Tensor] = {}

    def entropy(name: str, scores: Tensor, gold: Tensor) -> None:
        if (gold != NONE).any():
            found[name] = functional.cross_entropy(scores.flatten(0, 1), gold.flatten(), ignore_index=NONE)

    tagged = (batch["tags"] != NONE).any(1)
    if tagged.any():
        found["tags"] = network.crf.loss(said["tags"][tagged], batch["tags"][tagged], batch["mask"][tagged])
    for name, gold in (("content_cue", "content_cue"), ("cue_source", "cue_source"), ("arcs", "head")):
        entropy(name, said[name].masked_fill(empty[:, None, :], -1e4), batch[gold])
    for name in ("pos", "names", "cues"):
        entropy(name, said[name], batch[name])
    at = (batch["dep"] != NONE).nonzero(as_tuple=True)
    if len(at[0]):
        heads = said["label_head"][at[0], batch["head"][at]]
        found["labels"] = functional.cross_entropy(network.label(said["label_child"][at], heads), batch["dep"][at])
    at = (batch["starts"] != NONE).nonzero(as_tuple=True)
    if len(at[0]):
        found["starts"] = functional.binary_cross_entropy_with_logits(said["starts"][at], batch["starts"][at].float())
    at = (~batch["facts"].isnan()).nonzero(as_tuple=True)
    if len(at[0]):
        found["facts"] = functional.smooth_l1_loss(said["facts"][at], batch["facts"][at], beta=0.5)
    if batch["scopes"]:
        found["reach"] = torch.stack([
            functional.binary_cross_entropy_with_logits(said["reach"][row, : len(flags), cue], flags)
            for row, cue, flags in batch["scopes"]
        ]).mean()
    return found


def epoch(tokens: object, corpora: list[tuple[list[Text], float]], seed: int) -> list[list[Example]]:
    """Return the batches of an epoch: each corpus by its share, windows cut anew."""
    chance = random.Random(seed)
    batches = []
    for texts, share in corpora:
        taken = chance.sample(texts, max(1, round(share * len(texts))))
        chosen = list(examples(tokens, taken, chance))
        # Windows of like length share a batch, so that little of it is filling.
        chosen.sort(key=lambda e: (len(e.window.ids) // 16, chance.random()))
        batches += [chosen[i : i + BATCH] for i in range(0, len(chosen), BATCH)]
    chance.shuffle(batches)
    return batches


def rate(step: float, total: float, decay: float) -> float:
    """Warm up, stay, then fall to nothing over the last `decay` of the steps."""
    return min(1.0, (step + 1) / WARM_UP, max(0.0, (total - step) / (decay * total)))


def corpora_of(data: Path, state: Path) -> list[tuple[list[Text], float]]:
    """Return the texts to learn from, each list with the share that an epoch takes of it."""
    labels = teacher(sorted(state.glob("teacher*.jsonl.gz")))
    known = list(attributions(data / "attribution/polnear/train"))
    news = []
    for path in sorted(state.glob("texts*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["id"].startswith("wikinews/"):
                news.append(Text(row["id"], row["text"]))
    for text in [*known, *news]:
        if text.id in labels:
            text.words, text.names = labels[text.id]["words"], labels[text.id]["names"]
    certainty = data / "certainty"
    facts = list(factuality(certainty / "uds_ih2_factuality/train.jsonl"))
    reported = list(factuality(certainty / "meantime_factuality/train.jsonl"))
    negated = list(negation(certainty / "sem2012_negation/train.txt"))
    return [(known, 1.0), (news, 0.2), (facts, 0.7), (reported, 0.7), (negated, 0.8)]


def main() -> None:
    """Train from the last checkpoint on."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--state", type=Path, required=True)
    ask.add_argument("--model", type=Path, required=True)
    ask.add_argument("--name", default="stable", help="of the checkpoint to write")
    ask.add_argument("--start", type=Path, help="checkpoint to start from, if NAME has none yet")
    ask.add_argument("--epochs", type=float, default=6)
    ask.add_argument("--decay", type=float, default=0.15, help="share of the steps over which the rate falls")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    asked = ask.parse_args()
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    tokens = tokenizer(asked.model / "tokenizer.json")
    corpora = corpora_of(asked.data, asked.state)
    network = Network()
    network.load_minilm(asked.model / "model.safetensors")
    # Rare words would drift from their neighbours that the corpora do not hold.
    network.words.requires_grad_(requires_grad=False)
    encoder = [p for n, p in network.named_parameters() if n.split(".")[0] in {"places", "norm", "layers"}]
    known = {id(p) for p in encoder}
    heads = [p for p in network.parameters() if id(p) not in known and p.requires_grad]
    optimiser = torch.optim.AdamW([{"params": encoder, "lr": 2e-4}, {"params": heads, "lr": 1e-3}], weight_decay=0.01, fused=True)
    for group in optimiser.param_groups:
        group["full"] = group["lr"]
    path = asked.state / f"{asked.name}.pt"
    at, step, index, spent = 0, 0, 0, 0.0
    begun = path if path.exists() else asked.start
    if begun:
        kept = torch.load(begun, weights_only=False)
        network.load_state_dict(kept["network"])
        optimiser.load_state_dict(kept["optimiser"])
        if begun == path:
            at, step, index, spent = (kept[name] for name in ("epoch", "step", "index", "spent"))
        else:
            at = kept["epoch"] + 1000
    network.train()
    base, since = at // 1000 * 1000, time.time()
    means: dict[str, float] = {}
    while True:
        batches = epoch(tokens, corpora, asked.seed * 10_000 + at)
        total = round(asked.epochs * len(batches))
        while index < len(batches) and step < total:
            for group in optimiser.param_groups:
                group["lr"] = group["full"] * (rate(step, total, asked.decay) if asked.decay else min(1.0, (step + 1) / WARM_UP))
            found = losses(network, batch_of(batches[index]))
            loss = sum(WEIGHTS[name] * value for name, value in found.items())
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            step, index = step + 1, index + 1
            for name, value in found.items():
                means[name] = 0.98 * means.get(name, value.item()) + 0.02 * value.item()
            if step % 25 == 0:
                pace = (time.time() - since) / 25
                since = time.time()
                spent += pace * 25
                line = {"step": step, "of": total, "epoch": round(at - base + index / len(batches), 2), "seconds": round(spent), "pace": round(pace, 2), **{k: round(v, 3) for k, v in means.items()}}
                print(json.dumps(line), flush=True)
                with (asked.state / f"{asked.name}.curve.jsonl").open("a") as curve:
                    curve.write(json.dumps(line) + "\n")
            if step % SAVE_EVERY == 0 or step == total:
                save(path, network, optimiser, {"epoch": at, "step": step, "index": index, "spent": spent})
        weights = network.state_dict()
        torch.save({"network": weights}, asked.state / f"{asked.name}.epoch{at - base + 1}.pt")
        if step >= total:
            break
        at, index = at + 1, 0


def save(path: Path, network: Network, optimiser: torch.optim.Optimizer, where: dict) -> None:
    """Write a checkpoint whole, or leave the last one as it is."""
    part = path.with_suffix(".part")
    torch.save({"network": network.state_dict(), "optimiser": optimiser.state_dict(), **where}, part)
    part.replace(path)


if __name__ == "__main__":
    main()
