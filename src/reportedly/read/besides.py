"""Who says it beside the clause: "according to", "in the view of", "reportedly"."""

from __future__ import annotations

from reportedly.models import Sentence, Token
from reportedly.read.clauses import Clause
from reportedly.read.cues import is_per, lexicon
from reportedly.read.phrases import cited_after, cited_beside
from reportedly.read.saying import Saying
from reportedly.read.scopes import clause_of, scope_of
from reportedly.read.words import words

_RUMOURS = frozenset({"rumour", "rumor", "speculation", "gossip", "hearsay"})
"""What nobody in particular says."""


def beside(sentence: Sentence, index: int, found: list[Clause]) -> list[Saying]:
    """Return what a word that is no verb and no noun gives to somebody."""
    token = sentence.tokens[index]
    if token.lower == "according" or is_per(token):
        return _according(sentence, index, found)
    if token.lower == "in" and token.dep == "prep":
        return _in_view_of(sentence, index, found)
    return []


def _according(sentence: Sentence, index: int, found: list[Clause]) -> list[Saying]:
    token = sentence.tokens[index]
    to = token
    if token.lower == "according":
        to = next((t for t in sentence.tokens[index + 1 : index + 2] if t.lower == "to"), token)
        if to is token:
            return []
    source = sentence.child(to.index, "pobj") or sentence.child(index, "pobj")
    if source is None or (to is token and not _can_hold(source)):
        return []
    home = clause_of(found, token.head)
    scope = scope_of(sentence, found, home, index)
    cue = [index] if to is token else [index, to.index]
    if source.lemma in _RUMOURS:
        return [Saying("hearsay", cue, "rumour", None, [], scope, "PS+")]
    saying = Saying("according", cue, "according to", source.index, [], scope)
    cited = cited_beside(sentence, source.index) or cited_after(sentence, source.index)
    if cited is not None:
        saying.relays = [source.index]
        saying.citing, saying.source = cited
    return [saying]


def _can_hold(source: Token) -> bool:
    """Tell whether "per" names a voice, and no measure ("per the ministry", not "per day")."""
    return source.tag in {"NNP", "NNPS"} or source.lower in words("roles")["organisation"]


def _in_view_of(sentence: Sentence, index: int, found: list[Clause]) -> list[Saying]:
    """Return what "in the view of X", "in his words" gives to X."""
    view = sentence.child(index, "pobj")
    if view is None or view.lemma not in lexicon()["views"]:
        return []
    owner = sentence.child(view.index, "poss")
    of = next((t for t in sentence.kids(view.index, "prep") if t.lower == "of"), None)
    source = owner or (sentence.child(of.index, "pobj") if of is not None else None)
    if source is None:
        return []
    scope = scope_of(sentence, found, clause_of(found, sentence.tokens[index].head), index)
    return [Saying("according", [index, view.index], "according to", source.index, [], scope)]


def hearsay_adverbs(sentence: Sentence, found: list[Clause]) -> list[Saying]:
    """Return the hearsay that adverbs make of their clauses ("reportedly")."""
    known = set(lexicon()["hearsay_adverbs"])
    out: list[Saying] = []
    for token in sentence.tokens:
        if token.lower in known:
            home = clause_of(found, token.index)
            out.append(Saying("hearsay", [token.index], token.lower, None, [], [home], "PS+"))
    return out
