"""The stance of a report to a claim: JSONL {"claim", "text"} -> {"stance", "side", "related"}.

`stance` is unrelated, discuss, agree or disagree (FNC-1); `side` is the same for a report
that is known to speak of the claim. A text of one line is a headline. Each text is read once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import log
from pathlib import Path

import rows

from reportedly import known, models, read
from reportedly.link.profile import profile
from reportedly.link.stance import RELATED, Form, stance
from reportedly.values.claim import Stance
from reportedly.values.document import document
from reportedly.values.statement import Statement

NOW = datetime(2000, 1, 1, tzinfo=UTC)
SIDES: Mapping[Stance, str] = {"supports": "agree", "denies": "disagree", "comment": "discuss"}
Told = Mapping[str, Sequence[Statement]]


def predict(source: Path, target: Path) -> None:
    """Write the stance of each report."""
    given = list(rows.read(source, "claim", "text"))
    told = _read(dict.fromkeys(row[field] for row in given for field in ("claim", "text")))
    rows.write(target, stances(given, told))


def stances(given: Sequence[rows.Row], told: Told) -> Iterator[rows.Row]:
    """Yield the stance of each report, with what is read of each text."""
    rare = rarity(list(told.values()))
    for row in given:
        form: Form = "article" if "\n" in row["text"].strip() else "line"
        found = stance(told[row["claim"]], told[row["text"]], rare, form)
        side = SIDES[found.stance]
        yield {
            "stance": side if found.related >= RELATED else "unrelated",
            "side": side,
            "related": round(found.related, 4),
        }


def rarity(texts: Sequence[Sequence[Statement]]) -> dict[str, float]:
    """Return what each word weighs: more where fewer of the texts have it."""
    held: Counter[str] = Counter()
    for statements in texts:
        held.update({word for said in statements for word in profile(said).words})
    return {word: log(1 + len(texts) / (1 + count)) for word, count in held.items()}


def _read(texts: Mapping[str, None]) -> Told:
    lists, model = known.load(), models.reader()
    return {
        text: read.read(
            document(text, outlet=f"outlet {n}", url=f"row:{n}", first_seen=NOW),
            known=lists,
            model=model,
        )
        for n, text in enumerate(texts)
    }
