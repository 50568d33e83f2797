"""Records in words."""

from tests.build import make_claim, make_document, make_standing, make_statement, moment

from reportedly.desk.dossier import Dossier
from reportedly.show.words import answer, origins, sureness
from reportedly.show.words import moment as shown_moment
from reportedly.values.claim import Evidence
from reportedly.values.statement import Likelihood, Marker, certainty
from reportedly.values.when import Span


def _dossier(**standing):
    papers = [make_document(name, "Rain fell.", "2024-03-04") for name in ("Post", "Wire")]
    said = [make_statement(paper, "Rain fell") for paper in papers]
    claim = make_claim(*said)
    return Dossier(
        claim, make_standing(claim, **standing), tuple(said), (), {p.id: p for p in papers}, (), ()
    )


def test_the_answer_names_status_outlets_origins_and_cut():
    """The answer block says how it stands, and through whom everything passes."""
    dossier = _dossier(status="unconfirmed", lo=1, hi=1, cut=("Post",), behind=("U.S. sources",))
    assert answer(dossier) == ("UNCONFIRMED. 2 outlets, 1 origin (Post; behind it: U.S. sources).")


def test_the_answer_tells_who_denies_and_whether_a_party():
    """A denial is told with who, when, and that it comes from a party."""
    denial = Evidence(
        "s", "denies", "the ministry", True, None, moment("2024-03-05T16:05"), moment("2024-03-06")
    )
    dossier = _dossier(status="disputed", lo=2, hi=3, cut=("A", "B"), evidence=(denial,))
    assert answer(dossier) == (
        "DISPUTED. 2 outlets, 2 to 3 origins (A and B)."
        " Denied by the ministry (a party, 2024-03-05 16:05 UTC)."
    )


def test_confirmed_always_says_by_whom():
    """Confirmed is followed by who confirmed."""
    dossier = _dossier(status="confirmed", lo=2, hi=2, cut=("A", "B"), by=("the mayor",))
    assert answer(dossier).startswith("CONFIRMED by the mayor. 2 outlets, 2 origins")


def test_no_origin_is_said_in_words():
    """Where nothing is left the answer says so instead of naming a number."""
    assert origins(_dossier(status="retracted", lo=0, hi=0).standing) == "no origin"


def test_certainty_shows_its_words():
    """How sure a voice sounds is given with the words that show it, and the published scale."""
    hedge = Marker("estimative", "unlikely", Span(0, 8))
    sure = certainty("PR-", (hedge,), Likelihood("unlikely", "Example scale", 10, 35))
    assert sureness(sure) == 'probably not (PR-), 10-35 % by Example scale: "unlikely"'


def test_midnight_is_shown_as_the_day():
    """A day without a clock time is not given one."""
    assert shown_moment(moment("2024-03-04")) == "2024-03-04"
