"""Stories that were made up, and what is right about them."""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path

EVAL = Path(__file__).parents[2] / "eval"
sys.path.insert(0, str(EVAL))

from stories import made, truth  # noqa: E402

STORIES = list(made.stories())


def test_the_stories_are_many_and_of_every_size():
    """At least 300, of 27 kinds of events, with none to six origins and up to 31 articles."""
    ends = [truth.truth(story.reports) for story in STORIES]
    events = {story.situation["doing"].split()[0] for story in STORIES}
    assert len(STORIES) >= 300
    assert len({story.plot for story in STORIES}) >= 30
    assert len(events) >= 15
    assert {end.lo for end in ends} == set(range(7))
    assert {end.status for end in ends} >= {"confirmed", "denied", "disputed", "retracted"}
    assert max(len(story.reports) for story in STORIES) >= 30


def test_half_of_the_stories_are_only_scored():
    """The rule looks at nothing but the name of the story."""
    aside = sum(made.is_set_aside(story.id) for story in STORIES)
    assert 0.4 < aside / len(STORIES) < 0.6


def test_a_story_is_told_in_the_same_words_every_time():
    """Byte for byte, in whatever order stories are asked for."""
    again = list(made.stories())[::-1]
    assert [made.articles(one) for one in again[:5]] == [
        made.articles(one) for one in STORIES[::-1][:5]
    ]


def test_what_is_right_agrees_with_trying_every_set_of_actors():
    """The upper bound is the size of the smallest set without whom no way is left (Menger)."""
    small = [story for story in STORIES if len(story.reports) < 8]
    tried = 0
    for story in small:
        graph, _ = truth.graph_of(story.reports)
        ends = truth.ends_of(graph, conduits=True)
        if not ends or len(graph.onward) > 14:
            continue
        tried += 1
        assert truth.truth(story.reports).hi == _smallest_cut(graph, ends)
    assert tried > 100


def _smallest_cut(graph: truth.Graph, ends: set[truth.Key]) -> int:
    for size in range(len(graph.onward)):
        for chosen in combinations(sorted(graph.onward), size):
            waiting = [key for key in graph.reporting if key not in chosen]
            seen = set(waiting)
            while waiting:
                fresh = graph.onward[waiting.pop()] - seen - set(chosen)
                seen |= fresh
                waiting += fresh
            if not seen & ends:
                return size
    return len(graph.onward)
