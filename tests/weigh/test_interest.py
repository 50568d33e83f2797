"""Whose report it is, who takes part and who can know, where the words only hint at it."""

from __future__ import annotations

from tests.build import make_actor
from tests.weigh.world import Case, bounds

from reportedly.values.statement import Event, Mention
from reportedly.values.when import Span

SENT = Event("send", Span(0, 1), who=(Mention(Span(0, 1), "Delphin Mining", "organisation"),))


def test_a_report_by_an_outlet_is_that_outlet():
    """Who cites "a report by the Ledger" leans on the Ledger, whose own report is held."""
    case = Case()
    case.report("Ledger", ("Ivan Ivanov", "named_person"))
    piece = make_actor("a report by the Ledger", "document", affiliation="outlet:ledger-x")
    case.report("Courier", piece, day="2023-11-02")
    standing = case.weigh()
    assert (*bounds(standing), standing.cut) == (1, 1, ("Ivan Ivanov",))


def test_a_spokeswoman_whose_title_names_who_acts_admits_for_it():
    """What a firm's spokeswoman admits of the firm is confirmed."""
    case = Case()
    case.report("Herald", ("an official", "unnamed_official"), event=SENT)
    voice = make_actor("Edda Petrov", "named_person", title="Delphin Mining spokeswoman")
    case.report("Courier", voice, cue="admitted", event=SENT, day="2023-11-02")
    standing = case.weigh()
    assert (standing.status, standing.by) == ("confirmed", ("Edda Petrov",))


def test_a_spokeswoman_of_somebody_else_admits_nothing_for_it():
    """A title that names another body makes nobody a party."""
    case = Case()
    case.report("Herald", ("an official", "unnamed_official"), event=SENT)
    voice = make_actor("Edda Petrov", "named_person", title="Delphin Hotels spokeswoman")
    case.report("Courier", voice, cue="admitted", event=SENT, day="2023-11-02")
    assert case.weigh().status == "unconfirmed"
