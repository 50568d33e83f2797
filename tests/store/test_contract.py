"""What every store does alike."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies
from tests.build import (
    make_claim,
    make_document,
    make_judgement,
    make_link,
    make_problem,
    make_standing,
    make_statement,
    moment,
)

from reportedly import store
from reportedly.errors import InvalidValueError, NotFoundError, StoreError
from reportedly.store import Store, View
from reportedly.values.claim import Claim
from reportedly.values.wire import Record

MONDAY, TUESDAY, WEDNESDAY = moment("2023-11-06"), moment("2023-11-07"), moment("2023-11-08")
SECOND = timedelta(seconds=1)

POST = make_document("Example Post", "Rain fell on Kyiv. Two bridges are closed.", "2023-11-03")
WIRE = make_document("Example Wire", "Rain fell. The mayor denied it.", "2023-11-05T09:00+02:00")
UNDATED = make_document("Example Blog", "Hail fell on Kyiv.", None, seen="2023-11-06T12:00")
RAIN = make_statement(POST, "Rain fell on Kyiv")
BRIDGES = make_statement(POST, "Two bridges are closed", [("the mayor", "role_person")])
WIRED = make_statement(WIRE, "Rain fell", [("Example Post", "media_outlet")])
DENIED = make_statement(WIRE, "it", [("the mayor", "role_person")], "CT-")
HAIL = make_statement(UNDATED, "Hail fell on Kyiv")
SAME = make_link(WIRED, RAIN)
COPY = make_link(WIRE, POST, "copies", because=(("same text", 0.9),))
CLAIM = make_claim(RAIN, WIRED, about=[(DENIED, "denies")])
STANDING = make_standing(CLAIM)
JUDGED = make_judgement(CLAIM.id, at="2023-11-06T00:00")
BLOCKED = make_problem("https://post.example/1", at="2023-11-05T12:00")
EVERYTHING: tuple[Record, ...] = (
    POST,
    WIRE,
    UNDATED,
    RAIN,
    BRIDGES,
    WIRED,
    DENIED,
    HAIL,
    SAME,
    COPY,
    CLAIM,
    STANDING,
    JUDGED,
    BLOCKED,
)


@pytest.fixture(params=["memory", "sqlite"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Return a new, empty store of each sort."""
    held = store.open("memory:" if request.param == "memory" else tmp_path / "desk.db")
    yield held
    held.close()


@pytest.fixture
def full(opened: Store) -> Store:
    """Return a store that was given everything on Monday."""
    keep(opened, *EVERYTHING)
    return opened


def keep(held: Store, *records: Record, now: datetime = MONDAY) -> int:
    with held.write(now=now) as writer:
        return writer.add(records)


def shown(view: View) -> tuple[object, ...]:
    """Return all that a view shows."""
    statements = [one.id for one in view.statements()]
    return (
        view.documents(),
        view.statements(),
        view.links([*statements, *(one.id for one in view.documents())]),
        view.claims(),
        view.claims_of(statements),
        [view.standings(claim.id) for claim in view.claims()],
        view.judgements([claim.id for claim in view.claims()]),
        view.problems(),
        set(view.search("fell")),
    )


def ids(records: object) -> list[str]:
    return [one.id for one in records]  # type: ignore[attr-defined]  # any records


# Adding


def test_what_was_added_is_found(full: Store):
    """Every record comes back as it was, in the order that the view promises."""
    view = full.view()
    assert view.documents() == [POST, WIRE, UNDATED]
    assert set(view.statements()) == {RAIN, BRIDGES, WIRED, DENIED, HAIL}
    assert view.statements(documents=[POST.id]) == [RAIN, BRIDGES]
    assert view.statements(ids=[HAIL.id, RAIN.id, "0" * 32]) == [RAIN, HAIL]
    assert view.statements(ids=[HAIL.id, RAIN.id], documents=[POST.id]) == [RAIN]
    assert view.documents([WIRE.id]) == [WIRE]
    assert view.links([RAIN.id]) == [SAME]
    assert view.links([POST.id]) == [COPY]
    assert view.claims() == view.claims([CLAIM.id]) == view.claims_of([DENIED.id]) == [CLAIM]
    assert view.standings(CLAIM.id) == [STANDING]
    assert view.judgements([CLAIM.id]) == [JUDGED]
    assert view.problems() == [BLOCKED]


