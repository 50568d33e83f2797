"""Records on the wire."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests import strategies
from tests.build import make_document, make_statement

from reportedly.errors import InvalidValueError
from reportedly.values.wire import RECORDS, Record, from_wire, to_wire


@given(strategies.records | strategies.entries)
@settings(max_examples=300, deadline=None)
def test_every_record_comes_back_from_json_as_it_was(record: Record):
    """What is written as JSON and read again is the same record."""
    assert from_wire(json.loads(json.dumps(to_wire(record)))) == record


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_every_kind_of_record_has_its_word(data: st.DataObject):
    """A record names its kind, by a word that the list of records holds."""
    record = data.draw(strategies.records | strategies.entries)
    assert RECORDS[str(to_wire(record)["record"])] is type(record)


def test_fields_that_hold_their_default_are_left_out():
    """A plain record reads well: it holds only what is said."""
    paper = make_document("Example Post", "Rain fell.")
    plain = to_wire(make_statement(paper, "Rain fell."))
    assert {"times", "mentions", "event", "background", "confidence"} & plain.keys() == set()


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"record": "rumour"},
        {"record": "claim"},
        {"record": "claim", "id": "c", "gist": "g", "statements": 3},
        {"record": "claim", "id": "c", "gist": "g", "statements": [], "colour": "red"},
        {"record": "document", "id": "d", "first_seen": "yesterday"},
    ],
)
def test_what_is_no_record_is_refused(body: dict):
    """A dictionary that is no record is refused with a sentence, and never half read."""
    with pytest.raises(InvalidValueError):
        from_wire(body)
