"""What sites repeat on their pages, as far as a view holds these."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import chain

from reportedly.link import boilerplate
from reportedly.pipeline.cases import when_published
from reportedly.store import View
from reportedly.values.document import Document

WINDOW = timedelta(days=90)
"""How long a site is taken to look as it does."""

PAGES = 6
"""So many pages, the newest with a passage, tell whether a site repeats it."""


def repeated(pages: Iterable[Document], view: View) -> dict[str, frozenset[str]]:
    """Return the passages of each page that its outlet repeats, by id; pages without any left out.

    Args:
        pages: they need not be kept yet.
        view: what is kept.
    """
    found = {page.id: boilerplate.learnt(page, alike(page, view)) for page in pages}
    return {identity: passages for identity, passages in found.items() if passages}


def alike(page: Document, view: View) -> Sequence[Document]:
    """Return kept pages of the same outlet, of around the same time, that share passages with it.

    The `PAGES` newest with each passage, and of these twice as many in all that share most.

    Args:
        page: need not be kept yet.
        view: what is kept.
    """
    moment = when_published(page)[0]
    asked = {term: [term] for term in boilerplate.terms(page)}
    if not asked:
        return ()
    near = view.near_all(asked, record="document", limit=PAGES + 1, since=moment - WINDOW)
    shared = Counter(identity for holders in near.values() for identity, _ in holders)
    shared.pop(page.id, None)
    most = sorted(shared, key=lambda identity: (-shared[identity], identity))[: 2 * PAGES]
    others = view.documents(most) if most else ()
    return [one for one in others if when_published(one)[0] - moment <= WINDOW]


def to_look_at(new: Sequence[Document], view: View, *, limit: int) -> list[Document]:
    """Return kept pages beside which new ones may have made a passage boilerplate.

    Where enough others had the passage before, nothing has changed.
    """
    came = {page.id for page in new}
    asked = {term: [term] for term in chain.from_iterable(map(boilerplate.terms, new))}
    near = view.near_all(asked, record="document", limit=limit) if asked else {}
    older = ([one for one, _ in holders if one not in came] for holders in near.values())
    few = dict.fromkeys(chain.from_iterable(held for held in older if len(held) <= PAGES))
    return list(view.documents(list(few))) if few else []
