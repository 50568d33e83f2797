"""The clauses of a sentence: each predicate that somebody commits to, with its words.

A clause ends where another one with a verb of its own begins: a coordinated one, an
adverbial one with a subject, or what a word of saying governs. Relative clauses and
participles stay with theirs. So do conditions: they qualify what they stand with.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from reportedly.models import Sentence, Token
from reportedly.read.words import words

ClauseKind = Literal["main", "coordinate", "adverbial", "content", "relative"]

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
_STAYING_MARKS = frozenset(
    {"if", "unless", "whether", "that", "so", "than", "lest", "provided", "before", "until", "till"}
)
_EVENT_PREPOSITIONS = frozenset({"following", "after", "amid", "despite", "before", "since"})
_LINKERS = frozenset({"cc", "mark", "preconj"})
_OPENERS = frozenset(
    """however nonetheless nevertheless meanwhile moreover furthermore additionally also
    but and or yet still besides instead thus therefore consequently separately earlier
    later then so""".split()
)
_WH = frozenset({"when", "while", "where", "whereas", "as", "once", "how"})
_ATTRIBUTING = frozenset({"according", "reportedly", "allegedly", "purportedly", "supposedly"})
_PERCEIVING = frozenset({"see", "hear", "feel", "find", "watch", "notice", "observe"})
_ALLEGING = frozenset({"claim", "purport", "allege", "say"})
_CARRIERS = frozenset({"xcomp", "acomp", "attr", "prep"})
_GOVERNED = frozenset({"ccomp", "acl", "xcomp", "advcl", "pcomp", "csubj", "relcl"})
_LONG_ADJUNCT = 4


@dataclass(slots=True)
class Clause:
    """A clause of a sentence.

    Attributes:
        head: position of its predicate.
        words: positions of its words, in order, without those of clauses cut out of it.
        governor: position of the word of saying that governs it, for content clauses.
        above: position of the head of the clause that it hangs on; -1 for the main one.
        asides: heads of event phrases that were cut out ("following its rebellion in June").
    """

    head: int
    kind: ClauseKind
    above: int
    governor: int | None = None
    words: list[int] = field(default_factory=list)
    asides: list[int] = field(default_factory=list)


def clauses(sentence: Sentence, is_cue: Callable[[Sentence, int], bool]) -> list[Clause]:
    """Return the clauses of a sentence in the order of their words.

    Args:
        sentence: the parsed sentence.
        is_cue: tells whether a word of it governs content (a word of saying).
    """
    found: list[Clause] = []
    _open(sentence, Clause(sentence.root, "main", -1), is_cue, found)
    return sorted(found, key=lambda clause: clause.words[0] if clause.words else clause.head)


def _open(
    sentence: Sentence,
    clause: Clause,
    is_cue: Callable[[Sentence, int], bool],
    found: list[Clause],
) -> None:
    """Collect a clause's words; open a new clause at each cut below it."""
    found.append(clause)
    waiting = [clause.head]
    while waiting:
        position = waiting.pop()
        clause.words.append(position)
        for child in sentence.tokens[position].children:
            shown = _shown_by(sentence, child)
            if shown is not None:
                _open(sentence, Clause(shown, "content", clause.head, child), is_cue, found)
                continue
            cut = _cut(sentence, clause, position, child, is_cue)
            if cut is None:
                waiting.append(child)
            elif cut == "aside":
                clause.asides.append(child)
            else:
                governor = position if cut == "content" else None
                below = Clause(child, cut, clause.head, governor)
                _open(sentence, below, is_cue, found)
    clause.words = _trim(sentence, sorted(clause.words), clause)


def _cut(
    sentence: Sentence,
    clause: Clause,
    position: int,
    child: int,
    is_cue: Callable[[Sentence, int], bool],
) -> ClauseKind | Literal["aside"] | None:
    token = sentence.tokens[child]
    governed = token.dep in _GOVERNED and is_cue(sentence, position)
    if governed and is_content(sentence, position, child):
        return "content"
    if token.dep == "conj" and _coordinates(sentence, clause, position, child):
        return "coordinate"
    if token.dep in {"advcl", "pcomp"} and _adverbial(sentence, child):
        # Below a relative clause or a participle it only describes somebody further.
        near = position == clause.head or sentence.tokens[position].dep in _CARRIERS
        return "adverbial" if near else None
    if token.dep in {"ccomp", "parataxis"} and _spliced(sentence, position, child):
        return "coordinate"
    if token.dep == "parataxis" and is_cue(sentence, child) and has_subject(sentence, child):
        return "coordinate"
    if token.dep == "relcl" and _attributed(sentence, child):
        return "relative"
    if token.dep == "prep" and _event_phrase(sentence, clause, position, child):
        return "aside"
    return None


