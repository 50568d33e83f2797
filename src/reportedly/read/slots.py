"""Who acts on what, to whose gain or harm, and where: the slots that the words of a clause fill."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.models import Token
from reportedly.read.acts import Act, action_type, event_words
from reportedly.read.naming import Naming
from reportedly.read.phrases import subject_of
from reportedly.values.statement import Mention

_TO = frozenset({"to", "for", "against", "towards", "toward"})
_OBJECTS = ("dobj", "nsubjpass")
_SPANS = frozenset("second minute hour day week month year decade time".split())


@dataclass(slots=True)
class Slots:
    """What a clause names in each slot, and the nouns at the head of `who` and `what`."""

    who: list[Mention] = field(default_factory=list)
    what: list[Mention] = field(default_factory=list)
    to_whom: list[Mention] = field(default_factory=list)
    place: list[Mention] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)


class Filling:
    """Fills the slots of one clause.

    Args:
        naming: names the phrases of the sentence.
        act: the act that the clause tells of.
        content: positions of the words of the clause.
    """

    def __init__(self, naming: Naming, act: Act, content: Sequence[int]) -> None:
        self._naming, self._sentence = naming, naming.placed.sentence
        self._act, self._inside = act, frozenset(content)
        self._slots = Slots()
        self._lemma = self._sentence.tokens[act.verb].lemma
        named = self._sentence.tokens[act.noun].lemma if act.noun is not None else self._lemma
        self._type = action_type(named.lower())

    def slots(self) -> Slots:
        """Return what each slot holds."""
        raised = (
            len(self._act.verbs) > 1 and self._sentence.child(self._act.verb, "auxpass") is None
        )
        for verb in self._act.verbs:
            for child in self._sentence.kids(verb):
                if child.index in self._inside and child.index not in self._act.verbs:
                    self._child(child, raised=raised and verb != self._act.verb)
        if not self._slots.what:
            self._shared_object()
        if not self._slots.who:
            self._shared_subject()
        if not self._slots.who:
            self._far_agent()
        if self._act.noun is not None:
            self._of_noun(self._sentence.tokens[self._act.noun])
        return self._turned()

    def _child(self, child: Token, *, raised: bool) -> None:
        """Put what hangs on a verb into the slot of its grammar."""
        if child.index == self._act.noun:
            return
        if child.dep == "nsubj" or (raised and child.dep == "nsubjpass"):
            if self._act.own and not self._takes(child, "who"):
                self._spoken_of(child)
        elif child.dep in {"dobj", "nsubjpass", "attr", "oprd"}:
            happening = self._lemma == "take" and child.lower in {"place", "part", "effect"}
            if not happening and (child.dep != "oprd" or child.is_noun):
                self._takes(child, "what")
            self._behind(child)
        elif child.dep in {"dative", "iobj"} and child.tag != "IN":
            self._takes(child, "to_whom")
        elif child.dep in {"prep", "agent", "dative"}:
            self._prepositional(child)

    def _takes(self, head: Token, slot: str) -> bool:
        found = self._naming.named(head)
        getattr(self._slots, slot).extend(found)
        if found and slot != "to_whom":
            self._slots.heads.insert(0 if slot == "what" else len(self._slots.heads), head.index)
        return bool(found)

    def _behind(self, thing: Token) -> None:
        """Fill slots from "to ..." and the like that hang on the object, as parsers have it."""
        if self._type in {"delivery", "economic"} or self._lemma in event_words("aiming"):
            for preposition in self._sentence.kids(thing.index, "prep"):
                if preposition.lower in _TO | {"at", "from"} and preposition.lower != "for":
                    self._prepositional(preposition)

    def _prepositional(self, preposition: Token) -> None:
        target = self._sentence.child(preposition.index, "pobj")
        word = preposition.lower
        if target is None or target.lemma in _SPANS:
            return
        if word == "with" and self._lemma in event_words("with_what"):
            self._slots.to_whom += self._slots.what
            self._slots.what = []
            self._takes(target, "what")
        elif word == "by" and preposition.dep == "agent" and self._act.own:
            self._takes(target, "who")
        elif word in {"at", "into", "on"} and self._lemma in event_words("aiming"):
            self._takes(target, "to_whom")
        elif word == "from":
            self._from(target)
        elif word in event_words("place"):
            self._slots.place += [m for m in self._naming.named(target) if m.kind == "place"]
        elif (word in _TO or preposition.dep == "dative") and target.tag not in {"CD", "$"}:
            self._takes(target, "to_whom")

    def _from(self, target: Token) -> None:
        """Take "from ..." as who gives, or as where it began."""
        if self._type == "delivery":
            giver = self._naming.named(target)
            if self._gets():
                self._slots.to_whom += self._slots.who
                self._slots.who = giver
            elif not self._slots.who:
                self._slots.who = giver
        else:
            self._slots.place += [m for m in self._naming.named(target) if m.kind == "place"]

    def _gets(self) -> bool:
        taking = self._act.noun is not None and self._lemma == "take"
        return self._lemma in event_words("receiving") or taking

    def _shared_subject(self) -> None:
        """Take the subject of a verb that this one shares it with ("killed five and hurt nine")."""
        verb = self._sentence.tokens[self._act.verbs[0]]
        if verb.dep not in {"conj", "advcl", "acl", "relcl"} or self._own_subject(verb):
            return
        subject = subject_of(self._sentence, verb.index)
        if subject is None or subject == verb.index or not self._act.own:
            return
        shared = self._sentence.tokens[subject]
        helped = any(t.lemma == "have" for t in self._sentence.kids(verb.index, "aux"))
        passive = verb.tag == "VBN" and not helped
        if not shared.is_verb:
            self._takes(shared, "what" if passive else "who")

    def _shared_object(self) -> None:
        """Take the object that a verb shares with the next ("training and equipping a brigade")."""
        if self._sentence.child(self._act.verb, *_OBJECTS, "ccomp", "prep") is None:
            for other in self._sentence.kids(self._act.verb, "conj"):
                shared = self._sentence.child(other.index, "dobj")
                if other.tag == self._sentence.tokens[self._act.verb].tag and shared is not None:
                    self._takes(shared, "what")

    def _far_agent(self) -> None:
        """Take "by ..." of a passive that the parser hung on another word."""
        if self._act.own and self._sentence.child(self._act.verb, "nsubjpass") is not None:
            for position in self._sentence.subtree(self._act.verb):
                by = self._sentence.tokens[position]
                near = by.lower == "by" and by.head in self._inside and position in self._inside
                target = self._sentence.child(position, "pobj") if near else None
                above = self._sentence.tokens[by.head]
                if target is not None and not above.is_verb and target.tag[:2] == "NN":
                    self._takes(target, "who")
                    return

    def _own_subject(self, verb: Token) -> bool:
        own = self._sentence.child(verb.index, "nsubj", "nsubjpass", "expl")
        return own is not None and own.lower not in {"that", "which", "who"}

    def _spoken_of(self, pronoun: Token) -> None:
        """Take whoever says of itself what it does ("Iran says it has launched ...")."""
        verb = self._sentence.tokens[self._act.verbs[0]]
        above = self._sentence.tokens[verb.head]
        speaker = self._sentence.child(above.index, "nsubj") if verb.dep == "ccomp" else None
        if speaker is None or pronoun.lower not in {"it", "they", "he", "she"}:
            return
        plural = speaker.tag in {"NNS", "NNPS"} or bool(self._sentence.kids(speaker.index, "conj"))
        if speaker.tag[:2] == "NN" and plural == (pronoun.lower == "they"):
            self._takes(speaker, "who")

    def _of_noun(self, noun: Token) -> None:
        """Fill slots from what hangs on the noun that names the act ("the sale of X to Y")."""
        before = list(self._slots.what)
        owner = self._sentence.child(noun.index, "poss")
        if owner is not None and not self._slots.who:
            self._takes(owner, "who")
        for preposition in self._prepositions(noun):
            self._beside_noun(preposition)
        if self._slots.what == before:
            self._compound(noun)
        if self._slots.what == before:
            verb = self._sentence.tokens[self._act.verb]
            if noun.dep in {"dobj", "attr", "oprd"} or (noun.dep == "nsubjpass" and verb.is_verb):
                self._takes(noun, "what")

    def _prepositions(self, noun: Token) -> Iterator[Token]:
        """Yield the prepositions behind a noun, and those behind what they lead to."""
        for preposition in self._sentence.kids(noun.index, "prep", "agent"):
            yield preposition
            target = self._sentence.child(preposition.index, "pobj")
            if target is not None and preposition.lower == "of":
                yield from self._sentence.kids(target.index, "prep", "agent")

    def _beside_noun(self, preposition: Token) -> None:
        target, word = self._sentence.child(preposition.index, "pobj"), preposition.lower
        if target is None:
            return
        if word == "of":
            self._takes(target, "who" if self._type == "protest" else "what")
        elif word == "between" or (word == "by" and target.tag[:2] == "NN"):
            self._takes(target, "who")
        elif word in {"on", "against", "at"} and self._type == "attack":
            self._takes(target, "what")
        elif word in {"on", "against", "with"} and self._type in {"sanction", "agreement"}:
            self._takes(target, "to_whom")
        elif word != "by":
            self._prepositional(preposition)

    def _compound(self, noun: Token) -> None:
        """Take "arms" from "arms exports" as what is acted on."""
        if self._type in {"delivery", "test", "economic", "recruitment"}:
            for part in self._sentence.kids(noun.index, "compound"):
                if part.index == noun.index - 1 and part.tag != "CD":
                    self._takes(part, "what")

    def _turned(self) -> Slots:
        """Return the slots as the verb has them: who dies suffers, who receives is given to."""
        slots = self._slots
        if self._act.noun is None and self._lemma in event_words("suffering") and not slots.what:
            slots.what, slots.who = slots.who, []
        if self._gets() and self._type == "delivery" and not slots.to_whom:
            slots.to_whom, slots.who = slots.who, []
        if self._act.noun is None and self._lemma in event_words("to_object") and not slots.to_whom:
            slots.to_whom, slots.what = slots.what, []
        slots.place = slots.place or self._places(slots)
        return slots

    def _places(self, slots: Slots) -> list[Mention]:
        """Return places that stand after a preposition of place anywhere in the clause."""
        tokens = self._sentence.tokens
        taken = {m.span for m in (*slots.who, *slots.what, *slots.to_whom)}
        starts = {
            tokens[p].start + self._naming.placed.offset
            for p in self._inside
            if tokens[p].tag in {"NNP", "NNPS"} and self._is_placed(p)
        }
        return [
            m
            for m in self._naming.mentions
            if m.kind == "place" and m.span.start in starts and m.span not in taken
        ]

    def _is_placed(self, position: int) -> bool:
        """Tell whether a name stands behind "in", "near the", or "the port of"."""
        tokens = self._sentence.tokens
        for before in (position - 1, position - 2):
            if before < 0:
                continue
            word = tokens[before].lower
            if word in event_words("place"):
                return True
            if word == "of" and before and tokens[before - 1].lemma in event_words("regions"):
                return True
        return False
