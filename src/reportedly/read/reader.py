"""The rule reader: from a document to its statements, each with chain, certainty and times.

Paragraph by paragraph: parse, cut into clauses, find who says what, assemble the chain of
voices, read how sure the words are, fill the slots of the event. What it decides can be
traced to words: every cue, marker and mention carries its span.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from reportedly.known import Known
from reportedly.models import Parse, Sentence
from reportedly.read.actors import find_mentions
from reportedly.read.certainty import read_certainty
from reportedly.read.chain import Assembler, Hop, attributions
from reportedly.read.clauses import Clause, clauses
from reportedly.read.cues import is_cue
from reportedly.read.effects import status_effect
from reportedly.read.events import read_event
from reportedly.read.labels import Label, split_label
from reportedly.read.quotes import quotations
from reportedly.read.register import Register, full_names
from reportedly.read.repair import repaired
from reportedly.read.sayings import Saying, sayings
from reportedly.read.sentences import boilerplate, foreign, paragraphs
from reportedly.read.tenses import tense_finder
from reportedly.read.times import find as find_times
from reportedly.values.document import Document
from reportedly.values.statement import (
    Actor,
    Certainty,
    Mention,
    Quotation,
    Statement,
    Timed,
    certainty,
    statement_id,
)
from reportedly.values.when import Span, TimeRole, When

READER = "rules/1"
"""The name and version that statements of this reader carry."""

_SHORT_PARAGRAPH = 3
_FEWEST_WORDS = 2
_NEXT = 3
"""Code points between a quotation and the words that name its speaker."""
_OPENING = ('"', "“")
_LABEL = 4
"""Words without a verb up to which a line is a label, a dateline or a credit."""
_QUESTION = re.compile(r"\?[\"”’)]*\s*$")


@dataclass(frozen=True, slots=True)
class Content:
    """What is said in one clause: its predicate, words, and the clause if it is one."""

    head: int
    words: tuple[int, ...]
    clause: Clause | None


def read(document: Document, *, known: Known, parse: Parse) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of its text.

    Args:
        document: the article; without a publication date relative times stay unresolved.
        known: outlets, groups, places and equipment known beforehand.
        parse: the parser (`models.parser()`).
    """
    parts = [p for p in paragraphs(document.text) if not (boilerplate(p.text) or foreign(p.text))]
    publisher = _publisher(document, known)
    names = full_names(document.text)
    labels = [split_label(p, known, names) for p in parts]
    parses = list(parse([label.content.of(document.text) for label in labels]))
    tenses = tense_finder(
        [(label.content.start, parsed) for label, parsed in zip(labels, parses, strict=True)]
    )
    reading = _Reading(
        document,
        Assembler(publisher, known, Register(full_names=names)),
        find_times(document.text, published=document.claimed_published, tenses=tenses),
        find_mentions(document.text, known),
        parse,
    )
    out: list[Statement] = []
    for number, (label, parsed) in enumerate(zip(labels, parses, strict=True)):
        out += reading.paragraph(number, label, parsed)
    return tuple(_unique(out))


def _publisher(document: Document, known: Known) -> Actor:
    outlet = known.outlets.named(document.outlet) if document.outlet else None
    if outlet is not None:
        return Actor(document.outlet, "media_outlet", outlet.key)
    return Actor(document.outlet or "(unknown outlet)", "media_outlet")


