"""Reads the passages and prints the figures by family: `evaluate.py [--by category] [--errors]`.

Two tables: of the half that a reader may be mended on, and of the half that is set aside. What
differs is named for the first one only.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

EVAL = Path(__file__).parents[1]
sys.path[:0] = [str(EVAL), str(EVAL / "statements")]

import rows  # noqa: E402
from measure import Corpus, Figures, grammar  # noqa: E402

from grammar import passages  # noqa: E402

HALVES = {"development": False, "set aside": True}
ALL = "in all"


def table(
    asked: Sequence[rows.Row], counts: Sequence[Counter[str]], by: str
) -> dict[str, tuple[int, Figures]]:
    """Return how many passages and which figures each group has, and all of them together."""
    groups: dict[str, Counter[str]] = {}
    for row, count in zip(asked, counts, strict=True):
        for name in (row[by], ALL):
            groups[name] = groups.get(name, Counter()) + count
    groups[ALL] = groups.pop(ALL, Counter())
    return {name: (n["passages"], grammar.figures(n)) for name, n in groups.items()}


def shown(title: str, made: dict[str, tuple[int, Figures]]) -> str:
    """Return a table as lines of text."""
    names = list(made[ALL][1])
    lines = [f"\n{title:<26}{'n':>5}  " + "  ".join(names)]
    for group, (count, found) in made.items():
        cells = (f"{found[name]:>{len(name)}.3f}" for name in names)
        lines.append(f"{group:<26}{count:>5}  " + "  ".join(cells))
    return "\n".join(lines)


def main() -> int:
    """Print both tables and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--by", choices=["family", "category"], default="family")
    parser.add_argument("--errors", action="store_true", help="name what differs in development")
    parser.add_argument("--json", type=Path, help="also write the figures to this file")
    given = parser.parse_args()
    every = passages.passages()
    kept: dict[str, dict[str, Figures]] = {}
    for half, set_aside in HALVES.items():
        asked = [row for row in every if row["set_aside"] == set_aside]
        with tempfile.TemporaryDirectory() as folder:
            counts, errors = grammar.counted(Corpus(None, Path(folder)), asked)
        made = table(asked, counts, given.by)
        print(shown(half, made))
        kept[half] = {group: found for group, (_, found) in made.items()}
        if given.errors and not set_aside:
            print(*errors, sep="\n", file=sys.stderr)
    if given.json:
        given.json.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
