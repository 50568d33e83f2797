"""Mends for what the parser most often gets wrong in news: attributions that trail or cite.

"Rain fell, the mayor of Lund, Ana Lima, told the Post on Monday." is at times parsed as two
coordinated clauses, or with the speaker as part of the place. Where a word of saying ends a
sentence after a comma and a bare name, but has nothing under it, the two halves are parsed
each for itself and the first is hung under the word of saying.
"""

from __future__ import annotations

from dataclasses import replace

from reportedly.models import Parse, Sentence, Token
from reportedly.read.asides import has_clause, put_right
from reportedly.read.clauses import is_content
from reportedly.read.mends import mended
from reportedly.read.words import words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_COMMAS = frozenset({",", "”", '"', "''"})
_AFTERTHOUGHTS = frozenset(
    """citing quoting adding who which whose on without speaking in at although although
    while but after as because when since asking requesting""".split()
)
_FEW = 2


def repaired(sentence: Sentence, text: str, parse: Parse) -> Sentence:
    """Return the sentence, parsed anew in two halves where its attribution was lost.

    Args:
        sentence: the parsed sentence.
        text: the text that its offsets count in.
        parse: the parser.
    """
    anew = put_right(sentence, text, parse)
    if anew is not None:
        return mended(anew)
    sentence = mended(sentence)
    for verb in _candidates(sentence):
        comma = _before_subject(sentence, verb)
        if comma is not None and has_clause(sentence.tokens[:comma]) and _ends(sentence, verb):
            grafted = _grafted(sentence, text, parse, comma, verb)
            return mended(grafted) if grafted is not None else sentence
    return sentence


def _candidates(sentence: Sentence) -> list[int]:
    """Return the words of saying that have nothing said under them, from the end."""
    known = words("cues")["verbs"]
    found = []
    for token in reversed(sentence.tokens):
        entry = known.get(token.lemma)
        if (
            entry is None
            or entry.get("quote_only")
            or token.tag not in {"VBD", "VBZ", "VBP", "VBN"}
        ):
            continue
        contents = any(is_content(sentence, token.index, c) for c in token.children)
        subject = sentence.child(token.index, "nsubj")
        if not contents or (subject is None and token.index > _FEW) or _quoted(sentence, subject):
            found.append(token.index)
    return found


def _quoted(sentence: Sentence, subject: Token | None) -> bool:
    """Tell whether what was taken for the speaker holds the end of a quotation."""
    if subject is None:
        return False
    inside = sentence.subtree(subject.index)
    return any(sentence.tokens[p].text in _COMMAS - {","} for p in inside)


def _before_subject(sentence: Sentence, verb: int) -> int | None:
    """Return the comma before the subject of a verb: only a name or description lies between."""
    tokens = sentence.tokens
    commas = 0
    while verb > 1 and tokens[verb - 1].dep in {"aux", "neg", "advmod"}:
        verb -= 1
    apposition = tokens[verb - 1].text == ","
    for index in range(verb - 1, 0, -1):
        token = tokens[index]
        if token.text in _COMMAS:
            commas += 1
            if commas == (3 if apposition else 1):
                return index if any(t.is_noun for t in tokens[index + 1 : verb]) else None
        elif (
            token.tag in _FINITE or token.tag in {"TO", "WDT", "WP", "CC"} or token.lower == "that"
        ):
            return None
    return None


def _ends(sentence: Sentence, verb: int) -> bool:
    """Tell whether nothing that could be content follows the word of saying."""
    rest = sentence.tokens[verb + 1 :]
    for position, token in enumerate(rest):
        if token.text == "," and position + 1 < len(rest):
            return rest[position + 1].lower in _AFTERTHOUGHTS
        if token.tag in _FINITE or token.lower == "that":
            return False
    return True


def _grafted(sentence: Sentence, text: str, parse: Parse, comma: int, verb: int) -> Sentence | None:
    """Return what is said hung under the word of saying, each half parsed for itself."""
    tokens = sentence.tokens
    start, middle = tokens[0].start, tokens[comma + 1].start
    end = tokens[-1].end
    said, saying = parse([text[start : tokens[comma].start], text[middle:end]])
    if len(said) != 1 or len(saying) != 1:
        return None
    inner = repaired(said[0], text[start : tokens[comma].start], parse)
    root = saying[0].tokens[saying[0].root]
    if middle + root.start != tokens[verb].start or root.lemma != tokens[verb].lemma:
        return None
    mark = replace(tokens[comma], index=len(inner.tokens), dep="punct", children=[])
    shift = mark.index + 1
    first = [_moved(t, 0, start) for t in inner.tokens]
    last = [_moved(t, shift, middle) for t in saying[0].tokens]
    root_index = root.index + shift
    mark.head = root_index
    top = first[inner.root]
    top.head, top.dep = root_index, "ccomp"
    joined = [*first, mark, *last]
    joined[root_index].children = sorted([*joined[root_index].children, top.index, mark.index])
    return Sentence(joined, root_index)


def _moved(token: Token, shift: int, offset: int) -> Token:
    return replace(
        token,
        index=token.index + shift,
        head=token.head + shift,
        start=token.start + offset,
        end=token.end + offset,
        children=[c + shift for c in token.children],
    )
