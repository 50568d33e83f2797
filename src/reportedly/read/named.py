"""Who is named in a sentence without speaking, so that "she said" and "the baker" find them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from reportedly.models import Sentence, Token
from reportedly.read.placed import Placed
from reportedly.read.words import words

_NAMES = frozenset({"NNP", "NNPS"})
_SUBJECT = ("nsubj", "nsubjpass")
_KINDS = (
    "unnamed_official",
    "unnamed_person",
    "role_person",
    "organisation",
    "document",
    "described_groups",
)
_OBJECTS = frozenset({"dobj", "pobj", "poss", "compound", "appos", "dative"})


def named_in(placed: Placed) -> Iterator[tuple[int, bool]]:
    """Yield the heads of those named, and whether of them it is told that they did something.

    Subjects of what the outlet tells come last, for they are what the next pronoun means.
    """
    sentence = placed.sentence
    telling = {p for act in placed.sayings for p in act.cue}
    said = {head for act in placed.sayings for head in act.contents}
    told = [c.head for c in placed.clauses if c.head not in telling | said]
    subjects = [head for each in told for head in _subjects(sentence, each)]
    for token in sentence.tokens:
        if token.index not in subjects and _is_named(sentence, token):
            yield token.index, False
    for head in subjects:
        yield head, True


def _subjects(sentence: Sentence, head: int) -> Iterator[int]:
    """Yield the subject of a clause if it could speak; a line without a verb is its own."""
    subject = sentence.child(head, *_SUBJECT)
    top = subject if subject is not None else sentence.tokens[head]
    if top.tag in _NAMES or (top.tag[:2] == "NN" and _could_speak(top)):
        yield top.index


def _could_speak(token: Token) -> bool:
    return token.lower in _speaking() or token.lower.removesuffix("s") in _people()


@cache
def _speaking() -> frozenset[str]:
    roles = words("roles")
    return frozenset(word for kind in _KINDS for word in roles[kind])


@cache
def _people() -> frozenset[str]:
    return frozenset(words("roles")["unnamed_person"])


def _is_named(sentence: Sentence, token: Token) -> bool:
    """Tell whether a name stands in an object, or as part of what is not a name itself."""
    if token.tag not in _NAMES:
        return False
    if token.dep in {"compound", "poss"}:
        return sentence.tokens[token.head].tag not in _NAMES
    return token.dep in _OBJECTS or token.dep in _SUBJECT
