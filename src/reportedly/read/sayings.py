"""Who says what in one sentence: each word of saying with its source, addressee and content.

Cues are found on the parse by lexicon and pattern: a verb or noun of saying with a clause
under it, "according to", hearsay passives and adverbs, parentheticals ("officials said"),
"as reported by", "quoted X as saying", "citing". Nothing here knows who the source is;
that is `sources`, and the order of the voices is `chain`.
"""

from __future__ import annotations

from typing import Any

from reportedly.models import Sentence, Token
from reportedly.read.besides import beside, hearsay_adverbs
from reportedly.read.clauses import Clause, is_content
from reportedly.read.cues import (
    is_cue,
    is_infinitive,
    lexicon,
    marked_as,
    names_claim,
    quotes_words,
    says,
    verb_entry,
)
from reportedly.read.nouns import copula_sayings, is_taken_back, noun_sayings
from reportedly.read.phrases import (
    addressees,
    agent_of,
    cited_by,
    is_passive,
    media_read,
    quoted_as,
    subject_of,
)
from reportedly.read.saying import Saying, SayingKind
from reportedly.read.scopes import around, between_commas, clause_of, with_coordinates
from reportedly.read.words import words

__all__ = ["Saying", "SayingKind", "by_voices", "sayings"]

_INFERRING = frozenset({"suggest", "indicate", "imply", "mean", "show", "signal"})
"""Verbs of saying whose subject may also be a thing from which somebody infers."""


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
            out += noun_sayings(sentence, index)
        out += beside(sentence, index, found)
    out += hearsay_adverbs(sentence, found)
    return [s for s in out if not _taken_over(sentence, s, out)]


def by_voices(sentence: Sentence, acts: list[Saying]) -> list[Saying]:
    """Return the acts of saying; a mere thing ("the lack of rain suggests ...") is no source."""
    for act in acts:
        if act.lemma in _INFERRING and act.source is not None:
            speaks = _can_speak(sentence.tokens[act.source])
            act.source = act.source if speaks else None
    return acts


def _can_speak(source: Token) -> bool:
    """Tell whether a subject can be a voice: a name, a person, a body, a text."""
    if source.tag[:2] != "NN":
        return source.tag == "PRP"
    roles = words("roles")
    kinds = ("role_person", "unnamed_person", "unnamed_group", "unnamed_official", "source")
    listed = (*kinds, "organisation", "unnamed_media", "document")
    known = any(source.lower in roles[kind] for kind in listed)
    person = source.lower.endswith(("er", "or", "ist", "man"))
    return source.tag in {"NNP", "NNPS"} or known or person


def _taken_over(sentence: Sentence, saying: Saying, all_of_them: list[Saying]) -> bool:
    """Tell whether the content of a noun ("the suggestion that ...") is that of its verb."""
    if saying.kind not in {"noun", "hearsay"} or not saying.contents:
        return False
    verb = sentence.tokens[saying.cue[0]].head
    above = {verb, sentence.tokens[verb].head}
    return any(
        s is not saying and s.cue[0] in above and s.contents == saying.contents
        for s in all_of_them
        if len(s.cue) == 1
    )


def _verb(sentence: Sentence, index: int, found: list[Clause]) -> list[Saying]:
    token = sentence.tokens[index]
    entry = verb_entry(sentence, index)
    media = media_read(sentence, index)
    if media is not None:
        contents = [t.index for t in sentence.kids(index, "ccomp")]
        return [Saying("verb", [index], token.lemma, media, [], contents, media=True)]
    if token.lemma == "put":
        return _estimate(sentence, index) if index in {c.head for c in found} else []
    if entry is None:
        return copula_sayings(sentence, index)
    if token.lower == "according" or _in_writing(sentence, index):
        return []
    if not says(sentence, index):
        return []
    contents = [c for c in token.children if is_content(sentence, index, c)]
    contents = contents or _in_statement(sentence, index) or _quoted_before(sentence, index)
    contents = contents or _behind_circumstances(sentence, index)
    passive = is_passive(sentence, index)
    if entry.get("quote_only") and not (contents and quotes_words(sentence, index)):
        return []
    if passive:
        return _passive(sentence, index, contents, found)
    saying = _active(sentence, index, entry)
    if contents:
        saying.contents = with_coordinates(sentence, contents, found)
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
    return _through_citation(sentence, saying, index)


def _through_citation(sentence: Sentence, saying: Saying, index: int) -> Saying:
    """Return the saying with whom its verb's ", citing X" names as its source."""
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
    aside = own is not None and own.kind == "coordinate" and between_commas(sentence, own)
    if saying.source is not None and (aside or token.dep == "parataxis"):
        # "The bridge, officials said, collapsed."
        saying.kind = "parenthetical"
        covered = with_coordinates(sentence, [around(found, index, token.head)], found)
        saying.contents = [head for head in covered if head != index]
        return [saying]
    if token.dep == "advcl" and marked_as(sentence, index):
        # "..., as Z reported"
        saying.kind = "relay"
        if saying.source is not None:
            saying.contents = [clause_of(found, token.head)]
            return [saying]
        return []
    if entry.get("frame") == "accuse":
        return _accusation(sentence, saying, index)
    thing = sentence.child(index, "dobj")
    counted = entry.get("counted") and thing is not None and _is_counted(sentence, thing.index)
    if (entry.get("np") or counted) and saying.source is not None and thing is not None:
        return [_of_thing(sentence, saying, index, thing.index)]
    alone = entry.get("plain") and thing is None and not _about(sentence, index)
    if saying.source is not None and alone and not saying.negated:
        return [saying]  # "Clinton said." after a quotation that is a sentence of its own
    return []


