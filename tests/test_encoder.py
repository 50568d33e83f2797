"""The trained model: who says what, sentences, names and negation from one pass over a text."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly import models
from reportedly.values.readers import READERS

STORY = (
    "Two hospitals have closed, the health ministry said on Monday.\n"
    "“We had no choice,” Ana Lima, a spokeswoman, told reporters. “The roof leaked.”\n"
    "Lima denied that anyone was hurt."
)


@pytest.fixture(scope="module", params=["trained", "fast"])
def model(request):
    """Return a model that the encoder hears for."""
    return models.reader(request.param)


def blocks(text):
    """Return the lines of a text with where each starts."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append((at, line))
        at += len(line) + 1
    return found


def words(text, spans):
    """Return the words of spans."""
    return " ... ".join(text[start:end] for start, end in spans)


def test_the_trained_model_is_the_usual_one():
    """It reads unless another is asked for; each has its name, and is loaded once."""
    assert models.reader() is models.reader("trained")
    names = [models.reader(name).name.partition("/")[0] for name in READERS]
    assert names == list(READERS)


def test_who_says_what_is_heard(model):
    """Each relation has its source, cue and content, in the words of the text."""
    heard = model.hear(blocks(STORY)).relations
    told = [(words(STORY, r.source), words(STORY, r.cue)) for r in heard]
    assert told == [
        ("the health ministry", "said"),
        ("Ana Lima, a spokeswoman,", "told"),
        ("Lima", "denied"),
    ]
    assert words(STORY, heard[0].content).startswith("Two hospitals have closed")
    assert words(STORY, heard[2].content) == "that anyone was hurt"
    assert all(0 <= chance <= 1 for r in heard for chance in r.sure)


def test_sentences_are_those_of_the_text(model):
    """A paragraph has its sentences, each a tree; blank ones have none."""
    pages = model.hear([*blocks(STORY), (len(STORY), "  ")]).pages
    assert [len(page) for page in pages] == [1, 2, 1, 0]
    assert [s.tokens[s.root].text for s in pages[0]] == ["said"]


def test_names_are_heard(model):
    """Names come with their kind."""
    names = model.hear(blocks(STORY)).names
    assert (STORY.index("Ana"), STORY.index("Ana") + len("Ana Lima"), "person") in names


def test_what_is_negated_is_heard(model):
    """A word that negates comes with how far it reaches; a word that does not, with nothing."""
    text = "The mayor did not open the bridge on Monday."
    (negated,) = model.hear([(0, text)]).negated
    assert [text[start:end] for start, end, _ in negated.found()] == ["not"]
    scope = words(text, negated.scope(text.index("not")))
    assert "open" in scope
    assert negated.scope(len(text) + 5) == []


def test_a_paragraph_longer_than_a_window_is_read_whole(model):
    """No word is lost where a text is cut, none read twice, and voices are heard throughout."""
    text = "The mayor said the bridge was closed. " * 80
    (page,) = model.hear([(0, text)]).pages
    assert sum(len(s.tokens) for s in page) == 80 * 8
    assert len(model.hear([(0, text)]).relations) >= 72


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    text=st.text(max_size=80), start=st.integers(0, 1000), name=st.sampled_from(["trained", "fast"])
)
def test_what_is_heard_lies_in_the_text(text, start, name):
    """Whatever the text, spans lie in it, in order, and every word hangs on another or is a root."""
    heard = models.reader(name).hear([(start, text)])
    for relation in heard.relations:
        for left, right in (*relation.source, *relation.cue, *relation.content):
            assert start <= left < right <= start + len(text)
    for sentence in heard.pages[0]:
        assert sentence.subtree(sentence.root) == list(range(len(sentence.tokens)))
        assert all(0 <= t.start < t.end <= len(text) for t in sentence.tokens)


@settings(max_examples=10, deadline=None, derandomize=True)
@given(before=st.sampled_from(["", "It rained.", "He left. She stayed.\nWe waited."]))
def test_hearing_twice_is_hearing_once(before):
    """The same text is heard the same way again."""
    model = models.reader("trained")
    text = f"{before}\n{STORY}"
    assert model.hear(blocks(text)).relations == model.hear(blocks(text)).relations


def test_a_missing_runtime_is_told_with_what_to_do():
    """Without onnxruntime the rules read; asked for by name, the error says what to install."""
    code = (
        "import sys; sys.modules['onnxruntime'] = None\n"
        "from reportedly import errors, models\n"
        "try: models.reader('trained')\n"
        "except errors.MissingModelError as error: print(error)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    assert "pip install onnxruntime" in done.stdout
    assert "--reader rules" in done.stdout
