"""What the clause of an event says of it: auxiliaries, negation, adverbs, conditions, questions."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportedly.models import Sentence, Token
from reportedly.read.clauses import has_subject, inverted
from reportedly.read.degrees.implied import NOT, OPEN, SURE, Degree, listed, weakened

_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "nowhere"})
_CONDITIONS = frozenset({"if", "unless", "provided", "lest", "assuming", "case"})
_HAVE = frozenset({"have", "'ve", "’ve"})
WOULD = frozenset({"would", "'d", "’d"})
_CAN = frozenset({"can", "ca", "could"})
_FEW = frozenset({"few", "little"})
_ASKING = frozenset({"WRB", "WP", "WDT", "WP$"})
_IF_MET = 0.4
"""What hangs on a condition is left open, though it is told for its own sake."""


def own(sentence: Sentence, token: Token, above: Degree) -> Degree:
    """Return a predicate's degree once its own clause is heard."""
    found = _auxiliaries(sentence, token, above)
    found = _conditioned(sentence, token, found)
    found = adverbs(sentence, token, found)
    if _asked(sentence, token):
        return OPEN
    if negations(sentence, token):
        return Degree(-found.value, firm=True)
    if any(_few(sentence, t) for t in sentence.kids(token.index, "nsubj", "nsubjpass")):
        return Degree(min(-found.value / 2, 0.0), firm=True)
    return found


def adverbs(sentence: Sentence, token: Token, found: Degree) -> Degree:
    """Return a degree once the adverbs beside the word are heard."""
    table = listed("adverbs")
    for below in sentence.kids(token.index, "advmod", "npadvmod", "amod", "dep"):
        found = weakened(found, table.get(below.lower))
    return found


def is_condition(marks: set[str]) -> bool:
    """Tell whether words that open a clause make it a condition: "if", and not "even if"."""
    return bool(marks & _CONDITIONS) and "even" not in marks


def negations(sentence: Sentence, token: Token) -> list[Token]:
    """Return the words that negate a predicate."""
    found: list[Token] = []
    for carrier in _carriers(sentence, token):
        found += [t for t in sentence.kids(carrier.index) if _negates(t)]
        for noun in sentence.kids(carrier.index, "nsubj", "nsubjpass", "dobj", "attr"):
            if noun.dep == "attr" and noun.lower in _NOBODY:
                found.append(noun)
            elif noun.dep != "dobj" or carrier.lemma in listed("light"):
                below = sentence.kids(noun.index, "det", "neg", "preconj", "amod")
                found += [t for t in below if t.lower in {"no", "not", "neither"}]
        for adverb in sentence.kids(carrier.index, "advmod"):
            if adverb.lower in {"longer", "more"}:
                found += sentence.kids(adverb.index, "neg", "det")
    return found


def _negates(token: Token) -> bool:
    if token.dep == "neg" or token.lower in _NEGATIONS:
        return token.lower != "only"
    return token.dep in {"nsubj", "nsubjpass", "dobj"} and token.lower in _NOBODY


def _carriers(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the word and, where it shares auxiliaries with a verb before it, that verb."""
    yield token
    while token.dep == "conj" and not sentence.kids(token.index, "aux", "auxpass", "nsubj"):
        head = sentence.tokens[token.head]
        if head.tag != token.tag or token.tag not in {"VB", "VBN", "VBG"}:
            return
        token = head
        yield token


def _auxiliaries(sentence: Sentence, token: Token, above: Degree) -> Degree:
    helping = [t for c in _carriers(sentence, token) for t in sentence.kids(c.index, "aux")]
    modal = next((t for t in helping if t.lower in listed("auxiliaries")), None)
    if modal is None:
        bare = token.tag == "VB" and not helping and not has_subject(sentence, token.index)
        return OPEN if bare and token.index == sentence.root else above
    value = _modal(sentence, token, modal)
    if any(t.lower in _HAVE for t in helping) and token.tag in {"VBN", "VBD"}:
        value = listed("perfect").get(modal.lower, value)
        if value < 0:
            return NOT
    if modal.lower in _CAN and negations(sentence, token):
        value = SURE
    return Degree(math.copysign(min(value, abs(above.value)), above.value), firm=True)


def _modal(sentence: Sentence, token: Token, modal: Token) -> float:
    if modal.lower in WOULD and (is_settled(sentence, token) or token.lemma in listed("polite")):
        return SURE
    found: float = listed("auxiliaries")[modal.lower]
    return found


def is_settled(sentence: Sentence, token: Token) -> bool:
    """Tell whether the "would" of a predicate leaves nothing open.

    It does not in a past report, where it is a future ("said it would close"), nor where it is
    a refusal ("would not say").
    """
    if _has_condition(sentence, token):
        return False
    if negations(sentence, token):
        return True
    while token.dep == "conj":
        token = sentence.tokens[token.head]
    past = sentence.tokens[token.head].tag in {"VBD", "VBN"}
    return token.dep == "ccomp" and past and not _has_condition(sentence, token)


def _has_condition(sentence: Sentence, token: Token) -> bool:
    """Tell whether a predicate stands under a condition; "not ... unless" is none."""
    for clause in sentence.kids(token.index, "advcl"):
        marks = {t.lower for t in sentence.kids(clause.index, "mark", "advmod")}
        if "unless" in marks and negations(sentence, token):
            continue
        if is_condition(marks) or inverted(sentence, clause.index):
            return True
    without = any(t.lower == "without" for t in sentence.kids(token.index, "prep"))
    return without and bool(sentence.kids(token.index, "aux"))


def _conditioned(sentence: Sentence, token: Token, found: Degree) -> Degree:
    if abs(found.value) < 1 or found == NOT or not _has_condition(sentence, token):
        return found
    return Degree(math.copysign(_IF_MET, found.value), firm=True)


def _asked(sentence: Sentence, token: Token) -> bool:
    """Tell whether a predicate is what a question leaves open."""
    if all(t.text != "?" for t in sentence.tokens[token.index :]):
        return False
    top = token
    while top.dep == "conj":
        top = sentence.tokens[top.head]
    if top.index != sentence.root:
        return False
    return all(t.tag not in _ASKING for t in sentence.tokens[: token.index])


def _few(sentence: Sentence, subject: Token) -> bool:
    """Tell whether a subject is "few" or "little", and not "a few" or "the few"."""
    many = [t for t in (subject, *sentence.kids(subject.index, "amod")) if t.lower in _FEW]
    counted = (sentence.child(t.index, "det", "poss", "quantmod") for t in (subject, *many))
    return bool(many) and not any(counted)
