"""Writes variants of gold articles with other names, numbers and dates.

`perturb.py GOLD.json FOLDER [--seeds 5]` writes `FOLDER/1/gold.json` and `FOLDER/1/articles/*.txt`
and so on. A reader that has learnt an article by heart fails on its variants; one that reads does
as well as before. The same seed gives the same variant.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from build import Record
from rename import Edit, Names
from score import articles_of
from shift import ISO_DAY, Shift, ShiftError, chosen

OF_TIMES = ("anchor", "accept_spans")  # fields that repeat the words of a time


class Variant:
    """One article of gold, told with other names, numbers and dates."""

    def __init__(self, gold: Record, text: str, seed: int) -> None:
        chance = random.Random(f"{gold['file']} {seed}")  # noqa: S311 - no secret is made here
        self.times = [t for statement in gold["statements"] for t in statement["times"]]
        self.shift: Shift = chosen(gold["published"], self.times, chance)
        self.names = Names(text, gold, chance)
        self.old = text
        self.said: dict[str, str] = {}
        self.edits = self._edits()
        self.text = self._text()
        self.gold: Record = self.rewritten(gold)
        self.gold["file"] = f"{Path(gold['file']).stem}-{seed}.txt"
        self.gold["url"] = ""

    def _edits(self) -> list[Edit]:
        """Returns the replacements in text order; those of dates come before all others."""
        made: dict[tuple[int, int], Edit] = {}
        for time in self.times:
            start, end, words = (time["span"][key] for key in ("start", "end", "text"))
            self.said[words] = self.shift.words(words, time["value"])
            made[start, end] = Edit(start, end, self.said[words])
        dates = list(made)
        for edit in self.names.edits(self.old):
            if not any(start < edit.end and edit.start < end for start, end in dates):
                made[edit.start, edit.end] = edit
        return sorted(made.values(), key=lambda edit: edit.start)

    def _text(self) -> str:
        parts, at = [], 0
        for edit in self.edits:
            parts += [self.old[at : edit.start], edit.words]
            at = edit.end
        return "".join(parts) + self.old[at:]

    def moved(self, offset: int, *, ends: bool) -> int:
        """Returns where an offset of the old text lies in the new one.

        An offset inside a replaced name moves to the edge of the new name that encloses it.
        """
        grown = 0
        for edit in self.edits:
            if edit.start >= offset:
                break
            if edit.end > offset:
                return edit.start + grown + (len(edit.words) if ends else 0)
            grown += len(edit.words) - (edit.end - edit.start)
        return offset + grown

    def rewritten(self, part: Any, key: str = "") -> Any:
        """Returns a part of gold as it holds for the new text."""
        if isinstance(part, list):
            return [self.rewritten(each, key) for each in part]
        if isinstance(part, str):
            return self.string(part, key)
        if not isinstance(part, dict):
            return part
        names = key == "aliases"  # the one place where a key is a name
        made = {
            self.names.renamed(k) if names else k: self.rewritten(v, k) for k, v in part.items()
        }
        if part.keys() >= {"start", "end", "text"}:
            start, end = self.moved(part["start"], ends=False), self.moved(part["end"], ends=True)
            made |= {"start": start, "end": end, "text": self.text[start:end]}
        if "timex_type" in part:
            made |= self.shift.time(part)
        return made

    def string(self, words: str, key: str) -> str:
        """Returns a string of gold with its names, numbers and days exchanged."""
        if key in OF_TIMES:
            for old, new in self.said.items():
                words = re.sub(rf"\b{re.escape(old)}(?!\w)", new, words)
            return words
        pieces, at = [], 0
        for day in ISO_DAY.finditer(words):
            pieces += [self.names.renamed(words[at : day.start()]), self.shift.day(day[0])]
            at = day.end()
        return "".join(pieces) + self.names.renamed(words[at:])


def variants(gold: Record, folder: Path, seed: int) -> tuple[Record, dict[str, str], list[str]]:
    """Returns a gold file of variants, their texts by file name, and what could not be varied.

    Args:
        gold: a gold file.
        folder: where its articles lie.
        seed: which variant; the same seed gives the same one.
    """
    texts: dict[str, str] = {}
    documents, left_out = [], []
    for document in gold["documents"]:
        text = (folder / document["file"]).read_bytes().decode("utf-8")
        try:
            variant = Variant(document, text, seed)
        except ShiftError as error:
            left_out.append(f"{document['file']}: {error}")
            continue
        texts[variant.gold["file"]] = variant.text
        documents.append(variant.gold)
    return {"about": "A variant.", "aliases": {}, "documents": documents}, texts, left_out


def write(gold: Path, folder: Path, seeds: Sequence[int]) -> list[Path]:
    """Writes the variants of a gold file, one folder per seed; returns their gold files."""
    known = json.loads(gold.read_text(encoding="utf-8"))
    made = []
    for seed in seeds:
        varied, texts, left_out = variants(known, articles_of(gold), seed)
        place = folder / str(seed)
        (place / "articles").mkdir(parents=True, exist_ok=True)
        for file, text in texts.items():
            (place / "articles" / file).write_bytes(text.encode("utf-8"))
        made.append(place / "gold.json")
        made[-1].write_text(json.dumps(varied, ensure_ascii=False, indent=1), encoding="utf-8")
        for line in left_out:
            print(f"left out: {line}", file=sys.stderr)
    return made


def main() -> int:
    """Writes the variants that are asked for and names them; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seeds", type=int, default=5, help="how many variants (5)")
    asked = parser.parse_args()
    for path in write(asked.gold, asked.folder, range(1, asked.seeds + 1)):
        print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
