"""The same claim: JSONL {"id", "text"}, in order -> {"id", "cluster"}.

Each text is taken as one statement without slots: a line alone seldom fills them, and the
words tell more (measured on headlines of 240 rumours).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import rows

from reportedly.link import candidates
from reportedly.link.compare import compare
from reportedly.link.group import JOINING
from reportedly.link.profile import Profile, profile
from reportedly.store.memory import MemoryStore
from reportedly.values.document import document
from reportedly.values.statement import Actor, Attribution, Statement, certainty, statement_id
from reportedly.values.when import Span

NEAR = 80
"""Earlier texts that each one is compared with."""

SHARED = 2
"""Index terms that two texts must share to be compared."""

FEWEST = 0.2
"""Share of a cluster that must say the same; .1 to .2 gave the best B-cubed F1."""

NOW = datetime(2000, 1, 1, tzinfo=UTC)


def predict(source: Path, target: Path) -> None:
    """Write the cluster of each text, decided when it comes and never changed."""
    rows.write(target, clusters(rows.read(source, "id", "text")))


def clusters(texts: Iterator[rows.Row]) -> Iterator[rows.Row]:
    """Yield the cluster of each text: that of the most alike one, or a new one."""
    store = MemoryStore()
    told: dict[str, Profile] = {}
    home: dict[str, str] = {}
    sizes: Counter[str] = Counter()
    for place, row in enumerate(texts):
        text = str(row["text"])
        source = document(text, url=str(place), first_seen=NOW)
        said = plain(source.id, text)
        terms = candidates.terms(said)
        near = store.view().near(terms, record="statement", limit=NEAR) if terms else ()
        alike = {one: told[one] for one, shared in near if shared >= SHARED}
        told[said.id] = profile(said)
        cluster = _nearest(told[said.id], alike, home, sizes) or str(row["id"])
        home[said.id] = cluster
        sizes[cluster] += 1
        with store.write(now=NOW) as writer:
            writer.add([source, said])
            writer.index(said.id, terms)
        yield {"id": row["id"], "cluster": cluster}


def plain(source: str, text: str, number: int = 0) -> Statement:
    """Return a text as one statement in its outlet's own voice, with no slot filled.

    Args:
        source: the id of its document.
        text: the words.
        number: tells statements of one document apart.
    """
    spans = (Span(number, number + len(text)),)
    sure = certainty("CT+")
    chain = (Attribution(Actor(source, "media_outlet"), "publisher", certainty=sure),)
    identity = statement_id(source, spans, chain, "plain")
    return Statement(identity, source, spans, text, chain, sure)


def _nearest(
    new: Profile, alike: dict[str, Profile], home: dict[str, str], sizes: Counter[str]
) -> str | None:
    """Return the cluster of the most alike text, if enough of that cluster says the same."""
    best: defaultdict[str, float] = defaultdict(float)
    agreeing: Counter[str] = Counter()
    for other, what in alike.items():
        link = compare(new, what, at=NOW)
        if link and link.relation in JOINING:
            agreeing[home[other]] += 1
            best[home[other]] = max(best[home[other]], link.score)
    fitting = [c for c in best if agreeing[c] >= FEWEST * min(sizes[c], NEAR)]
    return max(fitting, key=lambda c: (best[c], agreeing[c]), default=None)
