"""How far a text presents an event as real, by rules: from -3 (surely not) to 3 (surely).

Method: an event takes the degree that the words above it leave it ("failed to land", "denied
the theft", "if it lands"), and its own clause weakens or turns that (modals, negation,
adverbs, questions). What words above do is data, `words/implications.yaml`; it follows what is
known of implicatives and factives since Karttunen (1971). A flat future counts as sure.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from reportedly.models import Sentence, Token
from reportedly.read.clauses import has_subject, inverted
from reportedly.read.words import words

SURE: Final = 3.0
_DEEP = 12
"""Words above an event that are looked at."""
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
_NOBODY = frozenset({"nobody", "none", "nothing", "neither", "no-one", "nowhere"})
_CONDITIONS = frozenset({"if", "unless", "provided", "lest", "assuming", "case"})
_LATER = frozenset({"when", "once", "until", "till", "before", "after", "as"})
_MODALS = frozenset(
    {"will", "'ll", "’ll", "wo", "shall", "may", "might", "could", "should", "can", "would", "must"}
)
_TAKES_PLACE = frozenset(
    "happen occur take begin start come hold be continue resume end schedule expect plan".split()
)
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


@dataclass(frozen=True, slots=True)
class Degree:
    """How real an event is.

    Attributes:
        value: from -3 to 3.
        firm: whether a word or form decided it; otherwise it is what is usual.
    """

    value: float
    firm: bool


@cache
def implications() -> dict[str, dict[str, tuple[float, float]]]:
    """Return, by frame and word, the degrees of what stands below it: if it holds, if negated."""
    lists = words("implications")
    return {
        frame: {
            word: (float(group["degrees"][0]), float(group["degrees"][1]))
            for group in lists[frame].values()
            for word in group["words"]
        }
        for frame in ("infinitive", "clause", "noun")
    }


def degree(sentence: Sentence, index: int) -> Degree:
    """Return how real the event is that a word names."""
    return _degree(sentence, index, 0)


def _degree(sentence: Sentence, index: int, depth: int) -> Degree:
    token = sentence.tokens[index]
    if depth > _DEEP:
        return Degree(SURE, firm=False)
    if token.dep in {"aux", "auxpass", "acomp", "attr", "prt", "oprd", "neg"} or (
        token.dep == "advmod" and sentence.tokens[token.head].lemma == "be"
    ):
        if token.dep == "oprd" or (token.dep == "acomp" and token.tag == "VB"):
            return _own(sentence, token, _governed(sentence, token, depth), depth)
        above = _degree(sentence, token.head, depth + 1)
        return _noun(sentence, token, above) if token.is_noun else _adverbs(sentence, token, above)
    if token.is_noun and not token.is_verb:
        return _noun(sentence, token, _noun_above(sentence, token, depth))
    return _own(sentence, token, _above(sentence, token, depth), depth)


def _above(sentence: Sentence, token: Token, depth: int) -> Degree:
    """Return what the words above leave a predicate."""
    marks = {t.lower for t in sentence.kids(token.index, "mark", "advmod")}
    if token.index == sentence.root:
        return Degree(SURE, firm=False)
    if token.dep == "conj":
        head = sentence.tokens[token.head]
        if head.is_verb or head.tag[0] == "J":
            return _above(sentence, head, depth + 1) if depth < _DEEP else Degree(SURE, False)
        return Degree(SURE, firm=False)
    if token.dep in {"ccomp", "csubj", "csubjpass", "pcomp", "xcomp", "acl", "dep"} or (
        token.dep in {"advcl", "relcl"} and _is_infinitive(sentence, token)
    ):
        return _governed(sentence, token, depth)
    if token.dep == "advcl":
        return _adverbial(sentence, token, marks, depth)
    if token.dep == "amod":
        value = words("implications")["adjectives"].get(token.lower)
        return Degree(SURE if value is None else value, firm=value is not None)
    return Degree(SURE, firm=False)


def _adverbial(sentence: Sentence, token: Token, marks: set[str], depth: int) -> Degree:
    if inverted(sentence, token.index):
        past = sentence.child(token.index, "aux", "auxpass")
        unreal = past is not None and past.lower == "had"
        return Degree(-SURE if unreal else 0.0, firm=True)
    if marks & {"whether"}:
        return Degree(0.0, firm=True)
    if marks & _CONDITIONS and not marks & {"even"}:
        unreal = _perfect(sentence, token) and _has_past(sentence, token)
        return Degree(-SURE if unreal else 0.0, firm=True)
    present = token.tag in {"VBZ", "VBP"} or any(
        t.tag in {"VBZ", "VBP"} for t in sentence.kids(token.index, "aux", "auxpass")
    )
    if marks & _LATER and present:
        main = {t.lower for t in sentence.kids(token.head, "aux")}
        if main & _MODALS:
            return Degree(0.75, firm=True)
    main = sentence.tokens[token.head]
    stopped = _pair(sentence, "noun", main)
    if "before" in marks and stopped is not None and stopped[0] == -SURE:
        return Degree(-SURE, firm=True)
    if "than" in marks or {"rather", "instead"} & marks:
        return Degree(-1.5, firm=False)
    if token.tag == "VBG" and not marks:
        above = _degree(sentence, token.head, depth + 1)
        return Degree(max(above.value, 0.0), firm=False)
    return Degree(SURE, firm=False)


def _is_infinitive(sentence: Sentence, token: Token) -> bool:
    return token.tag == "VB" and any(t.tag == "TO" for t in sentence.kids(token.index, "aux"))


def _has_past(sentence: Sentence, token: Token) -> bool:
    return any(t.lower in {"had", "’d", "'d"} for t in sentence.kids(token.index, "aux", "auxpass"))


def _perfect(sentence: Sentence, token: Token) -> bool:
    return any(t.lemma == "have" for t in sentence.kids(token.index, "aux"))


def _governed(sentence: Sentence, token: Token, depth: int) -> Degree:
    """Return what the word that governs a clause leaves of it."""
    head = sentence.tokens[token.head]
    marks = {t.lower for t in sentence.kids(token.index, "mark")}
    if marks & {"whether", "if"}:
        return Degree(0.0, firm=True)
    finite = token.dep in {"ccomp", "csubj", "acl", "pcomp", "csubjpass"} and (
        token.tag in {"VBD", "VBZ", "VBP"}
        or any(
            t.tag in {"VBD", "VBZ", "VBP", "MD"}
            for t in sentence.kids(token.index, "aux", "auxpass")
        )
    )
    if head.lower == "provided" or (head.lower == "had" and not head.index):
        return Degree(0.0 if head.lower == "provided" else -SURE, firm=True)
    between = range(token.index, head.index)
    if any(sentence.tokens[i].text in {";", ":"} for i in between):
        return Degree(SURE, firm=False)
    if finite and _is_content(sentence, token, marks):
        governor = _governor(sentence, token, head)
        pair = _pair(sentence, "clause", governor)
        if pair is None:
            return Degree(SURE, firm=False)
        above = _degree(sentence, governor.index, depth + 1)
        if governor.is_noun and _rejected(sentence, governor):
            return Degree(-SURE, firm=True)
        return _implied(pair, above)
    if finite:
        return Degree(SURE, firm=False)
    return _infinitive(sentence, token, head, depth)


def _rejected(sentence: Sentence, noun: Token) -> bool:
    """Tell whether what a noun says is denied: "rejected claims that"."""
    above = sentence.tokens[noun.head]
    pair = _pair(sentence, "noun", above)
    return noun.dep in {"dobj", "nsubjpass"} and pair is not None and pair[0] == -SURE


def _is_content(sentence: Sentence, token: Token, marks: set[str]) -> bool:
    """Tell whether a finite clause is what is said, and no relative or interrogative one."""
    asked = any(
        t.tag in {"WRB", "WP", "WDT"} and t.index < token.index and t.lower != "that"
        for t in sentence.kids(token.index)
    )
    return not asked and (
        token.dep != "acl" or "that" in marks or has_subject(sentence, token.index)
    )


def _governor(sentence: Sentence, token: Token, head: Token) -> Token:
    """Return the word that says what becomes of a clause: "is *likely* that", "the *fear* is"."""
    if head.lemma == "be":
        for below in sentence.kids(head.index, "acomp", "attr"):
            if _pair(sentence, "clause", below) is not None and below.index != token.index:
                return below
        subject = sentence.child(head.index, "nsubj")
        if subject is not None and _pair(sentence, "clause", subject) is not None:
            return subject
    return head


def _infinitive(sentence: Sentence, token: Token, head: Token, depth: int) -> Degree:
    if head.dep in {"prep", "mark"} and head.index != head.head:
        return _after_preposition(sentence, token, head, depth)
    if any(t.lower == "yet" for t in sentence.kids(head.index, "advmod")) and head.lemma in {
        "be",
        "have",
    }:
        return Degree(-SURE, firm=True)
    governor = head
    if head.lemma in {"be", "have"} or (
        head.is_verb and _pair(sentence, "infinitive", head) is None
    ):
        for below in sentence.kids(head.index, "acomp", "attr", "dobj", "oprd"):
            if below.index != token.index and _pair(sentence, "infinitive", below) is not None:
                governor = below
                break
    if _supposed(sentence, governor):
        past = sentence.tokens[governor.head].tag == "VBD" or any(
            t.lower in {"was", "were"} for t in sentence.kids(governor.index, "auxpass", "aux")
        )
        return Degree(-1.5 if past else 0.75, firm=True)
    if head.lemma == "be" and governor is head:
        past = head.lower in {"was", "were"}
        return Degree(0.0 if past else 2.25, firm=_is_infinitive(sentence, token))
    if token.dep == "acl" and not _is_infinitive(sentence, token):
        return Degree(SURE, firm=False)
    if any(t.lower in {"first", "last", "only"} for t in sentence.kids(governor.index, "amod")):
        return Degree(SURE, firm=False)
    if any(t.lower == "too" for t in sentence.kids(governor.index, "advmod")):
        return Degree(-SURE, firm=True)
    pair = _pair(sentence, "infinitive", governor)
    if pair is not None and pair[0] == 0.75 and _has_past(sentence, governor):
        pair = (-0.75, -2.25)  # "had hoped to", and did not
    if pair is None:
        purpose = _is_infinitive(sentence, token) and token.dep != "csubj"
        return Degree(1.5 if purpose else SURE, firm=False)
    if governor.lemma in {
        "try",
        "attempt",
        "struggle",
        "seek",
        "strive",
        "fight",
        "battle",
        "vie",
    } and (governor.tag in {"VBG", "VBZ", "VBP"}):
        return Degree(0.75, firm=True)  # it is still going on
    above = _degree(sentence, governor.index, depth + 1)
    return _implied(pair, above)


def _supposed(sentence: Sentence, governor: Token) -> bool:
    return governor.lower in {"supposed", "meant"} and governor.tag in {"VBN", "JJ", "VBD"}


def _after_preposition(sentence: Sentence, token: Token, prep: Token, depth: int) -> Degree:
    """Return the degree of "without paying", "from leaving", "of having paid"."""
    above = sentence.tokens[prep.head]
    if (
        prep.lower == "without"
        or (prep.lower == "of" and above.lower in {"instead", "short"})
        or (prep.lower == "than" and above.lower == "rather")
    ):
        return Degree(-SURE, firm=True)
    if prep.lower in {
        "from",
        "of",
        "in",
        "to",
        "about",
        "on",
        "with",
        "for",
        "at",
        "into",
        "against",
    }:
        governor = above
        for below in sentence.kids(above.index, "acomp", "attr", "dobj"):
            if (
                _pair(sentence, "infinitive", above) is None
                and _pair(sentence, "infinitive", below) is not None
            ):
                governor = below
        pair = _pair(sentence, "infinitive", governor)
        if governor.lemma in {"accuse", "suspect", "charge", "possibility", "risk", "threat"}:
            pair = (0.75, -1.5)
        if (
            prep.lower == "from"
            and (pair is None or pair[0] > 0)
            and governor.lemma
            in {
                "keep",
                "stop",
                "prevent",
                "bar",
                "ban",
                "block",
                "stay",
                "hold",
                "away",
                "far",
            }
        ):
            pair = (-SURE, SURE)
        if pair is not None:
            return _implied(pair, _degree(sentence, governor.index, depth + 1))
    if prep.lower == "before":
        return Degree(2.25, firm=False)
    return Degree(SURE, firm=False)


@cache
def _lemma_pair(frame: str, lemma: str, lower: str) -> tuple[float, float] | None:
    table = implications()[frame]
    return table.get(lower) or table.get(lemma)


def _pair(sentence: Sentence, frame: str, token: Token) -> tuple[float, float] | None:
    """Return what a word implies in a frame; a verb with its particle is another word."""
    particle = sentence.child(token.index, "prt")
    if particle is not None:
        found = _lemma_pair(frame, f"{token.lemma}_{particle.lower}", "")
        if found is not None or token.lemma == "set":
            return found
    return _lemma_pair(frame, token.lemma, token.lower)


def _implied(pair: tuple[float, float], above: Degree) -> Degree:
    """Return what a word with these implications leaves, itself as real as `above`."""
    positive, negated = pair
    if positive == negated:
        return Degree(positive, firm=True)
    if above.value == 0:
        return Degree(0.0, firm=True)
    share = abs(above.value) / SURE
    return Degree((positive if above.value > 0 else negated) * share, firm=True)


def _noun_above(sentence: Sentence, token: Token, depth: int) -> Degree:
    """Return what the words above leave an event that a noun names."""
    head = sentence.tokens[token.head]
    if token.index == sentence.root or depth > _DEEP:
        return Degree(SURE, firm=False)
    if token.dep in {"compound", "conj", "appos", "poss", "nmod"}:
        return _degree(sentence, token.head, depth + 1) if head.is_noun else Degree(SURE, False)
    if token.dep == "pobj":
        return _noun_after_preposition(sentence, token, head, depth)
    if token.dep in {"dobj", "nsubjpass", "attr", "dative"}:
        pair = _pair(sentence, "noun", head)
        above = _degree(sentence, head.index, depth + 1)
        if pair is not None and pair[0] < 0 and token.lemma in words("implications")["said"]:
            return Degree(SURE, firm=False)
        if pair is not None and (
            head.lemma not in words("implications")["through"] or sentence.child(head.index, "prt")
        ):
            return _implied(pair, above)
        return _carried(sentence, token, above)
    if token.dep == "nsubj" and head.lemma in _TAKES_PLACE and head.lemma != "be":
        below = sentence.child(head.index, "xcomp", "acomp")
        return _degree(sentence, below.index if below else head.index, depth + 1)
    return Degree(SURE, firm=False)


def _carried(sentence: Sentence, token: Token, above: Degree) -> Degree:
    """Return an object's degree: an event that is new in the clause is as real as the clause."""
    known = any(
        t.dep == "poss" or t.lower in _DEFINITE for t in sentence.kids(token.index, "det", "poss")
    )
    if known or above.value >= SURE:
        return Degree(SURE, firm=False)
    return Degree(above.value, firm=False)


