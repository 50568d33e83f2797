"""Exchanges the names and numbers of an article, the same one everywhere for the same other one."""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from build import Record

POOLS: dict[str, Any] = yaml.safe_load(
    Path(__file__).with_name("names.yaml").read_text(encoding="utf-8")
)
STAY = frozenset(POOLS["stay"].split())
# what stands before a word that has its capital from its place
BEGINNING = re.compile(r"""(^|[:.!?—]\s*|,\s(?=["“‘']))["“‘']*$""")
NUMBERS = re.findall(r"\w+", "two three four five six seven eight nine ten eleven twelve")
DIGITS = re.compile(r"(?<![\w.,:/-])\d[\d,]*(?:\.\d+)?(?![\w:/-])(?!\.\d)")
NAME = re.compile(r"\b[A-Z][^\W\d_]{2,}(?:[A-Z][a-z]+)*")
ENDINGS = ("n", "an", "ian", "s")  # Maravia, Maravian
# words after which "the U.S." is a noun; before any other word it describes that word
NOUN_BEFORE = frozenset(
    re.findall(r"\w+", "and or is was has had will would to in on at said says that for")
)
INITIALS = 3  # words that a name must have to be known by its initials
YEARS = range(1900, 2100)


@dataclass(frozen=True)
class Edit:
    """One replacement in a text."""

    start: int
    end: int
    words: str


