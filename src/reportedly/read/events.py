"""The slots of what is said to happen: action, who, what, to whom, how many, where, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from reportedly.models import Sentence, Token
from reportedly.read.phrases import noun_phrase
from reportedly.read.placed import Placed
from reportedly.read.words import words
from reportedly.values.statement import Event, Mention, Phase
from reportedly.values.when import Span, When

_PLACE_PREPOSITIONS = frozenset(
    {"in", "at", "near", "outside", "inside", "around", "over", "off", "on"}
)
_TO_PREPOSITIONS = frozenset({"to", "for", "against"})
_NUMBER_WORDS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen twenty""".split()
    )
} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "dozen": 12,
    "a dozen": 12,
}
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_LIGHT_VERBS = frozenset({"be", "have", "do", "make", "take", "carry", "conduct", "stage", "hold"})


@dataclass(slots=True)
class _Slots:
    """What a clause names: who acts on what, to whose gain or harm, and where."""

    who: list[Mention] = field(default_factory=list)
    what: list[Mention] = field(default_factory=list)
    to_whom: list[Mention] = field(default_factory=list)
    place: list[Mention] = field(default_factory=list)


def read_event(
    placed: Placed,
    head: int,
    content: Sequence[int],
    mentions: Sequence[Mention],
    when: When | None,
) -> Event | None:
    """Return the event of a clause, with the slots that the clause fills; None without a verb.

    Args:
        placed: the sentence.
        head: position of the clause's predicate.
        content: positions of the clause's words.
        mentions: what the document mentions, in order.
        when: when the event is said to take place.
    """
    sentence = placed.sentence
    main = _main_verb(sentence, head)
    action = sentence.tokens[main]
    slots, inside = _Slots(), set(content)
    raised = main != head and sentence.child(main, "auxpass") is None
    for verb in dict.fromkeys([head, main]):
        for child in sentence.kids(verb):
            if child.index not in inside:
                continue
            if raised and verb == head and child.dep == "nsubjpass":
                slots.who += _slot(placed, child, mentions)  # "Iran is believed to have sent"
            else:
                _fill(slots, placed, child, mentions)
    quantity, unit, raw = _quantity(sentence, content)
    return Event(
        action=_action(sentence, action),
        head=placed.over([head]) or placed.span,
        type=action_type(_action(sentence, action)),
        who=tuple(slots.who),
        what=tuple(slots.what),
        to_whom=tuple(slots.to_whom),
        quantity=quantity,
        unit=unit,
        quantity_raw=raw,
        place=tuple(slots.place) or _places(content, sentence, placed.offset, mentions),
        phase="done" if _in_headline(placed, action) else _phase(sentence, head, action),
        when=when,
    )


def _fill(slots: _Slots, placed: Placed, child: Token, mentions: Sequence[Mention]) -> None:
    """Put what hangs on a verb into the slot of its grammar."""
    if child.dep == "nsubj":
        slots.who += _slot(placed, child, mentions)
    elif child.dep in {"dobj", "nsubjpass", "attr", "oprd"}:
        slots.what += _slot(placed, child, mentions)
    elif child.dep in {"dative", "iobj"} and not child.children and child.tag != "IN":
        slots.to_whom += _slot(placed, child, mentions)
    elif child.dep in {"prep", "agent", "dative"}:
        target = placed.sentence.child(child.index, "pobj")
        if target is not None:
            _fill_by_preposition(slots, child, _slot(placed, target, mentions))


def _fill_by_preposition(slots: _Slots, preposition: Token, named: list[Mention]) -> None:
    if preposition.lower == "by":
        slots.who += named
    elif preposition.lower in _PLACE_PREPOSITIONS:
        slots.place += [m for m in named if m.kind == "place"]
    elif preposition.lower in _TO_PREPOSITIONS or preposition.dep == "dative":
        slots.to_whom += named


def action_type(lemma: str) -> str | None:
    """Return the class of actions that a verb or noun belongs to.

    >>> action_type("deliver")
    'delivery'
    """
    return _types().get(lemma)


@cache
def _types() -> dict[str, str]:
    table: dict[str, str] = {}
    for name, lemmas in words("actions").items():
        for lemma in lemmas:
            table.setdefault(lemma, name)
    return table


_INTENDING = frozenset(
    """plan intend prepare aim promise pledge vow agree want hope threaten begin start
    continue""".split()
)
"""Verbs that tell how far an act has gone, or is meant to go, and not which act."""


def _main_verb(sentence: Sentence, head: int) -> int:
    """Return the predicate that carries the meaning ("is believed to have resumed" -> resumed)."""
    raising = words("certainty")["raising"]
    for _ in range(3):
        token = sentence.tokens[head]
        under = sentence.child(head, "xcomp", "oprd")
        if token.lemma == "be":
            adjective = sentence.child(head, "acomp")
            below = sentence.child(adjective.index, "xcomp") if adjective is not None else None
            if below is None:
                return head
            head = below.index
        elif (
            under is not None
            and under.is_verb
            and (token.lemma in raising or token.lemma in _INTENDING)
        ):
            head = under.index
        else:
            return head
    return head


