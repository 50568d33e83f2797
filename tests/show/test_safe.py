"""Nothing in an article may steer a terminal."""

import json

from hypothesis import given
from hypothesis import strategies as st

from reportedly.show.safe import safe, safe_json

HOSTILE = "\x1b]0;title\x07 \u202egnp.exe\u2066 a\x9bb \ud800 \U000e0041 new\nline"


def test_control_characters_are_written_out():
    """Escape sequences, direction marks and lone surrogates are shown, not obeyed."""
    assert safe(HOSTILE) == (
        r"\x1b]0;title\x07 \u202egnp.exe\u2066 a\x9bb \ud800 \U000e0041 new line"
    )


def test_scripts_stay_as_they_are():
    """Letters of any script, and the joiners that some need, are left alone."""
    for text in ("Київ", "می‌خواهم", "「東京」", "“quoted” — dash"):
        assert safe(text) == text


@given(st.text())
def test_json_stays_json(text):
    """A line of JSON holds no hidden character and says the same."""
    line = safe_json({"text": text})
    assert line.split() == safe(line).split()
    assert json.loads(line) == {"text": text}