def _noun_after_preposition(sentence: Sentence, token: Token, prep: Token, depth: int) -> Degree:
    if prep.lower == "without":
        return Degree(-SURE, firm=True)
    above = sentence.tokens[prep.head]
    if prep.lower == "of" and above.lower == "instead":
        return Degree(-SURE, firm=True)
    pair = _pair(sentence, "noun", above)
    if pair is not None and prep.lower in {
        "of",
        "for",
        "to",
        "on",
        "about",
        "against",
        "from",
        "in",
    }:
        found = _degree(sentence, above.index, depth + 1)
        return _implied(pair, Degree(max(found.value, 0.0), False) if above.is_noun else found)
    if above.is_verb and prep.lower in {"to", "for", "in", "of", "on", "with", "into"}:
        return _carried(sentence, token, _degree(sentence, above.index, depth + 1))
    return Degree(SURE, firm=False)


def _noun(sentence: Sentence, token: Token, above: Degree) -> Degree:
    """Return a noun's degree once its own adjectives and "no" are heard."""
    table = words("implications")["adjectives"]
    found = above
    if any(t.lower == "no" for t in sentence.kids(token.index, "det", "neg")):
        return Degree(-SURE, firm=True)
    for below in sentence.kids(token.index, "amod", "compound"):
        value = table.get(below.lower)
        if value is None:
            continue
        if value < 0:
            found = Degree(value if found.value > 0 else -found.value, firm=True)
        elif value < abs(found.value):
            found = Degree(math.copysign(value, found.value), firm=True)
    return found