def _attributed(sentence: Sentence, child: int) -> bool:
    """Tell whether a relative clause makes a claim of its own ("who, according to X, fled")."""
    words_of = [sentence.tokens[p].lower for p in sentence.tokens[child].children]
    return not _ATTRIBUTING.isdisjoint(words_of)


def is_content(sentence: Sentence, cue: int, child: int) -> bool:
    """Tell whether a clause under a word of saying is what is said."""
    token = sentence.tokens[child]
    above = sentence.tokens[cue]
    marks = {t.lower for t in sentence.kids(child, "mark")}
    if token.dep == "ccomp":
        return not (_parted(sentence, cue, child) or _perceived(sentence, cue, child))
    if token.dep == "acl":
        return above.tag[0] == "N" and ("that" in marks or has_subject(sentence, child))
    if token.dep == "relcl":
        # "speculation that ..." is at times parsed as a relative clause with its own subject.
        return (
            above.tag[0] == "N"
            and has_subject(sentence, child)
            and child - above.index > 1
            and (
                sentence.tokens[above.index + 1].lower == "that"
                and sentence.tokens[above.index + 1].dep in {"mark", "nsubj", "dobj"}
                and all(t.lower != "that" for t in sentence.kids(child, *_SUBJECTS))
            )
        )
    if token.dep == "xcomp":
        active = above.tag[0] == "V" and sentence.child(cue, "auxpass") is None
        reduced = above.tag == "VBN" and sentence.child(cue, "aux") is None
        doing = token.tag == "VBG" or any(t.lower == "having" for t in sentence.kids(child, "aux"))
        if active and not reduced and doing:
            return True
    return token.dep in {"xcomp", "advcl"} and above.lemma in _ALLEGING and _shows(sentence, child)


def _shown_by(sentence: Sentence, index: int) -> int | None:
    """Return what a picture that is described shows ("a photo purporting to show ...")."""
    token = sentence.tokens[index]
    if token.dep not in {"acl", "relcl"} or token.lemma not in _ALLEGING:
        return None
    below = (c for c in token.children if sentence.tokens[c].dep in {"xcomp", "advcl"})
    return next((c for c in below if _shows(sentence, c)), None)


def _shows(sentence: Sentence, child: int) -> bool:
    """Tell whether a clause says what a picture shows ("a photo purporting to show ...")."""
    token = sentence.tokens[child]
    to = any(t.tag == "TO" for t in sentence.kids(child, "aux"))
    return to and token.lemma in {"show", "depict", "portray"}


def _parted(sentence: Sentence, cue: int, child: int) -> bool:
    """Tell whether a clause only stands beside a word of saying ("X fears it; Y insists")."""
    inside = sentence.subtree(child)
    if child < cue:
        last = inside[-1]
        if any(t.text == ";" for t in sentence.tokens[last : last + 2]):
            return True
        after = any(t.index > cue for t in sentence.kids(cue, "ccomp"))
        return after and _says_itself(sentence, child)
    if sentence.tokens[inside[0] - 1].text == ";":
        return True
    others = [t.index for t in sentence.kids(cue, "ccomp") if cue < t.index < child]
    joined = [t for t in sentence.tokens[cue:child] if t.dep == "cc" and t.index < inside[0]]
    return bool(others and joined) and not _marked_that(sentence, child)


