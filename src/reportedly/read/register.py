"""The voices of one document in the order in which they speak, so that later words find them.

"He said", "the official added", "Lavrov said" after "Foreign Minister Sergei Lavrov", a
bare "sources" after "U.S. sources told the Journal": each is resolved to an earlier voice.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.read.sources import Phrase
from reportedly.read.voices import (
    FEMALE,
    GENDERED,
    UNNAMED,
    Voice,
    described,
    fits_pronoun,
    repeated,
)
from reportedly.read.words import words
from reportedly.values.statement import Actor
from reportedly.values.when import Span

_FULL_NAME = re.compile(  # words of bounded length, so that no text is slow to search
    r"\b[A-Z][\w’'\-]{1,40}+"
    r"(?:[^\S\n]{1,9}(?:al-|bin|van|von|de|der|el|bin)? ?[A-Z][\w’'\-]{1,40}+){1,3}"
)
_PARTICLE = re.compile(r"^[aA]l-")
_PAPERS = frozenset({"media_outlet", "unnamed_media"})
_RECENT = 50
"""How many of those last named a word may point back to."""


@dataclass(slots=True)
class Register:
    """The voices heard so far in a document.

    Attributes:
        voices: who has spoken, and through whom.
        relays: who has passed something on.
        subjects: of whom it was told that they did something.
        others: who was named in any other place.
        full_names: the full name behind each surname.
        female: by the name of a voice, what a pronoun has told of it.
    """

    voices: list[Voice] = field(default_factory=list)
    full_names: dict[str, str] = field(default_factory=dict)
    relays: list[Voice] = field(default_factory=list)
    subjects: list[Voice] = field(default_factory=list)
    others: list[Voice] = field(default_factory=list)
    female: dict[str, bool] = field(default_factory=dict)
    order: int = 0

    def hear(self, actor: Actor, relays: Sequence[Actor], phrase: Phrase, paragraph: int) -> None:
        """Remember that a voice has spoken, and who passed it on."""
        for relay in relays:
            last = relay.name.lower().rsplit(maxsplit=1)[-1]
            self.relays.append(Voice(relay, (), last, None, paragraph, self._next()))
        self.voices.append(self._voice(actor, tuple(relays), phrase, paragraph))

    def name(self, actor: Actor, phrase: Phrase, paragraph: int, *, subject: bool) -> None:
        """Remember that somebody was named without speaking."""
        if actor.kind == "named_person":
            actor = self._person(actor)
            if " " not in actor.name and not subject:
                return  # a place or a day: persons are named in full
        named = self.subjects if subject else self.others
        named.append(self._voice(actor, (), phrase, paragraph))

    def _voice(
        self, actor: Actor, relays: tuple[Actor, ...], phrase: Phrase, paragraph: int
    ) -> Voice:
        female = _female(phrase, actor)
        if female is not None:
            self.female[actor.name] = female
        return Voice(actor, relays, phrase.head, female, paragraph, self._next(), phrase.beside)

    def _next(self) -> int:
        self.order += 1
        return self.order

    def _latest(self) -> list[Voice]:
        """Return who has spoken or done something, the latest first, then all others."""
        acting = [*self.voices[-_RECENT:], *self.subjects[-_RECENT:]]
        rest = [*reversed(self.others[-_RECENT:]), *reversed(self.relays[-_RECENT:])]
        return [*sorted(acting, key=lambda v: -v.order), *rest]

    def _heard(self, phrase: Phrase) -> list[Voice]:
        """Return whose description may be repeated; "the ..." may also be one who acted."""
        acted = self.subjects[-_RECENT:] if phrase.definite else []
        heard = [*self.voices, *self.relays[-_RECENT:], *acted]
        return sorted(heard, key=lambda voice: -voice.order)

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
        if not actor.name.lower().endswith(phrase.head):
            return actor, self._carried(actor)  # "the manufacturer, Avionel": named at once
        voice = repeated(actor, phrase, self._heard(phrase))
        if voice is None:
            named = described(actor, phrase, self._latest(), self.full_names)
            return (named, ()) if named is not None else (actor, self._carried(actor))
        if voice.actor.kind in {"media_outlet", "document"} and voice.actor.kind != actor.kind:
            return voice.actor, ()
        back = replace(voice.actor, at=voice.actor.at)
        return back, voice.relays or self._carried(actor)

    def _pronoun(self, actor: Actor, phrase: Phrase) -> tuple[Actor, tuple[Actor, ...]]:
        fits = (voice for voice in self._latest() if self._agrees(voice, phrase.head))
        voice = next(fits, None)
        if voice is None:
            return actor, ()
        if phrase.head in GENDERED:
            self.female[voice.actor.name] = phrase.head in FEMALE
        return voice.actor, voice.relays

    def _agrees(self, voice: Voice, pronoun: str) -> bool:
        """Tell whether a pronoun can mean a voice, as far as its sex is known."""
        if pronoun in GENDERED:
            told = {voice.female, self.female.get(voice.actor.name)} - {None}
            if told - {pronoun in FEMALE}:
                return False
        return fits_pronoun(voice, pronoun)

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

    def _carried(self, actor: Actor) -> tuple[Actor, ...]:
        """Return the relay through which all unnamed voices of the document came so far."""
        if actor.kind not in {"unnamed_official", "unnamed_person"} or actor.key is not None:
            return ()
        relayed = {v.relays for v in self.voices if v.actor.kind in UNNAMED and not _is_body(v)}
        relays = next(iter(relayed)) if len(relayed) == 1 else ()
        return relays if all(r.kind in _PAPERS for r in relays) else ()


def _is_body(voice: Voice) -> bool:
    """Tell whether a voice is one body that all know ("the district administration")."""
    return voice.actor.number == "one" and voice.actor.name.lower().startswith("the ")


def full_names(text: str) -> dict[str, str]:
    """Return the full name behind each surname that a text gives with a first name, first wins.

    >>> full_names("Sergei Lavrov spoke. Lavrov left.")["Lavrov"]
    'Sergei Lavrov'
    """
    titles = {*words("roles")["titles"], "parliament", "congress"}
    found: dict[str, str] = {}
    for match in _FULL_NAME.finditer(text):
        parts = match[0].split()
        while len(parts) > 1 and parts[0].lower() in titles:
            parts = parts[1:]
        surname = re.sub(r"['’]s$", "", parts[-1])
        if len(parts) > 1:
            full = " ".join([*parts[:-1], surname])
            found.setdefault(surname, full)
            found.setdefault(_PARTICLE.sub("", surname), full)  # "Badri" after "Ali al-Badri"
    return found


def pronoun_actor(phrase: Phrase, span: Span) -> Actor:
    """Return the actor of a pronoun that has not been resolved."""
    kind = {"they": "unnamed_group", "it": "organisation", "we": "unnamed_group"}.get(phrase.head)
    if kind == "organisation":
        return Actor(phrase.text, "organisation", at=span)
    if kind == "unnamed_group":
        return Actor(phrase.text, "unnamed_group", number="plural", at=span)
    return Actor(phrase.text, "unnamed_person", at=span)


def _female(phrase: Phrase, actor: Actor) -> bool | None:
    roles = words("roles")
    told = (re.sub(r"^(?:her|his) ", "", part.lower()) for part in (phrase.text, actor.title or ""))
    said = set(re.findall(r"[\w.\-]+", " ".join(told)))  # "her clerk" may be a man
    if said & set(roles["female"]):
        return True
    if said & set(roles["male"]):
        return False
    return None


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].lower() if name.split() else ""
