"""Where the words around show that a unit, a season or a word such as "now" is no time."""

from __future__ import annotations

import re

from reportedly.read.times.around import is_glued, opens_sentence, word_after, word_before
from reportedly.read.times.tokens import Tokens
from reportedly.read.times.words import words

SEASONS = frozenset(("summer", "winter", "autumn", "spring", "fall"))
OF_PAPERS = frozenset(
    (
        "regional", "local", "national", "conservative", "liberal", "leading", "business",
        "financial", "opposition", "independent", "leftist", "state-run", "government", "sports",
        "influential", "language", "english-language", "private",
    )
)  # fmt: skip
PARTS_OF_MONTH = frozenset(("D", "W", "WE", "1", "2", "3", "4", "5", "6", "7"))


def week(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the unit of the expression is a week."""
    return any(row.small(index) == "week" for index in range(*match.span()))


def frequency(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this says how often: "twice a day", not "once a day was over"."""
    return row.small(match.start()) != "once" or not row.word(match.end()).isalpha()


def every(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "all" and "per" stand before something that they repeat."""
    return row.small(match.start()) != "all"


def repeated(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for names such as the Daily Mail, and for papers ("the German daily Die Welt")."""
    word = row.word(match.start())
    if word.islower() and _is_paper(row, match):
        return False
    if not word[0].isupper() or word.isupper():
        return True
    after = row.word(match.end())
    return not after[:1].isupper() and (
        not row.word(match.start() - 1)[:1].isupper() and opens_sentence(row, match.start())
    )


def _is_paper(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "daily" or "weekly" names a paper by what stands around it."""
    before = row.word(match.start() - 1)
    described = before[:1].isupper() or before.endswith("based") or before in OF_PAPERS
    return described and row.word(match.end())[:1].isupper()


def counted(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether what is counted is time: no "second man", no age, no "weekend of rain"."""
    unit = match.start("unit")
    count = match.start("count")
    if row.small(unit) == "second":
        return row.small(unit - 1) == "-" or row.small(count).isdigit()
    titled = row.word(unit).istitle() and row.word(count)[0].isdigit()
    if titled and not is_glued(row, unit):
        return False
    if row.small(match.end()) == "-" and row.small(match.end() + 1) == "old":
        return False
    return row.small(unit) != "weekend" or row.small(count) not in ("a", "an")


def in_the_unit(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "later in the year": no day or hour, no "early in the year of"."""
    short = row.values[match.start("unit")] in ("D", "TH", "TM", "TS")
    return row.small(match.end() - 3) == "in" and not short and word_after(row, match) != "of"


def the_week(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "the week" is the present one, as in "shares fell for the week"."""
    free = not row.word(match.end()).isalnum() and row.small(match.end()) not in ("'", "’", "-")
    led = word_before(row, match) in ("for", "over", "during", "in", "off", "of")
    return week(row, match) and free and led


def lasting(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "the last week" is a length up to now, as in "for the last week"."""
    last = row.small(match.end() - 2) == "last" and word_after(row, match) != "of"
    return last and word_before(row, match) in ("for", "over", "within", "throughout", "during")


def told_before(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "the year before" points back in the text, and is no "the day after he"."""
    free = not row.word(match.end()).isalnum() or word_after(row, match) in ("and", "but")
    return free and not row.values[match.start("unit")].startswith("T")


def counted_from(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "a week from Tuesday"."""
    return counted(row, match) and row.small(match.start("way")) == "from"


def one_part(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for "three-quarters of an hour"."""
    return row.small(match.start("part")) == "quarter"


def middle(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "mid-year" or "midweek", and no part of a larger word."""
    unit, mid = row.values[match.start("unit")], row.small(match.start()) == "mid"
    return mid and unit in ("W", "M", "Y") and row.word(match.end()) != "-"


def counted_before(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "a day before" points back in the text, and is no "a day before the vote"."""
    return counted(row, match) and told_before(row, match)


def part_of_month(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a day or week of a month is meant: not "the first year of May's"."""
    at = match.start("unit")
    return row.word(match.end()) not in ("'", "’") and row.values[at] in PARTS_OF_MONTH


def a_week(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether the unit is a week or weekend."""
    return row.values[match.start("unit")] in ("W", "WE")


def quarter_code(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "Q3" stands without its year: "H1" without one may be anything."""
    at = match.start("period")
    return row.word(at)[0] == "Q" and not is_glued(row, at)


def the_quarter(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is one of a year, as in "for the quarter", and no part of a town."""
    singular = row.small(match.end() - 1) == "quarter"
    led = word_before(row, match) in ("for", "during")
    return singular and (led or word_after(row, match) in ("ended", "ending"))


def future(row: Tokens, match: re.Match[str]) -> bool:
    """Return no for a future of several, as in "we face a future in which"."""
    return word_before(row, match) != "a"


def unit_end(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "year-end" or "month's end"."""
    return row.small(match.end() - 1) == "end" and row.small(match.start() + 1) in ("-", "'", "’")


def all_day(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether this is "all day" or "the whole week"."""
    return row.small(match.start()) in ("all", "the")


def vague_units(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether a bare "years" is a length of time and no part of a larger word."""
    before = word_before(row, match)
    unit, told = row.values[match.start("unit")], ("after", "before", "later", "earlier")
    if unit == "TS" or (unit == "TM" and word_after(row, match) not in told):
        return False
    if before == "of" and row.small(match.start() - 2) == "matter":
        return False
    if row.word(match.end()).isdigit() or before in SEASONS:
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
    """Return whether it points from now: no "soon after", "he soon left" or "most recently"."""
    if row.values[match.start()] == "PAST_REF":
        return (
            word_after(row, match) not in ("after", "before") and word_before(row, match) != "most"
        )
    return words().tense.get(word_before(row, match)) == "future"


def the_past(row: Tokens, match: re.Match[str]) -> bool:
    """Return whether "the past" stands alone, as in "in the past"."""
    return not word_after(row, match).isalpha() or row.small(match.end()) in (
        "and",
        "or",
        "but",
        "as",
        "by",
    )
