"""Mends of a parsed sentence that need no new parse: words hung where news hangs them.

Each mend is a function from a sentence to a sentence and looks for one thing that the parser
often gets wrong in news: a paper beside its description, the citation between a voice and its
verb, a clause hung on whoever was told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from reportedly.models import Sentence, Token
from reportedly.read.mistaken import with_sayings
from reportedly.read.phrases import cites
from reportedly.read.speakers import with_speakers
from reportedly.read.tops import with_tops
from reportedly.read.trees import FINITE, NAMES, marked, rehung, turned
from reportedly.read.words import words

_SUBJECT = ("nsubj", "nsubjpass")
_REACHING = frozenset(
    {
        "come",
        "arrive",
        "emerge",
        "spread",
        "circulate",
        "reach",
        "grow",
        "mount",
        "swirl",
        "persist",
    }
)
_SPEAKING = frozenset(
    """add deny insist stress warn claim argue explain promise pledge vow reiterate emphasise
    emphasize admit concede acknowledge say complain caution""".split()
)
_BESIDE = frozenset({"ccomp", "parataxis", "dep", "advcl", "csubj", "nsubj"})
_CLOSING = frozenset({",", "”", '"', "''", "’"})
_STRAY = frozenset({"npadvmod", "nsubj", "conj", "dep", "appos", "attr", "dobj", "ROOT"})


def mended(sentence: Sentence) -> Sentence:
    """Return the sentence with what can be mended without another parse."""
    for mend in (
        _names_beside_descriptions,
        _subjects_behind_according,
        _names_behind_descriptions,
        _named_after_comma,
        _speakers_behind,
        _adjectives_as_verbs,
        _nouns_as_verbs,
        with_sayings,
        with_tops,
        _told_clauses,
        _told_nouns,
        _sayings_side_by_side,
        _said_on_both_sides,
        _word_that_came,
        _citations,
        _said_after_colon,
        with_speakers,
    ):
        sentence = mend(sentence)
    return sentence


def _says(token: Token) -> bool:
    return token.is_verb and token.lemma in words("cues")["verbs"]


def _names_beside_descriptions(sentence: Sentence) -> Sentence:
    """Hang "the news agency" under the "PTI" that follows it, as part of one name."""
    for verb in [t for t in sentence.tokens if t.is_verb]:
        subjects = [t for t in sentence.kids(verb.index, *_SUBJECT) if t.index < verb.index]
        for first, second in pairwise(subjects):
            end = sentence.subtree(first.index)[-1]
            if sentence.subtree(second.index)[0] != end + 1:
                continue
            if end == first.index:
                sentence = rehung(sentence, first.index, second.index, "compound")
            else:  # "a study in the journal Nature"
                sentence = rehung(sentence, second.index, end, "appos")
    return _capital_appositions(sentence)


def _names_behind_descriptions(sentence: Sentence) -> Sentence:
    """Hang "Canal 9" under "the channel" that stands right before it."""
    kinds = words("roles")["outlet_descriptors"]
    for kind, name in pairwise(sentence.tokens):
        stray = name.dep in _STRAY and name.head != kind.index and name.index != sentence.root
        if stray and name.tag in NAMES and kind.lower in kinds and kind.tag == "NN":
            sentence = rehung(sentence, name.index, kind.index, "appos")
    return sentence


def _speakers_behind(sentence: Sentence) -> Sentence:
    """Hang what was taken for the subject under "said" in "Rain may fall, said Ana Lima"."""
    for verb in [t for t in sentence.tokens if _says(t) and t.tag in FINITE]:
        subjects = sentence.kids(verb.index, *_SUBJECT)
        behind = [t for t in subjects if sentence.subtree(t.index)[0] == verb.index + 1]
        before = [t for t in subjects if t.index < verb.index]
        comma = sentence.tokens[verb.index - 1].text in _CLOSING if verb.index else False
        if comma and behind and before:
            sentence = rehung(sentence, before[0].index, verb.index, "ccomp")
    return sentence


def _subjects_behind_according(sentence: Sentence) -> Sentence:
    """Hang "a gang" under its verb in "According to the site Bywatch, a gang said ..."."""
    opening = sentence.tokens[:2]
    if [t.lower for t in opening] != ["according", "to"]:
        return sentence
    comma = next((t.index for t in sentence.tokens if t.text == ","), 0)
    source = sentence.child(1, "pobj")
    for subject in [t for t in sentence.tokens[2:comma] if t.dep in _SUBJECT]:
        joined = sentence.child(subject.index, "conj")
        if source is None and joined is not None and joined.index > comma:
            # "According to Ana Lima, Peru and Chile signed it"
            sentence = rehung(sentence, joined.index, subject.head, "nsubj")
            return rehung(sentence, subject.index, 1, "pobj")
        real = sentence.child(subject.index, "appos")
        if source is None or real is None or not source.index < subject.index < comma < real.index:
            continue
        verb = subject.head
        sentence = rehung(sentence, real.index, verb, "nsubj")
        sentence = rehung(sentence, subject.index, source.index, "appos")
    return sentence


def _capital_appositions(sentence: Sentence) -> Sentence:
    """Take "OC Media" for a name where it follows "the news site" at once."""
    for token in [t for t in sentence.tokens if t.dep == "appos"]:
        start = sentence.subtree(token.index)[0]
        beside = start and sentence.tokens[start - 1].text != ","
        if beside and token.text[:1].isupper() and token.tag not in NAMES:
            tokens = list(sentence.tokens)
            tokens[token.index] = replace(token, tag="NNP")
            sentence = Sentence(tokens, sentence.root)
    return sentence


def _named_after_comma(sentence: Sentence) -> Sentence:
    """Hang "Rui Falcao" under "the mayor" in "according to the mayor, Rui Falcao"."""
    tokens = sentence.tokens
    for role in tokens:
        end = role.index + 1
        if role.dep != "pobj" or role.tag != "NN" or not _is_office(role):
            continue
        if end >= len(tokens) or tokens[end].text != ",":
            continue
        last = end + 1
        while last < len(tokens) and tokens[last].tag in NAMES:
            last += 1
        closed = last == len(tokens) or tokens[last].text in {",", "."}
        if last > end + 1 and closed and tokens[last - 1].dep in _STRAY:
            return rehung(sentence, last - 1, role.index, "appos")
    return sentence


def _is_office(token: Token) -> bool:
    roles = words("roles")
    return token.lower in roles["role_person"] or token.lower in roles["titles"]


def _adjectives_as_verbs(sentence: Sentence) -> Sentence:
    """Hang "close" under "people" in "said people close to the board expect ..."."""
    for adjective in [t for t in sentence.tokens if t.tag == "JJ" and t.dep == "ccomp"]:
        subject = sentence.child(adjective.index, "nsubj")
        end = sentence.subtree(adjective.index)[-1]
        verb = next((t for t in sentence.tokens[end + 1 : end + 2] if t.tag in FINITE), None)
        lone = verb is not None and sentence.child(verb.index, *_SUBJECT) is None
        copula = any(t.is_verb for t in sentence.kids(adjective.index))
        if subject is not None and verb is not None and lone and not copula:
            sentence = rehung(sentence, subject.index, verb.index, "nsubj")
            sentence = rehung(sentence, adjective.index, subject.index, "amod")
    return sentence


def _nouns_as_verbs(sentence: Sentence) -> Sentence:
    """Take the subject for a noun in "said reports that the dam broke were false"."""
    nouns = words("cues")["nouns"]
    wrong = {
        t.index
        for t in sentence.tokens
        if t.tag == "VBZ" and t.dep in _SUBJECT and t.lemma in nouns
    }
    if not wrong:
        return sentence
    tokens = [replace(t, tag="NNS") if t.index in wrong else t for t in sentence.tokens]
    return Sentence(tokens, sentence.root)


def _told_clauses(sentence: Sentence) -> Sentence:
    """Hang "transits will be cut" under "informed" in "informed shippers that transits ..."."""
    for verb in [t for t in sentence.tokens if t.is_verb and _has_hearer(t)]:
        hearers = [t for t in sentence.kids(verb.index, "dobj", "dative") if t.index > verb.index]
        for below in [t for h in hearers for t in sentence.kids(h.index, "relcl", "acl")]:
            if _is_whole(sentence, below):
                sentence = rehung(sentence, below.index, verb.index, "ccomp")
                sentence = marked(sentence, below.index)
    return sentence


def _told_nouns(sentence: Sentence) -> Sentence:
    """Take "that" for what opens the clause in "the rumour that the dam was breached"."""
    for below in [t for t in sentence.tokens if t.dep == "relcl"]:
        told = sentence.tokens[below.head].lemma in words("cues")["nouns"]
        if told and sentence.child(below.index, "nsubjpass") is not None:
            sentence = marked(sentence, below.index)
    return sentence


def _has_hearer(token: Token) -> bool:
    return bool(words("cues")["verbs"].get(token.lemma, {}).get("addressee"))


def _is_whole(sentence: Sentence, clause: Token) -> bool:
    """Tell whether a clause has a subject of its own and describes nobody ("who", "which")."""
    subject = sentence.child(clause.index, *_SUBJECT)
    inside = [sentence.tokens[p] for p in sentence.subtree(clause.index) if p < clause.index]
    pointing = any(t.tag[0] == "W" and t.dep != "mark" and not _joins(sentence, t) for t in inside)
    return subject is not None and not pointing


def _joins(sentence: Sentence, that: Token) -> bool:
    """Tell whether "that" stands for nothing in its clause ("told Z that he had offered to go")."""
    verb = that.head
    others = [t for t in sentence.kids(verb, "dobj", "xcomp", "ccomp") if t.index != that.index]
    return that.lower == "that" and that.dep == "dobj" and any(t.index > verb for t in others)


def _sayings_side_by_side(sentence: Sentence) -> Sentence:
    """Hang "denied" beside "promised" in "promised that it would stay and denied that ..."."""
    for second in [t for t in sentence.tokens if t.dep == "conj" and _says(t)]:
        inner = sentence.tokens[second.head]
        first = sentence.tokens[inner.head]
        follows = sentence.tokens[second.index + 1 : second.index + 2]
        alike = first.tag == second.tag and inner.tag != second.tag
        if (
            inner.dep == "ccomp"
            and inner.index > first.index
            and _says(first)
            and (alike or (second.lemma in _SPEAKING and not _says(inner)))
            and any(t.lower == "that" for t in follows)
            and sentence.child(second.index, *_SUBJECT) is None
        ):
            sentence = rehung(sentence, second.index, first.index, "conj")
    return sentence


def _said_on_both_sides(sentence: Sentence) -> Sentence:
    """Hang what follows "its owner warned, and ..." beside what stands before it."""
    for verb in [t for t in sentence.tokens if _says(t)]:
        before = sentence.child(verb.index, "ccomp")
        after = sentence.child(verb.index, "conj")
        if before is None or after is None or not before.index < verb.index < after.index:
            continue
        joining = [t for t in sentence.kids(verb.index, "cc") if verb.index < t.index < after.index]
        commas = [sentence.tokens[t.index - 1].text == "," for t in joining]
        if all(commas) and commas and not _says(after) and _is_whole(sentence, after):
            sentence = rehung(sentence, joining[0].index, before.index, "cc")
            sentence = rehung(sentence, after.index, before.index, "conj")
    return sentence


def _said_after_colon(sentence: Sentence) -> Sentence:
    """Hang what follows "the teacher recalled:" under "recalled"."""
    for verb in [t for t in sentence.tokens if _says(t) and t.dep in _BESIDE]:
        colon = verb.index + 1
        if colon >= len(sentence.tokens) or sentence.tokens[colon].text != ":":
            continue
        if verb.head > colon and sentence.child(verb.index, *_SUBJECT) is not None:
            return turned(sentence, verb.index)
    return sentence


def _word_that_came(sentence: Sentence) -> Sentence:
    """Hang the clause under "word" in "Word came from the harbour that ..."."""
    nouns = words("cues")["nouns"]
    for verb in [t for t in sentence.tokens if t.lemma in _REACHING]:
        subject = sentence.child(verb.index, *_SUBJECT)
        if subject is None or subject.lower.removesuffix("s") not in nouns:
            continue
        for position in sentence.subtree(verb.index):
            clause = sentence.tokens[position]
            free = clause.dep in {"relcl", "acl", "ccomp"} and clause.head != subject.index
            if free and any(t.lower == "that" for t in sentence.kids(position, "mark")):
                return rehung(sentence, position, subject.index, "acl")
    return sentence


def _citations(sentence: Sentence) -> Sentence:
    """Hang "citing Y" and what is said both under the verb of the voice that cites.

    In "Z reported, citing Y, that ..." one of the two is at times hung under the other, and
    in "X said that Z, citing Y, believes ..." the citation under "said".
    """
    for token in [t for t in sentence.tokens if cites(t)]:
        verb = _citing_verb(sentence, token)
        if verb is None:
            continue
        sentence = rehung(sentence, token.index, verb, "advcl")
        said = _said_after(sentence, token.index, verb)
        if said is not None:
            sentence = rehung(sentence, said, verb, "ccomp")
    return sentence


def _citing_verb(sentence: Sentence, citing: Token) -> int | None:
    """Return the verb of the voice that cites: the one before, or the one whose subject it is."""
    before = citing.index - 1
    while before >= 0 and sentence.tokens[before].text in {",", "“", '"'}:
        before -= 1
    if before < 0:
        return None
    if _says(sentence.tokens[before]):
        return before
    for verb in sentence.tokens[citing.index :]:
        subject = sentence.child(verb.index, *_SUBJECT) if verb.is_verb else None
        near = subject is not None and subject.index <= before < citing.index < verb.index
        if near and subject is not None and before in {*sentence.subtree(subject.index)}:
            return verb.index
    above = sentence.tokens[citing.head]
    if above.dep == "ccomp" and above.head < citing.index < above.index:
        return above.head
    below = sentence.child(citing.index, "ccomp")
    if below is not None and above.index < citing.index and _says(above):
        return above.index
    return None


def _said_after(sentence: Sentence, citing: int, verb: int) -> int | None:
    """Return the "that ..." clause behind a citation where its verb says nothing else."""
    if sentence.child(verb, "ccomp") is not None:
        return None
    return next(_clauses_after(sentence, citing), None)


def _clauses_after(sentence: Sentence, citing: int) -> Iterator[int]:
    for token in sentence.tokens[citing:]:
        mark = next((t for t in sentence.kids(token.index, "mark") if t.lower == "that"), None)
        if token.dep == "ccomp" and mark is not None and mark.index > citing:
            yield token.index
