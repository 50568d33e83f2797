"""Words about a claim: confirmed, denied, unconfirmed, retracted, corrected.

Such a statement acts on a claim and adds no fact of its own. Non-confirmations ("not aware
of", "could not verify", "declined to comment") change no status; they are shown.
"""

from __future__ import annotations

import re

from reportedly.models import Sentence
from reportedly.read.chain import Hop
from reportedly.read.cues import lexicon, names_claim
from reportedly.read.nouns import is_taken_back
from reportedly.read.placed import Placed
from reportedly.values.statement import StatusEffect

_RETRACTED = re.compile(
    r"\b(?:retract(?:s|ed|ing)?|withdr(?:ew|awn|aws)|removed|deleted|taken down)"
    r"(?:\s\S{1,20}+){0,5}?\s(?:report|article|story|claim|statement|post|tweet)s?\b"
    r"|\b(?:report|article|story|claim)s?(?:\s\S{1,20}+){0,6}?\s"
    r"(?:retracted|withdrawn|removed|deleted|taken down)\b",
    re.IGNORECASE,
)
_CORRECTED = re.compile(
    r"^correction\b|\b(?:an earlier|a previous) version of this (?:article|story|report)\b"
    r"|\bthis (?:article|story|report) has been (?:amended|corrected|updated)\b"
    r"|\bcorrected its (?:report|story|article)\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:(?:denied|denies|deny|dismissed|dismisses|rejected|rejects|refuted|rebutted|disputed)\b"
    r"(?:\s\S{1,20}+){0,4}?\s"
    r"(?:report|claim|allegation|accusation|rumou?r|suggestion|charge|assertion|stor)\w*\b"
    r"|(?:report|claim|allegation|accusation|rumou?r|stor(?:y|ies)|it|they|this|that)s?\b"
    r" (?:is|are|was|were) (?:\w+ )?(?:false|untrue|fake|baseless|unfounded|fabricated|a lie|"
    r"lies|not true|incorrect|nonsense|a hoax)\b"
    r"|called(?:\s\S{1,20}+){0,4}?\s[\"“]?"
    r"(?:false|fake|baseless|untrue|unfounded|fabricated|nonsense|a lie)\b)",
    re.IGNORECASE,
)
_CONFIRMED = re.compile(
    r"\b(?:report|claim|allegation|information|news|authenticity|it|this|that|incident|transfer|"
    r"delivery|attack|strike|deal|identity)s?\b"
    r" (?:has|have|had|was|were|is|are)(?: \w+)? (?:confirmed|verified)\b"
    r"|\bconfirmed (?:the|those|these|that) (?:report|claim|allegation|information|news)s?\b",
    re.IGNORECASE,
)


def status_effect(placed: Placed, head: int, text: str, hop: Hop | None) -> StatusEffect | None:
    """Return what a statement does to the claim that it is about, None where it is about none.

    Args:
        placed: the sentence.
        head: position of the statement's predicate.
        text: its words.
        hop: the voice nearest the words, with its cue.
    """
    lower = text.lower().replace("’", "'")
    if _unconfirming(lower):
        return "unconfirms"
    if _RETRACTED.search(text):
        return "retracts"
    if (taken := _taken_back(placed.sentence, head)) is not None:
        return taken
    if _CORRECTED.search(text):
        return "corrects"
    if _DENIED.search(text):
        return "denies"
    if _CONFIRMED.search(text):
        return "confirms"
    return _by_object(placed.sentence, head, hop)


def _unconfirming(lower: str) -> bool:
    lists = lexicon()
    if any(phrase in lower for phrase in lists["no_comment"]):
        return True
    return any(phrase in lower for phrase in lists["unconfirming"])


def _taken_back(sentence: Sentence, head: int) -> StatusEffect | None:
    """Return the effect of "our report that ... has been withdrawn", however long it is."""
    thing = sentence.child(head, "nsubjpass")
    if thing is None or thing.lemma not in lexicon()["claim_nouns"]:
        return None
    effect: StatusEffect = lexicon()["verbs"].get(sentence.tokens[head].lemma, {}).get("object")
    return effect if is_taken_back(sentence, thing.index) else None


def _by_object(sentence: Sentence, head: int, hop: Hop | None) -> StatusEffect | None:
    """Return the effect of "denied the report", "confirmed the claim": the object names a claim."""
    if hop is None:
        return None
    entry = lexicon()["verbs"].get(sentence.tokens[head].lemma, {})
    thing = sentence.child(head, "dobj")
    if "object" in entry and thing is not None and names_claim(sentence, thing.index):
        effect: StatusEffect = entry["object"]
        return effect
    return None
