"""What the parse shows of an event, as named traits that a learnt estimate weighs."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.models import Sentence, Token
from reportedly.read.degrees import Degree, degree, negations

_SPEAKERS = {"i": 1, "we": 1, "you": 2, "he": 3, "she": 3, "it": 3, "they": 3}
_HIGH = 4
"""Words above an event whose traits are named."""
_PERFECT = frozenset({"have", "be", "do", "will", "would", "can", "could", "may", "might", "must"})


def traits(sentence: Sentence, index: int) -> tuple[list[str], list[float]]:
    """Return the traits of an event that hold, and its measures (see MEASURES)."""
    ruled = degree(sentence, index)
    named = list(_named(sentence, sentence.tokens[index], ruled))
    return named, _measures(sentence, index, ruled)


MEASURES = ("degree", "firm", "degree above", "words", "place", "height", "negations")


def _measures(sentence: Sentence, index: int, ruled: Degree) -> list[float]:
    token = sentence.tokens[index]
    above = degree(sentence, token.head).value if token.head != index else 3.0
    height, top = 0, token
    while top.head != top.index and height < len(sentence.tokens):
        top, height = sentence.tokens[top.head], height + 1
    return [
        ruled.value,
        float(ruled.firm),
        above,
        float(len(sentence.tokens)),
        index / len(sentence.tokens),
        float(height),
        float(len(negations(sentence, token))),
    ]


def _named(sentence: Sentence, token: Token, ruled: Degree) -> Iterator[str]:
    tense = _tense(sentence, token)
    yield f"tag={token.tag}"
    yield f"dep={token.dep}"
    yield f"lemma={token.lemma}"
    yield f"tense={tense}"
    yield f"tense,dep={tense},{token.dep}"
    yield f"ruled={ruled.value:.1f}"
    yield f"root,tense={_tense(sentence, sentence.tokens[sentence.root])}"
    yield f"ends={sentence.tokens[-1].text}"
    for below in sentence.kids(token.index):
        yield f"has={below.dep}"
        if below.dep in {
            "aux",
            "auxpass",
            "mark",
            "advmod",
            "neg",
            "prt",
            "prep",
            "expl",
            "cc",
            "det",
        }:
            yield f"{below.dep}={below.lower}"
        elif below.dep in {"nsubj", "nsubjpass"}:
            yield f"subject={below.lower if below.tag in {'PRP', 'DT', 'WP', 'WDT', 'EX'} else below.tag}"
        elif below.dep in {"dobj", "acomp", "attr", "xcomp", "advcl", "ccomp", "amod", "dative"}:
            yield f"{below.dep}:tag={below.tag}"
            if below.dep in {"acomp", "attr", "xcomp"}:
                yield f"{below.dep}:lemma={below.lemma}"
            for mark in sentence.kids(below.index, "mark", "advmod"):
                yield f"{below.dep}:{mark.lower}"
    yield from _tops(sentence, token)
    yield from _beside(sentence, token)
    if (subject := _subject(sentence, token)) is not None:
        yield f"agent={subject.lower if subject.tag[:3] == 'PRP' else subject.tag}"
        yield f"agent,tense={subject.lower if subject.tag[:3] == 'PRP' else 'N'},{tense}"


def _subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the subject of a predicate, or of the nearest one above that has one."""
    for _ in range(_HIGH):
        subject = sentence.child(token.index, "nsubj", "nsubjpass")
        if subject is not None or token.head == token.index:
            return subject
        token = sentence.tokens[token.head]
    return None


def _tops(sentence: Sentence, token: Token) -> Iterator[str]:
    """Yield traits of the words above."""
    path = token.dep
    for step in range(1, _HIGH + 1):
        if token.head == token.index:
            yield f"path={path}>"
            return
        token = sentence.tokens[token.head]
        path += f"<{token.dep}"
        if step <= 2:
            yield f"above{step}={token.lemma}"
            yield f"above{step}:tag={token.tag}"
            yield f"above{step}:tense={_tense(sentence, token)}"
            yield f"path{step}={path}"
            if negations(sentence, token):
                yield f"above{step}:negated"
        yield f"over={token.lemma}"
        for below in sentence.kids(token.index, "aux", "mark", "neg"):
            yield f"over:{below.dep}={below.lower}"
    yield f"path={path}"


def _beside(sentence: Sentence, token: Token) -> Iterator[str]:
    for step in (-2, -1, 1, 2):
        place = token.index + step
        if 0 <= place < len(sentence.tokens):
            yield f"beside{step}={sentence.tokens[place].lower}"
            yield f"beside{step}:tag={sentence.tokens[place].tag}"
    present = {t.lower for t in sentence.tokens}
    for word in (
        "?",
        "if",
        "will",
        "please",
        "i",
        "you",
        "we",
        "my",
        "was",
        "had",
        "is",
        "!",
        "''",
        "said",
    ):
        if word in present:
            yield f"holds={word}"


def _tense(sentence: Sentence, token: Token) -> str:
    """Return the form of a predicate with its auxiliaries ("will+VB", "to+VB", "VBD")."""
    carrier = token
    helping = sentence.kids(token.index, "aux", "auxpass")
    while not helping and carrier.dep == "conj" and not sentence.child(carrier.index, "nsubj"):
        head = sentence.tokens[carrier.head]
        if head.tag != carrier.tag:
            break
        carrier, helping = head, sentence.kids(head.index, "aux", "auxpass")
    if token.tag[0] not in "VM":
        verb = sentence.tokens[token.head]
        return f"{token.tag}" if not verb.is_verb else f"{token.tag}/{verb.tag}"
    said = [t.lower if t.tag in {"MD", "TO"} else t.tag + t.lemma for t in helping]
    return "+".join([*said, token.tag])
