"""Each edge case of the method as a reader of a claim would meet it."""

from __future__ import annotations

import pytest
from tests.build import make_actor, make_judgement, make_link
from tests.weigh.world import LONG, Case, bounds

from reportedly.values.claim import Standing
from reportedly.values.statement import Event, Mention
from reportedly.values.when import Span

IVANOV = ("Ivan Ivanov", "named_person")
NOVAK = ("Petra Novak", "named_person")
OFFICIAL = ("an official", "unnamed_official")
MINISTRY = make_actor("Icelandic defence ministry", "organisation", affiliation="ISL")
OBSERVERS = make_actor("Neutral Observer Mission", "organisation")


def words(standing: Standing) -> str:
    """Return the reasons as one text."""
    return "\n".join(reason.text for reason in standing.reasons)


def test_a_long_report_without_a_source_counts_in_the_upper_bound_only():
    """Sixty words without a source may have an unknown origin."""
    case = Case()
    case.report(case.article("Herald", text=LONG))
    standing = case.weigh()
    assert bounds(standing) == (0, 1)
    assert standing.flags == ("no_named_origin",)


def test_a_stub_without_a_source_counts_for_nothing():
    """A line without a source adds no origin."""
    case = Case()
    case.report("Herald")
    standing = case.weigh()
    assert bounds(standing) == (0, 0)
    assert (standing.status, standing.cut) == ("unconfirmed", ())


def test_an_article_that_names_its_source_once_is_no_second_sourceless_report():
    """The claim in the paper's own voice beside the attributed one adds nothing."""
    case = Case()
    paper = case.article("Herald", text=LONG)
    case.report(paper, IVANOV)
    case.report(paper)
    assert bounds(case.weigh()) == (1, 1)


def test_what_is_retold_behind_a_denial_is_no_report_of_it():
    """An article that tells of a denial, and then that reports appeared, reports nothing itself."""
    case = Case()
    case.report("Herald", IVANOV)
    words = ("No arms were found.", "Reports of arms appeared.")
    paper = case.article("Courier", text=f"{' '.join(words)} {LONG}")
    case.report(paper, OBSERVERS, certainty="CT-", words=words[0])
    case.report(paper, words=words[1])
    assert bounds(case.weigh()) == (1, 1)


def test_an_outlet_that_says_it_has_confirmed_raises_the_upper_bound_and_confirms_nothing():
    """CNN's "independently confirmed" is one more unknown origin at most."""
    case = Case()
    case.report("Herald", IVANOV)
    case.report("Courier", ("CNN", "media_outlet"), cue="has independently confirmed")
    standing = case.weigh()
    assert bounds(standing) == (1, 2)
    assert standing.status == "unconfirmed"


def test_a_denial_by_a_party_disputes_what_a_named_voice_says():
    """The label that the denier is a party is kept."""
    case = Case()
    case.report("Herald", IVANOV)
    case.report("AP", MINISTRY, certainty="CT-", cue="denied", day="2023-11-02")
    standing = case.weigh()
    assert (standing.status, standing.by) == ("disputed", ("Icelandic defence ministry",))
    assert [(e.stance, e.party) for e in standing.evidence] == [
        ("supports", None),
        ("denies", True),
    ]
    assert "a party to the event" in standing.reasons[0].text


def test_a_denial_against_only_unnamed_voices_denies():
    """Nobody to hold to account stands for the claim."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("AP", MINISTRY, certainty="CT-", cue="denied")
    assert case.weigh().status == "denied"


def test_a_denial_by_a_competent_voice_that_takes_no_part_denies():
    """A named voice stands for it, but the observers can know and are no party."""
    case = Case()
    case.report("Herald", IVANOV)
    case.report("AP", OBSERVERS, certainty="CT-", cue="found no sign")
    standing = case.weigh()
    assert (standing.status, standing.by) == ("denied", ("Neutral Observer Mission",))


def test_a_denial_against_two_origins_disputes():
    """Even a competent denial does not outweigh two independent origins."""
    case = Case()
    case.report("Herald", IVANOV)
    case.report("Courier", NOVAK)
    case.report("AP", OBSERVERS, certainty="CT-", cue="denied")
    assert case.weigh().status == "disputed"


def test_not_being_able_to_confirm_changes_nothing():
    """A non-confirmation is shown, and is no denial."""
    case = Case()
    case.report("Herald", IVANOV)
    command = ("Central Command", "organisation")
    before = case.weigh()
    case.beside("Reuters", "does_not_confirm", command, day="2023-11-02")
    case.report("AP", OBSERVERS, cue="could not confirm", certainty="Uu")
    after = case.weigh()
    assert (after.status, *bounds(after)) == (before.status, *bounds(before))
    assert after.evidence == before.evidence
    assert "Central Command does not confirm it, which changes nothing." in words(after)


def test_a_competent_named_voice_confirms():
    """Confirmed always says by whom."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("AP", OBSERVERS, cue="confirmed", day="2023-11-02")
    standing = case.weigh()
    assert (standing.status, standing.by) == ("confirmed", ("Neutral Observer Mission",))
    assert standing.evidence[-1].stance == "confirms"


