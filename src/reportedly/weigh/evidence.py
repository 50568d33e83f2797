"""What bears on a claim by two moments: each report with its stance, voice and interest."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.values.claim import EVIDENCE_STANCES, Claim, Evidence, Link, Stance
from reportedly.values.document import Document
from reportedly.values.statement import Actor, Event, SourceKind, Statement
from reportedly.values.when import instant
from reportedly.weigh.interest import confirms, slots, takes_part
from reportedly.weigh.judged import Decisions
from reportedly.weigh.lookups import Known
from reportedly.weigh.polarity import stances

_ON_KNOWING: frozenset[Stance] = frozenset({"confirms", "denies", "debunks"})
"""Stances whose weight hangs on whether the voice can know."""


@dataclass(frozen=True, slots=True)
class Matter:
    """All that is weighed together.

    Attributes:
        statements: members and about-statements of the claim.
        documents: theirs, and those that copy links touch, as far as they were seen.
        links: between statements, and between documents for copies.
    """

    claim: Claim
    statements: Sequence[Statement]
    documents: Sequence[Document]
    links: Sequence[Link]
    decided: Decisions
    known: Known


@dataclass(frozen=True, slots=True)
class Item:
    """One report's bearing on the claim, with what is needed to weigh it.

    Attributes:
        voice: who is nearest the words.
        start, end: the earliest and the latest moment of publication.
    """

    statement: Statement
    document: Document
    voice: Actor
    evidence: Evidence
    start: datetime
    end: datetime

    @property
    def stance(self) -> Stance:
        """The stance of the report to the claim."""
        return self.evidence.stance


def items(matter: Matter, *, published_by: datetime | None) -> tuple[Item, ...]:
    """Return what bears on the claim by a moment, oldest publication first.

    Comments and non-confirmations are among them: they are shown, and change nothing.
    What the claim is, and so each stance, comes from today's members whatever the moment.
    """
    documents = {document.id: document for document in matter.documents}
    held = {one.id: one for one in matter.statements if one.document in documents}
    found = stances(matter.claim, held, matter.links) | {
        one: stance for one, stance in matter.decided.stances.items() if one in held
    }
    events = events_of(matter.claim, held)
    setting = (_placed(matter.claim, held), slots(events, matter.known))
    made = []
    for one, stance in found.items():
        document = documents[held[one].document]
        thrown_out = not matter.decided.rejected.isdisjoint({one, document.id})
        if not thrown_out and visible(document, published_by, None):
            made.append(_item(held[one], document, stance, setting, matter))
    return tuple(sorted(_as_body_says(made), key=lambda item: (item.start, item.statement.id)))


def _as_body_says(made: Sequence[Item]) -> Iterable[Item]:
    """Yield the items, each headline with the voice that the body below it names.

    "Kestria denies it" over "Kestria's Defence Ministry denied it" is one denial, and so is
    "The arms for the rebels" over it: the words of a headline sum up the body.
    """
    bodies: dict[str, dict[Stance, Item]] = {}
    for item in sorted(made, key=lambda one: one.statement.content[0].start):
        if len(item.statement.chain) > 1 and not in_headline(item):
            bodies.setdefault(item.document.id, {}).setdefault(item.stance, item)
    for item in made:
        body = bodies.get(item.document.id, {})
        told = body.get(item.stance)
        if len(item.statement.chain) == 1 and not {"supports", "confirms"} & body.keys():
            told = told or next(iter(body.values()), None)
        if told is None or item.voice.kind == "named_person" or not in_headline(item):
            yield item
            continue
        evidence = dataclasses.replace(told.evidence, statement=item.statement.id)
        yield dataclasses.replace(item, voice=told.voice, evidence=evidence)


def in_headline(item: Item) -> bool:
    """Return whether the words stand in the headline of the article."""
    first, _, body = item.document.text.partition("\n")
    return bool(body.strip()) and item.statement.content[0].start < len(first)


def bearing(found: Sequence[Item], *kinds: Stance) -> tuple[Item, ...]:
    """Return the items of these stances, or all that enter the evidence."""
    wanted = kinds or EVIDENCE_STANCES
    return tuple(item for item in found if item.stance in wanted)


def first_denials(found: Sequence[Item]) -> dict[str, int]:
    """Return where in its text each article first denies the claim, by the article's id."""
    first: dict[str, int] = {}
    for item in bearing(found, "denies"):
        start = item.statement.content[0].start
        first[item.document.id] = min(start, first.get(item.document.id, start))
    return first