def test_adding_twice_is_adding_once(full: Store):
    """The same records again are not new, change nothing and leave no ledger entry."""
    before, entries = shown(full.view()), full.view().ledger()
    again = keep(full, *EVERYTHING, now=TUESDAY)
    assert (again, shown(full.view()), full.view().ledger()) == (0, before, entries)


def test_the_same_record_twice_in_one_block_counts_once(opened: Store):
    """A record that comes twice before the block ends is kept once."""
    assert keep(opened, POST, RAIN, POST, RAIN) == 2


@settings(max_examples=12, deadline=None)
@given(order=st.permutations(EVERYTHING), cut=st.integers(0, len(EVERYTHING)), sqlite=st.booleans())
def test_the_order_of_adding_does_not_matter(order: list[Record], cut: int, sqlite: bool):  # noqa: FBT001  # drawn
    """Views are the same in whatever order, and in however many blocks, records arrive."""
    with tempfile.TemporaryDirectory() as folder:
        straight = store.open("memory:")
        mixed = store.open(folder if sqlite else "memory:")
        keep(straight, *EVERYTHING)
        keep(mixed, *order[:cut])
        keep(mixed, *order[cut:])
        dials = (None, WIRE.first_seen, moment("2023-11-04"))
        assert [shown(mixed.view(dial)) for dial in dials] == [
            shown(straight.view(dial)) for dial in dials
        ]
        mixed.close()


@settings(max_examples=12, deadline=None)
@given(st.lists(strategies.records, max_size=8))
def test_any_record_comes_back_as_it_was(records: list[Record]):
    """Both stores give back any record, whatever its texts hold, and both verify."""
    with tempfile.TemporaryDirectory() as folder:
        for held in (store.open("memory:"), store.open(folder)):
            keep(held, *records)
            for one in records:
                if not hasattr(one, "id") or isinstance(one, Claim):
                    continue
                assert held.view().find(one.id).id == one.id  # type: ignore[union-attr]
            assert held.verify() == len(held.view().ledger())
            held.close()


def test_an_error_inside_the_block_keeps_nothing(opened: Store):
    """When a block fails, nothing of it is kept, and the next block works."""
    with pytest.raises(ZeroDivisionError), opened.write(now=MONDAY) as writer:  # noqa: PT012  # the block is the subject
        writer.add([POST, RAIN])
        writer.index(RAIN.id, ["rain"])
        raise ZeroDivisionError
    assert shown(opened.view()) == shown(store.open("memory:").view())
    assert keep(opened, POST, RAIN) == 2
    assert opened.verify() == 2


def test_a_view_shows_a_block_when_it_has_ended(opened: Store):
    """Nobody sees half a block."""
    view = opened.view()
    with opened.write(now=MONDAY) as writer:
        writer.add([POST])
        during = view.documents()
    assert (during, view.documents()) == ([], [POST])


def test_ledger_entries_cannot_be_added_by_hand(full: Store):
    """The ledger is written by the store alone."""
    with pytest.raises(InvalidValueError, match="add records only"):
        keep(full, full.view().ledger()[0])


# The two dials


def test_published_by_shows_what_the_world_had_published(full: Store):
    """A document counts from the start of its date; what hangs on later ones is not shown."""
    view = full.view(published_by=moment("2023-11-03"))
    assert view.documents() == [POST]
    assert view.statements() == [RAIN, BRIDGES]
    assert view.links([RAIN.id, POST.id]) == []
    assert view.claims() == [replace(CLAIM, statements=(RAIN.id,), about=())]
    assert view.claims_of([WIRED.id]) == []
    assert view.search("fell") == [RAIN]
    assert full.view(published_by=moment("2023-11-02")).claims() == []
    with pytest.raises(NotFoundError, match="as of the moments"):
        view.find(WIRED.id)


