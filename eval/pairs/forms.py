"""Numbers in words, forms of verbs: what making pairs needs of English."""

from __future__ import annotations

import re

from pairs.sentences import words

ONES = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
fifteen sixteen seventeen eighteen nineteen""".split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
HUNDRED = 100
_SPELT = "|".join([*TENS, *ONES[2:]])

COUNT = re.compile(
    r"(?:(?<=^)|(?<=[a-z,] )|(?<=[$€£]))"
    rf"(?:(?P<digits>\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?)|(?P<spelt>(?:{_SPELT})(?:-(?:{'|'.join(ONES[1:10])}))?))"
    r"(?: (?P<scale>thousand|million|billion))?(?=(?: |%| percent)\s?[a-z$%])",
    re.IGNORECASE,
)
_NO_COUNT = re.compile(
    r"^(?:19|20)\d\d$|.*\b(?:aged|age|highway|articles?|no\.|phase|season|century) ?$",
    re.IGNORECASE,
)


def is_count(match: re.Match[str]) -> bool:
    """Return whether a match counts something: no year, age or name, and no "one"."""
    before = match.string[: match.start()]
    follows = match.string[match.end() :]
    return not (
        (not match["scale"] and _NO_COUNT.match(match[0]))
        or _NO_COUNT.match(before)
        or re.match(
            r" (?:january|february|march|april|may|june|july|august|[a-z]+ber)\b",
            follows,
            re.IGNORECASE,
        )
    )


def value_of(match: re.Match[str]) -> float:
    """Return the number that a match of COUNT stands for."""
    if match["digits"]:
        value = float(match["digits"].replace(",", ""))
    else:
        parts = match["spelt"].lower().split("-")
        value = float(sum(ONES.index(p) if p in ONES else 20 + 10 * TENS.index(p) for p in parts))
    return value * (SCALES[match["scale"].lower()] if match["scale"] else 1)


def spelt(number: int) -> str:
    """Return a number in words.

    >>> spelt(37), spelt(5000), spelt(240)
    ('thirty-seven', 'five thousand', 'two hundred and forty')
    """
    if number < len(ONES):
        return ONES[number]
    if number < HUNDRED:
        tens, ones = divmod(number, 10)
        return TENS[tens - 2] + (f"-{ONES[ones]}" if ones else "")
    if number < SCALES["thousand"]:
        hundreds, rest = divmod(number, 100)
        return f"{ONES[hundreds]} hundred" + (f" and {spelt(rest)}" if rest else "")
    scale = max(s for s in SCALES.values() if s <= number)
    name = next(n for n, s in SCALES.items() if s == scale)
    count, rest = divmod(number, scale)
    return f"{spelt(count)} {name}" + (f" {spelt(rest)}" if rest else "")


def third(base: str) -> str:
    """Return the third person of the present ("approve" -> "approves")."""
    if re.search(r"[^aeiou]y$", base):
        return f"{base[:-1]}ies"
    return f"{base}es" if re.search(r"(?:s|sh|ch|x|z|o)$", base) else f"{base}s"


def ing(base: str) -> str:
    """Return the participle of the present."""
    if base in words()["doubling"]:
        return f"{base}{base[-1]}ing"
    if base.endswith("e") and not base.endswith("ee"):
        return f"{base[:-1]}ing"
    return f"{base}ing"


def past(base: str) -> tuple[str, str]:
    """Return the past tense and the past participle."""
    if base in words()["irregular"]:
        told, done = words()["irregular"][base]
        return told, done
    if base in words()["doubling"]:
        ended = f"{base}{base[-1]}ed"
    elif base.endswith("e"):
        ended = f"{base}d"
    elif re.search(r"[^aeiou]y$", base):
        ended = f"{base[:-1]}ied"
    else:
        ended = f"{base}ed"
    return ended, ended


def filled(frame: str, base: str) -> str:
    """Return a frame with the forms of a verb in their places ("has {pp}")."""
    told, done = past(base)
    return frame.format(base=base, ing=ing(base), past=told, pp=done)


def like(word: str, model: str) -> str:
    """Return a word with a capital where its model begins with one."""
    return word[0].upper() + word[1:] if model[:1].isupper() else word
