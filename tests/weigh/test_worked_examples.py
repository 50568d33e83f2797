"""The worked examples of the method, from hand-built reports."""

from __future__ import annotations

from tests.build import make_actor, make_link
from tests.weigh.world import Case, bounds

from reportedly.values.claim import Standing

IVANOV = ("Ivan Ivanov", "named_person")
OFFICIAL = ("a U.S. official", "unnamed_official")
TWO_OFFICIALS = ("two officials", "unnamed_official")


def words(standing: Standing) -> list[str]:
    """Return the reasons in words."""
    return [reason.text for reason in standing.reasons]


def test_e1_ten_copies_of_a_wire_report_rest_on_the_one_man_it_quotes():
    """Reuters quotes a spokesman, ten outlets repeat the text, four without credit."""
    case = Case()
    wire = case.article("Reuters", "2023-11-01T08:00")
    case.report(wire, IVANOV)
    for number in range(10):
        copy = case.article(f"Paper {number}", "2023-11-01T10:00")
        case.report(copy, *((("Reuters", "media_outlet"),) if number > 3 else ()), IVANOV)
        credit = (("credited to Reuters", 1.0),) if number > 3 else ()
        because = (("same text", 0.94), *credit)
        case.links.append(make_link(copy, wire, "copies", because=because))
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert standing.cut == ("Ivan Ivanov",)
    assert standing.status == "unconfirmed"
    assert standing.flags == ("single_source",)
    assert "Paper 5 repeats the text of Reuters: same text 94 %, credited to Reuters." in words(
        standing
    )
    assert "Paper 1 repeats the text of Reuters: same text 94 %, without credit." in words(standing)
    assert ("Paper 1", "Reuters", "Ivan Ivanov") in standing.paths


def test_e2_two_agencies_with_two_voices_corroborate_and_a_blog_that_cites_both_adds_nothing():
    """A hospital director and a mayor, then a blog citing both reports."""
    case = Case()
    case.report("AP", ("hospital director", "role_person"), day="2023-11-01")
    case.report("BBC", ("mayor", "role_person"), day="2023-11-02")
    blog = case.article("A Blog", "2023-11-03")
    case.report(blog, ("AP", "media_outlet"))
    case.report(blog, ("BBC", "media_outlet"))
    assert [(s.status, *bounds(s)) for s in case.history()] == [
        ("unconfirmed", 1, 1),
        ("corroborated", 2, 2),
    ]
    standing = case.weigh()
    assert sorted(standing.cut) == ["hospital director", "mayor"]
    assert "A Blog cites Associated Press: a relay, not a second source." in words(standing)


def test_e3_two_anonymous_officials_through_one_paper_are_two_sources_and_one_outlet():
    """Twenty outlets cite a paper that quotes two officials."""
    case = Case()
    case.report("New York Times", TWO_OFFICIALS)
    for number in range(20):
        case.report(f"Paper {number}", ("New York Times", "media_outlet"), day="2023-11-02")
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert standing.cut == ("New York Times",)
    assert standing.behind == ("two officials",)
    assert standing.flags == ("single_source", "single_gate", "single_anonymous_origin")
    assert standing.status == "unconfirmed"


def test_e3_two_officials_named_apart_still_pass_one_gate():
    """A paper quotes one official and another one."""
    case = Case()
    paper = case.article("New York Times")
    case.report(paper, ("one official", "unnamed_official"))
    case.report(paper, ("a second official", "unnamed_official"))
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert standing.cut == ("New York Times",)
    assert standing.behind == ("one official", "a second official")


def test_e4_outlets_that_cite_each_other_have_no_known_origin():
    """One outlet cites another before that one's first report, which cites the first."""
    case = Case()
    case.report("Herald", ("Courier", "media_outlet"), day="2023-11-01")
    case.report("Courier", ("Herald", "media_outlet"), day="2023-11-02")
    standing = case.weigh()
    assert bounds(standing) == (0, 1)
    assert standing.status == "unconfirmed"
    assert standing.flags == ("circular", "impossible_chronology")
    assert standing.cut == ("Courier and Herald",)


