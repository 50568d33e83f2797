"""How sure a clause sounds: FactBank values from the words that show it.

Method: FactBank (Saurí & Pustejovsky 2009), read by rules. Strength is that of the weakest
word in the clause (certain, probable, possible, uncommitted); polarity that of its negation.
A clause negated under a modal of possibility is PS-, "unlikely" is PR-. Ours departs in that
negative implicatives ("refrained from") leave the clause itself certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.models import Sentence, Token
from reportedly.read.clauses import inverted
from reportedly.read.placed import Placed
from reportedly.read.words import words
from reportedly.values.statement import (
    Certainty,
    Factuality,
    Likelihood,
    Marker,
    MarkerKind,
    certainty,
)
from reportedly.values.when import Span

_STRENGTH = {"CT": 3, "PR": 2, "PS": 1, "Uu": 0}
_BY_STRENGTH = {3: "CT", 2: "PR", 1: "PS"}
_Effect = tuple[MarkerKind, Token, str]


def read_certainty(
    placed: Placed, head: int, content: Sequence[int], *, cue_effect: str = "CT+"
) -> Certainty:
    """Return how sure the voice nearest the words sounds of a clause.

    Args:
        placed: the sentence.
        head: position of the clause's predicate.
        content: positions of the clause's words.
        cue_effect: the FactBank value that the word of saying gives ("PR+" for "believes").
    """
    sentence = placed.sentence
    effects = list({e[1].index: e for e in _effects(sentence, head, frozenset(content))}.values())
    strength, sign = _of(cue_effect)
    for _, _, effect in effects:
        if effect == "not":
            continue
        value, turned = _of(effect)
        strength, sign = min(strength, value), sign * turned
    if any(effect == "not" for _, _, effect in effects):
        sign = -sign
    if placed.question or _asked(sentence, head):
        strength = 0
    shown = [(kind, token) for kind, token, _ in effects]
    if placed.question:
        shown += [("question", t) for t in reversed(sentence.tokens) if t.text.endswith("?")][:1]
    offset = placed.offset
    markers = tuple(
        Marker(kind, token.text, Span(token.start + offset, token.end + offset))
        for kind, token in shown
    )
    return certainty(_value(strength, sign), markers, _likelihood(sentence, content))


def _asked(sentence: Sentence, head: int) -> bool:
    """Tell whether a clause is an embedded question ("asked whether ...", "to see if ...")."""
    token = sentence.tokens[head]
    if token.dep not in {"ccomp", "pcomp"}:
        return False
    return any(t.lower in {"whether", "if"} for t in sentence.kids(head, "mark"))


def _value(strength: int, sign: int) -> Factuality:
    if strength == 0:
        return "Uu"
    table: dict[tuple[int, int], Factuality] = {
        (3, 1): "CT+",
        (3, -1): "CT-",
        (2, 1): "PR+",
        (2, -1): "PR-",
        (1, 1): "PS+",
        (1, -1): "PS-",
    }
    return table[strength, 1 if sign >= 0 else -1]


def _of(effect: str) -> tuple[int, int]:
    return _STRENGTH[effect[:2]], -1 if effect.endswith("-") else 1


def _effects(sentence: Sentence, head: int, content: frozenset[int]) -> Iterator[_Effect]:
    """Yield the words that weaken or turn a clause, with what they do."""
    lists = words("certainty")
    chain = _verb_chain(sentence, head, content)
    conditional = _conditional(sentence, head)
    negated = any(t.dep == "neg" for index in chain for t in sentence.kids(index))
    for index in chain:
        for token in sentence.kids(index):
            if token.index in content or token.index == head:
                yield from _of_child(token, lists, negated=negated)
        yield from _adjective(sentence, index, lists)
        yield from _raising(sentence, index, lists)
    yield from _negative_subject(sentence, head, lists)
    if conditional is not None:
        yield "conditional", conditional, "PR+"
    top = sentence.tokens[head]
    if top.lemma in lists["implicatives_negative"]:
        yield "implicative", top, "CT+"
    yield from _noun_modifiers(sentence, head, lists)


def _verb_chain(sentence: Sentence, head: int, content: frozenset[int]) -> list[int]:
    """Return the predicate and what it carries for tense and modality ("is likely to have")."""
    chain = [head]
    return chain + [t.index for t in sentence.kids(head, "acomp") if t.index in content]


def _of_child(token: Token, lists: dict[str, Any], *, negated: bool) -> Iterator[_Effect]:
    if token.dep in {"aux", "auxpass"} and token.lower in lists["modals"]:
        value = lists["modals"][token.lower]
        if token.lower == "could" and negated:
            value = "CT"  # "could not" is most often inability, not doubt
        if value != "CT":
            yield "modal", token, f"{value}+"
    elif token.dep == "neg" or token.lower in {"not", "n't", "n’t", "never", "hardly", "barely"}:
        yield "negation", token, "not"
    elif token.lower in lists["adverbs"] and token.dep in {
        "advmod",
        "amod",
        "npadvmod",
        "acomp",
        "dep",
    }:
        value = lists["adverbs"][token.lower]
        kind: MarkerKind = (
            "evidential" if token.lower in lists["evidentials"] else "epistemic_adverb"
        )
        if token.lower in {"likely", "unlikely", "probably"}:
            kind = "estimative"
        yield kind, token, value if value.endswith("-") else f"{value}+"
    elif _excludes(token):
        yield "negation", token, "not"


def _excludes(token: Token) -> bool:
    """Tell whether a word is "no" before a noun, or "nothing", "nobody" as an object."""
    if token.dep == "det":
        return token.lower == "no"
    # "nothing else" after a list excludes the rest, not the list
    alone = token.dep in {"dobj", "attr"} and not token.children
    return alone and token.lower in {"nothing", "nobody", "none"}


def _adjective(sentence: Sentence, index: int, lists: dict[str, Any]) -> Iterator[_Effect]:
    """Yield "is likely to", "is unlikely to", "is set to": they hold only with a clause below."""
    token = sentence.tokens[index]
    value = lists["adjectives"].get(token.lower)
    if value is None or token.dep != "acomp":
        return
    below = sentence.child(index, "xcomp", "ccomp") or _raised(sentence, token.head)
    if below is None:
        return
    if value == "Uu":
        if below.dep == "ccomp":
            yield "status_word", token, "Uu"
        return
    yield "estimative", token, value if value.endswith("-") else f"{value}+"


def _raised(sentence: Sentence, verb: int) -> Token | None:
    """Return the clause of "it is possible that ...", which hangs on the verb."""
    subject = sentence.child(verb, "nsubj")
    pointing = subject is not None and subject.lower == "it"
    return sentence.child(verb, "ccomp") if pointing else None


def _raising(sentence: Sentence, index: int, lists: dict[str, Any]) -> Iterator[_Effect]:
    """Yield "appears to have", "is expected to", "is believed to be"."""
    token = sentence.tokens[index]
    value = lists["raising"].get(token.lemma)
    under = sentence.child(index, "xcomp", "oprd", "acomp")
    if value is None or under is None:
        return
    passive = sentence.child(index, "auxpass") is not None
    if token.lemma in {"appear", "seem", "look", "tend"} or passive:
        if value != "CT":
            yield "evidential", token, f"{value}+"
        yield from (
            ("negation", t, "not")
            for t in sentence.kids(under.index, "neg")
            if under.dep == "xcomp"
        )


def _negative_subject(sentence: Sentence, head: int, lists: dict[str, Any]) -> Iterator[_Effect]:
    """Yield "no evidence was found", "none of them", "there was no damage"."""
    for token in sentence.kids(head, "nsubj", "nsubjpass", "attr", "dobj"):
        if token.lower in lists["negative_subjects"] and token.dep in {"nsubj", "nsubjpass"}:
            yield "negation", token, "not"
        for below in sentence.kids(token.index, "det", "neg", "preconj"):
            if below.lower in {"no", "neither"}:
                yield "negation", below, "not"


def _noun_modifiers(sentence: Sentence, head: int, lists: dict[str, Any]) -> Iterator[_Effect]:
    """Yield status words and hedges that mark a noun of the clause, which do not weaken it."""
    for token in sentence.kids(head, "acomp", "attr"):
        if token.lower in lists["status_words"]:
            yield "status_word", token, "CT+"
    for noun in sentence.kids(head, "nsubj", "nsubjpass"):
        for below in sentence.kids(noun.index, "amod"):
            if below.lower in {"potential", "possible", "alleged", "suspected", "purported"}:
                yield "evidential", below, "CT+"
    for noun in sentence.kids(head, "attr"):
        for below in sentence.kids(noun.index, "amod"):
            value = lists["adjectives"].get(below.lower)
            if below.lower in {"probable", "likely", "possible", "unlikely", "improbable"}:
                yield "estimative", below, value if value.endswith("-") else f"{value}+"


def _conditional(sentence: Sentence, head: int) -> Token | None:
    for clause in sentence.kids(head, "advcl"):
        for mark in sentence.kids(clause.index, "mark"):
            if mark.lower in {"if", "unless", "provided"}:
                return mark
        if inverted(sentence, clause.index):
            return sentence.child(clause.index, "aux", "auxpass")
    return None


def _likelihood(sentence: Sentence, content: Sequence[int]) -> Likelihood | None:
    """Return the published interval of an estimative word in a clause, if there is one."""
    text = " ".join(sentence.tokens[p].lower for p in content)
    padded = f" {text} "
    best: tuple[int, Likelihood] | None = None
    for scale, table in words("certainty")["estimative"].items():
        for word, (lo, hi) in table.items():
            if f" {word} " in padded and (best is None or len(word) > best[0]):
                best = (len(word), Likelihood(word, scale, float(lo), float(hi)))
    return best[1] if best else None
