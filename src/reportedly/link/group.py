"""Statements and links become claims.

Links that say "same" or "denies" join, strongest first; two statements between which a
link says that they differ (another number, place, date or phase, or "unrelated") never
end in one claim, however they are joined through others. Nor does a chain of links lead from
one thing to another on the same topic: two groups are joined only where their members are near
in meaning on the whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from reportedly.link.about import debunks
from reportedly.link.meaning import Meanings
from reportedly.link.profile import says_something
from reportedly.link.stance import speaks_against
from reportedly.values.claim import Claim, Judgement, Link, Relation, Stance, claim_id
from reportedly.values.judging import groupings, judged
from reportedly.values.statement import Statement, StatusEffect

METHOD = "link.group/2"

JOINING: frozenset[Relation] = frozenset({"same", "denies"})
PARTING: frozenset[Relation] = frozenset({"variant", "escalates", "unrelated"})
POINTING: frozenset[Relation] = frozenset({"about", "same", "denies"})

STANCES: Mapping[StatusEffect, Stance] = {
    "confirms": "confirms",
    "denies": "denies",
    "unconfirms": "does_not_confirm",
    "retracts": "retracts",
    "corrects": "corrects",
}

ALIKE = 0.5
"""Mean likeness between the members of two groups from which a link may make them one claim.

