"""Whether slots keep claims apart that differ in one thing, and join those that do not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import asdict

import rows
from pairs.build import Pair, pairs

from measure import Corpus, Figures


def development(corpus: Corpus) -> Figures:
    """Return the shares that are right of the pairs that may be looked at."""
    return _measured(corpus, aside=False)


def aside(corpus: Corpus) -> Figures:
    """Return the shares that are right of the pairs set aside."""
    return _measured(corpus, aside=True)


def _measured(corpus: Corpus, *, aside: bool) -> Figures:
    events = corpus.need("data", "ship", "wiki_current_events", "events.jsonl")
    made = [pair for pair in pairs(events) if pair.set_aside == aside]
    answers = corpus.answers("claim_pairs", [asdict(pair) for pair in made])
    return figures(made, {row["id"]: row for row in answers})


def figures(made: Sequence[Pair], said: Mapping[str, rows.Row]) -> Figures:
    """Return what is kept apart, joined and denied, all together and by kind of change.

    Args:
        made: the pairs.
        said: the answer for each, by id. Kept apart is what is not the same in all that is
            said, as all but one thing is; joined is what is the same in most of it.
    """
    held: dict[str, list[bool]] = defaultdict(list)
    for pair in made:
        told, whole = said[pair.id]["relation"], said[pair.id]["whole"]
        if pair.relation in {"variant", "escalates"}:
            for name in ("kept apart", f"kept apart by {pair.kind}"):
                held[name].append(not (told == "same" and whole))
            held["linked as what they are"].append(told == pair.relation)
        elif pair.relation == "same":
            for name in ("joined", f"joined over {pair.kind}"):
                held[name].append(told == "same")
        else:
            held["denied"].append(told == "denies")
    return {name: sum(right) / len(right) for name, right in sorted(held.items())}
