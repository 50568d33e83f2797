"""Index terms by which statements worth comparing find each other."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.link.profile import Profile, profile
from reportedly.values.statement import Statement


def terms(statement: Statement) -> Sequence[str]:
    """Return the index terms of a statement: keys, acts, content words, numbers.

    Statements that share most of them are worth comparing. Words about a claim are
    indexed too, so that a denial finds what it denies; background is not.
    """
    if statement.background:
        return []
    told = profile(statement)
    found = {f"word:{word}" for word in told.words if not word.startswith("#")}
    found |= {f"act:{act}" for act in _acts(told)}
    found |= {f"key:{mention.key}" for mention in statement.mentions if mention.key}
    found |= {f"number:{q.lo:g}" for q in told.numbers if q.lo == q.hi}
    return sorted(found)


def _acts(told: Profile) -> frozenset[str]:
    return told.acts | {word[1:] for word in told.words if word.startswith("#")}
