"""Mends of a parsed sentence whose verb at the top was taken for a description, or hung elsewhere.

"The Tribune quoted officer Ana Lima as saying that ...", "It was the Tribune that reported that
...", "The list is a fake, Ana Lima said", "“Rui Sol, the owner, offered to go,” Ana Lima said".
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from reportedly.models import Sentence, Token
from reportedly.read.trees import FINITE, NAMES, rehung, says
from reportedly.read.words import words

_SUBJECT = ("nsubj", "nsubjpass")
_OPEN, _CLOSE = frozenset({"“", '"', "``"}), frozenset({"”", '"', "''"})


def with_tops(sentence: Sentence) -> Sentence:
    """Return the sentence with the verbs at its top where they belong."""
    for mend in (
        _quoted_as_saying,
        _it_was,
        _predicates,
        _in_quotes,
        _described_before,
        _alone_before,
        _admitted_last,
        _quoting_last,
    ):
        sentence = mend(sentence)
    return sentence


def _quoted_as_saying(sentence: Sentence) -> Sentence:
    """Take "quoted" for the verb in "The Tribune quoted officer Ana Lima as saying ..."."""
    for verb in [t for t in sentence.tokens if t.lower == "quoted" and t.dep == "amod"]:
        after = [t.lower for t in sentence.tokens[verb.index :]]
        if verb.tag not in {"VBN", *FINITE} or ("as", "saying") not in pairwise(after):
            continue
        before = sentence.tokens[verb.index - 1] if verb.index else verb
        whom = _above(sentence, verb)
        if not before.is_noun or whom.index != sentence.root:
            continue
        sentence = _raised(_past(sentence, verb.index), verb.index, below="dobj")
        outlet = _above(sentence, before) if before.head != verb.index else before
        name = outlet if outlet.index < verb.index else before
        sentence = rehung(sentence, name.index, verb.index, "nsubj")
        prepositions = [t.index for t in sentence.kids(whom.index, "prep") if t.lower == "as"]
        for preposition in prepositions:
            sentence = rehung(sentence, preposition, verb.index, "prep")
        for article in [t for t in sentence.kids(whom.index, "det") if t.index < name.index]:
            sentence = rehung(sentence, article.index, name.index, "det")
    return sentence


def _it_was(sentence: Sentence) -> Sentence:
    """Hang what is reported under "reported" in "It was the Tribune that reported that ..."."""
    opening = sentence.tokens[:2]
    if [t.lower for t in opening] not in (["it", "was"], ["it", "is"]):
        return sentence
    outlet = sentence.child(1, "attr")
    if outlet is None or opening[1].index != sentence.root:
        return sentence
    that = next((t for t in sentence.tokens[outlet.index :] if t.lower == "that"), None)
    verb = (
        sentence.tokens[that.index + 1] if that and that.index + 1 < len(sentence.tokens) else None
    )
    if verb is None or that is None or that.head != verb.index or not says(verb):
        return sentence
    said = sentence.child(verb.index, "ccomp") or sentence.child(1, "ccomp")
    if said is None or said.index == verb.index or said.index < verb.index:
        return sentence
    if verb.head == outlet.index:  # so that the outlet can hang below it
        sentence = rehung(sentence, verb.index, 1, "ccomp")
    sentence = rehung(sentence, said.index, verb.index, "ccomp")
    for thing in sentence.kids(verb.index, "dobj"):
        opened = sentence.child(thing.index, "det")
        if thing.index < said.index and opened is not None and opened.lower == "that":
            sentence = rehung(sentence, thing.index, said.index, "nsubj")
            sentence = rehung(sentence, opened.index, said.index, "mark")
    sentence = _raised(sentence, verb.index, below="dep")
    sentence = rehung(sentence, outlet.index, verb.index, "nsubj")
    return rehung(sentence, that.index, 1, "dep")


def _predicates(sentence: Sentence) -> Sentence:
    """Hang "fake" under "is" in "The list is a fake, Ana Lima said"."""
    tokens = sentence.tokens
    for verb in [t for t in tokens if t.lemma == "be" and t.dep == "ccomp"]:
        bare = not sentence.kids(verb.index, "attr", "acomp", "prep", "advmod", "ccomp")
        article = tokens[verb.index + 1] if verb.index + 1 < len(tokens) else verb
        comma = next((t.index for t in tokens[verb.index :] if t.text == ","), 0)
        word = tokens[comma - 1]
        if not bare or article.lower not in {"a", "an"} or not article.index < word.index:
            continue
        if word.head > comma and word.dep in {"amod", "compound", "nmod"}:
            inside = [t for t in tokens[article.index : word.index] if t.head > comma]
            sentence = rehung(sentence, word.index, verb.index, "attr")
            for each in [article, *(t for t in inside if t.index != article.index)]:
                dep = "det" if each.index == article.index else "amod"
                sentence = rehung(sentence, each.index, word.index, dep)
    return sentence


def _in_quotes(sentence: Sentence) -> Sentence:
    """Take "offered" for a verb in "“Rui Sol, the owner, offered to go,” Ana Lima said"."""
    if sentence.tokens[0].text not in _OPEN:
        return sentence
    closed = next((t.index for t in sentence.tokens[1:] if t.text in _CLOSE), 0)
    for verb in [t for t in sentence.tokens[closed:] if closed and says(t)]:
        first = sentence.child(verb.index, *_SUBJECT)
        if first is None or first.index > closed or sentence.child(verb.index, "ccomp"):
            continue
        told = [t for t in sentence.kids(first.index, "acl", "relcl") if t.tag in {"VBN", *FINITE}]
        speaker = [t for t in sentence.kids(verb.index, *_SUBJECT) if t.index > closed]
        if told and speaker and told[-1].index < closed:
            top = told[-1].index
            sentence = rehung(sentence, top, verb.index, "ccomp")
            sentence = rehung(sentence, first.index, top, "nsubj")
            sentence = _past(sentence, top)
    return sentence


def _described_before(sentence: Sentence) -> Sentence:
    """Hang "Ana Lima" under "stated" in "In a talk with the Post, Ana Lima, a nurse, stated"."""
    tokens = sentence.tokens
    for verb in [t for t in tokens if says(t) and sentence.child(t.index, *_SUBJECT) is None]:
        commas = [t.index for t in tokens[: verb.index] if t.text == ","][-3:]
        if len(commas) < 3 or commas[-1] != verb.index - 1:  # noqa: PLR2004 - around name and role
            continue
        name, role = tokens[commas[0] + 1 : commas[1]], tokens[commas[1] + 1 : commas[2]]
        named = name and all(t.tag in NAMES for t in name)
        if named and role and role[0].lower in {"a", "an", "the"} and role[-1].dep == "appos":
            sentence = rehung(sentence, name[-1].index, verb.index, "nsubj")
            sentence = rehung(sentence, role[-1].index, name[-1].index, "appos")
    return sentence


def _alone_before(sentence: Sentence) -> Sentence:
    """Hang "Ana Lima" under "stated" in "In a talk with the Post, pilot Ana Lima stated"."""
    tokens = sentence.tokens
    for verb in [t for t in tokens if says(t) and sentence.child(t.index, *_SUBJECT) is None]:
        name = tokens[verb.index - 1] if verb.index else verb
        comma = next((t.index for t in reversed(tokens[: verb.index]) if t.text == ","), 0)
        inside = [t for t in sentence.kids(name.index, "nmod", "compound") if t.index < comma]
        if name.dep == "pobj" and name.tag in NAMES and name.head < comma and inside:
            sentence = rehung(sentence, inside[-1].index, name.head, "pobj")
            sentence = rehung(sentence, name.index, verb.index, "nsubj")
    return sentence


def _admitted_last(sentence: Sentence) -> Sentence:
    """Take "admitted" for the verb in "The army shelled Lund, the army admitted on Sunday."."""
    tokens = sentence.tokens
    comma = next((t.index for t in reversed(tokens) if t.text == ","), 0)
    for verb in [t for t in tokens[comma:] if comma and t.tag == "VBN" and t.dep == "acl"]:
        speaker, root = tokens[verb.head], tokens[sentence.root]
        last = all(t.dep in {"prep", "npadvmod", "punct"} for t in sentence.kids(verb.index))
        behind = speaker.dep == "appos" and sentence.subtree(speaker.index)[0] == comma + 1
        if last and behind and root.is_verb and verb.lemma in words("cues")["verbs"]:
            bare = root.tag == "VBN" and not sentence.kids(root.index, "aux", "auxpass")
            sentence = _past(sentence, root.index) if bare else sentence
            sentence = _raised(_past(sentence, verb.index), verb.index, below="ccomp")
            return rehung(sentence, speaker.index, verb.index, "nsubj")
    return sentence


def _quoting_last(sentence: Sentence) -> Sentence:
    """Hang "Ana Lima" under "quoting" in "..., the Post reported, quoting officer Ana Lima."."""
    for citing in [t for t in sentence.tokens if t.lower in {"quoting", "citing"}]:
        before = sentence.tokens[citing.index - 1] if citing.index else citing
        whom = _above(sentence, sentence.tokens[citing.head])
        if citing.dep != "amod" or before.text != "," or whom.index < citing.index:
            continue
        verbs = [t for t in sentence.tokens[: citing.index] if _told(t)]
        if verbs and whom.index != sentence.root:
            sentence = rehung(sentence, citing.index, verbs[-1].index, "advcl")
            sentence = rehung(sentence, whom.index, citing.index, "dobj")
    return sentence


def _told(token: Token) -> bool:
    return token.tag in {"VBN", *FINITE} and token.lemma in words("cues")["verbs"]


def _past(sentence: Sentence, index: int) -> Sentence:
    """Take a participle for a verb in the past."""
    tokens = [replace(t, tag="VBD") if t.index == index else t for t in sentence.tokens]
    return Sentence(tokens, sentence.root)


def _above(sentence: Sentence, token: Token) -> Token:
    """Return the noun at the top of the phrase that a word describes."""
    while token.dep in {"amod", "compound", "nmod", "appos"} and token.head != token.index:
        token = sentence.tokens[token.head]
    return token


def _raised(sentence: Sentence, index: int, *, below: str) -> Sentence:
    """Return the sentence with a word at its top, and what stood there hung under it."""
    old = sentence.root
    tokens = [replace(token, children=list(token.children)) for token in sentence.tokens]
    tokens[tokens[index].head].children.remove(index)
    tokens[index].head, tokens[index].dep = index, "ROOT"
    tokens[old].head, tokens[old].dep = index, below
    tokens[index].children = sorted([*tokens[index].children, old])
    return Sentence(tokens, index)