@dataclass(slots=True)
class _Reading:
    """What is carried from paragraph to paragraph while one document is read."""

    document: Document
    assembler: Assembler
    times: Sequence[When]
    mentions: Sequence[Mention]
    parse: Parse
    speakers: list[tuple[int, list[Hop]]] = field(default_factory=list)

    def paragraph(self, number: int, label: Label, parsed: Sequence[Sentence]) -> list[Statement]:
        """Return the statements of a paragraph; quotations that run on keep their speaker."""
        offset = label.content.start
        text = label.content.of(self.document.text)
        quoted = [label.content] if label.spoken and label.hop else quotations(text, offset)
        appeals = [
            boilerplate(self.document.text[s.start + offset : s.end + offset]) for s in parsed
        ]
        if any(appeals) and len(parsed) <= _SHORT_PARAGRAPH:
            return []  # what stands beside "please donate" is part of the appeal
        out: list[Statement] = []
        for sentence, appeal in zip(parsed, appeals, strict=True):
            if not appeal:
                out += self._sentence(number, label, repaired(sentence, text, self.parse), quoted)
        return self._spoken_on(out, quoted)

    def _sentence(
        self, number: int, label: Label, sentence: Sentence, quoted: Sequence[Span]
    ) -> Iterator[Statement]:
        offset = label.content.start
        found = clauses(sentence, is_cue)
        acts = sayings(sentence, found)
        question = bool(
            _QUESTION.search(self.document.text[sentence.start + offset : sentence.end + offset])
        )
        for act in acts:
            if not act.contents:
                hops = self.assembler.speaker(sentence, act, offset, number)
                self.speakers.append((sentence.start + offset, hops))
        for content in _contents(sentence, found, acts):
            chains = self.assembler.hops(
                sentence, content.clause, content.head, acts, found, offset, number
            )
            if label.hop is not None:
                chains = [[label.hop, *chain] for chain in chains]
            for hops in chains:
                yield self._statement(sentence, content, hops, found, offset, quoted, question)

    def _statement(  # noqa: PLR0913  # everything that one statement is made of meets here
        self,
        sentence: Sentence,
        content: Content,
        hops: Sequence[Hop],
        found: Sequence[Clause],
        offset: int,
        quoted: Sequence[Span],
        question: bool,
    ) -> Statement:
        spans = _with_quotes(self.document.text, _spans(sentence, content.words, offset))
        text = " ".join(span.of(self.document.text) for span in spans)
        effect = hops[-1].effect if hops else "CT+"
        sure = read_certainty(
            sentence, content.head, content.words, offset, cue_effect=effect, question=question
        )
        if hops and hops[-1].actor.kind == "unattributed" and len(hops) > 1:
            # "X said it has allegedly ...": the doubt is X's word, not one more voice.
            hops = hops[:-1]
        mode = _mode(spans, quoted, attributed=bool(hops))
        chain = attributions(self.assembler.publisher, hops, sure, mode)
        endorsed = bool(hops) and all(hop.endorses for hop in hops)
        narrator = sure if not hops or endorsed else certainty("Uu")
        times = self._timed(sentence, content, found, spans, offset)
        when = next((t.when for t in times if t.role == "event"), None)
        event = read_event(sentence, content.head, content.words, offset, self.mentions, when)
        status = status_effect(
            sentence, content.head, content.words, text, hops[-1] if hops else None
        )
        inside = tuple(
            m for m in self.mentions if any(s.start <= m.span.start < s.end for s in spans)
        )
        return Statement(
            id=statement_id(self.document.id, spans, chain, READER),
            document=self.document.id,
            content=spans,
            text=text,
            chain=chain,
            narrator=narrator,
            times=times,
            mentions=inside,
            event=event,
            status_effect=status,
            background=not hops and _is_background(sentence, content),
            confidence=_confidence(sentence, hops, sure),
            read_by=READER,
        )

    def _timed(
        self,
        sentence: Sentence,
        content: Content,
        found: Sequence[Clause],
        spans: Sequence[Span],
        offset: int,
    ) -> tuple[Timed, ...]:
        """Return the times of a statement: in its words, in those of saying, in its asides."""
        start, end = sentence.start + offset, sentence.end + offset
        here = [w for w in self.times if w.span and start <= w.span.start < end]
        owner = {id(w): _owner(sentence, w, found, offset) for w in here}
        saying = _saying_heads(content, found)
        out: list[Timed] = []
        for when in here:
            head, aside = owner[id(when)]
            inside = when.span is not None and any(
                s.start <= when.span.start < s.end for s in spans
            )
            role: TimeRole | None = None
            if inside:
                role = "embedded" if aside or _in_noun(sentence, when, offset) else "event"
            elif head == content.head and aside:
                role = "embedded"
            elif head in saying or head == content.head:
                role = "utterance" if saying else "event"
            if role is not None:
                out.append(Timed(when, role))
        return tuple(out)

    def _spoken_on(self, made: list[Statement], quoted: Sequence[Span]) -> list[Statement]:
        """Give sentences that lie wholly in a quotation, and name nobody, its speaker."""
        out: list[Statement] = []
        for statement in made:
            span = next((q for q in quoted if _within(statement.content, q)), None)
            if span is None or len(statement.chain) > 1:
                out.append(statement)
                continue
            after = next((h for at, h in self.speakers if 0 <= at - span.end <= _NEXT), None)
            if after is not None:
                out.append(self._said_by(statement, after))
                continue
            speaker = next(
                (s for s in made if len(s.chain) > 1 and _touches(s.content, span)), None
            )
            speaker = speaker or next((s for s in reversed(out) if len(s.chain) > 1), None)
            out.append(_spoken(statement, speaker) if speaker else self._last_voice(statement))
        return out

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


