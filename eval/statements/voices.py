"""Whether two names stand for the same voice, and one set of words for kinds of source."""

import itertools
import re
from collections.abc import Sequence
from typing import Any

Record = dict[str, Any]

ARTICLES = frozenset(["a", "an", "the", "its", "his", "her", "their", "some", "several", "one"])
PLAIN = frozenset(  # words that say what kind of thing a name names
    re.findall(
        r"\w+",
        "newspaper paper daily agency website site portal broadcaster channel magazine network "
        "tabloid company firm airline",
    )
)
AFTER_HEAD = frozenset(
    re.findall(
        r"\w+",
        "of with who from in at close familiar by on for which seen reviewed that",
    )
)
HEARSAY = re.compile(r"unattributed|unknown|unnamed|hearsay|rumou?r|specul|report")
OTHER_WORDS = {  # kinds of source as other readers call them
    "anonymous_official": "unnamed_official",
    "official_group": "unnamed_official",
    "anonymous_source": "unnamed_person",
    "anonymous": "unnamed_person",
    "unnamed_media": "media_outlet",
    "outlet": "media_outlet",
    "media": "media_outlet",
    "organization": "organisation",
    "record": "document",
    "report": "document",
    "none": "unattributed",
    "person": "named_person",
}


def kind(word: str | None) -> str:
    """Returns the kind of source in the words of the project."""
    plain = re.sub(r"[ -]", "_", (word or "").lower()).replace("organization", "organisation")
    return OTHER_WORDS.get(plain, plain)


def name_words(name: str) -> list[str]:
    """Returns the words of a name that tell it from others, in order."""
    bare = re.sub(r"[’']s\b|[’']\B", "", name.lower())
    joined = re.sub(r"\b(?:[a-z]\.){2,}", lambda found: found[0].replace(".", ""), bare)
    every = re.findall(r"\w+", joined)
    return [word for word in every if word not in ARTICLES] or every


def head_of(words: Sequence[str]) -> str:
    """Returns the head: "official" of "official with knowledge of the matter"."""
    for before, word in itertools.pairwise(words):
        if word in AFTER_HEAD:
            return before
    return words[-1] if words else ""


def agree(said: Sequence[str], meant: Sequence[str], *, person: bool) -> bool:
    """Returns whether two names, as words, may stand for the same voice."""
    if said == meant:
        return True
    said = [word for word in said if word not in PLAIN or word in meant]
    if not said:
        return False
    head = head_of(said)
    if set(meant) <= set(said):
        ends_alike = list(said[-len(meant) :]) == list(meant) and head == said[-1]
        return person or head in meant or ends_alike
    wanted = meant[-1] if person else head_of(meant)
    return set(said) <= set(meant) and wanted in said


def same_voice(link: Record, gold: Record, aliases: Sequence[Sequence[str]]) -> bool:
    """Returns whether a predicted link names the voice of a link of gold."""
    name = link.get("name") or ""
    hearsay = kind(gold.get("type")) == "unattributed"
    if hearsay and (kind(link.get("kind")) == "unattributed" or HEARSAY.search(name.lower())):
        return True
    names = [gold["name"], *gold.get("accept_names", [])]
    if gold.get("span") and not gold.get("coref"):
        names.append(gold["span"]["text"])
    meant = [name_words(each) for each in names]
    groups = ([name_words(each) for each in group] for group in aliases)
    meant += [
        each for group in groups if any(n in group for n in meant[: len(names)]) for each in group
    ]
    person = kind(gold.get("type")) == "named_person"
    said = [name_words(part) for part in (name, *re.split(r" and |, ", name))]
    return any(agree(s, m, person=person) for s in said if s for m in meant)
