"""The chain of voices behind each clause, from the outlet down to the one nearest the words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.known import Known
from reportedly.models import Sentence
from reportedly.read.clauses import Clause
from reportedly.read.named import named_in
from reportedly.read.phrases import describing, included, printed_in, seen_by
from reportedly.read.placed import Placed
from reportedly.read.register import Register, pronoun_actor
from reportedly.read.sayings import Saying
from reportedly.read.sources import Phrase, actor_of, phrase_of
from reportedly.read.words import words
from reportedly.values.statement import Actor, Attribution, Certainty, Quotation, Role
from reportedly.values.when import Span

_ORDER = {"relay": 0, "according": 1, "parenthetical": 2, "verb": 3, "noun": 4, "hearsay": 5}
_POINTING = re.compile(r"^(?:the|a|an|his|her|their|its) ")
_SELVES = frozenset({"i", "we", "us", "me"})
_AIRING = frozenset({"service", "programme", "program", "show", "podcast"})
_NO_RELAY = frozenset(
    """reporters journalists media press newsmen it them him her us me you parliament congress
    lawmakers court police people viewers readers""".split()
)


@dataclass(frozen=True, slots=True)
class Hop:
    """A voice on the way to a clause, before it is known how sure it sounds."""

    actor: Actor
    cue: str
    cue_at: Span | None
    named_at: Span | None
    effect: str
    endorses: bool


@dataclass(slots=True)
class Assembler:
    """Finds the voices of the clauses of one document, in order."""

    publisher: Actor
    known: Known
    register: Register

    def hops(self, placed: Placed, head: int) -> list[list[Hop]]:
        """Return the voices behind what is said, outermost first: one list per coordinated source.

        Args:
            placed: the sentence.
            head: position of the word that heads what is said.
        """
        chains: list[list[Hop]] = [[]]
        for saying in _levels(head, placed.sayings, placed.clauses):
            voices = self._voices(placed, saying, inner=bool(chains[0]))
            chains = [chain + voice for chain in chains for voice in voices]
        return [self._without_publisher(chain) for chain in chains]

    def speaker(self, placed: Placed, saying: Saying) -> list[Hop]:
        """Return the voices of an act of saying whose content stands outside its sentence."""
        voices = self._voices(placed, saying, inner=False)
        return self._without_publisher(voices[0])

    def note(self, placed: Placed) -> None:
        """Remember who is named in a sentence as doing something, or in any other place."""
        for head, subject in named_in(placed):
            self._note(placed, head, subject=subject)

    def _note(self, placed: Placed, head: int, *, subject: bool) -> None:
        token = placed.sentence.tokens[head]
        part = token.dep in {"compound", "poss"}
        if not (subject or part or self._may_be_meant(placed.sentence, head)):
            return
        phrase = phrase_of(placed.sentence, head, placed.offset)
        actor = actor_of(placed.sentence, head, placed.offset, self.known)
        if part and actor.kind == "named_person" and phrase.text not in self.register.full_names:
            actor = replace(actor, kind="organisation")  # "Orvella shares"
        self.register.name(actor, phrase, placed.paragraph, subject=subject)

    def _may_be_meant(self, sentence: Sentence, head: int) -> bool:
        """Tell whether a name in an object is a full or a known one, and no place or day."""
        full = any(t.tag in {"NNP", "NNPS"} for t in sentence.kids(head, "compound"))
        return full or self.known.groups.named(sentence.tokens[head].text) is not None

    def _voices(self, placed: Placed, saying: Saying, *, inner: bool) -> list[list[Hop]]:
        """Return the hops of one act of saying, one list per coordinated source."""
        sentence = placed.sentence
        if saying.source is None:
            if saying.kind != "hearsay":
                return [[]]
            cue, cue_at = _words_at(placed, saying.cue)
            name = "unnamed reports" if saying.media else f"({cue.lower()})"
            actor = Actor(name, "unattributed", number="unknown", at=cue_at)
            return [[Hop(actor, cue, cue_at, cue_at, saying.effect, endorses=False)]]
        paths = self._relays(placed, saying, inner=inner)
        sources = _coordinated(sentence, saying.source)
        return [
            self._source(placed, saying, source, relays, inner=inner)
            for source in sources
            for relays in paths
        ]

    def _source(
        self,
        placed: Placed,
        saying: Saying,
        source: int,
        relays: list[tuple[Actor, Span]],
        *,
        inner: bool,
    ) -> list[Hop]:
        """Return the hops of one source: through whom it comes, and itself."""
        sentence, offset = placed.sentence, placed.offset
        cue, cue_at = _words_at(placed, saying.cue)
        phrase = phrase_of(sentence, source, offset)
        actor = actor_of(sentence, source, offset, self.known)
        if phrase.pronoun:
            actor = pronoun_actor(phrase, phrase.span)
            for head, subject in named_in(placed):
                if subject and head < source:
                    self._note(placed, head, subject=True)
        actor, carried = self.register.resolve(actor, phrase)
        through: dict[str, tuple[Actor, Span]] = {actor.name: (actor, phrase.span)}
        for relay, at in [*relays, *self._inside(placed, source)]:
            through.setdefault(relay.name, (relay, at))
        told = [
            Hop(relay, cue, cue_at, at, "CT+", endorses=False)
            for relay, at in list(through.values())[1:]
        ]
        if not told and not inner:
            others = [a for a in carried if a.name != actor.name]
            told = [Hop(a, "", None, None, "CT+", endorses=False) for a in others]
        self.register.hear(actor, [hop.actor for hop in told], phrase, placed.paragraph)
        endorses = saying.endorses and not saying.negated
        if saying.citing is not None:
            cue, cue_at = _words_at(placed, [saying.citing])
        return [*told, Hop(actor, cue, cue_at, phrase.span, saying.effect, endorses)]

    def _inside(self, placed: Placed, source: int) -> list[tuple[Actor, Span]]:
        """Return outlets in what describes a source ("seen by Z", "a diplomat who spoke to Z")."""
        sentence = placed.sentence
        seen = seen_by(sentence, source)
        named = self._outlet(placed, seen) if seen is not None else None
        out = [named] if named is not None else []
        for clause in describing(sentence, source):
            for position in sentence.subtree(clause):
                token = sentence.tokens[position]
                if token.dep in {"pobj", "dobj"} and token.tag in {"NNP", "NNPS"}:
                    named = self._outlet(placed, position)
                    if named is not None and named[0].kind == "media_outlet":
                        out.append(named)
        return out

    def _relays(
        self, placed: Placed, saying: Saying, *, inner: bool
    ) -> list[list[tuple[Actor, Span]]]:
        """Return the outlets among those who were told, or passed it on: one list per path."""
        paths: list[list[tuple[Actor, Span]]] = [[]]
        for head in saying.relays:
            heads = _coordinated(placed.sentence, head)
            named = [self._relay(placed, saying, each, inner=inner) for each in heads]
            found = [each for each in named if each is not None]
            if found:
                paths = [_with_relay(path, each) for path in paths for each in found]
        return paths

    def _relay(
        self, placed: Placed, saying: Saying, head: int, *, inner: bool
    ) -> tuple[Actor, Span] | None:
        sentence = placed.sentence
        token = sentence.tokens[head]
        last = saying.relays[-1]
        cites = saying.citing is not None and head in _coordinated(placed.sentence, last)
        name = token.tag in {"NNP", "NNPS"}
        whose = sentence.kids(head, "amod", "compound", "poss")  # "Iraqi media", not "the media"
        if token.lower in _NO_RELAY and not (cites or name or whose):
            return None
        paper = printed_in(placed.sentence, head) if cites else None
        named = self._outlet(placed, paper) if paper is not None else None
        named = named or self._outlet(placed, head) or self._told_outlet(placed, saying, head)
        passes = inner and (saying.heard or _is_told(placed, saying, head))
        if named is None and (cites or passes):
            # Who cites, or was told and is quoted, stands between, be it an outlet or not.
            return self._speaker(placed, head)
        return named

    def _speaker(self, placed: Placed, head: int) -> tuple[Actor, Span]:
        phrase = phrase_of(placed.sentence, head, placed.offset)
        actor = actor_of(placed.sentence, head, placed.offset, self.known)
        if phrase.pronoun:
            actor = pronoun_actor(phrase, phrase.span)
        return self.register.resolve(actor, phrase)[0], phrase.span

    def _outlet(self, placed: Placed, head: int) -> tuple[Actor, Span] | None:
        """Return the outlet that a phrase names, None where it names none or this one."""
        phrase = phrase_of(placed.sentence, head, placed.offset)
        actor = actor_of(placed.sentence, head, placed.offset, self.known)
        own = phrase.text.lower().startswith(("this ", "our "))
        if _told_paper(actor, phrase):
            # People have no article: whoever is told and has one is a paper.
            actor = replace(actor, name=phrase.text, kind="media_outlet")
        if own or actor.kind not in {"media_outlet", "unnamed_media"}:
            return None
        if actor.kind == "unnamed_media":
            actor, _ = self.register.resolve(actor, phrase)
        return actor, phrase.span

    def _told_outlet(self, placed: Placed, saying: Saying, head: int) -> tuple[Actor, Span] | None:
        """Return an unknown outlet: one named by capitals ("WPLG"), or by no person's name.

        People are named in full where they first appear, but for those whom all know.
        """
        token = placed.sentence.tokens[head]
        if token.lower in _AIRING:
            return self._on_air(placed, token.index)
        told = _first_of(placed.sentence, head) == saying.cue[-1] or _interviews(
            placed.sentence, head
        )
        if not told or token.tag not in {"NNP", "NNPS"} or saying.heard:
            return None
        phrase = phrase_of(placed.sentence, head, placed.offset)
        actor = actor_of(placed.sentence, head, placed.offset, self.known)
        parts = phrase.text.split()
        station = actor.kind == "organisation" and any(p.isupper() and p[1:] for p in parts)
        alone = actor.kind == "named_person" and len(parts) == 1 and self._is_no_surname(parts[0])
        if actor.key is None and (station or alone):
            return replace(actor, kind="media_outlet"), phrase.span
        return None

    def _on_air(self, placed: Placed, head: int) -> tuple[Actor, Span] | None:
        """Return the outlet in "the regional service Channel Wire", "the programme Today"."""
        if placed.sentence.child(head, "appos") is None:
            return None
        actor = actor_of(placed.sentence, head, placed.offset, self.known)
        unknown = actor.key is None and actor.kind in {"organisation", "named_person"}
        outlet = replace(actor, kind="media_outlet", title=None)
        return (outlet, phrase_of(placed.sentence, head, placed.offset).span) if unknown else None

    def _is_no_surname(self, name: str) -> bool:
        known = words("roles")["known_by_surname"]
        return name not in self.register.full_names and name.lower() not in known

    def _without_publisher(self, chain: list[Hop]) -> list[Hop]:
        """Leave out the outlet where it names itself, and a voice that follows itself."""
        out: list[Hop] = []
        for hop in chain:
            if same_voice(hop.actor, self.publisher) or (
                out and same_voice(out[-1].actor, hop.actor)
            ):
                continue
            if out and hop.actor.name.lower() in _SELVES:
                # "We doubt it," they wrote: the doubt is theirs, the voice is the same.
                out[-1] = replace(out[-1], effect=hop.effect)
                continue
            out.append(hop)
        return out


def _with_relay(
    path: list[tuple[Actor, Span]], relay: tuple[Actor, Span]
) -> list[tuple[Actor, Span]]:
    return path if relay[0].name in {actor.name for actor, _ in path} else [*path, relay]


def same_voice(left: Actor, right: Actor) -> bool:
    """Tell whether two actors are one by key or by name."""
    if left.key is not None and left.key == right.key:
        return True
    return _plain(left.name) == _plain(right.name) and _plain(left.name) != ""


def attributions(
    publisher: Actor, hops: Sequence[Hop], certainty: Certainty, mode: Quotation
) -> tuple[Attribution, ...]:
    """Return the chain of a statement from its voices; the last carries how sure it sounds."""
    narrator = certainty if not hops else None
    chain = [Attribution(publisher, "publisher", certainty=narrator)]
    for index, hop in enumerate(hops):
        last = index == len(hops) - 1
        role: Role = "origin" if last else "relay"
        chain.append(
            Attribution(
                hop.actor,
                role,
                hop.cue,
                mode if last else "indirect",
                certainty if last else None,
                None,
                hop.named_at,
                hop.cue_at,
            )
        )
    if not hops:
        chain[0] = replace(chain[0], mode=mode)
    return tuple(chain)


def _order(saying: Saying, sayings: Sequence[Saying], head: int) -> float:
    """Return how far out a voice stands: "said that, according to X, ..." says what X said."""
    verbs = [s.cue[-1] for s in sayings if s.kind == "verb" and head in s.contents]
    inside = saying.kind == "according" and any(v < saying.cue[0] < head for v in verbs)
    return _ORDER["verb"] + 0.5 if inside else _ORDER[saying.kind]


def _levels(head: int, sayings: Sequence[Saying], found: Sequence[Clause]) -> list[Saying]:
    """Return the acts of saying around a clause, outermost first."""
    out: list[Saying] = []
    seen: set[int] = set()
    while head not in seen:
        seen.add(head)
        here = sorted(
            (s for s in sayings if head in s.contents), key=lambda s: _order(s, sayings, head)
        )
        out = here + out
        governing = next((s for s in reversed(here) if s.kind in {"verb", "noun"}), None)
        if governing is None:
            break
        above = next(
            (c.head for c in found if governing.cue[0] in c.words or governing.cue[0] == c.head),
            None,
        )
        if above is None:
            break
        head = above
    return [s for i, s in enumerate(out) if s not in out[:i]]


def _is_told(placed: Placed, saying: Saying, head: int) -> bool:
    """Tell whether somebody is whom a voice tells ("told a clerk"), and no place or day."""
    token = placed.sentence.tokens[head]
    verb = _first_of(placed.sentence, head) == saying.cue[-1]
    return verb and token.dep in {"dobj", "dative", "iobj", "conj"} and token.tag[:2] == "NN"


def _coordinated(sentence: Sentence, head: int) -> list[int]:
    """Return the heads of coordinated sources ("the mayor and the police chief")."""
    out, current = [head], head
    while True:
        other = sentence.child(current, "conj")
        if other is None or other.tag[:2] != "NN":
            return out + included(sentence, head)
        out.append(other.index)
        current = other.index


def _first_of(sentence: Sentence, head: int) -> int:
    """Return what a phrase hangs on, also where it stands behind another ("told X and Y")."""
    while sentence.tokens[head].dep == "conj":
        head = sentence.tokens[head].head
    return sentence.tokens[head].head


def _interviews(sentence: Sentence, head: int) -> bool:
    """Tell whether a phrase names who interviewed ("in an interview with Vanguardia")."""
    preposition = sentence.tokens[sentence.tokens[head].head]
    return preposition.lower in {"with", "by"} and sentence.tokens[preposition.head].lemma in {
        "interview",
        "conversation",
    }


def _told_paper(actor: Actor, phrase: Phrase) -> bool:
    """Tell whether somebody unknown that has an article, and is told, must be a paper."""
    bodies = words("roles")["organisation_words"]
    plain = actor.key is None and not {w.lower() for w in phrase.text.split()} & set(bodies)
    return (
        plain
        and actor.kind in {"organisation", "named_person"}
        and (phrase.named and phrase.text.lower().startswith("the "))
    )


def _words_at(placed: Placed, positions: list[int]) -> tuple[str, Span | None]:
    """Return the words at these positions and where they stand."""
    return " ".join(placed.sentence.tokens[p].text for p in positions), placed.over(positions)


def _plain(name: str) -> str:
    bare = name.lower().replace("’", "'").removesuffix("'s")
    return _POINTING.sub("", bare).strip()
