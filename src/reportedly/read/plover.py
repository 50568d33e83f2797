"""The category and mode of an act in PLOVER.

Method: PLOVER, Political Language Ontology for Verifiable Event Records (Open Event Data
Alliance), by tables of acts. What is only considered, or said not to be so, has no category.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from reportedly.models import Sentence
from reportedly.read.acts import Act, action_type, event_words
from reportedly.read.words import words
from reportedly.values.statement import Phase


class Code(NamedTuple):
    """A PLOVER category and mode; None where an act has none."""

    category: str | None = None
    mode: str | None = None


_NONE = Code()


def coded(sentence: Sentence, act: Act, action: str, kind: str | None, phase: Phase) -> Code:
    """Return the PLOVER category and mode of an act.

    Args:
        sentence: the sentence.
        act: the act that the clause tells of.
        action: its lemma.
        kind: its class.
        phase: how far it has gone.
    """
    verbs = [sentence.tokens[position].lemma for position in act.verbs]
    if "threaten" in verbs[:-1]:
        return Code("THREATEN")
    if not event_words("refusing").isdisjoint(verbs[:-1]):
        return Code("REJECT")
    if phase == "considered" or any(_is_negated(sentence, verb) for verb in act.verbs):
        return _NONE
    if kind == "movement" and action_type(action.lower()) == "delivery":
        return Code("MOBILIZE", "troops")
    code = _of_act(action.lower(), kind)
    if kind == "casualty" and any(
        action_type(t.lemma) in _table()["accidents"] for t in sentence.tokens
    ):
        return _NONE
    return _at_phase(code, phase)


def _is_negated(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb has "not" beside it, or "no" before its subject."""
    subject = sentence.child(verb, "nsubj", "nsubjpass")
    none = subject is not None and any(
        t.lower == "no" for t in [subject, *sentence.kids(subject.index, "det")]
    )
    return none or bool(sentence.kids(verb, "neg"))


def _of_act(action: str, kind: str | None) -> Code:
    if action in _table()["none"]:
        return _NONE
    category = _by_lemma().get(action) or _table()["types"].get(kind)
    modes = _table()["modes"].get(category, {})
    return Code(category, next((mode for mode, acts in modes.items() if action in acts), None))


def _at_phase(code: Code, phase: Phase) -> Code:
    """Return the code of an act that is only meant, or has been stopped."""
    if phase == "planned" and code.category in _table()["cooperative"]:
        return Code("AGREE")
    if phase == "ended":
        if code.category in _table()["material"]:
            return Code("SANCTION")
        return Code("CONCEDE") if code.category == "SANCTION" else _NONE
    return code


@cache
def _table() -> dict[str, Any]:
    return words("plover")


@cache
def _by_lemma() -> dict[str, str]:
    return {lemma: code for code, lemmas in _table()["acts"].items() for lemma in lemmas}
