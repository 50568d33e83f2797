"""Train the embedder: texts of one claim come near each other, those of other claims do not.

python training/embedder.py --data DIR --state DIR [--epochs 5] [--seed 1]

Learnt with the cross-entropy over the pairs of a batch (van den Oord et al. 2018), which holds
one pair of each claim only: headlines and first sentences on rumours of Emergent and FNC-1, on
the side of eval/splits.json that is for learning, and tweets with the claim that they repeat
(CheckThat! 2020, train part). Stop it at any time, and start it again to go on.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from network import Network
from torch import Tensor
from torch.nn import functional
from train import pretrained

from reportedly.models.embedding import LONGEST, pieces_of
from reportedly.models.windows import tokenizer

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "eval"))

from split import sides  # noqa: E402

RATE, WARM_UP = 3e-5, 30
BATCH, FEWEST, STRANGERS = 48, 16, 16
"""Pairs of a batch, pairs under which one is left out, and claims of nobody beside them."""
SCALE = 20.0
"""Sharpens the likeness of two texts, from -1 to 1, into odds."""
MOST = 24
"""Texts of one claim that an epoch takes, so that a rumour told often does not outweigh others."""
FROM_BODY, FROM_TITLE = 0.3, 0.25
SAVE_EVERY, SHOW_EVERY = 20, 10

Pair = tuple[str, str, str]
"""The claim, and two texts that make it."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What is learnt from.

    Attributes:
        told: headlines by claim; `leads` are first sentences of articles on it.
        tweets: each with the claim that it repeats; `claims` are all claims with their titles.
    """

    told: dict[str, list[str]]
    leads: dict[str, list[str]]
    tweets: list[tuple[str, str]]
    claims: dict[str, tuple[str, str]]


def corpus(data: Path) -> Corpus:
    """Return the texts of the claims that are for learning."""
    side = sides()["claim"]
    told: dict[str, list[str]] = defaultdict(list)
    for row in _table(data / "emergent" / "train.csv", ","):
        if side[row["claimId"]] == "train":
            for text in (row["articleHeadline"], row["claimHeadline"]):
                if text not in told[row["claimId"]]:
                    told[row["claimId"]].append(text)
    leads: dict[str, list[str]] = defaultdict(list)
    with (data / "emergent_fnc" / "articles.jsonl").open(encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            if side.get(row["claim_id"]) == "train":
                leads[row["claim_id"]] += list(_sentences(row["text"]))[:2]
    folder = data / "checkthat2020_t2"
    table = list(_table(folder / "verified_claims.docs.tsv", "\t"))
    claims = {row[""]: (row["vclaim"], row["title"]) for row in table}
    queries = {
        row[""]: row["tweet_content"]
        for row in _table(folder / "train" / "tweets.queries.tsv", "\t")
    }
    pairs = (folder / "train" / "tweet-vclaim-pairs.qrels").read_text(encoding="utf-8").split("\n")
    tweets = [(queries[row[0]], row[2]) for row in map(str.split, pairs) if row]
    return Corpus(dict(told), dict(leads), tweets, claims)


def _sentences(text: str) -> Iterator[str]:
    parts = re.split(r"(?<=[.!?])\s+|\n+", text)
    return (part.strip() for part in parts if len(part.split()) > 5)  # noqa: PLR2004 no fragment


def _table(path: Path, between: str) -> Iterator[dict[str, str]]:
    csv.field_size_limit(1 << 24)
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter=between)


def epoch(learnt: Corpus, chance: random.Random) -> list[list[Pair]]:
    """Return the batches of an epoch in random order."""
    batches = [*_batches(list(_on_rumours(learnt, chance)), chance)]
    batches += _batches(list(_on_tweets(learnt, chance)), chance)
    chance.shuffle(batches)
    return batches


def _on_rumours(learnt: Corpus, chance: random.Random) -> Iterator[Pair]:
    for claim, texts in learnt.told.items():
        for text in chance.sample(texts, min(MOST, len(texts))):
            others = [other for other in texts if other != text]
            leads = learnt.leads.get(claim, [])
            if leads and chance.random() < FROM_BODY:
                yield claim, text, chance.choice(leads)
            elif others:
                yield claim, text, chance.choice(others)


def _on_tweets(learnt: Corpus, chance: random.Random) -> Iterator[Pair]:
    for tweet, claim in learnt.tweets:
        said, title = learnt.claims[claim]
        yield claim, tweet, title if chance.random() < FROM_TITLE else said


def _batches(pairs: list[Pair], chance: random.Random) -> Iterator[list[Pair]]:
    """Yield batches in which each claim stands once."""
    chance.shuffle(pairs)
    while pairs:
        taken: dict[str, Pair] = {}
        left: list[Pair] = []
        for pair in pairs:
            if pair[0] in taken or len(taken) == BATCH:
                left.append(pair)
            else:
                taken[pair[0]] = pair
        if len(taken) >= FEWEST:
            yield list(taken.values())
        pairs = left


class Trainer:
    """A run of training, which a folder keeps.

    Args:
        state: the folder.
        learnt: what to learn from.
        seed: of the order of texts.
        epochs: how often they are seen.
    """

    def __init__(self, state: Path, learnt: Corpus, seed: int, epochs: int) -> None:
        self.state, self.learnt, self.seed, self.epochs = state, learnt, seed, epochs
        self.tokens = tokenizer(pretrained() / "tokenizer.json")
        self.network = Network()
        self.network.load_minilm(pretrained() / "model.safetensors")
        # Rare words would drift from their neighbours that the corpora do not hold.
        self.network.words.requires_grad_(requires_grad=False)
        learning = ("places", "norm", "layers")
        named = self.network.named_parameters()
        self.values = [value for name, value in named if name.split(".")[0] in learning]
        self.optimiser = torch.optim.AdamW(self.values, lr=RATE, weight_decay=0.01)
        self.step = 0
        self.mean = 0.0
        path = state / "run.pt"
        if path.exists():
            kept = torch.load(path, weights_only=False)
            self.network.load_state_dict(kept["network"])
            self.optimiser.load_state_dict(kept["optimiser"])
            self.step, self.mean = kept["at"]

    def run(self) -> None:
        """Learn to the end, from where the folder stands."""
        self.network.train()
        before = 0
        for number in range(self.epochs):
            batches = epoch(self.learnt, random.Random(f"{self.seed}/{number}"))
            for place, batch in enumerate(batches, start=before):
                if place >= self.step:
                    self._learn(batch, number, before + len(batches) * (self.epochs - number))
            before += len(batches)
        self._save()

    def _learn(self, batch: Sequence[Pair], number: int, total: int) -> None:
        torch.manual_seed(1_000 * self.seed + self.step)
        share = min(1.0, (self.step + 1) / WARM_UP) * max(0.02, 1 - self.step / total)
        for group in self.optimiser.param_groups:
            group["lr"] = RATE * share
        chance = random.Random(f"{self.seed}/{number}/{self.step}")
        strangers = [
            said for said, _ in chance.sample(list(self.learnt.claims.values()), STRANGERS)
        ]
        texts = [one for _, one, _ in batch] + [other for _, _, other in batch] + strangers
        found = vectors(self.network, padded([pieces_of(self.tokens, text) for text in texts]))
        loss = contrast(found, len(batch))
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.values, 1.0)
        self.optimiser.step()
        self.mean = loss.item() if not self.step else 0.95 * self.mean + 0.05 * loss.item()
        self.step += 1
        if self.step % SHOW_EVERY == 0:
            print(
                json.dumps({"step": self.step, "of": total, "loss": round(self.mean, 3)}),
                flush=True,
            )
        if self.step % SAVE_EVERY == 0:
            self._save()

    def _save(self) -> None:
        """Write a checkpoint whole, or leave the last one as it is."""
        self.state.mkdir(parents=True, exist_ok=True)
        path = self.state / "run.pt"
        kept = {
            "network": self.network.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "at": (self.step, self.mean),
        }
        torch.save(kept, path.with_suffix(".part"))
        path.with_suffix(".part").replace(path)


def padded(rows: Sequence[Sequence[int]]) -> Tensor:
    """Return rows of word pieces as one table, filled up with zeros."""
    table = torch.zeros(len(rows), max(map(len, rows)), dtype=torch.long)
    for number, row in enumerate(rows):
        table[number, : len(row)] = torch.tensor(row)
    return table


def vectors(network: Network, ids: Tensor) -> Tensor:
    """Return the mean of the hidden states of each text, of length 1: [texts, width]."""
    nothing = torch.zeros_like(ids)
    every = torch.arange(ids.shape[1])[None].expand(ids.shape[0], -1)
    states = network.encode(ids, nothing, nothing, every)
    real = (ids != 0)[:, :, None].to(states.dtype)
    return functional.normalize((states * real).sum(1) / real.sum(1), dim=-1)


def contrast(found: Tensor, pairs: int) -> Tensor:
    """Return how badly the texts of each pair find one another among all others, both ways."""
    one, other, strangers = found[:pairs], found[pairs : 2 * pairs], found[2 * pairs :]
    right = torch.arange(pairs)
    there = SCALE * one @ torch.cat([other, strangers]).T
    back = SCALE * other @ torch.cat([one, strangers]).T
    return (functional.cross_entropy(there, right) + functional.cross_entropy(back, right)) / 2


def main() -> None:
    """Train from the last checkpoint on."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    ask.add_argument("--state", type=Path, required=True, help="folder of what training keeps")
    ask.add_argument("--epochs", type=int, default=5)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--threads", type=int, default=2)
    asked = ask.parse_args()
    torch.set_num_threads(asked.threads)
    print(f"Texts of up to {LONGEST} word pieces.")
    Trainer(asked.state, corpus(asked.data / "claims"), asked.seed, asked.epochs).run()


if __name__ == "__main__":
    main()
