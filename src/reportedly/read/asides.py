"""Asides between commas that the parser stumbles over, taken out and put back.

"Power cuts, says engineer Sana Butt, will get worse", "He would, his agent confirmed, miss
the season", "said that, according to the Star, ...": the sentence is parsed once without the
aside and the aside for itself, and each is hung where it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.models import Parse, Sentence, Token
from reportedly.read.words import words

_MARKS = frozenset({"–", "—", ",", "”", "“", '"', "''", "``"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_OPENING = frozenset({"NNS", "NNPS", "JJ", "CD", "DT", "NN"})
_LONGEST = 14
"""Words from which on what stands between two commas is more than an aside."""
_NO_ASIDE = frozenset(
    "that who which and but or as if when while what how why because so than".split()
)
_GOES_ON = frozenset(
    """and but or citing quoting adding who which that on without speaking in at although though
    while after as because when since asking requesting so""".split()
)
_DAYS = frozenset({"today", "yesterday", "last", "this", "earlier"})
_SPOKEN = " said"
"""Put behind a name, so that it is parsed as one that speaks."""
_CITING = frozenset({"citing", "quoting"})


@dataclass(frozen=True, slots=True)
class Aside:
    """An aside: where it begins and ends, its verb, and what to do with it.

    Attributes:
        start, end: positions of its first word and of the mark behind its last.
        top: position of the word that hangs it in: a verb of saying, "according", "citing".
        behind: the speaker, or who is cited, stands behind that word.
        governs: the rest of the sentence is what it says; else it hangs in the rest.
    """

    start: int
    end: int
    top: int
    behind: bool
    governs: bool


def put_right(sentence: Sentence, text: str, parse: Parse) -> Sentence | None:
    """Return the sentence parsed anew around its aside, None where no aside was misread.

    Args:
        sentence: the parsed sentence.
        text: the text that its offsets count in.
        parse: the parser.
    """
    aside = next(_asides(sentence), None)
    return _around(sentence, aside, text, parse) if aside is not None else None


def _asides(sentence: Sentence) -> Iterator[Aside]:
    yield from _citing_first(sentence)
    yield from _according_first(sentence)
    for top in sentence.tokens:
        yield from _source_between(sentence, top)
        if _is_saying(top):
            yield from _saying_between(sentence, top)
    yield from _saying_last(sentence)


def _saying_between(sentence: Sentence, verb: Token) -> Iterator[Aside]:
    """Yield ", his agent confirmed on Tuesday," and ", says engineer Sana Butt,"."""
    tokens = sentence.tokens
    start, end = _between(tokens, verb.index)
    start = _speaker_before(tokens, start) if start == verb.index else start
    inside = tokens[start:end]
    if start < 2 or end > len(tokens) - 2 or len(inside) > _LONGEST:  # noqa: PLR2004 - a word, a mark
        return
    others = [t for t in inside if t.index != verb.index]
    if any(t.tag in _FINITE or t.lower in _NO_ASIDE for t in others):
        return
    behind = verb.index == start
    if behind and words("cues")["verbs"][verb.lemma].get("addressee"):
        return  # "Lima, the mayor, told the Post, ...": who is told stands behind it
    names = tokens[start + 1 : end] if behind else tokens[start : verb.index]
    names = [t for t in names if t.text not in _MARKS]
    after = tokens[verb.index + 1 : end]
    if not names or not names[-1].is_noun or not (behind or _only_adverbs(verb, after)):
        return
    if not _well_hung(sentence, verb, start, end) and _goes_on(tokens, start, end):
        yield Aside(start, end, verb.index, behind, governs=True)


def _speaker_before(tokens: Sequence[Token], start: int) -> int:
    """Return where "Sana Butt, a nurse," begins before "told", else where that stands.

    Only behind one more comma: at the head of a sentence it is the subject.
    """
    described = _mark_before(tokens, start - 1)
    named = _mark_before(tokens, described) if described else 0
    parts = tokens[named + 1 : described], tokens[described + 1 : start - 1]
    name = all(t.tag in {"NNP", "NNPS"} for t in parts[0]) and parts[0]
    description = parts[1] and parts[1][0].lower in {"a", "an", "the"}
    return named + 1 if named and name and description else start


def _mark_before(tokens: Sequence[Token], index: int) -> int:
    """Return the position of the last mark before a word, 0 where there is none."""
    return next((t.index for t in reversed(tokens[: max(index, 0)]) if t.text in _MARKS), 0)


def _between(tokens: Sequence[Token], index: int) -> tuple[int, int]:
    """Return where what stands between the marks around a word begins and ends."""
    start, end = index, index
    while start and tokens[start - 1].text not in _MARKS:
        start -= 1
    while end < len(tokens) and tokens[end].text not in _MARKS | {".", ";"}:
        end += 1
    closed = end < len(tokens) and tokens[end].text in _MARKS
    return (start, end) if closed else (0, end)


def _only_adverbs(verb: Token, after: Sequence[Token]) -> bool:
    """Tell whether what follows a verb is no object, unless it is who was told."""
    hears = words("cues")["verbs"][verb.lemma].get("addressee")
    if not after or hears:
        return True
    return after[0].tag in {"RB", "IN", "TO"} or after[0].lower.endswith("day")


def _well_hung(sentence: Sentence, verb: Token, start: int, end: int) -> bool:
    """Tell whether the parser took the aside for one."""
    subject = sentence.child(verb.index, "nsubj")
    own = subject is not None and start <= subject.index < end
    return own and verb.dep == "parataxis" and not start <= verb.head < end


def _goes_on(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether the two sides are one clause: not "It rained, he said, and it was cold"."""
    before = [t for t in tokens[:start] if t.text not in _MARKS]
    after = [t for t in tokens[end:] if t.text not in _MARKS | {"."}]
    if not before or not after or after[0].lower in _GOES_ON:
        return False
    if _says_last(after):
        return False  # "..., drivers told a clerk, the Courier reported on Monday."
    if has_clause(before) and all(t.is_noun or t.tag in {"JJ", "IN"} for t in after):
        return False  # "..., said the governor, Raul Mamani."
    return not (has_clause(before) and has_clause(after))


