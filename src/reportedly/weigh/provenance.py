"""Who leans on whom: the graph from reporting outlets to the voices nearest the words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import networkx as nx

from reportedly.values.claim import Flag, Relation
from reportedly.values.document import Document
from reportedly.weigh.cast import Chains, Node, unknown_origin
from reportedly.weigh.copies import Copied, Copying, repeats
from reportedly.weigh.evidence import Item, in_headline
from reportedly.weigh.names import fold
from reportedly.weigh.withdrawn import Removed

SHORTEST_REPORT = 60
"""Words from which on a report without a source counts as having an unknown one (hi)."""

_REPEATING: tuple[Relation, ...] = ("copies", "possible_copy")


@dataclass(slots=True)
class Provenance:
    """The actor graph of one claim while it is built; read only from then on.

    Attributes:
        graph: keys of actors; an edge leads from who passes on to who is passed on.
        nodes: the actors by key.
        reports: outlets that have a report of the claim with a source, by key, and where;
            who only repeats a text is none of them, but the text's outlet is.
        cited: keys of outlets that others cite for it.
        routes: each report as the keys of its way, with its statement.
        notes: what was seen on the way, with the flag that it raises, if any.
    """

    graph: nx.DiGraph[str] = field(default_factory=nx.DiGraph)
    nodes: dict[str, Node] = field(default_factory=dict)
    reports: dict[str, str] = field(default_factory=dict)
    cited: set[str] = field(default_factory=set)
    routes: list[tuple[str, tuple[Node, ...]]] = field(default_factory=list)
    notes: dict[tuple[Flag | None, str], dict[str, None]] = field(default_factory=dict)

    def note(self, flag: Flag | None, text: str, *statements: str) -> None:
        """Keep what was seen, once, with all statements that show it."""
        self.notes.setdefault((flag, text), {}).update(dict.fromkeys(statements))


def provenance(
    support: Sequence[Item],
    named: Chains,
    copying: Copying,
    gone: Removed,
    denied: Mapping[str, int] | None = None,
) -> Provenance:
    """Return the graph of the supporting reports, without what was withdrawn or debunked.

    Args:
        support: the reports that say it, oldest first.
        named: the actors of each.
        copying: which texts repeat which.
        gone: what retractions and debunkings take away.
        denied: where in an article it is first denied, by the article's id.
    """
    made = Provenance()
    chains = {
        item.statement.id: _without_repeats(item, named[item.statement.id], made)
        for item in support
    }
    standing = [item for item in support if item.statement.id not in gone.withdrawn]
    held = _held(standing, chains)
    for item in _telling(standing, chains, denied or {}):
        _lay_copies(item, chains, held, copying, made)
    _take_away(made, gone)
    _chronology(standing, chains, made)
    return made


def _without_repeats(item: Item, chain: Sequence[Node], made: Provenance) -> tuple[Node, ...]:
    """Return the chain without an actor that is named twice in a row."""
    kept = [chain[0]]
    for node in chain[1:]:
        if node.key != kept[-1].key:
            kept.append(node)
        elif node.name == kept[-1].name and node.sort == "outlet":
            text = f"{node.name} cites itself: a follow-up, not support."
            made.note("self_citation", text, item.statement.id)
    return tuple(kept)


def _held(standing: Iterable[Item], chains: Chains) -> frozenset[str]:
    """Return the outlets whose own report, with a source of its own, is at hand."""
    return frozenset(
        chains[item.statement.id][0].key
        for item in standing
        if len(chains[item.statement.id]) > 1 or _long(item.document)
    )


def _telling(standing: Sequence[Item], chains: Chains, denied: Mapping[str, int]) -> Iterable[Item]:
    """Yield the reports that say more than the rest of their own article.

    A headline sums up the body, and an article that names its source once does not become
    a second, sourceless report where it repeats the claim in its own voice. Nor does one that
    tells of a denial become a report of what is denied: "reports of it appeared last week".
    """
    by_document: dict[str, list[Item]] = defaultdict(list)
    for item in standing:
        by_document[item.document.id].append(item)
    for item in standing:
        chain = chains[item.statement.id]
        others = [other for other in by_document[item.document.id] if other is not item]
        sourced = any(len(chains[other.statement.id]) > 1 for other in others)
        body = any(
            len(chains[other.statement.id]) > 1 and not in_headline(other) for other in others
        )
        behind = denied.get(item.document.id)
        retold = behind is not None and behind < item.statement.content[0].start
        if len(chain) == 1 and (sourced or retold):
            continue
        if in_headline(item) and body and item.statement.chain[-1].actor.kind != "named_person":
            continue
        yield item


def _lay_copies(
    item: Item, chains: Chains, held: frozenset[str], copying: Copying, made: Provenance
) -> None:
    """Add the ways of one report: to the texts that it copies, and its own chain beside.

    A report that only hands on what the copied text says has no way of its own.
    """
    chain = chains[item.statement.id]
    inherited = shown = False
    for relation in _REPEATING:
        for copied in copying.of(item, relation):
            again = _lay_copy(item, copied, chains, made, shown=shown)
            if again is None:
                continue
            shown, inherited = True, inherited or again
            if again and relation == "copies":
                break  # a family of copies has one source
    if not inherited:
        route = _own_route(item, chain, held, made)
        _lay(route, item.statement.id, made)
        if len(route) > 1:
            made.reports.setdefault(route[0].key, item.statement.id)
        made.cited.update(node.key for node in route[1:] if node.sort == "outlet")


def _lay_copy(
    item: Item, copied: Copied, chains: Chains, made: Provenance, *, shown: bool
) -> bool | None:
    """Add the way of a report to a text that it copies; return whether it adds nothing to it.

    None where the words are not of that text: they are the host's own reporting.
    """
    chain = chains[item.statement.id]
    if copied.outlet.key == chain[0].key:
        return None
    told = [chains[one] for one in copied.statements if one in chains]
    again = repeats(chain, told, item, copied)
    if not told and not again:
        return None
    voices = () if told else tuple(n for n in chain[1:] if n.key != copied.outlet.key)
    _lay((chain[0], copied.outlet, *voices), item.statement.id, made)
    if not told:
        made.reports.setdefault(copied.outlet.key, item.statement.id)
    if not shown:  # one source is enough to say that it is a copy
        text = (
            _relayed(chain, copied.outlet)
            if _only_cites(chain, copied)
            else copied.words(chain[0].name)
        )
        made.note(None, text, item.statement.id, *copied.statements)
    return again


def _own_route(
    item: Item, chain: tuple[Node, ...], held: frozenset[str], made: Provenance
) -> tuple[Node, ...]:
    """Return the way of a report by its own words, up to the first report that is at hand."""
    one = item.statement.id
    if len(chain) == 1:
        return _unsourced(item, chain, made)
    for place, node in enumerate(chain[1:], start=1):
        if node.sort == "outlet" and node.key in held and node.key != chain[0].key:
            made.note(None, _relayed(chain, node), one)
            _lay_beyond(chain[place + 1 :], made)
            return chain[: place + 1]
    last = chain[-1]
    if last.sort == "outlet" and "confirm" in item.statement.chain[-1].cue.casefold():
        text = f"{last.name} says that it has confirmed it, and names nobody: counted in hi only."
        made.note(None, text, one)
        return (*chain, unknown_origin(last))
    return chain


def _only_cites(chain: tuple[Node, ...], copied: Copied) -> bool:
    """Return whether a report names the outlet whose text it may repeat, which says more."""
    cited = any(node.key == copied.outlet.key for node in chain[1:])
    return cited and copied.link.relation == "possible_copy"


def _relayed(chain: tuple[Node, ...], cited: Node) -> str:
    return f"{chain[0].name} cites {cited.name}: a relay, not a second source."


def _unsourced(item: Item, chain: tuple[Node, ...], made: Provenance) -> tuple[Node, ...]:
    """Return the way of a report that names no source: to an unknown one, or nowhere."""
    name, statement = chain[0].name, item.statement
    if len(statement.chain) > 1:
        return chain  # it names itself, which is noted already
    confirming = statement.status_effect == "confirms" or "confirm" in statement.chain[0].cue
    if confirming or _long(item.document):
        text = f"{name} names no source: an unknown origin, counted in hi only."
        made.note(None, text, statement.id)
        return (chain[0], unknown_origin(chain[0]))
    text = f"{name} names no source in under {SHORTEST_REPORT} words: not counted."
    made.note(None, text, statement.id)
    return chain


def _long(document: Document) -> bool:
    # No further than needed: an interview has thousands of words.
    return len(document.text.split(None, SHORTEST_REPORT - 1)) >= SHORTEST_REPORT


def _lay(route: tuple[Node, ...], statement: str, made: Provenance) -> None:
    """Add one way to the graph."""
    for node in route:
        first = made.nodes.setdefault(node.key, node)
        made.graph.add_node(node.key)
        if node.sort == "outlet" and fold(first.name) != fold(node.name):
            pair = " and ".join(sorted((first.name, node.name)))
            text = f"{pair} belong to one owner: one actor."
            made.note(None, text, statement)
    made.routes.append((statement, route))
    for one, other in pairwise(route):
        if one.key == other.key:
            continue
        made.graph.add_edge(one.key, other.key)
        if one.sort in {"named", "anonymous"} and other.sort in {"media", "outlet"}:
            back = made.nodes[other.key].name
            text = f"{one.name} points back to {back}: an echo, no source of its own."
            made.note("echo", text, statement)


def _lay_beyond(voices: Sequence[Node], made: Provenance) -> None:
    """Add what a relay tells of voices on whom others lean, without a way to them.

    The held report says who stands behind it. Yet a voice that is heard to point on to
    another is no origin, wherever that is told.
    """
    for one, other in pairwise(voices):
        if one.sort != "outlet" and one.key != other.key:
            made.nodes.setdefault(one.key, one)
            made.nodes.setdefault(other.key, other)
            made.graph.add_edge(one.key, other.key)


def _take_away(made: Provenance, gone: Removed) -> None:
    for key, (name, _, statement) in sorted(gone.outlets.items()):
        made.note(None, f"retracted: {name}", statement)
        if key in gone.silenced and key in made.graph:
            made.graph.remove_node(key)
    for key, (name, statement) in sorted(gone.debunked.items()):
        if key in made.graph:
            made.graph.remove_node(key)
            made.note(None, f"{name} was debunked and counts for nothing.", statement)


def _chronology(standing: Sequence[Item], chains: Chains, made: Provenance) -> None:
    """Note who cites a report that, as far as is known, was not yet there."""
    first: dict[str, Item] = {}
    for item in standing:
        first.setdefault(chains[item.statement.id][0].key, item)
    for item in standing:
        chain = chains[item.statement.id]
        for node in chain[1:]:
            earliest = first.get(node.key) if node.key != chain[0].key else None
            if earliest is not None and item.start < earliest.start and item.end <= earliest.start:
                text = (
                    f"{chain[0].name} cites {node.name} before its first known report; "
                    "the time of one of them is uncertain."
                )
                made.note("impossible_chronology", text, item.statement.id, earliest.statement.id)
