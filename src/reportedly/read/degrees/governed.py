"""What the word above leaves of a clause, an infinitive or a participle."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.models import Sentence, Token
from reportedly.read.clauses import has_subject, inverted
from reportedly.read.cues import is_infinitive
from reportedly.read.degrees.implied import (
    NOT,
    OPEN,
    SURE,
    TOLD,
    Ask,
    Degree,
    Frame,
    Pair,
    implied,
    listed,
    pair,
)
from reportedly.read.degrees.own import is_condition

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PRESENT = frozenset({"VBZ", "VBP"})
_LATER = frozenset({"when", "once", "until", "till", "before", "after", "as"})
_POSSIBLE, _USUAL, _NEAR = 0.75, 1.5, 2.25


def governed(sentence: Sentence, token: Token, ask: Ask) -> Degree:
    """Return what the word that governs a clause leaves of it."""
    head = sentence.tokens[token.head]
    marks = {t.lower for t in sentence.kids(token.index, "mark")}
    if marks & {"whether", "if"} or head.lower == "provided":
        return OPEN
    if head.lower == "had" and not head.index:
        return NOT
    if any(t.text in {";", ":"} for t in sentence.tokens[token.index : head.index]):
        return TOLD
    if not _is_finite(sentence, token):
        return _infinitive(sentence, token, head, ask)
    if not _is_content(sentence, token, marks):
        return TOLD
    governor = _governor(sentence, "clause", token, head)
    held = pair(sentence, "clause", governor)
    if "nor" in _lower(sentence, sentence.tokens[governor.head], "cc"):
        return OPEN  # "neither confirm nor deny that"
    if held is None:
        return TOLD
    if governor.is_noun and _rejected(sentence, governor):
        return NOT
    return implied(held, ask(governor.index))


def adverbial(sentence: Sentence, token: Token, ask: Ask) -> Degree:
    """Return what the main clause and the words that open it leave of an adverbial clause."""
    marks = {t.lower for t in sentence.kids(token.index, "mark", "advmod")}
    if inverted(sentence, token.index):
        return NOT if _has(sentence, token, {"had"}) else OPEN
    if "whether" in marks:
        return OPEN
    if is_condition(marks):
        unreal = _has(sentence, token, {"had", "’d", "'d"})
        return NOT if unreal else OPEN
    main = sentence.tokens[token.head]
    if marks & _LATER and _is_present(sentence, token) and _is_to_come(sentence, main):
        return Degree(_POSSIBLE, firm=True)
    stopped = pair(sentence, "noun", main)
    if "before" in marks and stopped is not None and stopped[0] == -SURE:
        return NOT
    if marks & {"than", "rather", "instead"}:
        return Degree(-_USUAL, firm=False)
    if token.tag == "VBG" and not marks:
        return Degree(max(ask(main.index).value, 0.0), firm=False)
    return TOLD


def _has(sentence: Sentence, token: Token, helping: set[str]) -> bool:
    return any(t.lower in helping for t in sentence.kids(token.index, "aux", "auxpass"))


def _is_present(sentence: Sentence, token: Token) -> bool:
    helping = sentence.kids(token.index, "aux", "auxpass")
    return any(t.tag in _PRESENT for t in [token, *helping])


def _is_to_come(sentence: Sentence, main: Token) -> bool:
    modals = listed("auxiliaries")
    return any(t.lower in modals for t in sentence.kids(main.index, "aux"))


def _is_finite(sentence: Sentence, token: Token) -> bool:
    if token.dep not in {"ccomp", "csubj", "acl", "pcomp", "csubjpass"}:
        return False
    helping = sentence.kids(token.index, "aux", "auxpass")
    return token.tag in _FINITE or any(t.tag in {*_FINITE, "MD"} for t in helping)


def _rejected(sentence: Sentence, noun: Token) -> bool:
    """Tell whether what a noun says is denied: "rejected claims that"."""
    held = pair(sentence, "noun", sentence.tokens[noun.head])
    return noun.dep in {"dobj", "nsubjpass"} and held is not None and held[0] == -SURE


def _is_content(sentence: Sentence, token: Token, marks: set[str]) -> bool:
    """Tell whether a finite clause is what is said, and no relative or interrogative one."""
    before = (t for t in sentence.kids(token.index) if t.index < token.index)
    if any(t.tag in {"WRB", "WP", "WDT"} and t.lower != "that" for t in before):
        return False
    return token.dep != "acl" or "that" in marks or has_subject(sentence, token.index)


def _governor(sentence: Sentence, frame: Frame, token: Token, head: Token) -> Token:
    """Return the word that says what becomes of a clause: "is *likely* that", "the *fear* is"."""
    below: Iterable[Token] = ()
    if frame == "clause" and head.lemma == "be":
        below = [
            *sentence.kids(head.index, "acomp", "attr"),
            *sentence.kids(head.index, "nsubj")[:1],
        ]
    elif frame == "infinitive" and (
        head.lemma in {"be", "have"} or (head.is_verb and pair(sentence, frame, head) is None)
    ):
        below = sentence.kids(head.index, "acomp", "attr", "dobj", "oprd")
    found = (t for t in below if t.index != token.index and pair(sentence, frame, t) is not None)
    return next(found, head)


def _infinitive(sentence: Sentence, token: Token, head: Token, ask: Ask) -> Degree:
    """Return what the word above leaves of an infinitive or a participle."""
    if head.dep in {"prep", "mark"} and head.index != head.head:
        return _after_preposition(sentence, head, ask)
    governor = _governor(sentence, "infinitive", token, head)
    formed = _by_form(sentence, token, head, governor)
    if formed is not None:
        return formed
    held = pair(sentence, "infinitive", governor)
    if held is None:
        meant = is_infinitive(sentence, token.index) and token.dep != "csubj"
        return Degree(_USUAL, firm=False) if meant else TOLD
    if governor.lemma in listed("efforts") and governor.tag in {"VBG", *_PRESENT}:
        return Degree(_POSSIBLE, firm=True)  # it is still going on
    if held[0] == _POSSIBLE and _has(sentence, governor, {"had", "’d", "'d"}):
        held = (-_POSSIBLE, -_NEAR)  # "had hoped to", and did not
    return implied(held, ask(governor.index))


def _by_form(sentence: Sentence, token: Token, head: Token, governor: Token) -> Degree | None:
    """Return what "yet to", "supposed to", "is to", "the first to", "too ... to" leave."""
    if head.lemma in {"be", "have"} and "yet" in _lower(sentence, head, "advmod"):
        return NOT
    if governor.lower in {"supposed", "meant"} and governor.tag in {"VBN", "JJ", "VBD"}:
        past = sentence.tokens[governor.head].tag == "VBD"
        past = past or _has(sentence, governor, {"was", "were"})
        return Degree(-_USUAL if past else _POSSIBLE, firm=True)
    if head.lemma == "be" and governor is head:
        past = head.lower in {"was", "were"}
        return Degree(0.0 if past else _NEAR, firm=is_infinitive(sentence, token.index))
    if token.dep == "acl" and not is_infinitive(sentence, token.index):
        return TOLD
    if _lower(sentence, governor, "amod") & {"first", "last", "only"}:
        return TOLD
    return NOT if "too" in _lower(sentence, governor, "advmod") else None


def _lower(sentence: Sentence, token: Token, dep: str) -> set[str]:
    return {t.lower for t in sentence.kids(token.index, dep)}


def _after_preposition(sentence: Sentence, prep: Token, ask: Ask) -> Degree:
    """Return the degree of "without paying", "from leaving", "of having paid"."""
    above = sentence.tokens[prep.head]
    if is_instead(sentence, prep):
        return NOT
    governor = above
    for below in sentence.kids(above.index, "acomp", "attr", "dobj"):
        alone = pair(sentence, "infinitive", above) is None
        if alone and pair(sentence, "infinitive", below) is not None:
            governor = below
    held = _through(sentence, prep, governor)
    if held is not None and prep.lower in listed("prepositions"):
        return implied(held, ask(governor.index))
    return Degree(_NEAR, firm=False) if prep.lower == "before" else TOLD


def is_instead(sentence: Sentence, prep: Token) -> bool:
    """Tell whether what follows a preposition did not happen: "without", "instead of"."""
    above = sentence.tokens[prep.head].lower
    phrase = f"{above} {prep.lower}"
    return prep.lower == "without" or phrase in {"instead of", "short of", "rather than"}


def _through(sentence: Sentence, prep: Token, governor: Token) -> Pair | None:
    """Return what a word implies through a preposition: "kept from", "accused of"."""
    held = pair(sentence, "infinitive", governor)
    if governor.lemma in listed("charges"):
        return (_POSSIBLE, -_USUAL)
    kept = prep.lower == "from" and governor.lemma in listed("keeps_from")
    return (-SURE, SURE) if kept and (held is None or held[0] > 0) else held
