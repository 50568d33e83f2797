"""How far an act has gone: considered, planned, under way, done or ended."""

from __future__ import annotations

from reportedly.models import Sentence, Token
from reportedly.read.acts import Act, event_words
from reportedly.values.statement import Phase

_AHEAD = frozenset({"will", "shall", "'ll", "would", "may", "might", "could", "should", "must"})
_PERFECT = frozenset({"have", "be", "been"})
_BOUND = frozenset({"set", "expected", "likely", "due", "is", "are", "ready", "about"})


def phase_of(sentence: Sentence, act: Act) -> Phase:
    """Return how far the act of a clause has gone, from tense, auxiliaries and verbs of phase."""
    top, action = sentence.tokens[act.verbs[0]], sentence.tokens[act.verb]
    auxiliaries = {t.lower for t in sentence.kids(top.index, "aux", "auxpass")}
    if top.lemma in event_words("considered"):
        return "considered"
    if auxiliaries & _AHEAD and not auxiliaries & _PERFECT:
        return "planned"
    for verb in act.verbs:
        told = _told(sentence, sentence.tokens[verb], act)
        if told is not None:
            return told
    if action.tag == "VB" and len(act.verbs) > 1 and top.lower in _BOUND:
        return "planned"
    if "being" in auxiliaries or action.tag == "VBG" or top.tag in {"VBG", "VBZ", "VBP"}:
        return "under_way"
    return "done"


def _told(sentence: Sentence, verb: Token, act: Act) -> Phase | None:
    """Return the phase that a verb tells of the act below it, or of its object."""
    lemma = verb.lemma
    leads = verb.index != act.verb or act.noun is not None
    ahead = lemma in event_words("planned") and (leads or lemma not in event_words("performed"))
    if ahead and not (act.noun is not None and not act.own):
        return "planned"
    if lemma in event_words("ended") and sentence.child(verb.index, "prt") is None:
        return "ended"
    if lemma in event_words("begun") and leads:
        return "under_way"
    return "done" if lemma in event_words("finished") else None