def test_a_party_that_admits_it_confirms_against_its_own_interest():
    """Admitting is stronger than saying."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("AP", MINISTRY, cue="acknowledged", day="2023-11-02")
    assert case.weigh().status == "confirmed"


def test_words_of_confirmation_by_somebody_who_may_not_know_only_support():
    """A "confirmed" by anybody else is one more voice."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("AP", IVANOV, cue="confirmed")
    assert case.weigh().status == "unconfirmed"


def test_confirmation_and_denial_together_dispute():
    """Both are named."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("AP", OBSERVERS, cue="confirmed")
    case.report("BBC", MINISTRY, certainty="CT-", cue="denied")
    standing = case.weigh()
    assert standing.status == "disputed"
    assert set(standing.by) == {"Neutral Observer Mission", "Icelandic defence ministry"}


def test_a_denial_that_its_own_voice_took_back_stands_no_longer():
    """The ministry denies, and later acknowledges."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("AP", MINISTRY, certainty="CT-", cue="denied", day="2023-11-02")
    case.report("AP", MINISTRY, cue="acknowledged", day="2023-11-05")
    assert [s.status for s in case.history()] == ["unconfirmed", "denied", "confirmed"]


def test_a_claim_that_was_only_denied_is_unreported():
    """Nobody said it yet by that moment."""
    case = Case()
    case.report("AP", MINISTRY, certainty="CT-", cue="denied", day="2023-11-01")
    case.report("Herald", OFFICIAL, day="2023-11-02")
    assert case.weigh(published_by="2023-11-01").status == "unreported"
    assert case.weigh().status == "denied"


def test_a_claim_that_something_did_not_happen_is_supported_by_those_who_say_so():
    """Where all members are negative, the claim is what they say is not so."""
    case = Case()
    case.report("AP", IVANOV, certainty="CT-")
    case.report("BBC", NOVAK, certainty="CT-")
    assert case.weigh().status == "corroborated"


def test_a_contradiction_without_a_negation_is_a_denial_too():
    """A link says that the words exclude each other; the fewer deny."""
    case = Case()
    first = case.report("AP", IVANOV)
    second = case.report("BBC", NOVAK)
    other = case.report("CNN", MINISTRY, words="arms were held back")
    case.links += [make_link(other, first, "denies"), make_link(other, second, "denies")]
    standing = case.weigh()
    assert standing.status == "disputed"
    assert standing.by == ("Icelandic defence ministry",)