def test_published_by_knows_zones_and_instants(full: Store):
    """09:00 in Kyiv is 07:00 UTC: one second before, the article is not yet there."""
    seven = moment("2023-11-05T07:00")
    assert WIRE in full.view(published_by=seven).documents()
    assert WIRE not in full.view(published_by=seven - SECOND).documents()


def test_a_document_without_a_date_counts_from_its_first_sight(full: Store):
    """Where no date is claimed, the moment of first sight stands in."""
    assert UNDATED in full.view(published_by=UNDATED.first_seen).documents()
    assert UNDATED not in full.view(published_by=UNDATED.first_seen - SECOND).documents()


def test_seen_by_shows_what_this_desk_had_seen(opened: Store):
    """What was added later is not part of what this desk could show then."""
    keep(opened, POST, RAIN, now=MONDAY)
    keep(opened, WIRE, WIRED, SAME, CLAIM, now=TUESDAY)
    then = opened.view(seen_by=TUESDAY - SECOND)
    assert (then.documents(), then.statements(), then.claims()) == ([POST], [RAIN], [])
    assert (then.links([RAIN.id]), len(then.ledger())) == ([], 2)
    assert opened.view(seen_by=MONDAY - SECOND).documents() == []
    assert opened.view(seen_by=TUESDAY).claims() == [CLAIM]


def test_both_dials_work_together(opened: Store):
    """An article from Friday that was seen on Tuesday is shown only where both dials allow."""
    keep(opened, WIRE, now=MONDAY)
    keep(opened, POST, now=TUESDAY)
    friday = moment("2023-11-03")
    assert opened.view(friday, MONDAY).documents() == []
    assert opened.view(friday, TUESDAY).documents() == [POST]
    assert opened.view(None, MONDAY).documents() == [WIRE]


def test_what_this_desk_could_show_then_stays_the_same(full: Store):
    """Whatever is added afterwards, the view of an earlier moment does not move."""
    before = shown(full.view(seen_by=MONDAY))
    keep(
        full,
        replace(CLAIM, statements=(RAIN.id,)),
        make_judgement(CLAIM.id, value="denied", at="2023-11-05T00:00"),
        replace(BLOCKED, solved=TUESDAY),
        make_link(HAIL, RAIN, "variant"),
        now=TUESDAY,
    )
    assert shown(full.view(seen_by=MONDAY)) == before


def test_a_clock_that_jumps_back_does_not_turn_the_ledger_round(opened: Store):
    """Entries keep their order in time when the machine's clock is set back."""
    keep(opened, POST, now=TUESDAY)
    keep(opened, WIRE, now=MONDAY)
    assert [entry.at for entry in opened.view().ledger()] == [TUESDAY, TUESDAY]
    assert opened.view(seen_by=MONDAY).documents() == []


# Versions


def test_a_claim_grows_and_its_earlier_form_stays(opened: Store):
    """The last membership counts, and each moment keeps its own."""
    small = make_claim(RAIN)
    keep(opened, POST, WIRE, RAIN, WIRED, small, now=MONDAY)
    assert keep(opened, CLAIM, now=TUESDAY) == 1
    assert opened.view().claims() == [CLAIM]
    assert opened.view().find(CLAIM.id) == CLAIM
    assert opened.view(seen_by=MONDAY).claims() == [small]
    assert opened.view(seen_by=MONDAY).claims_of([WIRED.id]) == []


def test_a_statement_that_left_a_claim_is_no_longer_of_it(full: Store):
    """A later membership without a statement takes it out."""
    keep(full, make_claim(RAIN), now=TUESDAY)
    assert full.view().claims_of([WIRED.id]) == []
    assert full.view().claims_of([RAIN.id]) == [make_claim(RAIN)]


def test_a_superseded_claim_leads_on(opened: Store):
    """The id of a claim that was merged away finds the claim that has its first statement."""
    alone, merged = make_claim(WIRED), make_claim(RAIN, WIRED)
    keep(opened, POST, WIRE, RAIN, WIRED, alone, now=MONDAY)
    keep(opened, merged, Claim(alone.id, "", ()), now=TUESDAY)
    assert opened.view().claims() == [merged]
    assert opened.view().find(alone.id[:8]) == merged
    assert opened.view(seen_by=MONDAY).find(alone.id[:8]) == alone


