"""Where a claim came from, from hand-made records."""

from tests.build import make_claim, make_document, make_link, make_standing, make_statement

from reportedly.desk.dossier import Dossier
from reportedly.desk.trace import Hop, edges, trace

POST = ("Example Post", "media_outlet")
OFFICIAL = ("a defence official", "unnamed_official")


def _story():
    post = make_document("Example Post", "Rain fell, a defence official said.", "2024-03-04")
    wire = make_document("Sample Wire", "Rain fell, the Example Post reported.", "2024-03-05")
    copy = make_document("Mock Daily", "Rain fell, the Example Post reported!", "2024-03-06")
    first = make_statement(post, "Rain fell", chain=[OFFICIAL])
    second = make_statement(wire, "Rain fell", chain=[POST], cue="reported")
    third = make_statement(copy, "Rain fell", chain=[("The Other Paper", "media_outlet")])
    claim = make_claim(first, second, third)
    link = make_link(copy, wire, "copies", because=(("same text", 0.94),))
    return Dossier(
        claim=claim,
        standing=make_standing(claim),
        statements=(first, second, third),
        about=(),
        documents={d.id: d for d in (post, wire, copy)},
        links=(link,),
        judgements=(),
    )


def _outline(hops: tuple[Hop, ...]) -> list[object]:
    return [(hop.name, hop.cue, hop.held, _outline(hop.leans_on)) for hop in hops]


def test_each_outlet_shows_on_whom_it_leans():
    """A trace leads from each outlet through those it names, with cue and what is held."""
    assert _outline(trace(_story())) == [
        ("Example Post", "", True, [("a defence official", "said", None, [])]),
        ("Sample Wire", "", True, [("Example Post", "reported", True, [])]),
        (
            "Mock Daily",
            "",
            True,
            [
                ("The Other Paper", "said", False, []),
                ("Sample Wire", "same text", True, []),
            ],
        ),
    ]


def test_each_hop_opens_its_sentence():
    """Every voice of a trace carries the sentence and the statement that name it."""
    story = _story()
    for above, below in edges(trace(story)):
        assert below.statement in story.claim.statements
        assert below.sentence.startswith("Rain fell")
        assert above.published


def test_a_dossier_tells_outlets_and_chains_once():
    """Outlets and chains are listed in the order in which they came."""
    story = _story()
    assert story.outlets == ("Example Post", "Sample Wire", "Mock Daily")
    assert story.chains[0] == "Example Post <- a defence official"
    assert (story.status, story.lo, story.hi, story.cut) == ("unconfirmed", 0, 1, ())
