"""Measure a checkpoint on development data, before it is exported.

    python training/measure.py --data DIR --model DIR CHECKPOINT [--out PREDICTIONS.jsonl]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import numpy as np
import torch
from corpora import attributions, factuality, negation
from labels import examples
from network import Network
from train import batch_of

from reportedly.models import windows
from reportedly.models.attributions import Voices, best_paths, relations


def main() -> None:
    """Print the figures that need no scorer, and write the attributions for the scorer."""
    ask = argparse.ArgumentParser()
    ask.add_argument("checkpoint", type=Path)
    ask.add_argument("--data", type=Path, required=True)
    ask.add_argument("--model", type=Path, required=True)
    ask.add_argument("--out", type=Path, default=Path("predictions.jsonl"))
    ask.add_argument("--dump", type=Path)
    ask.add_argument("--nobody", type=float, default=0.0)
    asked = ask.parse_args()
    torch.set_num_threads(1)
    tokens = windows.tokenizer(asked.model / "tokenizer.json")
    network = Network()
    network.load_state_dict(torch.load(asked.checkpoint, weights_only=False)["network"])
    network.eval()
    steps = (network.crf.steps + network.crf.banned).detach().numpy()
    begin = (network.crf.begin + network.crf.banned_starts).detach().numpy()
    kept = []
    with asked.out.open("w") as out, torch.no_grad():
        for text in attributions(asked.data / "attribution/polnear/dev"):
            blocks = windows.words_of(tokens, list(windows.paragraphs(text.text)))
            found = []
            for window in windows.pack(blocks):
                said = network(*(torch.tensor([getattr(window, n)]) for n in ("ids", "shapes", "quotes", "first")))
                scores = {n: said[n][0].numpy() for n in ("tags", "content_cue", "cue_source")}
                kept.append((text.id, window.spans, scores))
                path = best_paths(scores["tags"][None], [len(window.first)], steps, begin)[0]
                found += relations(path, Voices(*(scores[n] for n in ("tags", "content_cue", "cue_source")), window.spans), nobody=asked.nobody)
            out.write(json.dumps({"id": text.id.split("/")[1], "attributions": [{"source": r.source, "cue": r.cue, "content": r.content, "sure": r.sure} for r in found]}) + "\n")
        if asked.dump:
            np.save(asked.dump, np.array([steps, begin, kept], dtype=object), allow_pickle=True)
        import random
        for name in ("uds_ih2_factuality", "meantime_factuality"):
            pairs = []
            for example in examples(tokens, factuality(asked.data / f"certainty/{name}/dev.jsonl"), random.Random(0)):
                b = batch_of([example])
                said = network(b["ids"], b["shapes"], b["quotes"], b["first"])["facts"][0].numpy()
                at = ~np.isnan(example.facts)
                pairs += list(zip(said[at], example.facts[at]))
            a = np.array(pairs)
            print(name, "r", round(np.corrcoef(a.T)[0, 1], 3), "mae", round(np.abs(np.clip(a[:, 0], -3, 3) - a[:, 1]).mean(), 3))
        cue = [0, 0, 0]; reach = [0, 0, 0]
        for example in examples(tokens, negation(asked.data / "certainty/sem2012_negation/dev.txt"), random.Random(0)):
            b = batch_of([example])
            said = network(b["ids"], b["shapes"], b["quotes"], b["first"])
            p, g = said["cues"][0].argmax(-1).numpy() > 0, example.cues > 0
            cue = [cue[0] + (p & g).sum(), cue[1] + p.sum(), cue[2] + g.sum()]
            for word, flags in example.scopes:
                q = said["reach"][0, :, word].numpy() > 0
                f = flags > 0
                reach = [reach[0] + (q & f).sum(), reach[1] + q.sum(), reach[2] + f.sum()]
        for name, (a, p, g) in (("cue", cue), ("scope", reach)):
            print("negation", name, "P", round(a / max(1, p), 3), "R", round(a / g, 3), "F", round(2 * a / (p + g), 3))


if __name__ == "__main__":
    main()