def _says_itself(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause is one of saying ("the union says it fell, the company says ...")."""
    known = sentence.tokens[index].lemma in words("cues")["verbs"]
    below = [t for t in sentence.kids(index, "ccomp") if t.index > index]
    return known and has_subject(sentence, index) and bool(below)


def _marked_that(sentence: Sentence, child: int) -> bool:
    return any(t.lower == "that" for t in sentence.kids(child, "mark"))


def _perceived(sentence: Sentence, cue: int, child: int) -> bool:
    """Tell whether something is seen or heard to happen ("had seen the van leave")."""
    token = sentence.tokens[child]
    bare = token.tag in {"VB", "VBG"} and not sentence.kids(child, "aux", "auxpass", "mark")
    return bare and sentence.tokens[cue].lemma in _PERCEIVING


def has_subject(sentence: Sentence, index: int) -> bool:
    """Tell whether a predicate has a subject of its own."""
    return any(sentence.tokens[p].dep in _SUBJECTS for p in sentence.tokens[index].children)


def is_finite(sentence: Sentence, index: int) -> bool:
    """Tell whether a predicate is finite by itself or by its auxiliary."""
    if sentence.tokens[index].tag in _FINITE:
        return True
    return any(token.tag in _FINITE for token in sentence.kids(index, "aux", "auxpass", "cop"))


def _coordinates(sentence: Sentence, clause: Clause, position: int, child: int) -> bool:
    token, above = sentence.tokens[child], sentence.tokens[position]
    if not token.is_verb and not has_subject(sentence, child):
        return False
    if excluded(sentence, child):
        return False
    if position != clause.head and not excluded(sentence, position):
        # Participles are coordinated inside their clause, but for "as well as greeting ...".
        return token.tag == "VBG" and _as_well_as(sentence, position, child)
    if is_finite(sentence, child) or has_subject(sentence, child):
        return True
    # "has gone and done": the auxiliary is shared.
    return token.tag == above.tag == "VBN" and is_finite(sentence, position)


def excluded(sentence: Sentence, index: int) -> bool:
    """Tell whether a coordinated verb is negated by the one before ("neither did nor said")."""
    token = sentence.tokens[index]
    if token.dep != "conj" or has_subject(sentence, index):
        return False
    return any(t.lower == "neither" for t in sentence.kids(token.head) if t.index < token.head)


def _as_well_as(sentence: Sentence, position: int, child: int) -> bool:
    between = [t.lower for t in sentence.tokens[position:child]]
    return " ".join(between).endswith("as well as")


def _adverbial(sentence: Sentence, child: int) -> bool:
    marks = {t.lower for t in sentence.kids(child, "mark", "advmod")}
    if "when" in marks and _restricts(sentence, child):
        return False
    if marks & _STAYING_MARKS or inverted(sentence, child) or _names_thing(sentence, child):
        return False
    return has_subject(sentence, child) and is_finite(sentence, child)


def _restricts(sentence: Sentence, child: int) -> bool:
    """Tell whether a clause tells of what is said before it ("12 died when a ferry sank")."""
    start = sentence.subtree(child)[0]
    return sentence.tokens[child].head < start and sentence.tokens[start - 1].text[:1].isalnum()


def _names_thing(sentence: Sentence, child: int) -> bool:
    """Tell whether a clause stands for a thing ("contrary to what the agency reported")."""
    return any(t.tag == "WP" for t in sentence.kids(child, "dobj", "nsubj", "attr", "pobj"))


def inverted(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause is a condition by its order: "had the talks failed"."""
    subject = sentence.child(index, *_SUBJECTS)
    first = sentence.child(index, "aux", "auxpass")
    return (
        subject is not None
        and first is not None
        and first.lower in {"had", "should", "were"}
        and first.index < subject.index
        and not sentence.kids(index, "mark")
    )


def _spliced(sentence: Sentence, position: int, child: int) -> bool:
    """Tell whether two full clauses stand side by side, parted by a comma or semicolon."""
    if not (has_subject(sentence, child) and has_subject(sentence, position)):
        return False
    if not (is_finite(sentence, child) and is_finite(sentence, position)):
        return False
    if _marked_that(sentence, child):
        return False
    between = range(min(position, child), max(position, child))
    return any(sentence.tokens[i].text in {";", ",", "–", "—", "-", ":"} for i in between)


def _event_phrase(sentence: Sentence, clause: Clause, position: int, child: int) -> bool:
    """Tell whether a phrase names another event beside the clause ("after its rebellion ...")."""
    token = sentence.tokens[child]
    if token.lower not in _EVENT_PREPOSITIONS:
        return False
    if position != clause.head and sentence.tokens[position].dep not in {"acomp", "attr", "dobj"}:
        return False
    return len(sentence.subtree(child)) >= _LONG_ADJUNCT


def _trim(sentence: Sentence, words: list[int], clause: Clause) -> list[int]:
    """Drop linking words and punctuation from the edges of a clause."""
    tokens = sentence.tokens
    while words and words[0] != clause.head and _opens(tokens[words[0]], clause):
        words = words[1:]
    while words and words[-1] != clause.head and _is_edge(tokens[words[-1]]):
        words = words[:-1]
    return words


def _opens(token: Token, clause: Clause) -> bool:
    if token.dep in _LINKERS and token.lower not in {"if", "unless", "neither"}:
        return True
    adverb = token.head == clause.head and token.dep == "advmod"
    if adverb and token.lower in _OPENERS | (_WH if clause.kind == "adverbial" else frozenset()):
        return True
    return token.text in {",", ";", ":", "-", "–", "—", ".", "…"}


def _is_edge(token: Token) -> bool:
    if token.dep == "advmod" and token.lower in {"as", "well"}:
        return True
    return token.text in {",", ";", ":", "-", "–", "—", "."} or token.dep == "cc"