def _contents(
    sentence: Sentence, found: Sequence[Clause], acts: Sequence[Saying]
) -> Iterator[Content]:
    """Yield what is said or told in a sentence: its clauses but for those of mere saying."""
    telling = {p for s in acts if not set(s.cue) & set(s.contents) for p in s.cue}
    heads = {c.head for c in found}
    attribution = {p for s in acts if s.kind == "according" for p in sentence.subtree(s.cue[0])}
    for clause in found:
        if clause.head in telling or _only_names(sentence, clause.head, telling):
            continue
        words = tuple(p for p in clause.words if p not in attribution)
        words = _without_edges(sentence, words)
        if _worth(sentence, clause, words):
            yield Content(clause.head, words, clause)
    for saying in acts:
        for head in saying.contents:
            if head not in heads:
                words = _without_edges(sentence, tuple(sentence.subtree(head)))
                if words:
                    yield Content(head, words, None)


def _only_names(sentence: Sentence, head: int, telling: set[int]) -> bool:
    """Tell whether a clause only says that there is talk ("there has been speculation that")."""
    if sentence.tokens[head].lemma not in {
        "be",
        "emerge",
        "circulate",
        "surface",
        "spread",
        "have",
    }:
        return False
    return any(
        t.index in telling for t in sentence.kids(head, "attr", "nsubj", "dobj", "nsubjpass")
    )


def _worth(sentence: Sentence, clause: Clause, words: Sequence[int]) -> bool:
    """Tell whether a clause says something: a predicate, or at least no bare name or date."""
    tokens = [sentence.tokens[p] for p in words if sentence.tokens[p].text[:1].isalnum()]
    if len(tokens) < _FEWEST_WORDS or clause.head not in words:
        return False
    return any(t.is_verb for t in tokens) or (
        any(t.tag[:2] in {"NN", "JJ"} and t.tag not in {"NNP", "NNPS"} for t in tokens)
        and len(tokens) > _LABEL
    )


def _without_edges(sentence: Sentence, words: tuple[int, ...]) -> tuple[int, ...]:
    dropped = {",", ";", ":", "-", "–", "—", "."}
    while words and sentence.tokens[words[0]].text in dropped:
        words = words[1:]
    while words and sentence.tokens[words[-1]].text in dropped:
        words = words[:-1]
    return words


def _spans(sentence: Sentence, words: Sequence[int], offset: int) -> tuple[Span, ...]:
    """Return the spans that words cover, one per unbroken run."""
    runs: list[list[int]] = []
    for position in words:
        if runs and position == runs[-1][-1] + 1:
            runs[-1].append(position)
        else:
            runs.append([position])
    tokens = sentence.tokens
    return tuple(Span(tokens[r[0]].start + offset, tokens[r[-1]].end + offset) for r in runs)


