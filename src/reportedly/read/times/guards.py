"""Where the words around show that what looks like a date or clock time is none."""

from __future__ import annotations

import re

from reportedly.read.times.around import (
    BEFORE_A_DATE,
    LONGEST_NAME,
    counts_things,
    is_glued,
    opens_sentence,
    word_before,
)
from reportedly.read.times.tokens import LAST_DAY, LAST_HOUR, LAST_MINUTE, Tokens
from reportedly.read.times.words import words

BEFORE_A_YEAR = frozenset(
    ("in", "since", "until", "during", "of", "by", "before", "after", "from", "year")
)
NUMBERED = frozenset(
    (
        "page", "chapter", "section", "article", "no", "number", "nos", "room", "flight",
        "route", "channel", "level", "act", "versus",
    )
)  # fmt: skip
CAUSES = frozenset(("for", "on", "against"))
"""What a march is held for: the March for Life is no month."""
BARE_YEARS = range(1900, 2060)
SPELLED_YEARS = range(1700, 2100)
HOURS_OF_HALF = 12
BEFORE_A_CLOCK = frozenset('([,"“‘;')


def possible_date(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the numbers can be a day, a month and a year."""
    numbers = [int(part) for part in re.split(r"[/.-]", row.word(match.start()))]
    first, middle, last = numbers
    if first > LAST_DAY:
        return 1 <= middle <= 12 and 1 <= last <= LAST_DAY  # noqa: PLR2004 (months)
    return first >= 1 and 1 <= middle <= LAST_DAY and min(first, middle) <= 12  # noqa: PLR2004


def nine_eleven(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is the day that is known by its numbers."""
    return row.of(*match.span()) == "9/11"


def day_of_month(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "the 18th" is a day of a month, as in "on the 18th" or "of this month"."""
    if row.small(match.end() - 1) != row.small(match.start("day")):
        return row.small(match.end() - 1) == "month"
    free = not row.word(match.end()).isalnum() and row.small(match.end()) not in ("-", "'", "’")
    return free and word_before(row, match) in ("on", "since", "until", "by")


def part_of(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "dawn on Tuesday", and no "Monday night on Friday Street"."""
    return row.small(match.start("part")) in ("dawn", "dusk", "lunchtime")


def listed_days(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for "Nov. 2, 3 people": days of a list are not counts of things."""
    listed = row.shape[match.start("days") : match.end("days")]
    comma_only = len(listed) == 3 and row.small(match.start("days") + 1) == ","  # noqa: PLR2004
    return not comma_only and not counts_things(row, match.end())


def month(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a month that stands alone is one, and no name, verb or march."""
    at = match.start("month")
    word, before, after = row.word(at), row.small(at - 1), row.word(at + 1)
    led = before in BEFORE_A_DATE or at > match.start()
    if word.lower() == "may":
        during = before == "a" and after.islower()
        return during or (led and before not in ("and", "or", "to", "for", "than", "as"))
    if len(word) <= LONGEST_NAME and word.lower() not in ("june", "july"):
        return after == "." or (led and not after[:1].isupper())
    if row.word(at - 1)[:1].isupper() and not led and not opens_sentence(row, at - 1):
        return False
    if word == "March" and after in CAUSES and row.word(at + 2)[:1].isupper() and not led:
        return False
    if word.lower() in ("march", "august", "april", "june"):
        return led or not (after[:1].isupper() or opens_sentence(row, at))
    return True


def whole_year(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the unit is a year."""
    return row.values[match.start("whole")] == "Y"


def whole_month(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the unit is a month."""
    return row.values[match.start("whole")] == "M"


def before_christ(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the era is written in capitals."""
    return row.word(match.start("era")).isupper()


def year(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a number of four digits is a year and counts nothing."""
    at = match.start("year")
    before, after = row.small(at - 1), row.small(match.end())
    if before in NUMBERED or after in ("percent", "million", "billion"):
        return False
    number = int(row.word(at))
    led = before in BEFORE_A_YEAR or _tells_one_year(row, at, number)
    if number not in BARE_YEARS and not led:
        return False
    if is_glued(row, match.end()) and after not in (
        "",
        ".",
        ",",
        ";",
        ":",
        "!",
        "?",
        ")",
        "'",
        "’",
        "-",
        "–",
        "/",
        '"',
        "”",
        "—",
    ):
        return False
    if row.small(match.end()) in words().makers and row.word(match.end())[0].isupper():
        return False
    return not counts_things(row, match.end()) or (led and number in BARE_YEARS)


def _tells_one_year(row: Tokens, at: int, number: int) -> bool:
    """Return whether this is "post-1959" or "the 1992 protests": no round count of things."""
    before = row.small(at - 1)
    return (before == "the" and number % 10 != 0) or (
        before == "-" and row.small(at - 2) in ("pre", "post", "mid")
    )


def spelled(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether numbers side by side are a year, as in "in nineteen eighty-four"."""
    year = spelled_year(row, *match.span())
    behind = match.end()
    counted = row.small(behind) in ("percent", "million", "hundred") or row.word(behind) == "-"
    counts = counted or counts_things(row, behind)
    return year in SPELLED_YEARS and word_before(row, match) in BEFORE_A_DATE and not counts


def spelled_year(row: Tokens, first: int, after: int) -> int:
    """Return the year that number words name, 0 where they name none.

    They are read as two halves ("nineteen eighty-four", "nineteen oh five"), as hundreds
    ("nineteen hundred and five") or as thousands ("two thousand and eight").
    """
    listed = row.lower[first:after]
    if {"or", "to", "through"} & set(listed):
        return 0
    values = [int(value) for value in row.values[first:after] if value]
    head, scale, rest = values[0], values[1], sum(values[2:])
    if rest >= 100:  # noqa: PLR2004 (a count of hundreds)
        return 0
    if scale in (100, 1000):
        return head * scale + rest
    if "and" in listed or not (scale >= 10 or listed[1] == "oh"):  # noqa: PLR2004 (two digits)
        return 0
    return head * 100 + scale + rest


def short_year(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether an apostrophe and two digits are a year, as in "in '99"."""
    at = match.start("short")
    led = row.small(at - 2) in (*BEFORE_A_DATE, "summer", "winter", "spring", "fall", "autumn")
    return is_glued(row, at) and len(row.word(at)) == 2 and led  # noqa: PLR2004


def decade(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a decade of two digits is one and no age."""
    word = row.word(match.start("decade"))
    return len(word) > LONGEST_NAME or row.word(match.start("decade") - 1) in (
        "the",
        "'",
        "’",
        "early",
        "late",
    )


def decade_word(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for "in his thirties", which is an age."""
    return match.end() - match.start() > 1 and word_before(row, match) not in (
        "his",
        "her",
        "their",
    )


def short_day(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a short name of a day is one, and no newspaper or verb."""
    at = match.start("day")
    if row.small(at) in ("sun", "sat", "wed", "mon"):
        return row.small(at - 1) in BEFORE_A_DATE or row.shape[at + 1 : at + 2].isdigit()
    return row.word(at - 1)[:1].islower() or opens_sentence(row, at)


def part(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "last" goes with this part of the day ("last night", not "last dawn")."""
    return bool(row.values[match.start("part")])


def the_part(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "in the morning" stands alone: no name, no "night of", no "night market"."""
    after = row.word(match.end())
    free = not after.isalpha() or row.small(match.end()) in (
        "and",
        "or",
        "but",
        "to",
        "as",
        "at",
        "he",
        "she",
        "they",
        "with",
    )
    return free and word_before(row, match) in BEFORE_A_DATE


def clock(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the number can be the time of a day and is no score."""
    at = match.start("clock")
    digits = re.sub(r"\D", ".", row.word(at)).split(".")
    if len(digits) == 1 and len(digits[0]) > 2:  # noqa: PLR2004 (hours)
        digits = [digits[0][:-2], digits[0][-2:]]
    if any(len(part) != 2 for part in digits[1:]) or len(digits[0]) > 2:  # noqa: PLR2004
        return False
    groups = match.groupdict()
    zone = groups.get("zone") or groups.get("zone_in_brackets")
    if groups.get("half") and int(digits[0]) > HOURS_OF_HALF and not zone:
        return False
    if int(digits[0]) > LAST_HOUR or (len(digits) > 1 and int(digits[1]) > LAST_MINUTE):
        return False
    if is_glued(row, at) and not _opens_clock(row, at, bool(groups.get("half"))):
        return False
    return row.small(at - 1) not in ("$", ":", "chapter", "verse")


def _opens_clock(row: Tokens, at: int, halved: bool) -> bool:  # noqa: FBT001 (a fact, not a switch)
    """Return whether the mark before a clock time may stand there: "(0735 GMT)", "1pm-6pm"."""
    return row.small(at - 1) in BEFORE_A_CLOCK or (halved and row.small(at - 1) in "-–—")


def clock_part(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "four in the morning" stands where a time of day may."""
    return row.small(match.start("clock") + 1) == "in" and word_before(row, match) in (
        "at",
        "by",
        "until",
        "around",
        "about",
    )


def noon(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for high noon, a showdown, and for titles."""
    at = match.start("clock")
    titled = row.word(at).istitle() and row.word(at - 1).istitle()
    return row.small(at - 1) != "high" and not titled
