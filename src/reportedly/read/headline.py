"""Headlines that name their source before a colon: "WSJ: ...", or after one: "...: report"."""

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
_LABELS = frozenset(
    """explainer analysis opinion exclusive breaking live update updated watch video photos podcast
    factbox timeline editorial column commentary interview q&a review comment obituary feature
    correction corrected fact-check factcheck insight profile in pictures explained""".split()
)


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline split into who says it and what is said.

    Attributes:
        content: span of what is said.
        hop: the voice that the headline names, None where it is only a label.
    """

    content: Span
    hop: Hop | None


def split_headline(part: Paragraph, known: Known, names: dict[str, str]) -> Headline | None:
    """Return a headline's parts, None where it has neither source nor label."""
    match = _PREFIX.match(part.text)
    if match is not None:
        content = Span(part.span.start + match.end(), part.span.end)
        label = match["source"].strip()
        if label.lower() in _LABELS:
            return Headline(content, None)
        actor = _source(label, known, names)
        if actor is not None:
            return Headline(content, _hop(actor, part.span.start, match))
    match = _SUFFIX.search(part.text)
    if match is not None:
        actor = _source(match["source"].strip(), known, names, closing=True)
        if actor is not None:
            content = Span(part.span.start, part.span.start + match.start("colon"))
            return Headline(content, _hop(actor, part.span.start, match))
    return None


def _hop(actor: Actor, start: int, match: re.Match[str]) -> Hop:
    at = Span(start + match.start("source"), start + match.end("source"))
    cue_at = Span(start + match.start("colon"), start + match.end("colon"))
    return Hop(actor, ":", cue_at, at, "CT+", endorses=False)


def _source(
    label: str, known: Known, names: dict[str, str], *, closing: bool = False
) -> Actor | None:
    """Return the voice that a headline's label names, None if it is not one."""
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
