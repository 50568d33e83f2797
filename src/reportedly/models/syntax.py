"""From the scores of the heads to parsed sentences: trees over the tokenizer's words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx
import numpy as np

from reportedly.models.attributions import Scores
from reportedly.models.heads import DEPENDENCIES, WORD_TAGS, anchor
from reportedly.models.parse import CLOSERS, TERMINAL, Sentence, Token

_TAGS = tuple(WORD_TAGS)
_LABELS = tuple(DEPENDENCIES)
_NEVER = -1e4
_HEADS = 2


@dataclass(slots=True)
class Judged:
    """What the heads say of every word of a text, in order.

    Attributes:
        starts, ends: of each word, in the text.
        tags, labels: what `WORD_TAGS` and `DEPENDENCIES` number.
        begins: whether a sentence is likelier than not to begin there.
        facts: how far an event is the case, from -3 to +3.
        windows: for each window, its first word and the scores of heads, [word, head].
        at: the word that starts at an offset.
    """

    starts: list[int]
    ends: list[int]
    tags: list[int]
    labels: list[int]
    begins: list[bool]
    facts: list[float]
    windows: list[tuple[int, Scores]]
    at: dict[int, int]


def sentences(
    words: Sequence[Any], base: int, judged: Judged, lemma: Callable[[str, str], str]
) -> list[Sentence]:
    """Return the sentences of one paragraph.

    Args:
        words: the tokenizer's words, with `text` and `idx`.
        base: where the paragraph starts in the text that was judged.
        judged: the heads' word on that text.
        lemma: from a lower-case word and its part of speech to its lemma.
    """
    found: list[Sentence] = []
    current: list[tuple[Any, int | None]] = []
    ended, window = True, -1
    for word in words:
        if word.is_space:
            continue
        start = base + word.idx
        at = judged.at.get(start)
        if at is None:
            at = anchor(judged.starts, judged.ends, start, start + len(word.text))
        here = _window_of(judged, at, window)
        may = ended and (at is None or judged.begins[at])
        if current and (may or here != window):
            found.append(_sentence(current, judged, window, lemma))
            current = []
        window = here
        current.append((word, at))
        if word.text in TERMINAL:
            ended = True
        elif not (ended and word.text in CLOSERS):
            ended = False
    if current:
        found.append(_sentence(current, judged, window, lemma))
    return found


def _window_of(judged: Judged, at: int | None, last: int) -> int:
    """Return the window that holds a word; a word of none stays in the last."""
    if at is None:
        return max(last, 0)
    window = max(last, 0)
    while window + 1 < len(judged.windows) and judged.windows[window + 1][0] <= at:
        window += 1
    return window


def _sentence(
    words: list[tuple[Any, int | None]],
    judged: Judged,
    window: int,
    lemma: Callable[[str, str], str],
) -> Sentence:
    known = [position for position, (_, at) in enumerate(words) if at is not None]
    heads, root = _tree(words, known, judged, window)
    tokens: list[Token] = []
    for index, (word, at) in enumerate(words):
        lower = word.lower_
        if at is None:
            tag, dep, fact = ("RB", "neg", None) if lower in {"not", "n't"} else ("NN", "dep", None)
        else:
            tag, dep, fact = _TAGS[judged.tags[at]], _LABELS[judged.labels[at]], judged.facts[at]
        if dep == "ROOT" and index != root:
            dep = "dep"
        start = word.idx
        tokens.append(
            Token(
                index,
                word.text,
                lower,
                lemma(lower, tag),
                tag,
                "ROOT" if index == root else dep,
                heads[index],
                start,
                start + len(word.text),
                [],
                fact,
            )
        )
    for token in tokens:
        if token.index != root:
            tokens[token.head].children.append(token.index)
    return Sentence(tokens, root)


def _tree(
    words: list[tuple[Any, int | None]], known: list[int], judged: Judged, window: int
) -> tuple[list[int], int]:
    """Return the head of every word and the root: the best tree over the words of a sentence."""
    if not known:
        return [0] * len(words), 0
    first, scores = judged.windows[window]
    rows = np.array([words[position][1] for position in known]) - first
    best, top = _best_tree(scores[rows[:, None], rows])
    root = known[top]
    heads = [root] * len(words)
    for position, head in zip(known, best, strict=True):
        heads[position] = known[head]
    for position, (_, at) in enumerate(words):
        if at is None and position:
            before = heads[position - 1]
            heads[position] = before if before != position else position - 1
    heads[root] = root
    return heads, root


def _best_tree(scores: Scores) -> tuple[list[int], int]:
    """Return each word's head and the root, from the scores of [word, head]; root: itself."""
    size = len(scores)
    if size == 1:
        return [0], 0
    scores = (
        scores
        - np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True))
        - scores.max(1, keepdims=True)
    )
    roots = scores.diagonal()
    # One root only: the word that loses least by having no head.
    others = scores.copy()
    np.fill_diagonal(others, _NEVER)
    root = int((roots - others.max(1)).argmax())
    heads = others.argmax(1)
    heads[root] = root
    if _reaches(heads, root):
        return heads.tolist(), root
    return _spanning(others, root), root


def _spanning(scores: Scores, root: int) -> list[int]:
    """Return the heads of the best tree (Chu and Liu 1965, Edmonds 1967) from a root.

    A few heads for each word are enough to choose from; the root is always one of them.
    """
    graph: Any = nx.DiGraph()
    for word, row in enumerate(scores):
        if word != root:
            for head in {root, *np.argsort(row)[-_HEADS:].tolist()} - {word}:
                graph.add_edge(head, word, weight=float(row[head]))
    heads = [root] * len(scores)
    for head, word in nx.maximum_spanning_arborescence(graph).edges:
        heads[word] = head
    return heads


def _reaches(heads: Any, root: int) -> bool:
    """Tell whether every word leads up to the root."""
    up = heads
    steps = 1
    while steps < len(heads):
        up, steps = up[up], steps * 2
    return bool((up == root).all())
