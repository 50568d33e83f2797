"""Who got it from whom: JSONL {"id", "claim", "text", "outlet"} -> a line per claim.

All statements of the articles are compared with the claim's own words; those that say it, or
that it is not so, are taken as one claim, its articles linked where they copy each other.
Nothing tells when they were published, so the order of the input stands for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from math import log
from pathlib import Path

import rows

from reportedly import known, models, read
from reportedly.known import Known
from reportedly.link.about import about
from reportedly.link.compare import compare
from reportedly.link.copies import copies
from reportedly.link.credits import credits as credits_of
from reportedly.link.group import JOINING, STANCES
from reportedly.link.profile import Profile, profile
from reportedly.values.claim import Claim, Link, Stance, claim_id
from reportedly.values.document import Document, document
from reportedly.values.statement import Statement
from reportedly.weigh import weigh
from tasks.same_claim import plain

Reading = tuple[Document, Sequence[Statement]]

START = datetime(2000, 1, 1, tzinfo=UTC)

ENOUGH = 0.35
"""Share of the claim's words, by their rarity, from which a statement with a source says it.

Of .25 to .7 it gave the best F1 of edges over 70 articles of four rumours.
"""


def predict(source: Path, target: Path) -> None:
    """Write who stands behind each claim."""
    lists, model = known.load(), models.reader()
    told: dict[str, list[Reading]] = defaultdict(list)
    names: dict[str, str] = {}
    for number, row in enumerate(rows.read(source, "id", "claim", "text")):
        article = document(
            row["text"],
            outlet=row.get("outlet") or f"outlet of {row['id']}",
            url=f"row:{number}",
            first_seen=START + timedelta(minutes=number),
        )
        names[article.id] = row["id"]
        told[row["claim"]].append((article, read.read(article, known=lists, model=model)))
    rare = rarity([reading for readings in told.values() for reading in readings])
    rows.write(
        target, (standing(claim, given, names, lists, rare) for claim, given in told.items())
    )


def rarity(readings: Sequence[Reading]) -> dict[str, float]:
    """Return what each word weighs: more where fewer of the articles have it."""
    held: Counter[str] = Counter()
    for _, statements in readings:
        held.update({word for said in statements for word in profile(said).words})
    return {word: log(1 + len(readings) / count) for word, count in held.items()}


def standing(
    words: str,
    articles: Sequence[Reading],
    names: Mapping[str, str],
    lists: Known,
    rare: Mapping[str, float],
) -> rows.Row:
    """Return what a claim rests on, by the articles that were read for it."""
    asked = profile(plain("claim", words))
    members: list[Statement] = []
    beside: list[tuple[Statement, Stance]] = []
    for _, statements in articles:
        found = [said for said in statements if says(said, asked, rare)]
        members += found
        beside += about_it(statements, found)
    links = copy_links([article for article, _ in articles], lists)
    ids = tuple(said.id for said in members)
    claim = Claim(claim_id(words), words, ids, tuple((s.id, stance) for s, stance in beside))
    held = {said.id: said for said in (*members, *(said for said, _ in beside))}
    documents = {article.id: article for article, _ in articles}
    made = weigh(claim, held.values(), documents.values(), links, (), lists)
    shown = [held[one.statement] for one in made.evidence]
    edges = {
        (names[said.document], name): None
        for said in shown
        for name in (*credited(documents[said.document], lists), *voices(said))
    }
    return {
        "claim": words,
        "edges": [list(edge) for edge in edges],
        "N": [made.lo, made.hi],
        "cut": list(made.cut),
        "status": made.status,
    }


def says(said: Statement, asked: Profile, rare: Mapping[str, float]) -> bool:
    """Return whether a statement says the claim, or that it is not so."""
    if said.status_effect:
        return False
    link = compare(profile(said), asked, at=START)
    if link and link.relation in JOINING:
        return True
    if len(said.chain) == 1:
        return False
    shared = _weight(profile(said).words & asked.words, rare)
    return shared >= ENOUGH * _weight(asked.words, rare) > 0


def _weight(words: Iterable[str], rare: Mapping[str, float]) -> float:
    return sum(rare.get(word, 0.0) for word in words)


def about_it(
    statements: Sequence[Statement], found: Sequence[Statement]
) -> Iterator[tuple[Statement, Stance]]:
    """Yield the words of an article about the claim, with their stance."""
    ids = {said.id for said in found}
    for said in statements:
        if said.status_effect and said.id not in ids:
            link = about(said, statements, at=START)
            if link and link.right in ids:
                yield said, STANCES[said.status_effect]


def copy_links(articles: Sequence[Document], lists: Known) -> list[Link]:
    """Return which articles are copies of which."""
    return [
        link
        for place, article in enumerate(articles)
        for link in copies(article, articles[:place], lists, at=START)
    ]


def voices(said: Statement) -> Iterable[str]:
    """Return the actors behind a statement, without the outlet that publishes it."""
    return dict.fromkeys(a.actor.name for a in said.chain[1:] if a.actor.kind != "unattributed")


def credited(article: Document, lists: Known) -> Iterable[str]:
    """Return the outlets whose work an article says that it is, without itself."""
    own = lists.outlets.named(article.outlet)
    given = (credit.outlet for credit in credits_of(article.text, lists) if credit.weight >= 1)
    return [outlet.name for outlet in given if own is None or outlet.key != own.key]
