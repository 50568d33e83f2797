"""Times in running text: what is found, what it stands for, and what is left alone."""

from __future__ import annotations

import importlib.util
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.read.times import find
from reportedly.read.times.calendar import interval
from reportedly.read.times.words import words
from reportedly.values.when import When, published

FRIDAY = published("2023-11-03")


def values(text: str, moment: When | None = FRIDAY) -> list[tuple[str, str]]:
    """Return the words and the value of each time in a text."""
    return [(found.raw, found.value) for found in find(text, published=moment)]


def ranges(text: str, moment: When | None = FRIDAY) -> list[tuple[str | None, str | None]]:
    """Return the days that each time in a text covers."""
    return [(found.start, found.end) for found in find(text, published=moment)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor spoke on Nov. 2, 2023.", ("Nov. 2, 2023", "2023-11-02")),
        ("The mayor spoke on 2 November 2023.", ("2 November 2023", "2023-11-02")),
        ("The mayor spoke on 2023-11-02.", ("2023-11-02", "2023-11-02")),
        ("The mayor spoke on 11/02/2023.", ("11/02/2023", "2023-11-02")),
        ("The mayor spoke on 25/12/2022.", ("25/12/2022", "2022-12-25")),
        ("The mayor spoke on 2.11.2023.", ("2.11.2023", "2023-11-02")),
        ("They met on Thursday, Nov. 2, 2023.", ("Thursday, Nov. 2, 2023", "2023-11-02")),
        ("The bridge fell in June 2021.", ("June 2021", "2021-06")),
        ("The bridge fell in 1987.", ("1987", "1987")),
        ("The bridge fell in nineteen eighty-seven.", ("nineteen eighty-seven", "1987")),
        ("It was built in the 1960s.", ("the 1960s", "196X")),
        ("It was built in the early '90s.", ("the early '90s", "199X")),
        ("It was built in the 19th century.", ("the 19th century", "18")),
        ("Much changed after 9/11.", ("9/11", "2001-09-11")),
        ("Sales fell in the third quarter of 2022.", ("the third quarter of 2022", "2022-Q3")),
        ("Sales fell in the first half of 2022.", ("the first half of 2022", "2022-H1")),
        ("Sales fell in the summer of 2022.", ("the summer of 2022", "2022-SU")),
        ("They met on Christmas Eve 2021.", ("Christmas Eve 2021", "2021-12-24")),
        ("They met in 490 BC.", ("490 BC", "BC0490")),
    ],
)
def test_stated_dates_need_no_publication(text: str, expected: tuple[str, str]) -> None:
    """A date that the text states in full reads the same with and without publication."""
    assert values(text, None) == [expected]
    assert values(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police arrested him on Tuesday.", ("Tuesday", "2023-10-31")),
        ("The mayor spoke on the 2nd of November.", ("the 2nd of November", "2023-11-02")),
        ("The mayor spoke on Thursday, Nov. 2.", ("Thursday, Nov. 2", "2023-11-02")),
        ("Police arrested him on Friday.", ("Friday", "2023-11-03")),
        ("The trial will begin on Tuesday.", ("Tuesday", "2023-11-07")),
        ("She resigned last Friday.", ("last Friday", "2023-10-27")),
        ("She is to leave next Monday.", ("next Monday", "2023-11-06")),
        ("It was hit on Tuesday night.", ("Tuesday night", "2023-10-31TNI")),
        ("It was hit yesterday.", ("yesterday", "2023-11-02")),
        ("It opens tomorrow.", ("tomorrow", "2023-11-04")),
        ("It was hit this morning.", ("this morning", "2023-11-03TMO")),
        ("It was hit last night.", ("last night", "2023-11-02TNI")),
        ("He left this week.", ("this week", "2023-W44")),
        ("He left last month.", ("last month", "2023-10")),
        ("He left late last year.", ("late last year", "2022")),
        ("He left two days ago.", ("two days ago", "2023-11-01")),
        ("He left twenty-five years ago.", ("twenty-five years ago", "1998")),
        ("He left three weeks ago.", ("three weeks ago", "2023-W41")),
        ("He rebelled in June.", ("June", "2023-06")),
        ("He rebelled in December.", ("December", "2022-12")),
        ("The vote will be held in May.", ("May", "2024-05")),
        ("The vote was held in mid-May.", ("mid-May", "2023-05")),
        ("The vote was held last May.", ("last May", "2023-05")),
        ("He spoke on Feb. 20.", ("Feb. 20", "2023-02-20")),
        ("It will open on Feb. 20.", ("Feb. 20", "2024-02-20")),
        ("He must answer by Jan. 14.", ("Jan. 14", "2024-01-14")),
        ("It must end by the end of the year.", ("the end of the year", "2023")),
        ("It was found last fall.", ("last fall", "2023-FA")),
        ("It was found on Labor Day.", ("Labor Day", "2023-09-04")),
        ("Clashes went on over the weekend.", ("the weekend", "2023-W44-WE")),
        ("He fled after the Sept. 11 attacks.", ("Sept. 11", "2001-09-11")),
        ("It beat the year-ago figure.", ("year-ago", "2022")),
        ("He may fly as soon as Tuesday.", ("Tuesday", "2023-11-07")),
        ("It met the week of March 6.", ("the week of March 6", "2023-W10")),
    ],
)
def test_relative_dates_count_from_publication(text: str, expected: tuple[str, str]) -> None:
    """A relative date is resolved against publication, and by the tense of its clause."""
    assert values(text) == [expected]


