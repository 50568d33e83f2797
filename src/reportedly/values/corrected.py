"""A statement as people corrected its reading; what the machine read stays as it was kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TypeVar, get_args

from reportedly.errors import InvalidValueError
from reportedly.values.claim import Judgement
from reportedly.values.judging import latest
from reportedly.values.statement import (
    UNNAMED_KINDS,
    Actor,
    Attribution,
    Event,
    Factuality,
    Phase,
    Role,
    SourceKind,
    Statement,
    StatusEffect,
    Timed,
    certainty,
)
from reportedly.values.when import Span, published

Word = TypeVar("Word")

ARROW = re.compile(r"\s*(?:<-|←)\s*")
_VOICE = re.compile(r"(?P<name>.+?)\s*\((?P<kind>[a-z_]+)(?:,\s*(?P<key>[^()]*))?\)")
_NONE = "none"
_YES, _NO = "yes", "no"


def corrected(statement: Statement, judgements: Iterable[Judgement]) -> Statement:
    """Return a statement with what people corrected in it; `read_by` then names them too.

    Args:
        statement: as it was read.
        judgements: those about it; others, and what was taken back, change nothing.
    """
    for (about, field), judgement in latest(judgements).items():
        if about == statement.id and field in FIELDS and judgement.verdict == "corrected":
            made = FIELDS[field](statement, judgement.value)
            statement = replace(made, read_by=f"{made.read_by}; {field} by {judgement.by}")
    return statement


def chain_in_words(chain: Iterable[Attribution]) -> str:
    """Return a chain in the words that `corrected` understands, outermost first."""
    return " <- ".join(voice_in_words(hop.actor) for hop in chain)


def voice_in_words(actor: Actor) -> str:
    """Return a voice with its kind and, where it has one, its key.

    >>> voice_in_words(Actor("Reuters", "media_outlet", "outlet:reuters"))
    'Reuters (media_outlet, outlet:reuters)'
    """
    key = f", {actor.key}" if actor.key else ""
    return f"{actor.name} ({actor.kind}{key})"


def voice(words: str) -> Actor:
    """Return the voice that such words name.

    Raises:
        InvalidValueError: they do not say what kind of voice it is.
    """
    match = _VOICE.fullmatch(words.strip())
    kinds = get_args(SourceKind)
    if match is None or match["kind"] not in kinds:
        name = words.strip()
        raise InvalidValueError(
            f"'{name}' does not say what kind of voice it is. Write the kind behind the name,"
            f" such as '{name or 'NAME'} (organisation)'; one of: {', '.join(kinds)}."
        )
    kind: SourceKind = next(one for one in kinds if one == match["kind"])
    several = kind == "unnamed_group" or (kind in UNNAMED_KINDS and match["name"].endswith("s"))
    return Actor(match["name"], kind, match["key"] or None, number="plural" if several else "one")


def _chain(statement: Statement, words: str) -> Statement:
    """Return the statement with other voices; how sure the words sound stays with the last."""
    named = [voice(one) for one in ARROW.split(words.strip())]
    held = {hop.actor.name: hop for hop in statement.chain}
    last, sounds = statement.chain[-1], statement.certainty
    outer = certainty("Uu") if len(named) > 1 else sounds
    hops = []
    for place, actor in enumerate(named):
        role: Role = "publisher" if not place else "relay"
        hop = held.get(actor.name) or Attribution(actor, role, "", "indirect")
        if hop.actor.kind != actor.kind or (actor.key and hop.actor.key != actor.key):
            hop = replace(hop, actor=actor)
        if place and place == len(named) - 1:
            hop = replace(hop, role="origin", certainty=sounds, cue=hop.cue or last.cue)
        else:
            hop = replace(hop, role=role, certainty=outer)
        hops.append(hop)
    return replace(statement, chain=tuple(hops), narrator=outer)


def _certainty(statement: Statement, word: str) -> Statement:
    sounds = certainty(_one_of(word, get_args(Factuality)))
    *outer, last = statement.chain
    narrator = statement.narrator if outer else sounds
    return replace(statement, chain=(*outer, replace(last, certainty=sounds)), narrator=narrator)


def _time(statement: Statement, words: str) -> Statement:
    """Return the statement with this as the time of what is said to happen."""
    told = replace(published(words), basis="stated")
    times = (Timed(told, "event"), *(t for t in statement.times if t.role != "event"))
    event = statement.event and replace(statement.event, when=told)
    return replace(statement, times=times, event=event)


def _content(statement: Statement, words: str) -> Statement:
    """Return the statement with other words as what is said: START-END and the words."""
    match = re.fullmatch(r"(\d+)-(\d+) (.+)", words, re.DOTALL)
    if match is None:
        raise InvalidValueError(f"'{words}' does not say where in the article the words stand.")
    return replace(statement, content=(Span(int(match[1]), int(match[2])),), text=match[3])


def _effect(statement: Statement, word: str) -> Statement:
    effect = None if word == _NONE else _one_of(word, get_args(StatusEffect))
    return replace(statement, status_effect=effect)


def _background(statement: Statement, word: str) -> Statement:
    if word not in {_YES, _NO}:
        raise InvalidValueError(f"Background is '{_YES}' or '{_NO}', not '{word}'.")
    return replace(statement, background=word == _YES)


def _phase(statement: Statement, word: str) -> Statement:
    return replace(
        statement, event=replace(_event(statement), phase=_one_of(word, get_args(Phase)))
    )


def _event(statement: Statement) -> Event:
    if statement.event is None:
        raise InvalidValueError(
            "No event was read in this statement, so it has no slots to correct."
        )
    return statement.event


def _one_of(word: str, words: tuple[Word, ...]) -> Word:
    for known in words:
        if known == word:
            return known
    raise InvalidValueError(f"'{word}' is none of: {', '.join(map(str, words))}.")


FIELDS: Mapping[str, Callable[[Statement, str], Statement]] = {
    "chain": _chain,
    "certainty": _certainty,
    "time": _time,
    "content": _content,
    "effect": _effect,
    "background": _background,
    "phase": _phase,
}
"""What of a reading people can correct, each with what makes of it what they say."""
