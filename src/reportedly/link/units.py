"""What a number counts: its kind, what it is told in, and what tells it from others of its kind."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

from reportedly.link.words import lemma, lexicon

NAMED = 3
"""Words after a number that may name what is counted."""

_WORD = re.compile(r"[^\W\d_][\w'’²/-]*|°\w?")
_PASSED = frozenset({"more", "new", "further", "additional", "of", "the", "its", "their", "his"})
"""Words that may stand between a number and what it counts."""

_END = re.compile(r"[,.;:()]\s|[,.;:()]$")
_DEAD = r"kill\w*|dead|died?|dying|dies|deaths?|slain|fatal\w*|murder\w*|perish\w*"
_HURT = r"injur\w*|wound\w*|hurt|hospitali[sz]ed"
_FATE = re.compile(rf"\b(?:(?P<dead>{_DEAD})|(?P<hurt>{_HURT}))\b", re.IGNORECASE)
_DONE_TO = re.compile(
    rf"\b(?:(?P<dead>{_DEAD})|(?P<hurt>{_HURT}))\s+(?:[a-z]+\s+){{0,2}}$", re.IGNORECASE
)
_DIGIT = re.compile(r"\d|\band\b|;")


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    Attributes:
        unit: its kind ("people", "money", a measure), or the lemmas that name it; empty
            where the text does not say.
        traits: what tells it from others, each as "axis:value"; two of one axis with no
            value in common are not the same.
        factor: how many of the kind's first unit one of it is.
        measure: the unit of a measure as written, by its lemma.
    """

    unit: frozenset[str] = frozenset()
    traits: frozenset[str] = frozenset()
    factor: float = 1.0
    measure: str = ""


@dataclass(frozen=True, slots=True)
class _Table:
    measures: Mapping[str, tuple[str, float]]
    money: Mapping[str, str]
    people: Mapping[str, frozenset[str]]
    things: Mapping[str, str]


@cache
def _table() -> _Table:
    raw = resources.files(__package__).joinpath("units.yaml").read_text("utf-8")
    data = yaml.safe_load(raw)
    people: dict[str, set[str]] = {}
    for axis, groups in data["people"].items():
        for group, lemmas in groups.items():
            for word in lemmas:
                people.setdefault(word, set()).add(f"{axis}:{group}")
    return _Table(
        measures={
            u: (kind, f) for kind, units in data["measures"].items() for u, f in units.items()
        },
        money={word: code for code, words in data["money"].items() for word in words},
        people={
            word: frozenset(trait for trait in traits if not trait.startswith("other:"))
            for word, traits in people.items()
        },
        things={word: name for name, words in data["things"].items() for word in words},
    )


def counted(text: str, start: int, end: int, *, sign: str = "", percent: bool = False) -> Counted:
    """Return what the number at this place counts.

    Args:
        text: the words that it stands in.
        start: where it begins.
        end: where it ends.
        sign: the sign of money before it.
        percent: whether it is a share of a hundred.
    """
    if percent:
        return Counted(frozenset({"percent"}))
    words = _following(text[end:])
    if sign:
        return _money(_table().money.get(sign.lower(), sign))
    measured = _measure(words)
    if measured is not None:
        return measured
    for word in words:
        if word in _table().money:
            return _money(_table().money[word])
    people = [word for word in words if word in _table().people]
    fate = _fate(text, start, end)
    if people or (fate and not [w for w in words if not _FATE.match(w)]):
        traits = frozenset[str]().union(*(_table().people[word] for word in people))
        return Counted(frozenset({"people"}), traits | fate)
    known = [word for word in words if word in _table().things]
    if known:
        things = frozenset({f"thing:{_table().things[known[-1]]}"})
        return Counted(frozenset(words) | things, things)
    return Counted(frozenset(words), fate)


def apart(a: Counted, b: Counted) -> bool:
    """Return whether two numbers surely count different things of one kind.

    Dead and injured, soldiers and civilians, dollars and euros, kilometres and tonnes.
    """
    axes = {trait.partition(":")[0] for trait in a.traits & b.traits}
    mine, other = ({t for t in x.traits if t.partition(":")[0] not in axes} for x in (a, b))
    return bool({t.partition(":")[0] for t in mine} & {t.partition(":")[0] for t in other})


def _money(currency: str) -> Counted:
    return Counted(frozenset({"money"}), frozenset({f"currency:{currency}", "measure:money"}))


def _measure(words: Sequence[str]) -> Counted | None:
    for size in (2, 1):
        unit = " ".join(words[:size])
        if len(words) >= size and unit in _table().measures:
            kind, factor = _table().measures[unit]
            if unit == "pound":
                return None  # of money more often than of weight
            return Counted(frozenset({kind}), frozenset({f"measure:{kind}"}), factor, unit)
    return None


def _following(text: str) -> Sequence[str]:
    """Return the lemmas of up to three words that follow, as far as one thing is named."""
    found: list[str] = []
    for word in _WORD.findall(_END.split(text[:80], maxsplit=1)[0])[: NAMED + 1]:
        base = _singular(word)
        if base == "other" and not found:
            return ["other"]
        if base in _PASSED and not found:
            continue
        if base in lexicon().stop and base != "of":
            break
        if base != "of":
            found.append(base)
    return found[:NAMED]


def _singular(word: str) -> str:
    base = lemma(word)
    return base if base != "person" else "people"


def _fate(text: str, start: int, end: int) -> frozenset[str]:
    """Return what became of the counted people, by the word that says so of them.

    A word right before the number ("killing 12"), else the next one before another number
    begins ("12 people are killed and 30 injured"), else the next, else the last before.
    """
    after = text[end : end + 120]
    hit = (
        _DONE_TO.search(text[max(0, start - 40) : start])
        or _FATE.search(_DIGIT.split(after, maxsplit=1)[0])
        or _FATE.search(after)
    )
    if hit is None:
        before = list(_FATE.finditer(text[max(0, start - 60) : start]))
        hit = before[-1] if before else None
    if hit is None:
        return frozenset()
    return frozenset({"fate:dead" if hit["dead"] else "fate:hurt"})
