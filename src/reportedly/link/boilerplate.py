"""What pages carry whatever they report: lines of a list, and passages that a site repeats.

They are no sign that one text copies another: two sites may show the same notice on cookies,
and one site has the same box under all its stories.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b
from importlib import resources
from itertools import chain, combinations

import yaml

from reportedly.link.words import lemma, lexicon, names, tokens
from reportedly.values.document import Document

ENOUGH, FEW = 20, 0.2
"""Words that the rest of a page must have to tell something, and the share of its names up to
which that of another page tells something else."""

_QUOTE = re.compile(r"[\"“”]")
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”’)])\s+")

LONGEST = 300
"""Characters from which a line is taken as text, whatever it begins with."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """A line or sentence of a page.

    Attributes:
        words: how many.
        names: those of its words that are surely names.
        capitals: those that may be names, the first word among them.
    """

    words: int
    names: frozenset[str]
    capitals: frozenset[str]


def terms(document: Document) -> Sequence[str]:
    """Return the index terms by which pages of one outlet with the same passages are found.

    None where the outlet is not known.
    """
    outlet = document.outlet.casefold()
    return [f"part:{_digest(outlet, one)}" for one in _passages(document.text)] if outlet else []


def learnt(document: Document, others: Iterable[Document]) -> frozenset[str]:
    """Return the passages of a page that its outlet repeats, as `without` takes them.

    Such a line or sentence stands on three pages of the outlet or more that tell each another
    thing, and names nobody whom the rest of them names. So neither versions of a story nor the
    background that is told again in each are lost.

    Args:
        document: the page.
        others: pages that share passages with it; those of other outlets are not looked at.
    """
    outlet = document.outlet.casefold()
    same = (one for one in others if one.outlet.casefold() == outlet and one.id != document.id)
    pages = {one.id: one.text for one in (document, *same)}
    beside: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one, other in combinations(sorted(pages), 2):
        for passage in _repeated(pages[one], pages[other], document.outlet):
            beside[passage][one].add(other)
            beside[passage][other].add(one)
    own = _passages(document.text)
    return frozenset(one for one, on in beside.items() if one in own and _are_three(on))


def _are_three(beside: Mapping[str, set[str]]) -> bool:
    """Whether three of these are each beside both others."""
    return any(near & beside[other] for near in beside.values() for other in near)


def without(text: str, repeated: frozenset[str] = frozenset()) -> str:
    """Return a text without the lines of the list and without these passages."""
    left = (line for line in text.splitlines() if not _is_listed(line.lstrip()))
    if not repeated:
        return "\n".join(left)
    parts = chain.from_iterable(map(_SENTENCE_END.split, left))
    return "\n".join(part for part in parts if _plain(part) not in repeated)


@lru_cache(maxsize=1 << 14)
def _repeated(one: str, other: str, outlet: str) -> Sequence[str]:
    """Return the passages that two texts of an outlet share though they tell other things."""
    pages = _passages(one), _passages(other)
    shared = pages[0].keys() & pages[1].keys()
    rests = [[part for key, part in page.items() if key not in shared] for page in pages]
    named = [frozenset().union(*(part.names for part in rest)) for rest in rests]
    told = [names_there - _capitals(outlet) for names_there in named]
    if not _tell_other_things(_words(pages[0][key] for key in shared), rests, told):
        return ()
    both = told[0] | told[1]
    return tuple(key for key in shared if both.isdisjoint(pages[0][key].capitals))


def _tell_other_things(
    shared: int, rests: Sequence[Sequence[_Passage]], named: Sequence[frozenset[str]]
) -> bool:
    """Whether two pages share less than half of the shorter one, or name others in the rest."""
    rest = min(map(_words, rests))
    if shared < rest:
        return True
    return rest >= ENOUGH and len(named[0] & named[1]) <= FEW * min(map(len, named))


def _words(passages: Iterable[_Passage]) -> int:
    return sum(passage.words for passage in passages)


@lru_cache(maxsize=1 << 12)
def _passages(text: str) -> Mapping[str, _Passage]:
    """Return the lines of a text, and the sentences in them, each by what it is compared by.

    What somebody is quoted for is told again and again, and left out.
    """
    plain = {_plain(line): line for line in chain.from_iterable(map(_unquoted, text.splitlines()))}
    return {key: _passage(line) for key, line in plain.items() if any(map(str.isalpha, key))}


def _unquoted(line: str) -> Iterator[str]:
    """Yield the sentences of a line that hold no quotation mark and stand between none."""
    inside = False
    for part in _SENTENCE_END.split(line):
        marks = _QUOTE.findall(part)
        if not (marks or inside):
            yield part
        if marks:
            inside = marks[-1] == "“" or (marks[-1] == '"' and inside == (len(marks) % 2 == 0))


@lru_cache(maxsize=1 << 14)
def _passage(written: str) -> _Passage:
    return _Passage(len(written.split()), names(written), _capitals(written))


def _capitals(text: str) -> frozenset[str]:
    stop = lexicon().stop
    return frozenset(
        lemma(word) for word in tokens(text) if word[0].isupper() and word.lower() not in stop
    )


@lru_cache(maxsize=1 << 14)
def _plain(passage: str) -> str:
    """Return a passage as it is compared: a site changes no more than hours and numbers in it."""
    return re.sub(r"\d+", "0", " ".join(passage.casefold().split()))


def _digest(outlet: str, passage: str) -> str:
    return blake2b(
        f"{outlet}\n{passage}".encode("utf-8", "surrogatepass"), digest_size=8
    ).hexdigest()


def _is_listed(line: str) -> bool:
    short = len(line) < LONGEST and _listed("lines").match(line)
    return bool(short or _listed("paragraphs").match(line))


@cache
def _listed(kind: str) -> re.Pattern[str]:
    raw = resources.files(__package__).joinpath("boilerplate.yaml").read_text("utf-8")
    return re.compile("|".join(f"(?:{line})" for line in yaml.safe_load(raw)[kind]), re.IGNORECASE)
