"""Every known name in a running text, in one pass.

Method: an Aho-Corasick automaton over all names (crate `aho-corasick`, by `ahocorasick_rs`)
gives every occurrence; then, from the left, the longest acceptable one is kept. Both are
linear in the text. Names that are also common words need their surroundings to agree.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from ahocorasick_rs import AhoCorasick

from reportedly.known.entries import Entry, Item, Outlet, Place
from reportedly.known.lists import DATA, documents
from reportedly.known.lookup import QUOTES, Groups
from reportedly.values.statement import Mention, MentionKind
from reportedly.values.when import Span

_PLAIN_SPACE = str.maketrans(dict.fromkeys("\n\r\t\u00a0\u2009\u202f", " "))
_ARTICLE = re.compile(r"^[Tt]he ")
_BEFORE_OUTLET = ("told ", "citing ", "cited ", "according to ", "quoted by ")
_WORD_AFTER = re.compile(r" ([\w-]+)")
_WORD_BEFORE = re.compile(r"([\w.'-]+) $")
_SENTENCE_ENDS = frozenset('.!?:;"“”')
_OF = (" of ", " of the ")
_WINDOW = 40
"""How many characters beside a name its surroundings are."""


_How = Literal["safe", "guarded", "context", "office"]


@dataclass(frozen=True, slots=True)
class _Name:
    """What one spelling stands for, and on what condition."""

    entry: Entry | None
    how: _How
    article: bool = False
    office: str = ""


class _Hit(NamedTuple):
    """Where a spelling stands, and what it may mean."""

    start: int
    end: int
    names: tuple[_Name, ...]


@cache
def _beside(word: str) -> frozenset[str]:
    """Return the words beside a guarded name that `data/surroundings.yaml` lists."""
    (body,) = documents(DATA / "surroundings.yaml")
    return frozenset(body["surroundings"][word])


class Finder:
    """Finds the names of the given entries; built once, then only read."""

    def __init__(self, entries: Iterable[Entry], groups: Groups) -> None:
        names: dict[str, list[_Name]] = {}
        for entry in entries:
            for spelling, name in _spellings(entry):
                names.setdefault(spelling, []).append(name)
        for slug, (_, words) in groups.offices.items():
            for word in words:
                names.setdefault(word, []).append(_Name(None, "office", office=slug))
        self._groups = groups
        self._names = [tuple(found) for found in names.values()]
        self._automaton = AhoCorasick(list(names), store_patterns=False)

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return the mentions in a text, in order, none overlapping another."""
        plain = text.translate(QUOTES).translate(_PLAIN_SPACE)
        hits = self._hits(plain)
        offices = {
            hit.start: (hit.end, name.office)
            for hit in reversed(hits)
            for name in hit.names
            if name.how == "office"
        }
        found: list[Mention] = []
        named: dict[str, int] = {}
        reached = 0
        for hit in hits:
            if hit.start < reached:
                continue
            entry = self._accepted(text, plain, hit, named)
            if entry is None:
                continue
            start, end, key = self._with_office(plain, hit, entry, offices, reached)
            named[entry.key] = hit.start
            found.append(Mention(Span(start, end), text[start:end], _kind(entry), key))
            if key != entry.key:
                found[-1] = Mention(Span(start, end), text[start:end], "organisation", key)
            reached = end
        return tuple(found)

    def _hits(self, plain: str) -> list[_Hit]:
        """Return all names that stand between word boundaries, leftmost and longest first."""
        hits = [
            _Hit(start, end, self._names[index])
            for index, start, end in self._automaton.find_matches_as_indexes(
                plain, overlapping=True
            )
            if not (start and _joined(plain[start - 1]))
            and not (end < len(plain) and _joined(plain[end]) and plain[end - 1] != ".")
        ]
        hits.sort(key=lambda hit: (hit[0], -hit[1]))
        return hits

    def _accepted(self, text: str, plain: str, hit: _Hit, named: Mapping[str, int]) -> Entry | None:
        """Return what a name means here, or None where it may mean something else."""
        for name in hit.names:
            if name.entry is not None and name.how == "safe":
                return name.entry
        again = [n.entry for n in hit.names if _again(plain, hit, n, named)]
        if again:
            return max(again, key=lambda entry: named[entry.key] if entry else 0)
        for name in hit.names:
            if name.how == "guarded" and name.entry and _agrees(text, plain, hit, name):
                return name.entry
        return None

    def _with_office(
        self,
        plain: str,
        hit: _Hit,
        entry: Entry,
        offices: dict[int, tuple[int, str]],
        reached: int,
    ) -> tuple[int, int, str]:
        """Return span and key of a place name together with the office named beside it."""
        if not (isinstance(entry, Place) and entry.kind in {"country", "nationality"}):
            return hit.start, hit.end, entry.key
        after = hit.end + (2 if plain.startswith("'s ", hit.end) else 0)
        after += 1 if plain.startswith("' ", after) else 0
        if plain.startswith(" ", after) and after + 1 in offices:
            end, slug = offices[after + 1]
            return hit.start, end, self._groups.office(entry.key, slug).key
        for of in _OF:
            if plain.endswith(of, reached, hit.start):
                end = hit.start - len(of)
                for start in range(max(reached, end - _WINDOW), end):
                    if offices.get(start, (0, ""))[0] == end:
                        return start, hit.end, self._groups.office(entry.key, offices[start][1]).key
        return hit.start, hit.end, entry.key


