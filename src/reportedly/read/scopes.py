"""Which clauses of a sentence an act of saying covers."""

from __future__ import annotations

from reportedly.models import Sentence
from reportedly.read.clauses import Clause, has_subject, is_content
from reportedly.read.cues import is_cue

_SHORT = 8
"""Words below which a clause of saying may be a mere parenthesis."""


def scope_of(sentence: Sentence, found: list[Clause], home: int, index: int) -> list[int]:
    """Return the clauses that "according to" covers: its own, and those coordinated with it.

    At the beginning it covers what follows; at the end, what stands before it.
    """
    here = next((c for c in found if c.head == home), None)
    if here is None or here.kind == "relative":
        return [home]
    before = here.head > index
    level = [
        c
        for c in found
        if c.governor == here.governor
        and c.kind in {"main", "coordinate", "content"}
        and (c.head == home or c.kind == "main" or not _speaks_for_itself(sentence, c.head))
    ]
    if here.governor is not None:
        return [c.head for c in level if home in {c.head, c.above}]
    if before:
        return [c.head for c in level]
    return [c.head for c in level if c.words and c.words[0] <= index]


def with_coordinates(sentence: Sentence, contents: list[int], found: list[Clause]) -> list[int]:
    """Return content clauses with those coordinated with them.

    But for those in which somebody else speaks ("..., while engineers warn that ...").
    """
    out = list(contents)
    for clause in found:
        beside = clause.kind in {"coordinate", "adverbial"} and clause.governor is None
        if beside and clause.above in out and not _speaks_for_itself(sentence, clause.head):
            out.append(clause.head)
    return out


def _speaks_for_itself(sentence: Sentence, head: int) -> bool:
    marks = {t.lower for t in sentence.kids(head, "mark", "advmod")}
    contents = [c for c in sentence.tokens[head].children if is_content(sentence, head, c)]
    told = bool(contents) and is_cue(sentence, head) and has_subject(sentence, head)
    return told and not marks & {"that", "because", "after", "as", "since", "when"}


def between_commas(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a coordinated clause is a bare "X said" set off by commas."""
    first, last = clause.words[0], clause.words[-1]
    before = sentence.tokens[first - 1].text if first else ","
    after = sentence.tokens[last + 1].text if last + 1 < len(sentence.tokens) else "."
    return (
        before in {",", "”", '"', "—", "–"}
        and after in {",", ".", "—", "–"}
        and last - first < _SHORT
    )


def clause_of(found: list[Clause], index: int) -> int:
    """Return the head of the clause whose words hold this position."""
    for clause in found:
        if index in clause.words or index == clause.head:
            return clause.head
    return index


def around(found: list[Clause], index: int, above: int) -> int:
    """Return the clause in whose words a parenthetical stands, else the one above it."""
    for clause in found:
        inside = clause.words and clause.words[0] < index < clause.words[-1]
        if inside and clause.head != index and index not in clause.words:
            return clause.head
    return clause_of(found, above)
