"""What a status word, a denial or a comment speaks of."""

import pytest
from tests.build import make_document, make_statement, moment

from reportedly.link.about import about, is_comment
from reportedly.values.claim import Link
from reportedly.values.document import Document
from reportedly.values.statement import Statement, StatusEffect

NOW = moment("2023-11-05")
REPORTED = [("Example Gazette", "media_outlet"), ("U.S. sources", "unnamed_official")]
ARTICLE = """Traders may be sending radar systems to the rebels, U.S. sources told the Example Gazette.
According to one official, the transfer is still unconfirmed, and the situation is still being monitored.
The potential delivery is a "major concern," sources said.
The army shelled the port on Monday.
The attack killed 12 people.
It was a serious escalation.
The ministry denied the report.
We could not verify this independently.
An earlier version said that the attack had killed 21 people.
It said that the copper mine was in the southern province.
The report has been corrected."""


def paper() -> Document:
    """Return the article as a document."""
    return make_document("Example Post", ARTICLE)


def said(
    text: str,
    effect: StatusEffect | None = None,
    chain: list[tuple[str, str]] | None = None,
    source: Document | None = None,
) -> Statement:
    """Return a statement of the article, or of another document."""
    return make_statement(
        source or paper(),
        text,
        chain or [],  # type: ignore[arg-type]  # kinds are written out above
        status_effect=effect,
    )


def article() -> list[Statement]:
    """Return the facts of the article."""
    return [
        said("Traders may be sending radar systems to the rebels", chain=REPORTED),
        said("the situation is still being monitored"),
        said("The army shelled the port on Monday."),
        said("The attack killed 12 people."),
    ]


def target(statement: Statement, nearby: list[Statement] | None = None) -> tuple[str, str] | None:
    """Return what kind of link the statement has, and the words that it speaks of."""
    facts = article()
    found: Link | None = about(statement, [*facts, statement], nearby or [], at=NOW)
    if found is None:
        return None
    words = {s.id: s.text for s in [*facts, *(nearby or [])]}
    return found.relation, words[found.right]


TRANSFER = "Traders may be sending radar systems to the rebels"


@pytest.mark.parametrize(
    ("text", "effect", "expected"),
    [
        ("the transfer is still unconfirmed", "unconfirms", ("about", TRANSFER)),
        ('The potential delivery is a "major concern,"', None, ("about", TRANSFER)),
        ("The ministry denied the report.", "denies", ("denies", TRANSFER)),
        ("We could not verify this independently.", "unconfirms", ("about", TRANSFER)),
        ("It was a serious escalation.", None, ("about", TRANSFER)),
    ],
)
def test_a_word_about_a_claim_finds_the_statement_it_speaks_of(text, effect, expected):
    """The noun that points back decides, else the nearest earlier report."""
    assert target(said(text, effect)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The attack killed 12 people.",
        "the situation is still being monitored",
        "The attack was carried out by gunmen.",
        "The deal was signed in Geneva.",
        "It is the largest port of the country.",
        "It is likely that the port will close.",
        "A serious concern for traders is the price of oil.",
    ],
)
def test_a_new_fact_with_a_pointing_noun_is_no_comment(text):
    """What adds to the story is a claim of its own."""
    assert [is_comment(said(text)), target(said(text))] == [False, None]


def test_a_denial_finds_what_it_denies_in_another_document():
    """A denial that says what it denies is linked across outlets."""
    other = make_document("Example Wire", "Traders denied sending radar systems to the rebels.")
    denial = said("Traders denied sending radar systems to the rebels.", "denies", source=other)
    found = about(denial, [denial], article(), at=NOW)
    assert found is not None
    assert (found.left, found.right, found.relation) == (denial.id, article()[0].id, "denies")


def test_a_retraction_finds_the_story_of_its_own_outlet():
    """Of two outlets with one story, the one that withdraws it is meant."""
    words = "Traders may be sending radar systems to the rebels"
    theirs = said(words, source=make_document("Example Wire", words))
    own = said(words, source=make_document("Example Post", words + "."))
    note = "We have retracted our report that traders were sending radar systems to rebels."
    retraction = said(note, "retracts", source=make_document("Example Post", note))
    found = about(retraction, [retraction], [theirs, own], at=NOW)
    assert found is not None
    assert (found.relation, found.right) == ("about", own.id)


def test_a_status_word_with_nothing_before_it_is_linked_to_nothing():
    """Where no report stands before, nothing is made up."""
    word = said("the transfer is still unconfirmed", "unconfirms")
    assert about(word, [word], at=NOW) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the attack had killed 21 people", ("about", "The attack killed 12 people.")),
        ("the copper mine was in the southern province", None),
        ("The report has been corrected.", ("about", TRANSFER)),
    ],
)
def test_a_correction_speaks_of_what_it_corrects(text, expected):
    """One that says what was wrong leaves the other reports of its article as they are."""
    assert target(said(text, "corrects")) == expected
