"""Words that negate, and how far each of them reaches, as the trained model hears them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.models.attributions import Scores

AFFIX = 2
"""The class of a word of which only a part negates ("unknown")."""


@dataclass(frozen=True, slots=True)
class Negated:
    """What one window negates.

    Attributes:
        spans: where each word stands in the document.
        cues: for each word 0, 1 where it negates, AFFIX where a part of it does.
        reach: [word, cue word] scores, above zero where the word is negated.
    """

    spans: Sequence[tuple[int, int]]
    cues: Sequence[int]
    reach: Scores

    def found(self) -> Iterator[tuple[int, int, bool]]:
        """Yield start and end of each word that negates, and whether only a part of it does."""
        for (start, end), cue in zip(self.spans, self.cues, strict=True):
            if cue:
                yield start, end, cue == AFFIX

    def scope(self, at: int) -> list[tuple[int, int]]:
        """Return the words that the cue at an offset negates, none where it is elsewhere."""
        word = bisect_right([start for start, _ in self.spans], at) - 1
        if word < 0 or not self.spans[word][0] <= at < self.spans[word][1]:
            return []
        reached = self.reach[:, word] > 0
        return [span for span, under in zip(self.spans, reached, strict=True) if under]