def visible(document: Document, published_by: datetime | None, seen_by: datetime | None) -> bool:
    """Return whether a document was published by one moment and seen by another."""
    start, _ = published(document)
    return (published_by is None or start <= published_by) and (
        seen_by is None or document.first_seen <= seen_by
    )


def published(document: Document) -> tuple[datetime, datetime]:
    """Return the earliest and the latest moment of publication (UTC).

    A bare date counts from its first instant. Without any date, first sight stands in.
    """
    when = document.claimed_published
    if when is None or when.start is None:
        return document.first_seen, document.first_seen
    start = instant(when.start)
    return start, instant(when.end) if when.end else start


def events_of(claim: Claim, statements: dict[str, Statement]) -> tuple[Event, ...]:
    """Return the events of the members, in the claim's order."""
    members = (statements[one] for one in claim.statements if one in statements)
    return tuple(member.event for member in members if member.event is not None)


def _placed(claim: Claim, statements: dict[str, Statement]) -> Sequence[Event]:
    """Return the events that members tell of, each with every place that its sentence names.

    "In Arequipa, Peru" tells the country of a town that no list holds. What differs in its
    position alone is one event.
    """
    told: dict[tuple[object, ...], Event] = {}
    for one in (statements[each] for each in claim.statements if each in statements):
        event = one.event
        if event is None:
            continue
        others = (each for each in one.mentions if each.kind == "place")
        event = dataclasses.replace(event, place=(*event.place, *others))
        slots_of = (event.who, event.what, event.to_whom, event.place)
        named = tuple(tuple((each.name, each.key) for each in slot) for slot in slots_of)
        told.setdefault((event.type, event.action, named), event)
    return tuple(told.values())


def _competent(voice: Actor, told: Sequence[Event], known: Known) -> bool | None:
    """Return the first ruling on a voice by the events of a claim, None where there is none."""
    rulings = (known.competence.competent(voice, event) for event in told)
    return next((ruled for ruled in rulings if ruled is not None), None)


def _item(
    statement: Statement,
    document: Document,
    stance: Stance,
    setting: tuple[Sequence[Event], frozenset[str]],
    matter: Matter,
) -> Item:
    decided = matter.decided
    told, taking = setting
    voice = _voice(statement)
    ruled = None
    if stance in _ON_KNOWING:
        ruled = _competent(voice, told, matter.known)
    able = decided.competent.get(statement.id, ruled)
    # who speaks of its own doing or loss takes part, whether or not it fills a slot
    part = True if ruled is False else takes_part(voice, taking, matter.known)
    party = decided.party.get(statement.id, part)
    if stance == "confirms" and statement.id not in decided.stances:
        cue = statement.chain[-1].cue or statement.text
        stance = "confirms" if confirms(voice, cue, party=party, competent=able) else "supports"
    start, end = published(document)
    return Item(
        statement,
        document,
        voice,
        Evidence(statement.id, stance, voice.name, party, able, start, document.first_seen),
        start,
        end,
    )


def _voice(statement: Statement) -> Actor:
    """Return who is nearest the words; in "the ministry denied it" that is the ministry."""
    last = statement.chain[-1]
    event = statement.event
    silent = statement.status_effect == "unconfirms"
    if len(statement.chain) > 1 or not (silent or last.mode == "speech_act") or event is None:
        return last.actor
    # "The ministry could not be reached": in the passive it stands among the objects.
    named = event.who or tuple(m for m in event.what if m.kind in {"person", "organisation"})
    if not named:
        return last.actor
    who = named[0]
    kind: SourceKind = "named_person" if who.kind == "person" else "organisation"
    return Actor(who.name, kind, who.key)


def with_stance(item: Item, stance: Stance) -> Item:
    """Return the item with another stance."""
    return dataclasses.replace(item, evidence=dataclasses.replace(item.evidence, stance=stance))
