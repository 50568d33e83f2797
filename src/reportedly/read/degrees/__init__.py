"""How far a text presents an event as real, by rules: from -3 (surely not) to 3 (surely).

Method: an event takes the degree that the words above it leave it ("failed to land", "denied
the theft", "if it lands"), and its own clause weakens or turns that (modals, negation,
adverbs, questions). What words above do is data, `words/implications.yaml`; it follows what is
known of implicatives and factives since Karttunen (1971). A flat future counts as sure.
"""

from __future__ import annotations

from reportedly.models import Sentence, Token
from reportedly.read.cues import is_infinitive
from reportedly.read.degrees.governed import adverbial, governed
from reportedly.read.degrees.implied import TOLD, Ask, Degree, listed
from reportedly.read.degrees.nouns import described, noun_above
from reportedly.read.degrees.own import adverbs, negations, own

__all__ = ["Degree", "degree", "left", "negations"]

_DEEP = 12
"""Words above an event that are looked at."""
_PARTS = frozenset({"aux", "auxpass", "acomp", "attr", "prt", "oprd", "neg"})
"""Places in which a word is part of the predicate that it hangs on."""
_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass", "pcomp", "pobj", "xcomp", "acl", "dep"})


def degree(sentence: Sentence, index: int) -> Degree:
    """Return how real the event is that a word names."""
    return _degree(sentence, index, 0)


def left(sentence: Sentence, index: int) -> Degree:
    """Return what the word right above a clause leaves of it, whatever stands above that."""

    def ask(other: int) -> Degree:
        return own(sentence, sentence.tokens[other], TOLD)

    return governed(sentence, sentence.tokens[index], ask)


def _degree(sentence: Sentence, index: int, depth: int) -> Degree:
    if depth > _DEEP:
        return TOLD
    token = sentence.tokens[index]

    def ask(other: int) -> Degree:
        return _degree(sentence, other, depth + 1)

    if token.dep == "oprd" or (token.dep == "acomp" and token.tag == "VB"):
        return own(sentence, token, governed(sentence, token, ask))
    if _is_part(sentence, token):
        above = ask(token.head)
        heard = described if token.is_noun else adverbs
        return heard(sentence, token, above)
    if token.is_noun and not token.is_verb:
        return described(sentence, token, noun_above(sentence, token, ask))
    return own(sentence, token, _above(sentence, token, ask))


def _is_part(sentence: Sentence, token: Token) -> bool:
    below = token.dep == "advmod" and sentence.tokens[token.head].lemma == "be"
    return token.dep in _PARTS or below


def _above(sentence: Sentence, token: Token, ask: Ask) -> Degree:
    """Return what the words above leave a predicate; coordinated ones share it."""
    while token.dep == "conj":
        head = sentence.tokens[token.head]
        if not (head.is_verb or head.tag[0] == "J"):
            return TOLD
        token = head
    if token.index == sentence.root:
        return TOLD
    meant = token.dep in {"advcl", "relcl"} and is_infinitive(sentence, token.index)
    if token.dep in _CLAUSES or meant:
        return governed(sentence, token, ask)
    if token.dep == "advcl":
        return adverbial(sentence, token, ask)
    if token.dep == "amod" and token.lower in listed("adjectives"):
        return Degree(listed("adjectives")[token.lower], firm=True)
    return TOLD