def _spellings(entry: Entry) -> Iterator[tuple[str, _Name]]:
    """Yield every spelling under which an entry stands in a text, with its condition."""
    seen: set[str] = set()
    conditions: tuple[tuple[_How, tuple[str, ...]], ...] = (
        ("safe", entry.safe_names),
        ("guarded", entry.guarded_names),
        ("context", entry.context),
    )
    for how, names in conditions:
        for name in names:
            for form in _forms(entry, name, safe=how == "safe"):
                if form not in seen:
                    seen.add(form)
                    yield form, _Name(entry, how, article=bool(_ARTICLE.match(name)))


def _forms(entry: Entry, name: str, *, safe: bool) -> Iterator[str]:
    """Yield a name without its article, its plural, and its forms in capitals and with a blank."""
    bare = _ARTICLE.sub("", name.translate(QUOTES))
    if "(" in bare:
        return
    yield bare
    plural = isinstance(entry, Item) or (
        isinstance(entry, Place) and entry.kind == "nationality" and bare[-1] in "nircketbzl"
    )
    if plural and not bare.endswith("s"):
        yield f"{bare}s"
    if isinstance(entry, Item) and re.match(r"[A-Z][a-z]{2,}-\d|[A-Z][a-z]{2,}-[A-Z]\d", bare):
        yield bare.replace("-", " ", 1)
    if safe and isinstance(entry, Place | Outlet) and len(bare) > 4 and bare.isascii():  # noqa: PLR2004 - shorter capitals are mostly abbreviations
        yield bare.upper()


def _kind(entry: Entry) -> MentionKind:
    if isinstance(entry, Place):
        return "place"
    return "equipment" if isinstance(entry, Item) else "organisation"


def _joined(character: str) -> bool:
    return character.isalnum() or character == "_"


def _again(plain: str, hit: _Hit, name: _Name, named: Mapping[str, int]) -> bool:
    """Return whether a short or guarded name takes up one that stood in full before."""
    entry = name.entry
    if entry is None or entry.key not in named or isinstance(entry, Place):
        return False
    if isinstance(entry, Outlet):
        short = name.how == "context" or name.article
        return short and plain.endswith(("the ", "The "), 0, hit.start)
    after = _WORD_AFTER.match(plain, hit.end)
    return after is None or not after.group(1)[0].isupper()


def _agrees(text: str, plain: str, hit: _Hit, name: _Name) -> bool:
    """Return whether the words beside a guarded name show that it is meant."""
    left = plain[max(0, hit.start - _WINDOW) : hit.start]
    right = _WORD_AFTER.match(plain, hit.end)
    after = right.group(1) if right else ""
    last = _WORD_BEFORE.search(left)
    before = last.group(1) if last else ""
    entry = name.entry
    raw = text[max(0, hit.start - _WINDOW) : hit.start]
    if isinstance(entry, Place):
        named = before[:1].isupper() and before not in _beside("before_place")
        opens = entry.kind != "country" and _opens_sentence(raw)
        return not (named or opens or after[:1].isupper())
    if isinstance(entry, Item):
        return after.lower() in _beside("item")
    if not isinstance(entry, Outlet):
        return after.lower() in _beside("group")
    return _outlet_agrees(left, before, after, name, raw)


def _outlet_agrees(left: str, before: str, after: str, name: _Name, raw: str) -> bool:
    article = before in {"The", "the"}
    if after in _beside("outlet"):
        return article or not name.article
    if before.lower() in _beside("outlet"):
        return True
    lead = left[: -len(before) - 1] if article else left
    if article and lead.rstrip().rpartition(" ")[2].lower() in _beside("outlet"):
        return True
    if lead.endswith(_BEFORE_OUTLET):
        return article or not name.article
    if after in _beside("telling"):
        return before == "The" if name.article else not _opens_sentence(raw)
    return False


def _opens_sentence(raw: str) -> bool:
    words = raw.rstrip()
    return not words or words[-1] in _SENTENCE_ENDS or "\n" in raw[len(words) :]
