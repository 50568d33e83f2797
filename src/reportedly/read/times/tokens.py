"""A text as a row of classes: one character for each token, for the grammar to match."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.read.times.words import Words, words

TOKEN = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])"
    r"|(?<![\w./-])\d{1,4}([/.-])\d{1,2}\1\d{2,4}(?![\w/]|[.-]\d)"
    r"|\d{1,2}[:.]\d\d(?::\d\d)?(?![\d,]|\.\d)"
    r"|(?<![\w.])(?:[QH][1-4]|[1-4][QH]|FY\d\d(?:\d\d)?)(?!\w)"
    r"|\d+(?:[.,]\d+)*(?:(?:st|nd|rd|th|s)(?![^\W\d_]))?"
    r"|[ap]\.[ \t]?m\b\.?|[AP]\.M\b\.?"
    r"|[oO]['’]clock"
    r"|[^\W\d_]+"
    r"|[^\w\s]|_"
)
"""Linear: every alternative is bounded or repeats over classes that exclude each other."""

MARKS = {
    ",": "COMMA",
    ".": "DOT",
    "-": "DASH",
    "–": "DASH",
    "—": "DASH",
    "‑": "DASH",
    "/": "SLASH",
    "'": "APOSTROPHE",
    "’": "APOSTROPHE",
    "‘": "APOSTROPHE",
    "(": "OPEN",
    ")": "CLOSE",
    "+": "PLUS",
}
MONEY = frozenset("$£€¥₹_#@")
WRITTEN_SMALL = {"CAPITALMONTH": "SMALLMONTH", "MAY": "SMALLMONTH", "SHORTDAY": "SMALLDAY"}
"""Classes whose words mostly mean something else when written small."""
LAST_DAY, LAST_HOUR, LAST_MINUTE = 31, 23, 59
YEARS = range(1000, 2200)
ISO_LENGTH = len("2023-11-02")

Row = tuple[int, int, str, str, str]
"""Start, end, small letters, value and class code of one token."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text.

    Attributes:
        text: what was read.
        shape: one character for each token, its class.
        starts, ends: code points of `text`.
        lower: the words in small letters.
        values: what each word of the list stands for, "" for others.
    """

    text: str
    shape: str
    starts: list[int]
    ends: list[int]
    lower: list[str]
    values: list[str]

    def word(self, index: int) -> str:
        """Return the token at this place as written, "" outside the text."""
        if 0 <= index < len(self.starts):
            return self.text[self.starts[index] : self.ends[index]]
        return ""

    def small(self, index: int) -> str:
        """Return the token at this place in small letters, "" outside the text."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def of(self, first: int, after: int) -> str:
        """Return the text from one token up to, not including, another."""
        return self.text[self.starts[first] : self.ends[after - 1]]


def tokens(text: str) -> Tokens:
    """Return the tokens of a text and their classes."""
    listed = words()
    rows = _merged(_rows(text, listed), listed)
    if not rows:
        return Tokens(text, "", [], [], [], [])
    starts, ends, lower, values, shape = zip(*rows, strict=True)
    return Tokens(text, "".join(shape), [*starts], [*ends], [*lower], [*values])


def _rows(text: str, listed: Words) -> list[Row]:
    rows: list[Row] = []
    codes, kinds, values = listed.codes, listed.kinds, listed.values
    last = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        if start - last > 1 and text.count("\n", last, start) > 1:
            rows.append((last, last, "", "", codes["BREAK"]))
        word = match.group()
        small = word.lower()
        kind = kinds.get(small)
        if kind is None:
            kind = _formed(word, text, start, end, listed)
        elif start and text[start - 1] == "#":
            kind = "OTHER"
        elif kind in WRITTEN_SMALL and not word[0].isupper():
            kind = WRITTEN_SMALL[kind]
        rows.append((start, end, small, values.get(small, ""), codes[kind]))
        last = end
    return rows


def _formed(word: str, text: str, start: int, end: int, listed: Words) -> str:
    """Return the class of a token that is in no word list, from its form."""
    first = word[0]
    if first == "F" and word[-1].isdigit():
        return "FISCALYEAR"
    if first.isdigit():
        if start and (text[start - 1].isalpha() or text[start - 1] in MONEY):
            return "OTHER"
        return "OTHER" if text[end : end + 1] == "%" else _numeric(word)
    if first.isalpha():
        if "." in word:
            return "AMPM"
        return "ZONE" if word.isupper() and word.lower() in listed.zones else "OTHER"
    return MARKS.get(word, "OTHER")


def _numeric(word: str) -> str:
    if not word[-1].isdigit():
        return _suffixed(word)
    if ":" in word:
        hour, minute = (int(part) for part in re.split("[T ]", word)[-1].split(":")[:2])
        plain = len(word) < ISO_LENGTH
        kind = "CLOCK" if plain else "ISO"
        return kind if hour <= LAST_HOUR and minute <= LAST_MINUTE else "OTHER"
    if not word.isdecimal():
        return _separated(word)
    number = int(word) if len(word) <= len("2199") else 0
    if len(word) <= len("31") and 1 <= number <= LAST_DAY:
        return "DAYNUMBER"
    return "YEAR" if number in YEARS else "NUMBER"


def _suffixed(word: str) -> str:
    if word[-1] == "Z":
        return "ISO"
    if word[-1] != "s":
        return "ORDINAL" if word[:-2].isdecimal() and len(word) <= len("31st") else "OTHER"
    digits = word[:-1]
    decade = digits.isdecimal() and len(digits) in (2, 4) and digits[-1] == "0"
    return "DECADE" if decade else "OTHER"


def _separated(word: str) -> str:
    if word[4:5] == "-" and word[7:8] == "-":
        return "ISO"
    for mark in "/-.":
        if word.count(mark) == 2:  # noqa: PLR2004 (day, month, year)
            return "SLASHED"
    return "DECIMAL" if word.count(".") == 1 and "," not in word else "NUMBER"


def _merged(rows: list[Row], listed: Words) -> list[Row]:
    """Return the rows with each phrase of the word list made one token."""
    phrases = listed.phrases
    merged: list[Row] = []
    skip = 0
    for index, row in enumerate(rows):
        if skip:
            skip -= 1
            continue
        for parts, kind, value in phrases.get(row[2], ()):
            reach = rows[index : index + len(parts)]
            if tuple(part[2].replace("’", "'") for part in reach) == parts:
                small = " ".join(parts)
                row = (row[0], reach[-1][1], small, value, listed.codes[kind])  # noqa: PLW2901
                skip = len(parts) - 1
                break
        merged.append(row)
    return merged