def _says_last(after: Sequence[Token]) -> bool:
    """Tell whether words are a speaker and a verb of saying that says nothing itself."""
    finite = [t for t in after if t.tag in _FINITE]
    if len(finite) != 1 or finite[0].lemma not in words("cues")["verbs"]:
        return False
    place = after.index(finite[0])
    rest = after[place + 1 :]
    named = place > 0 and after[place - 1].is_noun
    return named and (not rest or rest[0].tag in {"IN", "RB"} or rest[0].lower in _DAYS)


def has_clause(tokens: Sequence[Token]) -> bool:
    """Tell whether words hold a finite verb with a noun before it, so could be what is said."""
    nouns = False
    for token in tokens:
        if token.tag in _FINITE and nouns:
            return True
        nouns = nouns or token.is_noun
    return False


def _saying_last(sentence: Sentence) -> Iterator[Aside]:
    """Yield ", stress doctors at the hospital." where the verb was taken for a noun."""
    tokens = sentence.tokens
    marks = [t.index for t in tokens if t.text in _MARKS]
    start = marks[-1] + 1 if marks else 0
    rest = tokens[start:]
    if not start or len(rest) < 2 or rest[0].is_verb or len(rest) > _LONGEST:  # noqa: PLR2004 - verb and name
        return
    known = words("cues")["verbs"]
    said = rest[0].lower in known and not known[rest[0].lower].get("quote_only")
    plain = not any(t.tag in _FINITE or t.lower in _NO_ASIDE for t in rest[1:])
    many = any(t.tag in {"NNS", "NNPS"} for t in rest[1:])
    if said and plain and many and rest[1].tag in _OPENING and has_clause(tokens[:start]):
        yield Aside(start, len(tokens), start, behind=True, governs=True)


