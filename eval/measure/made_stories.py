"""Stories that were made up, whose origins and status are known: N, status and flags.

Beside the product stand what costs nothing: to answer always the same bounds, to count the
outlets, and to count the texts that are not copies of one another.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import rows
from stories import made

from measure import Corpus, Figures

CONSTANTS = ((1, 1), (1, 2), (1, 3))
MOST_WORDS = 60_000
"""Words of articles to which a run is held, for time; REPORTEDLY_ALL_STORIES takes all."""

Told = Mapping[str, Sequence[rows.Row]]


def development(corpus: Corpus) -> Figures:
    """Return the figures of the half that software may be mended on."""
    return _of_half(corpus, set_aside=False)


def aside(corpus: Corpus) -> Figures:
    """Return the figures of the half that is only scored."""
    return _of_half(corpus, set_aside=True)


def _of_half(corpus: Corpus, *, set_aside: bool) -> Figures:
    corpus.own(made.HERE)
    told = dict(_chosen(set_aside=set_aside))
    asked = [_question(row) for articles in told.values() for row in articles]
    said = {row["after"]: row for row in corpus.answers("claims", asked)}
    if not set_aside:
        _show(told, said)
    return figures(told, said)


def _chosen(*, set_aside: bool) -> Iterator[tuple[str, Sequence[rows.Row]]]:
    """Yield stories of one half with their articles, as many as time allows."""
    left = MOST_WORDS if not os.environ.get("REPORTEDLY_ALL_STORIES") else sys.maxsize
    for story in made.stories():
        if made.is_set_aside(story.id) != set_aside:
            continue
        articles = made.articles(story)
        left -= sum(len(row["text"].split()) for row in articles)
        if left < 0:
            return
        yield story.id, articles


def _question(row: rows.Row) -> rows.Row:
    return {key: value for key, value in row.items() if key not in {"right", "plot"}}


def figures(told: Told, said: Mapping[str, rows.Row]) -> Figures:
    """Return the measures, each between 0 and 1, of the stories at their ends."""
    ends = [articles[-1] for articles in told.values()]
    got = {row["file"]: said[row["file"]] for row in ends}
    every = [row for articles in told.values() for row in articles]
    right = [row["right"] for row in ends]
    found: Figures = {
        "stories": float(len(ends)),
        "lo exact": _share(got[r["file"]]["N"][0] == r["right"]["N"][0] for r in ends),
        "hi exact": _share(got[r["file"]]["N"][1] == r["right"]["N"][1] for r in ends),
        "N exact": _share(got[r["file"]]["N"] == r["right"]["N"] for r in ends),
        "N exact after each article": _share(
            said[r["file"]]["N"] == r["right"]["N"] for r in every
        ),
        "status": _share(got[r["file"]]["status"] == r["right"]["status"] for r in ends),
        "false corroborated": _share(
            got[r["file"]]["status"] == "corroborated" != r["right"]["status"] for r in ends
        ),
        "flags F1": _flags(ends, got),
    }
    for bounds in CONSTANTS:
        found[f"always {list(bounds)}, N exact"] = _share(one["N"] == list(bounds) for one in right)
    found["outlets counted, hi exact"] = _share(
        len({_publisher(row) for row in articles}) == articles[-1]["right"]["N"][1]
        for articles in told.values()
    )
    found["copies left out, hi exact"] = _share(
        len({_body(row) for row in articles}) == articles[-1]["right"]["N"][1]
        for articles in told.values()
    )
    return found


def _flags(ends: Sequence[rows.Row], got: Mapping[str, rows.Row]) -> float:
    """Return the F1 of single flags over all stories."""
    both = said = right = 0
    for row in ends:
        mine, meant = set(got[row["file"]]["flags"]), set(row["right"]["flags"])
        both, said, right = both + len(mine & meant), said + len(mine), right + len(meant)
    return 2 * both / ((said + right) or 1)


def _publisher(row: rows.Row) -> str:
    return str(row["outlet"] or row["url"])


def _body(row: rows.Row) -> str:
    """Return the first paragraph below the headline, which a copy shares with its source."""
    return str(row["text"]).split("\n\n")[1]


def _share(held: Iterator[bool]) -> float:
    every = list(held)
    return sum(every) / (len(every) or 1)


def _show(told: Told, said: Mapping[str, rows.Row]) -> None:
    """Name the stories that stand otherwise than they should, by their plots."""
    wrong: dict[str, list[str]] = defaultdict(list)
    for story, articles in told.items():
        got, right = said[articles[-1]["file"]], articles[-1]["right"]
        if got["N"] != right["N"] or got["status"] != right["status"]:
            wrong[articles[-1]["plot"]].append(
                f"{story} {got['N']} {got['status']}, not {right['N']} {right['status']}"
            )
    for plot, lines in sorted(wrong.items()):
        print(f"  {plot}: {'; '.join(lines)}", file=sys.stderr)
