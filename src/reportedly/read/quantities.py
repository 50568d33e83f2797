"""How many of what a clause tells: the number, its unit, and the words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from reportedly.models import Sentence, Token
from reportedly.read.acts import event_words

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
}
_SCALES = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "bn": 1e9,
    "m": 1e6,
}
_HALF = 0.5
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_ARTICLES = frozenset({"a", "an"})
_CURRENCIES = {
    **dict.fromkeys(("$", "us$", "dollar", "usd"), "USD"),
    **dict.fromkeys(("€", "euro", "eur"), "EUR"),
    **dict.fromkeys(("£", "sterling", "gbp"), "GBP"),
    **dict.fromkeys(("¥", "yen"), "JPY"),
    **dict.fromkeys(("ruble", "rouble"), "RUB"),
    "yuan": "CNY",
    "rupee": "INR",
}
"""ISO 4217 codes; a "pound" may be a weight."""
_HEDGES = re.compile(
    r"(?:\b(?:at least|at most|more than|less than|fewer than|up to|as many as|about|around|over"
    r"|some|nearly|almost|roughly|approximately|under|an estimated|between)\s+)$",
    re.IGNORECASE,
)
_COUNTING = {
    "nummod",
    "nsubj",
    "nsubjpass",
    "dobj",
    "attr",
    "pobj",
    "quantmod",
    "compound",
    "npadvmod",
}
_TIMES = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "decade"})


class Quantity(NamedTuple):
    """A number of something; all None where nothing is counted."""

    value: float | None = None
    unit: str | None = None
    raw: str | None = None


def quantity(sentence: Sentence, content: Sequence[int], heads: Sequence[int]) -> Quantity:
    """Return what a clause counts: first of what its slots name, then of anything else in it.

    Args:
        sentence: the sentence.
        content: positions of the words of the clause.
        heads: positions of the nouns that its slots name, the most telling first.
    """
    inside = set(content)
    for head in heads:
        own = [p for p in _near(sentence, head) if p in inside or head not in inside]
        if found := _first(sentence, own):
            return found
    aside = {p for top in _asides(sentence, content) for p in sentence.subtree(top)}
    return _first(sentence, [p for p in content if p not in aside]) or Quantity()


def _near(sentence: Sentence, head: int) -> list[int]:
    """Return a noun with what counts it, and with "of ..." behind it ("a group of 12 men")."""
    near = [head, *(t.index for t in sentence.kids(head, "nummod", "quantmod", "amod", "compound"))]
    for preposition in sentence.kids(head, "prep"):
        thing = sentence.child(preposition.index, "pobj")
        if preposition.lower == "of" and thing is not None:
            near += [thing.index, *(t.index for t in sentence.kids(thing.index, "nummod"))]
    return sorted(near)


def _asides(sentence: Sentence, content: Sequence[int]) -> Iterable[int]:
    return [
        p for p in content if sentence.tokens[p].dep in {"advcl", "relcl", "appos", "parataxis"}
    ]


def _first(sentence: Sentence, positions: Sequence[int]) -> Quantity | None:
    for position in positions:
        token = sentence.tokens[position]
        counts = token.tag == "CD" or token.lower == "dozen"
        if counts and token.dep in _COUNTING and (found := _at(sentence, token)) is not None:
            return found
    return None


def _at(sentence: Sentence, token: Token) -> Quantity | None:
    """Return the number that a word belongs to, with its unit and the words of both."""
    tokens, run = sentence.tokens, [token.index]
    while run[0] and _is_part(tokens[run[0] - 1]):
        run.insert(0, run[0] - 1)
    while run[-1] + 1 < len(tokens) and _is_part(tokens[run[-1] + 1]):
        run.append(run[-1] + 1)
    if run[0] and tokens[run[0] - 1].lower in _ARTICLES and tokens[run[0]].lower in _SCALES:
        half = run[0] > 1 and tokens[run[0] - 2].lower == "half"
        run = [*range(run[0] - 1 - half, run[0]), *run]
    value = number([t.lower for t in tokens[run[0] : run[-1] + 1] if t.lower not in _ARTICLES])
    if value is None:
        return None
    before = tokens[run[0] - 1] if run[0] else None
    if before is not None and before.lower in _CURRENCIES:
        return Quantity(value, _CURRENCIES[before.lower], _raw(sentence, before.index, run[-1]))
    unit = _counted(sentence, run)
    if unit is None:
        alone = token.dep != "nummod" and not _is_dated(sentence, token)
        return Quantity(value, None, _raw(sentence, run[0], run[-1])) if alone else None
    if unit.tag == "NNP" or unit.lemma in _TIMES | event_words("measures"):
        return None
    name = "percent" if unit.text == "%" else _CURRENCIES.get(unit.lemma, unit.lemma)
    last = max(run[-1], unit.index)
    return Quantity(value, name, _raw(sentence, run[0], last))


def _is_part(token: Token) -> bool:
    return token.lower in _SCALES or token.tag == "CD"


def _counted(sentence: Sentence, run: Sequence[int]) -> Token | None:
    """Return the noun that a number counts: above it, else right behind it."""
    tokens = sentence.tokens
    for position in run:
        above = tokens[tokens[position].head]
        if above.index > run[-1] and above.tag in _NOUNS:
            return _whole(sentence, above)
    behind = tokens[run[-1] + 1] if run[-1] + 1 < len(tokens) else None
    if behind is not None and (behind.tag in {"NN", "NNS"} or behind.text == "%"):
        return behind
    return None


def _whole(sentence: Sentence, noun: Token) -> Token:
    """Return "drones" for "Bayraktar" in "24 Bayraktar drones"; a measure stays what it is."""
    above = sentence.tokens[noun.head]
    while (
        noun.dep in {"compound", "nmod", "amod"}
        and above.index > noun.index
        and above.tag in _NOUNS
        and noun.lemma not in event_words("measures") | _TIMES
    ):
        noun, above = above, sentence.tokens[above.head]
    return noun


def _is_dated(sentence: Sentence, token: Token) -> bool:
    """Tell whether a number without a unit is a year, or an hour ("in 2022", "at 4")."""
    preposition = sentence.tokens[token.head]
    return token.dep == "pobj" and preposition.lower not in {"to", "of", "than"}


def _raw(sentence: Sentence, first: int, last: int) -> str:
    """Return the words from one position to another, with "at least" and the like before them."""
    words = " ".join(t.text for t in sentence.tokens[first : last + 1])
    before = " ".join(t.text for t in sentence.tokens[max(0, first - 3) : first]) + " "
    hedge = _HEDGES.search(before)
    return (hedge[0] if hedge else "") + words.replace("$ ", "$").replace(" %", "%")


def number(parts: Sequence[str]) -> float | None:
    """Return the number that words or digits give, None where they give none.

    >>> number(["1.5", "million"]), number(["two", "dozen"]), number(["half", "million"])
    (1500000.0, 24.0, 500000.0)
    """
    total: float | None = None
    for part in parts:
        plain = part.replace(",", "").lstrip("$€£")
        if part in _SCALES:
            total = (1.0 if total is None else total) * _SCALES[part]
        elif part == "half":
            total = _HALF
        elif plain in _NUMBER_WORDS:
            total = (total or 0.0) + _NUMBER_WORDS[plain]
        elif re.fullmatch(r"\d+(?:\.\d+)?", plain):
            total = float(plain)
        else:
            return None
    return total