def _citing_first(sentence: Sentence) -> Iterator[Aside]:
    """Yield "Quoting hospital staff," at the beginning where it was taken for a name."""
    first = sentence.tokens[0]
    if first.lower not in _CITING or _names_somebody(sentence, first):
        return
    verb = next((t.index for t in sentence.tokens if t.tag in _FINITE), 0)
    commas = [t.index for t in sentence.tokens[: max(verb - 1, 0)] if t.text == ","]
    # "Quoting Ana Lima, a nurse, the Post said": who quotes stands behind the last one
    if commas and 1 < commas[-1] <= _LONGEST:
        yield Aside(0, commas[-1], 0, behind=True, governs=False)


def _according_first(sentence: Sentence) -> Iterator[Aside]:
    """Yield "According to Ana Lima, a nurse," where the rest was hung below it."""
    tokens = sentence.tokens
    if [t.lower for t in tokens[:2]] != ["according", "to"] or sentence.root != 0:
        return
    commas = [t.index for t in tokens if t.text == ","]
    if len(commas) > 1 and tokens[commas[0] + 1].lower in {"a", "an", "the"}:
        described = tokens[commas[0] + 1 : commas[1]]
        if not any(t.tag in _FINITE for t in described):
            commas = commas[1:]
    if commas and commas[0] <= _LONGEST and commas[0] < len(tokens) - 2:
        yield Aside(0, commas[0], 0, behind=False, governs=False)


def _names_somebody(sentence: Sentence, citing: Token) -> bool:
    """Tell whether whom it cites was found below it."""
    return citing.tag == "VBG" and sentence.child(citing.index, "dobj", "pobj") is not None


def _is_saying(token: Token) -> bool:
    return token.tag in _FINITE and token.lemma in words("cues")["verbs"]


def _source_between(sentence: Sentence, top: Token) -> Iterator[Aside]:
    """Yield ", according to X," behind "that", and ", citing X," before a verb without subject."""
    tokens = sentence.tokens
    if top.lower not in _CITING | {"according"} or top.index < 2:  # noqa: PLR2004 - a word, a comma
        return
    start, end = _between(tokens, top.index)
    if start != top.index or end >= len(tokens) - 1:
        return
    that = tokens[start - 2]
    if top.lower == "according":
        if that.lower == "that" and that.dep != "mark":
            yield Aside(start, end, top.index, behind=False, governs=False)
        return
    verb = tokens[end + 1]
    lone = verb.tag in _FINITE and sentence.child(verb.index, "nsubj", "nsubjpass") is None
    if lone and that.is_noun:
        yield Aside(start, end, top.index, behind=True, governs=False)


def _around(sentence: Sentence, aside: Aside, text: str, parse: Parse) -> Sentence | None:
    """Return the sentence with aside and rest parsed each for itself."""
    tokens = sentence.tokens
    left = _without_marks(tokens[: aside.start], front=False)
    right = _without_marks(tokens[aside.end :], back=False)
    inner = _without_marks(tokens[aside.start + aside.behind : aside.end])
    if not inner or not (left or right):
        return None
    spans = [(part[0].start, part[-1].end) for part in (left, right) if part]
    rest = " ".join(text[start:end] for start, end in spans)
    name = text[inner[0].start : inner[-1].end]
    said, own = parse([rest, name + _SPOKEN if aside.behind else name])
    if len(said) != 1 or len(own) != 1:
        return None
    speaking = _speaker(own[0]) if aside.behind else own[0]
    if speaking is None:
        return None
    return _joined(tokens, aside, (said[0], spans), (speaking, inner[0].start))


def _speaker(spoken: Sentence) -> Sentence | None:
    """Return the name that was parsed with a verb behind it, without that verb."""
    subject = spoken.child(spoken.root, "nsubj")
    name = [t for t in spoken.tokens if t.start < spoken.tokens[-1].start]
    top = subject.index if subject is not None else spoken.root
    return Sentence(name, top) if top < len(name) else None