def test_later_counts_from_the_last_date_of_the_text() -> None:
    """Words such as "later" and "the following day" count from the date before them."""
    text = "He rebelled in June and died two months later. On Oct. 7 war began. Sirens rang the following day."
    assert values(text) == [
        ("June", "2023-06"),
        ("two months later", "2023-08"),
        ("Oct. 7", "2023-10-07"),
        ("the following day", "2023-10-08"),
    ]


def test_nothing_is_more_precise_than_what_it_counts_from() -> None:
    """Days cannot be counted from a month: the value stays open."""
    assert values("He rebelled in June and died three days later.")[1] == (
        "three days later",
        "XXXX-XX-XX",
    )


def test_ranges_and_lists_give_each_end() -> None:
    """Both ends of a range are dates of their own."""
    assert values("Between 3 and 5 May, on Oct. 7-9 and from 2015 to 2017.") == [
        ("3", "2023-05-03"),
        ("5 May", "2023-05-05"),
        ("Oct. 7", "2023-10-07"),
        ("9", "2023-10-09"),
        ("2015", "2015"),
        ("2017", "2017"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It took three weeks.", ("DURATION", "P3W")),
        ("It took a decade.", ("DURATION", "P10Y")),
        ("It took 48 hours.", ("DURATION", "PT48H")),
        ("It took 5 1/2 hours.", ("DURATION", "PT5H30M")),
        ("It took an hour and a half.", ("DURATION", "PT1H30M")),
        ("It took half an hour.", ("DURATION", "PT30M")),
        ("It took two and a half years.", ("DURATION", "P2Y6M")),
        ("It was a two-year plan.", ("DURATION", "P2Y")),
        ("It took years.", ("DURATION", "PXY")),
        ("It took one hundred and twenty days.", ("DURATION", "P120D")),
        ("It rains every day.", ("SET", "P1D")),
        ("It rains weekly.", ("SET", "P1W")),
        ("It rains each March.", ("SET", "XXXX-03")),
        ("It rains every Monday.", ("SET", "XXXX-WXX-1")),
        ("It rains twice a week.", ("SET", "P1W")),
        ("It rains now.", ("DATE", "PRESENT_REF")),
        ("It has rained recently.", ("DATE", "PAST_REF")),
        ("It may rain in the future.", ("DATE", "FUTURE_REF")),
    ],
)
def test_lengths_repetitions_and_references(text: str, expected: tuple[str, str]) -> None:
    """Durations, sets and references carry the values of TimeML."""
    assert [(found.type, found.value) for found in find(text, published=FRIDAY)] == [expected]


def test_a_clock_time_with_its_zone_is_an_instant() -> None:
    """Only a clock time with a zone gives an instant; the day beside it is its date."""
    found = find("The shells hit at 9 a.m. EST Tuesday.", published=FRIDAY)
    assert [(one.raw, one.value, one.start, one.zone, one.zone_from) for one in found] == [
        ("9 a.m. EST Tuesday", "2023-10-31T09:00", "2023-10-31T09:00:00-05:00", "-05:00", "text")
    ]


