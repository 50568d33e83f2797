"""A parsed sentence with its place in the document, its clauses and its acts of saying."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.models import Sentence
from reportedly.read.clauses import Clause
from reportedly.read.heard import Voiced
from reportedly.read.sayings import Saying
from reportedly.values.when import Span


def runs(positions: Sequence[int]) -> list[list[int]]:
    """Return positions, given in order, parted where one is left out.

    >>> runs([1, 2, 4])
    [[1, 2], [4]]
    """
    found: list[list[int]] = []
    for position in positions:
        if found and position == found[-1][-1] + 1:
            found[-1].append(position)
        else:
            found.append([position])
    return found


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence where it stands.

    Attributes:
        offset: what to add to its offsets to get those of the document.
        paragraph: number of its paragraph.
        question: whether it is asked, not said.
        heard: the relations that a trained model hears in it.
    """

    sentence: Sentence
    offset: int
    paragraph: int
    clauses: Sequence[Clause]
    sayings: Sequence[Saying]
    question: bool
    heard: Sequence[Voiced] = ()

    @property
    def span(self) -> Span:
        """Where it stands in the document."""
        return Span(self.sentence.start + self.offset, self.sentence.end + self.offset)

    def over(self, positions: Sequence[int]) -> Span | None:
        """Return the span from the first of some words to the last, None for no words."""
        if not positions:
            return None
        first, last = self.sentence.tokens[positions[0]], self.sentence.tokens[positions[-1]]
        return Span(first.start + self.offset, last.end + self.offset)
