"""Relations of nobody: "is expected to", "reportedly", "it appears that", by rules on the parse.

A trained model hears who says what; words that somebody says, nobody knows who, are rare in
what it learnt from, and few words make up most of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.models import Relation, Sentence, Token
from reportedly.read.phrases import agent_of, is_passive
from reportedly.read.placed import runs
from reportedly.read.words import words

_HELPING = ("aux", "auxpass", "neg", "advmod")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_BELOW = ("xcomp", "ccomp", "acomp", "oprd", "attr", "advcl", "prep")
_ASKED = frozenset({"ask", "question"})
_CHANCE = (0.5, 0.5, 0.5)
"""How sure a rule is, in the terms of a relation that is heard."""


def sourceless(
    pages: Sequence[tuple[int, Sequence[Sentence]]], heard: Sequence[Relation]
) -> Iterator[Relation]:
    """Yield the relations of nobody that were not heard.

    Args:
        pages: the parsed paragraphs, each with where it begins.
        heard: the relations that are known; nothing inside their words is looked at.
    """
    taken = sorted(span for one in heard for span in (*one.cue, *one.content))
    for offset, sentences in pages:
        for sentence in sentences:
            for cue, content in _found(sentence):
                made = Relation(
                    (), _spans(sentence, offset, cue), _spans(sentence, offset, content), _CHANCE
                )
                if made.content and not _inside(made.cue[0], taken):
                    yield made


def _found(sentence: Sentence) -> Iterator[tuple[list[int], list[int]]]:
    """Yield positions of the words of a cue, and of its content."""
    for token in sentence.tokens:
        if token.lower in words("sourceless")["adverbs"]:
            yield [token.index], _around(sentence, token)
        elif _raises(sentence, token):
            yield _with_help(sentence, token), _raised(sentence, token)
        elif _asks(sentence, token):
            below = sentence.kids(token.index, "ccomp", "prep", "advcl", "dobj")
            yield [token.index], [p for t in below for p in sentence.subtree(t.index)]


def _raises(sentence: Sentence, token: Token) -> bool:
    """Tell whether a verb says something of its subject for nobody: "seems", "is expected"."""
    known = words("sourceless")
    if token.lemma in known["seeming"]:
        return token.is_verb
    return token.tag == "VBN" and token.lemma in known["passives"] and _agentless(sentence, token)


def _asks(sentence: Sentence, token: Token) -> bool:
    """Tell whether it is asked by nobody: "Asked whether ..., he left"."""
    asked = token.tag in {"VBN", "VBD"} and token.lemma in _ASKED and token.dep == "advcl"
    return asked and not sentence.kids(token.index, *_SUBJECTS)


def _agentless(sentence: Sentence, token: Token) -> bool:
    return is_passive(sentence, token.index) and agent_of(sentence, token.index) is None


def _with_help(sentence: Sentence, verb: Token) -> list[int]:
    """Return a verb with what stands right before it: "is widely expected"."""
    helping = {t.index for t in sentence.kids(verb.index, *_HELPING)}
    start = verb.index
    while start - 1 in helping:
        start -= 1
    return list(range(start, verb.index + 1))


def _raised(sentence: Sentence, verb: Token) -> list[int]:
    """Return the subject of a verb and what follows it: "the lira ... to weaken"."""
    parts = [
        *sentence.kids(verb.index, *_SUBJECTS),
        *(t for t in sentence.kids(verb.index, *_BELOW) if t.index > verb.index),
    ]
    if len(parts) < 2:  # noqa: PLR2004  somebody, and what of him
        return []
    found = sorted(p for t in parts for p in sentence.subtree(t.index))
    return [p for p in found if sentence.tokens[p].dep != "expl"]


def _around(sentence: Sentence, adverb: Token) -> list[int]:
    """Return the clause that an adverb stands in, without it."""
    found = sentence.subtree(adverb.head)
    return [p for p in found if p != adverb.index and sentence.tokens[p].text not in {".", '"'}]


def _spans(
    sentence: Sentence, offset: int, positions: Sequence[int]
) -> tuple[tuple[int, int], ...]:
    tokens = sentence.tokens
    return tuple((tokens[r[0]].start + offset, tokens[r[-1]].end + offset) for r in runs(positions))


def _inside(cue: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < cue[1] and cue[0] < end for start, end in taken)
