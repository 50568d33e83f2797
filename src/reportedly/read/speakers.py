"""Mends of a parsed sentence in which a word of saying has lost who says it, or what.

A voice with a description between commas is often hung on the name before it ("In an interview
with Z, Ana Lima, a nurse, said ..."), one behind its verb taken for an object ("... , reports
Z, quoting Ana Lima"), and a clause hung on the person through whom it was confirmed.
"""

from __future__ import annotations

from reportedly.models import Sentence, Token
from reportedly.read.phrases import cites
from reportedly.read.trees import FINITE, NAMES, marked, rehung, turned
from reportedly.read.words import words

_SUBJECT = ("nsubj", "nsubjpass", "csubj", "expl")
_HUNG = frozenset({"appos", "pobj", "dobj", "conj"})
_THROUGH = frozenset({"through", "via", "with", "from"})


def with_speakers(sentence: Sentence) -> Sentence:
    """Return the sentence with the speakers and contents of its words of saying in their place."""
    sentence = _finite_descriptions(_behind_according(sentence))
    for verb in [t.index for t in sentence.tokens if _says(t)]:
        for mend in (_hung_before, _behind, _confirmed_through):
            sentence = mend(sentence, verb)
    return sentence


def _says(token: Token) -> bool:
    return token.tag in FINITE | {"VBN"} and token.lemma in words("cues")["verbs"]


def _behind_according(sentence: Sentence) -> Sentence:
    """Put the verb on top in "According to Ana Lima, a nurse, Rui Sol, the mayor, resigned"."""
    tokens = sentence.tokens
    source = sentence.child(1, "pobj") if len(tokens) > 2 else None  # noqa: PLR2004 - two words
    if [t.lower for t in tokens[:2]] != ["according", "to"] or source is None:
        return sentence
    hung = sentence.kids(source.index, "acl") if not sentence.root else [tokens[sentence.root]]
    verbs = [t for t in hung if t.tag in FINITE]
    if not verbs or sentence.kids(verbs[0].index, *_SUBJECT):
        return sentence
    between = (t for t in tokens[source.index + 1 : verbs[0].index] if t.tag in NAMES)
    names = [t for t in between if t.dep in {"conj", "appos"} and tokens[t.head].tag == "NN"]
    if not names:
        return sentence
    if not sentence.root:
        sentence = rehung(sentence, verbs[0].index, 0, "dep")
        sentence = turned(sentence, verbs[0].index)
        sentence = rehung(sentence, 0, verbs[0].index, "prep")
    return rehung(sentence, names[0].index, verbs[0].index, "nsubj")


def _finite_descriptions(sentence: Sentence) -> Sentence:
    """Hang a name under the finite verb that was taken for its description.

    "Ana Lima, the head of the bank, offered to resign" is no phrase.
    """
    for verb in [t for t in sentence.tokens if t.dep == "acl" and t.tag in FINITE]:
        name = sentence.tokens[verb.head]
        if name.index > verb.index or sentence.kids(verb.index, *_SUBJECT):
            continue
        sentence = rehung(turned(sentence, verb.index), name.index, verb.index, "nsubj")
        above = sentence.tokens[sentence.tokens[verb.index].head]
        if above.dep == "punct":
            sentence = rehung(sentence, verb.index, above.head, "ccomp")
    return sentence


def _hung_before(sentence: Sentence, verb: int) -> Sentence:
    """Hang a name right before a verb that has no subject under that verb.

    With a description between commas it is "Ana Lima, a nurse, said", without one "Citing a
    nurse, the Post said".
    """
    tokens = sentence.tokens
    if tokens[verb].tag == "VBN" or _has_subject(sentence, verb):
        return sentence
    before = verb - 1
    while before > 0 and tokens[before].dep in {"aux", "advmod"}:
        before -= 1
    described = before > 0 and tokens[before].text == ","
    name = _top(sentence, before - 1 if described else before)
    if described:
        name = _described(sentence, name)
    if name is None or tokens[name].dep not in _HUNG or not _starts_after_comma(sentence, name):
        return sentence
    return rehung(sentence, name, verb, "nsubj")


def _has_subject(sentence: Sentence, verb: int) -> bool:
    """Tell whether a verb has a subject, or shares that of the verb it is joined to."""
    if any(t.index < verb for t in sentence.kids(verb, *_SUBJECT)):
        subject = sentence.child(verb, "csubj")
        return subject is None or not cites(subject)
    token = sentence.tokens[verb]
    return token.dep in {"acl", "relcl"} or bool(sentence.kids(verb, "nsubj", "nsubjpass"))


def _top(sentence: Sentence, index: int) -> int | None:
    """Return the head of the phrase that ends at a word, not above a comma."""
    if index < 0 or sentence.tokens[index].tag[:2] not in {"NN", "PR"}:
        return None
    start = index
    while True:
        above = sentence.tokens[start].head
        inside = range(min(above, index), index + 1)
        if above >= index or any(sentence.tokens[p].text == "," for p in inside):
            return start
        if sentence.tokens[start].dep not in {"compound", "pobj", "prep", "poss", "amod"}:
            return start
        start = above


def _described(sentence: Sentence, description: int | None) -> int | None:
    """Return the name that a description between commas belongs to."""
    if description is None or sentence.tokens[description].dep != "appos":
        return None
    name = sentence.tokens[sentence.tokens[description].head]
    return name.index if name.tag in NAMES and name.index < description else None


def _starts_after_comma(sentence: Sentence, name: int) -> bool:
    start = sentence.subtree(name)[0]
    return sentence.tokens[name].tag in NAMES and sentence.tokens[start - 1].text in {",", "”"}


def _behind(sentence: Sentence, verb: int) -> Sentence:
    """Hang "the Post" under "reports" in "Rain fell, reports the Post, quoting a nurse"."""
    token = sentence.tokens[verb]
    if token.tag not in FINITE or verb == 0 or sentence.tokens[verb - 1].text not in {",", "”"}:
        return sentence
    if words("cues")["verbs"][token.lemma].get("addressee"):
        return sentence  # "Ana Lima, a nurse, told the Post": that is who was told
    behind = sentence.child(verb, "dobj", "nsubj")
    ready = behind is not None and sentence.subtree(behind.index)[0] == verb + 1
    before = any(t.index < verb for t in sentence.kids(verb, *_SUBJECT))
    if behind is None or not ready or before or not _is_name(behind):
        return sentence
    sentence = rehung(sentence, behind.index, verb, "nsubj")
    beside = token.dep in {"conj", "parataxis", "dep", "advcl"} and token.head < verb
    return turned(sentence, verb) if beside else sentence


def _is_name(token: Token) -> bool:
    """Tell whether a word is a name, be it that of a site ("daily-wire.example")."""
    return token.tag in NAMES or "." in token.text.strip(".")


def _confirmed_through(sentence: Sentence, verb: int) -> Sentence:
    """Hang the clause under "confirmed" in "has confirmed through an official that ..."."""
    if sentence.child(verb, "ccomp") is not None:
        return sentence
    for through in [t for t in sentence.kids(verb, "prep") if t.lower in _THROUGH]:
        person = sentence.child(through.index, "pobj")
        below = sentence.kids(person.index, "relcl", "acl") if person is not None else []
        for clause in below:
            marks = sentence.kids(clause.index, "mark", "dobj")
            joined = any(t.lower == "that" and t.index < clause.index for t in marks)
            if joined and sentence.child(clause.index, *_SUBJECT) is not None:
                return marked(rehung(sentence, clause.index, verb, "ccomp"), clause.index)
    return sentence
