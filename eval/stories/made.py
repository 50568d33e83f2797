"""Makes the stories: `made.py --write DIR` writes their texts and what is right.

They are drawn with a fixed seed and are the same everywhere. Half of them, by a hash of their
id, are only scored: whoever mends a reader does not look at these.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

HERE = Path(__file__).parent
if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent))

from stories.plot import Plot  # noqa: E402
from stories.plots import KNOWING, PLOTS  # noqa: E402
from stories.telling import Teller  # noqa: E402
from stories.truth import truth  # noqa: E402
from stories.world import Story  # noqa: E402

STORIES = 320
_LISTS = frozenset({"details", "around"})

Record = dict[str, Any]


def is_set_aside(identity: str) -> bool:
    """Return whether a story is only scored, and never looked at while software is mended.

    >>> is_set_aside("story-000"), is_set_aside("story-001")
    (True, True)
    """
    return int(hashlib.sha256(identity.encode()).hexdigest()[-1], 16) % 2 == 0


def stories(number: int = STORIES) -> Iterator[Story]:
    """Yield the stories, the same ones every time, plots and situations by turns."""
    every = [plot for plot, times in PLOTS for _ in range(times)]
    raw = _yaml("situations")
    situations = list(raw)
    for place in range(number):
        identity = f"story-{place:03}"
        chance = Random(f"{identity} of the stories that were made up")  # noqa: S311
        plot = every[place % len(every)]
        fitting = [name for name in situations if plot not in KNOWING or "knows" in raw[name]]
        name = fitting[(place + place // len(situations)) % len(fitting)]
        filled = _Filled(raw[name], chance)
        made = Plot(chance, filled.words, filled.party, _yaml("names"))
        plot(made)
        reports = tuple(made.reports)
        yield Story(identity, plot.__name__, filled.words, filled.said, reports)


def articles(story: Story) -> list[Record]:
    """Return the articles of a story, each with what is right once it is published."""
    chance = Random(f"{story.id} in words")  # noqa: S311
    texts = Teller(story, _yaml("phrases"), _yaml("names"), chance).texts
    return [
        {
            "file": f"{story.id}-{place:02}",
            "story": story.id,
            "plot": story.plot,
            "outlet": report.outlet.name if report.outlet.known else None,
            "url": f"https://{report.outlet.host}/{place}" if report.outlet.host else "",
            "published": report.at.isoformat(),
            "registered": report.outlet.listed,
            "text": text,
            "right": _right(story, place + 1),
        }
        for place, (report, text) in enumerate(zip(story.reports, texts, strict=True))
    ]


def _right(story: Story, number: int) -> Record:
    """Return what is right after so many reports."""
    found = truth(story.reports[:number])
    return {"N": [found.lo, found.hi], "status": found.status, "flags": sorted(found.flags)}


class _Filled:
    """A situation with its words drawn."""

    def __init__(self, raw: Mapping[str, Any], chance: Random) -> None:
        names = _yaml("names")
        state, people, town = chance.choice(names["states"])
        drawn = {key: chance.choice(values) for key, values in raw.get("with", {}).items()}
        drawn |= {"state": state, "people": people, "town": town}
        drawn["day"] = chance.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
        plain = {key: value for key, value in raw.items() if isinstance(value, str)}
        self.words = drawn | {key: value.format(**drawn) for key, value in plain.items()}
        self.party = {key: value.format(**drawn) for key, value in raw["party"].items()}
        for key, value in raw.get("knows", {}).items():
            self.words[f"knows.{key}"] = value.format(**drawn)
        if self.party["label"] == "state":
            self.party["label"] = state
        self.said = {name: [one.format(**drawn) for one in raw[name]] for name in sorted(_LISTS)}


@cache
def _yaml(name: str) -> Any:
    """Return what a file of words holds."""
    return yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))


def main() -> int:
    """Write the stories, one file of texts and one line of what is right for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--write", type=Path, required=True, metavar="DIR")
    parser.add_argument("--set-aside", action="store_true", help="also those that are only scored")
    asked = parser.parse_args()
    asked.write.mkdir(parents=True, exist_ok=True)
    for story in stories():
        if is_set_aside(story.id) and not asked.set_aside:
            continue
        told = articles(story)
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in told)
        (asked.write / f"{story.id}.jsonl").write_text(lines, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
