"""What a statement says, in the form in which two of them are compared."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from reportedly.link.numbers import Quantity, around, quantities
from reportedly.link.places import Spot, spots
from reportedly.link.relatives import named_for_others
from reportedly.link.units import Counted
from reportedly.link.words import acts, content, lemma, lexicon, names, things, tokens, weight
from reportedly.values.statement import Event, Mention, MentionKind, Phase, Statement
from reportedly.values.when import When

_SELVES = frozenset({"i", "i'm", "i've", "we", "we're", "we've", "you", "my", "our", "me", "us"})

_GOING = re.compile(
    r"\b(?:am|is|are|was|were|be|been|being|'s|’s|'re|’re)\s+(?:\w+\s+){0,2}?(?P<form>\w+ing)\b"
)

_CLAIMS = frozenset(
    {"report", "claim", "allegation", "accusation", "rumour", "rumor", "story", "suggestion"}
)

SHORTEST_TIME = 4
"""Characters from which the raw words of a time are cut out before numbers are read."""


@dataclass(frozen=True, slots=True)
class Thing:
    """Somebody or something in a slot.

    Attributes:
        key: where known.
        words: the lemmas of its name.
        named: whether it has a key or a name of its own, so that it can differ from another.
    """

    key: str | None
    words: frozenset[str]
    kind: MentionKind
    named: bool

    def is_same(self, other: Thing) -> bool:
        """Return whether both can be one: the same key, or one name within the other."""
        if self.key and other.key:
            return self.key == other.key
        return bool(self.words) and (self.words <= other.words or other.words <= self.words)

    def is_other(self, other: Thing) -> bool:
        """Return whether both are named, and surely not the same.

        A country and a city within it are not told apart: either can stand for the other.
        """
        if not (self.named and other.named and self.kind == other.kind):
            return False
        if self.kind == "place" and _is_country(self.key) != _is_country(other.key):
            return False
        if self.key and other.key:
            return self.key != other.key
        return self.words.isdisjoint(other.words)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a statement says.

    Attributes:
        statement, document: their ids.
        linkable: false for background states and words about a claim.
        words: lemmas of content words, with acts replaced by their class.
        weight: what those words weigh together.
        names: those of them that are names.
        owners: those of these that only tell whose aide or sister somebody is.
        acts: classes of acts, or the lemma of an act without a class.
        deeds: the same, and all that its other words can name as acts.
        turns: number and side of the pairs of opposite acts that the words belong to.
        who, what, to_whom, place: the slots of the event, empty where it gives none.
        spots: where it is said to happen, by every name that the text gives.
        things: classes of things that are acted on.
        when: first and last day of the event, where stated.
        phases: how far the act may have gone; empty where that is not told.
        negative: whether the voice says that it is not so.
        hedged: whether it is said to be possible or likely only.
        whole: the statement as it was read, for what is seldom asked.
    """

    statement: str
    document: str
    linkable: bool
    words: frozenset[str]
    weight: float
    names: frozenset[str]
    owners: frozenset[str]
    acts: frozenset[str]
    deeds: frozenset[str]
    turns: frozenset[tuple[int, int]]
    who: tuple[Thing, ...]
    what: tuple[Thing, ...]
    to_whom: tuple[Thing, ...]
    place: tuple[Thing, ...]
    spots: tuple[Spot, ...]
    things: frozenset[str]
    numbers: tuple[Quantity, ...]
    when: tuple[date, date] | None
    phases: frozenset[Phase]
    negative: bool
    hedged: bool
    whole: Statement


@lru_cache(maxsize=1 << 14)
def profile(statement: Statement) -> Profile:
    """Return what a statement says; slots that it does not fill stay empty."""
    event = statement.event
    words = content(statement.text)
    senses = frozenset(map(_sense, words))
    told = _acts(statement, words)
    return Profile(
        statement=statement.id,
        document=statement.document,
        linkable=_linkable(statement),
        words=senses,
        weight=weight(senses),
        names=_names(statement),
        owners=named_for_others(statement.text),
        acts=told,
        deeds=told | {sense.removeprefix("#") for sense in senses},
        turns=frozenset(side for word in words if (side := lexicon().opposites.get(word))),
        who=_things(event.who) if event else (),
        what=_things(event.what) if event else (),
        to_whom=_things(event.to_whom) if event else (),
        place=_things(event.place) if event else (),
        spots=spots(statement),
        things=things(statement.text),
        numbers=_numbers(statement),
        when=_when(statement),
        phases=_phases(statement),
        negative=statement.denied or statement.status_effect == "denies",
        hedged=abs(statement.certainty.score) in (1.0, 2.0),
        whole=statement,
    )


