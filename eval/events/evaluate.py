"""Reads the clauses and prints the figures of both halves: `evaluate.py [--errors]`.

What differs is named for the half that a reader may be mended on only.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

EVAL = Path(__file__).parents[1]
sys.path[:0] = [str(EVAL), str(EVAL / "statements")]

from measure import Corpus, events  # noqa: E402

from events import clauses  # noqa: E402

HALVES = {"development": False, "set aside": True}


def main() -> int:
    """Print the figures and return the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--errors", action="store_true", help="name what differs in development")
    given = parser.parse_args()
    every = clauses.clauses()
    for half, set_aside in HALVES.items():
        asked = [row for row in every if row["set_aside"] == set_aside]
        with tempfile.TemporaryDirectory() as folder:
            counted = list(events.counted(Corpus(None, Path(folder)), asked))
        print(f"\n{half} ({len(asked)} clauses)")
        for name, value in events.figures(sum((c for c, _ in counted), Counter())).items():
            print(f"  {name:<18}{value:.3f}")
        if given.errors and not set_aside:
            for row, (_, unlike) in zip(asked, counted, strict=True):
                for slot, gold, read in unlike:
                    print(f"{row['file']}: {row['text']}\n    {slot}: {gold} / {read}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
