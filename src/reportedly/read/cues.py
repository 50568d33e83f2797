"""The words of saying: which words of a sentence say something, by lexicon and by their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from reportedly.models import Sentence, Token
from reportedly.read.clauses import excluded
from reportedly.read.nouns import named_by_copula, noun_says
from reportedly.read.phrases import agent_of, is_passive, media_read
from reportedly.read.words import words

_SUBJECT = ("nsubj", "nsubjpass")
_OWN_PAGE = re.compile(r"\bversion of this (?:article|story|report)\b", re.IGNORECASE)


def lexicon() -> dict[str, Any]:
    """Return the words of saying."""
    return words("cues")


def verb_entry(sentence: Sentence, index: int) -> dict[str, Any] | None:
    """Return what the lexicon knows of a verb, with its particle ("rule out") or without."""
    verbs: dict[str, dict[str, Any]] = lexicon()["verbs"]
    lemma, particle = sentence.tokens[index].lemma, sentence.child(index, "prt")
    together = verbs.get(f"{lemma} {particle.lower}") if particle is not None else None
    return together or verbs.get(lemma)


def is_cue(sentence: Sentence, index: int) -> bool:
    """Tell whether a word governs what somebody says.

    A verb or noun of saying that has a clause under it which can be its content.
    """
    token = sentence.tokens[index]
    if token.is_verb:
        if media_read(sentence, index) is not None:
            return True
        entry = lexicon()["verbs"].get(token.lemma)
        if entry is None:
            return named_by_copula(sentence, index) is not None
        if entry.get("quote_only", False):
            return quotes_words(sentence, index)
        return says(sentence, index)
    return noun_says(sentence, index)


def says(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb of saying says something: not "to determine whether", "did not say how".

    What is asked, refused, negated or only possible is told by the narrator as it stands.
    """
    token, entry = sentence.tokens[index], lexicon()["verbs"][sentence.tokens[index].lemma]
    if token.dep in {"advcl", "acl", "relcl"} and is_infinitive(sentence, index):
        return False
    if entry.get("bare") and sentence.child(index, "prt") is not None:
        told = verb_entry(sentence, index) is not entry and not _negated(sentence, index)
        return told and sentence.child(index, "ccomp") is not None
    if is_passive(sentence, index) and token.lemma not in lexicon()["hearsay_sources"]:
        return agent_of(sentence, index) is not None or marked_as(sentence, index)
    auxiliaries = {t.lower for t in sentence.kids(index, "aux")}
    if auxiliaries & {"may", "might", "could", "will", "should", "would", "must"}:
        return False
    if _is_earlier_version(sentence, index) or _is_pointed_at(sentence, index):
        return False
    above = sentence.tokens[token.head]
    if token.dep == "xcomp" and above.lemma in {
        "refuse",
        "decline",
        "want",
        "plan",
        "fail",
        "hope",
    }:
        return False
    if "effect" in entry and entry["effect"] != "CT-":
        return True  # "do not believe that" still says how they see it
    return not _negated(sentence, index)


def _is_earlier_version(sentence: Sentence, index: int) -> bool:
    """Tell whether an outlet speaks of its own page ("an earlier version of this article said")."""
    return any(
        subject.lower == "version" or names_own_page(sentence, sentence.subtree(subject.index))
        for subject in sentence.kids(index, *_SUBJECT)
    )


def names_own_page(sentence: Sentence, positions: Sequence[int]) -> bool:
    """Tell whether a phrase is an outlet's own page ("an earlier version of this article")."""
    return _OWN_PAGE.search(" ".join(sentence.tokens[p].text for p in positions)) is not None


def _is_pointed_at(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is what others say of a thing ("a video that they say shows ...")."""
    subject = sentence.child(index, *_SUBJECT)
    return subject is not None and subject.tag == "WDT" and sentence.tokens[index].dep == "ccomp"


def _negated(sentence: Sentence, index: int) -> bool:
    subject = sentence.child(index, *_SUBJECT)
    if subject is not None and subject.lower in {"neither", "nobody", "none"}:
        return True
    if excluded(sentence, index):
        return True
    if subject is not None and any(
        t.lower in {"no", "neither"} for t in sentence.kids(subject.index, "det", "preconj")
    ):
        return True
    return any(
        t.lower in {"not", "n't", "n’t", "never", "neither", "nor"} for t in sentence.kids(index)
    )


def quotes_words(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb that is one of saying only beside quoted words has some."""
    marks = any(t.text in {'"', "“", "”", "``", "''", "«", "»"} for t in sentence.tokens)
    return marks and sentence.child(index, "ccomp") is not None


def marked_as(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is opened by "as" ("as reported by Z")."""
    return any(t.lower == "as" for t in sentence.kids(index, "mark", "advmod", "prep"))


def is_infinitive(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb has its "to"."""
    return any(t.tag == "TO" for t in sentence.kids(index, "aux"))


def is_per(token: Token) -> bool:
    """Tell whether a word is the preposition, and no first name inside a sentence."""
    return token.dep == "prep" and (
        token.text == "per" or (token.text == "Per" and not token.index)
    )


def names_claim(sentence: Sentence, index: int) -> bool:
    """Tell whether a phrase points to an earlier claim: "the report", "that account", "it".

    Reports are somebody else's also without an article ("Kremlin denies report on arms").
    """
    noun = sentence.tokens[index]
    if noun.tag in {"PRP", "DT"} or noun.lower == "that":
        return True
    pointing = any(
        t.lower in {"the", "that", "this", "those", "these", "such"}
        for t in sentence.kids(index, "det")
    )
    bare = noun.lemma == "report" and not sentence.kids(index, "det", "poss", "amod", "nummod")
    named = noun.lemma in lexicon()["claim_nouns"] and not sentence.kids(index, "relcl")
    return (pointing or bare) and named
