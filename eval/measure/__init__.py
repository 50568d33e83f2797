"""Measures: predictions beside gold -> figures."""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import rows

Figures = dict[str, float]


class AbsentError(Exception):
    """What a part measures on is not there; the message says so in a sentence."""


@dataclass
class Corpus:
    """What a part is measured on, and where it works.

    Attributes:
        data: the folder of measuring data that is not part of the project, if there is one.
        work: a folder for questions and answers.
        used: the files and folders that were asked for.
    """

    data: Path | None
    work: Path
    used: list[Path] = field(default_factory=list)

    def need(self, *parts: str) -> Path:
        """Return a file or folder of the measuring data.

        Raises:
            AbsentError: it is not there.
        """
        if self.data is None:
            raise AbsentError("no folder of measuring data was named")
        path = self.data.joinpath(*parts)
        if not path.exists():
            raise AbsentError(f"there is no {path}")
        return self.own(path)

    def own(self, path: Path) -> Path:
        """Return a file or folder of the project that is measured on."""
        self.used.append(path)
        return path

    def digest(self) -> str:
        """Return the SHA-256 of all that was measured on, names and contents."""
        sums = hashlib.sha256()
        for path in self.used:
            for file in sorted(_files(path)):
                sums.update(str(file.relative_to(path.parent)).encode())
                sums.update(hashlib.sha256(file.read_bytes()).digest())
        return sums.hexdigest()

    def answer(self, task: str, questions: Path | list[rows.Row]) -> Path:
        """Return the predictions of a task for a file or folder, or for rows."""
        if isinstance(questions, list):
            asked = self.work / f"{task}.jsonl"
            rows.write(asked, questions)
        else:
            asked = questions
        answered = self.work / f"{task}.answers"
        importlib.import_module(f"tasks.{task}").predict(asked, answered)
        return answered

    def answers(self, task: str, questions: Path | list[rows.Row]) -> list[rows.Row]:
        """Return the predictions of a task that answers in JSON Lines."""
        return list(rows.read(self.answer(task, questions)))


def _files(path: Path) -> Iterator[Path]:
    """Yield the files of measuring data; what programs leave behind is none."""
    found = path.rglob("*") if path.is_dir() else [path]
    return (file for file in found if file.is_file() and "__pycache__" not in file.parts)
