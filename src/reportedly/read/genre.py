"""Whether texts are news or talk: mail, posts, reviews, in which people speak for themselves.

It matters because the two are told apart by what counts as real. News of what will be is news:
"the port will close" is told as fact. Asked of somebody's mail whether a thing has happened,
people say no of all that is still to come.

Method: naive Bayes on one sign, whether a sentence speaks of "I" or "you", or calls out. Its
share in talk is that of UDS-IH2 (web text), that in news of articles of Wikinews.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Final

from reportedly.models import Sentence

NEWS: Final = 0.95
"""What is taken for news before a word is read: the reader is made for news."""
_PERSONAL = frozenset({"i", "me", "my", "you", "your", "!", "?"})
_IN_NEWS, _IN_TALK = 0.15, 0.53
_FARTHEST = 30.0
"""Beyond this, nothing is left to be decided."""


def news_share(sentences: Iterable[Sentence]) -> float:
    """Return how likely sentences of one origin are news, from 0 to 1."""
    odds = math.log(NEWS / (1 - NEWS))
    for sentence in sentences:
        if any(token.lower in _PERSONAL for token in sentence.tokens):
            odds += math.log(_IN_NEWS / _IN_TALK)
        else:
            odds += math.log((1 - _IN_NEWS) / (1 - _IN_TALK))
    return 1 / (1 + math.exp(-min(max(odds, -_FARTHEST), _FARTHEST)))
