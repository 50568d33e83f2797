"""What stands before the words of a paragraph: a source, a speaker, a dateline.

A headline names its source before a colon or after one ("WSJ: ...", "...: report"); an
interview its speaker ("((Ana Lima)) Yes.", "Ana Lima: Yes."); a story its place
("LUND (Example Wire) - ").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.known import Known
from reportedly.read.chain import Hop
from reportedly.read.sentences import Paragraph
from reportedly.read.words import words
from reportedly.values.statement import Actor, SourceKind
from reportedly.values.when import Span

_PREFIX = re.compile(r"^(?P<source>[A-Z][^:\n\"“”]{0,48}?)(?P<colon>\s?[:|]\s+)(?=\S)")
_SUFFIX = re.compile(r"(?P<colon>\s?[:–—-]\s+)(?P<source>[A-Za-z][\w.’' ]{1,40})\s*$")
_SPEAKER = re.compile(r"^(?P<colon>\(\()(?P<source>[^()\n]{1,60})\)\)\s*")
_TURN = re.compile(
    r"^(?P<source>[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})(?P<colon>:)\s+(?=[“\"'‘A-Z(])"
)
_DATELINE = re.compile(
    r"^[A-Z][A-Z’'./-]{2,24}(?: [A-Z][A-Z’'./-]{1,24}){0,3}(?:, [A-Z][\w. ]{1,24})?"
    r"(?:\s*\([A-Z][\w. ]{1,30}\))?\s+[—–-]{1,2}\s+"
)
_CREDIT = re.compile(
    r"^(?:[A-Z][\w ,.'’-]{2,40}\s)?\((?P<outlet>[A-Z][\w. ]{1,30})\)\s*(?P<dash>[—–-]{1,2}\s*)?"
    r"(?=[A-Z“\"'])"
)
"""Whose work a story is, in brackets before it, perhaps behind the place."""
_INITIALS = 3
_LABELS = frozenset(
    """explainer analysis opinion exclusive breaking live update updated watch video photos podcast
    factbox timeline editorial column commentary interview q&a review comment obituary feature
    correction corrected fact-check factcheck insight profile in pictures explained guide""".split()
)


@dataclass(frozen=True, slots=True)
class Label:
    """A paragraph split into what labels it and its own words.

    Attributes:
        content: span of its own words.
        hop: the voice that the label names, None where it names none.
        spoken: whether the words are the voice's own, as in an interview.
    """

    content: Span
    hop: Hop | None
    spoken: bool = False


def split_label(part: Paragraph, known: Known, names: dict[str, str]) -> Label:
    """Return a paragraph's label and own words; without a label all words are its own."""
    found = _headline(part, known, names) if part.headline else _opening(part, known, names)
    return found or _credited(part, known) or Label(part.span, None)


def _credited(part: Paragraph, known: Known) -> Label | None:
    """Return the label of a paragraph that opens with an outlet: "(Reuters) - ", "Lund (AP) - "."""
    credit = _CREDIT.match(part.text)
    if credit is None or known.outlets.named(credit["outlet"]) is None:
        return None
    if credit.start("outlet") > 1 and not credit["dash"]:
        return None  # "The River Tribune (AFP) It ..." is no dateline
    return Label(Span(part.span.start + credit.end(), part.span.end), None)


def _opening(part: Paragraph, known: Known, names: dict[str, str]) -> Label | None:
    """Return the label of a paragraph that opens with a speaker or a dateline."""
    speaker = _SPEAKER.match(part.text)
    if speaker is not None:
        content = Span(part.span.start + speaker.end(), part.span.end)
        name = speaker["source"].strip()
        if name.isupper() and len(name) <= _INITIALS:
            return Label(content, None, spoken=True)  # the outlet's own question
        hop = _hop(Actor(name, "named_person"), part.span.start, speaker)
        return Label(content, hop, spoken=True)
    turn = _TURN.match(part.text)
    speaking = _speaker(turn["source"], known, names) if turn is not None else None
    if turn is not None and speaking is not None:
        content = Span(part.span.start + turn.end(), part.span.end)
        if part.text.rstrip().endswith("?"):
            return Label(content, None, spoken=True)  # who asks is the outlet's own
        actor = Actor(speaking, "named_person")
        return Label(content, _hop(actor, part.span.start, turn), spoken=True)
    dateline = _DATELINE.match(part.text)
    if dateline is not None:
        return Label(Span(part.span.start + dateline.end(), part.span.end), None)
    return None


