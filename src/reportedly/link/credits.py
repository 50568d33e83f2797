"""Where a text says in so many words that it is another outlet's work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import yaml

from reportedly.known import Known, Outlet
from reportedly.values.when import Span

NAME = r"[A-Z][\w&'’.-]*(?: (?:of |the )?[A-Z][\w&'’.-]*){0,4}"
"""One to five words that look like a name."""

OPENING = 300
"""How many characters of a text, and of its first lines, may hold the dateline."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet whose work a text says it is.

    Attributes:
        span: where the words of credit stand.
        words: those words, as written.
        weight: 1 where they speak for the whole text, less where for a part of it.
    """

    outlet: Outlet
    span: Span
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    where: Literal["opening", "line", "anywhere"]
    weight: float
    outlet: str | None
    needs: str

    @property
    def until(self) -> int | None:
        """Where the part of the text ends that the rule looks at; None: at its end."""
        return OPENING if self.where == "opening" else None


def credits(text: str, known: Known) -> Sequence[Credit]:  # noqa: A001 - the field's word
    """Return the credits that a text gives, in the order in which they stand.

    Datelines and brackets count for news agencies only, so that "LONDON (BBC)" in a
    quotation of the BBC's own page is no credit; words such as "first appeared in"
    count for every known outlet.
    """
    found: dict[str, Credit] = {}
    for name, rule, span in _named(text):
        outlet = known.outlets.named(name)
        if outlet is None or (rule.where != "anywhere" and outlet.kind != "agency"):
            continue
        credit = Credit(outlet, span, span.of(text).strip(), rule.weight)
        best = found.get(outlet.key)
        if best is None or credit.weight > best.weight:
            found[outlet.key] = credit
    return sorted(found.values(), key=lambda credit: (credit.span.start, credit.outlet.key))


@lru_cache(maxsize=4096)
def _named(text: str) -> tuple[tuple[str, _Rule, Span], ...]:
    """Return each name in words of credit; kept, since one text is compared with many."""
    return tuple(
        (rule.outlet or match["name"].rstrip("."), rule, Span(*match.span()))
        for rule in _rules()
        if not rule.needs or rule.needs in text
        for match in rule.pattern.finditer(text, 0, rule.until or len(text))
    )


@cache
def _rules() -> tuple[_Rule, ...]:
    """Return the rules of `credits.yaml`, compiled."""
    raw = resources.files(__package__).joinpath("credits.yaml").read_text("utf-8")
    data = yaml.safe_load(raw)
    rows = [*data["credits"], *({**row, "where": "line"} for row in data["signatures"])]
    return tuple(
        _Rule(
            pattern=_compiled(row["words"]),
            where=row["where"],
            weight=row["weight"],
            outlet=row.get("outlet"),
            needs=row.get("needs", ""),
        )
        for row in rows
    )


def _compiled(words: str) -> re.Pattern[str]:
    """Return a pattern in which only the name minds the case of letters."""
    filled = words.replace("{name}", f"(?-i:{NAME})")
    return re.compile(filled.replace("{{", "{").replace("}}", "}"), re.IGNORECASE | re.MULTILINE)
