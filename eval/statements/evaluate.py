"""Reads articles that have gold and prints the figures: `evaluate.py [--part PART]`.

The part `seen` is what a reader may be mended on; `opened` was blind until it was looked at;
`blind` is kept from whoever mends the reader, and is read only when asked for. `--example` adds a
gold file from elsewhere to what is seen. It is read as it stands and in variants with other names,
numbers and dates: figures that fall on the variants tell of something learnt by heart.
"""

import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from perturb import write
from score import articles_of, figures, read_predictions

ROOT = Path(__file__).parents[2]
PREDICT = f"{shlex.quote(sys.executable)} {shlex.quote(str(ROOT / 'eval' / 'predict.py'))}"
PARTS = ("seen", "opened", "blind")
HANDED_OVER = ("file", "outlet", "url", "published")


def evaluated(gold: Path, predict: str, errors: list[str]) -> dict[str, float]:
    """Returns the figures of one gold file.

    Args:
        gold: the gold file; its articles lie beside it or in `articles/`.
        predict: the command that answers `statements INPUT OUTPUT`.
        errors: is given a line for everything that differs.
    """
    known = json.loads(gold.read_text(encoding="utf-8"))
    folder = articles_of(gold)
    with tempfile.TemporaryDirectory() as place:
        asked, answered = Path(place) / "articles.jsonl", Path(place) / "predictions.jsonl"
        with asked.open("w", encoding="utf-8") as lines:
            for document in known["documents"]:
                row = {key: document[key] for key in HANDED_OVER}
                row["text"] = (folder / document["file"]).read_bytes().decode("utf-8")
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
        command = [*shlex.split(predict), "statements", str(asked), str(answered)]
        subprocess.run(command, check=True)  # noqa: S603 - the command is ours or the caller's
        return figures(known, read_predictions(answered), folder, errors)


def every_gold(example: Path | None, seeds: int, place: Path) -> dict[str, list[Path]]:
    """Returns the gold files to be read, by the name of the row that shows their mean."""
    made = {
        "three articles of the tests": [ROOT / "tests" / "gold" / "gold.json"],
        "seven articles of our own": [ROOT / "eval" / "statements" / "gold.json"],
    }
    if example is None or not example.is_file():
        why = "no example was named" if example is None else f"there is no file {example}"
        print(f"The example and its variants are left out: {why}.", file=sys.stderr)
        return made
    variants = write(example, place, range(1, seeds + 1))
    return made | {"example": [example], f"{seeds} variants of the example": variants}


def gold_in(folder: str) -> dict[str, list[Path]]:
    """Returns the gold file of the blind or the opened articles, by the name of its row."""
    gold = ROOT / "eval" / "statements" / folder / "gold.json"
    count = len(json.loads(gold.read_text(encoding="utf-8"))["documents"])
    return {f"{count} {folder} articles": [gold]}


def means(measured: Sequence[dict[str, float]]) -> dict[str, float]:
    """Returns the mean of each figure over some gold files."""
    return {name: sum(each[name] for each in measured) / len(measured) for name in measured[0]}


def main() -> int:
    """Prints the figures of every gold file, a row each; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--part", choices=PARTS, default=PARTS[0], help="which (seen)")
    parser.add_argument("--example", type=Path, help="a gold file from elsewhere")
    parser.add_argument("--seeds", type=int, default=5, help="variants of the example (5)")
    parser.add_argument("--predict", default=PREDICT, help="command: statements INPUT OUTPUT")
    parser.add_argument("--errors", action="store_true", help="name everything that differs")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    asked = parser.parse_args()
    rows: dict[str, dict[str, float]] = {}
    errors: list[str] = []
    with tempfile.TemporaryDirectory() as place:
        if asked.part == PARTS[0]:
            golds = every_gold(asked.example, asked.seeds, Path(place))
        else:
            golds = gold_in(asked.part)
        for name, paths in golds.items():
            rows[name] = means([evaluated(path, asked.predict, errors) for path in paths])
            print(f"\n{name}", *(f"  {k:<40}{v:.3f}" for k, v in rows[name].items()), sep="\n")
    if asked.json:
        asked.json.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    if asked.errors:
        print(*errors, sep="\n", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
