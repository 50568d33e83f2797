"""From the words that name a source to an Actor: its name, kind, office, for whom it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from reportedly.known import Known
from reportedly.models import Sentence, Token
from reportedly.read.phrases import noun_phrase
from reportedly.read.words import words
from reportedly.values.statement import Actor, Number, SourceKind
from reportedly.values.when import Span

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "you", "him", "her", "them"})
_POSSESSIVE = re.compile(r"(['’]s|['’])$")
_MANY = frozenset(
    "two three four five six several some many multiple various both few dozens".split()
)
_COLLECTIVE = frozenset(
    {"those", "many", "country", "members", "more", "array", "range", "handful", "group"}
)
_INITIALS = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]{2,}")
_LISTED: tuple[SourceKind, ...] = (
    "unnamed_official",
    "document",
    "unnamed_media",
    "organisation",
    "role_person",
    "unnamed_group",
    "unnamed_person",
)
_HIDDEN: dict[SourceKind | None, SourceKind] = {
    "role_person": "unnamed_official",
    "unnamed_group": "unnamed_person",
}
"""What a kind of source becomes where it asks not to be named."""
_OUTLET = re.compile(r"\b(?:newspaper|news agency|broadcaster|daily|tabloid|news site|magazine)\b")
_WIRE = frozenset({"press", "news", "broadcasting", "media", "radio", "television", "wire"})
_ON_AIR = frozenset({"radio", "tv", "television", "channel"})
_DETERMINERS = re.compile(r"^(?:the|a|an|its|his|her|their|this|that)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name a source in a sentence.

    Attributes:
        text: as written, without what only describes (relative clauses, appositions).
        head: the word that heads it, in lower case.
        span: where it stands in the document.
        pronoun: whether it only points back.
        definite: whether it begins with "the" or a possessive.
    """

    text: str
    head: str
    span: Span
    pronoun: bool
    definite: bool
    named: bool


def phrase_of(sentence: Sentence, head: int, offset: int) -> Phrase:
    """Return the phrase under a head word, with its span in the document."""
    positions = noun_phrase(sentence, head)
    positions = _contiguous(positions, head)
    tokens = [sentence.tokens[p] for p in positions]
    while tokens and (tokens[-1].dep == "case" or tokens[-1].text in {",", '"', "”", "“", "'"}):
        tokens.pop()
    tokens = tokens or [sentence.tokens[head]]
    span = Span(tokens[0].start + offset, tokens[-1].end + offset)
    top = sentence.tokens[head]
    return Phrase(
        _joined(tokens),
        top.lower,
        span,
        top.lower in _PRONOUNS or top.tag == "PRP",
        tokens[0].lower in {"the", "this", "that"} or tokens[0].tag == "PRP$",
        any(t.tag in _NAME_TAGS for t in tokens),
    )


def actor_of(sentence: Sentence, head: int, offset: int, known: Known) -> Actor:
    """Return the actor that a phrase names, on the words of the phrase alone.

    An apposition that holds a proper name lends it ("the envoy, Ana Lima").
    """
    named = _apposed_name(sentence, head)
    if named is not None:
        title = phrase_of(sentence, head, offset)
        actor = _classify(sentence, named, offset, known)
        if actor.kind == "named_person" and title.head not in _PRONOUNS:
            return replace(actor, title=title.text, affiliation=_affiliation(title.text, known))
        if _is_role(title.head) or not title.named:
            return actor
    return _classify(sentence, head, offset, known)


def _classify(sentence: Sentence, head: int, offset: int, known: Known) -> Actor:
    phrase = phrase_of(sentence, head, offset)
    top = sentence.tokens[head]
    tokens = [t for t in sentence.tokens if phrase.span.start <= t.start + offset < phrase.span.end]
    return classify(phrase, top, tokens, known, _described(sentence, head))


def classify(
    phrase: Phrase, top: Token, tokens: list[Token], known: Known, described: str = ""
) -> Actor:
    """Return the actor that the words of a phrase name.

    Args:
        phrase: the words.
        top: the word that heads them.
        tokens: all its words.
        known: what is known beforehand.
        described: words that describe it further (a relative clause, an apposition).
    """
    bare = _DETERMINERS.sub("", phrase.text)
    number: Number = _number(top, tokens)
    affiliation = _affiliation(phrase.text, known)
    outlet = known.outlets.named(bare)
    if outlet is not None:
        return Actor(outlet.name, "media_outlet", outlet.key, None, "one", None, phrase.span)
    if not _is_name(top, known) or _is_role(top.lower):
        kind = _kind_of_noun(top, tokens, phrase, described)
        known_outlet = _outlet_inside(phrase.text, known) if kind == "unnamed_media" else None
        if known_outlet is not None:
            return known_outlet
        if kind == "unnamed_media" and (name := _outlet_name(tokens)):
            return Actor(name, "media_outlet", None, affiliation, "one", None, phrase.span)
        return Actor(phrase.text, kind, None, affiliation, number, None, phrase.span)
    group = known.groups.named(bare)
    if group is not None:
        return Actor(group.name, "organisation", group.key, affiliation, "one", None, phrase.span)
    place = known.places.named(bare)
    if top.tag == "NNPS" and (place is not None or known.places.named(top.text) is not None):
        return Actor(phrase.text, "unnamed_group", None, affiliation, "plural", None, phrase.span)
    if place is not None:
        return Actor(bare, "organisation", place.key, place.key, "one", None, phrase.span)
    return _named(phrase, tokens, top, affiliation, described)


