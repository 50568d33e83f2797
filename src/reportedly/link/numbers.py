"""Numbers as texts give them: an interval that the words allow, and what is counted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.link.units import Counted, apart, counted

_ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen""".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SMALL = {word: value for value, word in enumerate(_ONES)} | {
    word: 20 + 10 * place for place, word in enumerate(_TENS)
}
_SCALES = {"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "k": 1e3, "lakh": 1e5, "million": 1e6}
_SCALES |= {
    "m": 1e6,
    "mn": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "bn": 1e9,
    "b": 1e9,
    "trillion": 1e12,
}
_VAGUE = {"dozens": (24.0, 120.0), "scores": (40.0, 200.0), "hundreds": (200.0, 1000.0)}
_VAGUE |= {"tens of thousands": (2e4, 1e5), "hundreds of thousands": (2e5, 1e6)}
_VAGUE |= {"thousands": (2e3, 1e5), "millions": (2e6, 1e8), "several": (3.0, 9.0)}
_VAGUE |= {"a handful": (3.0, 7.0), "a couple": (2.0, 2.0), "several hundred": (200.0, 999.0)}
_VAGUE |= {"several dozen": (30.0, 100.0), "several thousand": (2e3, 1e4)}

_HEDGES = {
    **dict.fromkeys(("more than", "over", "at least", "upwards of", "no fewer than"), "more"),
    **dict.fromkeys(("up to", "as many as", "fewer than", "less than", "under"), "less"),
    **dict.fromkeys(("nearly", "almost", "close to", "just under"), "nearly"),
    **dict.fromkeys(
        ("about", "around", "some", "roughly", "approximately", "an estimated", "estimated"),
        "about",
    ),
}
"""Words that let a number go upwards, downwards, a little downwards, or either way."""

NEARLY, EITHER, LEAST = 0.15, 0.2, 0.05
"""The most that "nearly" and "about" let a number go, and the least that any such word does."""

CONVERTED = 0.03
"""By how much a number may be off that was converted from miles to kilometres and the like."""

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
_SPELT = "|".join([*_SMALL, "hundred", "dozen", "thousand", "million", "billion"])
_NUMBER = re.compile(
    rf"(?:\b(?P<hedge>{'|'.join(_HEDGES)})\s+)?(?P<sign>US\$|[AC]\$|[$£€¥₹₽₴₪₩₺]|\bRs\.?)?\s?"
    rf"(?:\b(?P<digits>\d[\d,]*(?:\.\d+)?)(?:\s?(?:-|–|to)\s?(?P<upper>\d[\d,]*(?:\.\d+)?)(?=[\s%]))?"
    rf"|\b(?:(?P<vague>{'|'.join(sorted(_VAGUE, key=len, reverse=True))})"
    rf"|(?P<words>(?:half\s)?(?:an?\s(?=dozen|hundred|thousand|million|billion))?"
    rf"(?:{_SPELT})(?:(?:\s|-|\sand\s)(?:{_SPELT}))*))\b)"
    rf"(?:\s?(?P<scale>{'|'.join(_SCALES)})\b)?(?P<percent>\s?(?:%|percent\b|per cent\b))?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something.

    Attributes:
        lo, hi: the interval that the words allow ("a dozen", "more than 100").
        unit: lemmas or a kind of what is counted; empty where the text does not say.
        of: what is counted, in full.
        bare: the interval without the word that lets it go ("about").
        hedge: that word.
    """

    lo: float
    hi: float
    of: Counted = field(default_factory=Counted)
    bare: tuple[float, float] | None = None
    hedge: str = ""

    @property
    def unit(self) -> frozenset[str]:
        """What is counted: its kind, or the lemmas that name it."""
        return self.of.unit

    def meets(self, other: Quantity) -> bool:
        """Return whether both can be the same number.

        Two that are let go by the same word are compared without it: "at least 26" and
        "at least 40" are two counts, though either may be 41.

        >>> Quantity(100, 200).meets(Quantity(112, 112))
        True
        """
        (lo, hi), (least, most) = (self.lo, self.hi), (other.lo, other.hi)
        if self.hedge == other.hedge and self.bare and other.bare:
            (lo, hi), (least, most) = self.bare, other.bare
        room = CONVERTED if self.of.measure != other.of.measure else 0.0
        common = min(hi, most) - max(lo, least) + room * min(lo, least)
        return common > 0 or (common == 0 and (lo == hi or least == most))

    def is_of(self, other: Quantity) -> bool:
        """Return whether both can count the same."""
        alike = self.unit & other.unit or not (self.unit or other.unit)
        return bool(alike) and not apart(self.of, other.of)


def agree(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool | None:
    """Return whether two texts can give the same numbers; None where they count other things.

    What the text with fewer numbers counts must be in the other, as far as that counts it.

    >>> agree(quantities("a dozen people died"), quantities("12 soldiers were killed"))
    True
    >>> agree(quantities("gold costs $4,999"), quantities("gold costs $1,200"))
    False
    """
    fewer, more = sorted((a, b), key=len)
    held = [_is_in(one, more) for one in fewer]
    if len(a) == len(b):
        held += [_is_in(one, fewer) for one in more]
    known = [one for one in held if one is not None]
    return all(known) if known else None


def _is_in(one: Quantity, others: Sequence[Quantity]) -> bool | None:
    """Return whether one of the others that count the same, the likest first, is as many."""
    alike = [other for other in others if one.is_of(other)]
    exact = [other for other in alike if other.of == one.of]
    return any(one.meets(other) for other in exact or alike) if alike else None


def other_units(a: Sequence[Quantity], b: Sequence[Quantity]) -> bool:
    """Return whether two texts give one number of two things ("12 killed", "12 injured").

    >>> other_units(quantities("12 soldiers died"), quantities("12 civilians died"))
    True
    """
    left = [x for x in a if not any(x.is_of(y) and x.meets(y) for y in b)]
    right = [y for y in b if not any(y.is_of(x) and y.meets(x) for x in a)]
    return any(apart(x.of, y.of) and _written_alike(x, y) for x in left for y in right)


def _written_alike(x: Quantity, y: Quantity) -> bool:
    mine, other = (
        tuple(round(end / q.of.factor, 3) for end in (q.bare or (q.lo, q.hi))) for q in (x, y)
    )
    return mine == other


def quantities(text: str) -> Sequence[Quantity]:
    """Return the numbers of a text, without dates, ages, ordinals and names with digits.

    >>> [sorted(q.unit) for q in quantities("12 people died on Nov. 2 from 3 Kalibr rounds")]
    [['people'], ['kalibr', 'round']]
    """
    hidden = _NOT_COUNTED.sub(lambda match: " " * len(match[0]), text)
    found = (_quantity(match, text) for match in _NUMBER.finditer(hidden))
    return [quantity for quantity in found if quantity is not None]


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


def _quantity(match: re.Match[str], text: str) -> Quantity | None:
    start = (
        match.start("digits")
        if match["digits"]
        else match.start("vague" if match["vague"] else "words")
    )
    of = counted(
        text,
        start,
        match.end(),
        sign=(match["sign"] or "").strip("."),
        percent=bool(match["percent"]),
    )
    if (match["words"] or "").lower() == "one" and not match["scale"] and not _is_unit(of):
        return None  # a pronoun more often than a number
    bare = _interval(match)
    if of.unit == {"percent"} or of.measure:
        bare = (bare[0] * of.factor, bare[1] * of.factor)
    hedge = (match["hedge"] or "").lower()
    lo, hi = _let_go(bare, _HEDGES.get(hedge, ""))
    return Quantity(lo, hi, of, bare, hedge)


def _is_unit(of: Counted) -> bool:
    return "people" in of.unit or bool(of.measure)


def _interval(match: re.Match[str]) -> tuple[float, float]:
    """Return the interval of a number as written, without the word before it."""
    scale = _SCALES.get((match["scale"] or "").lower(), 1.0)
    if match["vague"]:
        lo, hi = _VAGUE[match["vague"].lower()]
    elif match["digits"]:
        value = _plain(match["digits"])
        lo, hi = (value, value) if match["scale"] else around(value)
        if match["scale"]:
            step = 0.5 * 10.0 ** -len(match["digits"].partition(".")[2])
            lo, hi = lo - step, hi + step
        if match["upper"]:
            hi = max(hi, _plain(match["upper"]))
    else:
        lo, hi = _in_words(match["words"].lower())
    return lo * scale, hi * scale


def _plain(digits: str) -> float:
    return float(digits.replace(",", "").rstrip("."))


def _in_words(said: str) -> tuple[float, float]:
    """Return the interval of a number in words; a dozen is eleven to thirteen."""
    parts = [part for part in re.split(r"[\s-]+", said) if part not in {"a", "an", "and"}]
    total = current = 0.0
    half = parts[:1] == ["half"]
    for part in parts[half:]:
        if part in _SMALL:
            current += _SMALL[part]
        elif part in {"dozen", "hundred"}:
            current = max(current, 1.0) * _SCALES[part]
        else:
            total, current = total + max(current, 1.0) * _SCALES[part], 0.0
    value = (total + current) * (0.5 if half else 1.0)
    if "dozen" in parts:
        return (value, value) if half else (value * 11 / 12, value * 13 / 12)
    return around(value)


def _let_go(bare: tuple[float, float], way: str) -> tuple[float, float]:
    """Return the interval of a number with the word before it ("about", "more than")."""
    lo, hi = bare
    value = (lo + hi) / 2
    step = max(_step(value), LEAST * value)
    if way == "more":
        return lo, max(hi, value + min(step, value))
    if way == "less":
        return min(lo, value - min(step, value / 2)), hi
    if way == "nearly":
        return min(lo, value - min(step, NEARLY * value)), hi
    if way == "about":
        room = min(max(step / 2, LEAST * value), EITHER * value)
        return min(lo, value - room), max(hi, value + room)
    return lo, hi


def _step(value: float) -> float:
    """Return the place of the last digit that is not zero: how exactly a number is given.

    >>> _step(1200), _step(35), _step(4999)
    (100.0, 1.0, 1.0)
    """
    digits = f"{value:.0f}"
    return 10.0 ** (len(digits) - len(digits.rstrip("0"))) if value >= 1 else 0.0
