"""What a person may decide about which record, checked before it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import get_args

from reportedly.errors import InvalidValueError, NotFoundError
from reportedly.known import Known
from reportedly.store import View
from reportedly.values.claim import Claim, Judgement, Link, Stance, Standing, Status, Verdict
from reportedly.values.corrected import ARROW, FIELDS, corrected, voice_in_words
from reportedly.values.document import Document, Problem
from reportedly.values.judging import relation
from reportedly.values.statement import Actor, Statement

RECORD = "record"
"""The field that stands for the whole record."""

RELIABILITY: Mapping[str, str] = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY: Mapping[str, str] = {
    "1": "confirmed by other sources",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
"""The Admiralty code (NATO AJP-2.1): a letter for the source, a digit for the information."""

ON_SOURCES = ("rating",)
ON_CLAIMS = (RECORD, "status", "credibility")
ON_LINKS = (RECORD, "relation")
ON_STATEMENTS = (RECORD, "stance", "party", "competent", "credibility", *FIELDS)

_WORDS: Mapping[str, Sequence[str]] = {
    "status": get_args(Status),
    "stance": get_args(Stance),
    "rating": tuple(RELIABILITY),
    "credibility": tuple(CREDIBILITY),
    "party": ("yes", "no"),
    "competent": ("yes", "no"),
}


def identity(record: object) -> str:
    """Return the id of a record about which something can be decided.

    Raises:
        NotFoundError: nothing can be decided about this kind of record.
    """
    if isinstance(record, Document | Statement | Claim | Judgement | Problem | Link | Standing):
        return record.id
    raise NotFoundError("Nothing can be decided about this kind of record.")


def checked(  # noqa: PLR0913, PLR0917  # a decision has these parts
    record: object, verdict: Verdict, field: str, value: str, view: View, known: Known
) -> str:
    """Return the value of a decision as it is kept: in the words of the vocabulary.

    Args:
        record: what it is about; None for a source.
        verdict: accepted, corrected or rejected.
        field: what of it is decided.
        value: as a person writes it.
        view: where the article of a statement is kept.
        known: the outlets, for the voices of a chain.

    Raises:
        InvalidValueError: the record has no such field, or the field no such value.
    """
    allowed = _fields(record)
    if field not in allowed:
        kind = type(record).__name__.lower() if record is not None else "source"
        raise InvalidValueError(
            f"'{field}' of a {kind} cannot be judged. Use one of: {', '.join(allowed)}."
        )
    if field in FIELDS and isinstance(record, Statement):
        return _reading(record, verdict, field, value, view, known)
    if field == "relation" and verdict == "corrected":
        return relation(value)
    if field in _WORDS and verdict != "rejected":
        return _word(field, value)
    return value


def _fields(record: object) -> Sequence[str]:
    if record is None:
        return ON_SOURCES
    if isinstance(record, Claim):
        return ON_CLAIMS
    if isinstance(record, Link):
        return ON_LINKS
    return ON_STATEMENTS if isinstance(record, Statement) else (RECORD,)


def _word(field: str, value: str) -> str:
    words = {word.casefold(): word for word in _WORDS[field]}
    if value.strip().casefold() not in words:
        raise InvalidValueError(
            f"'{value}' is no value of {field}. Use one of: {', '.join(_WORDS[field])}."
        )
    return words[value.strip().casefold()]


def _reading(  # noqa: PLR0913, PLR0917  # see `checked`
    said: Statement, verdict: Verdict, field: str, value: str, view: View, known: Known
) -> str:
    """Return the value of a corrected reading, as `corrected` understands it for ever."""
    if verdict == "rejected":
        raise InvalidValueError(
            f"Say what the {field} is instead: corrected --field {field} --value '...'; or reject"
            f" the whole reading, without --field."
        )
    if verdict == "accepted":
        return value
    if field == "chain":
        value = " <- ".join(_voice(one, said, known) for one in ARROW.split(value.strip()))
    if field == "content":
        value = _placed(value.strip(), said, view)
    FIELDS[field](corrected(said, ()), value)
    return value


def _voice(words: str, said: Statement, known: Known) -> str:
    """Return a voice with its kind and key: as the chain has it, or an outlet that is known."""
    for hop in said.chain:
        if hop.actor.name.casefold() == words.strip().casefold():
            return voice_in_words(hop.actor)
    outlet = known.outlets.named(words.strip())
    if outlet is None:
        return words.strip()
    return voice_in_words(Actor(outlet.name, "media_outlet", outlet.key))


def _placed(words: str, said: Statement, view: View) -> str:
    """Return words with where they stand in the article, nearest to what was read."""
    (article,) = view.documents([said.document])
    found = [at for at in range(len(article.text)) if article.text.startswith(words, at)]
    if not words or not found:
        raise InvalidValueError(f"'{words}' does not stand in the article. Copy it from there.")
    start = min(found, key=lambda at: abs(at - said.content[0].start))
    return f"{start}-{start + len(words)} {words}"
