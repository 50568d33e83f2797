"""Pairs that tell of one claim in two wordings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from pairs.changed import PLACE, Made
from pairs.forms import COUNT, filled, is_count, like, past, spelt, value_of
from pairs.sentences import Sentence, pick, words
from pairs.verbs import verb_of

_OPENINGS = frozenset(
    """A An The At One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Several Dozens
    Hundreds Thousands Police Militants Gunmen Rebels Authorities Officials Voters Over More
    Government Tens Students Mass All Some About Around Former""".split()
)
"""First words that lose their capital inside a sentence."""


def spelling(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence with a number in words and in digits."""
    for match in COUNT.finditer(sentence.text):
        if not is_count(match):
            continue
        value = value_of(match)
        if bool(match["spelt"]) != bool(match["scale"]) and value == int(value):
            yield sentence.text, _with(match, f"{int(value):,}")
        elif match["digits"] and value == int(value) and _is_short(int(value)):
            yield sentence.text, _with(match, spelt(int(value)))


def _is_short(value: int) -> bool:
    """Whether people write a number in words."""
    return value < 100 or (value % 100 == 0 and value < 10_000) or value % 1_000_000 == 0  # noqa: PLR2004 - as is usual in print


def _with(match: re.Match[str], other: str) -> str:
    return match.string[: match.start()] + like(other, match[0]) + match.string[match.end() :]


DOZENS: Mapping[str, tuple[int, ...]] = {
    "a dozen": (12,),
    "half a dozen": (6,),
    "two dozen": (24,),
    "three dozen": (36,),
    "about a dozen": (11, 12, 13),
    "around two dozen": (23, 24, 25),
}


