"""From the words that name a source to an Actor: its name, kind, office, for whom it speaks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import takewhile

from reportedly.known import Known
from reportedly.models import Sentence, Token
from reportedly.read.listed import (
    affiliation_in,
    listed_group,
    listed_outlet,
    outlet_inside,
    speaks_for,
)
from reportedly.read.names import (
    DETERMINERS,
    FULL,
    NAME_TAGS,
    holder_of_office,
    is_initials,
    joined,
    kind_of_name,
    outlet_name,
    trimmed,
    undescribed,
    without_title,
)
from reportedly.read.phrases import name_of_itself, noun_phrase, printed_in
from reportedly.read.words import words
from reportedly.values.statement import Actor, Number, SourceKind
from reportedly.values.when import Span

_PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who", "you", "him", "her", "them"})
_MANY = frozenset(
    "two three four five six several some many multiple various both few dozens".split()
)
_COLLECTIVE = frozenset(
    {"those", "many", "country", "members", "more", "array", "range", "handful", "group"}
)
_LISTED: tuple[SourceKind, ...] = (
    "unnamed_official",
    "document",
    "unnamed_media",
    "organisation",
    "role_person",
    "unnamed_group",
    "unnamed_person",
)
_PIECES = frozenset("report article story piece dispatch editorial investigation".split())
"""Words for the work of an outlet, which speaks with its voice ("a Washington Post report")."""
_AGENCIES = frozenset({"agency", "network"})
"""Words for an outlet that other bodies bear, too."""
_ANYBODY = frozenset({"person", "man", "woman", "boy", "girl", "teenager", "child", "individual"})
_OFFICIAL_REPORTS = frozenset(
    """intelligence police medical court autopsy government internal official inspection audit
    company earnings health""".split()
)
"""Words before "reports" that make them papers, and not news."""
_GUARDED = frozenset({"coast", "national", "border", "home", "republican", "presidential"})
"""Words before "guard" that make it a force, and no man at a gate."""
_HIDDEN: dict[SourceKind | None, SourceKind] = {
    "role_person": "unnamed_official",
    "unnamed_group": "unnamed_person",
}
"""What a kind of source becomes where it asks not to be named."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words that name a source in a sentence.

    Attributes:
        text: as written, without what only describes (relative clauses, appositions).
        head: the word that heads it, in lower case.
        span: where it stands in the document.
        pronoun: whether it only points back.
        definite: whether it begins with "the" or a possessive.
        named: whether it holds a proper name.
        plain: whether it holds nothing beside its head but an article and adjectives.
        beside: what stands in apposition to it ("minister" in "Ana Lima, the minister").
    """

    text: str
    head: str
    span: Span
    pronoun: bool
    definite: bool
    named: bool
    plain: bool
    beside: frozenset[str] = frozenset()


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
        joined(tokens),
        top.lower,
        span,
        (top.lower in _PRONOUNS and not is_initials(top)) or top.tag == "PRP",
        tokens[0].lower in {"the", "this", "that"} or tokens[0].tag == "PRP$",
        any(t.tag in NAME_TAGS for t in tokens),
        _is_plain(tokens, top),
        frozenset(t.lower for t in sentence.kids(head, "appos") if t.tag == "NN"),
    )


def _is_plain(tokens: list[Token], top: Token) -> bool:
    maker = top.lower.endswith("maker")
    beside = {t.tag for t in tokens if t.index != top.index}
    return beside <= ({"DT", "JJ", "NN", "CD"} if maker else {"DT", "JJ", "CD"})


def actor_of(sentence: Sentence, head: int, offset: int, known: Known) -> Actor:
    """Return the actor that a phrase names, on the words of the phrase alone.

    An apposition that holds a proper name lends it ("the envoy, Ana Lima").
    """
    named = _apposed_name(sentence, head)
    if named is not None:
        title = phrase_of(sentence, head, offset)
        actor = _classify(sentence, named, offset, known)
        if actor.kind == "media_outlet" and title.head in words("roles")["outlet_descriptors"]:
            return actor
        if _is_paper(title, actor):
            return replace(actor, kind="media_outlet", title=None)
        if actor.kind == "named_person" and title.head in words("roles")["organisation"]:
            return replace(actor, kind="organisation")
        if actor.kind == "named_person" and name_of_itself(sentence, head) is not None:
            return replace(actor, kind="organisation", title=None)
        if actor.kind == "named_person" and title.head not in _PRONOUNS:
            return replace(actor, title=title.text, affiliation=affiliation_in(title.text, known))
        if _is_role(title.head) or not title.named:
            return actor
    return _classify(sentence, head, offset, known)


def _is_paper(title: Phrase, actor: Actor) -> bool:
    """Tell whether a description is that of an outlet ("the radio station" before a name)."""
    kinds = words("roles")["outlet_descriptors"]
    unknown = actor.key is None and actor.kind in {"named_person", "organisation"}
    return unknown and title.head in kinds and title.head not in _AGENCIES


def _classify(sentence: Sentence, head: int, offset: int, known: Known) -> Actor:
    paper = printed_in(sentence, head)
    if paper is not None:
        actor = actor_of(sentence, paper, offset, known)
        if actor.kind == "media_outlet":
            return actor
    phrase = phrase_of(sentence, head, offset)
    top = sentence.tokens[head]
    tokens = [t for t in sentence.tokens if phrase.span.start <= t.start + offset < phrase.span.end]
    actor = classify(phrase, top, tokens, known, _described(sentence, head))
    bodies = words("roles")["organisation"]
    if actor.kind == "named_person" and any(
        t.lower in bodies for t in sentence.kids(head, "appos")
    ):
        return replace(actor, kind="organisation")  # "Nimbus Lane, the hosting firm"
    if actor.kind == "named_person" and actor.affiliation is None:
        return replace(actor, affiliation=speaks_for(sentence, head, known))
    return actor


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
    bare = DETERMINERS.sub("", phrase.text)
    number: Number = _number(top, tokens)
    affiliation = affiliation_in(phrase.text, known)
    outlet = None if top.lemma in words("roles")["journalists"] else listed_outlet(bare, known)
    if outlet is not None:
        return Actor(outlet.name, "media_outlet", outlet.key, None, "one", None, phrase.span)
    office = holder_of_office(tokens, known)
    if office is not None:
        return Actor(office[0], "named_person", None, affiliation, "one", office[1], phrase.span)
    if not _is_name(top, known) or (_is_role(top.lower) and not _names_body(tokens, top)):
        kind = _kind_of_noun(top, tokens, phrase, described)
        paper = kind == "unnamed_media" or top.lemma in _PIECES
        known_outlet = outlet_inside(phrase.text, known) if paper else None
        if known_outlet is not None:
            return known_outlet
        if kind == "unnamed_media" and (name := outlet_name(tokens)):
            return Actor(name, "media_outlet", None, affiliation, "one", None, phrase.span)
        return Actor(phrase.text, kind, None, affiliation, number, None, phrase.span)
    group = listed_group(bare, known)
    if group is not None:
        return Actor(group.name, "organisation", group.key, affiliation, "one", None, phrase.span)
    place = known.places.named(bare)
    if top.tag == "NNPS" and (place is not None or known.places.named(top.text) is not None):
        return Actor(phrase.text, "unnamed_group", None, affiliation, "plural", None, phrase.span)
    if place is not None and place.kind == "nationality" and bare != phrase.text:
        return Actor(phrase.text, "role_person", None, place.key, "one", None, phrase.span)
    if place is not None:
        return Actor(bare, "organisation", place.key, place.key, "one", None, phrase.span)
    return _named(phrase, tokens, top, affiliation, described, known)


def _is_name(top: Token, known: Known) -> bool:
    """Tell whether a word is a proper name; "Sanders" is at times taken for a plural noun."""
    if top.tag in NAME_TAGS or (is_initials(top) and top.tag not in {"PRP", "CD"}):
        return True
    capital = top.index > 0 and top.text[:1].isupper() and top.tag in {"NN", "NNS", "JJ"}
    named = capital and top.lower not in _COLLECTIVE
    return named and known.places.named(top.text) is None


def _names_body(tokens: list[Token], top: Token) -> bool:
    """Tell whether a name is that of a body ("the Federal Aviation Administration")."""
    before = [t for t in tokens if t.index < top.index and t.tag in NAME_TAGS]
    return (
        top.tag in NAME_TAGS and bool(before) and top.lower in words("roles")["organisation_words"]
    )


def _named(  # noqa: PLR0913, PLR0917 - what the words say, and what they are looked up in
    phrase: Phrase,
    tokens: list[Token],
    top: Token,
    affiliation: str | None,
    described: str,
    known: Known,
) -> Actor:
    """Return a person, organisation or outlet that is named but on no list."""
    name, title = without_title(tokens)
    kind = kind_of_name(tokens, top, described, titled=title is not None)
    if kind == "named_person" and title is None and phrase.text.lower().startswith("the "):
        kind = "organisation"  # people have no article
    if kind != "named_person":
        shown = undescribed(tokens) if kind == "media_outlet" else ""
        listed = listed_outlet(shown, known) if shown else None
        if listed is not None:
            return Actor(listed.name, kind, listed.key, None, "one", None, phrase.span)
        return Actor(
            shown or trimmed(phrase.text), kind, None, affiliation, "one", None, phrase.span
        )
    return Actor(name or trimmed(phrase.text), kind, None, affiliation, "one", title, phrase.span)


def _kind_of_noun(top: Token, tokens: list[Token], phrase: Phrase, described: str) -> SourceKind:
    """Return the kind of source that a common noun heads."""
    noun, lowers = top.lower, {t.lower for t in tokens}
    if noun in words("roles")["source"]:
        return _kind_of_sources(lowers, phrase)
    if noun == "reports" and lowers & _OFFICIAL_REPORTS:
        return "document"
    if (noun == "reports" and not phrase.definite) or (noun == "agency" and "news" in lowers):
        return "unnamed_media"
    if noun in {"website", "site", "blog"} and top.children and tokens[0].tag == "PRP$":
        return "document"
    kind = "organisation" if noun == "guard" and lowers & _GUARDED else _kind_in_lists(noun)
    if kind in _HIDDEN and _anonymous(phrase.text + " " + described):
        return _HIDDEN[kind]
    if kind == "unnamed_person" and phrase.definite and noun not in _ANYBODY:
        return "role_person"
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
    if lowers & {"news", "media"}:
        return "unnamed_media"
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


def _apposed_name(sentence: Sentence, head: int) -> int | None:
    """Return the head of a proper name that stands in apposition to a description."""
    top = sentence.tokens[head]
    for token in sentence.kids(head, "appos"):
        if token.tag in NAME_TAGS and (top.tag not in NAME_TAGS or _is_role_title(top)):
            return token.index
    own = name_of_itself(sentence, head)
    if own is not None:
        return own
    if top.tag in NAME_TAGS or not _is_role_title(top):
        return None
    if top.lower in words("roles")["document"]:
        return None
    behind = _name_behind(sentence, head)
    if behind is not None:
        return behind
    # "the harbour master of Lund, Ana Lima": the name is at times hung on the place.
    for position in sentence.subtree(head):
        token = sentence.tokens[position]
        above = sentence.tokens[token.head]
        if token.dep == "appos" and token.tag in NAME_TAGS and above.dep == "pobj":
            return token.index
    return None


def _name_behind(sentence: Sentence, head: int) -> int | None:
    """Return the last word of a full name that stands between commas right behind an office."""
    rest = sentence.tokens[head + 1 :]
    if not rest or rest[0].text != ",":
        return None
    name = list(takewhile(lambda token: token.tag in NAME_TAGS, rest[1:]))
    closing = rest[len(name) + 1 :][:1]
    if len(name) < FULL or not closing or closing[0].text not in {",", "."}:
        return None
    return name[-1].index


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
