"""The standing of a claim as the world had published it and this desk had seen it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from reportedly.values.claim import Claim, Judgement, Link, Reason, Standing, claim_id
from reportedly.values.document import Document
from reportedly.values.judging import judged
from reportedly.values.statement import Statement
from reportedly.weigh.cast import Chains, Node, cast
from reportedly.weigh.copies import copying
from reportedly.weigh.evidence import Item, Matter, bearing, first_denials, items, visible
from reportedly.weigh.flags import flags
from reportedly.weigh.independence import Independence, independence
from reportedly.weigh.interest import INVESTIGATING
from reportedly.weigh.judged import Decisions, decisions
from reportedly.weigh.lookups import Known, Remembered
from reportedly.weigh.paths import Graph
from reportedly.weigh.provenance import Provenance, provenance
from reportedly.weigh.reasons import reasons
from reportedly.weigh.status import Grounds, Ruling, ruling
from reportedly.weigh.withdrawn import Removed, removed


def weigh(  # noqa: PLR0913, PLR0917  # the evidence, the knowledge and the two dials, each by its name
    claim: Claim,
    statements: Iterable[Statement],
    documents: Iterable[Document],
    links: Iterable[Link],
    judgements: Iterable[Judgement],
    known: Known,
    *,
    published_by: datetime | None = None,
    seen_by: datetime | None = None,
) -> Standing:
    """Return what a claim rests on.

    Args:
        claim: its grouping; the order of the records does not matter anywhere.
        statements: its members and the statements about it.
        documents: theirs, and those that copy links touch.
        links: between its statements, and between documents for copies.
        judgements: what people decided about any of these.
        known: outlets, places, groups and competence.
        published_by: only what the world had published by then; None: everything.
        seen_by: only what this desk had seen by then; None: everything.
    """
    made = [one for one in judgements if seen_by is None or one.at <= seen_by]
    superseded = frozenset({claim.id, *map(claim_id, claim.statements)})
    decided = decisions(made, superseded, published_by=published_by)
    seen = [one for one in documents if visible(one, None, seen_by)]
    shown = [one for one in seen if visible(one, published_by, None)]
    in_force = _in_force(judged(links, made), seen_by)
    asked = Remembered(known)
    matter = Matter(claim, tuple(statements), seen, in_force, decided, asked)
    found = items(matter, published_by=published_by)
    who = cast(found, asked, decided.rated)
    chains = {item.statement.id: who.chain(item) for item in found}
    gone = removed(found, chains, in_force)
    support = bearing(found, "supports", "confirms")
    denied = first_denials(found)
    copies = copying(support, shown, in_force, who, possible=False)
    sure = doubtful = provenance(support, chains, copies, gone, denied)
    if any(link.relation == "possible_copy" for link in in_force):
        copies = copying(support, shown, in_force, who, possible=True)
        doubtful = provenance(support, chains, copies, gone, denied)
    counted = independence(sure, doubtful)
    ruled = _decided(decided, ruling(_grounds(found, chains, gone, counted)))
    return Standing(
        claim=claim.id,
        published_by=published_by,
        seen_by=seen_by,
        status=ruled.status,
        lo=counted.lo,
        hi=counted.hi,
        cut=_told_apart(counted.cut),
        behind=tuple(dict.fromkeys(node.name for node in counted.behind)),
        flags=flags(counted, (flag for flag, _ in doubtful.notes if flag)),
        paths=_paths(sure),
        evidence=tuple(item.evidence for item in bearing(found)),
        reasons=(ruled.reason, *reasons(counted, doubtful, found)),
        by=ruled.by,
    )


def _told_apart(nodes: Sequence[Node]) -> tuple[str, ...]:
    """Return the names of the cut in order; voices of one name with who reached them."""
    times = Counter(node.name for node in nodes)
    shown = (
        f"{node.name} ({node.through})" if times[node.name] > 1 and node.through else node.name
        for node in nodes
    )
    return tuple(sorted(shown))


def _in_force(links: Iterable[Link], seen_by: datetime | None) -> tuple[Link, ...]:
    """Return the latest link of each pair; what a person judged comes after all others."""
    latest: dict[tuple[str, str], Link] = {}
    for link in links:
        if seen_by is not None and link.at > seen_by:
            continue
        held = latest.setdefault((link.left, link.right), link)
        if held is not link and _precedence(link) > _precedence(held):
            latest[link.left, link.right] = link
    return tuple(latest.values())


def _precedence(link: Link) -> tuple[bool, datetime, str]:
    return not link.by_machine, link.at, link.id


def _decided(decided: Decisions, ruled: Ruling) -> Ruling:
    """Return what a person decided of the status, or else the rule."""
    if decided.status is None:
        return ruled
    status, judgement = decided.status
    text = f"{judgement.by} decided: {status}. {judgement.reason}".strip()
    return Ruling(status, (judgement.by,), Reason(text))


def _grounds(
    found: Sequence[Item], chains: Chains, gone: Removed, counted: Independence
) -> Grounds:
    said = [item for item in bearing(found) if item.statement.id not in gone.withdrawn]
    last = {_speaker(item, chains): item for item in said}
    party = {chains[item.statement.id][-1].key: item.evidence.party for item in said}
    denials = [
        item
        for item in bearing(said, "denies")
        if chains[item.statement.id][-1].sort != "media"
        and not _taken_back(item, last[_speaker(item, chains)])
    ]
    confirmations = [
        item
        for item in bearing(said, "confirms")
        if not _taken_back(item, last[_speaker(item, chains)])
    ]
    return Grounds(
        bearing(found, "supports", "confirms"),
        gone.withdrawn,
        confirmations,
        denials,
        frozenset(item.statement.id for item in denials if _investigated(item, chains)),
        counted.lo,
        counted.hi,
        bool(counted.voices),
        any(party.get(node.key) is not True for node in counted.counted),
    )


def _speaker(item: Item, chains: Chains) -> str:
    """Return who speaks; where the ministry is only spoken of, that is the ministry."""
    node = chains[item.statement.id][-1]
    return node.key if node.name == item.voice.name else f"voice:{item.voice.name}"


def _taken_back(item: Item, last: Item) -> bool:
    """Return whether the same voice has since said the opposite."""
    sides = {"confirms": 1, "supports": 1, "denies": -1}
    opposite = sides.get(item.stance, 0) * sides.get(last.stance, 0) < 0
    return opposite and last.start > item.start


def _investigated(item: Item, chains: Chains) -> bool:
    node = chains[item.statement.id][-1]
    cue = item.statement.chain[-1].cue or item.statement.text
    return node.sort == "own" or (node.sort == "outlet" and bool(INVESTIGATING.search(cue)))


def _paths(made: Provenance) -> tuple[tuple[str, ...], ...]:
    """Return each report's way by name, led on through the reports that it relays."""
    onward = _onward(made)
    shown: dict[tuple[str, ...], None] = {}
    for _, route in made.routes:
        if any(node.key not in made.graph for node in route):
            continue
        names = [node.name for node in route]
        seen = {node.key for node in route}
        key = route[-1].key
        while (key := onward.get(key, "")) and key not in seen:
            seen.add(key)
            names.append(made.nodes[key].name)
        shown[tuple(names)] = None
    return tuple(shown)


def _onward(made: Provenance) -> Mapping[str, str]:
    """Return the next actor on a shortest way from each to where its ways end."""
    graph: Graph = made.graph
    layer = sorted(key for key in graph if not graph.out_degree(key))
    onward = dict.fromkeys(layer, "")
    while layer:
        found: dict[str, str] = {}
        for key in layer:
            for before in sorted(graph.predecessors(key)):
                if before not in onward:
                    found.setdefault(before, key)
        onward.update(found)
        layer = sorted(found)
    return onward
