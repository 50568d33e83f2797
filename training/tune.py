"""Learn the heads of factuality and negation to the end, on what the trained encoder gives.

python training/tune.py CHECKPOINT OUT --data DIR [--rounds 40]

Their corpora are small beside that of attributions, so in training they end unfinished. The
encoder stays as it is; its hidden states are computed once.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import torch
from corpora import Text, factuality, negation
from labels import examples
from losses import WEIGHTS, batch_of, of_facts, of_negation
from network import Network
from torch import Tensor
from torch.nn import functional
from train import pretrained

from reportedly.models.windows import tokenizer

TUNED = ("cues", "reach", "facts")
DROP = 0.2
RATE = 2e-3
Known = tuple[Tensor, dict]


def main() -> None:
    """Tune the heads of a checkpoint and write it anew."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("out", type=Path)
    ask.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    ask.add_argument("--rounds", type=int, default=40)
    asked = ask.parse_args()
    torch.manual_seed(1)
    network = Network()
    kept = torch.load(asked.checkpoint, weights_only=False)["network"]
    fresh = {n: v for n, v in network.state_dict().items() if n.split(".")[0] in TUNED}
    network.load_state_dict({n: v for n, v in kept.items() if n.split(".")[0] not in TUNED} | fresh)
    certainty = asked.data / "certainty"
    learn(
        network,
        list(
            states(
                network,
                [
                    *factuality(certainty / "uds_ih2_factuality/train.jsonl"),
                    *factuality(certainty / "meantime_factuality/train.jsonl"),
                    *negation(certainty / "sem2012_negation/train.txt"),
                ],
            )
        ),
        asked.rounds,
    )
    torch.save({"network": network.state_dict()}, asked.out)


def states(network: Network, texts: Sequence[Text]) -> Iterator[Known]:
    """Yield the hidden states of each window's words, and its labels."""
    network.eval()
    tokens = tokenizer(pretrained() / "tokenizer.json")
    rows = list(examples(tokens, texts, random.Random(1)))
    with torch.no_grad():
        for row in rows:
            batch = batch_of([row])
            names = ("ids", "shapes", "quotes", "first")
            yield network.encode(*(batch[name] for name in names)), batch


def learn(network: Network, known: list[Known], rounds: int) -> None:
    """Learn the heads from hidden states, the rate falling to nothing."""
    heads = [p for n, p in network.named_parameters() if n.split(".")[0] in TUNED]
    optimiser = torch.optim.AdamW(heads, lr=RATE, weight_decay=0.01)
    slower = torch.optim.lr_scheduler.LinearLR(optimiser, 1.0, 0.0, rounds * len(known) // 8)
    chance = random.Random(1)
    for number in range(rounds):
        chance.shuffle(known)
        total = 0.0
        for first in range(0, len(known) - 7, 8):
            found: dict[str, Tensor] = {}
            for hidden, batch in known[first : first + 8]:
                x = functional.dropout(hidden, DROP)
                said = {
                    "cues": network.cues(x),
                    "reach": network.reach(x),
                    "facts": network.facts(x)[..., 0],
                }
                for name, loss in (of_negation(said, batch) | of_facts(said, batch)).items():
                    found[name] = found.get(name, torch.zeros(())) + loss
            loss = sum((WEIGHTS[name] * each for name, each in found.items()), torch.zeros(()))
            optimiser.zero_grad(set_to_none=True)
            loss.backward()
            optimiser.step()
            slower.step()
            total += loss.item()
        print(f"round {number + 1}: loss {total / len(known):.4f}", flush=True)


if __name__ == "__main__":
    main()
