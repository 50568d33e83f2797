"""Relations of actors that a clause tells in passing: "Iran-backed", "a unit of the GRU".

They stand inside what somebody says, and whoever says it holds them; they are no statements of
their own, as a noun phrase asserts nothing by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.models import Sentence, Token
from reportedly.read.naming import Naming
from reportedly.read.words import words
from reportedly.values.statement import Event, Mention

RELATION = "relation"
_SUBJECT = ("nsubj", "nsubjpass")


def relations(naming: Naming, content: Sequence[int]) -> tuple[Event, ...]:
    """Return the relations between actors that the words of a clause tell in passing.

    Args:
        naming: names the phrases of the sentence.
        content: positions of the clause's words.
    """
    sentence = naming.placed.sentence
    found: list[Event] = []
    for position in content:
        token = sentence.tokens[position]
        if token.dep in {"amod", "acl", "relcl"}:
            found += _by_modifier(naming, token)
        elif token.lemma in _listed("nouns"):
            found += _by_noun(naming, token)
    return tuple(found)


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(words("relations")[name])


def _by_modifier(naming: Naming, modifier: Token) -> Iterator[Event]:
    """Yield what "Iran-backed", "backed by Iran", "loyal to Haftar" say of their noun."""
    sentence = naming.placed.sentence
    if modifier.lemma not in _listed("verbs") | _listed("adjectives"):
        return
    noun, holder = sentence.tokens[modifier.head], _holder(sentence, modifier)
    if holder is None or noun.index == holder.index:
        return
    below = frozenset(sentence.subtree(modifier.index))
    who = naming.phrase(holder)
    yield from _told(naming, modifier, who, naming.phrase(noun, without=below))


def _holder(sentence: Sentence, modifier: Token) -> Token | None:
    """Return who backs, leads or controls."""
    joined = sentence.child(modifier.index, "npadvmod")
    if joined is not None and sentence.tokens[modifier.index - 1].text == "-":
        return joined
    if modifier.dep == "relcl" and sentence.child(modifier.index, "nsubjpass") is None:
        subject = sentence.child(modifier.index, "nsubj")
        return subject if subject is not None and subject.tag[:2] == "NN" else None
    for preposition in sentence.kids(modifier.index, "agent", "prep"):
        if preposition.lower in words("relations")["prepositions"]:
            return sentence.child(preposition.index, "pobj")
    return None


def _by_noun(naming: Naming, noun: Token) -> Iterator[Event]:
    """Yield what "a unit of the GRU" or "Hamas's armed wing" says, of the name it stands beside."""
    sentence = naming.placed.sentence
    whole = sentence.child(noun.index, "poss")
    for preposition in sentence.kids(noun.index, "prep"):
        if preposition.lower == "of" and whole is None:
            whole = sentence.child(preposition.index, "pobj")
    if whole is None or whole.tag[:2] != "NN" or not naming.phrase(whole)[0].key:
        return
    beside = sentence.tokens[noun.head] if noun.dep == "appos" else noun
    if noun.dep == "attr":
        beside = sentence.child(noun.head, *_SUBJECT) or noun
    yield from _told(naming, noun, naming.phrase(whole), naming.phrase(beside))


def _told(
    naming: Naming, head: Token, who: Sequence[Mention], what: Sequence[Mention]
) -> Iterator[Event]:
    span = naming.placed.over([head.index])
    if span is not None and who and what and who[0].kind in {"place", "organisation", "person"}:
        yield Event(head.lemma, span, RELATION, tuple(who), tuple(what), phase="under_way")
