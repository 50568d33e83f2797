"""Who got it from whom: edges (article, actor) of each claim, its N and its status.

Names agree leniently: as `statements/voices.py` has it, or in any part that a comma cuts
off. An unnamed voice of the gold ("~health source inside Mosul", "?Iraqi media") needs the
word that heads it only.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from voices import agree, head_of, name_words

Row = dict[str, Any]

WHERE = frozenset("inside near speaking shown between".split())
TITLE_AFTER = re.compile(r" (?:MP|hospital director)$")
OUTLETS = frozenset(["media", "outlet", "outlets", "report", "reports", "website", "websites"])


def gold_edges(articles: Sequence[Row]) -> dict[str, list[str]]:
    """Return the actors of each article of the gold, by id."""
    return {
        f"{row['split']}-{row['body_id']}": list(
            dict.fromkeys(
                name
                for chain in (*row["support_chains"], *row["denial_chains"])
                for name in chain
                if not name.startswith("@")
            )
        )
        for row in articles
    }


def figures(
    gold: Mapping[str, Row], edges: Mapping[str, Mapping[str, Sequence[str]]], rows: Sequence[Row]
) -> dict[str, float]:
    """Return precision and recall of edges, and the shares of exact bounds and statuses.

    Args:
        gold: each claim of the gold, by its words.
        edges: the actors of each article, by claim and id.
        rows: what was predicted, a row per claim.
    """
    n: Counter[str] = Counter()
    for row in rows:
        want = gold[row["claim"]]
        said: dict[str, list[str]] = {}
        for article, actor in row["edges"]:
            said.setdefault(article, []).append(actor)
        for article, actors in edges[row["claim"]].items():
            n += matched(said.get(article, []), actors)
        lo, hi = row["N"]
        n.update(claims=1, lo=lo == want["origins_lo"], hi=hi == want["origins_hi"])
        n.update(over=lo > want["origins_lo"], hi_sum=hi, hi_gold=want["origins_hi"])
        final = want["status"] if "status" in want else want["status_over_time"][-1][1]
        n.update(status=row["status"] == final)
    claims = n["claims"] or 1
    return {
        "edge precision": n["right"] / (n["said"] or 1),
        "edge recall": n["found"] / (n["meant"] or 1),
        "lo exact": n["lo"] / claims,
        "hi exact": n["hi"] / claims,
        "lo over-counted": n["over"],
        "hi over gold": n["hi_sum"] / (n["hi_gold"] or 1),
        "status": n["status"] / claims,
    }


def matched(said: Sequence[str], meant: Sequence[str]) -> Counter[str]:
    """Return how many names are right, and how many of the gold are found."""
    right = sum(any(same(name, other) for other in meant) for name in said)
    found = sum(any(same(name, other) for name in said) for other in meant)
    return Counter(said=len(said), meant=len(meant), right=right, found=found)


def same(said: str, meant: str) -> bool:
    """Return whether a predicted name stands for an actor of the gold."""
    words = name_words(said)
    if not words:
        return False
    if meant[0] in "~?":
        return _unnamed(words, name_words(meant[1:]), outlets=meant[0] == "?")
    parts = [meant, *meant.split(", "), TITLE_AFTER.sub("", meant)]
    if any(_initials(said) == part or _initials(part) == said for part in parts):
        return True
    return any(
        agree(words, name_words(part), person=person) for part in parts for person in (True, False)
    )


def _initials(name: str) -> str:
    """Return the capitals of a name of several words: WHO of World Health Organization."""
    capitals = re.findall(r"\b[A-Z]", name)
    return "".join(capitals) if len(capitals) > 1 else ""


def _unnamed(words: Sequence[str], meant: Sequence[str], *, outlets: bool) -> bool:
    told = list(itertools.takewhile(lambda word: word not in WHERE, meant)) or meant
    head = _singular(head_of(told))
    got = {_singular(word) for word in words}
    return head in got or (outlets and not got.isdisjoint(map(_singular, OUTLETS)))


def _singular(word: str) -> str:
    return word.removesuffix("s") if len(word) > len("news") else word