def test_the_same_anonymous_official_in_two_papers_may_be_one():
    """Hi 2, lo 1."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("Courier", OFFICIAL)
    standing = case.weigh()
    assert bounds(standing) == (1, 2)
    assert standing.cut == ("an official (Courier)", "an official (Herald)")
    assert "may be one and the same" in words(standing)


def test_anonymous_officials_of_two_states_are_two():
    """Their bodies exclude each other."""
    case = Case()
    case.report("Herald", make_actor("an official", "unnamed_official", affiliation="ISL"))
    case.report("Courier", make_actor("an official", "unnamed_official", affiliation="LUX"))
    assert bounds(case.weigh()) == (2, 2)


def test_an_anonymous_voice_counts_only_in_hi_beside_a_named_one():
    """The unnamed one may be the named one."""
    case = Case()
    case.report("Herald", IVANOV)
    case.report("Courier", OFFICIAL)
    assert bounds(case.weigh()) == (1, 2)


def test_a_copy_whose_host_adds_own_reporting_keeps_both():
    """The agency's voice and the host's own interview are two origins."""
    case = Case()
    wire = case.article("Reuters")
    case.report(wire, IVANOV)
    copy = case.article("Herald", "2023-11-02")
    case.report(copy, IVANOV)
    case.report(copy, NOVAK)
    case.links.append(make_link(copy, wire, "copies", because=(("same text", 0.6),)))
    standing = case.weigh()
    assert bounds(standing) == (2, 2)
    assert set(standing.paths) >= {
        ("Herald", "Reuters", "Ivan Ivanov"),
        ("Herald", "Petra Novak"),
    }


def test_the_same_words_from_somebody_whom_the_copied_text_does_not_name_are_his():
    """A host that asks a witness of its own has one, though he says what the agency says."""
    case = Case()
    wire = case.article("Reuters", text="It rained, Ivan Ivanov said.")
    case.report(wire, IVANOV)
    copy = case.article("Herald", "2023-11-02", text="It rained, Ivan Ivanov said. So did Novak.")
    case.report(copy, IVANOV)
    case.report(copy, NOVAK)
    case.links.append(make_link(copy, wire, "copies", because=(("same text", 0.9),)))
    assert bounds(case.weigh()) == (2, 2)


def test_a_profession_before_a_name_makes_nobody_else_of_him():
    """At the head of a sentence a profession looks like a part of the name."""
    case = Case()
    case.report("Herald", ("Doctor Ivan Ivanov", "named_person"))
    case.report("Courier", IVANOV)
    assert bounds(case.weigh()) == (1, 1)


def test_a_copy_of_a_sourceless_report_is_no_second_unknown_origin():
    """The text has one author, whoever prints it."""
    case = Case()
    wire = case.article("Reuters", text=LONG)
    case.report(wire)
    copy = case.article("Herald", "2023-11-02", text=LONG + " More.")
    case.report(copy)
    case.links.append(make_link(copy, wire, "copies"))
    assert bounds(case.weigh()) == (0, 1)


def test_a_possible_copy_counts_as_dependence_in_the_lower_bound():
    """A translation cannot be proved to be one."""
    case = Case()
    wire = case.article("Reuters", text="In another language")
    case.report(wire, IVANOV)
    copy = case.article("Herald", "2023-11-02")
    case.report(copy, ("I. Ivanoff", "named_person"))
    case.links.append(make_link(copy, wire, "possible_copy"))
    standing = case.weigh()
    assert bounds(standing) == (1, 2)
    assert "Herald may repeat the text of Reuters" in words(standing)


def test_an_outlet_that_cites_itself_adds_nothing():
    """A follow-up is no support."""
    case = Case()
    case.report("Herald", IVANOV)
    case.report("Herald", ("Herald", "media_outlet"), day="2023-11-02")
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert standing.flags == ("single_source", "self_citation")


def test_a_monitor_that_cites_witnesses_is_a_gate_and_the_origin_stays_anonymous():
    """The chain is shown behind the monitor."""
    case = Case()
    monitor = ("Rights Monitor", "organisation")
    case.report("Herald", monitor, ("witnesses", "unnamed_group"))
    case.report("Courier", monitor, ("local activists", "unnamed_group"))
    case.report("Reuters", monitor)
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert standing.cut == ("Rights Monitor",)
    assert standing.behind == ("local activists", "witnesses")
    assert standing.flags == ("single_source", "single_anonymous_origin")


def test_several_outlets_that_nobody_names_add_nothing_beside_a_real_origin():
    """An aggregator's "several outlets report" counts only alone."""
    case = Case()
    case.report("Herald", ("several outlets", "unnamed_media"))
    alone = case.weigh()
    assert (*bounds(alone), alone.flags) == (0, 1, ("no_named_origin",))
    case.report("Courier", IVANOV)
    beside = case.weigh()
    assert (*bounds(beside), beside.cut) == (1, 1, ("Ivan Ivanov",))


def test_a_press_release_printed_by_fifty_has_one_origin_that_is_marked_a_party():
    """The issuer is a party, so that nothing is corroborated."""
    case = Case()
    for number in range(40):
        case.report(f"Paper {number}", MINISTRY)
    standing = case.weigh()
    assert (*bounds(standing), standing.cut) == (1, 1, ("Icelandic defence ministry",))
    assert {item.party for item in standing.evidence} == {True}


def test_two_parties_do_not_corroborate():
    """At least one origin must be no party."""
    case = Case()
    case.report("Herald", make_actor("Red Band", "organisation"))
    case.report("Courier", make_actor("Blue Band", "organisation"))
    standing = case.weigh()
    assert (*bounds(standing), standing.status) == (2, 2, "unconfirmed")


