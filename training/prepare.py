"""Gather the texts that the teacher labels: those with attributions, and Wikinews.

python training/prepare.py --data DIR --state DIR
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from corpora import attributions


def main() -> None:
    """Write texts.jsonl, with `id` and `text` in each line."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    ask.add_argument("--state", type=Path, required=True, help="folder of what training keeps")
    asked = ask.parse_args()
    asked.state.mkdir(parents=True, exist_ok=True)
    with (asked.state / "texts.jsonl").open("w", encoding="utf-8") as out:
        for text in attributions(asked.data / "attribution/polnear/train"):
            out.write(json.dumps({"id": text.id, "text": text.text}) + "\n")
        for name, text in wikinews(asked.data / "ship/wikinews"):
            out.write(json.dumps({"id": name, "text": text}) + "\n")


def wikinews(folder: Path) -> Iterator[tuple[str, str]]:
    """Yield an id and the text of each article of Wikinews."""
    csv.field_size_limit(sys.maxsize)
    for path in sorted(folder.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file)):
                yield f"wikinews/{path.stem}/{number}", row["text"]


if __name__ == "__main__":
    main()
