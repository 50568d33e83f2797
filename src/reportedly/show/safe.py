"""Text of strangers made safe to show: nothing in an article may steer a terminal."""

from __future__ import annotations

import json
import re
import unicodedata

_KEPT_FORMAT = {"\u200c", "\u200d"}  # the joiners that several scripts are written with
_BREAKS = re.compile(r"[\s\u2028\u2029]+")
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def safe(text: str) -> str:
    r"""Return text on one line, its control and direction-changing characters written out.

    >>> safe("red\x1b[31m \u202etxt")
    'red\\x1b[31m \\u202etxt'
    >>> safe("two\nlines")
    'two lines'
    """
    flat = _BREAKS.sub(" ", text)
    if flat.isascii() and flat.isprintable():
        return flat
    return "".join(_shown(character) for character in flat)


def safe_json(value: object) -> str:
    r"""Return one line of JSON whose hidden characters are escaped.

    >>> print(safe_json({"text": "Київ \u202e"}))
    {"text": "Київ \u202e"}
    """
    line = json.dumps(value, ensure_ascii=False)
    if line.isascii() and line.isprintable():
        return line
    return "".join(_escaped(character) if _hidden(character) else character for character in line)


def _hidden(character: str) -> bool:
    if character in _KEPT_FORMAT:
        return False
    return unicodedata.category(character) in _HIDDEN_CATEGORIES


def _shown(character: str) -> str:
    return character.encode("unicode_escape").decode() if _hidden(character) else character


def _escaped(character: str) -> str:
    return json.dumps(character)[1:-1]