def test_e5_an_independent_confirmation_by_an_outlet_is_a_second_origin_at_most():
    """One paper has an official; another says it has independently confirmed, by an official."""
    case = Case()
    case.report("Wall Street Journal", OFFICIAL, day="2023-11-01")
    case.report("CNN", OFFICIAL, day="2023-11-02", cue="has independently confirmed")
    standing = case.weigh()
    assert bounds(standing) == (1, 2)
    assert standing.cut == (
        "a U.S. official (CNN)",
        "a U.S. official (Wall Street Journal)",
    )
    assert standing.flags == ("possibly_single_source",)
    assert standing.status == "unconfirmed"


def test_e6_echo_denial_and_retraction_of_an_anonymous_report():
    """An anonymous report, an echo, the accused ministry's denial, and the retraction."""
    case = Case()
    ministry = make_actor("Icelandic defence ministry", "organisation", affiliation="ISL")
    case.report("Herald", OFFICIAL, day="2023-11-01")
    case.report("Courier", ("Herald", "media_outlet"), day="2023-11-02")
    case.report("AP", ministry, day="2023-11-03", certainty="CT-", cue="denied")
    case.beside("Herald", "retracts", day="2023-11-04", status_effect="retracts")
    history = case.history()
    assert [(s.status, *bounds(s), s.by) for s in history] == [
        ("unconfirmed", 1, 1, ()),
        ("denied", 1, 1, ("Icelandic defence ministry",)),
        ("retracted", 0, 0, ()),
    ]
    assert history[1].evidence[-1].party is True
    assert history[2].cut == ()
    assert "retracted: Herald" in words(history[2])


def test_e7_a_retraction_takes_one_of_two_origins_away():
    """Two origins; then one outlet withdraws its report."""
    case = Case()
    case.report("Herald", IVANOV, day="2023-11-01")
    case.report("Courier", ("Petra Novak", "named_person"), day="2023-11-01")
    case.beside("Herald", "retracts", day="2023-11-03", status_effect="retracts")
    assert [(s.status, *bounds(s)) for s in case.history()] == [
        ("corroborated", 2, 2),
        ("unconfirmed", 1, 1),
    ]
    assert "retracted: Herald" in words(case.weigh())


def test_e8_an_official_who_points_back_to_the_media_is_an_echo():
    """A member of parliament claims it; the vice president only echoes the media."""
    case = Case()
    case.report("Herald", ("Ali Badr", "named_person"), day="2023-11-01")
    vice = make_actor("Omar Nadir", "named_person", title="Vice President")
    case.report("Courier", vice, ("the media", "unnamed_media"), day="2023-11-02")
    site = case.article("A Site", "2023-11-03", "Officials confirm strike\n\nThe media, he said.")
    headline = ("Officials", "unnamed_official")
    case.report(site, headline, words="Officials confirm strike", cue="confirm")
    case.report(site, vice, ("the media", "unnamed_media"), words="The media")
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert standing.cut == ("Ali Badr",)
    assert standing.status == "unconfirmed"
    assert standing.flags == ("single_source", "echo")


def test_e9_two_ministers_of_a_state_that_takes_part_are_one_voice_at_least():
    """Two ministers of one state say it to two papers."""
    case = Case()
    case.report("Herald", make_actor("Ivan Ivanov", "named_person", affiliation="ISL"))
    case.report("Courier", make_actor("Oleg Orlov", "named_person", affiliation="gov:ISL"))
    standing = case.weigh()
    assert bounds(standing) == (1, 2)
    assert standing.cut == ("Iceland",)
    assert standing.status == "unconfirmed"
    assert standing.flags == ("possibly_single_source",)
    assert "Ivan Ivanov and Oleg Orlov speak for Iceland: one origin in lo." in words(standing)


def test_e10_thirty_unknown_sites_may_be_one_hand():
    """Thirty unrated sites, each with a named witness of its own."""
    case = Case()
    for number in range(30):
        case.report(f"site-{number}.example", (f"Witness Number{number}", "named_person"))
    standing = case.weigh()
    assert bounds(standing) == (1, 30)
    assert standing.status == "unconfirmed"
    assert standing.flags == ("possibly_single_source",)
