"""Where the words around show that what looks like a time is none."""

from __future__ import annotations

import re

from reportedly.read.times.tokens import LAST_DAY, LAST_HOUR, LAST_MINUTE, Tokens
from reportedly.read.times.words import words

BEFORE_A_DATE = frozenset(
    (
        "in", "of", "since", "until", "till", "by", "from", "to", "through", "during",
        "before", "after", "between", "and", "or", "for", "last", "next", "this", "early",
        "late", "mid", "on", "throughout", "than", "about", "around", "as", "circa",
        "every", "each",
    )
)  # fmt: skip
COUNTED = frozenset(
    (
        "people", "men", "women", "children", "percent", "million", "billion", "dollars",
        "troops", "soldiers", "km", "miles", "meters", "metres", "members", "others",
        "points", "feet", "pounds", "euros", "tons",
    )
)  # fmt: skip
NUMBERED = frozenset(
    (
        "page", "chapter", "section", "article", "no", "number", "nos", "room", "flight",
        "route", "channel", "level", "act", "versus",
    )
)  # fmt: skip
BARE_YEARS = range(1900, 2060)
SPELLED_CENTURIES, SPELLED_YEARS = (18, 19, 20), range(10, 100)
LONGEST_NAME = 4
HOURS_OF_HALF = 12


def _after(row: Tokens, match: re.Match[str]) -> str:
    return row.small(match.end())


def _before(row: Tokens, match: re.Match[str]) -> str:
    return row.small(match.start() - 1)


def _counts_things(row: Tokens, index: int) -> bool:
    """Return whether the token is a small plural noun, as in "2000 protesters"."""
    word = row.word(index)
    return word in COUNTED or (
        word.islower() and word.endswith("s") and len(word) > LONGEST_NAME and not row.values[index]
    )


def _opens_sentence(row: Tokens, index: int) -> bool:
    return index == 0 or row.small(index - 1) in ("", ".", "!", "?", ":", '"', "“", "``", "`")


def _glued(row: Tokens, index: int) -> bool:
    """Return whether nothing stands between this token and the one before."""
    return 0 < index < len(row.starts) and row.starts[index] == row.ends[index - 1]


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


