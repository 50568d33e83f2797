"""The same claim: JSONL {"id", "text"}, in order -> {"id", "cluster"}.

A line alone seldom fills the slots of an event, so that texts are compared by what they mean
and by their words, weighed by how rare they are among the texts so far. What linking tells
apart (another number, place, date or phase) speaks against one claim.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from math import log
from pathlib import Path

import numpy as np
import rows
from numpy.typing import NDArray

from reportedly.link.compare import compare
from reportedly.link.group import PARTING
from reportedly.link.profile import Profile, profile
from reportedly.models.embedding import embedder
from reportedly.values.statement import Actor, Attribution, Statement, certainty, statement_id
from reportedly.values.when import Span

ENOUGH = 0.3
"""Mean likeness to a cluster from which a text joins it.

Like the shares below, of those around it the best B-cubed F1 over the headlines of 72 rumours that
nothing was learnt from: .95 rumour by rumour, .94 in random order (means over parts of them).
"""

OF_MEANING, APART = 0.7, 0.1
"""Share of meaning in the likeness, the rest being words; and what it loses by being told apart."""

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
    seen, embed = Seen(), embedder()
    for place, row in enumerate(texts):
        text = str(row["text"])
        told = profile(plain(str(place), text))
        yield {"id": row["id"], "cluster": seen.join(told, embed([text])[0], str(row["id"]))}


class Seen:
    """The texts that came so far, with their words, vectors and clusters."""

    def __init__(self) -> None:
        self._told: list[Profile] = []
        self._meant: list[NDArray[np.float32]] = []
        self._home: list[int] = []
        self._names: list[str] = []
        self._having: dict[str, list[int]] = defaultdict(list)
        self._sizes: Counter[int] = Counter()

    def join(self, new: Profile, vector: NDArray[np.int8], name: str) -> str:
        """Return the cluster that a text joins; `name` is that of a new one."""
        for word in new.words:
            self._having[word].append(len(self._told))
        meant = vector.astype(np.float32)
        meant /= np.linalg.norm(meant)
        home = self._best(new, meant)
        if home is None:
            home = len(self._names)
            self._names.append(name)
        self._told.append(new)
        self._meant.append(meant)
        self._home.append(home)
        self._sizes[home] += 1
        return self._names[home]

    def _best(self, new: Profile, meant: NDArray[np.float32]) -> int | None:
        if not self._told:
            return None
        likeness = OF_MEANING * (np.array(self._meant) @ meant)
        for other in self._near(new):
            likeness[other] += self._by_words(new, self._told[other])
        sums = np.bincount(self._home, weights=likeness, minlength=len(self._names))
        means = sums / np.bincount(self._home, minlength=len(self._names))
        best = int(means.argmax())
        return best if means[best] >= ENOUGH else None

    def _near(self, new: Profile) -> list[int]:
        """Return the earlier texts that share a word that is not too common, in order."""
        most = max(FEW, COMMON * len(self._told))
        lists = (self._having[word] for word in new.words)
        found = {other for having in lists if len(having) <= most for other in having}
        return sorted(found - {len(self._told)})

    def _by_words(self, new: Profile, other: Profile) -> float:
        """Return what the words of two texts add to their likeness: their share, by rarity."""
        both = self._weight(new.words) + self._weight(other.words)
        share = 2 * self._weight(new.words & other.words) / both if both else 0.0
        link = compare(new, other, at=NOW)
        apart = APART if link and link.relation in PARTING else 0.0
        return (1 - OF_MEANING) * share - apart

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
