"""Where a text says in so many words that it is another outlet's work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import yaml

from reportedly.known import Known, Outlet
from reportedly.known.lookup import Outlets
from reportedly.values.when import Span

NAME = r"[A-Z][\w&'’.-]*(?: (?:of |the )?[A-Z][\w&'’.-]*){0,4}"
"""One to five words that look like a name."""

OPENING = 300
"""How many characters of a text, and of its first lines, may hold the dateline."""


LONGEST_LINE = 160
"""Characters of a line that may be a byline or a closing line and nothing else."""


@dataclass(frozen=True, slots=True)
class Credit:
    """An outlet whose work a text says it is.

    Attributes:
        span: where the words of credit stand.
        words: those words, as written.
        weight: 1 where they speak for the whole text, less where for a part of it.
        how: what completes "credited to Reuters": "in the dateline".
    """

    outlet: Outlet
    span: Span
    words: str
    weight: float
    how: str

    def reason(self, more: str = "") -> str:
        """Return in words who is credited, and how."""
        return f"credited to {self.outlet.name} {self.how}{more}"


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    where: Literal["opening", "line", "anywhere"]
    agency: bool
    weight: float
    how: str
    outlet: str | None
    needs: tuple[str, ...]

    def found(self, text: str, lower: str, lines: Sequence[Span]) -> Iterator[re.Match[str]]:
        """Yield where the words of credit stand in a text, given it in lower case and its lines."""
        if self.where == "line":
            matches = (self.pattern.match(text, line.start, line.end) for line in lines)
            yield from (match for match in matches if match)
        elif not self.needs or any(word in lower for word in self.needs):
            end = OPENING if self.where == "opening" else len(text)
            yield from self.pattern.finditer(text, 0, end)


def credits(text: str, known: Known) -> Sequence[Credit]:  # noqa: A001 - the field's word
    """Return the credits that a text gives, in the order in which they stand.

    Datelines and brackets count for news agencies only, so that "LONDON (BBC)" in a
    quotation of the BBC's own page is no credit; words such as "first appeared in"
    count for every known outlet.
    """
    return _credits(text, known.outlets)


@lru_cache(maxsize=4096)
def _credits(text: str, outlets: Outlets) -> tuple[Credit, ...]:
    """Return the credits; kept, since one text is compared with many."""
    found: dict[str, Credit] = {}
    lower, lines = text.lower(), _short_lines(text)
    for rule in _rules():
        for match in rule.found(text, lower, lines):
            outlet = outlets.named(rule.outlet or match["name"].rstrip("."))
            if outlet is None or (rule.agency and outlet.kind != "agency"):
                continue
            words = Span(*match.span())
            credit = Credit(outlet, words, words.of(text).strip(), rule.weight, rule.how)
            best = found.get(outlet.key)
            if best is None or credit.weight > best.weight:
                found[outlet.key] = credit
    return tuple(sorted(found.values(), key=lambda one: (one.span.start, one.outlet.key)))


def _short_lines(text: str) -> Sequence[Span]:
    """Return the lines that may be a byline or a closing line."""
    spans: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        bare = len(line.rstrip())
        if 0 < bare <= LONGEST_LINE:
            spans.append(Span(start, start + bare))
        start += len(line)
    return spans


@cache
def _rules() -> tuple[_Rule, ...]:
    """Return the rules of `credits.yaml`, compiled."""
    raw = resources.files(__package__).joinpath("credits.yaml").read_text("utf-8")
    return tuple(
        _Rule(
            pattern=_compiled(row["words"]),
            where=row["where"],
            agency=row.get("agency", False),
            weight=row["weight"],
            how=row["how"],
            outlet=row.get("outlet"),
            needs=tuple(row.get("needs", ())),
        )
        for row in yaml.safe_load(raw)["credits"]
    )


def _compiled(words: str) -> re.Pattern[str]:
    """Return a pattern in which only the name minds the case of letters."""
    filled = words.replace("{name}", f"(?-i:{NAME})")
    return re.compile(filled.replace("{{", "{").replace("}}", "}"), re.IGNORECASE | re.MULTILINE)
