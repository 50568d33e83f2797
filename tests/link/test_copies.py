"""Which texts are copies, of what, and how that is known."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.build import make_document, moment

from reportedly import known
from reportedly.link.copies import SHARED, copies, terms
from reportedly.link.credits import credits  # noqa: A004 - the field's word
from reportedly.link.shingles import in_common, shingles
from reportedly.values.claim import Link
from reportedly.values.document import Document

KNOWN = known.load()
NOW = moment("2023-11-05")
STORY = """Fishermen in the northern harbour of Skala pulled eleven people from the water on Friday
after their wooden boat overturned in high waves, the coast guard said. Nine of them were taken to
a hospital on the mainland with hypothermia, while two were treated on the quay. A spokeswoman for
the coast guard said the boat had left a beach near the border before dawn and that no distress
call had been received until the vessel was already sinking. Two patrol ships and a helicopter went
on searching the area until nightfall, but strong winds kept smaller boats in port."""
OTHER = """Voters in the mountain district of Lower Arn will decide in spring whether the old railway
is to be reopened. The council said the line could carry forty thousand passengers a year, far more
than the buses do now, but farmers along the route fear for their fields and have hired a lawyer to
contest the plan before the regional court. Work would take three years at the least."""
HALF = " ".join(STORY.split()[:38])


def judge(document: Document, *near: Document) -> list[Link]:
    """Return the links of a document to others."""
    return list(copies(document, near, KNOWN, at=NOW))


def test_a_reprint_is_a_copy_of_the_earlier_text():
    """The later of two equal texts is the copy, whichever of them is judged."""
    first = make_document("Example Post", STORY, "2023-11-03")
    later = make_document("Example Gazette", STORY + "\nOur reporter adds a line.", "2023-11-04")
    found = [judge(later, first)[0], judge(first, later)[0]]
    assert [(k.left, k.right, k.relation) for k in found] == [(later.id, first.id, "copies")] * 2
    assert found[0].because[0][0] == "same text"


def test_a_credit_is_among_the_reasons_and_names_the_source():
    """An agency's own text is the source even where the page that copies is dated earlier."""
    wire = make_document("Reuters", "SKALA (Reuters) - " + STORY, "2023-11-03T12:00")
    copy = make_document("Example Post", "SKALA (Reuters) - " + STORY, "2023-11-03")
    (found,) = judge(wire, copy)
    assert (found.left, found.right) == (copy.id, wire.id)
    assert found.because == (("same text", 1.0), ("credited to Reuters in the dateline", 1.0))


def test_two_papers_with_one_agency_text_both_credit_it():
    """Where the agency's own text is not held, the earlier paper stands for it."""
    first = make_document("Example Post", STORY + "\n(Reuters)", "2023-11-03")
    later = make_document("Example Gazette", STORY + "\n(Reuters)", "2023-11-04")
    (found,) = judge(later, first)
    assert (found.right, found.because[1]) == (
        first.id,
        ("credited to Reuters in its closing words, as the other is", 1.0),
    )


def test_a_short_item_inside_a_long_text_is_found_in_both_directions():
    """Containment counts from the shorter text, so that an excerpt is a copy too."""
    whole = make_document("Example Post", STORY + "\n" + OTHER, "2023-11-03")
    part = make_document("Example Gazette", HALF, "2023-11-04")
    assert [link.relation for link in judge(part, whole)] == ["copies"]


def test_a_text_that_shares_a_third_may_be_a_rewrite():
    """Between .15 and .5 dependence is possible and no more."""
    rewrite = make_document("Example Gazette", HALF + "\n" + OTHER, "2023-11-04")
    (found,) = judge(rewrite, make_document("Example Post", STORY, "2023-11-03"))
    assert found.relation == "possible_copy"


def test_other_texts_and_shared_boilerplate_are_no_copies():
    """Two stories under the same page furniture have nothing to do with each other."""
    furniture = """\nRead also: What to know before you travel to the islands this summer season
Sign up for our newsletter and get the best stories of the week in your inbox each Friday
Copyright 2023. All rights reserved. This text may not be printed without the owner's consent"""
    a = make_document("Example Post", STORY + furniture)
    b = make_document("Example Gazette", OTHER + furniture)
    assert judge(a, b) == []
    assert not set(terms(a)) & set(terms(b))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"url": "https://post.example/1"}, {"url": "https://post.example/1"}),
        ({"title": "Boat overturns"}, {"title": "Boat overturns"}),
        ({}, {}),
    ],
)
def test_a_new_version_updates_and_copies_nothing(first, second):
    """An outlet that edits its own page does not copy it."""
    old = make_document("Example Post", STORY, "2023-11-03", **first)
    new = make_document("Example Post", STORY + "\nCorrected.", "2023-11-04", **second)
    (found,) = judge(old, new)
    assert (found.left, found.right, found.relation) == (new.id, old.id, "updates")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("LONDON (Reuters) - Rain fell.", [("Reuters", 1.0)]),
        ("WASHINGTON, July 16 (AP) — Rain fell.", [("Associated Press", 1.0)]),
        (
            "Rain fell.\n\nThe Associated Press contributed to this report.",
            [("Associated Press", 0.5)],
        ),
        ("Rain fell.\n(AFP)", [("Agence France-Presse", 1.0)]),
        ("By Associated Press\nRain fell.", [("Associated Press", 1.0)]),
        ("Rain fell.\nThis story first appeared in The Guardian.", [("The Guardian", 1.0)]),
        ("Rain fell.\n(Reporting by A. Person; Editing by B. Person)", [("Reuters", 1.0)]),
        ("Rain fell, Reuters reported.", []),
        ("Reuters reported on Monday that rain fell.", []),
        ("An editor of the paper (Reuters) said rain fell.", []),
    ],
)
def test_credits_are_the_words_that_give_a_text_away(text, expected):
    """Datelines, bylines and closing lines are credits; attribution of a fact is not."""
    found = credits(text, KNOWN)
    assert [(credit.outlet.name, credit.weight) for credit in found] == expected
    assert all(credit.span.of(text).strip() == credit.words for credit in found)


def test_copies_share_enough_index_terms_to_be_found():
    """What is a copy can be found through the index."""
    a = make_document("Example Post", STORY)
    b = make_document("Example Gazette", HALF + "\n" + OTHER)
    shared = set(terms(a)) & set(terms(b))
    assert len(shared) >= SHARED
    assert len(set(terms(a)) & set(terms(make_document("Example Gazette", OTHER)))) == 0


@given(st.text(max_size=300))
def test_a_text_contains_itself(text):
    """Any text, whatever it holds, shares all of its shingles with itself."""
    every = shingles(text).every
    assert in_common(every, every) == len(every)


def test_the_order_of_candidates_does_not_matter():
    """The links of a document are the same in whatever order the others come."""
    texts = (STORY, STORY + "\nMore.", HALF + "\n" + OTHER)
    papers = [make_document(f"Paper {n}", text) for n, text in enumerate(texts)]
    judged = make_document("Example Post", STORY + "\n" + OTHER, "2023-11-04")
    found = {frozenset(link.id for link in judge(judged, *near)) for near in permutations(papers)}
    assert len(found) == 1