def _with_quotes(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return spans with the quotation marks that belong to their words but hang elsewhere."""
    first, last = spans[0], spans[-1]
    if text[first.start - 1 : first.start] in _OPENING and _unbalanced(first.of(text)) >= 0:
        first = Span(first.start - 1, first.end)
        spans = (first, *spans[1:])
        last = spans[-1]
    closing = re.match(r"[,.!?]?[\"”]", text[last.end : last.end + 2])
    if closing and _unbalanced(" ".join(s.of(text) for s in spans)):
        spans = (*spans[:-1], Span(last.start, last.end + closing.end()))
    return spans


def _unbalanced(words: str) -> int:
    """Return 1 where a quotation is opened and not closed."""
    return (words.count('"') % 2) or int(words.count("“") > words.count("”"))


def _mode(spans: Sequence[Span], quoted: Sequence[Span], *, attributed: bool) -> Quotation:
    if not attributed:
        return "narration"
    if all(any(q.start <= s.start and s.end <= q.end for q in quoted) for s in spans):
        return "direct"
    if any(q.start < s.end and s.start < q.end for q in quoted for s in spans):
        return "mixed"
    return "indirect"


def _owner(
    sentence: Sentence, when: When, found: Sequence[Clause], offset: int
) -> tuple[int, bool]:
    """Return the clause that a time stands in, and whether it is in an aside of it."""
    if when.span is None:
        return -1, False
    position = _position(sentence, when.span.start - offset)
    for clause in found:
        if position in clause.words:
            return clause.head, False
        for aside in clause.asides:
            if position in sentence.subtree(aside):
                return clause.head, True
    # In words that were trimmed off: it belongs to the nearest clause above.
    while position != sentence.tokens[position].head:
        position = sentence.tokens[position].head
        for clause in found:
            if position == clause.head:
                return clause.head, False
    return position, False


def _position(sentence: Sentence, start: int) -> int:
    return next((t.index for t in sentence.tokens if t.end > start), len(sentence.tokens) - 1)


def _in_noun(sentence: Sentence, when: When, offset: int) -> bool:
    """Tell whether a time stands before a noun that it dates ("the Oct. 7 attack")."""
    if when.span is None:
        return False
    last = _position(sentence, when.span.end - offset - 1)
    first = _position(sentence, when.span.start - offset)
    top = last
    while first <= sentence.tokens[top].head <= last and sentence.tokens[top].head != top:
        top = sentence.tokens[top].head
    token = sentence.tokens[top]
    return token.dep in {"nmod", "compound", "nummod", "poss", "amod"} and token.head > last


def _saying_heads(content: Content, found: Sequence[Clause]) -> set[int]:
    """Return the heads of the clauses of saying above a clause."""
    out: set[int] = set()
    clause = content.clause
    while clause is not None and clause.governor is not None:
        out |= {clause.governor, clause.above}
        above = clause.above
        clause = next((c for c in found if c.head == above), None)
    if clause is not None and clause.above >= 0 and clause.kind == "coordinate":
        out |= _saying_heads(
            replace(content, clause=next((c for c in found if c.head == clause.above), None)), found
        )
    return out


def _within(spans: Sequence[Span], quote: Span) -> bool:
    return all(quote.start <= s.start and s.end <= quote.end for s in spans)


def _touches(spans: Sequence[Span], quote: Span) -> bool:
    return any(quote.start < s.end and s.start < quote.end for s in spans)


def _spoken(statement: Statement, speaker: Statement) -> Statement:
    last = speaker.chain[-1]
    said = replace(last, certainty=statement.certainty, mode="direct")
    return _with_chain(
        statement, (replace(statement.chain[0], certainty=None), *speaker.chain[1:-1], said)
    )


def _with_chain(statement: Statement, chain: tuple[object, ...]) -> Statement:
    made = replace(statement, chain=chain, narrator=certainty("Uu"), background=False)  # type: ignore[arg-type]
    return replace(made, id=statement_id(made.document, made.content, made.chain, made.read_by))


def _is_background(sentence: Sentence, content: Content) -> bool:
    """Tell whether a clause only says what something is ("Pantsir is a system ...")."""
    top = sentence.tokens[content.head]
    if top.lemma != "be" or top.tag not in {"VBZ", "VBP"}:
        return False
    attribute = sentence.child(content.head, "attr")
    return (
        attribute is not None
        and attribute.tag[:2] == "NN"
        and not sentence.kids(content.head, "neg")
    )


def _confidence(sentence: Sentence, hops: Sequence[Hop], sure: Certainty) -> float:
    """Return how far the reading rests on firm ground: long sentences and unresolved pronouns do not."""
    score = 0.95
    if len(sentence.tokens) > 40:
        score -= 0.1
    if any(h.actor.name.lower() in {"he", "she", "they", "it", "we"} for h in hops):
        score -= 0.25
    if len(hops) > 2:
        score -= 0.1
    if len(sure.markers) > 2:
        score -= 0.05
    return round(score, 2)


def _unique(statements: Sequence[Statement]) -> Iterator[Statement]:
    seen: set[str] = set()
    for statement in statements:
        if statement.id not in seen:
            seen.add(statement.id)
            yield statement
