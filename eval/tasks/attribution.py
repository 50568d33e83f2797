"""Attribution relations: a folder of *.txt -> a line per document.

A corpus that marks only the outermost attribution (PolNeAR) is answered with what the trained
model hears; by rules alone, with the first voice after the outlet, its cue, and all that is
said under it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from reportedly import known, models, read
from reportedly.known import Known
from reportedly.models import Model
from reportedly.models.windows import paragraphs
from reportedly.read.sourceless import sourceless
from reportedly.values.document import document
from reportedly.values.statement import Attribution, Statement
from reportedly.values.when import Span


def predict(source: Path, target: Path) -> None:
    """Write a line per document with its attribution relations."""
    lists, model = known.load(), models.reader()
    with target.open("w", encoding="utf-8") as out:
        for path in sorted(source.glob("*.txt")):
            with path.open(encoding="utf-8", newline="") as file:
                text = file.read()
            found = heard(text, model) or relations(text, _read(text, lists, model))
            line = {"id": path.stem, "attributions": list(found)}
            out.write(json.dumps(line, ensure_ascii=False) + "\n")


def heard(text: str, model: Model) -> list[dict[str, Sequence[tuple[int, int]]]]:
    """Return the relations that a trained model hears, and those of nobody; none without one."""
    blocks = list(paragraphs(text))
    found = model.hear(blocks)
    if not found.relations:
        return []
    pages = [(start, page) for (start, _), page in zip(blocks, found.pages, strict=True)]
    every = [*found.relations, *sourceless(pages, found.relations)]
    return [{"source": r.source, "cue": r.cue, "content": r.content} for r in every]


def _read(text: str, lists: Known, model: Model) -> Sequence[Statement]:
    article = document(text, first_seen=datetime.now(UTC))
    return read.read(article, known=lists, model=model)


def relations(text: str, statements: Sequence[Statement]) -> Iterator[dict[str, list[list[int]]]]:
    """Yield one relation for each outermost voice and cue, with all that it governs."""
    grouped: dict[tuple[Span | None, Span | None], list[Span]] = {}
    for statement in statements:
        voice = _outermost(statement)
        if voice is None or (voice.cue_at is None and voice.named_at is None):
            continue
        key = (voice.named_at if voice.actor.kind != "unattributed" else None, voice.cue_at)
        grouped.setdefault(key, []).extend(statement.content)
    for (named, cue), content in grouped.items():
        whole = {_with_marks(text, span) for span in content}
        yield {
            "source": _pairs([named] if named else []),
            "cue": _pairs([cue] if cue else []),
            "content": _pairs(_joined(sorted(whole, key=lambda s: s.start))),
        }


def _with_marks(text: str, span: Span) -> Span:
    """Return a content with its "that" and its quotation marks, as the corpus has it."""
    start, end = span.start, span.end
    if text[max(0, start - 5) : start].lower() == "that ":
        start -= 5
    if start and text[start - 1] in '"“‘':
        start -= 1
    tail = re.match(r"[.,!?]?[\"”]", text[end:])
    return Span(start, end + tail.end() if tail else end)


def _outermost(statement: Statement) -> Attribution | None:
    """Return the voice that speaks in the sentence itself: the last relay told is no speaker."""
    spoken = [a for a in statement.chain[1:] if a.named_at is not None]
    if not spoken:
        return None
    first = spoken[0]
    same_cue = [a for a in spoken if a.cue_at == first.cue_at]
    return same_cue[-1]


def _joined(spans: Sequence[Span]) -> list[Span]:
    """Return spans with those that nearly touch made one."""
    out: list[Span] = []
    for span in spans:
        if out and span.start <= out[-1].end + len(", and "):
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out


def _pairs(spans: Sequence[Span]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]
