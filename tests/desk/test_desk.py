"""The library's front door."""

from datetime import UTC, datetime

import pytest
from tests.show.cli.articles import POST, written

from reportedly import Desk, InvalidValueError, NotFoundError, Reading, StoreError, statements

SEEN = datetime(2024, 3, 10, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A desk in memory that has read three articles; tests here only ask it."""
    made = Desk("memory:", clock=lambda: SEEN)
    report = made.add(written(tmp_path_factory.mktemp("desk")))
    assert len(report.added) == 3
    return made


def test_a_claim_tells_how_it_stands(desk):
    """A claim has status, bounds, cut and chains."""
    claim = desk.claims("Pantsir")[0]
    assert claim.lo <= claim.hi
    assert claim.outlets == ("Example Post", "Sample Wire", "Mock Daily")
    assert claim.chains[0].startswith("Example Post <- ")
    assert desk.claim(claim.id[:6]).standing == claim.standing
    assert desk.claim(claim.statements[0].id[:12]).id == claim.id


def test_the_same_question_has_the_same_answer(desk):
    """Every answer is a function of what is kept and of the moments that are passed."""
    for ask in (
        desk.claims,
        lambda: desk.claims(published_by=SEEN, seen_by=SEEN),
        lambda: desk.trace(desk.claims()[0]),
        lambda: desk.history(desk.claims()[0]),
        lambda: desk.search("pantsir"),
    ):
        assert ask() == ask()


def test_history_goes_from_the_first_report_to_now(desk):
    """The history begins unconfirmed and ends as the claim stands now."""
    claim = desk.claims("Pantsir")[0]
    history = desk.history(claim)
    assert history[0].status == "unconfirmed"
    assert history[-1].status == claim.status
    assert [s.published_by for s in history] == sorted(s.published_by for s in history)
    assert desk.record(claim)[-1] == claim.standing


def test_the_dial_published_by_weighs_what_was_out_by_then(desk):
    """As of an earlier day a claim stands on the reports of that day."""
    claim = desk.claims("Pantsir")[0]
    early = desk.standing(claim, published_by=datetime(2024, 3, 4, 23, tzinfo=UTC))
    assert early.status == "unconfirmed"
    assert len(early.evidence) < len(claim.standing.evidence)


def test_a_moment_in_the_future_is_refused(desk):
    """Nobody can ask for what will be known."""
    later = datetime(2024, 3, 12, tzinfo=UTC)
    for dial in ({"published_by": later}, {"seen_by": later}):
        with pytest.raises(InvalidValueError, match="lies in the future"):
            desk.claims(**dial)


def test_what_is_no_claim_is_refused_as_one(desk):
    """The id of an article is no claim, and a figure belongs to a claim."""
    document = desk.claims()[0].statements[0].document
    with pytest.raises(NotFoundError, match="not a claim"):
        desk.claim(document)
    with pytest.raises(InvalidValueError, match="no figures"):
        desk.why(f"{document}.lo")


def test_reading_keeps_nothing(tmp_path):
    """Statements can be had without a desk."""
    article = tmp_path / "post.txt"
    article.write_text(POST, encoding="utf-8")
    found = statements(article, outlet="Example Post", published="2024-03-04")
    assert found[0].chain[0].actor.name == "Example Post"
    with Desk("memory:") as own:
        (reading,) = own.read(article, outlet="Example Post")
        assert isinstance(reading, Reading)
        assert own.claims() == []


def test_a_rating_of_a_source_is_kept(tmp_path):
    """A source is rated by its key; undoing it leaves both judgements in the ledger."""
    with Desk(tmp_path / "desk") as own:
        rated = own.judge(
            "outlet:wsj", "accepted", field="rating", value="B", reason="Long record", by="Ada"
        )
        assert own.undo(rated.id, reason="A slip", by="Ada").undoes == rated.id
        assert len(own.ledger()) == own.verify()


def test_a_desk_is_only_made_where_asked(tmp_path):
    """Without `create` a missing desk is an error that says what to do."""
    with pytest.raises(StoreError, match="reportedly init"):
        Desk(tmp_path / "none", create=False)
