"""The grammar: patterns over classes of tokens, and the hits that they give in a text.

A pattern is written with the names of the classes (`words/times.yaml`, `words.SHAPED`);
each stands for one token. Repetition is bounded everywhere, so that every pattern takes
time in proportion to the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from reportedly.read.times import guards, unit_guards
from reportedly.read.times.tokens import Tokens
from reportedly.read.times.words import words

NAMED_MONTH = "(?:MONTH|CAPITALMONTH|MAY|SHORTMONTH DOT?)"
MONTH = f"(?P<month>{NAMED_MONTH})"
ANY_MONTH = f"(?P<month>{NAMED_MONTH}|SMALLMONTH)"
DAY = "(?P<day>[DAYNUMBER ORDINAL])"
YEAR = "(?P<year>YEAR)"
NAMED_DAY = "(?:WEEKDAY|SHORTDAY DOT?|SMALLDAY)"
LEAD = f"(?:{NAMED_DAY} COMMA?)?"
DEICTIC = "THIS?(?P<deictic>LAST|NEXT|THIS|THAT|PASTNOUN)"
EARLY = "(?:[EARLY SHIFT] DASH?)?"
DIGITS = "[DAYNUMBER YEAR NUMBER DECIMAL]"
WORDED = "NUMBERWORD(?:DASH?NUMBERWORD|AND NUMBERWORD){0,4}"
FRACTION = "DAYNUMBER SLASH DAYNUMBER"
NUMBERED = f"(?:{DIGITS}|{WORDED}|FEW)"
COUNT = f"""(?P<count>DAYNUMBER {FRACTION}|{FRACTION}|{DIGITS} PLUS?|{WORDED}(?:AND AN HALF)?
|HALF AN|AN HALF|AN? FEW OF?|AN)"""
UNIT = "(?P<unit>[UNIT UNITS SECOND CENTURY WEEKEND])"
PART = "(?P<part>[PART PARTS])"
ZONE = "(?:(?P<zone>ZONE)|OPEN(?P<zone_in_brackets>ZONE)CLOSE)?"
SPACED = "(?:DASH|COMMA? AND|COMMA)"
DATED = f"{NAMED_MONTH}[DAYNUMBER ORDINAL YEAR]|DAYNUMBER {NAMED_MONTH}"
NAMES_A_DAY = f"(?=(?:LAST|NEXT|THIS)?(?:{NAMED_DAY}|RELATIVEDAY|HOLIDAY|ISO)|{DATED})"


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of expression: how it looks, what it means, and when it is none.

    Attributes:
        name: the function of `resolve` that reads it.
        pattern: the classes of its tokens.
        guard: says no where the words around show that it is no time.
    """

    name: str
    pattern: str
    guard: Callable[[Tokens, re.Match[str]], bool] | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule that matched: tokens `first` up to, not including, `after`."""

    name: str
    first: int
    after: int
    tokens: Tokens
    match: re.Match[str] | None = None

    def has(self, group: str) -> bool:
        """Return whether this part of the pattern took part in the match."""
        match = self.match
        return match is not None and group in match.re.groupindex and match.start(group) >= 0

    def at(self, group: str) -> int:
        """Return the index of the first token of this part."""
        return self.match.start(group) if self.match else -1

    def word(self, group: str) -> str:
        """Return the first word of this part in small letters, "" without the part."""
        return self.tokens.small(self.at(group)) if self.has(group) else ""

    def words(self, group: str) -> list[str]:
        """Return the words of this part in small letters."""
        if not self.match or not self.has(group):
            return []
        first, after = self.match.span(group)
        return self.tokens.lower[first:after]

    def value(self, group: str) -> str:
        """Return what the first word of this part stands for, "" without the part."""
        return self.tokens.values[self.at(group)] if self.has(group) else ""


RULES = (
    Rule("iso", "(?P<iso>ISO)"),
    Rule("slashed", "(?P<slashed>SLASHED)", guards.possible_date),
    Rule("nine_eleven", "DAYNUMBER SLASH DAYNUMBER", guards.nine_eleven),
    Rule("date", f"{LEAD} {ANY_MONTH} {DAY} COMMA? {YEAR}"),
    Rule("date", f"{LEAD} {MONTH} {DAY} (?!DASH? {UNIT}|CLOCK|AMPM)"),
    Rule("date", f"{DEICTIC} {MONTH} {DAY} (?!DASH? {UNIT}|CLOCK|AMPM)"),
    Rule("date", f"{LEAD} THE? {DAY} OF? {ANY_MONTH} COMMA? {YEAR} (?:{NAMED_DAY})?"),
    Rule("date", f"{LEAD} THE? {DAY} OF? {MONTH} (?:{NAMED_DAY})?"),
    Rule("date", f"THE (?P<day>[ORDINALWORD SECOND]) OF {MONTH} (?:COMMA? {YEAR})?"),
    Rule("day_of_month", f"THE (?P<day>ORDINAL) (?:OF {DEICTIC} UNIT)?", guards.day_of_month),
    Rule("date", f"{LEAD} THE? (?P<day>ORDINAL) OF? (?P<month>SMALLMONTH)"),
    Rule(
        "days",
        f"{LEAD} {MONTH} (?P<days>[DAYNUMBER ORDINAL](?:{SPACED}[DAYNUMBER ORDINAL]){{1,12}})"
        f"(?!DASH? {UNIT}|CLOCK|AMPM)(?:COMMA? {YEAR})?",
        guards.listed_days,
    ),
    Rule(
        "days",
        f"(?P<days>[DAYNUMBER ORDINAL](?:{SPACED}[DAYNUMBER ORDINAL]){{1,6}}) {MONTH}"
        f"(?:COMMA? {YEAR})?",
        guards.listed_days,
    ),
    Rule("month", f"THE? {EARLY} {ANY_MONTH} (?:COMMA|OF)? {YEAR}"),
    Rule("month", f"{EARLY} {DEICTIC} {MONTH}"),
    Rule(
        "month",
        f"{EARLY} {MONTH} (?:OF)? (?P<deictic>LAST|NEXT|THIS) (?P<whole>UNIT)",
        guards.whole_year,
    ),
    Rule("month", f"THE EDGE OF {MONTH} {YEAR}?"),
    Rule("month", f"THE (?P<whole>UNIT) OF {MONTH} {YEAR}?", guards.whole_month),
    Rule("month", f"{EARLY} {MONTH}", guards.month),
    Rule(
        "nth",
        "THE (?P<nth>[ORDINAL ORDINALWORD SECOND LAST]) (?P<unit>UNIT|WEEKDAY|WEEKEND)"
        f"(?:OF|IN) {MONTH} {YEAR}?",
        unit_guards.part_of_month,
    ),
    Rule("week_of", f"THE UNIT OF {MONTH} {DAY}(?:COMMA? {YEAR})?", unit_guards.week),
    Rule("year", f"(?:THE EDGE OF|THE UNIT|THE? [EARLY SHIFT] DASH? (?:IN)?) {YEAR}"),
    Rule("year", f"{YEAR} (?P<era>ERA)"),
    Rule("year", "(?P<old>[DAYNUMBER YEAR NUMBER]) (?P<era>ERA)", guards.before_christ),
    Rule("fiscal_year", f"FISCAL UNIT? {YEAR}"),
    Rule("fiscal_year", "(?P<coded>FISCALYEAR)"),
    Rule("year", YEAR, guards.year),
    Rule(
        "spelled_year",
        "(?P<spelled>NUMBERWORD [NUMBERWORD OH] AND? NUMBERWORD? (?:DASH NUMBERWORD)?)",
        guards.spelled,
    ),
    Rule("short_year", "APOSTROPHE (?P<short>[DAYNUMBER NUMBER])", guards.short_year),
    Rule("decade", "THE? (?:[EARLY SHIFT] DASH?)? APOSTROPHE? (?P<decade>DECADE)", guards.decade),
    Rule("decade", "THE? (?:[EARLY] DASH?)? (?P<decade>DECADEWORD)", guards.decade_word),
    Rule(
        "century",
        "THE? (?:[EARLY] DASH?)? (?P<tens>NUMBERWORD DASH)? (?P<ordinal>ORDINAL|ORDINALWORD)"
        "DASH? CENTURY",
    ),
    Rule("weekday_set", "(?P<day>WEEKDAYS)"),
    Rule("weekday_set", "(?P<day>WEEKDAY) (?P<parts>PARTS)"),
    Rule("weekday", f"(?P<day>WEEKDAY) {PART}?"),
    Rule("weekday", f"(?P<day>SHORTDAY DOT?) {PART}?", guards.short_day),
    Rule("weekday", f"(?:EARLY ON?)? {DEICTIC} (?P<day>{NAMED_DAY}) {PART}?"),
    Rule("weekday", f"(?P<day>WEEKDAY) AT {PART}"),
    Rule("part_of", f"{PART} ON? {NAMES_A_DAY}", guards.part_of),
    Rule("weekday", f"(?:EARLY ON?|AN) (?P<day>WEEKDAY) {PART}?"),
    Rule(
        "weekday",
        "(?P<day>WEEKDAY) OF? (?P<deictic>LAST|NEXT|THIS) (?P<whole>UNIT)",
        unit_guards.week,
    ),
    Rule("weekend_set", "(?P<weekend>WEEKENDS)"),
    Rule("set_day", f"(?P<every>EVERY) (?P<day>{NAMED_DAY}|WEEKDAYS) {PART}?"),
    Rule("set_days", f"EVERY (?P<days>{NAMED_DAY}(?:{SPACED} {NAMED_DAY}){{1,6}})"),
    Rule("set_part", f"(?P<every>EVERY) MORE? {PART}", unit_guards.every),
    Rule("set_month", f"(?P<every>EVERY) {MONTH}"),
    Rule("set_season", "(?P<every>EVERY) (?P<season>SEASON|LOOSESEASON)"),
    Rule("set", "(?P<every>EVERY) MORE? (?:OTHER)? (?P<unit>[UNIT WEEKEND])", unit_guards.every),
    Rule("set", f"(?P<every>EVERY) (?P<count>{DIGITS}|{WORDED}|FEW) (?P<unit>[UNITS SECOND])"),
    Rule("set", f"{NUMBERED}? TIMES (?:AN|EVERY) (?P<unit>UNIT)", unit_guards.frequency),
    Rule("set", f"{NUMBERED} UNITS (?:AN|EVERY) (?P<unit>UNIT) (?!AGO|SHIFT|AROUND)"),
    Rule("set", f"EVERY OF THE? (?:LAST|PASTNOUN|NEXT|RECENT) {NUMBERED} (?P<unit>UNITS)"),
    Rule("repeated", "(?P<repeated>REPEATED)", unit_guards.repeated),
    Rule("relative_day", f"{EARLY} (?P<day>RELATIVEDAY) {PART}?"),
    Rule("tonight", "(?:EARLY)? (?P<night>TONIGHT)"),
    Rule("part", f"(?:EARLY)? (?P<deictic>THIS|LAST) (?:EARLY)? {PART}", guards.part),
    Rule("near_part", f"(?:THE|THAT) (?:NEXT|LAST|THAT) {PART}"),
    Rule("near_part", f"THAT {PART}"),
    Rule("near_part", "THE (?P<part>PART)", guards.the_part),
    Rule("clock", f"(?P<clock>CLOCK) (?P<half>AMPM)? {ZONE}", guards.clock),
    Rule(
        "clock",
        f"(?P<clock>{DIGITS}) PLUS? (?P<half>AMPM) {ZONE}",
        guards.clock,
    ),
    Rule("clock", "(?P<clock>[NUMBER YEAR DECIMAL]) UNITS? (?P<zone>ZONE)", guards.clock),
    Rule(
        "clock",
        "(?P<clock>[DAYNUMBER NUMBERWORD]) OCLOCK (?P<half>AMPM)? (?:IN THE (?P<part>PART))?",
    ),
    Rule("clock", "(?P<clock>[DAYNUMBER NUMBERWORD]) IN THE (?P<part>PART)", guards.clock_part),
    Rule("clock", "(?P<hour>DAYNUMBER)? (?P<clock>NOON)", guards.noon),
    Rule("span", "THE (?P<deictic>LAST) (?P<unit>UNIT)", unit_guards.lasting),
    Rule("near", f"{EARLY} THE? (?P<deictic>LAST|NEXT) (?P<unit>[UNIT WEEKEND CENTURY QUARTER])"),
    Rule("near", "[THE THIS]? (?P<deictic>PASTNOUN) (?P<unit>WEEKEND)"),
    Rule("near", "EARLY DASH? (?P<unit>UNIT)", unit_guards.middle),
    Rule("near", f"{EARLY} (?P<deictic>THIS) (?P<unit>[UNIT WEEKEND CENTURY QUARTER])"),
    Rule("near", "[EARLY SHIFT] IN THE (?P<unit>[UNIT WEEKEND QUARTER])", unit_guards.in_the_unit),
    Rule("near", "THE (?P<unit>UNIT)", unit_guards.the_week),
    Rule("same", f"{EARLY} (?:THE|THIS)? (?P<deictic>THAT) THAT? (?P<unit>[UNIT WEEKEND])"),
    Rule(
        "near", "THE? EDGE OF (?:THE|(?P<deictic>THIS|LAST|NEXT)) (?P<unit>[UNIT WEEKEND CENTURY])"
    ),
    Rule("near", "(?P<unit>UNIT) (?:DASH|APOSTROPHE OTHER) EDGE", unit_guards.unit_end),
    Rule("near", "THE (?P<unit>[UNIT WEEKEND]) (?P<deictic>AROUND)", unit_guards.told_before),
    Rule("beside", f"(?:THE|{COUNT}) {UNIT} (?P<way>AROUND) {NAMES_A_DAY}"),
    Rule("beside", f"{COUNT} {UNIT} (?P<way>IN) {NAMES_A_DAY}", unit_guards.counted_from),
    Rule("the_quarter", "THE QUARTER", unit_guards.the_quarter),
    Rule("weekend", "THE? (?P<weekend>WEEKEND)"),
    Rule(
        "span",
        f"THE? (?P<deictic>LAST|PASTNOUN|NEXT|RECENT|THIS) {COUNT} MORE? {UNIT}",
        unit_guards.counted,
    ),
    Rule("span", f"THE? (?P<deictic>PASTNOUN|RECENT) {UNIT}"),
    Rule("span", "THE? (?P<deictic>LAST|NEXT|THIS) (?P<unit>UNITS)"),
    Rule("distance", f"{COUNT} MORE? {UNIT} (?P<way>AGO|SHIFT|HENCE)", unit_guards.counted),
    Rule("distance", f"{COUNT} MORE? {UNIT} (?P<way>AROUND)", unit_guards.counted_before),
    Rule("distance", f"{COUNT} MORE? {UNIT} (?P<way>IN) (?P<now>NOWREF)", unit_guards.counted),
    Rule("distance", "(?P<unit>UNIT) DASH (?P<way>AGO|SHIFT)"),
    Rule("vague_distance", "(?P<unit>UNITS) (?P<way>AGO)"),
    Rule(
        "duration",
        f"{COUNT} (?:MORE|DASH)? {UNIT} (?P<and_half>AND AN HALF)? (?:DASH? LONG|OLD)?",
        unit_guards.counted,
    ),
    Rule("duration", "(?P<count>AN?) HALF DASH? AN? (?P<half_unit>[UNIT])"),
    Rule("duration", f"{COUNT} AND AN HALF {UNIT}"),
    Rule("part_unit", "AN? (?P<part>HALF) DASH (?P<unit>[UNIT CENTURY])"),
    Rule(
        "part_unit",
        "AN? (?P<part>QUARTER) (?:OF AN|DASH) (?P<unit>[UNIT CENTURY])",
        unit_guards.one_part,
    ),
    Rule("duration", "(?P<unit>[UNIT UNITS]) DASH LONG"),
    Rule("duration", "(?P<all>EVERY|THE MORE) (?P<unit>UNIT)", unit_guards.all_day),
    Rule("vague_duration", "(?P<unit>UNITS)", unit_guards.vague_units),
    Rule(
        "quarter",
        f"THE? {DEICTIC}? FISCAL? (?P<ordinal>[ORDINAL ORDINALWORD SECOND]) DASH? FISCAL? QUARTER"
        f"(?:(?:OF|IN)? FISCAL? (?:THE|THIS|LAST)? (?:{YEAR}|UNIT))?",
    ),
    Rule("quarter", f"THE (?P<ordinal>LAST) QUARTER OF {YEAR}"),
    Rule(
        "half_year",
        "THE (?P<ordinal>ORDINAL|ORDINALWORD|SECOND) HALF (?:OF|IN)"
        f"(?:THE|THIS|(?P<deictic>LAST|NEXT))? (?:{YEAR}|(?P<unit>UNIT))",
        unit_guards.half_year,
    ),
    Rule("period", f"(?P<period>PERIOD) (?:OF|IN)? FISCAL? {YEAR}"),
    Rule("period", f"{YEAR} (?P<period>PERIOD)"),
    Rule("period", "THE? (?P<period>PERIOD)", unit_guards.quarter_code),
    Rule("fiscal", "THE? (?P<deictic>LAST|NEXT|THIS)? FISCAL UNIT"),
    Rule(
        "season",
        f"THE? {EARLY} (?P<season>SEASON|LOOSESEASON) OF? {YEAR} (?:DASH [DAYNUMBER YEAR NUMBER])?",
    ),
    Rule("season", f"{EARLY} {DEICTIC} (?P<season>SEASON|LOOSESEASON)"),
    Rule("season", "(?:THE|EARLY) (?:EARLY)? (?P<season>SEASON|LOOSESEASON)", unit_guards.season),
    Rule("season", "(?P<season>SEASON|LOOSESEASON)", unit_guards.season),
    Rule(
        "holiday",
        f"(?:{DEICTIC}|THE|AN)? (?P<holiday>HOLIDAY) (?:{YEAR}|{PART})?",
        unit_guards.holiday,
    ),
    Rule("holiday_week", "THE? (?P<holiday>HOLIDAY) (?P<unit>UNIT|WEEKEND)", unit_guards.a_week),
    Rule("reference", "(?P<reference>NOWREF)", unit_guards.now),
    Rule("reference", "(?P<reference>PASTREF|SOONREF)", unit_guards.soon),
    Rule("reference", "THE? (?P<reference>FUTURE)", unit_guards.future),
    Rule("reference", "THE (?P<reference>PASTNOUN)", unit_guards.the_past),
)


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern over class codes that a pattern over class names stands for."""
    codes = words().codes
    coded = re.sub(r"(?<!\w)(?!P<)[A-Z]+", lambda match: codes[match.group()], pattern)
    return re.compile(re.sub(r"\s+", "", coded))


@cache
def patterns() -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    """Return every rule with its pattern over class codes."""
    return tuple((rule, compiled(rule.pattern)) for rule in RULES)


def hits(row: Tokens) -> list[Hit]:
    """Return the longest hits of the grammar, in order, none over another."""
    found: list[tuple[int, int, int, Hit]] = []
    for order, (rule, pattern) in enumerate(patterns()):
        for match in pattern.finditer(row.shape):
            if rule.guard is None or rule.guard(row, match):
                first, after = match.span()
                found.append((first, -after, order, Hit(rule.name, first, after, row, match)))
    found.sort(key=lambda entry: entry[:3])
    chosen: list[Hit] = []
    end = 0
    for first, negative, _, hit in found:
        if first >= end:
            chosen.append(hit)
            end = -negative
    return chosen
