"""Who got it from whom: JSONL {"id", "claim", "text", "outlet"} -> a line per claim.

The articles on a claim are kept one after another, as a desk keeps them. Of the claims that it
makes of them, those count in which somebody says what is asked, or that it is not so; they are
weighed as one. Nothing tells when the articles were published, so the order of the input stands
for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

import rows
from kept import START, kept

from reportedly import known, models
from reportedly.known import Known
from reportedly.link.compare import compare
from reportedly.link.credits import credits as credits_of
from reportedly.link.group import JOINING
from reportedly.link.meaning import likeness
from reportedly.link.profile import profile
from reportedly.store import View
from reportedly.values.claim import Claim, claim_id
from reportedly.values.document import Document
from reportedly.values.readers import EMBEDDER
from reportedly.values.statement import Statement
from reportedly.weigh import weigh
from tasks.same_claim import plain


def predict(source: Path, target: Path) -> None:
    """Write who stands behind each claim."""
    lists = known.load()
    told: dict[str, list[rows.Row]] = defaultdict(list)
    for row in rows.read(source, "id", "claim", "text"):
        told[row["claim"]].append(row)
    made = (standing(words, some, kept(some, lists), lists) for words, some in told.items())
    rows.write(target, made)


def standing(words: str, given: Sequence[rows.Row], view: View, lists: Known) -> rows.Row:
    """Return what a claim rests on, by the articles that were kept for it."""
    names = {str(row["id"]): row["id"] for row in given}
    found = list(that_say(words, view))
    ids = tuple(chain.from_iterable(claim.statements for claim in found))
    beside = tuple(chain.from_iterable(claim.about for claim in found))
    claim = Claim(claim_id(words), words, ids, beside)
    held = {said.id: said for said in _statements(view, [*ids, *(one for one, _ in beside)])}
    documents = {article.id: article for article in view.documents()}
    links = view.links([*held, *documents])
    made = weigh(claim, held.values(), documents.values(), links, (), lists)
    shown = [held[one.statement] for one in made.evidence]
    edges = {
        (names[documents[said.document].captured_in], name): None
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


def that_say(words: str, view: View) -> Iterator[Claim]:
    """Yield the claims in which a statement says what is asked, or that it is not so."""
    asked = plain("claim", words)
    vectors: dict[str, bytes] = {asked.id: _vector(words)}
    for claim in view.claims():
        vectors |= view.vectors(claim.statements, EMBEDDER)
        if any(_says(said, asked, vectors) for said in _statements(view, claim.statements)):
            yield claim


def _says(said: Statement, asked: Statement, vectors: Mapping[str, bytes]) -> bool:
    near = likeness(vectors, said.id, asked.id)
    link = compare(profile(said), profile(asked), at=START, likeness=near)
    return link is not None and link.relation in JOINING


def _vector(words: str) -> bytes:
    embed = models.embedder()
    return embed([words])[0].tobytes() if embed else b""


def _statements(view: View, ids: Sequence[str]) -> Sequence[Statement]:
    return view.statements(ids=list(ids)) if ids else ()


def voices(said: Statement) -> Iterable[str]:
    """Return the actors behind a statement, without the outlet that publishes it."""
    return dict.fromkeys(a.actor.name for a in said.chain[1:] if a.actor.kind != "unattributed")


def credited(article: Document, lists: Known) -> Iterable[str]:
    """Return the outlets whose work an article says that it is, without itself."""
    own = lists.outlets.named(article.outlet)
    given = (credit.outlet for credit in credits_of(article.text, lists) if credit.weight >= 1)
    return [outlet.name for outlet in given if own is None or outlet.key != own.key]
