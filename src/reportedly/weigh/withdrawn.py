"""What no longer counts: reports that were withdrawn, and origins that were debunked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.values.claim import Link
from reportedly.weigh.cast import Chains, Node
from reportedly.weigh.evidence import Item, bearing
from reportedly.weigh.names import fold

_TAIL = re.compile(r"\s(?:of|from|in|on|who|that|speaking|inside|near|by)\s.*$")


@dataclass(frozen=True, slots=True)
class Removed:
    """Actors and reports that no path may lead through.

    Attributes:
        outlets: by key, who withdrew what it had reported: name, when, in which statement.
        withdrawn: ids of the statements that fell with it.
        silenced: keys of actors that have said nothing else since.
        debunked: name of each origin shown to be false, by key, and the statement that shows it.
    """

    outlets: dict[str, tuple[str, datetime, str]]
    withdrawn: frozenset[str]
    silenced: frozenset[str]
    debunked: dict[str, tuple[str, str]]


def removed(found: Sequence[Item], chains: Chains, links: Iterable[Link]) -> Removed:
    """Return what retractions, corrections and debunkings take away."""
    support = bearing(found, "supports", "confirms", "denies")
    known = {node.key for item in support for node in chains[item.statement.id]}
    outlets: dict[str, tuple[str, datetime, str]] = {}
    for item in bearing(found, "retracts", "corrects"):
        node = _withdrawer(chains[item.statement.id], known)
        outlets[node.key] = (node.name, item.start, item.statement.id)
    fallen, standing = set(), set()
    for item in support:
        chain = chains[item.statement.id]
        ends = {chain[0].key, chain[-1].key} & outlets.keys()
        if any(item.start <= outlets[key][1] for key in ends):
            fallen.add(item.statement.id)
        else:
            # a relay of an outlet is no new word of that outlet
            standing.update({chain[0].key, *(n.key for n in chain[-1:] if n.sort != "outlet")})
    ties = _ties(links) if bearing(found, "debunks") else {}
    fallen |= _without_body(support, chains, fallen) | _told_by_debunkers(found, ties)
    return Removed(
        outlets,
        frozenset(fallen),
        frozenset(outlets.keys() - standing),
        _debunked(found, chains, ties),
    )


def _without_body(support: Sequence[Item], chains: Chains, fallen: set[str]) -> set[str]:
    """Return what articles repeat in their own voice of which all with a source was withdrawn."""
    sourced = [item for item in support if len(chains[item.statement.id]) > 1]
    held = {item.document.id for item in sourced if item.statement.id not in fallen}
    bare = {item.document.id for item in sourced} - held
    return {item.statement.id for item in support if item.document.id in bare}


def _withdrawer(chain: Sequence[Node], known: set[str]) -> Node:
    """Return who takes back: the innermost voice that the evidence rests on."""
    return next((node for node in reversed(chain) if node.key in known), chain[-1])


def _ties(links: Iterable[Link]) -> dict[str, set[str]]:
    """Return what each record is linked to."""
    tied: dict[str, set[str]] = {}
    for link in links:
        tied.setdefault(link.left, set()).add(link.right)
        tied.setdefault(link.right, set()).add(link.left)
    return tied


def _told_by_debunkers(found: Sequence[Item], ties: Mapping[str, set[str]]) -> set[str]:
    """Return what an article repeats of a claim only to say that its evidence is false."""
    return {
        report.statement.id
        for item in bearing(found, "debunks")
        for report in bearing(found, "supports", "confirms")
        if report.document.id == item.document.id
        and (report.statement.id in ties.get(item.statement.id, ()) or _stands_in(report, item))
    }


def _stands_in(report: Item, item: Item) -> bool:
    """Tell whether the words of one stand within those of the other."""
    inner, outer = report.statement.content, item.statement.content
    return outer[0].start < inner[0].start and inner[-1].end < outer[-1].end


def _debunked(
    found: Sequence[Item], chains: Chains, ties: Mapping[str, set[str]]
) -> dict[str, tuple[str, str]]:
    """Return the origins that debunking statements name, or are linked to."""
    gone: dict[str, tuple[str, str]] = {}
    for item in bearing(found, "debunks"):
        words = set(fold(item.statement.text).split())
        for report in bearing(found, "supports", "confirms"):
            origin = chains[report.statement.id][-1]
            elsewhere = report.document.id != item.document.id
            aimed = elsewhere and report.statement.id in ties.get(item.statement.id, ())
            named = origin.sort != "outlet" and _head(origin.name) in words
            if (aimed and len(chains[report.statement.id]) > 1) or named:
                gone[origin.key] = (origin.name, item.statement.id)
    return gone


def _head(description: str) -> str:
    """Return the word that says what an origin is.

    >>> _head("a social-media photograph of the body")
    'photograph'
    """
    return _TAIL.sub("", fold(description)).split()[-1:][0] if fold(description) else ""
