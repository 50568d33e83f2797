"""The trained reader's encoder: one pass over a document, through ONNX, without PyTorch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.models import windows
from reportedly.models.attributions import Relation, Voices, best_paths, relations
from reportedly.models.casing import readable
from reportedly.models.heads import NAMES
from reportedly.models.hearing import Block, Heard, Model
from reportedly.models.negation import Negated
from reportedly.models.parse import Sentence, flat, parser, tokens_and_lemmas
from reportedly.models.sessions import FOLDER, session
from reportedly.models.syntax import Judged, sentences

_NOBODY = 0.7
"""What is added to the log-odds that a cue has no source; chosen on development data."""
_VOICES = ("tags", "content_cue", "cue_source", "names", "cues", "reach", "facts")
_SYNTAX = ("arcs", "labels", "pos", "starts")
"""The heads that hear, and those that give sentences."""
_BEGINS = -2.0
"""Score from which a sentence begins after a full stop; most words begin none, so it is low."""


@dataclass(slots=True)
class _Said:
    """The outputs of the heads, window by window."""

    windows: list[windows.Window]
    outputs: list[dict[str, NDArray[Any]]] = field(default_factory=list)


@cache
def trained() -> Model:
    """Return the model that hears voices with the encoder, and sentences with the parser.

    Raises:
        MissingModelError: onnxruntime, tokenizers, the weights or the parser is not installed.
    """
    encoder, parse = _encoder(), parser()

    def hear(blocks: Sequence[Block]) -> Heard:
        said = encoder.said(blocks, _VOICES)
        pages = list(parse([text for _, text in blocks]))
        _add_facts(pages, blocks, said)
        return encoder.heard(said, pages)

    return Model("trained/1", hear, parse)


@cache
def fast() -> Model:
    """Return the model that hears all in one pass of the encoder, sentences included.

    Raises:
        MissingModelError: onnxruntime, tokenizers, the weights or spaCy is not installed.
    """
    encoder = _encoder()
    tokenize, lemma = tokens_and_lemmas()

    def hear(blocks: Sequence[Block]) -> Heard:
        said = encoder.said(blocks, (*_VOICES, *_SYNTAX))
        judged = _judged(said)
        pages = [
            sentences(tokenize(flat(text)), start, judged, lemma) if text.strip() else []
            for start, text in blocks
        ]
        return encoder.heard(said, pages)

    def parse(texts: Sequence[str]) -> Iterator[list[Sentence]]:
        for text in texts:
            yield list(hear([(0, text)]).pages[0])

    return Model("fast/1", hear, parse)


@dataclass(frozen=True, slots=True)
class _Encoder:
    """The network with its tokenizer, and what the chain of tags costs from one to the next."""

    session: Any
    asked: Any
    pieces: Any
    steps: NDArray[Any]
    begin: NDArray[Any]

    def said(self, blocks: Sequence[Block], heads: Sequence[str]) -> _Said:
        """Return what some heads say of the paragraphs of a document; no other is computed."""
        clean = [(start, readable(flat(text))) for start, text in blocks]
        said = _Said(windows.pack(windows.words_of(self.pieces, clean)))
        for window in said.windows:
            inputs = {
                name: np.array([getattr(window, name)], dtype=np.int64)
                for name in ("ids", "shapes", "quotes", "first")
            }
            values = self.session.run(heads, inputs, self.asked)
            said.outputs.append({n: v[0] for n, v in zip(heads, values, strict=True)})
        return said

    def heard(self, said: _Said, pages: Sequence[Sequence[Sentence]]) -> Heard:
        """Return what is heard, with the sentences that were found."""
        voices = _relations(said, self.steps, self.begin)
        return Heard(pages, voices, _names(said), _negated(said))


@cache
def _encoder() -> _Encoder:
    network = session("reader.onnx")
    import onnxruntime  # noqa: PLC0415  loading it takes long

    asked = onnxruntime.RunOptions()
    asked.only_execute_path_to_fetches = True
    with resources.as_file(resources.files("reportedly.models") / FOLDER) as at:
        chain = np.load(at / "crf.npz")
        pieces = windows.tokenizer(at / "tokenizer.json")
        return _Encoder(network, asked, pieces, chain["steps"], chain["begin"])


def _add_facts(pages: Sequence[Sequence[Sentence]], blocks: Sequence[Block], said: _Said) -> None:
    """Give the words of parsed sentences the encoder's estimate of how far they are the case."""
    facts = {
        start: fact
        for window, output in zip(said.windows, said.outputs, strict=True)
        for (start, _), fact in zip(window.spans, output["facts"].tolist(), strict=True)
    }
    for (offset, _), page in zip(blocks, pages, strict=True):
        for sentence in page:
            for token in sentence.tokens:
                token.fact = facts.get(token.start + offset)


def _judged(said: _Said) -> Judged:
    judged = Judged([], [], [], [], [], [], [], {})
    for window, output in zip(said.windows, said.outputs, strict=True):
        judged.windows.append((len(judged.starts), output["arcs"]))
        judged.starts += [start for start, _ in window.spans]
        judged.ends += [end for _, end in window.spans]
        judged.tags += output["pos"].tolist()
        judged.labels += output["labels"].tolist()
        judged.begins += (output["starts"] > _BEGINS).tolist()
        judged.facts += output["facts"].tolist()
    judged.at.update((start, word) for word, start in enumerate(judged.starts))
    return judged


def _relations(said: _Said, steps: NDArray[Any], begin: NDArray[Any]) -> tuple[Relation, ...]:
    if not said.windows:
        return ()
    lengths = [len(window.first) for window in said.windows]
    scores = np.zeros((len(lengths), max(lengths), len(begin)), dtype=np.float32)
    for row, output in zip(scores, said.outputs, strict=True):
        row[: len(output["tags"])] = output["tags"]
    found: list[Relation] = []
    paths = best_paths(scores, lengths, steps, begin)
    for path, window, output in zip(paths, said.windows, said.outputs, strict=True):
        said_here = Voices(
            output["tags"], output["content_cue"], output["cue_source"], window.spans
        )
        found += relations(path, said_here, nobody=_NOBODY)
    return tuple(found)


def _negated(said: _Said) -> tuple[Negated, ...]:
    return tuple(
        Negated(window.spans, output["cues"].tolist(), output["reach"])
        for window, output in zip(said.windows, said.outputs, strict=True)
    )


def _names(said: _Said) -> tuple[tuple[int, int, str], ...]:
    found: list[tuple[int, int, str]] = []
    for window, output in zip(said.windows, said.outputs, strict=True):
        last = 0
        for (start, end), label in zip(window.spans, output["names"].tolist(), strict=True):
            if label and label % 2 == 0 and last in {label, label - 1}:
                found[-1] = (found[-1][0], end, found[-1][2])
            elif label:
                found.append((start, end, NAMES[(label - 1) // 2]))
            last = label
    return tuple(found)