def test_a_clock_time_without_zone_stays_a_day() -> None:
    """Without a zone the range is the day: no instant is made up."""
    found = find("The shells hit at 10:35 p.m. on Tuesday.", published=FRIDAY)[0]
    assert (found.value, found.start, found.end, found.zone) == (
        "2023-10-31T22:35",
        "2023-10-31",
        "2023-11-01",
        None,
    )


@pytest.mark.parametrize(
    "text",
    [
        "He may go, and they march on; the second man fell in the sun.",
        "Theresa May said so.",
        "May I ask how the fall of the government came about?",
        "Call 555-12-1212 or 0800 1234, open 24/7.",
        "They won 3-2 and paid $2015 for 1,999 seats, up 2020%.",
        "A 25-year-old is still there.",
        "The Sun and the Daily Mail wrote about 2000 protesters.",
        "The Lebanese daily An-Nahar and the leading weekly Profil had it.",
        "He put a spring in her step, an august figure.",
        "It is on page 1984.",
    ],
)
def test_what_is_no_time(text: str) -> None:
    """Modals, verbs, names, ages, scores, money and telephone numbers are no times."""
    assert values(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ministers may and may not agree, and they may in time resign.",
        "The deal may 5 years from now look cheap, or it may soon fail.",
        "What may come of it? Nobody may say. It may, or may not.",
        "“It may be so,” she said; that may last, or that may next year end.",
        "The bank, which may by 2030 close, may of late have lost money.",
        "Early signs may in fact mislead; this may not, and it may this week.",
        "DEMOCRATS MAY LOSE THE HOUSE",
    ],
)
def test_the_verb_may_is_never_a_month(text: str) -> None:
    """Whatever stands beside it, a "may" that is a verb is in no time."""
    assert [raw for raw, _ in values(text) if "may" in raw.lower()] == []


@pytest.mark.parametrize(
    "text",
    ["May 5", "in May", "last May", "May 2016", "5 May", "early May", "since May", "in a May vote"],
)
def test_the_month_of_may(text: str) -> None:
    """May is a month where the words around it say so."""
    assert [value[5:7] for _, value in values(f"It was built {text}.")] == ["05"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left on Tuesday.", "XXXX-WXX-2"),
        ("He left in June.", "XXXX-06"),
        ("He left on Nov. 2.", "XXXX-11-02"),
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last year.", "XXXX"),
        ("He left two months ago.", "XXXX-XX"),
        ("He left last summer.", "XXXX-SU"),
        ("He left at 9 a.m. GMT.", "XXXX-XX-XXT09:00"),
    ],
)
def test_without_publication_nothing_is_guessed(text: str, value: str) -> None:
    """Without a date of publication a relative time stays open and has no range."""
    found = find(text, published=None)
    assert [(one.value, one.start, one.end) for one in found] == [(value, None, None)]


def test_the_day_of_publication_is_the_outlets_own() -> None:
    """An hour before midnight in London it is tomorrow in Kyiv, and "today" means that."""
    moment = published("2023-11-03T23:00+00:00", zone="Europe/Kyiv")
    moment = When(moment.raw, moment.value, moment.start, moment.end, "TIME", zone="Europe/Kyiv")
    assert values("He left today.", moment) == [("today", "2023-11-04")]


def test_a_told_tense_outweighs_the_guess() -> None:
    """The tense from a parse decides over the nearest verb."""
    found = find("He left Tuesday.", published=FRIDAY, tenses=lambda _: "future")
    assert [one.value for one in found] == ["2023-11-07"]


def test_paragraphs_part_times() -> None:
    """A month at the end of a paragraph does not take the number that opens the next."""
    assert values("He came in June\n\n2 men saw him.") == [("June", "2023-06")]


