"""Numbers as texts give them: an interval that the words allow, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.link.words import lemma, lexicon

_SMALL = {
    "zero": 0,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13,
    "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6}
_SCALES |= {"billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12}
_VAGUE = {"dozens": (24.0, 120.0), "scores": (40.0, 200.0), "hundreds": (200.0, 1000.0)}
_VAGUE |= {"thousands": (2e3, 1e5), "millions": (2e6, 1e8), "several": (3.0, 9.0)}

# How far a word lets the number go: factors below and above it.
_HEDGES = {
    "more than": (1.0, 2.0),
    "over": (1.0, 2.0),
    "at least": (1.0, 2.0),
    "up to": (0.5, 1.0),
    "as many as": (0.5, 1.0),
    "fewer than": (0.5, 1.0),
    "less than": (0.5, 1.0),
    "under": (0.5, 1.0),
    "nearly": (0.85, 1.0),
    "almost": (0.85, 1.0),
    "about": (0.85, 1.15),
    "around": (0.85, 1.15),
    "some": (0.85, 1.15),
    "roughly": (0.85, 1.15),
    "approximately": (0.85, 1.15),
}
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_NOT_COUNTED = re.compile(
    rf"\b{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?\b|\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}(?:\s+\d{{4}})?"
    r"|\b\d{1,2}[:.]\d{2}\s*(?:am|pm|a\.m\.|p\.m\.|gmt|utc)?\b(?!\s*(?:million|billion|per))"
    r"|(?<![\d,.$£€])(?:19|20)\d{2}(?![\d,.]\d|\s+(?:people|soldiers|dead))\b"
    r"|\b\d+(?:st|nd|rd|th)\b"
    r"|\b\d+\s*[ap]\.?m\b|\b[\w-]*[A-Za-z]-?\d+\w*\b"
    r"|\b\d+-years?-olds?\b|\baged? \d+\b|,\s\d{1,3},",
    re.IGNORECASE,
)
_WORDS = "|".join([*_SMALL, "hundred", "a dozen"])
_NUMBER = re.compile(
    rf"(?:\b(?P<hedge>{'|'.join(_HEDGES)})\s+)?(?P<money>[$£€])?\s?"
    rf"(?:\b(?P<digits>\d[\d,]*(?:\.\d+)?)|\b(?:(?P<words>(?:{_WORDS})(?:[\s-](?:{_WORDS}))*)|(?P<vague>{'|'.join(_VAGUE)}))\b)"
    rf"(?:\s?(?P<scale>{'|'.join(_SCALES)})\b)?(?P<percent>\s?(?:%|percent\b|per cent\b))?",
    re.IGNORECASE,
)
_NEXT = re.compile(r"[A-Za-z][\w'’-]*")
_PEOPLE = frozenset(
    {"people", "person", "man", "woman", "child", "civilian", "soldier", "troop", "fighter"}
    | {"other", "militant", "passenger", "worker", "student", "resident", "policeman", "officer"}
    | {"palestinian", "israeli", "iraqi", "syrian", "russian", "ukrainian", "dead", "victim"}
)
_DEAD = re.compile(
    r"\b(?:kill\w*|dead|died?|dying|deaths?|slain|fatal\w*|murder\w*)\b", re.IGNORECASE
)
_HURT = re.compile(r"\b(?:injur\w*|wound\w*|hurt)\b", re.IGNORECASE)
REACH = 40
"""Characters on either side of a number in which a word tells what became of the counted."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something.

    Attributes:
        lo, hi: the interval that the words allow ("a dozen", "more than 100").
        unit: lemmas or a class of what is counted; empty where the text does not say.
    """

    lo: float
    hi: float
    unit: frozenset[str] = frozenset()

    def meets(self, other: Quantity) -> bool:
        """Return whether both can be the same number.

        >>> Quantity(100, 200).meets(Quantity(112, 112))
        True
        """
        return self.lo <= other.hi and other.lo <= self.hi


def agree(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool | None:
    """Return whether two texts can give the same numbers; None where they count other things.

    >>> agree(quantities("a dozen people died"), quantities("12 soldiers were killed"))
    True
    >>> agree(quantities("gold costs $4,999"), quantities("gold costs $1,200"))
    False
    """
    pairs = [x.meets(y) for x in a for y in b if x.unit & y.unit]
    return any(pairs) if pairs else None


def quantities(text: str) -> Sequence[Quantity]:
    """Return the numbers of a text, without dates, ages, ordinals and names with digits.

    >>> [sorted(q.unit) for q in quantities("12 people died on Nov. 2 from 3 Kalibr missiles")]
    [['people:dead'], ['kalibr', 'missile']]
    """
    bare = _NOT_COUNTED.sub(lambda match: " " * len(match[0]), text)
    return [_quantity(match, text) for match in _NUMBER.finditer(bare) if _is_count(match)]


def around(value: float) -> tuple[float, float]:
    """Return the interval that a number without a hedge stands for.

    Trailing zeros show rounding: half of the second digit's place is allowed.

    >>> around(5000), around(12), around(4999)
    ((4950.0, 5050.0), (12, 12), (4999, 4999))
    """
    digits = f"{value:.0f}"
    if value != int(value) or not digits.endswith("00"):
        return value, value
    room = 0.5 * 10.0 ** (len(digits) - 2)
    return value - room, value + room


def _is_count(match: re.Match[str]) -> bool:
    """Whether a match counts something; a bare "one" is a pronoun more often."""
    return not (match["words"] and match["words"].lower() == "one" and not match["scale"])


def _quantity(match: re.Match[str], text: str) -> Quantity:
    lo, hi = _interval(match)
    scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
    below, above = _HEDGES.get((match["hedge"] or "").lower(), (1.0, 1.0))
    if match["digits"] and scale > 1 and below == above == 1.0:
        step = 0.5 * 10.0 ** -len(match["digits"].partition(".")[2])
        lo, hi = lo - step, hi + step
    return Quantity(lo * scale * below, hi * scale * above, _unit(match, text))


def _interval(match: re.Match[str]) -> tuple[float, float]:
    if match["vague"]:
        return _VAGUE[match["vague"].lower()]
    if match["digits"]:
        value = float(match["digits"].replace(",", "").rstrip("."))
        return (value, value) if match["scale"] else around(value)
    parts = [part for part in re.split(r"[\s-]", match["words"].lower()) if part != "a"]
    if "dozen" in parts:
        count = _SMALL.get(parts[0], 1) if parts[0] != "dozen" else 1
        return count * 11.0, count * 13.0
    total = 0.0
    for part in parts:
        total = max(total, 1) * 100 if part == "hundred" else total + _SMALL[part]
    return around(total)


def _unit(match: re.Match[str], text: str) -> frozenset[str]:
    if match["percent"]:
        return frozenset({"percent"})
    nouns = _following(text[match.end() : match.end() + REACH])
    if match["money"] or nouns & {"dollar", "euro", "pound"}:
        return frozenset({"money"})
    start = max(0, match.start() - REACH)
    fate = _fate(text[start : match.end() + REACH], match.start() - start)
    if nouns & _PEOPLE or (fate and (not nouns or nouns & {"kill", "injure", "wound"})):
        return frozenset({"people" + fate})
    return nouns


def _following(text: str) -> frozenset[str]:
    """Return the lemmas of up to three words that follow, as far as one thing is named."""
    found: list[str] = []
    for word in _NEXT.findall(re.split(r"[,.;:()]", text, maxsplit=1)[0])[:4]:
        base = lemma(word)
        if base in lexicon().stop and base != "of":
            break
        if base != "of":
            found.append(base)
    return frozenset(found[:3])


def _fate(window: str, at: int) -> str:
    """Return what became of the counted people, by the nearest word that says so."""
    found = [
        (abs(hit.start() - at), name)
        for pattern, name in ((_DEAD, ":dead"), (_HURT, ":hurt"))
        for hit in pattern.finditer(window)
    ]
    return min(found)[1] if found else ""
