"""Measure all that can be measured, and refuse figures that are under their floors.

python eval/gate.py [--data DIR] [--only PART] [--set-floors] [--lower NAME]

DIR holds measuring data that is no part of the project (corpora that may be used but not
handed on); without it the parts that need it are skipped, and say so. Figures and a digest
of what was measured go to eval/figures.json. `--set-floors` raises floors to the figures of
this run; it never lowers one. `--lower NAME` does, for one figure; the changelog must then
say why (see check_floors.py).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE / "statements")]

from floors import as_row, better, is_under, read_floors, write_json  # noqa: E402
from measure import (  # noqa: E402
    AbsentError,
    Corpus,
    Figures,
    articles,
    confidence,
    copied,
    events,
    grammar,
    labels,
    linked,
    made_stories,
    negation,
    pairs,
    retrieved,
    scored,
    stance,
    topics,
)

from reportedly.errors import ReportedlyError  # noqa: E402

PARTS: Mapping[str, Callable[[Corpus], Figures]] = {
    "articles of the tests": articles.of_tests,
    "own articles": articles.own,
    "opened articles": articles.opened,
    "unseen articles": articles.unseen,
    "grammar (development)": grammar.development,
    "grammar (set aside)": grammar.aside,
    "events (development)": events.development,
    "events (set aside)": events.aside,
    "confidence": confidence.aside,
    "stories": linked.stories,
    "generated stories (development)": made_stories.development,
    "generated stories (set aside)": made_stories.aside,
    "example": articles.example,
    "variants of the example": articles.variants,
    "attribution": scored.attribution,
    "source kinds": labels.source_kinds,
    "times of news": scored.times_of_news,
    "times of tweets": scored.times_of_tweets,
    "factuality": labels.factuality,
    "factuality of news": labels.factuality_of_news,
    "factuality of own news": labels.factuality_of_own_news,
    "negation": negation.negation,
    "copies": copied.copies,
    "copies of rumours": copied.of_rumours,
    "possible copies": copied.of_possible,
    "same claim": linked.same_claim,
    "same claim on one topic (development)": topics.development,
    "same claim on one topic (set aside)": topics.aside,
    "claim retrieval": retrieved.claims,
    "stance of headlines": stance.of_headlines,
    "stance of articles": stance.of_articles,
    "pairs of claims": pairs.development,
    "pairs of claims (set aside)": pairs.aside,
    "provenance": linked.behind_claims,
}
FIGURES = HERE / "figures.json"
FLOORS = HERE / "floors.json"


def main() -> int:
    """Measure, print the table, and return the exit status."""
    asked = _asked()
    if asked.figures:
        figures = read_floors(asked.figures)
    else:
        figures, digests = measured(asked.only or list(PARTS), _data(asked.data))
        if not asked.only:
            keep(figures, digests)
    floors = read_floors(asked.floors)
    if unknown := [name for name in asked.lower if name not in figures]:
        print(f"There is no figure '{unknown[0]}' in this run to lower to.", file=sys.stderr)
        return 2
    raised = {**floors, **(better(floors, figures) if asked.set_floors else {})}
    raised |= {name: figures[name] for name in asked.lower}
    if raised != floors:
        write_json(asked.floors, raised)
    return verdict(figures, raised)


def measured(parts: Sequence[str], data: Path | None) -> tuple[Figures, dict[str, str]]:
    """Return the figures of some parts, and the digest of what each was measured on."""
    figures: Figures = {}
    digests: dict[str, str] = {}
    for part in parts:
        began = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            corpus = Corpus(data, Path(folder))
            try:
                found = PARTS[part](corpus)
            except AbsentError as error:
                print(f"{part}: skipped, for {error}.", file=sys.stderr)
                continue
            digests[part] = corpus.digest()
        figures |= {f"{part}: {name}": round(value, 4) for name, value in found.items()}
        print(f"{part}: measured in {time.monotonic() - began:.0f} s", file=sys.stderr)
    return figures, digests


def keep(figures: Figures, digests: Mapping[str, str]) -> None:
    """Write the figures; those of parts that were skipped stay as they were measured last."""
    held = json.loads(FIGURES.read_text(encoding="utf-8")) if FIGURES.exists() else {}
    before = {
        name: value
        for name, value in held.get("figures", {}).items()
        if name.partition(":")[0] not in digests
    }
    corpora = {**held.get("corpora", {}), **digests}
    write_json(FIGURES, {"figures": before | figures, "corpora": corpora})


def verdict(figures: Figures, floors: Figures) -> int:
    """Print a row for each figure and floor; return 1 where one is under its floor."""
    names = [*figures, *(name for name in floors if name not in figures)]
    print(f"{'measure':<58}{'figure':>9}{'floor':>9}  verdict")
    for name in names:
        print(as_row(name, figures.get(name), floors.get(name)))
    fallen = [n for n in figures if n in floors and is_under(n, figures[n], floors[n])]
    for name in fallen:
        print(
            f"'{name}' is {figures[name]:.4f} and must not be worse than {floors[name]:.4f}. "
            "Mend what made it worse, or lower the floor with "
            f"--lower '{name}' and say why in CHANGELOG.md.",
            file=sys.stderr,
        )
    return 1 if fallen else 0


def _data(named: Path | None) -> Path | None:
    path = named or (Path(given) if (given := os.environ.get("REPORTEDLY_DATA")) else None)
    if path is not None and not path.is_dir():
        print(f"There is no folder {path}: what needs it is skipped.", file=sys.stderr)
        return None
    return path.absolute() if path else None


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, help="measuring data (also: REPORTEDLY_DATA)")
    parser.add_argument("--only", action="append", choices=PARTS, metavar="PART", default=[])
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the floors (floors.json)")
    parser.add_argument("--figures", type=Path, help="judge these figures instead of measuring")
    parser.add_argument("--set-floors", action="store_true", help="raise floors to the figures")
    parser.add_argument("--lower", action="append", metavar="NAME", default=[])
    return parser.parse_args()


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (ReportedlyError, OSError) as error:
        sys.exit(f"{error}")
