"""Pairs that tell of two claims: one number, unit, place or phase of a sentence is another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from pairs.forms import COUNT, filled, is_count, like, spelt, value_of
from pairs.sentences import Sentence, pick, words
from pairs.verbs import Verb, verb_of

Made = tuple[str, str]

FACTORS = (0.25, 0.4, 0.6, 1.5, 1.8, 2.5, 4.0)
"""By what a number is changed: always beyond what rounding or "about" would allow."""

THOUSAND = 1000
"""From here on commas are written."""

SMALL, WRITTEN_OUT = 6, 20
"""Numbers under which an addend is taken instead, and which are written in words."""


def numbers(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence beside itself with another number, once for each number."""
    for match in COUNT.finditer(sentence.text):
        if is_count(match):
            yield sentence.text, _replaced(match, _other_number(match, sentence.id))


def _other_number(match: re.Match[str], salt: str) -> str:
    if match["spelt"]:
        value = int(value_of(match))
        if value < SMALL:
            return like(spelt(value + pick((3, 4, 5, 7), salt, match.start())), match[0])
        other = max(2, round(value * pick(FACTORS, salt, match.start())))
        return like(
            spelt(other) if other < WRITTEN_OUT or match.start() == 0 else str(other), match[0]
        )
    digits = match["digits"]
    plain = float(digits.replace(",", ""))
    scale = f" {match['scale']}" if match["scale"] else ""
    if "." in digits:
        places = len(digits.partition(".")[2])
        return f"{plain * pick(FACTORS, salt, match.start()) + 0.1**places:.{places}f}{scale}"
    whole = int(plain)
    other = (
        whole + pick((3, 4, 5, 7), salt, match.start())
        if whole < SMALL
        else max(2, round(whole * pick(FACTORS, salt, match.start())))
    )
    zeros = len(str(whole)) - len(str(whole).rstrip("0"))
    if zeros > 1 and other > 10**zeros:
        other = round(other, 1 - zeros)
    return (f"{other:,}" if other >= THOUSAND else str(other)) + scale


def _replaced(match: re.Match[str], other: str) -> str:
    return match.string[: match.start()] + other + match.string[match.end() :]


def units(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence beside itself with the same number of something else."""
    table = words()["units"]
    for one, other in (*table["people"], *table["measures"]):
        for match in re.finditer(rf"\b{one}\b", sentence.text):
            if _is_counted(match) and other not in sentence.text:
                yield sentence.text, _replaced(match, other)
                break
    for one, other in table["money"]:
        pattern = rf"(?<![A-Z]){re.escape(one)}(?=\d)" if one[-1] in "$€£" else rf"\b{one}\b"
        if re.search(pattern, sentence.text):
            yield sentence.text, re.sub(pattern, other, sentence.text)
    for fates in table["fates"]:
        yield from _other_fate(sentence.text, fates)


def _is_counted(match: re.Match[str]) -> bool:
    """Whether a number stands within three words before a match, with no comma between."""
    before = re.split(r"[,.] ", match.string[: match.start()])[-1].split()[-3:]
    return any(COUNT.search(f" {word} a".strip()) for word in before)


def _other_fate(text: str, fates: Mapping[str, str]) -> Iterator[Made]:
    """Yield a text with killed and injured exchanged, where it tells of one of them only."""
    here = re.compile(rf"\b(?:{'|'.join(fates)})\b")
    there = {"kill", "dead", "die", "death"} if "injure" in fates else {"injur", "wound", "hurt"}
    if any(word in text for word in there) or not COUNT.search(text):
        return
    other = here.sub(lambda match: fates[match[0]], text)
    if other != text:
        yield text, other


PLACE = re.compile(
    r"\b(?:in|near|at|of) (?P<inner>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|del|de|al))*)"
    r"(?:, (?P<region>[A-Z][\w'’-]+(?: (?:[A-Z][\w'’-]+|del|de|al))*))??"
    r", (?:the )?(?P<country>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)\b(?! and)"
)


def gazetteer(sentences: Sequence[Sentence]) -> Mapping[str, Sequence[str]]:
    """Return the places that sentences name with their country, by country."""
    found: dict[str, set[str]] = {}
    for sentence in sentences:
        for match in PLACE.finditer(sentence.text):
            if match["country"] in words()["countries"]:
                found.setdefault(match["country"], set()).add(match["inner"])
    return {country: sorted(inner) for country, inner in sorted(found.items())}


def places(sentence: Sentence, towns: Mapping[str, Sequence[str]]) -> Iterator[Made]:
    """Yield the sentence beside itself in another town, district or country."""
    everywhere = [place for inner in towns.values() for place in inner]
    for match in PLACE.finditer(sentence.text):
        if match["country"] not in words()["countries"]:
            continue
        kind = _kind(match["inner"])
        alike = [
            [p for p in pool if _kind(p) == kind and p not in sentence.text]
            for pool in (towns[match["country"]], everywhere)
        ]
        inner = pick(alike[0] or alike[1], sentence.id, "inner", match.start())
        start, end = match.span("inner")
        yield sentence.text, sentence.text[:start] + inner + sentence.text[end:]
        countries = [c for c in words()["countries"] if c not in sentence.text]
        start, end = match.span("country")
        country = pick(countries, sentence.id, "country", match.start())
        yield sentence.text, sentence.text[:start] + country + sentence.text[end:]
    yield from _plain_places(sentence, everywhere)


def _kind(place: str) -> str:
    """Return the word for the kind of a place ("Homs Governorate"), where its name has one."""
    return (
        place.rsplit(maxsplit=1)[-1]
        if place.rsplit(maxsplit=1)[-1] in words()["kinds_of_place"]
        else ""
    )


def _plain_places(sentence: Sentence, everywhere: Sequence[str]) -> Iterator[Made]:
    """Yield the sentence with another of the known places where one stands without a country."""
    names = "|".join(map(re.escape, [*words()["countries"], *everywhere]))
    for match in re.finditer(
        rf"\b(?:in|near|at) (?P<place>{names})(?=[.]| (?!and|or)[a-z])", sentence.text
    ):
        pool = words()["countries"] if match["place"] in words()["countries"] else everywhere
        options = [place for place in pool if place not in sentence.text]
        start, end = match.span("place")
        other = pick(options, sentence.id, "plain", match.start())
        yield sentence.text, sentence.text[:start] + other + sentence.text[end:]


def phases(sentence: Sentence) -> Iterator[Made]:
    """Yield the act of a sentence as planned, under way, done and ended, two at a time."""
    verb = verb_of(sentence.text)
    if verb is None:
        return
    told = ["plans", "done", *(["under_way", "ended"] if verb.lasting else [])]
    for first, second in combinations(told, 2):
        yield _in_phase(verb, first, sentence.id), _in_phase(verb, second, sentence.id)


def _in_phase(verb: Verb, phase: str, salt: str) -> str:
    frames = words()[phase]["one" if verb.one else "several"]
    return verb.before + filled(pick(frames, salt, phase), verb.base) + verb.after
