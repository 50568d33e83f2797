"""What the commands in a page print: run anew and written under them.

A page names its commands in a comment, and what lies between it and `<!-- end -->` is made:

    <!-- run
    reportedly --desk tutorial claims --limit 1
    -->
    ...
    <!-- end -->

They run one after another in one new folder, from which `src` leads to the source, and print
as a terminal of 80 columns shows it. `CLAIM` stands for the id that the last list of claims
named first. `| head -n 9` is kept; everything else that a shell can do is possible, too.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

_RUN = re.compile(r"(<!-- run\n(?P<commands>.*?)\n-->\n).*?(<!-- end -->)", re.DOTALL)
_ID = re.compile(r"^ ?(?P<id>[0-9a-f]{8})\b", re.MULTILINE)


def filled(page: str, name: str, text: str) -> str:
    """Return a page with other text between `<!-- name -->` and the next `<!-- end -->`."""
    region = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    return region.sub(lambda found: f"{found[1]}{text}\n{found[2]}", page)


def replayed(path: Path, root: Path) -> str:
    """Return a page with what its commands print now."""
    page = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        (Path(place) / "src").symlink_to(root / "src")
        session = _Session(Path(place))
        return _RUN.sub(lambda found: found[1] + session.block(found["commands"]) + found[3], page)


class _Session:
    """Commands that run one after another in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._claim = "CLAIM"

    def block(self, commands: str) -> str:
        """Return the commands of a block, each with what it prints."""
        shown = [self._answered(command) for command in commands.splitlines()]
        return "```console\n" + "\n".join(shown) + "\n```\n"

    def _answered(self, command: str) -> str:
        typed = command.replace("CLAIM", self._claim)
        done = subprocess.run(  # noqa: S603  # the commands are those of our own pages
            ["bash", "-c", f"set -e; {typed}"],  # noqa: S607  # as a reader would
            cwd=self._folder,
            env=_environment(),
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"`{typed}` failed ({done.returncode}): {done.stderr}")
        if named := _ID.search(done.stdout):
            self._claim = named["id"] if " claims" in typed else self._claim
        lines = [line.rstrip() for line in done.stdout.splitlines()]
        return "\n".join([f"$ {typed}", *lines]).rstrip()


def _environment() -> dict[str, str]:
    """Return the environment of a reader with a plain terminal and no settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("REPORTEDLY_", "COV_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
    plain = {"FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "80", "LC_ALL": "C.UTF-8"}
    return kept | plain | {"PATH": path}
