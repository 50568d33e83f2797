"""The words of a clause that weaken or turn it: modals, negations, adverbs, implicatives.

Each is told with its kind and with what it does: a FactBank value that the clause can at most
have, or "not", which turns it. What a word does is data, `words/certainty.yaml`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.models import Sentence, Token
from reportedly.read.clauses import inverted
from reportedly.read.degrees.own import WOULD, is_settled
from reportedly.read.words import words
from reportedly.values.statement import MarkerKind

Effect = tuple[MarkerKind, Token, str]

_NOT = frozenset({"not", "n't", "n’t", "never", "hardly", "barely"})
_ADVERBIAL = frozenset({"advmod", "amod", "npadvmod", "acomp", "dep"})
_SUBJECT = ("nsubj", "nsubjpass")
_OUGHT = frozenset({"should", "ought"})


def effects(sentence: Sentence, head: int, content: frozenset[int]) -> Iterator[Effect]:
    """Yield the words that weaken or turn a clause, with what they do.

    Args:
        sentence: the sentence.
        head: position of the clause's predicate.
        content: positions of the clause's words.
    """
    lists = words("certainty")
    # "seems unlikely" is one predicate, "called it unlikely" is none
    told = () if sentence.child(head, "dobj") else ("oprd",)
    chain = [head, *(t.index for t in sentence.kids(head, "acomp", *told) if t.index in content)]
    negated = any(t.dep == "neg" for index in chain for t in sentence.kids(index))
    for index in chain:
        for token in sentence.kids(index):
            if token.index in content or token.index == head:
                yield from _of_child(sentence, token, lists, negated=negated)
        yield from _adjective(sentence, index, lists)
        yield from _raising(sentence, index, lists)
    yield from _negative_subject(sentence, head, lists)
    yield from _condition(sentence, head)
    yield from _implicative(sentence, head, lists)
    yield from _of_knowing(sentence, head, lists)
    yield from _to_come(sentence, head, lists)
    yield from _noun_modifiers(sentence, head, lists)


def _of_child(
    sentence: Sentence, token: Token, lists: dict[str, Any], *, negated: bool
) -> Iterator[Effect]:
    if token.dep in {"aux", "auxpass"} and token.lower in lists["modals"]:
        yield from _modal(sentence, token, lists["modals"][token.lower], negated=negated)
    elif _contrasts(sentence, token):
        return  # "to the army, not to militias"
    elif token.dep == "neg" or token.lower in _NOT or _excludes(token):
        yield "negation", token, "not"
    elif token.lower in lists["adverbs"] and token.dep in _ADVERBIAL:
        yield _adverb_kind(token, lists), token, _signed(lists["adverbs"][token.lower])
    elif token.dep == "advmod" and token.lower == "longer":
        yield from (("negation", t, "not") for t in sentence.kids(token.index, "neg", "det"))
    elif token.dep == "prep" and token.lower == "in":
        nouns = (t for t in sentence.kids(token.index, "pobj") if t.lower in lists["in_all"])
        yield from (("estimative", t, _signed(lists["in_all"][t.lower])) for t in nouns)


def _modal(sentence: Sentence, token: Token, value: str, *, negated: bool) -> Iterator[Effect]:
    if token.lower == "could" and negated:
        return  # most often inability, not doubt
    plain = token.lower in WOULD and is_settled(sentence, sentence.tokens[token.head])
    if token.lower in _OUGHT and any(t.lower == "have" for t in sentence.kids(token.head, "aux")):
        yield "modal", token, "CT-"  # "should have closed": it was not done
    elif value != "CT" and not plain:
        yield "modal", token, _signed(value)


def _adverb_kind(token: Token, lists: dict[str, Any]) -> MarkerKind:
    if token.lower in {"likely", "unlikely", "probably"}:
        return "estimative"
    return "evidential" if token.lower in lists["evidentials"] else "epistemic_adverb"


def _signed(value: str) -> str:
    """Return a FactBank value; lists leave out the sign of positive ones."""
    return value if value.endswith("-") or value == "Uu" else f"{value}+"


def _contrasts(sentence: Sentence, token: Token) -> bool:
    """Tell whether "not" sets aside another phrase than the predicate ("..., not by train")."""
    if token.lower != "not" or token.index <= token.head or token.index + 1 >= len(sentence.tokens):
        return False
    before, after = sentence.tokens[token.index - 1], sentence.tokens[token.index + 1]
    return before.lower in {",", "and", "but"} and after.dep == "prep"


def _excludes(token: Token) -> bool:
    """Tell whether a word is "no" before a noun, or "nothing", "nobody" as an object."""
    if token.dep == "det":
        return token.lower == "no"
    # "nothing else" after a list excludes the rest, not the list
    alone = token.dep in {"dobj", "attr"} and not token.children
    return alone and token.lower in {"nothing", "nobody", "none"}


def _adjective(sentence: Sentence, index: int, lists: dict[str, Any]) -> Iterator[Effect]:
    """Yield "is likely to", "is set to" with a clause below, and "is unlikely" of an event."""
    token = sentence.tokens[index]
    if token.dep not in {"acomp", "oprd"}:
        return
    below = sentence.child(index, "xcomp", "ccomp") or _raised(sentence, token.head)
    value = lists["adjectives"].get(token.lower)
    if below is None:
        if token.lower in lists["alone"]:
            yield "estimative", token, _signed(lists["alone"][token.lower])
    elif token.lower in lists["knowing"] and sentence.kids(token.head, "neg"):
        yield from _unknown(sentence, below)
    elif value == "Uu" and below.dep == "ccomp":
        yield "status_word", token, "Uu"
    elif value is not None and value != "Uu":
        yield "estimative", token, _signed(value)
        nots = sentence.kids(below.index, "neg") if below.dep == "xcomp" else []
        yield from (("negation", t, "not") for t in nots)


def _unknown(sentence: Sentence, below: Token) -> Iterator[Effect]:
    """Yield the word that opens what is not known: "do not know *whether*", "not clear *who*"."""
    first = sentence.tokens[sentence.subtree(below.index)[0]]
    if first.tag in {"WRB", "WP", "WDT"} or first.lower in {"whether", "if"}:
        yield "question", first, "Uu"


def _raised(sentence: Sentence, verb: int) -> Token | None:
    """Return the clause of "it is possible that ...", which hangs on the verb."""
    subject = sentence.child(verb, "nsubj")
    pointing = subject is not None and subject.lower == "it"
    return sentence.child(verb, "ccomp") if pointing else None


def _raising(sentence: Sentence, index: int, lists: dict[str, Any]) -> Iterator[Effect]:
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
        below = sentence.kids(under.index, "neg") if under.dep == "xcomp" else []
        yield from (("negation", t, "not") for t in below)


def _negative_subject(sentence: Sentence, head: int, lists: dict[str, Any]) -> Iterator[Effect]:
    """Yield "no evidence was found", "none of them", "there was no damage"."""
    for token in sentence.kids(head, *_SUBJECT, "attr", "dobj"):
        if token.lower in lists["negative_subjects"] and token.dep in _SUBJECT:
            yield "negation", token, "not"
        if token.lemma in lists["undoubted"] and sentence.child(token.index, "acl", "ccomp"):
            continue  # "there is no doubt that"
        for below in sentence.kids(token.index, "det", "neg", "preconj"):
            if below.lower in {"no", "neither"}:
                yield "negation", below, "not"
        yield from (("negation", t, "not") for t in _not_one(sentence, token))


def _not_one(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """Yield the "not" of "not one house", "not a single shot"."""
    first = sentence.tokens[sentence.subtree(noun.index)[0]]
    if first.lower == "not" and sentence.tokens[first.index + 1].lower in {"a", "an", "one"}:
        yield first


def _condition(sentence: Sentence, head: int) -> Iterator[Effect]:
    for clause in sentence.kids(head, "advcl"):
        marks = [
            t
            for t in sentence.kids(clause.index, "mark")
            if t.lower in {"if", "unless", "provided"}
        ]
        if not marks and inverted(sentence, clause.index):
            marks = sentence.kids(clause.index, "aux", "auxpass")
        if marks:
            yield "conditional", marks[0], "PR+"
            return


def _implicative(sentence: Sentence, head: int, lists: dict[str, Any]) -> Iterator[Effect]:
    """Yield "failed to", "managed to", "was unable to": the clause stays as sure as it is."""
    for token in [sentence.tokens[head], *sentence.kids(head, "acomp")]:
        below = token.lemma in lists["implicatives"] and sentence.child(token.index, "xcomp")
        if below or (
            token.lemma in lists["implicatives_negative"] and _has_complement(sentence, token)
        ):
            yield "implicative", token, "CT+"


def _has_complement(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word has what it negates: "avoided a strike", "refrained from striking"."""
    if sentence.child(token.index, "xcomp", "dobj"):
        return True
    short = [t for t in sentence.kids(token.index, "advmod") if t.lower == "short"]
    return any(
        sentence.child(prep.index, "pcomp")
        for above in [token, *short]
        for prep in sentence.kids(above.index, "prep")
    )


