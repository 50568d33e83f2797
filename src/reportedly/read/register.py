"""The voices of one document in the order in which they speak, so that later words find them.

"He said", "the official added", "Lavrov said" after "Foreign Minister Sergei Lavrov", a
bare "sources" after "U.S. sources told the Journal": each is resolved to an earlier voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.read.sources import Phrase
from reportedly.read.words import words
from reportedly.values.statement import Actor
from reportedly.values.when import Span

_FULL_NAME = re.compile(  # words of bounded length, so that no text is slow to search
    r"\b[A-Z][\w’'\-]{1,40}+"
    r"(?:[^\S\n]{1,9}(?:al-|bin|van|von|de|der|el|bin)? ?[A-Z][\w’'\-]{1,40}+){1,3}"
)
_PERSONS = frozenset({"named_person", "role_person"})
_UNNAMED = frozenset({"unnamed_official", "unnamed_person", "unnamed_group"})


@dataclass(slots=True)
class Voice:
    """Somebody who has spoken: the actor, and the relays that the text gave on the way to it."""

    actor: Actor
    relays: tuple[Actor, ...]
    head: str
    female: bool | None
    paragraph: int


@dataclass(slots=True)
class Register:
    """The voices heard so far in a document."""

    voices: list[Voice] = field(default_factory=list)
    full_names: dict[str, str] = field(default_factory=dict)

    def hear(self, actor: Actor, relays: Sequence[Actor], phrase: Phrase, paragraph: int) -> None:
        """Remember that a voice has spoken."""
        self.voices.append(
            Voice(actor, tuple(relays), phrase.head, _female(phrase, actor), paragraph)
        )

    def resolve(self, actor: Actor, phrase: Phrase) -> tuple[Actor, tuple[Actor, ...]]:
        """Return whom a phrase means, with the relays that carry over from before.

        An actor that points back to nobody is returned as it is.
        """
        if phrase.pronoun:
            return self._pronoun(actor, phrase)
        if actor.kind == "organisation" and phrase.text in self.full_names:
            # "Lima said" after "Mayor Ana Lima": the person, not the city.
            actor = Actor(phrase.text, "named_person", at=actor.at)
        if actor.kind == "named_person":
            return self._person(actor), ()
        voice = self._same_description(actor, phrase)
        if voice is None:
            return actor, self._carried(actor)
        if voice.actor.kind in {"media_outlet", "document"} and voice.actor.kind != actor.kind:
            return voice.actor, ()
        back = replace(voice.actor, at=voice.actor.at)
        return back, voice.relays or self._carried(actor)

    def _pronoun(self, actor: Actor, phrase: Phrase) -> tuple[Actor, tuple[Actor, ...]]:
        fits = [voice for voice in self.voices if _agrees(voice, phrase.head)]
        if not fits:
            return actor, ()
        return fits[-1].actor, fits[-1].relays

    def _person(self, actor: Actor) -> Actor:
        """Return a person under the fullest name that the document gives."""
        for voice in reversed(self.voices):
            same = voice.actor.kind == "named_person" and _surname(actor.name) == _surname(
                voice.actor.name
            )
            if same and len(voice.actor.name) >= len(actor.name):
                return voice.actor
        if " " not in actor.name.strip() and (full := self.full_names.get(actor.name)):
            return replace(actor, name=full)
        return actor

    def _same_description(self, actor: Actor, phrase: Phrase) -> Voice | None:
        """Return the earlier voice that a shorter description repeats."""
        if actor.kind == "media_outlet" or phrase.head in {"reports", "report"}:
            return None
        bare = phrase.text.lower() in {phrase.head, f"the {phrase.head}", f"that {phrase.head}"}
        for voice in reversed(self.voices):
            if not bare:
                if voice.actor.name.lower() == actor.name.lower():
                    return voice
                continue
            if voice.actor.kind in _UNNAMED and _stem(voice.head) == _stem(phrase.head):
                return voice
            if voice.actor.kind in {
                "organisation",
                "media_outlet",
                "document",
                "unnamed_media",
            } and (phrase.head in voice.actor.name.lower().split() or voice.head == phrase.head):
                return voice
            if (
                voice.actor.kind in _PERSONS
                and phrase.head in (voice.actor.title or voice.actor.name).lower().split()
            ):
                return voice
        return None

    def _carried(self, actor: Actor) -> tuple[Actor, ...]:
        """Return the relay through which all unnamed voices of the document came so far."""
        if actor.kind not in {"unnamed_official", "unnamed_person"} or actor.key is not None:
            return ()
        relayed = {v.relays for v in self.voices if v.actor.kind in _UNNAMED}
        return next(iter(relayed)) if len(relayed) == 1 else ()


def full_names(text: str) -> dict[str, str]:
    """Return the full name behind each surname that a text gives with a first name, first wins.

    >>> full_names("Sergei Lavrov spoke. Lavrov left.")["Lavrov"]
    'Sergei Lavrov'
    """
    titles = set(words("roles")["titles"])
    found: dict[str, str] = {}
    for match in _FULL_NAME.finditer(text):
        parts = match[0].split()
        while len(parts) > 1 and parts[0].lower() in titles:
            parts = parts[1:]
        surname = re.sub(r"['’]s$", "", parts[-1])
        if len(parts) > 1:
            found.setdefault(surname, " ".join([*parts[:-1], surname]))
    return found


def pronoun_actor(phrase: Phrase, span: Span) -> Actor:
    """Return the actor of a pronoun that has not been resolved."""
    kind = {"they": "unnamed_group", "it": "organisation", "we": "unnamed_group"}.get(phrase.head)
    if kind == "organisation":
        return Actor(phrase.text, "organisation", at=span)
    if kind == "unnamed_group":
        return Actor(phrase.text, "unnamed_group", number="plural", at=span)
    return Actor(phrase.text, "unnamed_person", at=span)


def _agrees(voice: Voice, pronoun: str) -> bool:
    if pronoun in {"he", "him", "she", "her"}:
        female = pronoun in {"she", "her"}
        fits = voice.actor.kind in _PERSONS or (
            voice.actor.kind in {"unnamed_official", "unnamed_person"}
            and voice.actor.number == "one"
        )
        return fits and voice.female in {None, female}
    if pronoun in {"they", "them"}:
        return voice.actor.number == "plural" or voice.actor.kind in {
            "organisation",
            "unnamed_group",
        }
    if pronoun == "it":
        return voice.actor.kind in {"organisation", "media_outlet", "document", "unnamed_media"}
    return False


def _female(phrase: Phrase, actor: Actor) -> bool | None:
    roles = words("roles")
    said = set(re.findall(r"[\w.\-]+", f"{phrase.text} {actor.title or ''}".lower()))
    if said & set(roles["female"]):
        return True
    if said & set(roles["male"]):
        return False
    return None


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower() if name.split() else ""


def _stem(word: str) -> str:
    return word.removesuffix("s")