def dozens(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence with a number of dozens in digits and in words."""
    for match in _plain_counts(sentence):
        said = pick(tuple(DOZENS), sentence.id, "dozen", match.start())
        number = str(pick(DOZENS[said], sentence.id, said))
        yield _with(match, number), _with(match, said)


def _plain_counts(sentence: Sentence) -> Iterator[re.Match[str]]:
    """Yield the numbers of people and things that stand without a scale, a sign or a hedge."""
    for match in COUNT.finditer(sentence.text):
        before = sentence.text[: match.start()].lower()
        hedged = re.search(
            r"(?:least|than|over|about|around|nearly|almost|up to|some|than|[$€£])\s?$", before
        )
        follows = sentence.text[match.end() :]
        plain = follows[:1] == " " and not re.match(r" (?:percent|per)", follows)
        whole = not match["scale"] and "." not in match[0] and value_of(match) > 1
        if is_count(match) and plain and whole and not hedged:
            yield match


def rounding(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence with a number as counted and as rounded."""
    for match in _plain_counts(sentence):
        salt = (sentence.id, "round", match.start())
        exact = pick(
            (37, 48, 62, 93, 112, 187, 304, 488, 613, 1_187, 1_213, 2_940, 5_120, 12_300), *salt
        )
        yield _with(match, f"{exact:,}"), _with(match, _rounded(exact, *salt))


def _rounded(exact: int, *salt: object) -> str:
    step = 10 ** (len(str(exact)) - (1 if exact < 100 else 2))  # noqa: PLR2004 - of two digits, one is kept
    nearest, below, above = (
        round(exact / step) * step,
        exact // step * step,
        -(-exact // step) * step,
    )
    return pick(
        (
            f"{pick(words()['rounding'], *salt)} {nearest:,}",
            f"{pick(('more than', 'over'), *salt)} {below:,}",
            f"{pick(('nearly', 'almost'), *salt)} {above:,}",
        ),
        "hedge",
        *salt,
    )


def aliases(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence with another name of an actor or place."""
    for names in words()["aliases"]:
        pattern = re.compile(rf"(?<![\w.-]){re.escape(names[0])}(?![\w-]|\.\w)")
        if pattern.search(sentence.text) and not any(
            n in sentence.text.replace(names[0], "") for n in names
        ):
            other = pick(names[1:], sentence.id, names[0])
            yield sentence.text, pattern.sub(other, sentence.text)


_TRANSITIVE = re.compile(
    r"^(?P<object>(?:the |a |an |at least |\d|[A-Z]|two |three |its |all )[^,]*?)"
    r"(?P<rest>(?:,| (?:in|at|near|on|during|after|from|to|with|for|as|following|amid|before|over"
    r"|by|under)\b).*)?\.$"
)


def voices(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence in the active and in the passive voice."""
    yield from _killed(sentence.text)
    verb = verb_of(sentence.text)
    if verb is None or (match := _TRANSITIVE.match(verb.after.strip())) is None:
        return
    thing, rest = match["object"], match["rest"] or ""
    if re.search(r"\b(?:that|to|who|which|it|will)\b", thing) or verb.base in {
        "resign",
        "leave",
        "step",
        "vote",
        "meet",
        "merge",
        "retire",
        "invest",
        "withdraw",
    }:
        return
    several = re.search(r"[^s']s$|people$|men$", thing.split(" of ")[0]) or re.match(
        r"at least|\d", thing
    )
    subject = lowered(verb.before.strip())
    be = "are" if several else "is"
    yield sentence.text, f"{like(thing, 'A')} {be} {past(verb.base)[1]} by {subject}{rest}."


def _killed(text: str) -> Iterator[Made]:
    """Yield "A fire in Busan kills six people" for "Six people are killed in a fire in Busan"."""
    match = re.match(
        r"(?P<who>[^,]+?) (?:is|are) (?P<what>killed|injured)"
        r"(?P<more> and [^,]+? (?:are )?(?:others? )?(?:injured|wounded))?"
        r" (?:in|by|after|when) (?P<cause>an? [^,]*)(?P<rest>,[^.]*)?\.$",
        text,
    )
    if match is None or re.search(r"\b(?:when|as|after|who|which|that|between)\b", match["cause"]):
        return
    verb = {"killed": "kills", "injured": "injures"}[match["what"]]
    more = ""
    if match["more"]:
        hurt = re.sub(r"\s(?:are )?(injured|wounded)$", "", match["more"].removeprefix(" and "))
        more = f" and injures {hurt}"
    cause = like(match["cause"], "A") + (f"{match['rest']}," if match["rest"] else "")
    yield text, f"{cause} {verb} {lowered(match['who'])}{more}."


def lowered(text: str) -> str:
    """Return a beginning as it stands inside a sentence ("The army" -> "the army")."""
    first = text.split(maxsplit=1)[0]
    return text[0].lower() + text[1:] if first.split("-")[0] in _OPENINGS else text


def synonyms(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence with another word of the same meaning."""
    for table in words()["synonyms"]:
        for word, other in table.items():
            pattern = re.compile(rf"(?<![\w-]){word}(?![\w-])")
            if len(pattern.findall(sentence.text)) == 1 and other not in sentence.text:
                yield sentence.text, pattern.sub(other, sentence.text)


def hedges(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence as it is and as somebody says it less surely."""
    if re.search(
        r"\b(?:says?|said|claims?|announces?|reports?|states?|confirms?)\b", sentence.text
    ):
        return
    frame = pick(words()["hedges"], sentence.id)
    inside = lowered(sentence.text)
    bare = sentence.text.rstrip(".")
    yield sentence.text, frame.format(whole=inside, whole_bare=bare)
    if verb := verb_of(sentence.text):
        frames = words()["modal_hedges" if verb.one else "modal_hedges_several"]
        hedged = verb.before + filled(pick(frames, sentence.id), verb.base) + verb.after
        yield verb.before + filled("{past}", verb.base) + verb.after, hedged


def orders(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence with the day, or the place, at its end and at its front."""
    day = words()["weekdays"][date.fromisoformat(sentence.date).weekday()]
    if not re.search(rf"\b(?:{'|'.join(words()['weekdays'])}|on \w+ \d)", sentence.text):
        bare, inside = sentence.text.rstrip("."), lowered(sentence.text)
        yield f"{bare} on {day}.", f"On {day}, {inside}"
    match = list(PLACE.finditer(sentence.text))
    if (
        match
        and match[-1].end() == len(sentence.text) - 1
        and match[-1][0].startswith(("in ", "near "))
    ):
        start = match[-1].start()
        before, place = sentence.text[: start - 1], sentence.text[start:-1]
        if not re.search(
            r"\b(?:village|city|town|region|district|border|province|area|killed|injured)$", before
        ):
            yield sentence.text, f"{like(place, 'A')}, {lowered(before)}."


def denials(sentence: Sentence) -> Iterator[Made]:
    """Yield the sentence beside one that says it is not so."""
    verb = verb_of(sentence.text)
    if verb is not None:
        did = verb.before + filled("{past}", verb.base) + verb.after
        frames = ("did not {base}", "has not {pp}" if verb.one else "have not {pp}")
        yield did, verb.before + filled(pick(frames, sentence.id), verb.base) + verb.after