def _of_knowing(sentence: Sentence, head: int, lists: dict[str, Any]) -> Iterator[Effect]:
    """Yield what is left open by "does not know whether", "it is not known who"."""
    if sentence.tokens[head].lemma in lists["knowing"] and sentence.kids(head, "neg"):
        for clause in sentence.kids(head, "ccomp"):
            yield from _unknown(sentence, clause)


def _to_come(sentence: Sentence, head: int, lists: dict[str, Any]) -> Iterator[Effect]:
    """Yield "is to return", which is probable, and "is yet to return", which is not so."""
    top = sentence.tokens[head]
    below = sentence.child(head, "xcomp")
    if top.lemma == "remain" and below is not None and below.lower in {"seen", "proven"}:
        yield "status_word", below, "Uu"
    to = None if below is None else sentence.child(below.index, "aux")
    if top.lemma not in {"be", "have"} or to is None or to.tag != "TO":
        return
    yet = [t for t in sentence.kids(head, "advmod") if t.lower == "yet"]
    if yet:
        yield "negation", yet[0], "not"
    elif top.lemma == "be" and to.index == head + 1:
        subject = sentence.child(head, *_SUBJECT)
        if subject is not None and subject.lemma not in lists["aims"]:
            yield "modal", to, "PR+"


def _noun_modifiers(sentence: Sentence, head: int, lists: dict[str, Any]) -> Iterator[Effect]:
    """Yield status words and hedges that mark a noun of the clause, which do not weaken it."""
    for token in sentence.kids(head, "acomp", "attr"):
        if token.lower in lists["status_words"]:
            yield "status_word", token, "CT+"
    for noun in sentence.kids(head, *_SUBJECT):
        for below in sentence.kids(noun.index, "amod"):
            if below.lower in {"potential", "possible", "alleged", "suspected", "purported"}:
                yield "evidential", below, "CT+"
    for noun in sentence.kids(head, "attr"):
        if noun.lemma in lists["nouns"] and sentence.child(noun.index, "acl"):
            yield "estimative", noun, _signed(lists["nouns"][noun.lemma])
        for below in sentence.kids(noun.index, "amod"):
            if below.lower in {"probable", "likely", "possible", "unlikely", "improbable"}:
                yield "estimative", below, _signed(lists["adjectives"][below.lower])
