"""The chain of voices behind each clause, from the outlet down to the one nearest the words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.known import Known
from reportedly.models import Sentence
from reportedly.read.clauses import Clause
from reportedly.read.phrases import seen_by
from reportedly.read.register import Register, pronoun_actor
from reportedly.read.sayings import Saying
from reportedly.read.sources import actor_of, phrase_of
from reportedly.values.statement import Actor, Attribution, Certainty, Quotation, Role
from reportedly.values.when import Span

_ORDER = {"relay": 0, "according": 1, "parenthetical": 2, "verb": 3, "noun": 4, "hearsay": 5}
_SELVES = frozenset({"i", "we", "us", "me"})
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

    def hops(
        self,
        sentence: Sentence,
        clause: Clause | None,
        head: int,
        sayings: Sequence[Saying],
        found: Sequence[Clause],
        offset: int,
        paragraph: int,
    ) -> list[list[Hop]]:
        """Return the voices behind a clause, outermost first: one list per coordinated source.

        Args:
            sentence: the parsed sentence.
            clause: the clause, None for a noun phrase that is said.
            head: position of what is said.
            sayings: the acts of saying of the sentence.
            found: all its clauses.
            offset: what to add to token offsets to get those of the document.
            paragraph: number of the paragraph.
        """
        levels = _levels(head, sayings, found)
        chains: list[list[Hop]] = [[]]
        for saying in levels:
            voices = self._voices(sentence, saying, offset, paragraph, inner=bool(chains[0]))
            chains = [chain + voice for chain in chains for voice in voices]
        return [self._without_publisher(chain) for chain in chains]

    def speaker(self, sentence: Sentence, saying: Saying, offset: int, paragraph: int) -> list[Hop]:
        """Return the voices of an act of saying whose content stands outside its sentence."""
        voices = self._voices(sentence, saying, offset, paragraph, inner=False)
        return self._without_publisher(voices[0])

    def _voices(
        self, sentence: Sentence, saying: Saying, offset: int, paragraph: int, *, inner: bool
    ) -> list[list[Hop]]:
        """Return the hops of one act of saying, one list per coordinated source."""
        cue_at = _span(sentence, saying.cue, offset)
        cue = " ".join(sentence.tokens[p].text for p in saying.cue)
        if saying.source is None:
            if saying.kind != "hearsay":
                return [[]]
            name = "unnamed reports" if saying.media else f"({cue.lower()})"
            actor = Actor(name, "unattributed", number="unknown", at=cue_at)
            return [[Hop(actor, cue, cue_at, cue_at, saying.effect, endorses=False)]]
        relays = self._relays(sentence, saying, offset)
        out: list[list[Hop]] = []
        for source in _coordinated(sentence, saying.source):
            out.append(
                self._source(
                    sentence, saying, source, relays, cue, cue_at, offset, paragraph, inner
                )
            )
        return out

    def _source(  # noqa: PLR0913  # one place where a source, its words and its relays meet
        self,
        sentence: Sentence,
        saying: Saying,
        source: int,
        relays: list[tuple[Actor, Span]],
        cue: str,
        cue_at: Span | None,
        offset: int,
        paragraph: int,
        inner: bool,
    ) -> list[Hop]:
        phrase = phrase_of(sentence, source, offset)
        actor = actor_of(sentence, source, offset, self.known)
        if phrase.pronoun:
            actor = pronoun_actor(phrase, phrase.span)
        actor, carried = self.register.resolve(actor, phrase)
        seen = seen_by(sentence, source)
        if seen is not None:
            named = self._outlet(sentence, seen, offset)
            relays = [*relays, named] if named else relays
        relays += [
            r
            for r in _inside_phrase(self, sentence, source, offset)
            if r[0].name not in {x[0].name for x in relays}
        ]
        told = [
            Hop(a, cue, cue_at, at, "CT+", endorses=False)
            for a, at in relays
            if a.name != actor.name
        ]
        if not told and not inner:
            told = [
                Hop(a, "", None, None, "CT+", endorses=False)
                for a in carried
                if a.name != actor.name
            ]
        self.register.hear(actor, [hop.actor for hop in told], phrase, paragraph)
        own = Hop(
            actor, cue, cue_at, phrase.span, saying.effect, saying.endorses and not saying.negated
        )
        return [*told, own]

    def _relays(self, sentence: Sentence, saying: Saying, offset: int) -> list[tuple[Actor, Span]]:
        """Return the outlets among those who were told, or passed it on."""
        out: list[tuple[Actor, Span]] = []
        for head in saying.relays:
            token = sentence.tokens[head]
            if token.lower in _NO_RELAY and token.tag not in {"NNP", "NNPS"}:
                continue
            named = self._outlet(sentence, head, offset)
            if named is not None and named[0].name not in {a.name for a, _ in out}:
                out.append(named)
        return out

    def _outlet(self, sentence: Sentence, head: int, offset: int) -> tuple[Actor, Span] | None:
        phrase = phrase_of(sentence, head, offset)
        actor = actor_of(sentence, head, offset, self.known)
        own = phrase.text.lower().startswith(("this ", "our "))
        if actor.kind == "named_person" and phrase.text.lower().startswith("the "):
            # People have no article: whoever is told and has one is a paper.
            actor = replace(actor, name=phrase.text, kind="media_outlet")
        if own or actor.kind not in {"media_outlet", "unnamed_media"}:
            return None
        if actor.kind == "unnamed_media":
            actor, _ = self.register.resolve(actor, phrase)
        return actor, phrase.span

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


def _levels(head: int, sayings: Sequence[Saying], found: Sequence[Clause]) -> list[Saying]:
    """Return the acts of saying around a clause, outermost first."""
    out: list[Saying] = []
    seen: set[int] = set()
    while head not in seen:
        seen.add(head)
        here = sorted((s for s in sayings if head in s.contents), key=lambda s: _ORDER[s.kind])
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


def _coordinated(sentence: Sentence, head: int) -> list[int]:
    """Return the heads of coordinated sources ("the mayor and the police chief")."""
    out, current = [head], head
    while True:
        other = sentence.child(current, "conj")
        if (
            other is None
            or other.tag[:2] not in {"NN"}
            or other.tag != sentence.tokens[current].tag
        ):
            return out
        out.append(other.index)
        current = other.index


def _inside_phrase(
    assembler: Assembler, sentence: Sentence, source: int, offset: int
) -> list[tuple[Actor, Span]]:
    """Return outlets inside what describes a source ("a diplomat who spoke to Z")."""
    out: list[tuple[Actor, Span]] = []
    for clause in sentence.kids(source, "relcl", "acl"):
        for position in sentence.subtree(clause.index):
            token = sentence.tokens[position]
            if token.dep in {"pobj", "dobj"} and token.tag in {"NNP", "NNPS"}:
                named = assembler._outlet(sentence, position, offset)  # noqa: SLF001  same module
                if named is not None and named[0].kind == "media_outlet":
                    out.append(named)
    return out


def _span(sentence: Sentence, positions: Sequence[int], offset: int) -> Span | None:
    if not positions:
        return None
    tokens = [sentence.tokens[p] for p in positions]
    return Span(tokens[0].start + offset, tokens[-1].end + offset)


def _plain(name: str) -> str:
    bare = name.lower().replace("’", "'").removesuffix("'s")
    return bare.removeprefix("the ").strip()
