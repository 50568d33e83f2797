"""Content words as linking compares them: lemmas, classes of acts, names, weights."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import simplemma
import yaml

_TOKEN = re.compile(r"[^\W\d_][\w]*(?:[-'’.&][^\W_]\w*)*\.?|\d[\d,.]*\w*")


COMMON_WEIGHT = 0.4
"""What a common word weighs beside another one's 1."""


TITLED = 0.8
"""Share of capitals from which a text is a headline in title case."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of `words.yaml`, by lemma.

    Attributes:
        act: the class of a verb or noun of action.
        momentary: classes of acts that are over when told.
        weak: verbs without an act of their own.
        objects: patterns of the classes of things.
        opposites: number and side of the pair of opposite acts that a word belongs to.
        kinds_of_place: how wide a place is, by the words for its kind.
        relatives: who is told by somebody else ("aide", "sister").
        regions: places that are known to hold towns, in lower case.
        spellings: one spelling for words that are written in two ways.
        stop: words that say nothing of what is claimed, those of attribution among them.
        common: words that much news shares; they weigh less.
    """

    act: Mapping[str, str]
    momentary: frozenset[str]
    weak: frozenset[str]
    objects: Mapping[str, re.Pattern[str]]
    opposites: Mapping[str, tuple[int, int]]
    kinds_of_place: Mapping[str, Literal["region", "facility"]]
    relatives: frozenset[str]
    regions: frozenset[str]
    spellings: Mapping[str, str]
    stop: frozenset[str]
    common: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the words of `words.yaml`; a word in two classes is of the first."""
    raw = resources.files(__package__).joinpath("words.yaml").read_text("utf-8")
    data = yaml.safe_load(raw)
    act: dict[str, str] = {}
    for name, lemmas in data["classes"].items():
        for word in lemmas:
            act.setdefault(word, name)
    objects = {
        name: re.compile(rf"\b(?:{'|'.join(map(re.escape, phrases))})s?\b", re.IGNORECASE)
        for name, phrases in data["objects"].items()
    }
    return Lexicon(
        act=act,
        momentary=frozenset(data["momentary"]),
        weak=frozenset(data["weak"]),
        objects=objects,
        opposites={
            word: (number, side)
            for number, sides in enumerate(data["opposites"])
            for side, words in enumerate(sides)
            for word in words
        },
        kinds_of_place={word: kind for kind, words in data["places"].items() for word in words},
        relatives=frozenset(data["relatives"].split()),
        regions=frozenset(name.lower() for name in data["regions"]),
        spellings=data["spellings"],
        stop=frozenset(data["stop"].split()),
        common=frozenset(data["common"].split()) | {"#statement"},
    )


@lru_cache(maxsize=1 << 16)
def lemma(word: str) -> str:
    """Return the dictionary form of a word, in lower case, without a possessive.

    Nor with the article that news writes before an Arabic name at times.

    >>> lemma("provides"), lemma("Israel's"), lemma("struck"), lemma("al-Sadr")
    ('provide', 'israel', 'strike', 'sadr')
    """
    plain = word.lower().strip(".'’")
    for ending in ("'s", "’s"):
        plain = plain.removesuffix(ending)
    plain = plain.removeprefix("al-").removeprefix("el-") or plain
    base = simplemma.lemmatize(plain, lang="en").lower() if plain.isalpha() else plain
    return lexicon().spellings.get(base, base)


@lru_cache(maxsize=1 << 12)
def tokens(text: str) -> Sequence[str]:
    """Return the words and numbers of a text, as written."""
    return tuple(_TOKEN.findall(text))


def content(text: str) -> frozenset[str]:
    """Return the lemmas of the words that carry what a text says.

    >>> sorted(content("The group may be providing two systems to Iran."))
    ['group', 'iran', 'provide', 'system', 'two']
    """
    stop = lexicon().stop
    return frozenset(
        base
        for word in tokens(text)
        if word.lower().rstrip(".") not in stop and (base := lemma(word)) not in stop
    )


def weight(words: frozenset[str]) -> float:
    """Return how much these words weigh together.

    >>> weight(frozenset({"pantsir", "president"}))
    1.4
    """
    common = len(words & lexicon().common)
    return round(len(words) - common + COMMON_WEIGHT * common, 4)


def names(text: str) -> frozenset[str]:
    """Return the lower-case words of a text that are written as names.

    The first word may be capitalised for its place alone, and so may each word of a
    headline in title case: of those nothing is told, and the set is empty.
    """
    return frozenset() if titled(text) else frozenset(map(lemma, _capitals(_telling(text))))


def titled(text: str) -> bool:
    """Return whether a text is written as a headline in title case."""
    rest = _telling(text)
    return len(_capitals(rest)) > TITLED * len(rest)


def _telling(text: str) -> Sequence[str]:
    """Return the words of a text but for the first and for those that say nothing."""
    words = [word for word in tokens(text) if word[0].isalpha()]
    return [word for word in words[1:] if word.lower() not in lexicon().stop]


def _capitals(words: Sequence[str]) -> Sequence[str]:
    return [word for word in words if word[0].isupper()]


def acts(words: frozenset[str]) -> frozenset[str]:
    """Return the classes of acts that these lemmas name.

    >>> sorted(acts(frozenset({"supply", "system"})))
    ['delivery']
    """
    act = lexicon().act
    return frozenset(act[word] for word in words if word in act)


def things(text: str) -> frozenset[str]:
    """Return the classes of things that a text names.

    >>> sorted(things("Pantsir anti-aircraft systems"))
    ['air_defence']
    """
    return frozenset(name for name, pattern in lexicon().objects.items() if pattern.search(text))
