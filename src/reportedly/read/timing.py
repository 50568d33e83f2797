"""Which times belong to a statement, and whether they date it, its telling or something beside."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.read.clauses import Clause
from reportedly.read.contents import Content
from reportedly.read.placed import Placed
from reportedly.values.statement import Timed
from reportedly.values.when import Span, TimeRole, When


def timed(
    placed: Placed, content: Content, spans: Sequence[Span], times: Sequence[When]
) -> tuple[Timed, ...]:
    """Return the times of a statement: in its words, in those of saying, in its asides.

    Args:
        placed: the sentence.
        content: the words of the statement.
        spans: where they stand.
        times: the times of the document.
    """
    whole, saying = placed.span, _saying_heads(content.clause, placed.clauses)
    out: list[Timed] = []
    for when in times:
        if when.span is None or not whole.start <= when.span.start < whole.end:
            continue
        head, aside = _owner(placed, when.span)
        role: TimeRole | None = None
        if any(s.start <= when.span.start < s.end for s in spans):
            role = "embedded" if aside or _in_noun(placed, when.span) else "event"
        elif head == content.head and aside:
            role = "embedded"
        elif head in saying or head == content.head:
            role = "utterance" if saying else "event"
        if role is not None:
            out.append(Timed(when, role))
    return tuple(out)


def _owner(placed: Placed, span: Span) -> tuple[int, bool]:
    """Return the clause that a time stands in, and whether it is in an aside of it."""
    sentence = placed.sentence
    position = _position(placed, span.start)
    for clause in placed.clauses:
        if position in clause.words:
            return clause.head, False
        for aside in clause.asides:
            if position in sentence.subtree(aside):
                return clause.head, True
    # In words that were trimmed off: it belongs to the nearest clause above.
    heads = {clause.head for clause in placed.clauses}
    while position != sentence.tokens[position].head:
        position = sentence.tokens[position].head
        if position in heads:
            return position, False
    return position, False


def _position(placed: Placed, at: int) -> int:
    """Return the position of the word at an offset of the document."""
    tokens = placed.sentence.tokens
    return next((t.index for t in tokens if t.end + placed.offset > at), len(tokens) - 1)


def _in_noun(placed: Placed, span: Span) -> bool:
    """Tell whether a time stands before a noun that it dates ("the Oct. 7 attack")."""
    tokens = placed.sentence.tokens
    first, last = _position(placed, span.start), _position(placed, span.end - 1)
    top = last
    while first <= tokens[top].head <= last and tokens[top].head != top:
        top = tokens[top].head
    token = tokens[top]
    return token.dep in {"nmod", "compound", "nummod", "poss", "amod"} and token.head > last


def _saying_heads(clause: Clause | None, found: Sequence[Clause]) -> set[int]:
    """Return the heads of the clauses of saying above a clause."""
    out: set[int] = set()
    by_head = {c.head: c for c in reversed(found)}
    while clause is not None and clause.governor is not None:
        out |= {clause.governor, clause.above}
        clause = by_head.get(clause.above)
    if clause is not None and clause.above >= 0 and clause.kind == "coordinate":
        out |= _saying_heads(by_head.get(clause.above), found)
    return out