def _own(sentence: Sentence, token: Token, above: Degree, depth: int) -> Degree:
    """Return a predicate's degree once its own clause is heard."""
    found = _auxiliaries(sentence, token, above)
    found = _conditioned(sentence, token, found)
    found = _adverbs(sentence, token, found)
    if _asked(sentence, token):
        return Degree(0.0, firm=True)
    if negations(sentence, token):
        return Degree(-found.value, firm=True)
    for subject in sentence.kids(token.index, "nsubj", "nsubjpass"):
        if subject.lower in {"few", "little"} or any(
            t.lower in {"few", "little"}
            for t in sentence.kids(subject.index, "amod")
            if not sentence.kids(subject.index, "det")
        ):
            return Degree(min(-found.value / 2, 0.0), firm=True)
    return found


def _carriers(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the word and, where it shares auxiliaries with a verb before it, that verb."""
    yield token
    if token.dep == "conj" and not sentence.kids(token.index, "aux", "auxpass", "nsubj"):
        head = sentence.tokens[token.head]
        if head.tag == token.tag and token.tag in {"VB", "VBN", "VBG"}:
            yield from _carriers(sentence, head)


def _auxiliaries(sentence: Sentence, token: Token, above: Degree) -> Degree:
    lists = words("implications")
    helping = [t for c in _carriers(sentence, token) for t in sentence.kids(c.index, "aux")]
    modal = next((t for t in helping if t.lower in lists["auxiliaries"]), None)
    if modal is None:
        return _imperative(sentence, token, above, helping)
    value = lists["auxiliaries"][modal.lower]
    if any(t.lower in {"have", "'ve", "’ve"} for t in helping) and token.tag in {"VBN", "VBD"}:
        value = lists["perfect"].get(modal.lower, value)
        if value < 0:
            return Degree(-SURE, firm=True)
    negated = bool(negations(sentence, token))
    if modal.lower in {"can", "ca", "could"} and negated:
        value = SURE
    if modal.lower in {"would", "'d", "’d"} and _reported(sentence, token):
        value = SURE
    if modal.lower == "would" and token.lemma in {"like", "prefer", "welcome"}:
        value = SURE
    if value >= abs(above.value):
        return Degree(above.value, firm=True)
    return Degree(math.copysign(value, above.value), firm=True)


def _imperative(sentence: Sentence, token: Token, above: Degree, helping: list[Token]) -> Degree:
    bare = token.tag == "VB" and not helping and not has_subject(sentence, token.index)
    if bare and token.index == sentence.root:
        return Degree(0.0, firm=True)
    return above


def _reported(sentence: Sentence, token: Token) -> bool:
    """Tell whether "would" is the future of a past report: "said it would close"."""
    while token.dep == "conj":
        token = sentence.tokens[token.head]
    head = sentence.tokens[token.head]
    return token.dep == "ccomp" and head.tag in {"VBD", "VBN"} and not _conditions(sentence, token)


def _conditions(sentence: Sentence, token: Token) -> list[Token]:
    """Return the conditions that a predicate stands under."""
    found = []
    for clause in sentence.kids(token.index, "advcl"):
        marks = {t.lower for t in sentence.kids(clause.index, "mark", "advmod")}
        if (marks & _CONDITIONS and "even" not in marks) or inverted(sentence, clause.index):
            found.append(clause)
    for prep in sentence.kids(token.index, "prep"):
        if prep.lower == "without" and sentence.kids(token.index, "aux"):
            found.append(prep)
    return found


def _conditioned(sentence: Sentence, token: Token, found: Degree) -> Degree:
    if abs(found.value) < 1 or not _conditions(sentence, token):
        return found
    if found.firm and found.value == -SURE:
        return found
    return Degree(0.4 if found.value > 0 else -0.4, firm=True)


def _adverbs(sentence: Sentence, token: Token, found: Degree) -> Degree:
    table = words("implications")["adverbs"]
    for below in sentence.kids(token.index, "advmod", "npadvmod", "amod", "dep"):
        value = table.get(below.lower)
        if value is None:
            continue
        if value < 0:
            found = Degree(value if found.value > 0 else -found.value, firm=True)
        elif value < abs(found.value):
            found = Degree(math.copysign(value, found.value), firm=True)
    return found


def _asked(sentence: Sentence, token: Token) -> bool:
    """Tell whether a predicate is what a question leaves open."""
    if sentence.tokens[-1].text != "?" and not any(
        t.text == "?" for t in sentence.tokens[token.index :]
    ):
        return False
    top = token
    while top.dep == "conj":
        top = sentence.tokens[top.head]
    if top.index != sentence.root:
        return False
    return not any(t.tag in {"WRB", "WP", "WDT", "WP$"} for t in sentence.tokens[: token.index])


def negations(sentence: Sentence, token: Token) -> list[Token]:
    """Return the words that negate a predicate; none where two cancel each other."""
    found = []
    for carrier in _carriers(sentence, token):
        found += [t for t in sentence.kids(carrier.index) if _negates(t)]
        for noun in sentence.kids(carrier.index, "nsubj", "nsubjpass", "dobj", "attr"):
            below = sentence.kids(noun.index, "det", "neg", "preconj", "amod")
            if noun.lower in _NOBODY:
                found.append(noun)
            elif noun.dep != "dobj" or carrier.lemma in {"have", "be", "find", "make", "give"}:
                found += [t for t in below if t.lower in {"no", "not", "neither"}]
        for adverb in sentence.kids(carrier.index, "advmod"):
            if adverb.lower in {"longer", "more"}:
                found += sentence.kids(adverb.index, "neg", "det")
    return found


def _negates(token: Token) -> bool:
    if token.dep == "neg" or token.lower in _NEGATIONS:
        return token.lower not in {"only"}
    return token.dep in {"nsubj", "nsubjpass", "dobj"} and token.lower in _NOBODY
