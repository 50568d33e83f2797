"""What the trained reader hears, brought together with what the rules find in a sentence.

The rules know the order of the voices and what each word does; the model hears words of
saying that no list holds, and knows better who speaks. So a relation of the model mends the
source of the saying that shares its cue, and stands for itself where the rules found none.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportedly.models import Relation, Sentence
from reportedly.read.cues import names_own_page
from reportedly.read.sayings import Saying, SayingKind

_SURE = 0.5
_TIED = 0.9
"""How sure the model must be of who says what by which word, where it is less sure how far the
words go but the rules know the word of saying, too."""
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_SPOKEN = 4
"""Words from which on a content can be a statement; shorter ones are attitudes to a thing."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """A relation by positions in one sentence.

    Attributes:
        cue: the words of saying; none where they stand in another sentence.
        source: the head of who says it; None where nobody is named here.
        contents: the heads of what is said; `words` are all words of it here.
        sourceless: whether nobody is named at all.
        sure: how sure the model is of all of it, from 0 to 1.
        tied: how sure it is that the three belong together.
    """

    cue: list[int]
    source: int | None
    contents: list[int]
    words: frozenset[int]
    sourceless: bool
    sure: float
    tied: float


def voiced(sentence: Sentence, offset: int, relations: Sequence[Relation]) -> list[Voiced]:
    """Return the relations of which a part stands in a sentence.

    Args:
        sentence: the parsed sentence.
        offset: what to add to its offsets to get those of the document.
        relations: of the document, with offsets into it.
    """
    start, end = sentence.start + offset, sentence.end + offset
    found = []
    for relation in relations:
        spans = (*relation.cue, *relation.content)
        source = _positions(sentence, offset, relation.source)
        here = any(s < end and start < e for s, e in spans)
        if here and not names_own_page(sentence, source):
            found.append(_voiced(sentence, offset, relation))
    return found


def _voiced(sentence: Sentence, offset: int, relation: Relation) -> Voiced:
    content = _positions(sentence, offset, relation.content)
    return Voiced(
        _positions(sentence, offset, relation.cue),
        _voice(sentence, _positions(sentence, offset, relation.source)),
        _tops(sentence, content),
        frozenset(content),
        not relation.source,
        min(relation.sure),
        min(relation.sure[1:]),
    )


def _voice(sentence: Sentence, positions: Sequence[int]) -> int | None:
    """Return the head of a source; where a verb was taken for it, the subject of that verb."""
    top = next(iter(_tops(sentence, positions)), None)
    if top is None or not sentence.tokens[top].is_verb:
        return top
    subject = sentence.child(top, "nsubj", "nsubjpass")
    return subject.index if subject is not None and subject.index in positions else top


def cue_finder(
    is_cue: Callable[[Sentence, int], bool], heard: Sequence[Voiced]
) -> Callable[[Sentence, int], bool]:
    """Return a function that knows the cues of the rules and those that were heard."""
    heads = {position for one in heard if _states(one) for position in one.cue}
    return lambda sentence, index: index in heads or is_cue(sentence, index)


def joined(sentence: Sentence, sayings: Sequence[Saying], heard: Sequence[Voiced]) -> list[Saying]:
    """Return the sayings of the rules, their sources mended, and those only heard."""
    out = list(sayings)
    for one in heard:
        same = [s for s in out if set(s.cue) & set(one.cue)]
        for saying in same:
            _mend(sentence, saying, one)
        if not same and _states(one) and not _of_passive(sentence, one):
            out.append(_saying(sentence, one))
    return out


def _of_passive(sentence: Sentence, one: Voiced) -> bool:
    """Tell whether what was heard is a mere thing ("the idea was first reported by ...")."""
    return any(sentence.tokens[head].dep == "nsubjpass" for head in one.contents)


def _mend(sentence: Sentence, saying: Saying, one: Voiced) -> None:
    sure = one.sure >= _SURE or one.tied >= _TIED
    if not saying.contents and _says(one) and saying.effect == "CT+" and not saying.negated:
        of_somebody = [c for c in one.contents if sentence.child(c, *_SUBJECTS) is not None]
        saying.contents = one.contents if one.sure >= _SURE else of_somebody if sure else []
    nobody = saying.source is None and one.sure >= _SURE
    addressee = saying.citing is None and saying.source in saying.relays and sure
    if (nobody or addressee) and one.source is not None and saying.kind in {"verb", "noun"}:
        saying.source = one.source
        told = [c for c in saying.contents if one.source not in sentence.subtree(c)]
        saying.contents = told or saying.contents


def _states(one: Voiced) -> bool:
    return one.sure >= _SURE and _says(one)


def _says(one: Voiced) -> bool:
    return bool(one.cue) and len(one.words) >= _SPOKEN


def _saying(sentence: Sentence, one: Voiced) -> Saying:
    top = next((p for p in one.cue if sentence.tokens[p].is_verb), one.cue[0])
    kind: SayingKind = "hearsay" if one.sourceless else "verb"
    return Saying(kind, one.cue, sentence.tokens[top].lemma, one.source, [], one.contents)


def _positions(sentence: Sentence, offset: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    near = [(start - offset, end - offset) for start, end in sorted(spans)]
    return [
        token.index
        for start, end in near
        if start < sentence.end and sentence.start < end
        for token in sentence.tokens
        if start <= token.start < end
    ]


def _tops(sentence: Sentence, positions: Sequence[int]) -> list[int]:
    """Return the words whose heads lie outside; marks are none, though words may hang on them."""
    inside = [p for p in positions if sentence.tokens[p].text[:1].isalnum()]
    return [p for p in inside if (head := sentence.tokens[p].head) == p or head not in inside]
