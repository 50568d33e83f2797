"""What people decided, as far as it is in force: the one place that knows what undoing means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from typing import get_args

from reportedly.errors import InvalidValueError
from reportedly.values.claim import Judgement, Link, Relation

MERGE, SPLIT = "merge", "split"
"""Fields of a judgement on which statements make one claim."""


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that nobody took back, oldest first, without those that take back.

    Whoever takes back the taking back restores what was decided.
    """
    return [one for one in _holding(judgements) if not one.undoes]


def _holding(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Return the judgements that hold, those that take back others among them, oldest first."""
    ordered = sorted(judgements, key=lambda one: (one.at, one.id))
    undoing: dict[str, list[str]] = {}
    for one in ordered:
        if one.undoes:
            undoing.setdefault(one.undoes, []).append(one.id)

    def holds(identity: str) -> bool:
        return not any(holds(other) for other in undoing.get(identity, ()))

    return [one for one in ordered if holds(one.id)]


def latest(judgements: Iterable[Judgement]) -> Mapping[tuple[str, str], Judgement]:
    """Return the judgement in force about each field of each record."""
    return {(one.about, one.field): one for one in in_force(judgements)}


def judged(links: Iterable[Link], judgements: Iterable[Judgement]) -> Iterator[Link]:
    """Yield links as people see them: what a person judged, surely, and by that person's name.

    A rejected link holds its two apart; an accepted one keeps its relation. Of what a word
    about a claim was taken to be meant of, only the latest counts.
    """
    verdicts = {about: one for (about, name), one in latest(judgements).items() if name in _LINK}
    every = list(links)
    meant: dict[str, datetime] = {}
    pointing = [link for link in every if link.points]
    for link in pointing:
        meant[link.left] = max(meant.get(link.left, link.at), link.at)
    outdated = {link.id for link in pointing if link.at < meant[link.left]}
    if not (outdated or verdicts):
        yield from every
        return
    for link in every:
        if link.id in outdated:
            continue
        verdict = verdicts.get(link.id)
        yield link if verdict is None else _as_judged(link, verdict)


_LINK = frozenset({"relation", "record"})


def _as_judged(link: Link, verdict: Judgement) -> Link:
    said: Relation = link.relation
    if verdict.verdict == "rejected":
        said = "unrelated"
    elif verdict.verdict == "corrected":
        said = relation(verdict.value)
    reason = ((verdict.reason, 1.0),)
    return replace(
        link, relation=said, score=1.0, because=reason, judged_by=verdict.by, at=verdict.at
    )


def relation(word: str) -> Relation:
    """Return the relation that a word names.

    Raises:
        InvalidValueError: it names none.
    """
    for known in get_args(Relation):
        if known == word:
            return known  # type: ignore[no-any-return]  # one of the words of Relation
    raise InvalidValueError(
        f"'{word}' is no relation of two statements. Use one of: {', '.join(get_args(Relation))}."
    )


def groupings(judgements: Iterable[Judgement]) -> Iterator[Link]:
    """Yield what people decided about which statements make one claim, as links in their names.

    A merge ties all statements of its parts to the first; a split ties those of each part, and
    holds the first of each apart from those of the others. What a method decided follows from
    its links and yields nothing, but taking it back is a person's decision to the contrary.
    """
    every = list(judgements)
    by_id = {one.id: one for one in every}
    for one in _holding(every):
        undone = by_id.get(one.undoes or "")
        if one.field not in {MERGE, SPLIT} or one.by_machine:
            continue
        if not one.undoes:
            yield from _pairs(one, together=one.field == MERGE)
        elif undone is not None and undone.by_machine:
            yield from _pairs(one, together=one.field == SPLIT)


def _pairs(decided: Judgement, *, together: bool) -> Iterator[Link]:
    def link(left: str, right: str, said: Relation) -> Link:
        because = ((decided.reason, 1.0),)
        return Link(left, right, said, 1.0, because, decided.by, decided.at)

    parts = [part for part in decided.parts if part]
    if together:
        parts = [tuple(one for part in parts for one in part)]
    for place, (first, *others) in enumerate(parts):
        yield from (link(one, first, "same") for one in others)
        for other in (*parts[:place], *parts[place + 1 :]):
            yield from (link(first, one, "unrelated") for one in other)