def test_a_relay_of_a_report_that_is_held_leads_on_through_it():
    """Relay and original report are one origin."""
    case = Case()
    case.report("Courier", IVANOV)
    case.report("Ledger", ("Courier", "media_outlet"), ("a source", "unnamed_person"))
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert ("Ledger", "Courier", "Ivan Ivanov") in standing.paths
    assert "Ledger cites Courier: a relay, not a second source." in words(standing)


def test_a_cited_outlet_whose_report_is_not_held_counts_in_hi_only():
    """Nobody knows on what its report rests."""
    case = Case()
    case.report("Ledger", ("Courier", "media_outlet"))
    standing = case.weigh()
    assert (*bounds(standing), standing.cut) == (0, 1, ("Courier",))
    assert "The report of Courier is not at hand" in words(standing)


def test_a_loop_with_a_way_out_counts_once():
    """Two outlets cite each other, and one has a source of its own."""
    case = Case()
    case.report("Herald", ("Courier", "media_outlet"), day="2023-11-02")
    case.report("Courier", ("Herald", "media_outlet"), day="2023-11-01")
    case.report("Courier", IVANOV, day="2023-11-01")
    standing = case.weigh()
    assert bounds(standing) == (1, 1)
    assert "circular_with_exit" in standing.flags


def test_an_own_observation_is_an_origin_and_no_confirmation():
    """What a correspondent saw counts in lo."""
    case = Case()
    case.report("Herald", ("our correspondent", "role_person"), cue="saw")
    case.report("Courier", IVANOV)
    standing = case.weigh()
    assert (*bounds(standing), standing.status) == (2, 2, "corroborated")
    assert "own observation of Herald" in standing.cut


def test_outlets_of_one_owner_are_one_actor_where_the_owner_is_sure():
    """Sure facts merge both bounds, unsure ones the lower only."""
    sure, unsure = Case(), Case()
    for case, papers in ((sure, ("Post", "Star")), (unsure, ("Sun", "Moon"))):
        case.report(papers[0], IVANOV)
        case.report(papers[1], NOVAK)
    assert bounds(sure.weigh()) == (1, 1)
    assert "Post and Star belong to one owner: one actor." in words(sure.weigh())
    assert bounds(unsure.weigh()) == (1, 2)


def test_a_surname_and_initials_join_the_fuller_name():
    """The name "Ivanov" is Ivan Ivanov where there is only one."""
    case = Case()
    case.report("Herald", make_actor("spokesman Ivan Ivanov", "named_person"))
    case.report("Courier", ("Ivanov", "named_person"))
    assert bounds(case.weigh()) == (1, 1)
    case = Case()
    case.report("Herald", ("World Rain Office", "organisation"))
    case.report("Courier", ("WRO", "organisation"))
    assert bounds(case.weigh()) == (1, 1)


def test_a_debunked_photograph_is_an_origin_no_longer():
    """Only what rested on it goes."""
    case = Case()
    case.report("Herald", ("a photograph from social media", "document"))
    case.report("Courier", OFFICIAL)
    case.beside("AP", "debunks", day="2023-11-03", words="The photograph was doctored")
    assert [bounds(s) for s in case.history()] == [(1, 2), (1, 1)]


def test_a_relay_falls_with_the_report_that_it_relays():
    """Paths through a withdrawn report are gone, until that outlet reports anew."""
    case = Case()
    case.report("Herald", IVANOV, day="2023-11-01")
    case.report("Courier", ("Herald", "media_outlet"), day="2023-11-02")
    case.beside("Herald", "retracts", day="2023-11-03")
    assert case.weigh().status == "retracted"
    case.report("Herald", NOVAK, day="2023-11-04")
    standing = case.weigh()
    assert (*bounds(standing), standing.cut) == (1, 1, ("Petra Novak",))


def test_a_bare_date_does_not_prove_an_impossible_chronology():
    """A paper of that day may have printed before another's morning report."""
    case = Case()
    case.report("Herald", ("Courier", "media_outlet"), day="2023-11-01")
    case.report("Courier", IVANOV, day="2023-11-01T09:00")
    assert "impossible_chronology" not in case.weigh().flags


def test_both_dials_leave_out_what_came_later():
    """One asks what the world had published, the other what this desk had seen."""
    case = Case()
    case.report(case.article("Herald", "2023-11-01", seen="2023-11-09"), IVANOV)
    case.report(case.article("Courier", "2023-11-02", seen="2023-11-03"), NOVAK)
    assert bounds(case.weigh(published_by="2023-11-01")) == (1, 1)
    assert case.weigh(seen_by="2023-11-04").cut == ("Petra Novak",)
    assert bounds(case.weigh()) == (2, 2)
    assert case.weigh(published_by="2023-10-01").status == "unreported"


