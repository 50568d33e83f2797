"""What people decided, as far as it bears on one weighing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import get_args

from reportedly.values.claim import Judgement, Stance, Status
from reportedly.values.judging import latest

_NOT_RATED = "F"
"""Admiralty code: the reliability cannot be judged. It is no rating to lean on."""

_YES = frozenset({"yes", "true", "1"})
_FIELDS = frozenset({"status", "stance", "rating", "party", "competent"})


@dataclass(frozen=True, slots=True)
class Decisions:
    """The judgements in force, by what they decide.

    Attributes:
        status: the decision on the claim itself.
        stances: stance by statement id.
        rated: outlets, by key or name in lower case, that a person vouches to know.
        rejected: ids of statements and documents whose reading a person threw out.
        party, competent: by statement id, of the voice nearest its words.
    """

    status: tuple[Status, Judgement] | None = None
    stances: Mapping[str, Stance] = field(default_factory=dict)
    rated: frozenset[str] = frozenset()
    rejected: frozenset[str] = frozenset()
    party: Mapping[str, bool] = field(default_factory=dict)
    competent: Mapping[str, bool] = field(default_factory=dict)


def decisions(
    judgements: Iterable[Judgement],
    claims: frozenset[str],
    *,
    published_by: datetime | None,
) -> Decisions:
    """Return what people have decided; undone judgements count for nothing.

    A decision on the status holds from its own moment on, on both dials: it was made
    on the evidence of that moment.

    Args:
        judgements: all about the claim, its statements, links and sources.
        claims: the id of the claim and every one that it has superseded.
        published_by: no decision on the status made after it counts.
    """
    newest = latest(judgements)
    by_field: dict[str, dict[str, Judgement]] = {name: {} for name in _FIELDS}
    for (about, name), judgement in newest.items():
        if name in _FIELDS and judgement.verdict != "rejected":
            by_field[name][about] = judgement
    return Decisions(
        status=_status([j for j in by_field["status"].values() if j.about in claims], published_by),
        stances={
            about: stance
            for about, judgement in by_field["stance"].items()
            if (stance := _stance(judgement.value)) is not None
        },
        rated=frozenset(
            about.casefold()
            for about, judgement in by_field["rating"].items()
            if not judgement.value.upper().startswith(_NOT_RATED)
        ),
        rejected=frozenset(
            about
            for (about, name), judgement in newest.items()
            if name == "rejected" or (name == "record" and judgement.verdict == "rejected")
        ),
        party=_answers(by_field["party"]),
        competent=_answers(by_field["competent"]),
    )


def _status(
    made: Sequence[Judgement], published_by: datetime | None
) -> tuple[Status, Judgement] | None:
    """Return the latest decision on the status."""
    judgement = max(made, key=lambda one: (one.at, one.id), default=None)
    if judgement is None or (published_by is not None and published_by < judgement.at):
        return None
    named = (status for status in get_args(Status) if status == judgement.value)
    return next(((status, judgement) for status in named), None)


def _stance(value: str) -> Stance | None:
    return next((stance for stance in get_args(Stance) if stance == value), None)


def _answers(judgements: Mapping[str, Judgement]) -> dict[str, bool]:
    return {about: one.value.casefold() in _YES for about, one in judgements.items()}
