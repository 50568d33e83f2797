"""What the words around leave of an event that a noun names: "a planned visit", "no deal"."""

from __future__ import annotations

from reportedly.models import Sentence, Token
from reportedly.read.degrees.governed import is_instead
from reportedly.read.degrees.implied import (
    NOT,
    SURE,
    TOLD,
    Ask,
    Degree,
    implied,
    listed,
    pair,
    weakened,
)

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_PASSING = frozenset({"to", "for", "in", "of", "on", "with", "into"})
"""Prepositions through which an event is as real as the verb: "took part in a raid"."""


def described(sentence: Sentence, token: Token, above: Degree) -> Degree:
    """Return a noun's degree once its own adjectives and "no" are heard."""
    if any(t.lower == "no" for t in sentence.kids(token.index, "det", "neg")):
        return NOT
    table, found = listed("adjectives"), above
    for below in sentence.kids(token.index, "amod", "compound"):
        found = weakened(found, table.get(below.lower))
    return found


def noun_above(sentence: Sentence, token: Token, ask: Ask) -> Degree:
    """Return what the words above leave an event that a noun names."""
    head = sentence.tokens[token.head]
    if token.index == sentence.root:
        return TOLD
    if token.dep in {"compound", "conj", "appos", "poss", "nmod"}:
        return ask(head.index) if head.is_noun else TOLD
    if token.dep == "pobj":
        return _after_preposition(sentence, token, head, ask)
    if token.dep in {"dobj", "nsubjpass", "attr", "dative"}:
        return _object(sentence, token, head, ask)
    if token.dep == "nsubj" and head.lemma in listed("takes_place"):
        below = sentence.child(head.index, "xcomp", "acomp")
        return ask(below.index if below else head.index)
    return TOLD


def _object(sentence: Sentence, token: Token, verb: Token, ask: Ask) -> Degree:
    held = pair(sentence, "noun", verb)
    if held is not None and held[0] < 0 and token.lemma in listed("said"):
        return TOLD
    above = ask(verb.index)
    alone = verb.lemma not in listed("through") or sentence.child(verb.index, "prt")
    return implied(held, above) if held is not None and alone else _carried(sentence, token, above)


def _carried(sentence: Sentence, token: Token, above: Degree) -> Degree:
    """Return an object's degree: an event that is new in the clause is as real as the clause."""
    known = any(
        t.dep == "poss" or t.lower in _DEFINITE for t in sentence.kids(token.index, "det", "poss")
    )
    return TOLD if known or above.value >= SURE else Degree(above.value, firm=False)


def _after_preposition(sentence: Sentence, token: Token, prep: Token, ask: Ask) -> Degree:
    above = sentence.tokens[prep.head]
    if is_instead(sentence, prep):
        return NOT
    held = pair(sentence, "noun", above)
    if held is not None and prep.lower in listed("noun_prepositions"):
        found = ask(above.index)
        if above.is_noun:
            found = Degree(max(found.value, 0.0), firm=False)
        return implied(held, found)
    if above.is_verb and prep.lower in _PASSING:
        return _carried(sentence, token, ask(above.index))
    return TOLD
