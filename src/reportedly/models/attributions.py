"""From the scores of the heads to attribution relations: source, cue and content.

Tags by the best path through a conditional random field; then each content is led to its
cue, and each cue to its source or to itself where nobody is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from reportedly.models.heads import TAGS

Scores = NDArray[np.float32]
Spans = tuple[tuple[int, int], ...]
_SOURCE, _CUE, _CONTENT = 1, 3, 5


@dataclass(frozen=True, slots=True)
class Relation:
    """Who says what by which words; spans are half-open code points.

    Attributes:
        source: empty where nobody is named.
        sure: how sure of tags, `cue` and `source` the model is, each from 0 to 1.
    """

    source: Spans
    cue: Spans
    content: Spans
    sure: tuple[float, float, float]


def best_paths(
    scores: Scores, lengths: Sequence[int], steps: Scores, begin: Scores
) -> list[list[int]]:
    """Return the best tags of every window (Viterbi 1967).

    Args:
        scores: [window, word, tag].
        lengths: words of each window.
        steps: [tag, tag] scores of going from one to the next.
        begin: [tag] scores of the first.
    """
    count, longest, tags = scores.shape
    total = begin + scores[:, 0]
    back = np.zeros((longest, count, tags), dtype=np.int8)
    ends = np.empty((longest, count), dtype=np.int8)
    ends[0] = total.argmax(1)
    for word in range(1, longest):
        reached = total[:, :, None] + steps
        back[word] = reached.argmax(1)
        total = reached.max(1) + scores[:, word]
        ends[word] = total.argmax(1)
    paths = []
    for window, length in enumerate(lengths):
        tag = int(ends[length - 1, window])
        path = [tag]
        for word in range(length - 1, 0, -1):
            tag = int(back[word, window, tag])
            path.append(tag)
        paths.append(path[::-1])
    return paths


@dataclass(frozen=True, slots=True)
class Voices:
    """What the heads say of the words of one window.

    Attributes:
        tags: [word, tag] scores.
        content_cue: [word, word] scores of the cue that a word of content is led by.
        cue_source: [word, word] scores of whose cue it is; the cue itself stands for nobody.
        spans: where each word stands in the text.
    """

    tags: Scores
    content_cue: Scores
    cue_source: Scores
    spans: Sequence[tuple[int, int]]


def relations(path: Sequence[int], said: Voices, *, nobody: float = 0.0) -> list[Relation]:
    """Return the relations of one window.

    Args:
        path: the tag of each word.
        said: the scores.
        nobody: added to the log-probability that a cue has no source.
    """
    marked = _runs(path)
    sources, cues, contents = marked[_SOURCE], marked[_CUE], marked[_CONTENT]
    if not cues or not contents:
        return []
    sure = _softmax(said.tags)[np.arange(len(path)), path]
    led = _led(contents, cues, said.content_cue)
    named = _named(cues, sources, said.cue_source, nobody)
    parts_of: dict[int, list[int]] = {}
    for content, cue in enumerate(led.argmax(1)):
        parts_of.setdefault(int(cue), []).append(content)
    found = []
    for cue, parts in sorted(parts_of.items()):
        pick = int(named[cue].argmax())
        words = [word for part in parts for word in range(*contents[part])]
        found.append(
            Relation(
                (_over(sources[pick - 1], said.spans),) if pick else (),
                (_over(cues[cue], said.spans),),
                tuple(_over(contents[part], said.spans) for part in parts),
                (
                    float(sure[words].mean()),
                    float(np.exp(led[parts, cue]).mean()),
                    float(np.exp(named[cue, pick])),
                ),
            )
        )
    return found


def _runs(path: Sequence[int]) -> dict[int, list[tuple[int, int]]]:
    """Return the runs of words of each role."""
    found: dict[int, list[tuple[int, int]]] = {_SOURCE: [], _CUE: [], _CONTENT: []}
    for word, tag in enumerate(path):
        if tag == 0:
            continue
        if TAGS[tag][0] == "B":
            found[tag].append((word, word + 1))
        else:
            found[tag - 1][-1] = (found[tag - 1][-1][0], word + 1)
    return found


def _led(contents: list[tuple[int, int]], cues: list[tuple[int, int]], scores: Scores) -> Scores:
    """Return the log-probability of each cue for each content, [content, cue]."""
    out = np.empty((len(contents), len(cues)), dtype=np.float32)
    for row, (start, end) in enumerate(contents):
        chances = _softmax(scores[start:end])
        mass = np.stack([chances[:, a:b].sum(1) for a, b in cues], 1)
        out[row] = np.log(mass + 1e-6).mean(0)
    return _normal(out)


def _named(
    cues: list[tuple[int, int]], sources: list[tuple[int, int]], scores: Scores, nobody: float
) -> Scores:
    """Return the log-probability of no source, and of each source, for each cue."""
    out = np.empty((len(cues), 1 + len(sources)), dtype=np.float32)
    for row, (start, end) in enumerate(cues):
        chances = _softmax(scores[start:end])
        mass = [chances[:, a:b].sum(1) for a, b in ((start, end), *sources)]
        out[row] = np.log(np.stack(mass, 1) + 1e-6).mean(0)
    out[:, 0] += nobody
    return _normal(out)


def _normal(logs: Scores) -> Scores:
    """Return log-probabilities that sum to one by row."""
    found: Scores = logs - np.log(np.exp(logs).sum(1, keepdims=True))
    return found


def _softmax(scores: Scores) -> Scores:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    found: Scores = raised / raised.sum(-1, keepdims=True)
    return found


def _over(words: tuple[int, int], spans: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return spans[words[0]][0], spans[words[1] - 1][1]