@pytest.mark.parametrize(
    ("about", "field", "value", "expected"),
    [
        ("claim", "status", "undeterminable", ("undeterminable", 1, 1)),
        ("first", "stance", "comment", ("unreported", 0, 0)),
        ("first", "rejected", "wrong voice", ("unreported", 0, 0)),
    ],
)
def test_what_people_decide_outweighs(about: str, field: str, value: str, expected: tuple):
    """From the moment of the decision on, and only until it is undone."""
    case = Case()
    first = case.report("Herald", IVANOV)
    target = case.claim.id if about == "claim" else first.id
    decision = make_judgement(target, field, value, at="2023-11-10")
    case.judgements.append(decision)
    standing = case.weigh()
    assert (standing.status, *bounds(standing)) == expected
    assert case.weigh(seen_by="2023-11-09").status == "unconfirmed"
    undone = make_judgement(target, field, "", at="2023-11-11", undoes=decision.id)
    case.judgements.append(undone)
    assert case.weigh().status == "unconfirmed"


def test_sites_that_a_person_rated_count_each():
    """Unknown sites are one hand until somebody vouches to know them."""
    case = Case()
    case.report("one.example", IVANOV)
    case.report("two.example", NOVAK)
    assert bounds(case.weigh()) == (1, 2)
    for site in ("one.example", "two.example"):
        case.judgements.append(make_judgement(site, "rating", "C", verdict="accepted"))
    standing = case.weigh()
    assert (*bounds(standing), standing.status) == (2, 2, "corroborated")


def test_a_person_may_say_who_can_know():
    """Competence that the table does not know."""
    case = Case()
    case.report("Herald", IVANOV)
    commission = ("Border Commission", "organisation")
    denial = case.report("AP", commission, certainty="CT-", cue="denied")
    assert case.weigh().status == "disputed"
    case.judgements.append(make_judgement(denial.id, "competent", "yes"))
    assert case.weigh().status == "denied"


def test_a_ministry_that_is_only_said_to_have_denied_is_who_denies():
    """It stands as "the ministry denied the report" in the paper's own words."""
    case = Case()
    case.report("Herald", OFFICIAL)
    ministry = Mention(Span(0, 1), "Icelandic defence ministry", "organisation")
    denying = Event("deny", Span(0, 1), who=(ministry,))
    case.beside("AP", "denies", day="2023-11-02", event=denying)
    told = case.about[0][0]
    assert case.weigh().by == ("AP",)
    case.about[0] = (_as_speech_act(told), "denies")
    assert case.weigh().by == ("Icelandic defence ministry",)


def _as_speech_act(statement):
    import dataclasses  # noqa: PLC0415  # one use

    hop = dataclasses.replace(statement.chain[0], mode="speech_act")
    return dataclasses.replace(statement, chain=(hop,))


def test_an_article_of_an_unknown_outlet_is_one_unrated_actor():
    """Neither page nor user told who published it."""
    case = Case()
    case.report(case.article("", text="somebody wrote"), IVANOV)
    case.report(case.article("", text="somebody wrote too", url="https://www.reuters.com/x"), NOVAK)
    standing = case.weigh()
    assert bounds(standing) == (2, 2)
    assert ("an unnamed outlet", "Ivan Ivanov") in standing.paths
    assert ("Reuters", "Petra Novak") in standing.paths


def test_a_relayed_claim_of_unnamed_sources_rests_on_the_paper_that_was_told():
    """A paper's headline names another; its body names the sources behind that one."""
    case = Case()
    text = "Courier: Band may get arms\n\nBand may be getting arms, sources told the Courier."
    paper = case.article("Ledger", text=text)
    courier = ("Courier", "media_outlet")
    case.report(paper, courier, certainty="PS+", words="Band may get arms")
    sources = make_actor("Luxembourg sources", "unnamed_official", number="plural")
    case.report(paper, courier, sources, certainty="PS+", words="Band may be getting arms")
    case.beside("Ledger", "does_not_confirm", OFFICIAL, day="2023-11-01")
    standing = case.weigh()
    assert (*bounds(standing), standing.status) == (1, 1, "unconfirmed")
    assert (standing.cut, standing.behind) == (("Courier",), ("Luxembourg sources",))
    assert standing.flags == ("single_source", "single_gate", "single_anonymous_origin")


