"""Who says what in one sentence: each word of saying with its source, addressee and content.

Cues are found on the parse by lexicon and pattern: a verb or noun of saying with a clause
under it, "according to", hearsay passives and adverbs, parentheticals ("officials said"),
"as reported by", "quoted X as saying", "citing". Nothing here knows who the source is;
that is `sources`, and the order of the voices is `chain`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from reportedly.models import Sentence
from reportedly.read.clauses import Clause, is_content
from reportedly.read.cues import (
    is_cue,
    is_infinitive,
    is_per,
    is_taken_back,
    lexicon,
    marked_as,
    names_claim,
    quotes_words,
    says,
)
from reportedly.read.phrases import (
    addressees,
    agent_of,
    cited_by,
    is_passive,
    quoted_as,
    subject_of,
)

SayingKind = Literal["verb", "noun", "according", "hearsay", "parenthetical", "relay"]


_SHORT = 8
"""Words below which a clause of saying may be a mere parenthesis."""


@dataclass(slots=True)
class Saying:
    """One act of saying in a sentence.

    Attributes:
        cue: positions of the words of saying.
        lemma: what the lexicon knows it by.
        source: position of the head of the source's phrase; None where nobody holds it.
        relays: positions of the heads of phrases that name who was told or who passed it on.
        contents: heads of the clauses that are said.
        effect: FactBank value that the cue gives to a plain positive content.
        endorses: whether the narrator takes it as fact.
        citing: position of the word by which a relay names the source ("citing").
    """

    kind: SayingKind
    cue: list[int]
    lemma: str
    source: int | None = None
    relays: list[int] = field(default_factory=list)
    contents: list[int] = field(default_factory=list)
    effect: str = "CT+"
    endorses: bool = False
    media: bool = False
    negated: bool = False
    citing: int | None = None


def sayings(sentence: Sentence, found: list[Clause]) -> list[Saying]:
    """Return the acts of saying of a sentence, in the order of their cues.

    Args:
        sentence: the parsed sentence.
        found: its clauses, as `clauses.clauses` gives them with `is_cue`.
    """
    out: list[Saying] = []
    for index, token in enumerate(sentence.tokens):
        if token.is_verb:
            out += _verb(sentence, index, found)
        elif token.tag[:2] == "NN":
            out += _noun(sentence, index)
        if token.lower == "according" or is_per(token):
            out += _according(sentence, index, found)
    out += _hearsay_adverbs(sentence, found)
    return [s for s in out if not _taken_over(sentence, s, out)]


def _taken_over(sentence: Sentence, saying: Saying, all_of_them: list[Saying]) -> bool:
    """Tell whether the content of a noun ("the suggestion that ...") is that of its verb."""
    if saying.kind not in {"noun", "hearsay"} or not saying.contents:
        return False
    verb = sentence.tokens[saying.cue[0]].head
    return any(
        s is not saying and s.cue == [verb] and s.contents == saying.contents for s in all_of_them
    )


def _verb(sentence: Sentence, index: int, found: list[Clause]) -> list[Saying]:
    token = sentence.tokens[index]
    entry = lexicon()["verbs"].get(token.lemma)
    if entry is None or token.lower == "according":
        return []
    if not says(sentence, index):
        return []
    contents = [c for c in token.children if is_content(sentence, index, c)]
    contents = contents or _in_statement(sentence, index)
    passive = is_passive(sentence, index)
    if entry.get("quote_only") and not (contents and quotes_words(sentence, index)):
        return []
    if passive:
        return _passive(sentence, index, contents, found)
    saying = _active(sentence, index, entry)
    if contents:
        saying.contents = _with_coordinates(contents, found)
        return [saying]
    return _without_content(sentence, saying, index, entry, found)


def _active(sentence: Sentence, index: int, entry: dict[str, Any]) -> Saying:
    token = sentence.tokens[index]
    saying = Saying("verb", [index], token.lemma)
    saying.effect = entry.get("effect", "CT+")
    saying.endorses = entry.get("endorses", False)
    saying.negated = any(t.lower in {"not", "n't", "n’t", "never"} for t in sentence.kids(index))
    saying.source = subject_of(sentence, index)
    saying.relays = addressees(sentence, index, entry)
    through = quoted_as(sentence, index)
    if through is not None:
        quoting, relay, source = through
        saying.cue = [quoting, index]
        saying.source = source
        saying.relays = [relay] if relay is not None else []
    cited = cited_by(sentence, index)
    if cited is not None and saying.source is not None:
        saying.relays.append(saying.source)
        saying.citing, saying.source = cited
    return saying


def _without_content(
    sentence: Sentence,
    saying: Saying,
    index: int,
    entry: dict[str, Any],
    found: list[Clause],
) -> list[Saying]:
    """Return the sayings of a cue verb that has no clause under it."""
    token = sentence.tokens[index]
    own = next((c for c in found if c.head == index), None)
    aside = own is not None and own.kind == "coordinate" and _between_commas(sentence, own)
    if saying.source is not None and (aside or token.dep == "parataxis"):
        # "The bridge, officials said, collapsed."
        saying.kind = "parenthetical"
        saying.contents = [_around(found, index, token.head)]
        return [saying]
    if token.dep == "advcl" and marked_as(sentence, index):
        # "..., as Z reported"
        saying.kind = "relay"
        if saying.source is not None:
            saying.contents = [_clause_of(found, token.head)]
            return [saying]
        return []
    if entry.get("frame") == "accuse":
        return _accusation(sentence, saying, index)
    thing = sentence.child(index, "dobj")
    if entry.get("np") and saying.source is not None and thing is not None:
        return [_of_thing(sentence, saying, index, thing.index)]
    if saying.source is not None and entry.get("plain") and thing is None and not saying.negated:
        return [saying]  # "Clinton said." after a quotation that is a sentence of its own
    return []


def _of_thing(sentence: Sentence, saying: Saying, index: int, thing: int) -> Saying:
    """Return what "denied involvement", "denied the report", "rejected the idea that ..." say.

    The clause under the noun, or the noun; where it names an earlier claim ("denied it"),
    the whole clause is an act upon that claim.
    """
    noun = sentence.tokens[thing]
    known_nouns = noun.lemma in lexicon()["nouns"]
    below = [c for c in noun.children if known_nouns and is_content(sentence, thing, c)]
    taken_back = is_taken_back(sentence, thing)
    if below and not taken_back:
        saying.contents = below
    elif taken_back or names_claim(sentence, thing):
        saying.contents, saying.effect, saying.endorses = [index], "CT+", False
    else:
        saying.contents = [thing]
    return saying


def _in_statement(sentence: Sentence, index: int) -> list[int]:
    """Return the clause that hangs on the medium: "said in a statement that ..."."""
    for preposition in sentence.kids(index, "prep"):
        medium = sentence.child(preposition.index, "pobj")
        if (
            preposition.lower in {"in", "on", "by"}
            and medium is not None
            and is_cue(sentence, medium.index)
        ):
            return [c for c in medium.children if is_content(sentence, medium.index, c)]
    return []


def _accusation(sentence: Sentence, saying: Saying, index: int) -> list[Saying]:
    """Return "X accused Y of doing Z" as X saying that Y did Z."""
    for preposition in sentence.kids(index, "prep"):
        done = sentence.child(preposition.index, "pcomp")
        if preposition.lower == "of" and done is not None and saying.source is not None:
            saying.contents = [done.index]
            return [saying]
    return []


def _passive(
    sentence: Sentence, index: int, contents: list[int], found: list[Clause]
) -> list[Saying]:
    """Return hearsay ("is believed to have ...") or what an agent is said to have said."""
    token = sentence.tokens[index]
    agent = agent_of(sentence, index)
    if marked_as(sentence, index) or (token.dep == "advcl" and agent is not None):
        # "..., as first reported by Z"
        if agent is None:
            return []
        return [Saying("relay", [index], token.lemma, agent, [], [_clause_of(found, token.head)])]
    participles = lexicon()["hearsay_participles"]
    under = contents or [
        t.index for t in sentence.kids(index, "xcomp") if is_infinitive(sentence, t.index)
    ]
    if not under or token.lemma not in participles:
        return []
    if token.lemma not in lexicon()["hearsay_sources"] and agent is None:
        return []
    kind: SayingKind = "verb" if agent is not None else "hearsay"
    content = _with_coordinates(contents, found) if contents else [_clause_of(found, index)]
    return [Saying(kind, [index], token.lemma, agent, [], content, participles[token.lemma])]


def _noun(sentence: Sentence, index: int) -> list[Saying]:
    token = sentence.tokens[index]
    entry = lexicon()["nouns"].get(token.lemma)
    if entry is None:
        return []
    contents = [c for c in token.children if is_content(sentence, index, c)]
    if not contents or is_taken_back(sentence, index):
        return []
    saying = Saying("noun", [index], token.lemma, None, [], contents, entry["effect"])
    saying.media = entry.get("media", False)
    owner = sentence.child(index, "poss")
    if owner is not None:
        saying.source = owner.index
        return [saying]
    for preposition in sentence.kids(index, "prep"):
        of = sentence.child(preposition.index, "pobj")
        if of is not None and preposition.lower in {"by", "from"}:
            saying.source = of.index
            return [saying]
    if not entry.get("hearsay"):
        return []
    saying.kind = "hearsay"
    return [saying]


def _according(sentence: Sentence, index: int, found: list[Clause]) -> list[Saying]:
    token = sentence.tokens[index]
    to = token
    if token.lower == "according":
        to = next((t for t in sentence.tokens[index + 1 : index + 2] if t.lower == "to"), token)
        if to is token:
            return []
    source = sentence.child(to.index, "pobj") or sentence.child(index, "pobj")
    if source is None or (to is token and source.tag not in {"NNP", "NNPS"}):
        return []
    home = _clause_of(found, token.head)
    scope = _scope(found, home, index)
    cue = [index] if to is token else [index, to.index]
    return [Saying("according", cue, "according to", source.index, [], scope)]


def _scope(found: list[Clause], home: int, index: int) -> list[int]:
    """Return the clauses that "according to" covers: its own, and those coordinated with it.

    At the beginning it covers what follows; at the end, what stands before it.
    """
    here = next((c for c in found if c.head == home), None)
    if here is None:
        return [home]
    before = here.head > index
    level = [
        c
        for c in found
        if c.governor == here.governor and c.kind in {"main", "coordinate", "content"}
    ]
    if here.governor is not None:
        return [c.head for c in level if home in {c.head, c.above}]
    if before:
        return [c.head for c in level]
    return [c.head for c in level if c.words and c.words[0] <= index]


def _hearsay_adverbs(sentence: Sentence, found: list[Clause]) -> list[Saying]:
    known = set(lexicon()["hearsay_adverbs"])
    out: list[Saying] = []
    for token in sentence.tokens:
        if token.lower in known:
            home = _clause_of(found, token.index)
            out.append(Saying("hearsay", [token.index], token.lower, None, [], [home], "PS+"))
    return out


def _between_commas(sentence: Sentence, clause: Clause) -> bool:
    """Tell whether a coordinated clause is a bare "X said" set off by commas."""
    first, last = clause.words[0], clause.words[-1]
    before = sentence.tokens[first - 1].text if first else ","
    after = sentence.tokens[last + 1].text if last + 1 < len(sentence.tokens) else "."
    return (
        before in {",", "”", '"', "—", "–"}
        and after in {",", ".", "—", "–"}
        and last - first < _SHORT
    )


def _with_coordinates(contents: list[int], found: list[Clause]) -> list[int]:
    """Return content clauses with those coordinated with them."""
    out = list(contents)
    for clause in found:
        if (
            clause.kind in {"coordinate", "adverbial"}
            and clause.above in out
            and clause.governor is None
        ):
            out.append(clause.head)
    return out


def _clause_of(found: list[Clause], index: int) -> int:
    """Return the head of the clause whose words hold this position."""
    for clause in found:
        if index in clause.words or index == clause.head:
            return clause.head
    return index


def _around(found: list[Clause], index: int, above: int) -> int:
    """Return the clause in whose words a parenthetical stands, else the one above it."""
    for clause in found:
        inside = clause.words and clause.words[0] < index < clause.words[-1]
        if inside and clause.head != index and index not in clause.words:
            return clause.head
    return _clause_of(found, above)