def says_something(statement: Statement) -> bool:
    """Return whether a confirmation or denial itself says what happened, and of whom.

    "Police confirmed that 12 people died" does; "police confirmed the report" does not.
    """
    event = statement.event
    if event is None or statement.status_effect not in {"confirms", "denies"}:
        return False
    what = [mention for mention in event.what if not _is_claim(mention)]
    if event.what and not what:
        return False
    return bool(what or event.to_whom or (event.who and _acts(statement, frozenset())))


def _is_claim(mention: Mention) -> bool:
    """Whether a thing is what somebody said ("the report on the arms")."""
    return any(lemma(word) in _CLAIMS for word in tokens(mention.name)[:2])


def _linkable(statement: Statement) -> bool:
    if statement.background or _asked(statement) or _of_oneself(statement):
        return False
    return statement.status_effect is None or says_something(statement)


def _asked(statement: Statement) -> bool:
    return any(marker.kind == "question" for marker in statement.certainty.markers)


def _of_oneself(statement: Statement) -> bool:
    """Whether a quoted voice speaks of itself or to somebody ("I like chess", "You know")."""
    first = tokens(statement.text)[:3]
    return statement.quotation == "direct" and any(w.lower() in _SELVES for w in first)


def _sense(word: str) -> str:
    """Return the class of an act for a word that names one, else the word."""
    act = lexicon().act.get(word)
    return f"#{act}" if act else word


def _names(statement: Statement) -> frozenset[str]:
    mentioned = (word for m in statement.mentions for word in _thing(m).words)
    return names(statement.text) | frozenset(map(_sense, mentioned))


def _acts(statement: Statement, words: frozenset[str]) -> frozenset[str]:
    event = statement.event
    if event is None:
        return acts(words)
    if event.type and event.type != "other":
        return frozenset({event.type})
    action = lemma(event.action)
    if action in lexicon().act:
        return frozenset({lexicon().act[action]})
    return acts(words) if action in lexicon().weak else frozenset({action})


def _things(mentions: Sequence[Mention]) -> tuple[Thing, ...]:
    return tuple(map(_thing, mentions))


def _thing(mention: Mention) -> Thing:
    words = tokens(mention.name)
    telling = [word for word in words if word.lower() not in lexicon().stop]
    named = mention.key is not None or (telling != [] and all(w[0].isupper() for w in telling))
    lemmas = frozenset(map(lemma, telling))
    return Thing(mention.key, lemmas, mention.kind, named)


def _is_country(key: str | None) -> bool:
    """Whether a place is known as a country, by its ISO 3166-1 alpha-3 code."""
    return key is not None and len(key) == len("UKR") and key.isupper()


def _numbers(statement: Statement) -> tuple[Quantity, ...]:
    found = tuple(quantities(statement.text))
    event = statement.event
    if found or event is None or event.quantity is None:
        return found
    return (Quantity(*around(event.quantity), Counted(content(event.unit or ""))),)


def _phases(statement: Statement) -> frozenset[Phase]:
    """Return how far the act may have gone; news tells in the present what has happened, too.

    "Hamas attacks a post" may be under way or done; "is attacking" is under way.
    """
    event = statement.event
    if event is None:
        return frozenset()
    if event.phase == "under_way" and not _progressive(statement, event):
        return frozenset({"under_way", "done"})
    return frozenset({event.phase})


def _progressive(statement: Statement, event: Event) -> bool:
    """Whether the act is told as going on ("is supplying"); "denied supplying" tells not when."""
    text = statement.text.lower()
    forms = {m["form"] for m in _GOING.finditer(text)}
    return (
        any(lemma(form) == event.action for form in forms)
        or _at_head(statement, event).lower() in forms
    )


def _at_head(statement: Statement, event: Event) -> str:
    """Return the predicate as written."""
    passed = 0
    for span in statement.content:
        if span.start <= event.head.start < span.end:
            start = passed + event.head.start - span.start
            return statement.text[start : start + event.head.end - event.head.start]
        passed += span.end - span.start + 1
    return ""


def _when(statement: Statement) -> tuple[date, date] | None:
    event = statement.event
    stated: Iterable[When] = [event.when] if event and event.when else ()
    stated = stated or [timed.when for timed in statement.times if timed.role == "event"]
    days = [days for when in stated if when.basis == "stated" and (days := _days(when))]
    return (min(d[0] for d in days), max(d[1] for d in days)) if days else None


def _days(when: When) -> tuple[date, date] | None:
    """Return the first and last day of a time, where it is bounded."""
    if not when.start or not when.end:
        return None
    first = datetime.fromisoformat(when.start)
    last = datetime.fromisoformat(when.end) - timedelta(seconds=1)
    return first.date(), max(first.date(), last.date())
