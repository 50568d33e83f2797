"""What the parse shows of an event, as named traits that a learnt estimate weighs."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.models import Sentence, Token
from reportedly.read.degrees import Degree, degree, negations

MEASURES = ("degree", "firm", "degree above", "words", "place", "height", "negations", "news")

_HIGH = 4
"""Words above an event that are looked at."""
_NEAR = 2
"""Words above, before and after an event that are named with their forms."""
_SMALL = frozenset("aux auxpass mark advmod neg prt prep expl cc det".split())
_LARGE = frozenset("dobj acomp attr xcomp advcl ccomp amod dative".split())
_CLOSED = frozenset({"PRP", "DT", "WP", "WDT", "EX"})
_HELD = frozenset(
    """? ! : if will wo 'll would can could may might must should shall please let i you we my was
    had is said today tomorrow yesterday ago next last soon when after before every always usually
    recently already just hope want need plan""".split()
)
_TELLING = frozenset({"MD", "TO"})
_BEFORE = 7
"""Words before an event among which a modal is looked for."""


def traits(sentence: Sentence, index: int, *, news: bool) -> tuple[list[str], list[float]]:
    """Return the traits of an event that hold, and its measures (see MEASURES).

    Args:
        sentence: the sentence.
        index: position of the word that names the event.
        news: whether the text is news.
    """
    ruled = degree(sentence, index)
    token = sentence.tokens[index]
    named = [
        *_of_word(sentence, token, ruled),
        *_of_parts(sentence, token),
        *_of_subject(sentence, token),
        *_of_words_above(sentence, token),
        *_of_neighbours(sentence, token),
    ]
    return named, [*_measures(sentence, token, ruled), float(news)]


def _measures(sentence: Sentence, token: Token, ruled: Degree) -> list[float]:
    above = ruled if token.head == token.index else degree(sentence, token.head)
    height, top = 0, token
    while top.head != top.index and height < len(sentence.tokens):
        top, height = sentence.tokens[top.head], height + 1
    return [
        ruled.value,
        float(ruled.firm),
        above.value,
        float(len(sentence.tokens)),
        token.index / len(sentence.tokens),
        float(height),
        float(len(negations(sentence, token))),
    ]


def _of_word(sentence: Sentence, token: Token, ruled: Degree) -> Iterator[str]:
    tense = _tense(sentence, token)
    yield f"tag={token.tag}"
    yield f"dep={token.dep}"
    yield f"lemma={token.lemma}"
    yield f"tense={tense}"
    yield f"tense,dep={tense},{token.dep}"
    yield f"tense,lemma={tense},{token.lemma}"
    yield f"word={token.lower}"
    yield f"opens={_plain(sentence.tokens[0])}"
    yield f"ruled={ruled.value:.1f}"
    yield f"root,tense={_tense(sentence, sentence.tokens[sentence.root])}"
    yield from (f"holds={word}" for word in sorted({t.lower for t in sentence.tokens} & _HELD))


def _of_parts(sentence: Sentence, token: Token) -> Iterator[str]:
    """Yield traits of the words that hang on the event's."""
    for below in sentence.kids(token.index):
        yield f"has={below.dep}"
        if below.dep in _SMALL:
            yield f"{below.dep}={below.lower}"
            for noun in sentence.kids(below.index, "pobj"):
                yield f"pobj={noun.lemma}"
        elif below.dep in {"nsubj", "nsubjpass"}:
            yield f"subject={below.lower if below.tag in _CLOSED else below.tag}"
        elif below.dep in _LARGE:
            yield f"{below.dep}:tag={below.tag}"
            if below.dep in {"acomp", "attr", "xcomp", "dobj"}:
                yield f"{below.dep}:lemma={below.lemma}"
            for mark in sentence.kids(below.index, "mark", "advmod"):
                yield f"{below.dep}:{mark.lower}"


def _of_subject(sentence: Sentence, token: Token) -> Iterator[str]:
    subject = _subject(sentence, token)
    if subject is not None:
        yield f"agent:lemma={subject.lemma}"
        pronoun = subject.lower if subject.tag[:3] == "PRP" else None
        yield f"agent={pronoun or subject.tag}"
        yield f"agent,tense={pronoun or 'N'},{_tense(sentence, token)}"


def _subject(sentence: Sentence, token: Token) -> Token | None:
    """Return the subject of a predicate, or of the nearest one above that has one."""
    for _ in range(_HIGH):
        subject = sentence.child(token.index, "nsubj", "nsubjpass")
        if subject is not None or token.head == token.index:
            return subject
        token = sentence.tokens[token.head]
    return None


def _of_words_above(sentence: Sentence, token: Token) -> Iterator[str]:
    path = token.dep
    for step in range(1, _HIGH + 1):
        if token.head == token.index:
            yield f"path={path}>"
            return
        token = sentence.tokens[token.head]
        path += f"<{token.dep}"
        if step <= _NEAR:
            yield f"above{step}={token.lemma}"
            yield f"above{step}:tag={token.tag}"
            yield f"above{step}:tense={_tense(sentence, token)}"
            yield f"path{step}={path}"
            if negations(sentence, token):
                yield f"above{step}:negated"
        yield f"over={token.lemma}"
        for below in sentence.kids(token.index, "aux", "mark", "neg"):
            yield f"over:{below.dep}={below.lower}"
    yield f"path={path}"


def _of_neighbours(sentence: Sentence, token: Token) -> Iterator[str]:
    for step in (*range(-_NEAR, 0), *range(1, _NEAR + 1)):
        place = token.index + step
        if 0 <= place < len(sentence.tokens):
            yield f"beside{step}={_plain(sentence.tokens[place])}"
            yield f"beside{step}:tag={sentence.tokens[place].tag}"
    for back in range(1, min(token.index, _BEFORE) + 1):
        before = sentence.tokens[token.index - back]
        if before.tag in _TELLING:
            yield f"last modal={before.lower},{min(back, _HIGH)}"
            return


def _plain(token: Token) -> str:
    """Return a word; of quotation marks, which differ between printers, only that it is one."""
    return token.lower if token.tag not in {"``", "''"} else '"'


def _tense(sentence: Sentence, token: Token) -> str:
    """Return the form of a predicate with its auxiliaries ("will+VB", "to+VB", "VBD")."""
    if not token.is_verb:
        above = sentence.tokens[token.head]
        return f"{token.tag}/{above.tag}" if above.is_verb else token.tag
    carrier = token
    helping = sentence.kids(token.index, "aux", "auxpass")
    while not helping and carrier.dep == "conj" and not sentence.child(carrier.index, "nsubj"):
        carrier = sentence.tokens[carrier.head]
        if carrier.tag != token.tag:
            break
        helping = sentence.kids(carrier.index, "aux", "auxpass")
    said = [t.lower if t.tag in _TELLING else t.tag + t.lemma for t in helping]
    return "+".join([*said, token.tag])
