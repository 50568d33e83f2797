"""Which statement a word of confirmation, a denial or a comment is about.

Such a statement adds no fact: it is kept beside the claim that it speaks of. The target
is found by what both say, else by the noun that points back ("the transfer", "the
report"), else it is the nearest earlier report.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import resources

import yaml

from reportedly.link.profile import Profile, profile
from reportedly.link.words import acts, content, lemma, lexicon
from reportedly.values.claim import Link, Relation
from reportedly.values.statement import Statement

METHOD = "link.about/1"

ENOUGH = 0.5
"""Share of a statement's own words that its target must hold to be found by them."""

FEWEST = 3
"""Own words without which a statement is not matched by what it says."""

_POINTER = re.compile(
    r"\b(?:the|this|that|these|those|such|any|its|their|his|her|our|an|a)\s+"
    r"(?=(?P<phrase>[\w'’“”\"-]+(?:\s+[\w'’“”\"-]+){0,3}))",
    re.IGNORECASE,
)
_COMMENT = re.compile(
    r"^\W*(?:(?:however|nonetheless|nevertheless|but|and|still|so|if true)\b,?\s+)?"
    r"(?:(?P<pronoun>it|this|that)|(?:the|this|that|these|those|such(?: an?)?|any)\s+"
    r"(?:[\w-]+\s+){0,3}?(?P<noun>[\w-]+))\s+"
    r"(?:(?:would|could|might|may|will|can|must|has|have|had|been|also|likely|certainly|be)\s+)*"
    r"(?:is|are|was|were|be|been|seems?|appears?|remains?|represents?|marks?|raises?|raised|"
    r"constitutes?|considered|seen|regarded|called)\b(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)


_OUTLOOK = re.compile(r"\b(?:that|to|for|if|whether|when|how|why|but)\b", re.IGNORECASE)
"""Words after "it is likely ..." that lead to a clause, of which "it" is only the herald."""


_FALSE_EVIDENCE = re.compile(
    r"\b(?:photo(?:graph)?|picture|image|video|footage|clip|recording|tape|audio|screenshot|document|"
    r"file|list|sheet|ledger|diary|log|transcript|receipt|chart|chat|letter|memo|e-?mail|message|"
    r"post|tweet|slip|certificate|invoice|contract|passport|map)"
    r"s?\b(?:\s?,?\s[^\s,]+){0,25}?(?:\s?,){0,2}\s(?:is|are|was|were|(?:has|have|had) been)\s"
    r"(?:(?:an?|\w+ly)\s){0,2}"
    r"(?:fakes?|forged|forger(?:y|ies)|fabricat(?:ed|ions?)|doctored|staged|manipulated|photoshopped|"
    r"hoax(?:es)?|altered|AI-generated|(?:not|n't|n’t)\s(?:authentic|genuine|real)|"
    r"from\s(?:(?:19|20)\d\d|(?:an?\s)?(?:earlier|other|another|different|older)))\b",
    re.IGNORECASE,
)
_ASSERTED = 2.0
"""Certainty, of 3, from which a voice stands by what it says."""


@dataclass(frozen=True, slots=True)
class _Words:
    classes: dict[str, str]
    reports: frozenset[str]
    evaluation: frozenset[str]
    status: frozenset[str]


def about(
    statement: Statement,
    document: Sequence[Statement],
    nearby: Sequence[Statement] = (),
    *,
    at: datetime,
) -> Link | None:
    """Return the link from a word about a claim to the statement that it speaks of.

    Args:
        statement: a status word, a denial, a retraction or a comment.
        document: the statements of its document, in the order of the text.
        nearby: statements of other documents that say something alike, best first.
        at: the moment of the judgement.

    Returns:
        "denies" for a denial of what is asserted, else "about"; None for a statement that
        tells a fact of its own, or where nothing is found that it could speak of.
    """
    if statement.background or not points(statement):
        return None
    earlier = [s for s in document if _precedes(s, statement)][::-1]
    found = None
    if debunks(statement):
        found = _on_evidence(statement, (*earlier, *nearby)) or _within(statement, document)
    found = found or _by_words(statement, earlier, nearby)
    if found is None and not _corrects_something(statement):
        found = _by_noun(statement, earlier, nearby) or _by_place(earlier)
    if found is None:
        return None
    target, reason, weight = found
    contrary = statement.status_effect == "denies" and not target.denied
    relation: Relation = "denies" if contrary else "about"
    return Link(statement.id, target.id, relation, weight, ((reason, weight),), METHOD, at)


def points(statement: Statement) -> bool:
    """Return whether a statement may speak of another one instead of telling a fact."""
    return bool(statement.status_effect) or debunks(statement) or is_comment(statement)


def debunks(statement: Statement) -> bool:
    """Return whether a statement says that an item of evidence is false, or of something else.

    "The photograph is from 2014" takes away what rests on the photograph, and no more.
    """
    sure = abs(statement.certainty.score) >= _ASSERTED
    return sure and _FALSE_EVIDENCE.search(statement.text) is not None


def is_comment(statement: Statement) -> bool:
    """Return whether a statement only values something that was told before.

    Its subject points back ("the delivery", "it"), and what it says of it is a
    judgement, not a number, a place or a further act.
    """
    match = _COMMENT.match(statement.text)
    if match is None or any(char.isdigit() for char in match["rest"]):
        return False
    if match["pronoun"] and _OUTLOOK.search(match["rest"]):
        return False
    noun = lemma(match["noun"]) if match["noun"] else None
    if noun and noun not in _words().classes and noun not in _words().reports:
        return False
    said = re.findall(r"[\w-]+", match["rest"].lower())
    return any({word, word.removesuffix("s")} & _words().evaluation for word in said)


_Found = tuple[Statement, str, float]


def _corrects_something(statement: Statement) -> bool:
    """Whether a correction itself says what was wrong, which need not be what is told here."""
    return statement.status_effect == "corrects" and len(_own_words(statement)) >= FEWEST


def _within(statement: Statement, document: Sequence[Statement]) -> _Found | None:
    """Return the claim that stands inside what debunks its evidence.

    "The list, on which Z based its report that twelve died, is a fake".
    """
    start, end = statement.content[0].start, statement.content[-1].end
    for target in document:
        inside = start < target.content[0].start and target.content[-1].end < end
        if inside and _is_target(target):
            return target, "stands inside it", 0.9
    return None


def _on_evidence(statement: Statement, others: Sequence[Statement]) -> _Found | None:
    """Return the report that rests on the evidence that is said to be false, by its name."""
    own = content(statement.text)
    for target in others:
        source = target.chain[-1].actor
        named = source.kind == "document" and bool(content(source.name) & own)
        if named and _is_target(target) and len(profile(target).words & own) >= FEWEST:
            return target, f"rests on “{source.name}”", 0.8
    return None


def _by_words(
    statement: Statement, earlier: Sequence[Statement], nearby: Sequence[Statement]
) -> _Found | None:
    """Return the statement that says most of what this one says."""
    own = _own_words(statement)
    if len(own) < FEWEST:
        return None
    scored = [
        (len(own & other.words) / len(own), _is_own(statement, target), -order, target)
        for order, target in enumerate((*earlier, *nearby))
        if (other := profile(target)).linkable and target.id != statement.id and _fits(own, other)
    ]
    if not scored:
        return None
    share, _, _, target = max(scored, key=lambda row: row[:3])
    return (target, "shared words", round(share, 4)) if share >= ENOUGH else None


def _fits(own: frozenset[str], other: Profile) -> bool:
    """Whether the acts named in these words are acts of the other statement."""
    named = {word for word in own if word.startswith("#")}
    theirs = {f"#{act}" for act in other.acts} | other.words
    return not named or bool(named & theirs)


def _by_noun(
    statement: Statement, earlier: Sequence[Statement], nearby: Sequence[Statement]
) -> _Found | None:
    """Return the nearest statement that a pointing noun can stand for."""
    own = _own_words(statement)
    for noun in _pointing(statement.text):
        if act := _words().classes.get(noun):
            fitting = [t for t in earlier if _is_target(t) and act in _acts(t)]
            fitting += [t for t in nearby if act in _acts(t) and own & profile(t).names]
        else:
            fitting = _reported(earlier)
            fitting += [t for t in nearby if _is_own(statement, t) and own & profile(t).words]
        if fitting:
            return fitting[0], f"“{noun}” points back", 0.8
    return None


def _by_place(earlier: Sequence[Statement]) -> _Found | None:
    """Return the nearest earlier report, which a bare status word or pronoun speaks of."""
    fitting = _reported(earlier)
    return (fitting[0], "nearest earlier report", 0.5) if fitting else None


def _reported(earlier: Sequence[Statement]) -> list[Statement]:
    """Return the targets, those that somebody else is quoted for first."""
    targets = [t for t in earlier if _is_target(t)]
    return sorted(targets, key=lambda target: len(target.chain) == 1)


def _is_target(statement: Statement) -> bool:
    return profile(statement).linkable and not is_comment(statement)


def _acts(statement: Statement) -> frozenset[str]:
    return profile(statement).acts | acts(content(statement.text))


def _own_words(statement: Statement) -> frozenset[str]:
    """Return what is confirmed or denied, without the words of confirming and denying."""
    act = lexicon().act
    plain = content(statement.text) - _words().status - _words().reports
    return frozenset(f"#{act[word]}" if word in act else word for word in plain)


def _pointing(text: str) -> Sequence[str]:
    """Return the lemmas of nouns that point back, in their order."""
    phrases = (match["phrase"] for match in _POINTER.finditer(text))
    found = (lemma(word) for phrase in phrases for word in re.findall(r"[\w-]+", phrase))
    plain = (lemma(word) for word in re.findall(r"[\w-]+", text))
    nouns = [noun for noun in found if noun in _words().classes or noun in _words().reports]
    return nouns or [noun for noun in plain if noun in _words().reports]


def _is_own(statement: Statement, target: Statement) -> bool:
    """Whether a target comes from the outlet that speaks, or that is spoken of."""
    speakers = {attribution.actor.name.casefold() for attribution in statement.chain}
    return target.chain[0].actor.name.casefold() in speakers


def _precedes(a: Statement, b: Statement) -> bool:
    return a.id != b.id and a.content[0].start < b.content[0].start


@cache
def _words() -> _Words:
    """Return the words of `about.yaml`."""
    raw = resources.files(__package__).joinpath("about.yaml").read_text("utf-8")
    data = yaml.safe_load(raw)
    return _Words(
        {noun: name for name, nouns in data["nouns"].items() for noun in nouns},
        frozenset(data["reports"]),
        frozenset(data["evaluation"]),
        frozenset(data["status"]),
    )
