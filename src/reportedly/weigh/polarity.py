"""Which members of a claim say it, and which say the opposite."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence

from reportedly.values.claim import Claim, Link, Stance
from reportedly.values.statement import Statement
from reportedly.weigh.interest import CONFIRMING, DENYING, WITHHELD

_HEARSAY = frozenset({"unattributed", "unnamed_media"})


def stances(
    claim: Claim, statements: Mapping[str, Statement], links: Iterable[Link]
) -> dict[str, Stance]:
    """Return the stance of each statement to the claim, by its words and its links.

    The claim is what its positive members assert, or, where all are negative, what those
    say is not so. Confirmation is only proposed here: whether the voice can confirm is
    weighed later.
    """
    members = [statements[one] for one in claim.statements if one in statements]
    sides = _sides(members, links)
    found: dict[str, Stance] = {}
    for member in members:
        found[member.id] = _stance(member, sides[member.id])
    for about, stance in claim.about:
        if about in statements and about not in found:
            found[about] = stance
    return found


def _stance(member: Statement, side: int) -> Stance:
    cue = member.chain[-1].cue
    if CONFIRMING.search(cue):
        if WITHHELD.search(cue):
            return "does_not_confirm"
        if side > 0:
            return "confirms"
    if side == 0:
        return "comment"
    return "denies" if side < 0 else "supports"


def _sides(members: Sequence[Statement], links: Iterable[Link]) -> dict[str, int]:
    """Return +1 for members that say the claim, -1 for those that say the opposite, or 0."""
    signs = {member.id: _sign(member) for member in members}
    if members and all(sign <= 0 for sign in signs.values()):
        signs = {one: -sign for one, sign in signs.items()}
    opposed = _opposed(signs, links)
    for component in _components(opposed):
        kept, turned = component
        minority = turned if len(turned) < len(kept) else kept
        if len(turned) == len(kept):
            order = {member.id: index for index, member in enumerate(members)}
            minority = max(kept, turned, key=lambda side: min(order[one] for one in side))
        for one in minority:
            signs[one] = -signs[one]
    return signs


def _sign(member: Statement) -> int:
    score = member.certainty.score
    if score == 0 and member.chain[-1].actor.kind in _HEARSAY:
        return 1  # hearsay that circulates the claim carries it, however weakly
    if score > 0 and DENYING.match(member.chain[-1].cue):
        return -1
    return (score > 0) - (score < 0)


def _opposed(signs: Mapping[str, int], links: Iterable[Link]) -> dict[str, set[str]]:
    """Return who contradicts whom among members whose own words have one sign."""
    opposed: dict[str, set[str]] = defaultdict(set)
    for link in links:
        pair = signs.get(link.left), signs.get(link.right)
        if link.relation == "denies" and pair == (1, 1):
            opposed[link.left].add(link.right)
            opposed[link.right].add(link.left)
    return opposed


def _components(opposed: Mapping[str, set[str]]) -> Iterable[tuple[set[str], set[str]]]:
    """Return each connected component of contradictions as its two sides."""
    colour: dict[str, int] = {}
    for start in sorted(opposed):
        if start in colour:
            continue
        sides: tuple[set[str], set[str]] = (set(), set())
        colour[start] = 0
        queue = deque([start])
        while queue:
            one = queue.popleft()
            sides[colour[one]].add(one)
            for other in sorted(opposed[one]):
                if other not in colour:
                    colour[other] = 1 - colour[one]
                    queue.append(other)
        yield sides