@pytest.mark.parametrize(
    "voice", [("speculation", "unattributed"), ("Icelandic media", "unnamed_media")]
)
def test_hearsay_alone_has_no_named_origin(voice: tuple):
    """N = [0, 1]."""
    case = Case()
    case.report("Ledger", voice, certainty="PS+")
    standing = case.weigh()
    assert (*bounds(standing), standing.status) == (0, 1, "unconfirmed")
    assert standing.flags == ("no_named_origin",)


def test_a_decision_about_the_claim_enters_the_history_at_its_moment():
    """Each entry names the change and what caused it."""
    case = Case()
    first = case.report("Herald", IVANOV)
    case.judgements.append(make_judgement(case.claim.id, at="2023-11-10"))
    history = case.history()
    assert [s.status for s in history] == ["unconfirmed", "undeterminable"]
    assert history[0].reasons[-1].statements == (first.id,)
    assert history[1].reasons[-1].text == "From unconfirmed [1, 1] to undeterminable [1, 1]."


def test_words_of_rejection_deny_however_sure_they_sound():
    """A voice that "rejected" the report denies it."""
    case = Case()
    case.report("Herald", OFFICIAL)
    case.report("AP", MINISTRY, cue="flatly rejected")
    assert case.weigh().by == ("Icelandic defence ministry",)


def test_a_question_is_no_support():
    """Asking whether it is so says nothing of it."""
    case = Case()
    case.report("Herald", IVANOV, certainty="Uu", cue="asked")
    case.report("Courier", NOVAK)
    standing = case.weigh()
    assert (*bounds(standing), len(standing.evidence)) == (1, 1, 1)


def test_two_reports_that_exclude_each_other_leave_the_claim_to_the_older():
    """Where neither side has more reports, the claim is what was said first."""
    case = Case()
    first = case.report("AP", IVANOV, day="2023-11-01")
    second = case.report("BBC", MINISTRY, day="2023-11-02", words="arms were held back")
    case.links.append(make_link(second, first, "denies"))
    assert [(e.by, e.stance) for e in case.weigh().evidence] == [
        ("Ivan Ivanov", "supports"),
        ("Icelandic defence ministry", "denies"),
    ]


@pytest.mark.parametrize(
    "chain",
    [
        [make_actor("a Reuters correspondent", "role_person", affiliation="outlet:reuters")],
        [("Reuters", "media_outlet"), ("a correspondent", "unnamed_person")],
        [("Reuters", "media_outlet")],
    ],
)
def test_what_an_agency_saw_itself_is_its_own_observation(chain: list):
    """However the paper words it."""
    case = Case()
    case.report("Herald", *chain, cue="saw")
    standing = case.weigh()
    assert (*bounds(standing), standing.cut) == (1, 1, ("own observation of Reuters",))


def test_a_ministry_and_a_minister_of_one_state_are_one_voice_at_least():
    """The ministry's state is known by its name."""
    case = Case()
    case.report("Herald", ("French Defence Ministry", "organisation"))
    case.report("Courier", make_actor("Ivan Ivanov", "named_person", affiliation="France"))
    standing = case.weigh()
    assert (*bounds(standing), standing.cut) == (1, 2, ("France",))


def test_an_owner_of_an_outlet_that_the_claim_is_about_is_a_party():
    """So is the outlet itself, and the state whose people are struck."""
    paper = Mention(Span(0, 1), "Post", "organisation", "outlet:post-x")
    state = Mention(Span(0, 1), "Iceland", "place", "ISL")
    event = Event("close", Span(0, 1), what=(paper,), who=(state,))
    case = Case()
    case.report("Herald", OFFICIAL, event=event)
    owner = make_actor("Hill Press", "organisation", key="owner:hill-x")
    for voice in (owner, MINISTRY, OBSERVERS):
        case.report("AP", voice, certainty="CT-", cue="denied", event=event)
    parties = {item.by: item.party for item in case.weigh().evidence}
    assert parties == {
        "an official": None,
        "Hill Press": True,
        "Icelandic defence ministry": True,
        "Neutral Observer Mission": False,
    }


def test_text_copied_from_an_article_whose_own_report_was_not_read_still_leads_there():
    """The words stand in the earlier article, whatever was read there."""
    case = Case()
    wire = case.article("Reuters", text="Ivanov said that arms were used on Monday.")
    for paper in ("Herald", "Courier"):
        copy = case.article(paper, "2023-11-02")
        case.report(copy, OFFICIAL)
        case.links.append(make_link(copy, wire, "copies"))
    standing = case.weigh()
    assert (*bounds(standing), standing.cut) == (1, 1, ("Reuters",))
