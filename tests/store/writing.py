"""Writes articles into a store until it is killed; run as a program by `test_crash.py`.

    python writing.py STORE FIRST

Prints the number of each article after its block has ended.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from itertools import count

from tests.build import make_document, make_statement

from reportedly import store


def write(place: str, first: int) -> None:
    """Write articles from a number on, one block each."""
    held = store.open(place)
    for number in count(first):
        paper = make_document("Example Post", f"Rain fell on street {number}.", "2023-11-03")
        said = make_statement(paper, paper.text)
        with held.write(now=datetime(2023, 11, 6, tzinfo=UTC)) as writer:
            writer.add([paper, said])
            writer.index(said.id, ["rain", f"street{number}"])
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    write(sys.argv[1], int(sys.argv[2]))