def _is_name(top: Token, known: Known) -> bool:
    """Tell whether a word is a proper name; "Sanders" is at times taken for a plural noun."""
    if top.tag in _NAME_TAGS:
        return True
    capital = top.index > 0 and top.text[:1].isupper() and top.tag in {"NN", "NNS", "JJ"}
    return capital and known.places.named(top.text) is None


def _named(
    phrase: Phrase, tokens: list[Token], top: Token, affiliation: str | None, described: str
) -> Actor:
    """Return a person, organisation or outlet that is named but on no list."""
    name, title = _without_title(tokens)
    kind = _kind_of_name(tokens, top, described, titled=title is not None)
    if kind == "named_person" and title is None and phrase.text.lower().startswith("the "):
        kind = "organisation"  # people have no article
    if kind != "named_person":
        return Actor(_trimmed(phrase.text), kind, None, affiliation, "one", None, phrase.span)
    return Actor(name or _trimmed(phrase.text), kind, None, affiliation, "one", title, phrase.span)


def _kind_of_name(tokens: list[Token], top: Token, described: str, *, titled: bool) -> SourceKind:
    """Return the kind of source that a proper name heads."""
    roles = words("roles")
    bodies = set(roles["organisation_words"])
    if _outletish(tokens, top, described):
        return "media_outlet"
    if top.lower in bodies or _initials(top):
        return "organisation"
    if not titled and {t.lower for t in tokens} & bodies:
        return "organisation"
    return "document" if top.lower in roles["document"] else "named_person"


def _kind_of_noun(top: Token, tokens: list[Token], phrase: Phrase, described: str) -> SourceKind:
    """Return the kind of source that a common noun heads."""
    noun, lowers = top.lower, {t.lower for t in tokens}
    if noun in words("roles")["source"]:
        return _kind_of_sources(lowers, phrase)
    if (noun == "reports" and not phrase.definite) or (noun == "agency" and "news" in lowers):
        return "unnamed_media"
    if noun in {"website", "site", "blog"} and top.children and tokens[0].tag == "PRP$":
        return "document"
    kind = _kind_in_lists(noun)
    if kind in _HIDDEN and _anonymous(phrase.text + " " + described):
        return _HIDDEN[kind]
    if kind is not None:
        return kind
    if top.tag in {"NNS", "NNPS"} or lowers & _COLLECTIVE:
        return "unnamed_group"
    known_by_office = phrase.definite and noun.endswith(("er", "or", "ist", "man"))
    return "role_person" if known_by_office else "unnamed_person"


def _kind_in_lists(noun: str) -> SourceKind | None:
    """Return the first kind of source whose list holds a noun."""
    return next((kind for kind in _LISTED if noun in words("roles")[kind]), None)


def _kind_of_sources(lowers: set[str], phrase: Phrase) -> SourceKind:
    """Return whether "sources" are officials ("U.S. sources", "security sources") or people."""
    official = not lowers.isdisjoint(words("roles")["official_sources"])
    if official or phrase.named or _adjective_of_state(phrase):
        return "unnamed_official"
    return "unnamed_person"


def _adjective_of_state(phrase: Phrase) -> bool:
    return any(
        word[:1].isupper()
        for word in phrase.text.split()[:-1]
        if word.lower() not in {"the", "a", "one"}
    )


def _anonymous(text: str) -> bool:
    lower = text.lower()
    return any(p in lower for p in words("roles")["anonymity"]) or bool(
        re.search(r"\b(?:unnamed|unidentified|anonymous|undisclosed)\b", lower)
    )


def _is_role(word: str) -> bool:
    roles = words("roles")
    return (
        any(
            word in roles[kind]
            for kind in ("unnamed_official", "source", "unnamed_media", "role_person", "document")
        )
        and word not in roles["outlet_words"]
    )


def _number(top: Token, tokens: list[Token]) -> Number:
    if (
        {t.lower for t in tokens} & _MANY
        or top.tag in {"NNS", "NNPS"}
        or top.lower in {"media", "people", "they"}
    ):
        return "plural"
    return "one"


