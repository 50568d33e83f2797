"""Three short articles on one claim, and the command line to give them to."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from reportedly.show.cli import cli

POST = (
    "Iran to send Pantsir systems to Syria\n\n"
    "Iran will send 12 Pantsir systems to Syria, a U.S. official told the Example Post on"
    " Monday. The systems may arrive in April, the official said."
)
WIRE = (
    "Report: Iran to send air defences\n\n"
    "Iran will send 12 Pantsir systems to Syria, the Example Post reported on Monday, citing"
    " a U.S. official. The price of bread has risen in Damascus, shopkeepers said."
)
DAILY = (
    "Iran denies plan\n\n"
    "Iran will not send 12 Pantsir systems to Syria, Iranian Foreign Ministry spokesman Nasser"
    " Example said on Wednesday. Snow fell in Tehran in the morning."
)
ARTICLES = (
    ("post.txt", "Example Post", "2024-03-04", POST),
    ("wire.txt", "Sample Wire", "2024-03-05", WIRE),
    ("daily.txt", "Mock Daily", "2024-03-06", DAILY),
)


@dataclass(frozen=True)
class Place:
    """A folder with articles and a desk in it."""

    folder: Path

    @property
    def desk(self) -> Path:
        """The folder of the desk."""
        return self.folder / "desk"

    def run(self, *words: str, given: str | None = None) -> Result:
        """Return what the command line answers about this desk."""
        return run("--desk", str(self.desk), *words, given=given)

    def lines(self, *words: str) -> list[dict[str, object]]:
        """Return the JSON Lines that a command prints."""
        result = self.run(*words, "--json")
        assert result.exit_code == 0, result.stderr
        return [json.loads(line) for line in result.stdout.splitlines()]

    @property
    def claim(self) -> str:
        """The id of the claim that all three report."""
        return str(self.lines("claims")[0]["id"])


def run(*words: str, given: str | None = None) -> Result:
    """Return what the command line answers."""
    return CliRunner().invoke(cli, words, input=given, prog_name="reportedly")


def written(folder: Path) -> Path:
    """Write the articles with a side-car each, and return their folder."""
    place = folder / "articles"
    place.mkdir()
    for name, outlet, published, text in ARTICLES:
        (place / name).write_text(text, encoding="utf-8")
        said = {"outlet": outlet, "published": published}
        (place / f"{name}.json").write_text(json.dumps(said), encoding="utf-8")
    return place