PHRASES = [
    "on Tuesday", "last Friday", "yesterday", "in June", "on Nov. 2", "two months later",
    "the following day", "last year", "three weeks ago", "early next week", "in 2019",
    "at 9 a.m. EST", "every day", "for years", "last fall", "on Christmas Eve", "this morning",
    "the third quarter", "the end of the month", "a decade ago", "the past two months", "now",
]  # fmt: skip
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
TEXTS = st.lists(st.sampled_from(PHRASES), min_size=1, max_size=6).map(
    lambda phrases: " ".join(f"Troops left {phrase}." for phrase in phrases)
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, DAYS)
def test_spans_lie_in_the_text_in_order(text: str, day: date) -> None:
    """Each time has its words as span; none lies over another; ranges are not empty."""
    last = 0
    for found in find(text, published=published(day.isoformat())):
        assert found.span is not None
        assert found.span.of(text) == found.raw
        assert last <= found.span.start < found.span.end <= len(text)
        last = found.span.end
        if found.start and found.end:
            assert found.start < found.end


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200) | TEXTS, st.none() | DAYS.map(lambda day: published(day.isoformat())))
def test_any_text_can_be_read(text: str, moment: When | None) -> None:
    """No text is an error, and what is read twice is read alike."""
    assert find(text, published=moment) == find(text, published=moment)


NUMBERS = st.integers(0, 12_000).map(str) | st.sampled_from(["31", "30", "2nd", "7.30", "99:99"])
MARKS = st.sampled_from(
    ["-", ",", ".", "/", "'", "(", ")", "1/0", "24:00", "0000-00-00", "30/02/20"]
)
PILES = st.lists(
    st.sampled_from(sorted(words().kinds)).flatmap(
        lambda word: st.sampled_from([word, word.title()])
    )
    | NUMBERS
    | MARKS,
    max_size=25,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(PILES, st.none() | DAYS.map(lambda day: published(day.isoformat())))
def test_any_pile_of_time_words_can_be_read(text: str, moment: When | None) -> None:
    """Impossible dates and numbers are passed over; spans hold their words and stay in order."""
    last = 0
    for found in find(text, published=moment):
        assert found.span is not None
        assert last <= found.span.start < found.span.end <= len(text)
        assert found.span.of(text) == found.raw
        assert not (found.start and found.end) or found.start < found.end
        last = found.span.end


@settings(max_examples=40, deadline=None)
@given(DAYS.filter(lambda day: day.day < 29))
def test_years_shift_with_publication(day: date) -> None:
    """What counts in months and years moves by a year when publication does."""
    text = "Troops left last month. Troops came two years ago. Troops left last year."
    later = day.replace(year=day.year + 1)
    first = find(text, published=published(day.isoformat()))
    second = find(text, published=published(later.isoformat()))
    assert [(int(one.value[:4]) + 1, one.value[4:]) for one in first] == [
        (int(one.value[:4]), one.value[4:]) for one in second
    ]


@settings(max_examples=40, deadline=None)
@given(DAYS, st.integers(1, 400))
def test_days_ago_lie_in_the_range_they_give(day: date, count: int) -> None:
    """The range of "N days ago" is that very day."""
    found = find(f"He left {count} days ago.", published=published(day.isoformat()))[0]
    past = day - timedelta(days=count)
    assert interval(found.value) == (past, past + timedelta(days=1))


def test_timeml_is_read_again(tmp_path: Path) -> None:
    """The task writes the same file with its own TIMEX3, and keeps the creation time."""
    path = Path(__file__).parents[2] / "eval" / "tasks" / "time.py"
    spec = importlib.util.spec_from_file_location("time_task", path)
    assert spec
    assert spec.loader
    task = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(task)
    source = tmp_path / "in"
    source.mkdir()
    created = '<DCT><TIMEX3 tid="t0" type="DATE" value="2023-11-03">3 Nov</TIMEX3></DCT>'
    body = "<TEXT>A &amp; B <EVENT>left</EVENT> <TIMEX3>on</TIMEX3> Tuesday.</TEXT>"
    (source / "one.tml").write_text(f"<TimeML>{created}{body}</TimeML>", encoding="utf-8")
    task.predict(source, tmp_path / "out")
    assert (tmp_path / "out" / "one.tml").read_text(encoding="utf-8") == (
        f"<TimeML>{created}<TEXT>A &amp; B left on "
        '<TIMEX3 tid="t1" type="DATE" value="2023-10-31">Tuesday</TIMEX3>.</TEXT></TimeML>'
    )