def test_a_superseded_claim_whose_statement_is_in_no_claim_is_not_found(opened: Store):
    """When nothing took its place, the id answers nothing."""
    alone = make_claim(WIRED)
    keep(opened, WIRE, WIRED, alone)
    keep(opened, Claim(alone.id, "", ()), now=TUESDAY)
    with pytest.raises(NotFoundError):
        opened.view().find(alone.id)


def test_a_claim_that_was_never_more_than_empty_is_not_found(opened: Store):
    """An empty claim without a history leads nowhere."""
    keep(opened, Claim("c" * 32, "", ()))
    with pytest.raises(NotFoundError, match="No record begins with"):
        opened.view().find("cccccc")


def test_claims_come_oldest_first(opened: Store):
    """Claims are in the order in which their oldest statements were published."""
    late, early = make_claim(WIRED), make_claim(RAIN)
    keep(opened, POST, WIRE, RAIN, WIRED, late, early)
    assert opened.view().claims() == [early, late]


def test_a_problem_is_solved_and_can_come_up_again(opened: Store):
    """A solved problem leaves the list; the same one later is on it again."""
    solved = replace(BLOCKED, solved=TUESDAY)
    again = replace(BLOCKED, at=WEDNESDAY)
    keep(opened, BLOCKED)
    keep(opened, solved, now=TUESDAY)
    assert (opened.view().problems(), opened.view().problems(solved=True)) == ([], [solved])
    assert opened.view(seen_by=MONDAY).problems() == [BLOCKED]
    assert keep(opened, BLOCKED, now=TUESDAY) == 0
    keep(opened, again, now=WEDNESDAY)
    assert opened.view().problems() == [again]


def test_the_history_of_a_claim_holds_each_change(opened: Store):
    """Standings come oldest first; a return is a change, a repetition is none."""
    calm, stormy = make_standing(CLAIM), make_standing(CLAIM, "denied", 1, 1)
    for day, one in enumerate([calm, calm, stormy, stormy, calm]):
        keep(opened, one, now=MONDAY + timedelta(days=day))
    assert opened.view().standings(CLAIM.id) == [calm, stormy, calm]
    assert opened.view(seen_by=WEDNESDAY).standings(CLAIM.id) == [calm, stormy]
    assert opened.verify() == 3


def test_judgements_count_from_their_moment_on(opened: Store):
    """What a person decided is not shown before it was decided, nor before it was here."""
    early = make_judgement(CLAIM.id, at="2023-11-06T00:00")
    late = make_judgement(CLAIM.id, value="denied", at="2023-11-08T00:00")
    keep(opened, late, early, now=TUESDAY)
    assert opened.view().judgements([CLAIM.id]) == [early, late]
    assert opened.view(seen_by=TUESDAY).judgements([CLAIM.id]) == [early]
    assert opened.view(seen_by=MONDAY).judgements([CLAIM.id]) == []


# Looking up


def test_six_characters_of_an_id_are_enough(full: Store):
    """Any unique beginning finds its record, in either case of letters."""
    found = [full.view().find(identity[:8].upper()) for identity in ids(EVERYTHING)]
    assert found == list(EVERYTHING)


@pytest.mark.parametrize(
    ("prefix", "sentence"),
    [
        ("abc", "too short. Write at least 6 characters"),
        ("000000", "No record begins with '000000'"),
        ("rumour", "No record begins with 'rumour'"),
        ("aaaaaa", "Several records begin with 'aaaaaa': aaaaaa000000, aaaaaa111111. Write more"),
    ],
)
def test_a_prefix_without_one_answer_says_so(opened: Store, prefix: str, sentence: str):
    """Too short, unknown or shared beginnings are told apart in plain words."""
    keep(opened, *(replace(POST, id="aaaaaa" + sign * 26) for sign in "01"))
    with pytest.raises(NotFoundError, match=sentence):
        opened.view().find(prefix)


