"""Rules that tell a change worth hearing of: each looks at a standing and the one before."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.errors import InvalidValueError
from reportedly.values.claim import Alert, Stance, Standing

Rule = Callable[[Standing | None, Standing], bool]


def watch(before: Standing | None, after: Standing, rules: Sequence[str]) -> Sequence[Alert]:
    """Return an alert for each rule by which a standing differs from the one before.

    Args:
        before: how the claim stood; None where it was not known.
        after: how it stands now.
        rules: names of `RULES`.

    Raises:
        InvalidValueError: a rule is not known.
    """
    unknown = [rule for rule in rules if rule not in RULES]
    if unknown:
        raise InvalidValueError(f"There is no rule '{unknown[0]}'. Use one of: {', '.join(RULES)}.")
    return [Alert(rule, before, after) for rule in rules if RULES[rule](before, after)]


def _status(before: Standing | None, after: Standing) -> bool:
    return before is None or before.status != after.status


def _origins(before: Standing | None, after: Standing) -> bool:
    return before is None or (before.lo, before.hi) != (after.lo, after.hi)


def _more_of(stance: Stance) -> Rule:
    """Return the rule that asks whether there is evidence of this stance that was not there."""

    def changed(before: Standing | None, after: Standing) -> bool:
        return not _of(after, stance) <= (_of(before, stance) if before else frozenset())

    return changed


def _of(standing: Standing, stance: Stance) -> frozenset[str]:
    return frozenset(item.statement for item in standing.evidence if item.stance == stance)


RULES: dict[str, Rule] = {
    "status": _status,
    "origins": _origins,
    "denial": _more_of("denies"),
    "confirmation": _more_of("confirms"),
    "retraction": _more_of("retracts"),
    "correction": _more_of("corrects"),
}
"""Every rule by the name that a user gives: what must have changed."""
