"""What people decided, as far as it bears on one weighing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import get_args

from reportedly.values.claim import Judgement, Stance, Status

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
        rejected: ids of statements and links whose reading a person threw out.
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
    claim: str,
    *,
    published_by: datetime | None,
    seen_by: datetime | None,
) -> Decisions:
    """Return what people had decided by `seen_by`; undone judgements count for nothing.

    A decision on the status holds from its own moment on, on both dials: it was made
    on the evidence of that moment.
    """
    latest = _latest(judgements, seen_by)
    by_field: dict[str, dict[str, Judgement]] = {name: {} for name in _FIELDS}
    for (about, name), judgement in latest.items():
        if name in _FIELDS and judgement.verdict != "rejected":
            by_field[name][about] = judgement
    return Decisions(
        status=_status(by_field["status"].get(claim), published_by),
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
            for (about, name), judgement in latest.items()
            if name == "rejected" or (name not in _FIELDS and judgement.verdict == "rejected")
        ),
        party=_answers(by_field["party"]),
        competent=_answers(by_field["competent"]),
    )


def _latest(
    judgements: Iterable[Judgement], seen_by: datetime | None
) -> dict[tuple[str, str], Judgement]:
    """Return the judgement in force about each field of each record."""
    made = [one for one in judgements if seen_by is None or one.at <= seen_by]
    undone = {one.undoes for one in made if one.undoes}
    ordered = sorted((one for one in made if one.id not in undone), key=lambda j: (j.at, j.id))
    return {(one.about, one.field): one for one in ordered if one.value or not one.undoes}


def _status(
    judgement: Judgement | None, published_by: datetime | None
) -> tuple[Status, Judgement] | None:
    if judgement is None or (published_by is not None and published_by < judgement.at):
        return None
    named = (status for status in get_args(Status) if status == judgement.value)
    return next(((status, judgement) for status in named), None)


def _stance(value: str) -> Stance | None:
    return next((stance for stance in get_args(Stance) if stance == value), None)


def _answers(judgements: Mapping[str, Judgement]) -> dict[str, bool]:
    return {about: one.value.casefold() in _YES for about, one in judgements.items()}
