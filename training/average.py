"""Average the weights of checkpoints of one run: better than either, at the cost of one.

python training/average.py OUT CHECKPOINT CHECKPOINT...

Method: Wortsman et al. 2022 ("Model soups"), uniform.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch


def main() -> None:
    """Write the mean of some checkpoints."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("out", type=Path)
    ask.add_argument("checkpoints", type=Path, nargs="+")
    asked = ask.parse_args()
    every = [torch.load(path, weights_only=False)["network"] for path in asked.checkpoints]
    mean = {name: sum(each[name] for each in every) / len(every) for name in every[0]}
    torch.save({"network": mean}, asked.out)


if __name__ == "__main__":
    main()
