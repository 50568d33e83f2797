"""What links make of statements."""

from hypothesis import given
from hypothesis import strategies as st
from tests.build import make_document, make_judgement, make_link, make_statement

from reportedly.link.group import group
from reportedly.values.claim import Link, claim_id
from reportedly.values.statement import Event, Mention, Statement
from reportedly.values.when import Span

WORDS = [f"Ship number {place} sank off the coast" for place in range(8)]
STATEMENTS = [make_statement(make_document(f"Paper {n}", t), t) for n, t in enumerate(WORDS)]
A, B, C, D = STATEMENTS[:4]
PAIRS = st.tuples(st.sampled_from(STATEMENTS), st.sampled_from(STATEMENTS)).filter(
    lambda pair: pair[0].id != pair[1].id
)
LINKS = st.lists(
    st.builds(
        lambda pair, relation, score, day: make_link(
            *pair, relation, score=score, at=f"2023-11-{day:02}", judged_by="link.compare/1"
        ),
        PAIRS,
        st.sampled_from(["same", "denies", "variant", "escalates", "unrelated", "copies"]),
        st.sampled_from([0.5, 0.7, 0.9]),
        st.integers(1, 3),
    ),
    max_size=25,
)


def members(
    statements: list[Statement], links: list[Link], **decided: object
) -> set[frozenset[str]]:
    """Return who stands together."""
    return {
        frozenset(claim.statements)
        for claim in group(statements, links, **decided)  # type: ignore[arg-type]
    }


def together(*groups: list[Statement]) -> set[frozenset[str]]:
    """Return the expected groups by id."""
    return {frozenset(s.id for s in one) for one in groups}


def test_what_says_the_same_or_denies_it_is_one_claim():
    """Reports join through others, a denial among them; another claim stays apart."""
    links = [make_link(B, A), make_link(C, B, "denies")]
    claims = group([A, B, C, D], links)
    assert [claim.statements for claim in claims] == [(A.id, B.id, C.id), (D.id,)]
    assert claims[0].id == claim_id(A.id)


def test_a_variant_between_keeps_two_claims_apart():
    """A vague report cannot glue two that contradict each other; the stronger link wins."""
    links = [
        make_link(B, A, score=0.9),
        make_link(C, B, score=0.6),
        make_link(C, A, "variant", score=0.9),
    ]
    assert members([A, B, C], links) == together([A, B], [C])


def test_the_later_of_two_links_on_a_pair_holds():
    """What was judged later outweighs, whichever way round the pair is written."""
    links = [
        make_link(B, A, at="2023-11-05", judged_by="link.compare/1"),
        make_link(A, B, "variant", at="2023-11-06", judged_by="link.compare/1"),
    ]
    assert members([A, B], links) == together([A], [B])


def test_a_person_parts_what_machines_join():
    """A person's "unrelated" holds against later machine links and against detours."""
    links = [
        make_link(B, A, "unrelated", at="2023-11-04", judged_by="Ada"),
        make_link(B, A, score=1.0, at="2023-11-06", judged_by="link.compare/1"),
        make_link(C, A, score=0.9, judged_by="link.compare/1"),
        make_link(C, B, score=0.8, judged_by="link.compare/1"),
    ]
    assert members([A, B, C], links) == together([A, C], [B])


def test_a_judgement_on_a_link_can_be_undone():
    """A rejected link parts; when the rejection is undone it joins again."""
    link = make_link(B, A, judged_by="link.compare/1")
    rejected = make_judgement(link.id, "relation", "unrelated", verdict="rejected")
    undo = make_judgement(rejected.id, "relation", "same", undoes=rejected.id, at="2023-11-07")
    assert members([A, B], [link], judgements=[rejected]) == together([A], [B])
    assert members([A, B], [link], judgements=[rejected, undo]) == together([A, B])


def test_a_corrected_link_has_the_relation_that_the_person_gave():
    """A person can call a variant the same."""
    link = make_link(B, A, "variant", judged_by="link.compare/1")
    corrected = make_judgement(link.id, "relation", "same", verdict="corrected")
    assert members([A, B], [link], judgements=[corrected]) == together([A, B])


