"""The proper names of voices: what kind of voice a name is, and what of it is the name."""

from __future__ import annotations

import re

from reportedly.known import Known
from reportedly.models import Token
from reportedly.read.words import words
from reportedly.values.statement import SourceKind

NAME_TAGS = frozenset({"NNP", "NNPS"})
DETERMINERS = re.compile(
    r"^(?:the|a|an|its|his|her|their|this|that|both|either|neither)\s+", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"(['’]s|['’])$")
_LONGEST = 20
"""Words within which an office stands before a name."""
FULL = 2
"""Words of a name that is given in full."""
_SHORT = 2
"""Capitals that people put before their name, too."""
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,}")
_OUTLET = re.compile(r"\b(?:newspaper|news agency|broadcaster|daily|tabloid|news site|magazine)\b")
_WIRE = frozenset({"press", "news", "broadcasting", "media", "radio", "television", "wire"})
_ON_AIR = frozenset({"radio", "tv", "television", "channel"})


def kind_of_name(tokens: list[Token], top: Token, described: str, *, titled: bool) -> SourceKind:
    """Return the kind of source that a proper name heads."""
    roles = words("roles")
    bodies = set(roles["organisation_words"])
    if is_outletish(tokens, top, described):
        return "media_outlet"
    if top.lower in bodies or is_initials(top):
        return "organisation"
    if not titled and any(t.text.isupper() and len(t.text) > _SHORT for t in tokens[-2:-1]):
        return "organisation"  # "NTV Uganda", but "JD Vance"
    if not titled and {t.lower for t in tokens} & bodies:
        return "organisation"
    return "document" if top.lower in roles["document"] else "named_person"


def without_title(tokens: list[Token]) -> tuple[str, str | None]:
    """Return a person's bare name and the title before it."""
    titles = set(words("roles")["titles"]) | set(words("roles")["organisation_words"])
    tokens = up_to_preposition(tokens)
    start = len(tokens)
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        name = token.tag in NAME_TAGS or (
            token.text[:1].isupper() and token.dep in {"compound", "nsubj"}
        )
        if not name and token.text not in {"-", ".", "al", "bin", "van", "von", "de", "der", "el"}:
            break
        if token.lower in titles and index < len(tokens) - 1:
            break
        start = index
    while start < len(tokens) - 1 and tokens[start].text == ".":
        start += 1  # of "Col."
    kept = tokens[start:]
    title = joined(tokens[:start]) if 0 < start < len(tokens) else None
    title = DETERMINERS.sub("", f"{title} ").strip() if title else None
    return (joined(kept) if kept else "", title or None)


def holder_of_office(tokens: list[Token], known: Known) -> tuple[str, str] | None:
    """Return name and office in "Secretary of State John Kerry", None where nobody is named."""
    offices = {*words("roles")["titles"], "member"}
    bodies = set(words("roles")["organisation_words"])
    for index, token in enumerate(tokens[1:_LONGEST], start=1):
        if token.lower not in {"of", "to", "for"} or tokens[index - 1].lower not in offices:
            continue
        for end in range(min(len(tokens) - FULL, _LONGEST), index + 1, -1):
            body = DETERMINERS.sub("", joined(tokens[index + 1 : end]))
            listed = known.places.named(body) or known.groups.named(body)
            if (listed or tokens[end - 1].lower in bodies) and _is_full(tokens[end:]):
                return joined(tokens[end:]), DETERMINERS.sub("", joined(tokens[:end]))
    return None


def _is_full(tokens: list[Token]) -> bool:
    """Tell whether words are a name of somebody in full, and nothing else."""
    names = [t for t in tokens if t.text[:1].isupper() and t.text.isalpha()]
    return len(names) >= FULL and all(
        t in names or t.text in {"-", "al", "bin", "van", "von", "de"} for t in tokens
    )


def up_to_preposition(tokens: list[Token]) -> list[Token]:
    """Return a name without where its bearer is from ("Suhret Fazlic of Bihac")."""
    names = (i for i, t in enumerate(tokens) if i and t.tag == "IN" and tokens[i - 1].tag == "NNP")
    return tokens[: next(names, len(tokens))]


def is_outletish(tokens: list[Token], top: Token, described: str) -> bool:
    """Tell whether an unknown name looks like that of an outlet ("Harbour Courier")."""
    roles = words("roles")
    if {t.lower for t in tokens[:-1]} & set(roles["outlet_descriptors"]):
        return True
    if _OUTLET.search(described):
        return True
    names = [t.lower for t in tokens if t.tag in NAME_TAGS]
    if names[-1:] in (["fm"], ["tv"], ["radio"]):
        return True
    first, *rest = names or [""]
    if rest[1:] and rest[-1] in {"agency", "service", "corporation"} and rest[-2] in _WIRE:
        return True
    return bool(rest) and (first in _ON_AIR or top.lower in roles["outlet_words"])


def undescribed(tokens: list[Token]) -> str:
    """Return "ANSA" for "the news agency ANSA": the name without what kind of outlet it is."""
    kinds = set(words("roles")["outlet_descriptors"])
    common = [i for i, t in enumerate(tokens) if t.lower in kinds and t.tag not in NAME_TAGS]
    after = tokens[common[-1] + 1 :] if common else []
    return joined(after) if after and all(t.tag in NAME_TAGS for t in after) else ""


def outlet_name(tokens: list[Token]) -> str | None:
    """Return the proper name in "the Borsa Tribune newspaper"."""
    names = [t.text for t in tokens if t.tag in NAME_TAGS]
    return " ".join(names) if len(names) > 1 else None


def is_initials(top: Token) -> bool:
    """Tell whether a name is an abbreviation ("NEOC"), which people seldom are."""
    return _INITIALS.fullmatch(top.text) is not None


def joined(tokens: list[Token]) -> str:
    """Return words with the blanks that the text has between them."""
    out = ""
    for before, token in zip([None, *tokens[:-1]], tokens, strict=True):
        gap = " " if before is not None and token.start > before.end else ""
        out += gap + token.text
    return out


def trimmed(text: str) -> str:
    """Return a name without article and possessive."""
    return _POSSESSIVE.sub("", DETERMINERS.sub("", text)).strip(" ,")
