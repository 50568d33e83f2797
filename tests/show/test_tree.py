"""A trace drawn as a tree and as a graph."""

from rich.console import Console

from reportedly.desk.trace import Hop
from reportedly.show.tree import dot, plain, tree

ORIGIN = Hop("U.S. [sources]", "unnamed_official", None, None, "told", "Rain fell.", "s1")
POST = Hop("Post", "media_outlet", None, False, "reported", "Rain fell.", "s1", leans_on=(ORIGIN,))
COPY = Hop(
    "Wire",
    "media_outlet",
    None,
    True,
    "same text",
    "Rain fell.",
    "s1",
    "2024-03-03",
    why=(("same text", 0.94), ("credited to Wire", 1.0)),
)
DAILY = Hop(
    "Daily", "media_outlet", None, True, "", "Rain fell.", "s1", "2024-03-04", leans_on=(POST, COPY)
)


def test_a_tree_shows_cue_kind_and_what_is_not_held():
    """Each voice is shown with the words that led to it; brackets of a name are no markup."""
    console = Console(width=100, force_terminal=False)
    with console.capture() as shown:
        console.print(tree("Rain fell", [DAILY]))
    assert [line.rstrip() for line in shown.get().splitlines()] == [
        "Rain fell",
        "└── Daily (2024-03-04)",
        "    ├── <- reported: Post (cited, not held)",
        "    │   └── <- told: U.S. [sources] (unnamed official)",
        "    │       └── “Rain fell.”",
        "    └── <- same text: Wire (2024-03-03, 94%, credited to Wire)",
    ]


def test_a_graph_quotes_names_and_dashes_what_is_not_held():
    """Graphviz gets each voice once, and what is cited but not held is dashed."""
    assert dot('Rain "fell"', [DAILY]).splitlines() == [
        "digraph trace {",
        '  label="Rain \\"fell\\"";',
        "  rankdir=LR;",
        '  "Daily" [shape=box];',
        '  "Post" [shape=box, style=dashed];',
        '  "U.S. [sources]" [shape=ellipse];',
        '  "Wire" [shape=box];',
        '  "Daily" -> "Post" [label="reported"];',
        '  "Daily" -> "Wire" [label="same text"];',
        '  "Post" -> "U.S. [sources]" [label="told"];',
        "}",
    ]


def test_plain_data_keeps_every_hop():
    """As data a trace nests as it does on the screen."""
    body = plain(DAILY)
    assert [below["name"] for below in body["leans_on"]] == ["Post", "Wire"]
    assert body["leans_on"][1]["why"] == [["same text", 0.94], ["credited to Wire", 1.0]]