def _speaker(label: str, known: Known, names: dict[str, str]) -> str | None:
    """Return the full name that the text gives for a label before a colon, None for no name."""
    if known.places.named(label) is not None or known.outlets.named(label) is not None:
        return None
    full = {name for name in names.values() if label in {name, name.split()[0]}}
    return names.get(label) or (full.pop() if len(full) == 1 else None)


def _headline(part: Paragraph, known: Known, names: dict[str, str]) -> Label | None:
    match = _PREFIX.match(part.text)
    if match is not None:
        content = Span(part.span.start + match.end(), part.span.end)
        label = match["source"].strip()
        if label.lower() in _LABELS:
            return Label(content, None)
        actor = _source(label, known, names)
        if actor is not None:
            return Label(content, _hop(actor, part.span.start, match))
    match = _SUFFIX.search(part.text)
    if match is not None:
        actor = _source(match["source"].strip(), known, names, closing=True)
        if actor is not None:
            content = Span(part.span.start, part.span.start + match.start("colon"))
            return Label(content, _hop(actor, part.span.start, match))
    return None


def _hop(actor: Actor, start: int, match: re.Match[str]) -> Hop:
    at = Span(start + match.start("source"), start + match.end("source"))
    cue_at = Span(start + match.start("colon"), start + match.end("colon"))
    return Hop(actor, ":", cue_at, at, "CT+", endorses=False)


def _source(
    label: str, known: Known, names: dict[str, str], *, closing: bool = False
) -> Actor | None:
    """Return the voice that a headline's label names, None if it is not one."""
    if not closing and label.lower() in words("roles")["unnamed_person"]:
        return Actor(label, "unnamed_person")  # "Economist: ..." is one, and not The Economist
    outlet = known.outlets.named(label)
    if outlet is not None:
        return Actor(outlet.name, "media_outlet", outlet.key)
    group = known.groups.named(label)
    if group is not None:
        return Actor(group.name, "organisation", group.key)
    last = label.rsplit(maxsplit=1)[-1].lower()
    roles = words("roles")
    if last in roles["source"] or last in roles["unnamed_official"]:
        return Actor(
            label, "unnamed_official" if last != "sources" else "unnamed_person", number="plural"
        )
    if last in {"report", "reports"}:
        owner = label.rsplit(" ", 1)[0] if " " in label else ""
        named = known.outlets.named(owner) if owner else None
        if named is not None:
            return Actor(named.name, "media_outlet", named.key)
        return Actor(label, "unnamed_media", number="plural")
    if last in roles["organisation"]:
        return Actor(label, "organisation")
    if label in names:
        return Actor(names[label], "named_person")
    if not closing and last in roles["unnamed_person"]:
        return Actor(label, "unnamed_person")
    return _unlisted(label, known, closing=closing)


def _unlisted(label: str, known: Known, *, closing: bool) -> Actor | None:
    """Return a voice that is on no list but is named like an outlet, a state or an abbreviation."""
    parts = label.split()
    if len(parts) > 1 and parts[-1].lower() in words("roles")["outlet_words"]:
        return Actor(label, "media_outlet")
    if closing:
        return None
    place = known.places.named(label)
    if place is not None:
        return Actor(label, "organisation", place.key, place.key)
    if len(parts) == 1 and label.isupper() and len(label) > 1:
        kind: SourceKind = "organisation"
        return Actor(label, kind)
    return None