def test_near_counts_shared_terms(full: Store):
    """Records that share most terms come first, then by id; others are not named."""
    with full.write(now=TUESDAY) as writer:
        writer.index(RAIN.id, ["rain", "kyiv", "fall"])
        writer.index(WIRED.id, ["rain", "fall", "fall"])
        writer.index(HAIL.id, ["hail", "kyiv"])
        writer.index(POST.id, ["rain"])
    view = full.view()
    asked = ["rain", "fall", "kyiv", "rain"]
    expected = [(RAIN.id, 3), (WIRED.id, 2), (HAIL.id, 1)]
    assert view.near(asked, record="statement", limit=9) == expected
    assert view.near(asked, record="statement", limit=1) == expected[:1]
    assert view.near(asked, record="document", limit=9) == [(POST.id, 1)]
    both = view.near_all({"a": asked, "b": ["hail"]}, record="statement", limit=9, least=1)
    assert both == {"a": expected, "b": [(HAIL.id, 1)]}
    fewer = view.near_all({"a": asked, "b": ["hail"]}, record="statement", limit=9, least=2)
    assert fewer == {"a": expected[:2], "b": []}
    since = moment("2023-11-04")
    assert view.near(asked, record="statement", limit=9, since=since) == expected[1:]
    then = full.view(published_by=moment("2023-11-04"))
    assert then.near(asked, record="statement", limit=9) == expected[:1]
    assert full.view(seen_by=MONDAY - SECOND).near(asked, record="statement", limit=9) == []
    assert view.near([], record="statement", limit=9) == []


def test_near_leaves_frequent_terms_out_while_rarer_ones_are_there(opened: Store):
    """A term of a thousand records says little; alone, it finds the newest of them."""
    many = [replace(RAIN, id=f"{number:032x}") for number in range(1100)]
    with opened.write(now=MONDAY) as writer:
        writer.add([POST, *many])
        for one in many:
            writer.index(one.id, ["news"])
        writer.index(many[7].id, ["rain"])
    view = opened.view()
    assert view.near(["news", "rain"], record="statement", limit=5) == [(many[7].id, 1)]
    assert view.near(["news"], record="statement", limit=2) == [
        (many[100].id, 1),
        (many[101].id, 1),
    ]


def test_indexing_again_changes_nothing_and_unknown_records_are_refused(full: Store):
    """Terms belong to documents and statements that are kept."""
    for _ in range(2):
        with full.write(now=TUESDAY) as writer:
            writer.index(RAIN.id, ["rain"])
    assert full.view().near(["rain"], record="statement", limit=9) == [(RAIN.id, 1)]
    with pytest.raises(NotFoundError, match="Add it before"), full.write(now=TUESDAY) as writer:
        writer.index("0" * 32, ["rain"])
    with pytest.raises(InvalidValueError, match="claim"), full.write(now=TUESDAY) as writer:
        writer.index(CLAIM.id, ["rain"])
    with pytest.raises(InvalidValueError, match="claim"):
        full.view().near(["rain"], record="claim", limit=9)


def test_vectors_are_kept_for_each_model(full: Store):
    """Each model has its own; what is kept stays, and a view of earlier has none."""
    with full.write(now=TUESDAY) as writer:
        writer.embed(RAIN.id, "meaning/1", b"\x01\xff\x00")
        writer.embed(HAIL.id, "meaning/1", b"\x02")
    with full.write(now=TUESDAY) as writer:
        writer.embed(RAIN.id, "meaning/1", b"other")
        writer.embed(RAIN.id, "meaning/2", b"new")
    view = full.view()
    asked = [RAIN.id, HAIL.id, WIRED.id, "0" * 32]
    assert view.vectors(asked, "meaning/1") == {RAIN.id: b"\x01\xff\x00", HAIL.id: b"\x02"}
    assert view.vectors(asked, "meaning/2") == {RAIN.id: b"new"}
    assert full.view(seen_by=MONDAY - SECOND).vectors(asked, "meaning/1") == {}
    assert full.verify() == len(view.ledger())
    with pytest.raises(NotFoundError, match="Add it before"), full.write(now=TUESDAY) as writer:
        writer.embed("0" * 32, "meaning/1", b"")
    with pytest.raises(InvalidValueError, match="claim"), full.write(now=TUESDAY) as writer:
        writer.embed(CLAIM.id, "meaning/1", b"")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("rain", {RAIN, WIRED}),
        ("RAIN kyiv", {RAIN}),
        ('"fell on Kyiv"', {RAIN, HAIL}),
        ('"Kyiv fell"', set()),
        ("bridg*", {BRIDGES}),
        ("rain snow", set()),
        ('rain" OR (fell NEAR', set()),
        ("(rain) - *fell*", {RAIN, WIRED}),
        ("text:rain", set()),
        ("", set()),
        ('"" * !', set()),
    ],
)
def test_search_finds_all_words(full: Store, query: str, expected: set[object]):
    """All words have to be there; signs that people type cannot break the search."""
    assert set(full.view().search(query)) == expected


