"""Reads the passages of `eval/grammar/*.yaml` and turns them into gold.

README.md says how a passage is written. Spans are named by their words; offsets are counted
here, and words that the text does not hold are refused. `python eval/grammar/passages.py OUT.json`
writes all passages as one gold file, texts included.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parents[0]), str(HERE.parents[0] / "statements")]

import yaml  # noqa: E402
from build import NotationError, Sentence, places, span  # noqa: E402

Record = dict[str, Any]

LINK = re.compile(
    r"(?P<far>~)?(?:(?P<mention>[^=]+?) = )?(?P<names>.+?) \((?P<kinds>[a-z_/]+)\)", re.DOTALL
)
ALONE = "none"
"""Stands for the chain that holds the publisher alone."""


def is_set_aside(name: str) -> bool:
    """Return whether a passage is only scored and never looked at while a reader is made.

    >>> is_set_aside("told-01"), is_set_aside("told-02")
    (True, False)
    """
    return int(hashlib.sha256(name.encode()).hexdigest()[-1], 16) % 2 == 0


def passages(folder: Path = HERE) -> list[Record]:
    """Return every passage as an article with gold, in the order of files and of passages.

    Raises:
        NotationError: a passage names words that it does not hold, or holds more than once.
    """
    made = []
    for file in sorted(folder.glob("*.yaml")):
        for category, rows in yaml.safe_load(file.read_text(encoding="utf-8")).items():
            made += [Passage(row, category, file.stem).gold() for row in rows]
    return made


class Passage:
    """One passage in notation and the gold that follows from it."""

    def __init__(self, row: Record, category: str, family: str) -> None:
        self.row, self.category, self.family = row, category, family
        self.text, self.ends = _joined(row["text"])
        self.whole = Sentence(self.text, 0, len(self.text))

    def gold(self) -> Record:
        """Return the passage in the form of gold, with its text.

        Raises:
            NotationError: as for `passages`; the passage is named.
        """
        outlet, _, published = self.row["in"].rpartition(", ")
        name = self.row["id"]
        try:
            statements = list(self._statements())
            frame = [self.whole.content(words) for words in self.row.get("boilerplate", [])]
        except (NotationError, KeyError) as error:
            raise NotationError(f"{self.family}.yaml, {name}: {error}") from error
        return {
            "file": name,
            "category": self.category,
            "family": self.family,
            "set_aside": is_set_aside(name),
            "outlet": outlet,
            "published": published,
            "url": "",
            "text": self.text,
            "aliases": {},
            "statements": statements,
            "boilerplate": [{"span": each, "why": "boilerplate"} for each in frame],
        }

    def _statements(self) -> Iterator[Record]:
        for number, row in enumerate(self.row["has"]):
            made = self._statement(row) | {"id": f"s{number}"}
            yield made
            origins = [chain[-1]["name"] for chain in made.get("co_chains", [])]
            if made["chain"][-1]["name"] in origins:  # two papers are told: a statement for each
                yield made | {"id": f"s{number}-again", "optional": True}

    def _statement(self, row: Record) -> Record:
        content = self._content(row["is"])
        inner = Sentence(self.text, content["start"], content["end"])
        around = self._sentence(content)
        by = row.get("by", ALONE)
        others = [*row.get("or", []), *_through(row.get("doc"), by)]
        sure = row["sure"].split()
        narrator = row.get("narr", sure[0] if by == ALONE else "Uu").split()
        return {
            "span": span(self.text, around.start, around.end),
            "chain": self._chain(by, around),
            "accept_chains": [self._chain(each, around) for each in others],
            "co_chains": [self._chain(each, around) for each in row.get("and", [])],
            "content": content,
            "head": inner.find(row["head"], first=True),
            "quotation": row.get("quote", "narration" if by == ALONE else "indirect"),
            "factuality": {"by_source": sure[0], "by_narrator": narrator[0]},
            "accept_factuality": sure,
            "accept_narrator": narrator,
            "times": [],
            "optional": bool(row.get("optional")),
            "why": row["why"],
        }

    def _content(self, words: str | list[str]) -> Record:
        """Return a content; one in pieces reaches from the first to the last of them."""
        if isinstance(words, str):
            return self.whole.content(words)
        pieces = [self.whole.content(each) for each in words]
        return span(self.text, pieces[0]["start"], pieces[-1]["end"]) | {"pieces": pieces}

    def _sentence(self, content: Record) -> Sentence:
        """Return the sentence, or the sentences, in which a content lies."""
        start = max(at for at, _ in self.ends if at <= content["start"])
        end = min(at for _, at in self.ends if at >= content["end"])
        return Sentence(self.text, start, end)

    def _chain(self, told: str, around: Sentence) -> list[Record]:
        """Return a chain from the publisher to the voice nearest the words."""
        words = [] if told == ALONE else told.split(" < ")
        links = [self._link(each, around) for each in words]
        for at, made in enumerate(links, 1):
            made["role"] = "origin" if at == len(links) else "relay"
        outlet = self.row["in"].rpartition(", ")[0]
        publisher = {"name": outlet, "type": "media_outlet", "role": "publisher"}
        return [publisher | {"implicit": True, "span": None}, *links]

    def _link(self, told: str, around: Sentence) -> Record:
        found = LINK.fullmatch(told.strip())
        if found is None:
            raise NotationError(f"{told!r} is no link: NAME (kind)")
        name, *others = found["names"].split("; ")
        first, *kinds = found["kinds"].split("/")
        made: Record = {"name": name, "type": first, "accept_types": [first, *kinds]}
        made |= {"accept_names": others} if others else {}
        if found["far"]:
            return made | {"implicit": True, "span": None}
        made |= {"implicit": False, "span": self._mention(found["mention"] or name, around)}
        if first == "unattributed":
            made["name"] = f"({name})"
        if found["mention"] and found["mention"] not in others:
            made["coref"] = name
        return made

    def _mention(self, words: str, around: Sentence) -> Record:
        """Return where a voice is named: in the sentence, else anywhere in the passage."""
        here = around if places(words, around.words) else self.whole
        return here.find(words, first=True)


def _through(document: str | None, by: str) -> Iterator[str]:
    """Yield the chains in which the origin speaks through a document, if there is one."""
    if document:
        *relays, origin = by.split(" < ")
        yield " < ".join([*relays, f"{document} (document)", origin])
        yield " < ".join([*relays, origin, f"{document} (document)"])


def _joined(lines: str) -> tuple[str, list[tuple[int, int]]]:
    """Return a text and where its sentences lie: one a line, an empty line ends a paragraph."""
    made, ends = "", []
    for block in lines.strip().split("\n\n"):
        made += "\n\n" * bool(made)
        for number, line in enumerate(block.split("\n")):
            made += " " * bool(number)
            ends.append((len(made), len(made) + len(line)))
            made += line
    return made, ends


def as_gold(rows: Sequence[Record]) -> Record:
    """Return passages as one gold file, the form of `eval/statements/gold.json`."""
    return {"about": "Short passages; see eval/grammar/README.md.", "documents": list(rows)}


def main() -> int:
    """Write all passages as one gold file and return the exit status."""
    if len(sys.argv) != 2:  # noqa: PLR2004 - the program and one file
        print("usage: python eval/grammar/passages.py OUT.json", file=sys.stderr)
        return 2
    gold = json.dumps(as_gold(passages()), ensure_ascii=False, indent=1)
    Path(sys.argv[1]).write_text(gold + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
