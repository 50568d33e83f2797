"""Mends of a parsed sentence in which a word of saying was taken for a thing, or for another's.

"Members of the board report that ..." is at times parsed as a phrase of nouns, so is "..., the
Tribune reports" at the end; and "an article in the Tribune that said ..." is hung on whatever
stands at the head of the sentence.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.models import Sentence
from reportedly.read.trees import NAMES, rehung, says

_REPORTING = {"reports": "VBZ", "report": "VBP", "claims": "VBZ", "claim": "VBP"}
"""Words of saying that are nouns as well, with the tag that they have as verbs."""


_SHOWING = frozenset({"shows", "suggests", "proves", "reveals", "indicates"})


def with_sayings(sentence: Sentence) -> Sentence:
    """Return the sentence with its words of saying taken for what they are."""
    for token in [t for t in sentence.tokens if t.tag in {"NN", "NNS"} and t.lower in _REPORTING]:
        sentence = _with_clause(sentence, token.index)
        sentence = _at_the_end(sentence, token.index)
    return _relative_clauses(_as_it_shows(sentence))


def _with_clause(sentence: Sentence, index: int) -> Sentence:
    """Take "report" for the verb in "Members of the board report that ..."."""
    subject = sentence.child(index, "nsubj")
    clause = sentence.child(index, "ccomp", "acl", "relcl")
    after = sentence.tokens[index + 1 : index + 2]
    if subject is None or clause is None or subject.index > index or clause.index < index:
        return sentence
    plural = subject.tag in {"NNS", "NNPS"} and sentence.tokens[index].lower in {"report", "claim"}
    if not (plural and after and after[0].lower == "that"):
        return sentence
    return _as_verb(rehung(sentence, clause.index, index, "ccomp"), index)


def _at_the_end(sentence: Sentence, index: int) -> Sentence:
    """Take "reports" for the verb in "Rain fell, the Tribune reports."."""
    tokens = sentence.tokens
    rest = [t for t in tokens[index + 1 :] if t.text[:1].isalnum()]
    first = index
    while first and tokens[first - 1].text[:1].isupper():
        first -= 1
    before = first - 1
    if before > 0 and tokens[before].lower == "the":
        before -= 1
    named = first < index and before > 0 and tokens[before].text in {",", "”", '"', "''"}
    if rest or not named or tokens[index].lower[-1] != "s":
        return sentence
    above = tokens[sentence.root]
    if above.index == index:
        if sentence.child(index, "ccomp") is None:
            return sentence
    elif above.index > before or not above.is_verb:
        return sentence
    sentence = _as_verb(rehung(sentence, index, above.index, "parataxis"), index)
    renamed = list(sentence.tokens)
    renamed[index - 1] = replace(renamed[index - 1], tag="NNP")
    sentence = rehung(Sentence(renamed, sentence.root), index - 1, index, "nsubj")
    for part in range(before + 1, index - 1):
        sentence = rehung(sentence, part, index - 1, "compound")
    return sentence


def _as_it_shows(sentence: Sentence) -> Sentence:
    """Take "shows" for a verb in "Rain fell, as a clip of the harbour shows."."""
    words_only = [t for t in sentence.tokens if t.text[:1].isalnum()]
    shows = words_only[-1] if words_only else sentence.tokens[-1]
    opening = next((t for t in sentence.tokens if t.lower == "as" and t.dep == "prep"), None)
    if shows.tag != "NNS" or shows.lower not in _SHOWING or opening is None:
        return sentence
    before = sentence.tokens[opening.index - 1] if opening.index else opening
    if before.text != "," or not sentence.tokens[opening.head].is_verb:
        return sentence
    paper, hung = sentence.child(opening.index, "pobj"), sentence.tokens[shows.head]
    inside = [t for t in sentence.kids(shows.index) if t.index < shows.index]
    last = inside[-1] if inside else None
    if paper is None or last is None or last.dep != "compound":
        return sentence
    for each in inside[:-1]:
        sentence = rehung(sentence, each.index, last.index, each.dep)
    sentence = rehung(sentence, shows.index, opening.head, "advcl")
    if paper.index == shows.index:  # "as a tally sheet shows"
        sentence = rehung(sentence, last.index, shows.index, "nsubj")
    else:  # "as a clip of barracks shows"
        sentence = rehung(sentence, last.index, hung.index, shows.dep)
        sentence = rehung(sentence, paper.index, shows.index, "nsubj")
    sentence = rehung(sentence, opening.index, shows.index, "mark")
    tokens = list(sentence.tokens)
    tokens[shows.index] = replace(tokens[shows.index], tag="VBZ", lemma=shows.lower[:-1])
    return Sentence(tokens, sentence.root)


def _as_verb(sentence: Sentence, index: int) -> Sentence:
    tokens = list(sentence.tokens)
    told = tokens[index]
    lemma = told.lower.removesuffix("s")
    tokens[index] = replace(told, tag=_REPORTING[told.lower], lemma=lemma)
    return Sentence(tokens, sentence.root)


def _relative_clauses(sentence: Sentence) -> Sentence:
    """Hang "that said ..." on the paper that it follows, not on a noun before the verb above."""
    for verb in [t for t in sentence.tokens if t.dep == "relcl" and says(t)]:
        which = sentence.child(verb.index, "nsubj")
        root = sentence.tokens[sentence.root]
        if which is None or which.tag != "WDT" or not verb.head < root.index < which.index:
            continue
        before = which.index - 1
        while before > root.index and sentence.tokens[before].text == ",":
            before -= 1
        if sentence.tokens[before].tag in NAMES | {"NN", "NNS"}:
            sentence = rehung(sentence, verb.index, before, "relcl")
    return sentence
