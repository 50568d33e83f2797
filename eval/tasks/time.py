"""The task `time`: a folder of TimeML, read again with times of our own."""

from __future__ import annotations

import html
import re
from pathlib import Path

from reportedly.errors import InvalidValueError
from reportedly.read.times import find
from reportedly.values.when import When
from reportedly.values.when import published as publication

CREATED = re.compile(r"<DCT>.*?value=\"([^\"]*)\".*?</DCT>", re.DOTALL)
BODY = re.compile(r"(<TEXT>)(.*?)(</TEXT>)", re.DOTALL)
TAG = re.compile(r"</?[A-Za-z][^<>]*>")


def predict(input_dir: Path, output_dir: Path) -> None:
    """Write each TimeML file of a folder again, its <TEXT> with TIMEX3 of our own.

    Args:
        input_dir: the folder of *.tml files; annotation in their <TEXT> is not looked at.
        output_dir: created where it is missing.
    """
    output_dir.mkdir(parents=True, exist_ok=True)
    for path in sorted(input_dir.glob("*.tml")):
        with path.open(encoding="utf-8", errors="replace", newline="") as file:
            source = file.read().replace("\r\n", "\n")
        created = CREATED.search(source)
        published = _published(created[1]) if created else None
        marked = BODY.sub(lambda body: body[1] + _marked(body[2], published) + body[3], source)  # noqa: B023 (called at once)
        (output_dir / path.name).write_text(marked, encoding="utf-8")


def _published(value: str) -> When | None:
    """Return the time that a DCT value names, None where it names no day."""
    stamp = value if re.fullmatch(r"[\d-]{10}T\d\d:\d\d(:\d\d)?", value) else value[:10]
    try:
        return publication(stamp)
    except InvalidValueError:
        return None


def _marked(body: str, published: When | None) -> str:
    text = html.unescape(TAG.sub("", body))
    parts: list[str] = []
    last = 0
    for number, found in enumerate(find(text, published=published), start=1):
        if found.span is None:
            continue
        parts.append(html.escape(text[last : found.span.start], quote=False))
        raw = html.escape(found.span.of(text), quote=False)
        value = html.escape(found.value)
        parts.append(f'<TIMEX3 tid="t{number}" type="{found.type}" value="{value}">{raw}</TIMEX3>')
        last = found.span.end
    parts.append(html.escape(text[last:], quote=False))
    return "".join(parts)
