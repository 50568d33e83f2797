"""How sure a clause sounds: FactBank values from the words that show it.

Method: FactBank (Saurí & Pustejovsky 2009), read by rules. Strength is that of the weakest
word in the clause (certain, probable, possible, uncommitted); polarity that of its negation.
A clause negated under a modal of possibility is PS-, "unlikely" is PR-. Ours departs in that
negative implicatives ("refrained from") leave the clause itself certain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from reportedly.models import Sentence
from reportedly.read.clauses import is_finite
from reportedly.read.cues import is_infinitive
from reportedly.read.degrees import left, negations
from reportedly.read.factuality import unruled
from reportedly.read.hedges import Effect, effects
from reportedly.read.nouns import found_untrue
from reportedly.read.placed import Placed
from reportedly.read.words import words
from reportedly.values.statement import (
    Certainty,
    Factuality,
    Likelihood,
    Marker,
    MarkerKind,
    certainty,
)
from reportedly.values.when import Span

_NEAR = 2
"""Words from the last one of a clause on in which its question mark stands."""
_PLAIN = "CT+"
_STRENGTH = {"CT": 3, "PR": 2, "PS": 1, "Uu": 0}
_CERTAIN = 2.0
"""Under this, what a word above leaves is less than certain."""
_NUMBERS: Final = ((2.5, 3), (1.5, 2), (0.5, 1))
"""From which number on an estimate has which strength (Stanovsky et al. 2017)."""


def read_certainty(
    placed: Placed, head: int, content: Sequence[int], *, cue_effect: str = "CT+"
) -> Certainty:
    """Return how sure the voice nearest the words sounds of a clause.

    Args:
        placed: the sentence.
        head: position of the clause's predicate.
        content: positions of the clause's words.
        cue_effect: the FactBank value that the word of saying gives ("PR+" for "believes").
    """
    sentence = placed.sentence
    head = _told(sentence, head)
    heard = [*effects(sentence, head, frozenset(content)), *_questions(placed, head, content)]
    if cue_effect == _PLAIN:
        heard += _governing(sentence, head)
    heard += _called_untrue(sentence, head)
    found = list({token.index: (kind, token, effect) for kind, token, effect in heard}.values())
    strength, sign = _combined(cue_effect, found)
    if not found and cue_effect == _PLAIN:
        strength, sign = _of_number(unruled(sentence, head))
    offset = placed.offset
    markers = tuple(
        Marker(kind, token.text, Span(token.start + offset, token.end + offset))
        for kind, token, _ in found
    )
    known = any(effect == "CTu" for *_, effect in found)
    value = "CTu" if known and not strength else _value(strength, sign)
    return certainty(value, markers, _likelihood(sentence, content))


def _told(sentence: Sentence, head: int) -> int:
    """Return the predicate of what is told: "the account is that the ward *had* no power"."""
    below = sentence.child(head, "ccomp")
    subject = sentence.child(head, "nsubj")
    if sentence.tokens[head].lemma != "be" or below is None or subject is None:
        return head
    that = any(t.lower in {"that", "whether"} for t in sentence.kids(below.index, "mark"))
    alone = sentence.child(head, "acomp", "attr", "neg") is None
    named = subject.tag[:2] == "NN"
    return below.index if that and alone and named else head


def _combined(cue_effect: str, found: Sequence[Effect]) -> tuple[int, int]:
    """Return the strength of the weakest word, and the sign that negations leave."""
    strength, sign = _of(cue_effect)
    for _, _, effect in found:
        if effect != "not":
            value, turned = _of(effect)
            strength, sign = min(strength, value), sign * turned
    negated = any(effect == "not" for _, _, effect in found)
    return strength, -sign if negated else sign


def _questions(placed: Placed, head: int, content: Sequence[int]) -> Iterator[Effect]:
    """Yield what makes a clause a question: "whether", or the question mark after it."""
    sentence = placed.sentence
    if sentence.tokens[head].dep in {"ccomp", "pcomp"}:
        marks = (t for t in sentence.kids(head, "mark") if t.lower in {"whether", "if"})
        above = sentence.tokens[sentence.tokens[head].head]
        knows = above.lemma == "know" and not negations(sentence, above)
        yield from (("question", t, "CTu" if knows else "Uu") for t in marks)
    after = sentence.tokens[content[-1] :][:_NEAR] if content else []
    if placed.question:
        after = sentence.tokens[::-1]
    yield from [("question", t, "Uu") for t in after if t.text.endswith("?")][:1]


def _governing(sentence: Sentence, head: int) -> Iterator[Effect]:
    """Yield the word above that weakens or turns what it governs: "does not believe that"."""
    token = sentence.tokens[head]
    above = sentence.tokens[token.head]
    whole = is_finite(sentence, head) or is_infinitive(sentence, head)
    if token.dep != "ccomp" or above.index > head or not whole:
        return
    found = left(sentence, head)
    if found.firm and found.value < _CERTAIN and found.value:
        strength, sign = _of_number(found.value)
        kind: MarkerKind = "evidential" if sign > 0 else "negation"
        yield kind, above, _value(strength, sign)


def _called_untrue(sentence: Sentence, head: int) -> Iterator[Effect]:
    """Yield the word that turns what reports say: "reports that the dam broke are false"."""
    token = sentence.tokens[head]
    if token.dep in {"acl", "relcl", "ccomp"} and token.head != head:
        said = found_untrue(sentence, token.head)
        if said is not None:
            yield "negation", said, "CT-"


def _of_number(number: float) -> tuple[int, int]:
    """Return the strength and the sign that a number stands for."""
    strength = next((held for least, held in _NUMBERS if abs(number) >= least), 0)
    return strength, 1 if number >= 0 else -1


def _value(strength: int, sign: int) -> Factuality:
    if strength == 0:
        return "Uu"
    table: dict[tuple[int, int], Factuality] = {
        (3, 1): "CT+",
        (3, -1): "CT-",
        (2, 1): "PR+",
        (2, -1): "PR-",
        (1, 1): "PS+",
        (1, -1): "PS-",
    }
    return table[strength, 1 if sign >= 0 else -1]


def _of(effect: str) -> tuple[int, int]:
    if effect == "CTu":
        return 0, 1
    return _STRENGTH[effect[:2]], -1 if effect.endswith("-") else 1


def _likelihood(sentence: Sentence, content: Sequence[int]) -> Likelihood | None:
    """Return the published interval of an estimative word in a clause, if there is one."""
    text = " ".join(sentence.tokens[p].lower for p in content)
    padded = f" {text} "
    best: tuple[int, Likelihood] | None = None
    for scale, table in words("certainty")["estimative"].items():
        for word, (lo, hi) in table.items():
            if f" {word} " in padded and (best is None or len(word) > best[0]):
                best = (len(word), Likelihood(word, scale, float(lo), float(hi)))
    return best[1] if best else None
