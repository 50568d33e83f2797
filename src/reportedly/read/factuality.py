"""How far a text presents an event as real: rules, a learnt estimate and a model, weighed.

Method: in news, rules decide wherever a word or form does, and have most of the say elsewhere;
what has been learnt (gradient-boosted trees on traits of the parse, `training/factuality.py`)
tells of what no rule covers. In talk (see `genre`) rules are only traits of what was learnt.
Where a model has read the sentence, its own estimate (`Token.fact`) is weighed in.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from reportedly.models import Sentence
from reportedly.read.degrees import degree
from reportedly.read.degrees.implied import SURE
from reportedly.read.forest import Forest
from reportedly.read.traits import traits

_WEIGHTS = Path(__file__).parent / "weights" / "factuality.npz"


@dataclass(frozen=True, slots=True)
class Say:
    """How much each voice counts beside the others.

    Attributes:
        rules: the rules (`degrees`).
        learnt: the trees.
        model: `Token.fact`, where there is one.
    """

    rules: float
    learnt: float
    model: float


FIRM: Final = Say(rules=1.0, learnt=0.0, model=0.0)
"""In news, where a word or form decides."""
USUAL: Final = Say(rules=0.8, learnt=0.2, model=0.1)
"""In news, where none does. By sweeps on the dev part of MEANTIME and our own passages: a model
taught mostly by talk doubts what news tells of the future, so it is heard least."""
TALK: Final = Say(rules=0.0, learnt=1.0, model=3.0)
"""In talk. By a sweep of `model` on the dev part of UDS-IH2."""
_DRAWN_OUT: Final = 1.15
"""What is learnt shrinks to the middle, and is drawn out again. By a sweep on dev of UDS-IH2."""
_EVEN = 0.5
_DOUBT = 1.5
"""Under this, a model doubts what is told as fact."""


def estimate(sentence: Sentence, index: int, *, news: float = 1.0) -> float:
    """Return how far an event is presented as real, from -3 (surely not) to 3 (surely).

    Args:
        sentence: the sentence.
        index: position of the word that names the event.
        news: how far the text is news, from 0 to 1 (`genre.news_share`).
    """
    ruled = degree(sentence, index)
    learnt = _DRAWN_OUT * forest().estimate(*traits(sentence, index, news=news >= _EVEN))
    model = sentence.tokens[index].fact
    told = _weighed(FIRM if ruled.firm else USUAL, ruled.value, learnt, model)
    talked = _weighed(TALK, ruled.value, learnt, model)
    return min(max(news * told + (1 - news) * talked, -SURE), SURE)


def unruled(sentence: Sentence, index: int) -> float:
    """Return how real an event of news is whose clause holds no word that weakens it.

    It is told as fact, unless a model that has read the sentence doubts it and the estimate
    does, too. Without a model nobody is asked: of a thousand such clauses of Wikinews the trees
    alone doubt one or two, and asking takes a seventh of the time of reading.
    """
    model = sentence.tokens[index].fact
    if model is None or model >= _DOUBT or degree(sentence, index).firm:
        return SURE
    return estimate(sentence, index)


@cache
def forest() -> Forest:
    """Return the trees, loaded on the first call."""
    return Forest.load(_WEIGHTS)


def _weighed(say: Say, ruled: float, learnt: float, model: float | None) -> float:
    voices = [(say.rules, ruled), (say.learnt, learnt)]
    if model is not None:
        voices.append((say.model, model))
    return sum(share * value for share, value in voices) / sum(share for share, _ in voices)
