"""Fail when a floor was lowered and the changelog does not name it.

Compares eval/floors.json with the one of the commit before; what CHANGELOG.md says under
Unreleased must hold the name of each floor that became less strict or was dropped.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from floors import Figures, is_under, parsed, read_floors

PATH = "eval/floors.json"
UNRELEASED = re.compile(r"^## \[?Unreleased\]?.*?$(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)


def main() -> int:
    """Return 1 where a floor was lowered in silence."""
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1]
    before = _before(root)
    if before is None:
        print("Floors: no earlier version to compare with; nothing to check.")
        return 0
    now = read_floors(root / PATH)
    changelog = root / "CHANGELOG.md"
    said = unreleased(changelog.read_text(encoding="utf-8") if changelog.exists() else "")
    silent = [name for name in lowered(before, now) if name not in said]
    for name in silent:
        print(
            f"The floor of '{name}' was lowered from {before[name]} to {now.get(name, 'none')}. "
            "Name it under Unreleased in CHANGELOG.md and say why, or raise it again.",
            file=sys.stderr,
        )
    return 1 if silent else 0


def lowered(before: Figures, now: Figures) -> list[str]:
    """Return the names of floors that became less strict, or are gone."""
    return [
        name
        for name, floor in before.items()
        if name not in now or is_under(name, now[name], floor)
    ]


def unreleased(changelog: str) -> str:
    """Return what a changelog says of the version to come."""
    part = UNRELEASED.search(changelog)
    return part[1] if part else ""


def _before(root: Path) -> Figures | None:
    """Return the floors of the last commit if they differ from today's, else of the one before.

    None where git is missing, or the history does not reach so far.
    """
    if shutil.which("git") is None:
        return None
    held: Figures | None = None
    for commit in ("HEAD", "HEAD~1"):
        shown = subprocess.run(  # noqa: S603 - fixed words
            ["git", "-C", str(root), "show", f"{commit}:{PATH}"],  # noqa: S607 - as PATH has it
            check=False,
            capture_output=True,
            text=True,
        )
        if shown.returncode:
            return None
        held = parsed(shown.stdout, f"{PATH} of {commit}")
        if held != read_floors(root / PATH):
            return held
    return held


if __name__ == "__main__":
    sys.exit(main())
