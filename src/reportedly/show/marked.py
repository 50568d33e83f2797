"""A passage of an article with its marks."""

from __future__ import annotations

from itertools import pairwise

from rich.text import Text

from reportedly.desk.passage import Passage
from reportedly.show.safe import safe

STYLES = {"said": "underline", "cue": "bold", "source": "cyan", "time": "green"}
HEDGE = "italic yellow"
"""The style of a word that decides how sure something sounds."""


def marked(passage: Passage) -> Text:
    """Return a passage in quotation marks, its deciding words styled."""
    words = Text("“")
    edges = {0, len(passage.text)}
    for mark in passage.marks:
        edges |= {mark.span.start, mark.span.end}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        styles = [
            STYLES.get(mark.label, HEDGE)
            for mark in passage.marks
            if mark.span.start <= start and end <= mark.span.end
        ]
        words.append(safe(passage.text[start:end]), style=" ".join(dict.fromkeys(styles)))
    words.append("”")
    return words
