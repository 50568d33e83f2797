"""What of a text is the page's and not the story's: links, appeals, credits, captions, bylines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.read.sentences import Paragraph, foreign
from reportedly.read.words import words

_SHORT = 40
"""Words up to which a sentence may be an appeal of the page."""
_CAPTION_WORDS = 60
"""Words up to which a paragraph that ends in a credit is the caption of a picture."""
_LONGEST = 12
"""Characters that a word has at most, on average: what is longer is no line of words."""
_TITLE = 14
"""Words up to which a line without a full stop is a heading, a title or a link."""
_IN_SHORT = 6
"""Words from which a line below the headline says in short what the story tells."""
_BYLINE = 14
"""Words up to which a line may name who wrote the story."""
_MOSTLY = 0.7
"""Share of the longer paragraphs that end like a sentence in a text that sets full stops."""
_LEADING = re.compile(r"^[\s\-–—•*>#|]+")
_BULLET = re.compile(r"^\s*(?:[-–—•*]|\d{1,2}[.)])\s")
_ENDED = re.compile(r"[.!?…:;,][\"”’'»)\]]{0,3}$")
_ASKED = re.compile(r"\?[\"”’'»)\]]{0,3}$")
_AGENCY = (
    r"(?:AFP|AP|Reuters|REUTERS|EPA|EPA-EFE|Getty(?:\sImages)?|Shutterstock|Anadolu|PA|PTI|"
    r"ANI|TASS)"
)
_WORD = r"[A-Z\u00c0-\u00de][\w.'’-]{0,30}"
_NAMES = rf"(?<![\w.'’-]){_WORD}(?:\s{_WORD}){{0,3}}"
_CREDITED = re.compile(
    rf"""(?:(?:^|[.!?"”)\]|–—/-]\s{{1,3}}|\(|\[)
        (?:IMAGE|PHOTO|PHOTOGRAPH|PICTURE|CREDIT|PIC|Image|Photo|Photograph|Picture|Credit|Pic)s?
        (?:\s(?:credit|source|by|courtesy(?:\sof)?))?\s?[:/|©]\s?[A-Z©@(][^.:?!]{{1,60}}
      | {_NAMES}\s?/\s?{_AGENCY}(?:/[\w\s]{{1,30}}|\s(?:via|file|pool)[\w\s/]{{0,30}})?
      | (?<!\w){_AGENCY}(?:\s(?:Photo|photo|File|file))?/\s?{_NAMES}(?:/\w{{1,30}})?
      | (?<!\w)(?:photo|image|picture)s?\s(?:by|courtesy\sof|credit)\s{_NAMES}
    )[)\].]{{0,3}}$""",
    re.VERBOSE,
)
_ROLE = (
    r"(?:reporter|correspondent|editor|writer|journalist|columnist|contributor|producer|"
    r"bureau chief)"
)
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|de|van|von|al|el|bin|da|del)){{1,3}}"
_BY = re.compile(rf"^(?:By|BY|by|Words by|Story by|Report by|From)\s{_WORD}")
_SMALL = frozenset("and for in of the at on with a de van von al el bin da del by to".split())
_SIGNED = re.compile(rf"^{_NAME},?\s.{{0,40}}\b{_ROLE}s?(?:\sin\s.{{2,30}})?$")
_LIFE = re.compile(
    rf"^{_NAME}(?:\sis|,)\s(?:an?|the|our|{_WORD}'s)\s.{{0,60}}\b{_ROLE}\b|"
    rf"^{_NAME}\s(?:covers|writes about|reports on|has covered)\b"
)
_STAMP = re.compile(
    r"""(?:[\d:.,/|·•()\-–+]+(?:st|nd|rd|th|am|pm|a\.m\.|p\.m\.)?|
    published|updated?|posted|last|first|modified|edited|created|date|on|at|of|by|am|pm|a\.m\.?|p\.m\.?|
    gmt|utc|[cemp]?e?[ds]?t|ist|bst|eest|hrs|local|time|ago|hours?|minutes?|mins?|days?|read|
    (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|
    (?:jan|febr?|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ch|il|ust|ember|ober)?)[,.:|]*""",
    re.VERBOSE,
)


def boilerplate(sentence: str) -> bool:
    """Tell whether a sentence belongs to the page: a cross-link, an appeal, a credit.

    >>> boilerplate("Read also: Is it raining?")
    True
    >>> boilerplate("The minister read also the second letter.")
    False
    """
    text = _LEADING.sub("", sentence, count=1)
    if not re.search(r"\w", text) or _is_caption(text):
        return True
    return _matches("notes", text) or appeal(text) or _is_label(text)


def appeal(sentence: str) -> bool:
    """Tell whether a sentence asks something of the reader, or leads to another page.

    >>> appeal("Sign up for our newsletter.")
    True
    """
    return _matches("appeals", _LEADING.sub("", sentence, count=1))


def of_the_story(parts: Sequence[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs that are the story's, in their order.

    What a line is shows in its words, or in its place: titles below "Related:", a byline
    below the headline, a heading without a full stop in a text that sets them, and the
    author's life at the end.
    """
    alone = [boilerplate(part.text) or foreign(part.text) for part in parts]
    listed = list(_below_lists(parts))
    stopped = _sets_stops(parts)
    kept: list[Paragraph] = []
    for number, part in enumerate(parts):
        after = parts[number - 1].text if number else ""
        opened = any(_ENDED.search(each.text) for each in kept)
        heading = stopped and kept and _is_heading(part, after, opened=opened)
        signed = number > 0 and _is_signature(part.text)
        if not (alone[number] or listed[number] or heading or signed):
            kept.append(part)
    return _without_life(kept)


def _has_words_up_to(count: int, text: str) -> bool:
    """Tell whether a text is short enough for a pattern to be looked for in it."""
    return len(text) <= count * _LONGEST and len(text.split()) <= count


def _matches(kind: str, text: str) -> bool:
    if not _has_words_up_to(_SHORT, text):
        return False
    plain = text.lower().replace("’", "'")
    starts, anywhere = _patterns(kind)
    return bool(starts.match(plain) or anywhere.search(plain))


@cache
def _patterns(kind: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    listed = words("boilerplate")[kind]
    return _any_of(listed["starts"]), _any_of(listed["anywhere"])


@cache
def _labels(kind: str) -> re.Pattern[str]:
    return _any_of(words("boilerplate")[kind])


def _any_of(listed: Sequence[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in listed))


def _is_label(text: str) -> bool:
    """Tell whether a line is a word of the page alone, or when the page was made."""
    if not _has_words_up_to(2 * _TITLE, text):
        return False
    plain = text.strip().lower().replace("’", "'").strip("()[] ")
    bare = plain.rstrip(":")
    if _labels("whole").fullmatch(bare) or _labels("lists").fullmatch(bare):
        return len(bare.split()) <= _TITLE and not _ENDED.search(bare)
    pieces = plain.split()
    return any(map(str.isdigit, plain)) and all(_STAMP.fullmatch(piece) for piece in pieces)


def _is_caption(text: str) -> bool:
    text = text.rstrip()
    return _has_words_up_to(_CAPTION_WORDS, text) and _CREDITED.search(text) is not None


def _is_signature(text: str) -> bool:
    """Tell whether a line names who wrote the story."""
    if not _has_words_up_to(_BYLINE, text) or _ENDED.search(text):
        return False
    pieces = text.split()
    named = all(piece in _SMALL or not piece[0].islower() for piece in pieces[1:])
    roles = re.search(rf"\b{_ROLE}s?\b", text, re.IGNORECASE)
    return bool(_BY.match(text) and (named or roles)) or bool(_SIGNED.match(text))


def _below_lists(parts: Sequence[Paragraph]) -> Iterator[bool]:
    """Yield of each paragraph whether it stands in a list of links below its label."""
    inside = False
    for part in parts:
        text = part.text[: _TITLE * _LONGEST].strip().lower().replace("’", "'").rstrip(":").strip()
        if not part.headline and _labels("lists").fullmatch(text):
            inside = True
            yield True
            continue
        inside = inside and _is_title(part.text)
        yield inside


def _is_title(text: str) -> bool:
    short = len(text.split()) <= 2 * _TITLE
    return short and (not _ENDED.search(text) or _ASKED.search(text) is not None)


def _sets_stops(parts: Sequence[Paragraph]) -> bool:
    """Tell whether the paragraphs of a text end as sentences do."""
    long = [part.text for part in parts if len(part.text.split()) > _TITLE]
    ended = sum(1 for text in long if _ENDED.search(text))
    return bool(long) and ended >= _MOSTLY * len(long)


def _is_heading(part: Paragraph, after: str, *, opened: bool) -> bool:
    """Tell whether a line inside the story is a heading or a link, not a sentence of it.

    Longer lines before the story has opened say in short what it tells, and what follows a
    colon or a bullet is an item of it.
    """
    if after.rstrip().endswith(":") or _BULLET.match(part.text):
        return False
    count = len(part.text.split())
    return (opened or count < _IN_SHORT) and count <= _TITLE and not _ENDED.search(part.text)


def _without_life(parts: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs without the lives of the authors that close the page."""
    while len(parts) > 1 and (found := _LIFE.match(parts[-1].text)):
        name = re.match(_NAME, found[0])
        surname = name[0].split()[-1] if name else ""
        if any(surname in part.text for part in parts[:-1]):
            break
        parts = parts[:-1]
    return parts
