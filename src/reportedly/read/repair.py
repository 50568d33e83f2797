"""Mends for trees that the parser gets wrong where news style is regular.

A trailing attribution (", Minister Ana Lima said on May 12.") is at times parsed as if the
sentence before it were part of its subject. Where the word of saying has no clause under it,
the words before the last comma ahead of its subject are hung under it again.
"""

from __future__ import annotations

from reportedly.models import Sentence, Token
from reportedly.read.words import words

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})


def repaired(sentence: Sentence) -> Sentence:
    """Return the sentence, its tree mended where it ends in an attribution without content."""
    root = sentence.tokens[sentence.root]
    entry = words("cues")["verbs"].get(root.lemma)
    if entry is None or not root.is_verb or entry.get("quote_only") or sentence.child(root.index, "ccomp"):
        return sentence
    comma = _comma_before_subject(sentence, root.index)
    if comma is None:
        return sentence
    head = _predicate(sentence.tokens[:comma])
    if head is None or not _saying_ends(sentence, root.index):
        return sentence
    _rehang(sentence, head, comma)
    return sentence


def _comma_before_subject(sentence: Sentence, verb: int) -> int | None:
    """Return where the attribution's own words begin: the last comma with only a name after it."""
    for index in range(verb - 1, 0, -1):
        token = sentence.tokens[index]
        if token.text in {",", "”", '"'}:
            return index if index < verb - 1 else None
        if token.is_verb or token.tag in {"TO", "WDT", "WP"}:
            return None
    return None


def _predicate(before: list[Token]) -> int | None:
    """Return the first finite verb that has a noun before it."""
    noun = False
    for token in before:
        if token.tag in _FINITE and noun:
            return _carried(before, token)
        noun = noun or token.is_noun
    return None


def _carried(before: list[Token], verb: Token) -> int:
    """Return the verb that an auxiliary carries ("has been seen" -> seen)."""
    above = before[verb.head] if verb.head < len(before) else verb
    return above.index if verb.dep in {"aux", "auxpass"} and above.is_verb else verb.index


def _saying_ends(sentence: Sentence, verb: int) -> bool:
    return not any(t.is_verb for t in sentence.tokens[verb + 1 :])


def _rehang(sentence: Sentence, head: int, comma: int) -> None:
    """Hang the words before the comma under their predicate, and that under the word of saying."""
    tokens = sentence.tokens
    subject_of_saying = max(
        (t.index for t in tokens[comma:] if t.is_noun and t.index < sentence.root), default=None
    )
    for token in tokens[:comma]:
        inside = token.head < comma and token.head != token.index
        if token.index == head:
            _move(sentence, token, sentence.root, "ccomp")
        elif not inside or _circular(tokens, token.index, head):
            dep = token.dep
            _move(sentence, token, head, dep if dep in _SUBJECTS or dep == "punct" else "dep")
    noun = next((t for t in reversed(tokens[:head]) if t.tag[:2] in {"NN", "PR"} and t.head != head), None)
    if noun is not None and not any(t.dep in _SUBJECTS for t in sentence.kids(head)):
        top = noun
        _move(sentence, top, head, "nsubj")
    if subject_of_saying is not None:
        _move(sentence, tokens[subject_of_saying], sentence.root, "nsubj")


def _circular(tokens: list[Token], index: int, head: int) -> bool:
    """Tell whether the predicate hangs below this word."""
    seen: set[int] = set()
    while head not in seen:
        seen.add(head)
        head = tokens[head].head
        if head == index:
            return True
    return False


def _move(sentence: Sentence, token: Token, head: int, dep: str) -> None:
    above = sentence.tokens[token.head].children
    if token.index in above:
        above.remove(token.index)
    token.head, token.dep = head, dep
    sentence.tokens[head].children.append(token.index)
    sentence.tokens[head].children.sort()