def listed_days(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for "Nov. 2, 3 people": days of a list are not counts of things."""
    listed = row.shape[match.start("days") : match.end("days")]
    comma_only = len(listed) == 3 and row.small(match.start("days") + 1) == ","  # noqa: PLR2004
    return not comma_only and not _counts_things(row, match.end())


def month(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a month that stands alone is one, and no name, verb or march."""
    at = match.start("month")
    word, before, after = row.word(at), row.small(at - 1), row.word(at + 1)
    led = before in BEFORE_A_DATE or at > match.start()
    if word.lower() == "may":
        return led and before not in ("and", "or", "to", "for", "than", "as")
    if len(word) <= LONGEST_NAME and word.lower() not in ("june", "july"):
        return after == "." or (led and not after[:1].isupper())
    if row.word(at - 1)[:1].isupper() and not led and not _opens_sentence(row, at - 1):
        return False
    if word.lower() in ("march", "august", "april", "june"):
        return led or not (after[:1].isupper() or _opens_sentence(row, at))
    return True


def whole_year(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the unit is a year."""
    return row.values[match.start("whole")] == "Y"


def whole_month(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the unit is a month."""
    return row.values[match.start("whole")] == "M"


def week(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the unit of the expression is a week."""
    return any(row.small(index) == "week" for index in range(*match.span()))


def before_christ(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the era is written in capitals."""
    return row.word(match.start("era")).isupper()


def year(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a number of four digits is a year and counts nothing."""
    at = match.start("year")
    before, after = row.small(at - 1), row.small(match.end())
    if before in NUMBERED or after in ("percent", "million", "billion"):
        return False
    led = before in (
        "in",
        "since",
        "until",
        "during",
        "of",
        "by",
        "before",
        "after",
        "from",
        "year",
    )
    number = int(row.word(at))
    if number not in BARE_YEARS and not led:
        return False
    if _glued(row, match.end()) and after not in (
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
    return not _counts_things(row, match.end()) or (led and number in BARE_YEARS)


def spelled(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether two numbers side by side are a year, as in "in nineteen eighty-four"."""
    values = row.values[match.start()], row.values[match.start() + 1]
    century, rest = (int(value) for value in values)
    led = _before(row, match) in BEFORE_A_DATE
    return century in SPELLED_CENTURIES and rest in SPELLED_YEARS and led


def frequency(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this says how often: "twice a day", not "once a day was over"."""
    return row.small(match.start()) != "once" or not row.word(match.end()).isalpha()


def short_year(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether an apostrophe and two digits are a year, as in "in '99"."""
    at = match.start("short")
    led = row.small(at - 2) in (*BEFORE_A_DATE, "summer", "winter", "spring", "fall", "autumn")
    return _glued(row, at) and len(row.word(at)) == 2 and led  # noqa: PLR2004


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
    return match.end() - match.start() > 1 and _before(row, match) not in ("his", "her", "their")


def short_day(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a short name of a day is one, and no newspaper or verb."""
    at = match.start("day")
    if row.small(at) in ("sun", "sat", "wed", "mon"):
        return row.small(at - 1) in BEFORE_A_DATE or row.shape[at + 1 : at + 2].isdigit()
    return row.word(at - 1)[:1].islower() or _opens_sentence(row, at)


def every(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "all" and "per" stand before something that they repeat."""
    return row.small(match.start()) != "all"


def repeated(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for names such as the Daily Mail."""
    word = row.word(match.start())
    if not word[0].isupper() or word.isupper():
        return True
    after = row.word(match.end())
    return not after[:1].isupper() and (
        not row.word(match.start() - 1)[:1].isupper() and _opens_sentence(row, match.start())
    )


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
    return free and _before(row, match) in BEFORE_A_DATE


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
    return row.small(at - 1) not in ("$", ":", "chapter", "verse") and not _glued(row, at)


def clock_part(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "four in the morning" stands where a time of day may."""
    return row.small(match.start("clock") + 1) == "in" and _before(row, match) in (
        "at",
        "by",
        "until",
        "around",
        "about",
    )


def counted(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether what is counted is time: not "a second man", not an age, not the time."""
    unit = match.start("unit")
    count = match.start("count")
    if row.small(unit) == "second":
        return row.small(unit - 1) == "-" or row.small(count).isdigit()
    titled = row.word(unit).istitle() and row.word(count)[0].isdigit()
    if titled and not _glued(row, unit):
        return False
    if row.small(match.end()) == "-" and row.small(match.end() + 1) == "old":
        return False
    return row.small(count) != "all"


def noon(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for titles such as High Noon."""
    at = match.start("clock")
    return not (row.word(at).istitle() and row.word(at - 1).istitle())


def unit_end(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "year-end" or "month's end"."""
    return row.small(match.end() - 1) == "end" and row.small(match.start() + 1) in ("-", "'", "’")


def all_day(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "all day" or "the whole week"."""
    return row.small(match.start()) in ("all", "the")


def vague_units(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a bare "years" is a length of time and no part of a larger word."""
    before = _before(row, match)
    if row.values[match.start("unit")] in ("TS", "TM"):
        return False
    return before not in ("-", "seconds", "business", "first", "teen", "teenage", "early", "final")


def half_year(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the half is one of a year."""
    return match.group("unit") is None or row.values[match.start("unit")] == "Y"


def season(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "spring" and "fall" are seasons, and no sources, names or defeats."""
    at = match.start("season")
    before, after = row.small(at - 1), row.word(at + 1)
    if row.word(at)[0].isupper() and (row.word(at - 1)[:1].isupper() or after[:1].isupper()):
        return False
    if row.small(at) in ("summer", "winter", "autumn"):
        return before != "-"
    led = before in (
        "in",
        "the",
        "last",
        "this",
        "next",
        "early",
        "late",
        "during",
        "since",
        "until",
        "by",
    )
    return (
        led
        and after != "of"
        and not (
            row.small(at) == "fall"
            and before == "the"
            and row.small(at - 2) not in ("in", "during", "since", "until", "by")
        )
    )


def holiday(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for names such as Christmas Island and the town of Easter."""
    after = row.word(match.end())
    return not after.startswith("Island")


def now(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for "now-defunct" and a "now" that only introduces a reason."""
    return row.small(match.end()) != "-"


def soon(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether it points from now: "will soon", not "soon after" or "he soon left"."""
    if row.values[match.start()] == "PAST_REF":
        return _after(row, match) not in ("after", "before")
    return words().tense.get(_before(row, match)) == "future"


def the_past(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "the past" stands alone, as in "in the past"."""
    return not _after(row, match).isalpha() or row.small(match.end()) in (
        "and",
        "or",
        "but",
        "as",
        "by",
    )