class Names:
    """The names and numbers of one article and those that take their places."""

    def __init__(self, text: str, gold: Record, chance: random.Random) -> None:
        self.text, self.chance = text, chance
        self.taken = set(NAME.findall(text))
        self.new: dict[str, str] = {}
        self.shorts: dict[str, tuple[str, str]] = {}
        self._countries()
        for pool in ("cities", "equipment"):
            for name in POOLS[pool]:
                if self._here(name):
                    self.new[name] = self._other(POOLS[pool])
        self._persons(gold)
        self._words(gold)
        self._outlets(gold)
        self._numbers()
        every = sorted([*self.new, *self.shorts], key=len, reverse=True)
        self.pattern = re.compile(r"(?<!\w)(" + "|".join(map(re.escape, every)) + r")(?!\w)")

    def _here(self, name: str) -> bool:
        return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", self.text))

    def _other(self, pool: Sequence[str]) -> str:
        """Returns a name of the pool that neither the text nor another name uses."""
        free = [name for name in pool if name not in self.taken]
        if not free:
            raise ValueError(f"names.yaml has too few names like {pool[0]!r}: add some")
        name = self.chance.choice(free)
        self.taken.add(name)
        return name

    def _countries(self) -> None:
        forms = {name: (name, adjective) for name, adjective, *_ in POOLS["countries"]}
        for name, (_, adjective) in forms.items():
            if self._here(name) or re.search(rf"\b{adjective}s?\b", self.text):
                self.taken.add(name)
        pool = [n for n, (_, adjective) in forms.items() if adjective.endswith("an")][1:]
        for name, adjective, *shorts in POOLS["countries"]:
            if not any(map(self._here, [name, adjective, f"{adjective}s", *shorts])):
                continue
            other = self._other(pool)
            self.new |= {name: other, adjective: forms[other][1]}
            self.new[f"{adjective}s"] = f"{forms[other][1]}s"
            self.shorts |= dict.fromkeys(shorts, forms[other])

    def _persons(self, gold: Record) -> None:
        for link in links(gold):
            if link["type"] != "named_person":
                continue
            *given, surname = link["name"].split()
            for word in given:
                self.new.setdefault(word, self._other(POOLS["given"]))
            self.new.setdefault(surname, self._other(POOLS["surnames"]))

    def _words(self, gold: Record) -> None:
        """Gives every other name that is no common word an invented one."""
        found = set(self._inside_sentences(gold))
        known = {"media_outlet", "organisation"}
        for link in links(gold):
            if link["type"] in known:
                found |= set(NAME.findall(link["name"]))
        found |= set(NAME.findall(gold["outlet"]))
        bases = {word[: -len(end)] for word in found for end in ENDINGS if word.endswith(end)}
        found |= {base for base in bases if NAME.fullmatch(base) and self._here(base)}
        lower = set(re.findall(r"\b[a-z]+\b", self.text))
        here = [name for name, _ in POOLS["outlets"] if self._here(name)]
        outlet_words = {word for name in here for word in name.split()}
        for word in sorted(found, key=lambda w: (len(w), w)):
            common = word in STAY | outlet_words or word.lower() in lower
            if word in self.new or common or word.isupper():
                continue
            pool = POOLS["words_in_a" if word.endswith("a") else "words"]
            self.new[word] = self._other(pool)
            for ending in ENDINGS:
                self.new[word + ending] = self.new[word] + ending

    def _inside_sentences(self, gold: Record) -> Iterator[str]:
        """Yields the capitalised words that do not owe their capital to a beginning."""
        for sentence in gold["sentences"]:
            words = self.text[sentence["start"] : sentence["end"]]
            for name in NAME.finditer(words if sentence["statement"] else ""):
                if not BEGINNING.search(words[: name.start()]):
                    yield name[0]

    def _outlets(self, gold: Record) -> None:
        """Exchanges well-known outlets, and makes the initials of invented ones anew."""
        pool = [name for name, _ in POOLS["outlets"]]
        shorts = dict(POOLS["outlets"])
        self.taken |= {name for name in pool if self._here(name) or self._here(shorts[name])}
        for name, short in POOLS["outlets"]:
            if name in self.taken and (self._here(name) or self._here(short)):
                other = self._other(pool)
                self.new |= {name: other, short: shorts[other]}
        for link in links(gold):
            words = link["name"].split()
            initials = "".join(word[0] for word in words)
            if len(words) >= INITIALS and self._here(initials) and initials not in self.new:
                self.new[initials] = "".join(self.new.get(w, w)[0] for w in words)

    def _numbers(self) -> None:
        words = list(NUMBERS)
        self.chance.shuffle(words)
        # each one takes the place of the one before it, so that none stays what it was
        for old, new in zip(words, [*words[1:], words[0]], strict=True):
            self.new |= {old: new, old.capitalize(): new.capitalize()}

    def number(self, digits: str) -> str:
        """Returns another number with as many digits, the same for the same one."""
        if digits == "1" or (digits.isdigit() and int(digits) in YEARS):
            return digits
        if digits not in self.new:
            self.new[digits] = re.sub(
                "[1-9]",
                lambda d: self.chance.choice([n for n in "23456789" if n != d[0]]),
                digits,
            )
        return self.new[digits]

    def edits(self, text: str) -> Iterator[Edit]:
        """Yields the replacements in a text, articles and possessives put right."""
        for found in self.pattern.finditer(text):
            old = found[1]
            new = self._short(old, text[found.end() :]) if old in self.shorts else self.new[old]
            if article := re.search(r"\b([Aa])(n?) $", text[: found.start()]):
                right = "n" if new[0].lower() in "aeiou" else ""
                if right != article[2]:
                    yield Edit(article.start(), article.end() - 1, article[1] + right)
            yield Edit(found.start(), found.end(), new)
            mark = re.match(r"['’](?!\w)", text[found.end() :])
            if mark and old.endswith("s") and not new.endswith("s"):
                yield Edit(found.end(), found.end() + 1, f"{mark[0]}s")
        for found in DIGITS.finditer(text):
            digits = found[0].rstrip(",")
            yield Edit(found.start(), found.start() + len(digits), self.number(digits))

    def _short(self, short: str, after: str) -> str:
        """Returns the adjective before a noun ("U.S. sources"), else the name."""
        name, adjective = self.shorts[short]
        following = re.match(r" (\w+)", after)
        return adjective if following and following[1] not in NOUN_BEFORE else name

    def renamed(self, text: str) -> str:
        """Returns a text of gold, a name or a note, with its names and numbers exchanged."""
        for edit in sorted(self.edits(text), key=lambda e: -e.start):
            text = text[: edit.start] + edit.words + text[edit.end :]
        return text


def links(gold: Record) -> Iterator[Record]:
    """Yields every link of every chain that the gold of an article accepts."""
    for statement in gold["statements"]:
        chains = [statement["chain"]]
        chains += statement.get("co_chains", []) + statement.get("accept_chains", [])
        for chain in chains:
            yield from chain
