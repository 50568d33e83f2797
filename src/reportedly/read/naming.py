"""What a noun phrase names: the known mentions in it, or its own words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.models import Token
from reportedly.read.phrases import noun_phrase
from reportedly.read.placed import Placed
from reportedly.values.statement import Mention, MentionKind
from reportedly.values.when import Span

_OPEN = frozenset({"PRP", "WDT", "WP", "EX"})
_UNNAMED = frozenset({"det", "case", "punct"})


@dataclass(frozen=True, slots=True)
class Naming:
    """Names the phrases of one sentence.

    Attributes:
        placed: the sentence.
        mentions: what the document mentions, in order.
    """

    placed: Placed
    mentions: Sequence[Mention]

    def named(self, token: Token) -> list[Mention]:
        """Return what a noun and its conjuncts name; nothing for pronouns."""
        out: list[Mention] = []
        waiting = [token]
        while waiting:
            top = waiting.pop(0)
            waiting += self.placed.sentence.kids(top.index, "conj")
            if top.tag not in _OPEN:
                out += self.phrase(top)
        return out

    def phrase(self, top: Token, *, without: frozenset[int] = frozenset()) -> list[Mention]:
        """Return the known mentions inside a phrase, or the phrase itself.

        Args:
            top: its noun.
            without: positions of words that are left out of it.
        """
        sentence, offset = self.placed.sentence, self.placed.offset
        left_out = without | self._agents(top)
        positions = [p for p in noun_phrase(sentence, top.index) if p not in left_out]
        start = min(sentence.tokens[p].start for p in positions) + offset
        end = max(sentence.tokens[p].end for p in positions) + offset
        inside = [m for m in self.mentions if start <= m.span.start and m.span.end <= end]
        at_head = [
            m
            for m in inside
            if m.span.start <= top.start + offset and top.end + offset <= m.span.end
        ]
        keyed = at_head or [m for m in inside if m.kind == "equipment" and self._is_of(top, m)]
        if keyed:
            return keyed
        tokens = [sentence.tokens[p] for p in positions]
        name = " ".join(t.text for t in tokens if t.dep not in _UNNAMED)
        kind: MentionKind = "event" if top.tag[0] == "V" else "organisation"
        return [Mention(Span(start, end), name, kind)]

    def _agents(self, top: Token) -> frozenset[int]:
        """Return the positions of "by ..." behind a noun: who acts is no part of a name."""
        sentence = self.placed.sentence
        by = (t.index for t in sentence.kids(top.index, "prep", "agent") if t.lower == "by")
        return frozenset(position for top_of in by for position in sentence.subtree(top_of))

    def _is_of(self, top: Token, mention: Mention) -> bool:
        """Tell whether equipment is what a noun is of: "Buk launchers", no "parts for the Buk"."""
        offset = self.placed.offset
        between = (
            t.dep == "prep" and t.lower != "of"
            for t in self.placed.sentence.tokens
            if top.end + offset <= t.start + offset < mention.span.start
        )
        return not any(between)