def _without_marks(
    part: Sequence[Token], *, front: bool = True, back: bool = True
) -> Sequence[Token]:
    start, end = 0, len(part)
    while front and start < end and part[start].text in _MARKS:
        start += 1
    while back and end > start and part[end - 1].text in _MARKS | {"."}:
        end -= 1
    return part[start:end]


def _joined(
    tokens: Sequence[Token],
    aside: Aside,
    rest: tuple[Sentence, list[tuple[int, int]]],
    own: tuple[Sentence, int],
) -> Sentence | None:
    """Return one tree of both parses; marks that neither holds hang on its root."""
    placed = [(t, 0) for t in _moved_back(*rest)]
    placed += [(replace(t, start=t.start + own[1], end=t.end + own[1]), 1) for t in own[0].tokens]
    top = tokens[aside.top]
    if aside.behind:
        placed.append((replace(top, tag="VBP", lemma=_lemma(top), children=[]), 2))
    taken = {token.start for token, _ in placed}
    placed += [(t, 3) for t in tokens if t.start not in taken and not t.text[:1].isalnum()]
    placed.sort(key=lambda pair: pair[0].start)
    at = {(origin, token.index): new for new, (token, origin) in enumerate(placed)}
    said, inside = at[0, rest[0].root], at[1, own[0].root]
    verb = at[2, top.index] if aside.behind else inside
    made = [
        replace(token, index=new, head=at.get((origin, token.head), new), children=[])
        for new, (token, origin) in enumerate(placed)
    ]
    hangs = _hanging(made, aside, said, placed)
    if hangs is None or made[verb].start != top.start:
        return None
    root = verb if aside.governs else said
    if aside.governs:
        made[said] = replace(made[said], head=verb, dep="ccomp")
    else:
        dep = "prep" if made[verb].lower == "according" else "advcl"
        made[verb] = replace(made[verb], head=hangs, dep=dep, tag="VBG", lemma=_lemma(top))
    if aside.behind:
        made[inside] = replace(made[inside], head=verb, dep="nsubj" if aside.governs else "dobj")
    made[root] = replace(made[root], head=root, dep="ROOT")
    return _tree(made, root, {new for new, (_, origin) in enumerate(placed) if origin == 3})  # noqa: PLR2004 - marks


def _moved_back(said: Sentence, spans: list[tuple[int, int]]) -> Iterator[Token]:
    """Yield the words of the rest with the offsets that they have in the text."""
    first = spans[0][1] - spans[0][0]
    for token in said.tokens:
        shift = spans[0][0] if token.start < first else spans[-1][0] - first - 1
        yield replace(token, start=token.start + shift, end=token.end + shift)


def _hanging(
    made: Sequence[Token], aside: Aside, said: int, placed: Sequence[tuple[Token, int]]
) -> int | None:
    """Return what in the rest an aside hangs on: the verb behind it, else the root."""
    if aside.governs or not aside.start:
        return said
    inside = [new for new, (_, origin) in enumerate(placed) if origin == 1]
    for new in range(inside[-1] + 1, len(made)):
        if placed[new][1] == 0 and made[new].tag in _FINITE | {"VBN", "VBG"}:
            aux = made[new].dep in {"aux", "auxpass"}
            return made[new].head if aux else new
    return None


def _tree(made: list[Token], root: int, loose: set[int]) -> Sentence:
    for new in loose:
        made[new] = replace(made[new], head=root, dep="punct")
    for token in made:
        if token.index not in {root, token.head}:
            made[token.head].children.append(token.index)
    return Sentence(made, root)


def _lemma(token: Token) -> str:
    forms = {"citing": "cite", "quoting": "quote", "according": "accord"}
    known = words("cues")["verbs"]
    lower = token.lower
    return forms.get(lower) or (token.lemma if token.lemma in known else lower)
