"""The phrases beside a word of saying: who says it, who is told, in whose pages it stands."""

from __future__ import annotations

from typing import Any

from reportedly.models import Sentence, Token
from reportedly.read.words import words

_SUBJECT = ("nsubj", "nsubjpass")
_SEEN = frozenset(
    {"see", "obtain", "review", "publish", "view", "cite", "quote", "carry", "release"}
)
_TALKING = frozenset({"interview", "speak", "talk", "ask", "question", "contact", "reach"})
_PIECES = frozenset({"report", "article", "story", "piece", "dispatch", "editorial"})
_ISSUED = frozenset("statement release letter communique communiqué note message".split())
_ISSUING = frozenset({"issue", "release", "publish", "post", "send", "write", "put"})
_READING = frozenset({"read", "hear", "learn", "see"})
_SAYING_THROUGH = frozenset({"quote", "cite"})


def noun_phrase(sentence: Sentence, head: int) -> list[int]:
    """Return the positions of a phrase without relative clauses, appositions and conjuncts."""
    leave = {"relcl", "appos", "conj", "cc", "punct", "acl", "preconj", "parataxis", "advcl"}
    cut = frozenset(
        p
        for p in sentence.subtree(head)
        if sentence.tokens[p].dep in leave and p != head and not _inside_name(sentence, p)
    )
    kept = sentence.subtree(head, without=cut)
    return [p for p in kept if p not in cut]


def _inside_name(sentence: Sentence, index: int) -> bool:
    """Tell whether a conjunct or dash stands inside a name or compound ("anti-aircraft")."""
    token = sentence.tokens[index]
    return token.dep == "punct" and token.text in {"-", "."}


def subject_of(sentence: Sentence, index: int) -> int | None:
    """Return the head of the subject of a verb, also of one that shares it ("adding that")."""
    for _ in range(4):
        subject = sentence.child(index, *_SUBJECT)
        if subject is not None:
            if subject.lower in {"that", "which", "who"} and sentence.tokens[index].dep == "relcl":
                return described_by(sentence, sentence.tokens[index].head)
            return (
                None
                if subject.lower in {"it", "there"} and subject.dep == "expl"
                else subject.index
            )
        token = sentence.tokens[index]
        behind = _inverted_subject(sentence, index)
        if behind is not None:
            return behind
        if token.dep == "acl":
            issuer = _issuer(sentence, token.head)
            return issuer if issuer is not None else token.head
        reduced = _reduced_before(sentence, index)
        if reduced is not None:
            return reduced
        if token.dep not in {"conj", "advcl", "xcomp", "pcomp", "dep"} or token.head == index:
            return None
        index = token.head
        if not sentence.tokens[index].is_verb and sentence.tokens[index].dep == "prep":
            index = sentence.tokens[index].head
    return None


def _issuer(sentence: Sentence, noun: int) -> int | None:
    """Return who issues a text that says something ("the ministry issued a statement denying")."""
    verb = sentence.tokens[sentence.tokens[noun].head]
    text = sentence.tokens[noun].lemma in _ISSUED and sentence.tokens[noun].dep == "dobj"
    if not text or verb.lemma not in _ISSUING:
        return None
    issuer = sentence.child(verb.index, "nsubj")
    return issuer.index if issuer is not None and issuer.tag[0] != "W" else None


def _reduced_before(sentence: Sentence, index: int) -> int | None:
    """Return "lawyers" for "think" in "..., but lawyers consulted by the paper think ..."."""
    token = sentence.tokens[index]
    if token.dep != "conj" or token.tag not in {"VBD", "VBZ", "VBP"}:
        return None
    for other in sentence.kids(token.head, "conj"):
        helped = sentence.kids(other.index, "aux", "auxpass")
        near = token.head < other.index < index
        subject = sentence.child(other.index, *_SUBJECT)
        if near and other.tag == "VBN" and not helped and subject is not None:
            return subject.index
    return None


