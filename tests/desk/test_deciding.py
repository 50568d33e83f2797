"""People have the last word: on readings, links, merges, splits and ratings; and can take it back."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.show.cli.articles import written

from reportedly import Desk, InvalidValueError

START = datetime(2024, 3, 10, 12, tzinfo=UTC)
DECIDED = {"reason": "Checked by telephone", "by": "Ada"}


class Ticking:
    """A clock that moves on by an hour whenever it is read."""

    def __init__(self):
        self.now = START

    def __call__(self):
        """Return the moment, an hour after the last."""
        self.now += timedelta(hours=1)
        return self.now


@pytest.fixture
def desk(tmp_path):
    """A desk in memory that has read three articles on one claim."""
    made = Desk("memory:", clock=Ticking())
    assert len(made.add(written(tmp_path)).added) == 3
    return made


def test_a_split_holds_and_can_be_undone(desk):
    """A report that a person takes out of a claim stays out, and comes back when undone."""
    claim = desk.claims("Pantsir")[0]
    report = claim.statements[1]
    split = desk.split(claim.id, [report.id], **DECIDED)
    assert report.id not in desk.claim(claim.id).claim.statements
    desk.repair(everything=True)
    assert report.id not in desk.claim(claim.id).claim.statements
    assert split in desk.claim(report.id).moves
    desk.undo(split.id, **DECIDED)
    assert report.id in desk.claim(claim.id).claim.statements


def test_a_merge_holds_against_what_the_machine_finds(desk):
    """Two claims that a person joined stay one; the old id leads on; undone, they are two."""
    claim, other = desk.claims("Pantsir")[0], desk.claims("bread")[0]
    merged = desk.merge(claim.id, other.id, **DECIDED)
    desk.repair(everything=True)
    assert desk.claim(other.id).id == desk.claim(claim.id).id
    desk.undo(merged.id, **DECIDED)
    assert desk.claim(other.id).claim == other.claim
    assert desk.claim(claim.id).claim == claim.claim


def test_a_split_that_was_taken_back_and_restored_holds(desk):
    """Whoever undoes an undoing restores what was decided."""
    claim = desk.claims("Pantsir")[0]
    report = claim.statements[1].id
    split = desk.split(claim.id, [report], **DECIDED)
    undone = desk.undo(split.id, **DECIDED)
    desk.undo(undone.id, **DECIDED)
    assert report not in desk.claim(claim.id).claim.statements


def test_a_corrected_source_changes_the_number_of_origins(desk):
    """Who is named as the source by a person is weighed as the source, and shown as hers."""
    claim = desk.claims("Pantsir")[0]
    before = (claim.lo, claim.hi)
    relay = next(s for s in claim.statements if s.chain[0].actor.name == "Sample Wire")
    value = "Sample Wire <- Bashar Example (named_person)"
    judged = desk.judge(relay.id, "corrected", field="chain", value=value, **DECIDED)
    after = desk.claim(claim.id)
    assert (after.lo, after.hi) != before
    assert "Sample Wire <- Bashar Example" in after.chains
    (shown,) = [s for s in after.statements if s.id == relay.id]
    assert shown.read_by.endswith("; chain by Ada")
    desk.undo(judged.id, **DECIDED)
    undone = desk.claim(claim.id)
    assert (undone.lo, undone.hi) == before
    assert relay in undone.statements


def test_a_rejected_reading_counts_for_nothing(desk):
    """What a person says was not said is no evidence."""
    claim = desk.claims("bread")[0]
    desk.judge(claim.statements[0].id, "rejected", **DECIDED)
    assert desk.claim(claim.id).status == "unreported"


def test_letter_and_digit_are_kept_apart(desk):
    """A rating of the source and one of what it says stand beside each other, dated."""
    claim = desk.claims("Pantsir")[0]
    desk.judge("outlet:example post", "accepted", field="rating", value="b", **DECIDED)
    desk.judge(claim.id, "accepted", field="credibility", value="2", **DECIDED)
    shown = [(r.field, r.value, r.by) for r in desk.claim(claim.id).ratings]
    assert sorted(shown) == [("credibility", "2", "Ada"), ("rating", "B", "Ada")]


def test_a_decision_leads_on_when_an_older_report_takes_the_claim_over(desk, tmp_path):
    """What was decided about a claim holds although its id has been superseded."""
    claim = desk.claims("Pantsir")[0]
    desk.judge(claim.id, "corrected", field="status", value="undeterminable", **DECIDED)
    older = tmp_path / "older.txt"
    older.write_text("Iran will send 12 Pantsir systems to Syria, a U.S. official said on Sunday.")
    desk.add(older, outlet="First Courier", published="2024-03-03")
    now = desk.claim(claim.id)
    assert now.id != claim.id
    assert now.status == "undeterminable"


@pytest.mark.parametrize(
    ("verdict", "field", "value", "message"),
    [
        ("corrected", "colour", "red", "cannot be judged. Use one of"),
        ("corrected", "stance", "maybe", "no value of stance"),
        ("corrected", "chain", "Sample Wire <- Nobody Known", "what kind of voice"),
        ("corrected", "content", "words that are not there", "does not stand in the article"),
        ("corrected", "certainty", "sure", "is none of"),
        ("rejected", "chain", "", "Say what the chain is instead"),
    ],
)
def test_what_cannot_be_decided_is_refused(desk, verdict, field, value, message):
    """A slip of the pen is told, with what can be written instead."""
    report = desk.claims("Pantsir")[0].statements[1]
    with pytest.raises(InvalidValueError, match=message):
        desk.judge(report.id, verdict, field=field, value=value, **DECIDED)


def test_what_the_desk_showed_then_it_shows_for_ever(desk, tmp_path):
    """Later articles, repairs, decisions and another reader leave an answer as of then alone."""
    then = desk.claims("Pantsir")[0].standing.seen_by + timedelta(minutes=1)

    def answer():
        claims = [repr(dossier) for dossier in desk.claims(seen_by=then)]
        return claims, repr(desk.search("Pantsir", seen_by=then))

    before = answer()
    claim = desk.claims("Pantsir")[0]
    desk.split(claim.id, [claim.statements[1].id], **DECIDED)
    desk.judge(claim.id, "corrected", field="status", value="denied", **DECIDED)
    desk.judge(claim.statements[0].id, "corrected", field="certainty", value="PS+", **DECIDED)
    desk._reader = "rules"  # noqa: SLF001  # a later release reads otherwise
    for day in (8, 9, 10):
        later = tmp_path / f"later{day}.txt"
        later.write_text(f"Iran has sent 1{day} Pantsir systems to Syria, officials said.")
        desk.add(later, outlet="Late Journal", published=f"2024-03-{day:02}")
    desk.repair(everything=True)
    assert answer() == before