def _is_counted(sentence: Sentence, thing: int) -> bool:
    """Tell whether a thing is told by its number ("14 bodies", "no entry")."""
    none = any(t.lower == "no" for t in sentence.kids(thing, "det"))
    return none or any(t.tag == "CD" for t in sentence.kids(thing, "nummod"))


def _about(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb has an object of another kind ("asked for a ransom")."""
    return any(t.lower in {"for", "of", "about", "against"} for t in sentence.kids(index, "prep"))


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


def _in_writing(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb only says how something was said ("told the court in writing")."""
    token = sentence.tokens[index]
    return token.dep == "pcomp" and token.tag == "VBG" and sentence.tokens[index - 1].lower == "in"


def _in_statement(sentence: Sentence, index: int) -> list[int]:
    """Return the clause that hangs on the medium: "said in a statement that ..."."""
    for preposition in sentence.kids(index, "prep"):
        writing = sentence.child(preposition.index, "pcomp")
        if writing is not None and _in_writing(sentence, writing.index):
            return [c for c in writing.children if is_content(sentence, writing.index, c)]
        medium = sentence.child(preposition.index, "pobj")
        if (
            preposition.lower in {"in", "on", "by"}
            and medium is not None
            and is_cue(sentence, medium.index)
        ):
            return [c for c in medium.children if is_content(sentence, medium.index, c)]
    return []


def _behind_circumstances(sentence: Sentence, index: int) -> list[int]:
    """Return the clause behind when and where it was said: "said, at a meeting of X, that ..."."""
    aside = [t.tag for t in sentence.tokens[index + 1 : index + 3]]
    for below in sentence.subtree(index) if aside == [",", "IN"] else []:
        token = sentence.tokens[below]
        if below <= index or token.dep not in {"relcl", "acl", "ccomp"}:
            continue
        joined = any(t.lower == "that" and t.tag == "IN" for t in sentence.kids(below, "mark"))
        subject = sentence.child(below, "nsubj", "nsubjpass")
        if joined and subject is not None and not is_cue(sentence, token.head):
            return [below]
    return []


def _quoted_before(sentence: Sentence, index: int) -> list[int]:
    """Return what stands before "X was quoted as saying by Z"."""
    through = quoted_as(sentence, index)
    if through is None:
        return []
    return [t.index for t in sentence.kids(through[0], "ccomp") if t.index < through[0]]


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
        return [Saying("relay", [index], token.lemma, agent, [], [clause_of(found, token.head)])]
    participles = lexicon()["hearsay_participles"]
    under = contents or [
        t.index for t in sentence.kids(index, "xcomp") if is_infinitive(sentence, t.index)
    ]
    if not contents and _it_is_said(sentence, index, found):
        above = [around(found, index, token.head)]
        return [Saying("hearsay", [index], token.lemma, None, [], above, participles[token.lemma])]
    if contents and agent is not None and token.lemma not in participles:
        return [_told_by(sentence, index, agent, with_coordinates(sentence, contents, found))]
    if not under or token.lemma not in participles:
        return []
    if token.lemma not in lexicon()["hearsay_sources"] and agent is None:
        return []
    kind: SayingKind = "verb" if agent is not None else "hearsay"
    content = with_coordinates(sentence, contents, found) if contents else [clause_of(found, index)]
    if contents and max(contents) < index:
        # "Nobody was hurt, it is understood, but trains were late": the last is the outlet's own.
        content = [head for head in content if head < index]
    return [Saying(kind, [index], token.lemma, agent, [], content, participles[token.lemma])]


def _it_is_said(sentence: Sentence, index: int, found: list[Clause]) -> bool:
    """Tell whether a clause is a mere ", it is said," between commas."""
    own = next((c for c in found if c.head == index), None)
    it = sentence.child(index, "nsubjpass")
    if own is None or it is None or it.lower != "it" or own.above < 0:
        return False
    known = sentence.tokens[index].lemma in lexicon()["hearsay_sources"]
    return known and between_commas(sentence, own)


def _told_by(sentence: Sentence, index: int, agent: int, contents: list[int]) -> Saying:
    """Return what "it was announced by X", "Y had been told by X" says that X said."""
    entry = lexicon()["verbs"][sentence.tokens[index].lemma]
    saying = Saying("verb", [index], sentence.tokens[index].lemma, agent, [], contents)
    saying.effect, saying.endorses = entry.get("effect", "CT+"), entry.get("endorses", False)
    hearer = sentence.child(index, "nsubjpass", "nsubj")
    if entry.get("addressee") and hearer is not None and hearer.lower != "it":
        saying.relays, saying.heard = [hearer.index], True
    return saying


def _estimate(sentence: Sentence, index: int) -> list[Saying]:
    """Return what "Z put the toll at sixteen" says."""
    at = next((t for t in sentence.kids(index, "prep") if t.lower == "at"), None)
    source = subject_of(sentence, index)
    counted = at is not None and any(
        sentence.tokens[p].tag == "CD" for p in sentence.subtree(at.index)
    )
    if source is None or not counted or sentence.child(index, "dobj") is None:
        return []
    saying = Saying("verb", [index], "put", source, [], [index])
    return [_through_citation(sentence, saying, index)]
