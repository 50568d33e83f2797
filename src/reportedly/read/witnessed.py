"""An outlet's own reporter as the source of what stands before: "A reporter saw it happen."."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.values.statement import Actor, Attribution, Statement, statement_id
from reportedly.values.when import Span

_SAW_IT = re.compile(
    r"(?P<who>(?:an?|our|the|one of our|its|two)\s(?:[\w’'.-]+\s){0,3}?"
    r"(?:reporter|correspondent|journalist|photographer)s?\b[^,;:“\"]{0,60}?)\s"
    r"(?P<cue>saw|witnessed|watched|observed)\s(?:it|this|that|them)\b[^,;:“\"]{0,20}",
    re.IGNORECASE,
)


def seen_by_reporters(made: Sequence[Statement]) -> list[Statement]:
    """Return the statements of a paragraph, those with their reporter that he is said to have seen.

    What tells only that he saw it is no statement of its own.
    """
    out: list[Statement] = []
    for statement in made:
        seen = _SAW_IT.fullmatch(statement.text)
        before = out[-1] if out else None
        if seen is None or before is None or len(before.chain) > 1 or len(statement.chain) > 1:
            out.append(statement)
            continue
        out[-1] = _with_reporter(before, seen, statement.content[0].start)
    return out


def _with_reporter(before: Statement, seen: re.Match[str], start: int) -> Statement:
    who, cue = (Span(start + seen.start(n), start + seen.end(n)) for n in ("who", "cue"))
    reporter = Attribution(
        Actor(seen["who"], "role_person"),
        "origin",
        seen["cue"],
        "indirect",
        before.certainty,
        named_at=who,
        cue_at=cue,
    )
    chain = (replace(before.chain[0], certainty=None), reporter)
    identity = statement_id(before.document, before.content, chain, before.read_by)
    return replace(before, chain=chain, id=identity, background=False)
