"""Finds the verb of a sentence that tells in the present ("The EU approves a plan")."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pairs.forms import third
from pairs.sentences import words

_OBJECT = re.compile(
    r" (?:the|a|an|its|his|her|their|all|at least|over|more|about|\d|[A-Z]|two|three"
    r"|four|five|six|seven"
    r"|eight|nine|ten)\b"
)
_NO_SUBJECT = re.compile(
    r"\b(?:who|that|which|to|as|after|and|or|will|would|has|have|is|are|was|were|says?|said|when|while|if|not|be|been)\b|,"
)


LONGEST_SUBJECT = 12


@dataclass(frozen=True, slots=True)
class Verb:
    """The verb of a sentence and what stands around it.

    Attributes:
        before, after: the words on either side, blanks included.
        base: its dictionary form.
        one: whether its subject is one ("approves").
        lasting: whether the act lasts, so that it can be under way or be stopped.
    """

    before: str
    base: str
    after: str
    one: bool
    lasting: bool


def verb_of(text: str) -> Verb | None:
    """Return the verb of a sentence, None where no verb of the list stands plainly."""
    for match in re.finditer(r"(?<= )[a-z]+(?= )", text):
        found = _forms().get(match[0])
        before, after = text[: match.start()], text[match.end() :]
        if found is None:
            continue
        base, one, lasting = found
        if (
            _NO_SUBJECT.search(before)
            or len(before.split()) > LONGEST_SUBJECT
            or before[:1].isdigit()
        ):
            return None
        if base in words()["ambiguous"] and not _OBJECT.match(after):
            continue
        last = before.split()[-1]
        if not one and not (
            last.endswith("s") or " and " in before or last in {"police", "people"}
        ):
            continue
        return Verb(before, base, after, one, lasting)
    return None


@cache
def _forms() -> Mapping[str, tuple[str, bool, bool]]:
    found: dict[str, tuple[str, bool, bool]] = {}
    for kind, bases in words()["verbs"].items():
        for base in bases:
            found.setdefault(base, (base, False, kind == "lasting"))
            found.setdefault(third(base), (base, True, kind == "lasting"))
    return found
