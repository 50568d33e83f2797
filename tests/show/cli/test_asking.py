"""What a desk answers on the command line."""

import json


def test_claims_lists_the_most_reported_first(place):
    """The claim that three outlets report stands on top, with status and bounds."""
    shown = place.run("claims")
    heading, first, *_ = [line.split("\t") for line in shown.stdout.splitlines()]
    assert heading == ["CLAIM", "STATUS", "ORIGINS", "OUTLETS", "WHAT"]
    assert first[3] == "3"
    assert "12 Pantsir systems" in first[4]


def test_claims_can_be_asked_by_word_and_status(place):
    """A query and a status narrow the list; nothing found is said on stderr."""
    assert place.claim in {c["id"] for c in place.lines("claims", "pantsir")}
    status = place.lines("claims")[0]["standing"]["status"]
    assert place.lines("claims", "--status", status)[0]["id"] == place.claim
    nothing = place.run("claims", "submarine")
    assert (nothing.exit_code, nothing.stdout) == (0, "")
    assert "No claim found" in nothing.stderr


def test_a_claim_as_published_by_an_earlier_day_has_fewer_reports(place):
    """The dial "published by" shows the claim with what was out by then."""
    early = place.lines("claims", "--published-by", "2024-03-04", "pantsir")
    assert early[0]["standing"]["status"] == "unconfirmed"
    assert len(early[0]["statements"]) < len(place.lines("claims")[0]["statements"])


def test_a_claim_before_the_desk_saw_anything_is_not_there(place):
    """The dial "seen by" shows what this desk held then."""
    assert place.lines("claims", "--seen-by", "2024-03-06") == []


def test_show_begins_with_the_answer(place):
    """The answer block comes first: status, outlets, origins; then the parts."""
    shown = place.run("show", place.claim[:8]).stdout
    assert shown.splitlines()[0].startswith(("DENIED by", "DISPUTED"))
    assert "3 outlets, 1 origin" in shown.splitlines()[0]
    for part in ("Origins: N = [", "Why it stands so:", "Denied by:", "Sentences:", "History"):
        assert part in shown
    assert "Example Post" in shown


def test_the_count_of_a_face_is_that_of_the_standing(place):
    """No face counts origins itself: the figures are those of the recorded standing."""
    body = place.lines("show", place.claim)[0]
    standing = body["standing"]
    shown = place.run("show", place.claim).stdout
    assert f"N = [{standing.get('lo')}, {standing.get('hi')}]" in shown


def test_trace_leads_to_the_origin(place):
    """The tree names each outlet, whom it cites with which words, and the sentence."""
    shown = place.run("trace", place.claim[:6]).stdout
    assert "Example Post (2024-03-04)" in shown
    assert "<- told: " in shown
    assert "U.S. official" in shown
    dot = place.run("trace", place.claim, "--format", "dot").stdout
    assert dot.startswith("digraph trace {")
    hops = place.lines("trace", place.claim)
    assert {hop["name"] for hop in hops} == {"Example Post", "Sample Wire", "Mock Daily"}


def test_search_finds_statements(place):
    """Statements are found by their words."""
    found = place.lines("search", "bread")
    assert [said["record"] for said in found] == ["statement"]
    assert "bread" in str(found[0]["text"])
    assert place.run("search", "bread").stdout.splitlines()[0] == "ID\tSURE\tCHAIN\tSTATEMENT"
    assert "No statement" in place.run("search", "submarine").stderr


def test_why_leads_from_any_record_back_to_the_words(place):
    """A claim, a figure, a statement and an article each lead back to sentences."""
    body = place.lines("show", place.claim)[0]
    said = body["reports"][0]
    for identity in (place.claim, f"{place.claim[:8]}.lo", said["id"], said["document"]):
        shown = place.run("why", identity)
        assert shown.exit_code == 0
        assert "“" in shown.stdout
        assert place.lines("why", identity)[0]["text"]


def test_why_leads_from_a_link_to_both_statements(place):
    """A link is explained by what both sides say and by what decided."""
    links = list(place.lines("why", place.lines("show", place.claim)[0]["reports"][1]["id"]))
    link = next(item for item in links[0]["because"] if item["what"] == "link")
    explained = place.lines("why", link["id"])[0]
    assert dict(explained["details"])["judged by"].startswith("link.")
    assert len(explained["because"]) == 2


def test_the_ledger_can_be_read_and_verified(place):
    """Each step of the desk is in the ledger, and nothing was changed since."""
    entries = place.lines("ledger")
    assert [entry["seq"] for entry in entries] == list(range(1, len(entries) + 1))
    assert place.run("ledger", "verify").stdout.startswith("The ledger holds: ")
    assert place.lines("ledger", "verify") == [{"entries": len(entries), "holds": True}]
    assert place.run("ledger", "--after", "1").stdout.splitlines()[1].startswith("2\t")


def test_every_answer_is_also_json_lines(place):
    """With --json every line of a result is one JSON object."""
    for words in (
        ("claims",),
        ("show", place.claim),
        ("trace", place.claim),
        ("search", "pantsir"),
        ("why", place.claim),
        ("problems",),
        ("ledger",),
    ):
        for line in place.run(*words, "--json").stdout.splitlines():
            assert isinstance(json.loads(line), dict)


def test_adding_twice_changes_nothing(place):
    """Articles that are held are known: nothing new enters the ledger."""
    before = place.lines("ledger")
    again = place.run("add", str(place.folder / "articles"))
    assert again.exit_code == 0
    assert again.stdout == "0 articles added, 3 known already; 0 claims touched.\n"
    assert place.lines("ledger") == before