def _action(sentence: Sentence, verb: Token) -> str:
    """Return the lemma of the action; that of the noun where the verb says little."""
    if verb.lemma in _LIGHT_VERBS:
        noun = sentence.child(verb.index, "dobj", "attr", "acomp")
        if noun is not None:
            return noun.lemma
    return verb.lemma


def _slot(placed: Placed, token: Token, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the known mentions inside a phrase, or the phrase itself."""
    sentence, offset = placed.sentence, placed.offset
    heads = [token, *sentence.kids(token.index, "conj")]
    out: list[Mention] = []
    for top in heads:
        if top.tag in {"PRP", "WDT", "WP", "EX"}:
            continue
        positions = noun_phrase(sentence, top.index)
        start = min(sentence.tokens[p].start for p in positions) + offset
        end = max(sentence.tokens[p].end for p in positions) + offset
        inside = [m for m in mentions if start <= m.span.start and m.span.end <= end]
        at_head = [
            m
            for m in inside
            if m.span.start <= top.start + offset and top.end + offset <= m.span.end
        ]
        keyed = at_head or [m for m in inside if m.kind == "equipment"]
        if keyed:
            out += keyed
        else:
            tokens = [sentence.tokens[p] for p in positions]
            name = " ".join(t.text for t in tokens if t.dep not in {"det", "case", "punct"})
            out.append(
                Mention(Span(start, end), name, "event" if top.tag[0] == "V" else "organisation")
            )
    return out


def _places(
    content: Sequence[int], sentence: Sentence, offset: int, mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """Return places that stand after a preposition of place anywhere in the clause."""
    starts = {
        sentence.tokens[p].start + offset
        for p in content
        if p
        and sentence.tokens[p].tag in {"NNP", "NNPS"}
        and any(
            sentence.tokens[q].lower in _PLACE_PREPOSITIONS | {"of"}
            for q in (p - 1, p - 2)
            if q >= 0
        )
    }
    return tuple(m for m in mentions if m.kind == "place" and m.span.start in starts)


def _quantity(
    sentence: Sentence, content: Sequence[int]
) -> tuple[float | None, str | None, str | None]:
    """Return the first counted thing of a clause: number, unit, and the words."""
    for position in content:
        token = sentence.tokens[position]
        if token.tag != "CD" or token.dep not in {"nummod", "nsubj", "nsubjpass", "dobj", "attr"}:
            continue
        unit = sentence.tokens[token.head] if token.dep == "nummod" else token
        if unit.tag not in {"NN", "NNS", "JJ", "CD", "$"} or _is_date(unit):
            continue
        parts = [
            sentence.tokens[p]
            for p in token.children
            if p < position and sentence.tokens[p].tag == "CD"
        ]
        value = number([*(t.lower for t in parts), token.lower])
        if value is not None:
            words_of = " ".join([*(t.text for t in parts), token.text, unit.text])
            return value, unit.lemma, words_of
    return None, None, None


def number(parts: Sequence[str]) -> float | None:
    """Return the number that words or digits give, None where they give none.

    >>> number(["1.5", "million"])
    1500000.0
    """
    total: float | None = None
    for part in parts:
        plain = part.replace(",", "").lstrip("$€£")
        if part in _SCALES:
            total = (1.0 if total is None else total) * _SCALES[part]
        elif plain in _NUMBER_WORDS:
            total = float(_NUMBER_WORDS[plain])
        elif re.fullmatch(r"\d+(?:\.\d+)?", plain):
            total = float(plain)
        else:
            return None
    return total


def _is_date(unit: Token) -> bool:
    return unit.tag == "NNP" or unit.lemma in {"year-old", "percent-age"}


_PLANNING = frozenset("plan intend prepare promise pledge vow agree aim want hope threaten".split())


def _in_headline(placed: Placed, action: Token) -> bool:
    """Tell whether a headline tells in the present of what has happened ("Drone hits port")."""
    headline = placed.paragraph == 0 and placed.sentence.tokens[-1].text not in {".", "!", "?"}
    return headline and action.tag in {"VBZ", "VBP"} and action.lemma not in _LIGHT_VERBS


def _phase(sentence: Sentence, head: int, action: Token) -> Phase:
    """Return how far the act has gone, from tense, auxiliaries and verbs of phase."""
    top = sentence.tokens[head]
    auxiliaries = {t.lower for t in sentence.kids(head, "aux", "auxpass")}
    if top.lemma in {"consider", "discuss", "mull", "weigh", "contemplate", "explore", "debate"}:
        return "considered"
    if top.lemma in _PLANNING:
        return "planned"
    if top.lemma in {"stop", "end", "cease", "halt", "cancel", "abandon", "finish", "suspend"}:
        return "ended"
    if auxiliaries & {"will", "shall", "'ll", "would", "may", "might", "could"} and not (
        auxiliaries & {"have", "be", "been"}
    ):
        return "planned"
    if action.tag == "VB" and top.lower in {"set", "expected", "likely", "due", "is", "are"}:
        return "planned"
    if action.tag == "VBG" or top.tag in {"VBG", "VBZ", "VBP"}:
        return "under_way"
    return "done"
