"""The same claim: JSONL {"id", "text"}, in order -> {"id", "cluster"}.

A line alone seldom fills the slots of an event, so that texts are compared by the words of
their profiles, weighed by how rare they are among the texts so far. What linking tells apart
(another number, place, date or phase) speaks against one claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from math import log
from pathlib import Path

import rows

from reportedly.link.compare import compare
from reportedly.link.group import PARTING
from reportedly.link.profile import Profile, profile
from reportedly.values.statement import Actor, Attribution, Statement, certainty, statement_id
from reportedly.values.when import Span

ENOUGH = 0.2
"""Mean likeness to a cluster from which a text joins it.

Of .14 to .4 it gave the best B-cubed F1 over 2,071 headlines of 240 rumours.
"""

COMMON = 0.1
"""Share of the texts so far from which a word no longer leads to those that have it."""

FEW = 20
"""Texts by which a word always leads to those that have it."""

NOW = datetime(2000, 1, 1, tzinfo=UTC)


def predict(source: Path, target: Path) -> None:
    """Write the cluster of each text, decided when it comes and never changed."""
    rows.write(target, clusters(rows.read(source, "id", "text")))


def clusters(texts: Iterable[rows.Row]) -> Iterator[rows.Row]:
    """Yield the cluster of each text: the one that it is most like, or a new one."""
    seen = Seen()
    for place, row in enumerate(texts):
        told = profile(plain(str(place), str(row["text"])))
        yield {"id": row["id"], "cluster": seen.join(told, str(row["id"]))}


class Seen:
    """The texts that came so far, with their words and clusters."""

    def __init__(self) -> None:
        self._told: list[Profile] = []
        self._home: list[str] = []
        self._having: dict[str, list[int]] = defaultdict(list)
        self._sizes: Counter[str] = Counter()

    def join(self, new: Profile, name: str) -> str:
        """Return the cluster that a text joins; `name` is that of a new one."""
        for word in new.words:
            self._having[word].append(len(self._told))
        shares: defaultdict[str, float] = defaultdict(float)
        for other in self._near(new):
            shares[self._home[other]] += self._likeness(new, self._told[other])
        means = {cluster: share / self._sizes[cluster] for cluster, share in shares.items()}
        best = max(means, key=lambda cluster: means[cluster], default=name)
        home = best if means.get(best, 0.0) >= ENOUGH else name
        self._told.append(new)
        self._home.append(home)
        self._sizes[home] += 1
        return home

    def _near(self, new: Profile) -> list[int]:
        """Return the earlier texts that share a word that is not too common, in order."""
        most = max(FEW, COMMON * len(self._told))
        lists = (self._having[word] for word in new.words)
        found = {other for having in lists if len(having) <= most for other in having}
        return sorted(found - {len(self._told)})

    def _likeness(self, new: Profile, other: Profile) -> float:
        """Return how much two texts share of their words, by rarity (Dice)."""
        link = compare(new, other, at=NOW)
        if link and link.relation in PARTING:
            return 0.0
        both = self._weight(new.words) + self._weight(other.words)
        return 2 * self._weight(new.words & other.words) / both if both else 0.0

    def _weight(self, words: Iterable[str]) -> float:
        total = len(self._told) + 1
        return sum(log(1 + total / len(self._having[word])) for word in words)


def plain(source: str, text: str) -> Statement:
    """Return a text as one statement in its outlet's own voice, with no slot filled.

    Args:
        source: the id of its document.
        text: the words.
    """
    spans = (Span(0, len(text)),)
    sure = certainty("CT+")
    chain = (Attribution(Actor(source, "media_outlet"), "publisher", certainty=sure),)
    identity = statement_id(source, spans, chain, "plain")
    return Statement(identity, source, spans, text, chain, sure)