def test_text_with_broken_characters_is_kept_whole(opened: Store):
    """Half surrogate pairs and NUL, which databases refuse, come back as they were."""
    broken = make_document("Example Post", "Rain\ud800 fell\0 on Kyiv.")
    said = make_statement(broken, "Rain\ud800 fell\0 on Kyiv.")
    with opened.write(now=MONDAY) as writer:
        writer.add([broken, said])
        writer.index(said.id, ["rain\ud800"])
    assert opened.view().documents() == [broken]
    assert opened.view().search("kyiv") == [said]
    assert opened.view().near(["rain\ud800"], record="statement", limit=1) == [(said.id, 1)]
    assert opened.verify() == 2


def test_search_puts_the_best_first(opened: Store):
    """More of the words in fewer others come first; the limit holds."""
    talk = make_document("Example Post", "Rain, rain and rain. Rain is what the mayor spoke of.")
    much = make_statement(talk, "Rain, rain and rain")
    little = make_statement(talk, "Rain is what the mayor spoke of")
    keep(opened, talk, little, much)
    assert opened.view().search("rain") == [much, little]
    assert opened.view().search("rain", limit=1) == [much]


# The ledger


def test_the_ledger_tells_what_came_in_which_order(opened: Store):
    """Each block and kind of record is one entry; numbers have no gaps, hashes are chained."""
    keep(opened, POST, RAIN, BRIDGES, now=MONDAY)
    keep(opened, WIRE, now=TUESDAY)
    entries = opened.view().ledger()
    assert [(one.seq, one.at, one.what, one.records) for one in entries] == [
        (1, MONDAY, "document", (POST.id,)),
        (2, MONDAY, "statement", (RAIN.id, BRIDGES.id)),
        (3, TUESDAY, "document", (WIRE.id,)),
    ]
    assert [one.previous for one in entries[1:]] == [one.hash for one in entries[:-1]]
    assert opened.view().ledger(after=2) == entries[2:]
    assert opened.verify() == 3


def test_the_same_steps_give_the_same_ledger(tmp_path: Path):
    """The chain depends on what was added and when, not on the sort of store."""
    chains = []
    for held in (store.open("memory:"), store.open(tmp_path)):
        keep(held, *EVERYTHING)
        chains.append(held.view().ledger())
        held.close()
    assert chains[0] == chains[1]


def test_moments_of_other_zones_are_the_same_moments(opened: Store):
    """An entry is kept in UTC, whatever zone the clock was in."""
    keep(opened, POST, now=datetime.fromisoformat("2023-11-06T02:00+02:00"))
    assert [(one.at, one.at.tzinfo) for one in opened.view().ledger()] == [(MONDAY, UTC)]


def test_only_one_writes_at_a_time(tmp_path: Path):
    """A second writer waits, and then says that somebody else is writing."""
    for place in ("memory:", tmp_path / "desk.db"):
        held = store.open(place, wait=0.05)
        with (
            held.write(now=MONDAY),
            pytest.raises(StoreError, match="is writing"),
            held.write(now=MONDAY),
        ):
            pass
        held.close()