def described_by(sentence: Sentence, index: int) -> int:
    """Return "newspaper" for the name in "the newspaper Al-Fajr", else the word itself."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head]
    between = sentence.tokens[above.index + 1 : index]
    apposed = token.dep == "appos" and above.tag == "NN" and all(t.text != "," for t in between)
    return above.index if apposed and above.index < index else index


def name_of_itself(sentence: Sentence, head: int) -> int | None:
    """Return the name in "a group calling itself X"."""
    for calling in sentence.kids(head, "acl"):
        name = sentence.child(calling.index, "oprd", "xcomp", "attr")
        itself = sentence.child(calling.index, "dobj", "nsubj")
        back = itself is not None and itself.lower.endswith(("self", "selves"))
        if calling.lemma == "call" and back and name is not None and name.tag in {"NNP", "NNPS"}:
            return name.index
    return None


def _inverted_subject(sentence: Sentence, index: int) -> int | None:
    """Return who was taken for another part of a verb that stands behind what it says.

    In "... ?" asked Ana Lima" for its object, in ", the forest service estimates" for part of
    a name.
    """
    token = sentence.tokens[index]
    said = sentence.child(index, "ccomp")
    if token.tag not in {"VBD", "VBZ", "VBP"} or said is None or said.index > index:
        return None
    for other in sentence.kids(index, "dobj", "attr", "npadvmod", "oprd"):
        if sentence.subtree(other.index)[0] == index + 1:
            return other.index
    for other in sentence.kids(index, "compound", "nmod"):
        if other.index == index - 1 and other.tag[:2] == "NN":
            return other.index
    return None


def addressees(sentence: Sentence, index: int, entry: dict[str, Any]) -> list[int]:
    """Return the heads of phrases naming whom a source spoke to, or in whose pages."""
    out: list[int] = []
    if entry.get("addressee"):
        told = sentence.child(index, "dative", "dobj", "iobj")
        if told is not None:
            out.append(told.index)
    for preposition in sentence.kids(index, "prep", "dative", "agent"):
        out += _told_in(sentence, preposition.index)
    for asked in sentence.kids(index, "advcl"):
        if asked.lemma in _TALKING and asked.tag in {"VBG", "VBN", "VBD"}:
            for preposition in sentence.kids(asked.index, "prep", "agent"):
                out += _told_in(sentence, preposition.index)
    return out


def _told_in(sentence: Sentence, preposition: int) -> list[int]:
    """Return heads inside a phrase such as "in an interview with Z" or "to Z"."""
    token = sentence.tokens[preposition]
    thing = sentence.child(preposition, "pobj")
    if thing is None or token.lower not in {
        "to",
        "in",
        "with",
        "during",
        "on",
        "by",
        "through",
        "via",
    }:
        return []
    out = [thing.index]
    for below in sentence.kids(thing.index, "prep", "acl"):
        inner = below if below.dep == "prep" else sentence.child(below.index, "agent", "prep")
        target = sentence.child(inner.index, "pobj") if inner is not None else None
        if target is not None:
            out.append(target.index)
    return out


def included(sentence: Sentence, head: int) -> list[int]:
    """Return the heads of names in "several outlets, including Z and the website Y"."""
    out: list[int] = []
    for token in sentence.kids(head, "prep"):
        first = sentence.child(token.index, "pobj")
        if token.lower == "including" and first is not None:
            listed = [first, *sentence.kids(first.index, "conj")]
            out += [t.index for t in listed if t.tag == "NNP" or _holds_name(sentence, t)]
    return out


def _holds_name(sentence: Sentence, noun: Token) -> bool:
    return any(t.tag in {"NNP", "NNPS"} for t in sentence.kids(noun.index, "appos"))


def printed_in(sentence: Sentence, head: int) -> int | None:
    """Return the head of Z in "a report in Z", "an article by Z"."""
    if sentence.tokens[head].lemma not in _PIECES:
        return None
    for preposition in sentence.kids(head, "prep"):
        outlet = sentence.child(preposition.index, "pobj")
        if outlet is not None and preposition.lower in {"in", "by", "on", "from"}:
            return outlet.index
    return None


def describing(sentence: Sentence, head: int) -> list[int]:
    """Return the clauses that describe a voice, also those hung on the place in its phrase."""
    out = [t.index for t in sentence.kids(head, "relcl", "acl")]
    for preposition in sentence.kids(head, "prep"):
        place = sentence.child(preposition.index, "pobj")
        if place is not None:
            out += [t.index for t in sentence.kids(place.index, "relcl") if _of_talk(sentence, t)]
    return out


def _of_talk(sentence: Sentence, verb: Token) -> bool:
    who = sentence.child(verb.index, *_SUBJECT)
    return verb.lemma in _TALKING and who is not None and who.lower == "who"


def media_read(sentence: Sentence, index: int) -> int | None:
    """Return the head of where somebody has a claim from ("had read in the media that ...")."""
    if sentence.tokens[index].lemma not in _READING or sentence.child(index, "ccomp") is None:
        return None
    for preposition in sentence.kids(index, "prep"):
        media = sentence.child(preposition.index, "pobj")
        listed = media is not None and media.lower in words("roles")["unnamed_media"]
        if preposition.lower in {"in", "on", "from"} and media is not None and listed:
            return media.index
    return None


def cited_by(sentence: Sentence, index: int) -> tuple[int, int] | None:
    """Return "citing" and the head of what a verb's ", citing X" names."""
    for token in sentence.kids(index, "advcl", "prep", "conj", "xcomp"):
        thing = _cited(sentence, token.index) if cites(token) else _confirmed(sentence, token)
        if thing is not None:
            return token.index, thing
    subject = sentence.child(index, *_SUBJECT)
    return cited_beside(sentence, subject.index) if subject is not None else None


