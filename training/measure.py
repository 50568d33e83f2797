"""Measure checkpoints on development data: the learning curve, before anything is exported.

python training/measure.py CHECKPOINT... --data DIR [--scorer FILE]

Prints, for each checkpoint: attribution relations (the scorer's F1, with content shared by half
or more), factuality (Pearson r), negation (token F1 of cues, and of scopes with cues given).
"""

from __future__ import annotations

import argparse
import importlib.util
import random
from collections.abc import Iterator
from pathlib import Path
from statistics import correlation
from typing import Any

import numpy as np
import torch
from corpora import Text, attributions, factuality, negation
from labels import Example, examples
from losses import batch_of
from network import Network
from tokenizers import Tokenizer
from train import pretrained

from reportedly.models import windows
from reportedly.models.attributions import Relation, Voices, best_paths, relations


def main() -> None:
    """Print a row for each checkpoint."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("checkpoints", type=Path, nargs="+")
    ask.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    ask.add_argument("--scorer", type=Path, help="score_attribution.py (DIR/../tools)")
    asked = ask.parse_args()
    scorer = _loaded(asked.scorer or asked.data.parent / "tools" / "score_attribution.py")
    tokens = windows.tokenizer(pretrained() / "tokenizer.json")
    torch.set_num_threads(1)
    for path in asked.checkpoints:
        network = Network()
        network.load_state_dict(torch.load(path, weights_only=False)["network"])
        network.eval()
        with torch.no_grad():
            row = dict(measured(network, tokens, asked.data, scorer))
        print(path.name, *(f"{name} {value:.3f}" for name, value in row.items()), sep="  ")


def measured(
    network: Network, tokens: Tokenizer, data: Path, scorer: Any
) -> Iterator[tuple[str, float]]:
    """Yield the name and value of each figure."""
    known = data / "attribution/polnear/dev"
    found = {
        text.id.rpartition("/")[2]: [
            {"source": r.source, "cue": r.cue, "content": r.content}
            for r in voices_of(network, tokens, text)
        ]
        for text in attributions(known)
    }
    scored = scorer.score(scorer.load_gold(known), found)
    for name in ("relation_overlap_dice50", "statements_only_dice50", "content_exact_trim"):
        yield name, scored[name]["F1"]
    for name in ("uds_ih2_factuality", "meantime_factuality"):
        texts = factuality(data / "certainty" / name / "dev.jsonl")
        yield f"{name} r", _agreement(network, tokens, texts)
    negated = negation(data / "certainty/sem2012_negation/dev.txt")
    yield from _negation(network, tokens, negated)


def voices_of(network: Network, tokens: Tokenizer, text: Text) -> Iterator[Relation]:
    """Yield the attribution relations of a text."""
    steps = (network.crf.steps + network.crf.banned).numpy()
    begin = (network.crf.begin + network.crf.banned_starts).numpy()
    blocks = windows.words_of(tokens, list(windows.paragraphs(text.text)))
    for window in windows.pack(blocks):
        names = ("ids", "shapes", "quotes", "first")
        said = network(*(torch.tensor([getattr(window, name)]) for name in names))
        tags, content_cue, cue_source = (
            said[name][0].numpy() for name in ("tags", "content_cue", "cue_source")
        )
        path = best_paths(tags[None], [len(window.first)], steps, begin)[0]
        yield from relations(path, Voices(tags, content_cue, cue_source, window.spans))


def _said(
    network: Network, tokens: Tokenizer, texts: Iterator[Text]
) -> Iterator[tuple[Example, dict[str, Any]]]:
    for example in examples(tokens, texts, random.Random(0)):
        batch = batch_of([example])
        yield example, network(*(batch[name] for name in ("ids", "shapes", "quotes", "first")))


def _agreement(network: Network, tokens: Tokenizer, texts: Iterator[Text]) -> float:
    pairs = [
        pair
        for example, said in _said(network, tokens, texts)
        for pair in zip(said["facts"][0].tolist(), example.facts.tolist(), strict=True)
        if not np.isnan(pair[1])
    ]
    return correlation(*zip(*pairs, strict=True))


def _negation(
    network: Network, tokens: Tokenizer, texts: Iterator[Text]
) -> Iterator[tuple[str, float]]:
    both = {"negation cues": np.zeros(3), "negation scopes": np.zeros(3)}
    for example, said in _said(network, tokens, texts):
        cues = said["cues"][0].argmax(-1).numpy() > 0
        both["negation cues"] += _counts(cues, example.cues > 0)
        for word, flags in example.scopes:
            reach = said["reach"][0, :, word].numpy() > 0
            both["negation scopes"] += _counts(reach, flags > 0)
    for name, (shared, found, meant) in both.items():
        yield name, 2 * shared / max(1, found + meant)


def _counts(found: np.ndarray, meant: np.ndarray) -> np.ndarray:
    return np.array([(found & meant).sum(), found.sum(), meant.sum()])


def _loaded(path: Path) -> Any:
    spec = importlib.util.spec_from_file_location("scorer", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"There is no scorer at {path}. Name one with --scorer.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
