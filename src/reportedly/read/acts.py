"""Which act a clause tells of, where the verb at its head says little of it.

"Plans to donate", "halted deliveries", "was confirmed": the head tells how far an act has gone
or who knows of it, and the act stands below, as a verb or as a noun.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from reportedly.models import Sentence, Token
from reportedly.read.words import words

_DEEPEST = 4
_NOUN_SLOTS = ("dobj", "nsubjpass", "attr", "oprd")


@dataclass(frozen=True, slots=True)
class Act:
    """The act of a clause.

    Attributes:
        verbs: positions of the verbs from the head of the clause down to the one that acts.
        noun: position of the noun that names the act, where the last verb says little.
        own: whether the subject of the verb is who acts.
    """

    verbs: tuple[int, ...]
    noun: int | None = None
    own: bool = True

    @property
    def verb(self) -> int:
        """The position of the lowest verb."""
        return self.verbs[-1]


def event_words(name: str) -> frozenset[str]:
    """Return a list of words/events.yaml."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(listed) for name, listed in words("events").items()}


def action_type(lemma: str) -> str | None:
    """Return the class of actions that a verb or noun belongs to.

    >>> action_type("deliver")
    'delivery'
    """
    return _types().get(lemma)


@cache
def _types() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, lemmas in words("actions").items():
        for lemma in lemmas:
            table.setdefault(lemma, name)
    return table


@cache
def _leading() -> frozenset[str]:
    """Return the verbs below which another verb tells the act."""
    phases = ("considered", "planned", "begun", "ended", "finished", "refusing", "trying")
    return frozenset(words("certainty")["raising"]).union(*(event_words(name) for name in phases))


def act_of(sentence: Sentence, head: int) -> Act:
    """Return the act that the clause with this head tells of."""
    verbs = [head]
    while len(verbs) < _DEEPEST and (below := _below(sentence, verbs[-1])) is not None:
        verbs.append(below)
    noun, own = _named(sentence, sentence.tokens[verbs[-1]])
    return Act(tuple(verbs), noun, own)


def _below(sentence: Sentence, verb: int) -> int | None:
    """Return the verb below one that only leads to it ("is believed to have resumed")."""
    token = sentence.tokens[verb]
    if token.lemma == "be":
        adjective = sentence.child(verb, "acomp")
        told = _told_true(sentence, verb, adjective)
        if told is not None:
            return told
        under = sentence.child(adjective.index if adjective else verb, "xcomp")
        return under.index if under is not None and under.is_verb else None
    under = sentence.child(verb, "xcomp", "oprd")
    if token.lower == "set" and under is not None and under.tag == "VB":
        return under.index  # "is set to sign"
    if under is None and token.lemma in event_words("considered"):
        under = _whether(sentence, verb)
    if under is not None and under.is_verb and token.lemma in _leading():
        return under.index
    return None


def _told_true(sentence: Sentence, verb: int, adjective: Token | None) -> int | None:
    """Return "killed" in "it is not true that the fire killed 12"."""
    if adjective is None or adjective.lower not in event_words("veracity"):
        return None
    under = sentence.child(verb, "ccomp") or sentence.child(adjective.index, "ccomp")
    return under.index if under is not None and under.is_verb else None


def _whether(sentence: Sentence, verb: int) -> Token | None:
    """Return "send" below "weighing whether to send"."""
    under = sentence.child(verb, "ccomp")
    marked = under is not None and any(
        t.lower == "whether" for t in sentence.kids(under.index, "mark")
    )
    return under if marked else None


def _named(sentence: Sentence, verb: Token) -> tuple[int | None, bool]:
    """Return the noun that names the act, and whether the verb's subject acts in it."""
    thing = sentence.child(verb.index, *_NOUN_SLOTS)
    if verb.lemma in event_words("light") and not _takes_over(sentence, verb):
        noun = thing or sentence.child(verb.index, "acomp")
        if noun is not None and (noun.lower != "place" or verb.lemma != "take"):
            return noun.index, True
    if thing is not None and _is_act(thing):
        if verb.lemma in event_words("of_another_act"):
            return thing.index, False
        if verb.lemma in _carrying():
            return thing.index, True
    subject = sentence.child(verb.index, "nsubj", "nsubjpass")
    happens = verb.lemma in event_words("happening") and sentence.child(verb.index, "prt") is None
    if subject is not None and happens and _is_act(subject):
        return subject.index, False
    return None, True


def _takes_over(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a verb with its particle is an act of its own ("took over the bank")."""
    particle = sentence.child(verb.index, "prt")
    return particle is not None and particle.lower == "over"


def _is_act(noun: Token) -> bool:
    """Tell whether a noun names an act, and no thing."""
    common = noun.tag in {"NN", "NNS"} and noun.lemma not in event_words("things")
    return common and action_type(noun.lemma.lower()) is not None


@cache
def _carrying() -> frozenset[str]:
    phases = ("of_own_act", "considered", "planned", "begun", "ended", "finished")
    return frozenset().union(*(event_words(name) for name in phases))