def _confirmed(sentence: Sentence, token: Token) -> int | None:
    """Return through whom an outlet says that it has confirmed something itself."""
    through = token.lower in {"through", "via"}
    if not through or sentence.tokens[token.head].lemma not in {"confirm", "verify"}:
        return None
    person = sentence.child(token.index, "pobj")
    if person is None:
        return None
    voices = ("unnamed_official", "unnamed_person", "unnamed_group", "role_person", "source")
    listed = any(person.lower in words("roles")[kind] for kind in voices)
    return person.index if listed else None


def cited_beside(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return the same for a voice that is described by whom it cites ("Z, which cited X")."""
    for token in sentence.kids(head, "acl", "advcl", "prep", "relcl"):
        describes = token.dep == "relcl" and (
            token.lemma in _SAYING_THROUGH or _spoke_to(sentence, token)
        )
        if cites(token) or (describes and _points_back(sentence, token.index)):
            thing = _cited(sentence, token.index)
            if thing is not None:
                return token.index, thing
    return None


def _spoke_to(sentence: Sentence, token: Token) -> bool:
    """Tell whether an outlet is described by whom it heard ("the Post, which spoke to X")."""
    subject = sentence.child(token.index, *_SUBJECT)
    outlet = subject is not None and subject.lower == "which"
    return outlet and token.lemma in {"speak", "talk", "interview"}


def cited_after(sentence: Sentence, head: int) -> tuple[int, int] | None:
    """Return the same where "citing X" stands right behind a voice ("according to Z, citing X")."""
    after = [t for t in sentence.tokens[sentence.subtree(head)[-1] + 1 :] if t.text != ","][:1]
    for token in after:
        thing = _cited(sentence, token.index) if cites(token) else None
        if thing is not None:
            return token.index, thing
    return None


def _points_back(sentence: Sentence, index: int) -> bool:
    subject = sentence.child(index, *_SUBJECT)
    return subject is not None and subject.tag[0] == "W"


def cites(token: Token) -> bool:
    """Tell whether a word names whom a voice leans on ("citing", "referring to")."""
    return token.tag == "VBG" and token.lemma in _SAYING_THROUGH | {"refer"}


def _cited(sentence: Sentence, index: int) -> int | None:
    thing = sentence.child(index, "dobj", "pobj", "ccomp")
    if thing is None:
        to = next((t for t in sentence.kids(index, "prep") if t.lower in {"to", "from"}), None)
        thing = sentence.child(to.index, "pobj") if to is not None else None
    return thing.index if thing is not None else None


def quoted_as(sentence: Sentence, index: int) -> tuple[int, int | None, int] | None:
    """Return "quoted", relay and source where "saying" stands in "Z quoted Y as saying"."""
    token = sentence.tokens[index]
    preposition = sentence.tokens[token.head]
    if token.dep not in {"pcomp", "advcl", "prep"}:
        return None
    verb = sentence.tokens[preposition.head] if preposition.lower == "as" else preposition
    if verb.dep in {"acl", "relcl"} and verb.lemma not in _SAYING_THROUGH:
        # "quoted two people briefed on it as saying": hung on what describes the people
        verb = sentence.tokens[sentence.tokens[verb.head].head]
    if verb.lemma not in _SAYING_THROUGH:
        return None
    if is_passive(sentence, verb.index):
        source = sentence.child(verb.index, "nsubjpass", "nsubj")
        relay = agent_of(sentence, verb.index) or agent_of(sentence, index)
        return (verb.index, relay, source.index) if source is not None else None
    source = sentence.child(verb.index, "dobj")
    subject = subject_of(sentence, verb.index)
    return (verb.index, subject, source.index) if source is not None else None


def agent_of(sentence: Sentence, index: int) -> int | None:
    """Return the head of whom a passive names as its doer ("reported by Z")."""
    by = sentence.child(index, "agent")
    if by is None:
        by = next((t for t in sentence.kids(index, "prep") if t.lower == "by"), None)
    thing = sentence.child(by.index, "pobj") if by is not None else None
    return thing.index if thing is not None else None


def is_passive(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is passive."""
    if (
        sentence.child(index, "auxpass") is not None
        or sentence.child(index, "nsubjpass") is not None
    ):
        return True
    token = sentence.tokens[index]
    return token.tag == "VBN" and sentence.child(index, "agent") is not None


def seen_by(sentence: Sentence, head: int) -> int | None:
    """Return the head of Z in "a filing seen by Z", "documents obtained by Z"."""
    for position in sentence.subtree(head):
        token = sentence.tokens[position]
        if token.dep in {"acl", "relcl"} and token.lemma in _SEEN:
            agent = agent_of(sentence, position)
            return agent if agent is not None else _viewer(sentence, position)
    return None


def _viewer(sentence: Sentence, index: int) -> int | None:
    """Return the subject of "a filing that Z has seen"."""
    subject = sentence.child(index, "nsubj")
    return subject.index if subject is not None and subject.tag in {"NNP", "NNPS"} else None
