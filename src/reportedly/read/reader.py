"""The reader: from a document to its statements, each with chain, certainty and times.

Paragraph by paragraph: cut into clauses, find who says what, assemble the chain of
voices, read how sure the words are, fill the slots of the event. What it decides can be
traced to words: every cue, marker and mention carries its span.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.known import Known
from reportedly.models import Model, Relation, Sentence
from reportedly.read.actors import find_mentions
from reportedly.read.certainty import read_certainty
from reportedly.read.chain import Assembler, Hop, attributions
from reportedly.read.clauses import clauses
from reportedly.read.confidence import confidence, signs
from reportedly.read.contents import Content, contents, mode_of, spans_of, with_quotes
from reportedly.read.cues import is_cue
from reportedly.read.effects import status_effect
from reportedly.read.events import read_event
from reportedly.read.frame import appeal, boilerplate, of_the_story
from reportedly.read.heard import cue_finder, joined, voiced
from reportedly.read.introduced import under_one_name
from reportedly.read.labels import Label, split_label
from reportedly.read.naming import Naming
from reportedly.read.placed import Placed
from reportedly.read.quotes import quotations
from reportedly.read.register import Register, full_names
from reportedly.read.relations import relations
from reportedly.read.repair import repaired
from reportedly.read.running import Speakers
from reportedly.read.sayings import by_voices, sayings
from reportedly.read.sentences import foreign, paragraphs
from reportedly.read.tenses import tense_finder
from reportedly.read.times import find as find_times
from reportedly.read.timing import timed
from reportedly.read.witnessed import seen_by_reporters
from reportedly.values.document import Document
from reportedly.values.statement import (
    Actor,
    Mention,
    Statement,
    certainty,
    statement_id,
)
from reportedly.values.when import Span, When

_SHORT_PARAGRAPH = 3
_LONG_SENTENCE = 40
_MANY = 2
"""Voices, or words that weaken a clause, beyond which a reading is less sure."""
_DATING = frozenset({"DATE", "TIME"})
"""The types of time that tell when something happens; others tell how long or how often."""
_NEXT = 3
"""Code points between a quotation and the words that name its speaker."""
_QUESTION = re.compile(r"\?[\"”’)]*\s*$")


def read(document: Document, *, known: Known, model: Model) -> tuple[Statement, ...]:
    """Return the statements of a document in the order of its text.

    Args:
        document: the article; without a publication date relative times stay unresolved.
        known: outlets, groups, places and equipment known beforehand.
        model: what hears sentences and voices (`models.reader()`).
    """
    parts = of_the_story(paragraphs(document.text))
    publisher = _publisher(document, known)
    names = full_names(document.text)
    labels = [split_label(p, known, names) for p in parts]
    heard = model.hear([(c.start, c.of(document.text)) for c in (x.content for x in labels)])
    tenses = tense_finder(
        [(x.content.start, page) for x, page in zip(labels, heard.pages, strict=True)]
    )
    assembler = Assembler(publisher, known, Register(full_names=names))
    reading = _Reading(
        document,
        assembler,
        find_times(document.text, published=document.claimed_published, tenses=tenses),
        find_mentions(document.text, known),
        model,
        heard.relations,
        Speakers(assembler, heard.relations),
    )
    out: list[Statement] = []
    for number, (label, parsed) in enumerate(zip(labels, heard.pages, strict=True)):
        out += reading.paragraph(number, label, parsed)
    return tuple(_unique(under_one_name(out, reading.mentions, known)))


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
    model: Model
    relations: Sequence[Relation]
    speakers: Speakers

    def paragraph(self, number: int, label: Label, parsed: Sequence[Sentence]) -> list[Statement]:
        """Return the statements of a paragraph; quotations that run on keep their speaker."""
        offset = label.content.start
        text = label.content.of(self.document.text)
        quoted = [label.content] if label.spoken and label.hop else quotations(text, offset)
        texts = [self.document.text[s.start + offset : s.end + offset] for s in parsed]
        if len(parsed) <= _SHORT_PARAGRAPH and any(map(appeal, texts)):
            return []  # what stands beside "please donate" is part of the appeal
        out: list[Statement] = []
        for sentence, words in zip(parsed, texts, strict=True):
            if not (boilerplate(words) or foreign(words)):
                out += self._sentence(
                    number, label, repaired(sentence, text, self.model.parse), quoted
                )
        return self.speakers.carried(seen_by_reporters(out), quoted)

    def _sentence(
        self, number: int, label: Label, sentence: Sentence, quoted: Sequence[Span]
    ) -> Iterator[Statement]:
        placed = self._placed(sentence, label.content.start, number)
        for act in placed.sayings:
            if not act.contents:
                self.speakers.note(placed.span.start, self.assembler.speaker(placed, act))
        for content in contents(placed):
            for voices in self.assembler.hops(placed, content.head):
                hops = voices if label.hop is None else [label.hop, *voices]
                yield self._statement(placed, content, hops, quoted)
        self.assembler.note(placed)

    def _placed(self, sentence: Sentence, offset: int, number: int) -> Placed:
        heard = voiced(sentence, offset, self.relations)
        found = clauses(sentence, cue_finder(is_cue, heard))
        acts = by_voices(sentence, joined(sentence, sayings(sentence, found), heard))
        words = self.document.text[sentence.start + offset : sentence.end + offset]
        asked = _QUESTION.search(words) is not None
        return Placed(sentence, offset, number, found, acts, asked, heard)

    def _statement(
        self, placed: Placed, content: Content, hops: Sequence[Hop], quoted: Sequence[Span]
    ) -> Statement:
        spans = with_quotes(self.document.text, spans_of(placed, content.words))
        text = " ".join(span.of(self.document.text) for span in spans)
        effect = hops[-1].effect if hops else "CT+"
        sure = read_certainty(placed, content.head, content.words, cue_effect=effect)
        if hops and hops[-1].actor.kind == "unattributed" and len(hops) > 1:
            # "X said it has allegedly ...": the doubt is X's word, not one more voice.
            hops = hops[:-1]
        mode = mode_of(spans, quoted, attributed=bool(hops))
        chain = attributions(self.assembler.publisher, hops, sure, mode)
        endorsed = bool(hops) and all(hop.endorses for hop in hops)
        times = timed(placed, content, spans, self.times)
        naming = Naming(placed, self.mentions)
        when = next((t.when for t in times if t.role == "event" and t.when.type in _DATING), None)
        return Statement(
            id=statement_id(self.document.id, spans, chain, self.model.name),
            document=self.document.id,
            content=spans,
            text=text,
            chain=chain,
            narrator=sure if not hops or endorsed else certainty("Uu"),
            times=times,
            mentions=tuple(m for span in spans for m in _starting_in(span, self.mentions)),
            event=read_event(naming, content.head, content.words, when),
            embedded=relations(naming, content.words),
            status_effect=status_effect(placed, content.head, text, hops[-1] if hops else None),
            background=not hops and _is_background(placed.sentence, content),
            confidence=confidence(signs(placed, content.words, hops, sure), self.model.name),
            read_by=self.model.name,
        )


def _starting_in(span: Span, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """Return the mentions, of all in order, that start within a span."""
    first = bisect_left(mentions, span.start, key=lambda m: m.span.start)
    return mentions[first : bisect_left(mentions, span.end, key=lambda m: m.span.start)]


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


def _unique(statements: Sequence[Statement]) -> Iterator[Statement]:
    seen: set[str] = set()
    for statement in statements:
        if statement.id not in seen:
            seen.add(statement.id)
            yield statement