Not asked of denials: what is denied is often named in a few words ("the ministry denies it all").
"""

Pair = tuple[str, str]

_PRONOUN = re.compile(r"\W*(?:he|she|it|they|we|i|this|that|these|those)\b", re.IGNORECASE)
_SURE = 3.0


def group(
    statements: Sequence[Statement],
    links: Iterable[Link],
    *,
    judgements: Sequence[Judgement] = (),
    vectors: Mapping[str, bytes] | None = None,
) -> Sequence[Claim]:
    """Return the claims that these statements make.

    Args:
        statements: oldest first, by publication, document and place. A claim takes its id
            from its first member; which statements belong together does not depend on
            the order.
        links: all links between them. Of two links on one pair the later one holds, and
            a person's before a machine's.
        judgements: what people decided about links and about merges and splits; it
            outweighs all links.
        vectors: of statements, by id; where there are none, links alone decide.

    Returns:
        The claims in the order of their first members. Background states, and words that
        are only about a claim, form none.
    """
    standing = _standing(links, judgements)
    order = {statement.id: place for place, statement in enumerate(statements)}
    by_id = {statement.id: statement for statement in statements}
    beside = _beside(statements, standing)
    members = [s.id for s in statements if not s.background and s.id not in beside]
    home = _joined(frozenset(members), standing, Meanings(vectors or {}, members))
    about = _about(beside, home, standing, by_id)
    groups: dict[str, list[str]] = {}
    for member in members:
        groups.setdefault(home[member], []).append(member)
    return [
        _claim([by_id[m] for m in ids], sorted(about.get(root, ()), key=lambda a: order[a[0]]))
        for root, ids in groups.items()
    ]


def _claim(members: Sequence[Statement], about: Sequence[tuple[str, Stance]]) -> Claim:
    ids = tuple(member.id for member in members)
    return Claim(claim_id(ids[0]), _gist(members), ids, tuple(about))


def _gist(members: Sequence[Statement]) -> str:
    """Return the words of the member that says most; of those that assert it, if any do."""
    asserting = [one for one in members if not (one.denied or speaks_against(one))] or members
    return max(asserting, key=_fullness).text


def _fullness(statement: Statement) -> tuple[bool, int, bool, int, int]:
    """Return what makes the words of a member tell the claim, the weightiest first.

    That they name their subject, how many slots they fill, that they say it plainly (how
    sure each voice sounds is kept with it), how much they name that is known, how long
    they are.
    """
    event = statement.event
    slots = (event.who, event.what, event.to_whom, event.place) if event else ()
    filled = sum(1 for slot in slots if slot) + (event is not None and event.quantity is not None)
    return (
        not _PRONOUN.match(statement.text),
        filled,
        abs(statement.certainty.score) == _SURE,
        sum(1 for slot in slots for mention in slot if mention.key),
        len(statement.text),
    )


def _standing(links: Iterable[Link], judgements: Sequence[Judgement]) -> Mapping[Pair, Link]:
    """Return the one link that holds for each pair: a person's before a machine's, the latest."""
    best: dict[Pair, tuple[tuple[object, ...], Link]] = {}
    for link in chain(judged(links, judgements), groupings(judgements)):
        rank = (not link.by_machine, link.at, link.score, link.relation, link.id)
        pair = _pair(link)
        if pair not in best or rank > best[pair][0]:
            best[pair] = (rank, link)
    return {pair: link for pair, (_, link) in best.items()}


def _beside(statements: Sequence[Statement], standing: Mapping[Pair, Link]) -> frozenset[str]:
    """Return the statements that are kept beside claims instead of making one."""
    effects = {s.id: s for s in statements if s.status_effect and not s.background}
    comments = {link.left for link in standing.values() if link.relation == "about"}
    plain = {s.id for s in statements if not s.background} - effects.keys() - comments
    linked = {
        one
        for link in standing.values()
        if link.relation in POINTING
        for one, other in ((link.left, link.right), (link.right, link.left))
        if other in plain
    }
    return frozenset(comments) | {
        name for name, s in effects.items() if name in linked or not says_something(s)
    }


def _joined(
    members: frozenset[str], standing: Mapping[Pair, Link], meanings: Meanings
) -> Mapping[str, str]:
    """Return for each member the one that stands for its group.

    The strongest link first, that never joins two groups with a parting link between them, or
    that are not alike on the whole; ties are settled by ids, so that the order of the input does
    not matter. What people decided goes first, the latest before what it outweighs.
    """
    inside = [link for pair, link in standing.items() if members.issuperset(pair)]
    home = {member: member for member in members}
    held = {member: {member} for member in members}
    apart: dict[str, set[str]] = {member: set() for member in members}
    for link in sorted(inside, key=_precedence):
        a, b = sorted((home[link.left], home[link.right]), key=lambda r: (-len(held[r]), r))
        if a == b:
            continue
        if link.relation in PARTING:
            apart[a] |= held[b] & {link.left, link.right}
            apart[b] |= held[a] & {link.left, link.right}
        elif link.relation in JOINING and apart[a].isdisjoint(held[b]):
            near = meanings.between(a, b) if link.by_machine and link.relation == "same" else None
            if near is not None and near < ALIKE:
                continue
            home.update(dict.fromkeys(held[b], a))
            held[a] |= held.pop(b)
            apart[a] |= apart.pop(b)
            meanings.join(a, b)
    return home


def _precedence(link: Link) -> tuple[object, ...]:
    """Return what orders links: people's, the latest first; then what parts; then by score."""
    age = 0.0 if link.by_machine else -link.at.timestamp()
    return link.by_machine, age, link.relation not in PARTING, -link.score, *_pair(link)


def _pair(link: Link) -> Pair:
    return min(link.left, link.right), max(link.left, link.right)


def _about(
    beside: frozenset[str],
    home: Mapping[str, str],
    standing: Mapping[Pair, Link],
    by_id: Mapping[str, Statement],
) -> Mapping[str, list[tuple[str, Stance]]]:
    """Return for each group the statements that are kept beside it, with their stance."""
    best: dict[str, tuple[tuple[float, str], str]] = {}
    for link in standing.values():
        for one, other in ((link.left, link.right), (link.right, link.left)):
            if one in beside and one in by_id and other in home and link.relation in POINTING:
                rank = (link.score, other)
                if one not in best or rank > best[one][0]:
                    best[one] = (rank, home[other])
    found: dict[str, list[tuple[str, Stance]]] = {}
    for name, (_, root) in best.items():
        found.setdefault(root, []).append((name, _stance(by_id[name])))
    return found


def _stance(statement: Statement) -> Stance:
    if statement.status_effect:
        return STANCES[statement.status_effect]
    return "debunks" if debunks(statement) else "comment"
