"""What is said or told in a sentence: which words, where they stand, whether they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import simplemma

from reportedly.models import Sentence, Token
from reportedly.read.clauses import Clause
from reportedly.read.placed import Placed, runs
from reportedly.values.statement import Quotation
from reportedly.values.when import Span

_FEWEST_WORDS = 2
_OPENING = ('"', "“")
_LABEL = 4
"""Words without a verb up to which a line is a label, a dateline or a credit."""
_AUXILIARIES = frozenset({"to", "may", "might", "can", "could", "will", "would", "not"})
_BEING = frozenset(
    """be emerge circulate surface spread have come arrive reach grow mount swirl persist""".split()
)


@dataclass(frozen=True, slots=True)
class Content:
    """What is said in one clause: its predicate, words, and the clause if it is one."""

    head: int
    words: tuple[int, ...]
    clause: Clause | None


def contents(placed: Placed) -> Iterator[Content]:
    """Yield what is said or told in a sentence: its clauses but for those of mere saying."""
    sentence, acts = placed.sentence, placed.sayings
    telling = {p for s in acts if not set(s.cue) & set(s.contents) for p in s.cue}
    heads = {c.head for c in placed.clauses}
    attribution = {p for s in acts if s.kind == "according" for p in sentence.subtree(s.cue[0])}
    for clause in placed.clauses:
        if clause.head in telling or _only_names(sentence, clause.head, telling):
            continue
        words = tuple(p for p in clause.words if p not in attribution)
        words = _without_that(sentence, _without_edges(sentence, words))
        if _worth(sentence, clause, words):
            yield Content(clause.head, words, clause)
    for saying in acts:
        for head in saying.contents:
            if head not in heads:
                words = _without_edges(sentence, tuple(sentence.subtree(head)))
                words = _without_that(sentence, words)
                if words:
                    yield Content(head, words, None)


def _only_names(sentence: Sentence, head: int, telling: set[int]) -> bool:
    """Tell whether a clause only says that there is talk ("there has been speculation that")."""
    if sentence.tokens[head].lemma not in _BEING:
        return False
    return any(
        t.index in telling for t in sentence.kids(head, "attr", "nsubj", "dobj", "nsubjpass")
    )


def _worth(sentence: Sentence, clause: Clause, words: Sequence[int]) -> bool:
    """Tell whether a clause says something: a predicate, or a headline that leaves it out."""
    tokens = [sentence.tokens[p] for p in words if sentence.tokens[p].text[:1].isalnum()]
    if len(tokens) < _FEWEST_WORDS or clause.head not in words:
        return False
    if clause.governor is not None:
        return True
    if any(t.is_verb for t in tokens):
        return not _names_what_is_known(sentence, clause.head)
    common = any(t.tag[:2] in {"NN", "JJ"} and t.tag not in {"NNP", "NNPS"} for t in tokens)
    return common and len(tokens) > _LABEL and _predicates(sentence, tokens)


def _names_what_is_known(sentence: Sentence, head: int) -> bool:
    """Tell whether a line only says what it is about ("What we know about the crash")."""
    first = sentence.tokens[0].lower
    return first == "what" and sentence.root == head and sentence.tokens[head].lemma == "know"


def _predicates(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """Tell whether words without a verb say something of somebody ("Scorpion stings woman").

    A mere heading does not ("The crash near the port: new questions"). Headlines mislead
    parsers, so that a noun counts as a verb where it stands and ends like one.
    """
    if any(t.dep in {"nsubj", "nsubjpass"} for t in tokens):
        return True
    return any(_may_be_verb(sentence, token) for token in tokens[1:])


def _may_be_verb(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word has the form of a verb, as "dies", "took" and "to"."""
    if token.lower in _AUXILIARIES:
        return True
    if token.tag == "POS":
        return False
    after = sentence.tokens[token.index + 1 :]
    plural = token.lower.endswith("s") and (not after or after[0].text in {":", ".", ","})
    return not plural and simplemma.lemmatize(token.lower, lang="en") != token.lower


def _without_that(sentence: Sentence, words: tuple[int, ...]) -> tuple[int, ...]:
    """Return words without the "that" which only joins them to the word of saying."""
    first = sentence.tokens[words[0]] if words else None
    joining = (
        first is not None and first.lower == "that" and (first.tag == "IN" or first.dep == "mark")
    )
    return words[1:] if joining else words


def _without_edges(sentence: Sentence, words: tuple[int, ...]) -> tuple[int, ...]:
    dropped = {",", ";", ":", "-", "–", "—", "."}
    while words and sentence.tokens[words[0]].text in dropped:
        words = words[1:]
    while words and sentence.tokens[words[-1]].text in dropped:
        words = words[:-1]
    return words


def spans_of(placed: Placed, words: Sequence[int]) -> tuple[Span, ...]:
    """Return the spans that words cover, one per unbroken run."""
    return tuple(span for run in runs(words) if (span := placed.over(run)) is not None)


def with_quotes(text: str, spans: tuple[Span, ...]) -> tuple[Span, ...]:
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


def mode_of(spans: Sequence[Span], quoted: Sequence[Span], *, attributed: bool) -> Quotation:
    """Return how words are given: within quotation marks, partly within them, or outside."""
    if not attributed:
        return "narration"
    if all(any(q.start <= s.start and s.end <= q.end for q in quoted) for s in spans):
        return "direct"
    if any(q.start < s.end and s.start < q.end for q in quoted for s in spans):
        return "mixed"
    return "indirect"