def test_words_about_a_claim_stand_beside_it_with_their_stance():
    """Status words, denials without content and comments make no claim of their own."""
    effects = ["unconfirms", "denies", "retracts", "corrects", "confirms", None]
    paper = make_document("Example Post", "word 0 word 1 word 2 word 3 word 4 word 5")
    words = [make_statement(paper, f"word {n}", status_effect=e) for n, e in enumerate(effects)]
    links = [make_link(w, A, "denies" if w.status_effect == "denies" else "about") for w in words]
    (claim,) = group([A, *words], links)
    assert claim.statements == (A.id,)
    assert [stance for _, stance in claim.about] == [
        "does_not_confirm",
        "denies",
        "retracts",
        "corrects",
        "confirms",
        "comment",
    ]


def test_a_confirmation_that_nobody_reported_before_is_a_claim():
    """A confirmation that says what happened is not lost when it is the first report."""
    text = "Police confirmed that 12 people died"
    died = Event("die", Span(0, 0), type="casualty", who=(Mention(Span(0, 0), "people", "person"),))
    paper = make_document("Example Post", text)
    first = make_statement(paper, text, event=died, status_effect="confirms")
    bare = make_statement(paper, "Police confirmed the report", status_effect="confirms")
    assert members([first, bare], []) == together([first])
    (claim,) = group([first, A], [make_link(A, first)])
    assert (claim.statements, claim.about) == ((A.id,), ((first.id, "confirms"),))


def test_background_makes_no_claim():
    """A definition stands in no claim, even where a link touches it."""
    text = "A ferry is a ship"
    definition = make_statement(make_document("Example Post", text), text, background=True)
    assert members([A, definition], [make_link(definition, A)]) == together([A])


def test_the_gist_is_the_fullest_report_that_asserts():
    """The words shown for a claim come from a report of it, not from its denial."""
    short, full, denial = (
        make_statement(make_document("Example Post", text), text, (), certain)
        for text, certain in (
            ("A ship sank", "CT+"),
            ("A ship sank off the coast of Samos", "CT+"),
            ("No ship sank off the northern coast of Samos", "CT-"),
        )
    )
    links = [make_link(full, short), make_link(denial, short, "denies")]
    (claim,) = group([short, full, denial], links)
    assert claim.gist == "A ship sank off the coast of Samos"


@given(LINKS, st.randoms())
def test_the_order_of_links_and_statements_does_not_matter(links, random):
    """Who stands together is the same in whatever order the records come."""
    shuffled, statements = list(links), list(STATEMENTS)
    random.shuffle(shuffled)
    random.shuffle(statements)
    assert list(group(STATEMENTS, links)) == list(group(STATEMENTS, shuffled))
    assert members(STATEMENTS, links) == members(statements, shuffled)


@given(LINKS)
def test_every_statement_stands_in_one_claim(links):
    """No report is lost and none stands in two claims."""
    found = [member for claim in group(STATEMENTS, links) for member in claim.statements]
    assert sorted(found) == sorted(statement.id for statement in STATEMENTS)


def test_a_chain_of_links_does_not_lead_across_a_topic():
    """What is far in meaning from a claim as a whole stays out, however it is linked."""
    rain, storm, vote, hail = ([9, 1, 0], [8, 3, 0], [0, 1, 9], [9, 3, 1])
    vectors = {
        said.id: bytes(row)
        for said, row in zip([A, B, C, D], [rain, storm, vote, hail], strict=True)
    }
    links = [
        make_link(B, A, judged_by="link.compare/1"),
        make_link(D, A, score=0.8, judged_by="link.compare/1"),
        make_link(C, B, score=0.7, judged_by="link.compare/1"),
    ]
    assert members([A, B, C, D], links, vectors=vectors) == together([A, B, D], [C])
    assert members([A, B, C, D], links) == together([A, B, C, D])
    assert members([B, C], [make_link(C, B)], vectors=vectors) == together([B, C])
