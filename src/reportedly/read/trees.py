"""Changes to the tree of a parsed sentence, of which mends are made, and the tags they look for."""

from __future__ import annotations

from dataclasses import replace

from reportedly.models import Sentence, Token
from reportedly.read.words import words

NAMES = frozenset({"NNP", "NNPS"})
"""Tags of names."""

FINITE = frozenset({"VBD", "VBZ", "VBP"})
"""Tags of finite verbs, without those of "may" and "must"."""


def says(token: Token) -> bool:
    """Tell whether a word is a finite verb of saying."""
    return token.tag in FINITE and token.lemma in words("cues")["verbs"]


def rehung(sentence: Sentence, index: int, head: int, dep: str) -> Sentence:
    """Return the sentence with a word hung under another."""
    if index in {head, sentence.root} or head in sentence.subtree(index):
        return sentence
    tokens = [replace(token, children=list(token.children)) for token in sentence.tokens]
    tokens[tokens[index].head].children.remove(index)
    tokens[index].head, tokens[index].dep = head, dep
    tokens[head].children = sorted([*tokens[head].children, index])
    return Sentence(tokens, sentence.root)


def turned(sentence: Sentence, index: int) -> Sentence:
    """Return the sentence with a word above the one that it hung on."""
    tokens = [replace(token, children=list(token.children)) for token in sentence.tokens]
    below = tokens[tokens[index].head]
    below.children.remove(index)
    root = index if sentence.root == below.index else sentence.root
    tokens[index].head = index if root == index else below.head
    tokens[index].dep = below.dep
    if root != index:
        above = tokens[below.head]
        above.children = sorted({*above.children, index} - {below.index})
    below.head, below.dep = index, "ccomp"
    tokens[index].children = sorted([*tokens[index].children, below.index])
    return Sentence(tokens, root)


def marked(sentence: Sentence, clause: int) -> Sentence:
    """Take the "that" of a clause for what opens it."""
    found = (t for t in sentence.kids(clause, "dobj") if t.lower == "that" and t.index < clause)
    that = next(found, None)
    if that is None:
        return sentence
    tokens = list(sentence.tokens)
    tokens[that.index] = replace(that, dep="mark", tag="IN")
    return Sentence(tokens, sentence.root)