def _affiliation(text: str, known: Known) -> str | None:
    """Return the state or organisation that a description names as the voice's own."""
    for mention in known.mentions(text):
        if mention.key is not None and mention.kind in {"place", "organisation"}:
            return mention.key
    return None


def _without_title(tokens: list[Token]) -> tuple[str, str | None]:
    """Return a person's bare name and the title before it."""
    titles = set(words("roles")["titles"]) | set(words("roles")["organisation_words"])
    start = len(tokens)
    for index in range(len(tokens) - 1, -1, -1):
        token = tokens[index]
        name = token.tag in _NAME_TAGS or (
            token.text[:1].isupper() and token.dep in {"compound", "nsubj"}
        )
        if not name and token.text not in {"-", ".", "al", "bin", "van", "von", "de", "der", "el"}:
            break
        if token.lower in titles and index < len(tokens) - 1:
            break
        start = index
    kept = tokens[start:]
    title = _joined(tokens[:start]) if 0 < start < len(tokens) else None
    title = _DETERMINERS.sub("", f"{title} ").strip() if title else None
    return (_joined(kept) if kept else "", title or None)


def _outletish(tokens: list[Token], top: Token, described: str) -> bool:
    """Tell whether an unknown name looks like that of an outlet ("Harbour Courier")."""
    roles = words("roles")
    if {t.lower for t in tokens[:-1]} & set(roles["outlet_descriptors"]):
        return True
    if _OUTLET.search(described):
        return True
    names = [t.lower for t in tokens if t.tag in _NAME_TAGS]
    if names[-1:] in (["fm"], ["tv"], ["radio"]):
        return True
    first, *rest = names or [""]
    if rest[1:] and rest[-1] in {"agency", "service", "corporation"} and rest[-2] in _WIRE:
        return True
    return bool(rest) and (first in _ON_AIR or top.lower in roles["outlet_words"])


def _outlet_name(tokens: list[Token]) -> str | None:
    """Return the proper name in "the Borsa Tribune newspaper"."""
    names = [t.text for t in tokens if t.tag in _NAME_TAGS]
    return " ".join(names) if len(names) > 1 else None


def _outlet_inside(text: str, known: Known) -> Actor | None:
    for mention in known.mentions(text):
        if mention.key is not None and mention.key.startswith("outlet:"):
            outlet = known.outlets.keyed(mention.key)
            if outlet is not None:
                return Actor(outlet.name, "media_outlet", outlet.key)
    return None


def _initials(top: Token) -> bool:
    """Tell whether a name is an abbreviation ("NEOC"), which people seldom are."""
    return _INITIALS.fullmatch(top.text) is not None


def _apposed_name(sentence: Sentence, head: int) -> int | None:
    """Return the head of a proper name that stands in apposition to a description."""
    top = sentence.tokens[head]
    for token in sentence.kids(head, "appos"):
        if token.tag in _NAME_TAGS and (top.tag not in _NAME_TAGS or _is_role_title(top)):
            return token.index
    if top.tag in _NAME_TAGS or not _is_role_title(top):
        return None
    # "the harbour master of Lund, Ana Lima": the name is at times hung on the place.
    for position in sentence.subtree(head):
        token = sentence.tokens[position]
        above = sentence.tokens[token.head]
        if token.dep == "appos" and token.tag in _NAME_TAGS and above.dep == "pobj":
            return token.index
    return None


def _is_role_title(top: Token) -> bool:
    return top.lower in words("roles")["titles"] or _is_role(top.lower)


def _described(sentence: Sentence, head: int) -> str:
    """Return what further describes a phrase: appositions and relative clauses."""
    parts = [
        " ".join(sentence.tokens[p].lower for p in sentence.subtree(token.index))
        for token in sentence.kids(head, "appos", "relcl", "acl", "amod", "advcl")
    ]
    top = sentence.tokens[head]
    verb = sentence.tokens[top.head]
    parts += [
        " ".join(sentence.tokens[p].lower for p in sentence.subtree(token.index))
        for token in sentence.kids(verb.index, "prep", "advcl")
        if token.lower in {"on", "speaking", "asking", "requesting"}
    ]
    return " ".join(parts)


def _contiguous(positions: list[int], head: int) -> list[int]:
    """Return the unbroken run of positions around the head."""
    here = positions.index(head)
    start = here
    while start and positions[start - 1] == positions[start] - 1:
        start -= 1
    end = here
    while end + 1 < len(positions) and positions[end + 1] == positions[end] + 1:
        end += 1
    return positions[start : end + 1]


def _joined(tokens: list[Token]) -> str:
    """Return words with the blanks that the text has between them."""
    out = ""
    for before, token in zip([None, *tokens[:-1]], tokens, strict=True):
        gap = " " if before is not None and token.start > before.end else ""
        out += gap + token.text
    return out


def _trimmed(text: str) -> str:
    return _POSSESSIVE.sub("", _DETERMINERS.sub("", text)).strip(" ,")
