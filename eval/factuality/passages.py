"""The passages of newswire.txt as questions with labels.

A line is a passage. `word{+1.5}` labels the event that the word names; `# kind` opens the
passages that were written to show that kind. Nothing else is marked up.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

SOURCE = Path(__file__).parent / "newswire.txt"
DEGREES = (-3.0, -2.25, -1.5, -0.75, 0.0, 0.75, 1.5, 2.25, 3.0)
_MARK = re.compile(r"\{([^}]*)\}")

Half = Literal["dev", "set_aside"]


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its labels.

    Attributes:
        kind: what it was written to show.
        text: without marks.
        events: position of the word among those between spaces, and its degree.
    """

    kind: str
    text: str
    events: tuple[tuple[int, float], ...]

    @property
    def half(self) -> Half:
        """Which half it belongs to, by its text alone."""
        return "set_aside" if hashlib.sha256(self.text.encode()).digest()[0] % 2 else "dev"

    def row(self) -> dict[str, object]:
        """Return it in the form that the task `factuality` takes."""
        targets = [{"span1": [at, at + 1], "label": degree} for at, degree in self.events]
        return {"text": self.text, "targets": targets}


def passages(half: Half | None = None, *, source: Path = SOURCE) -> list[Passage]:
    """Return the passages of a half, or all, in the order of the file."""
    found = _read(source.read_text(encoding="utf-8"))
    return [passage for passage in found if half in {None, passage.half}]


def _read(text: str) -> Iterator[Passage]:
    kind = ""
    for line in text.splitlines():
        if line.startswith("#"):
            kind = line.lstrip("# ")
        elif line.strip():
            yield _passage(kind, line)


def _passage(kind: str, line: str) -> Passage:
    marked = [
        (at, float(mark[1]))
        for at, word in enumerate(line.split(" "))
        if (mark := _MARK.search(word))
    ]
    return Passage(kind, _MARK.sub("", line), tuple(marked))
