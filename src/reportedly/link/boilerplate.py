"""What pages carry whatever they report: lines of a list, and passages that a site repeats.

They are no sign that one text copies another: two sites may show the same notice on cookies,
and one site has the same box under all its stories.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+")

Page = Mapping[str, str]
"""The passages of a page, each as written by what it is compared by."""

LONGEST = 300
"""Characters from which a line is taken as text, whatever it begins with."""


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
    pages = {one.id: _passages(one.text) for one in others if one.outlet.casefold() == outlet}
    own = pages[document.id] = _passages(document.text)
    beside: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for one, other in combinations(pages, 2):
        for passage in _repeated(pages[one], pages[other], document.outlet):
            beside[passage][one].add(other)
            beside[passage][other].add(one)
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


def _repeated(one: Page, other: Page, outlet: str) -> Iterator[str]:
    """Yield the passages that two pages share though they tell other things."""
    shared = one.keys() & other.keys()
    rests = [[part for key, part in page.items() if key not in shared] for page in (one, other)]
    named = [
        frozenset(chain.from_iterable(map(_named, rest))) - _capitals(outlet) for rest in rests
    ]
    if _tell_other_things(_words(shared), rests, named):
        told = named[0] | named[1]
        yield from (part for part in shared if told.isdisjoint(_capitals(one[part])))


def _tell_other_things(
    shared: int, rests: Sequence[Sequence[str]], named: Sequence[frozenset[str]]
) -> bool:
    """Whether two pages share less than half of the shorter one, or name others in the rest."""
    rest = min(map(_words, rests))
    if shared < rest:
        return True
    return rest >= ENOUGH and len(named[0] & named[1]) <= FEW * min(map(len, named))


def _words(passages: Iterable[str]) -> int:
    return sum(len(passage.split()) for passage in passages)


@lru_cache(maxsize=1 << 14)
def _named(passage: str) -> frozenset[str]:
    """Return the words of a passage that are surely names."""
    return names(passage)


@lru_cache(maxsize=1 << 12)
def _capitals(text: str) -> frozenset[str]:
    """Return the words of a text that may be names, the first one among them."""
    stop = lexicon().stop
    return frozenset(
        lemma(word) for word in tokens(text) if word[0].isupper() and word.lower() not in stop
    )


@lru_cache(maxsize=1 << 10)
def _passages(text: str) -> Page:
    """Return the lines of a text, and the sentences in them."""
    lines = chain.from_iterable(map(_SENTENCE_END.split, text.splitlines()))
    return {plain: line for line in lines if any(map(str.isalpha, plain := _plain(line)))}


def _plain(passage: str) -> str:
    """Return a passage as it is compared: a site changes no more than hours and numbers in it."""
    return re.sub(r"\d+", "0", " ".join(passage.casefold().split()))


def _digest(outlet: str, passage: str) -> str:
    return blake2b(
        f"{outlet}\n{passage}".encode("utf-8", "surrogatepass"), digest_size=8
    ).hexdigest()


def _is_listed(line: str) -> bool:
    return len(line) < LONGEST and _listed().match(line) is not None


@cache
def _listed() -> re.Pattern[str]:
    raw = resources.files(__package__).joinpath("boilerplate.yaml").read_text("utf-8")
    return re.compile(
        "|".join(f"(?:{line})" for line in yaml.safe_load(raw)["lines"]), re.IGNORECASE
    )
