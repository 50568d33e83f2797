"""Words that run on: sentences of a quotation, or of what is said, that name nobody themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from reportedly.models import Relation
from reportedly.read.chain import Assembler, Hop, attributions
from reportedly.values.statement import Attribution, Quotation, Statement, certainty, statement_id
from reportedly.values.when import Span

_NEXT = 3
"""Code points between a quotation and the words that name its speaker."""
_MOST = 0.6
"""Share of a statement that a model must hear as said, to take it for said."""
_SURE = 0.5


@dataclass(slots=True)
class Speakers:
    """Who speaks words that name nobody themselves.

    Attributes:
        relations: what a trained model heard in the document.
        named: where sentences stand that only name a speaker, with the voices that they name.
    """

    assembler: Assembler
    relations: Sequence[Relation] = ()
    named: list[tuple[int, list[Hop]]] = field(default_factory=list)

    def note(self, at: int, voices: list[Hop]) -> None:
        """Remember that a sentence only names who has spoken, or will."""
        self.named.append((at, voices))

    def carried(self, made: list[Statement], quoted: Sequence[Span]) -> list[Statement]:
        """Return the statements of a paragraph, those that run on with their speaker."""
        out: list[Statement] = []
        for statement in made:
            span = next((q for q in quoted if _within(statement.content, q)), None)
            if len(statement.chain) > 1:
                out.append(statement)
            elif span is None:
                speaker = self._heard(statement, made)
                out.append(_spoken(statement, speaker, "indirect") if speaker else statement)
            else:
                out.append(self._quoted(statement, span, made, out))
        return out

    def _quoted(
        self, statement: Statement, span: Span, made: list[Statement], out: list[Statement]
    ) -> Statement:
        after = next((h for at, h in self.named if 0 <= at - span.end <= _NEXT), None)
        if after is not None:
            return self._said_by(statement, after)
        attributed = [s for s in made if len(s.chain) > 1]
        speaker = next((s for s in attributed if _touches(s.content, span)), None)
        speaker = speaker or self._heard(statement, made)
        speaker = speaker or next((s for s in reversed(out) if len(s.chain) > 1), None)
        if speaker is None:
            return self._last_voice(statement)
        return _spoken(statement, speaker, "direct")

    def _heard(self, statement: Statement, made: Sequence[Statement]) -> Statement | None:
        """Return a statement by the voice that a model hears behind this one."""
        relation = next((r for r in self.relations if _holds(r, statement.content)), None)
        if relation is None:
            return None
        return next((s for s in made if _shares_cue(s.chain[1:], relation)), None)

    def _last_voice(self, statement: Statement) -> Statement:
        voices = self.assembler.register.voices
        if not voices:
            return statement
        actors = (*voices[-1].relays, voices[-1].actor)
        hops = [Hop(actor, "", None, None, "CT+", endorses=False) for actor in actors]
        return self._said_by(statement, hops)

    def _said_by(self, statement: Statement, hops: Sequence[Hop]) -> Statement:
        chain = attributions(self.assembler.publisher, hops, statement.certainty, "direct")
        return _with_chain(statement, chain)


def _holds(relation: Relation, spans: Sequence[Span]) -> bool:
    """Tell whether most of some spans is the content of a relation that names somebody."""
    if not relation.source or min(relation.sure) < _SURE:
        return False
    size = sum(span.end - span.start for span in spans)
    inside = sum(
        max(0, min(span.end, end) - max(span.start, start))
        for span in spans
        for start, end in relation.content
    )
    return inside >= _MOST * size


def _shares_cue(chain: Sequence[Attribution], relation: Relation) -> bool:
    return any(
        voice.cue_at is not None and voice.cue_at.start < end and start < voice.cue_at.end
        for voice in chain
        for start, end in relation.cue
    )


def _within(spans: Sequence[Span], quote: Span) -> bool:
    return all(quote.start <= s.start and s.end <= quote.end for s in spans)


def _touches(spans: Sequence[Span], quote: Span) -> bool:
    return any(quote.start < s.end and s.start < quote.end for s in spans)


def _spoken(statement: Statement, speaker: Statement, mode: Quotation) -> Statement:
    said = replace(speaker.chain[-1], certainty=statement.certainty, mode=mode)
    first = replace(statement.chain[0], certainty=None)
    return _with_chain(statement, (first, *speaker.chain[1:-1], said))


def _with_chain(statement: Statement, chain: tuple[Attribution, ...]) -> Statement:
    made = replace(statement, chain=chain, narrator=certainty("Uu"), background=False)
    return replace(made, id=statement_id(made.document, made.content, made.chain, made.read_by))
