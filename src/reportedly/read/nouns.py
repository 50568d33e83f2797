"""Nouns of saying: when "the claim that ..." says something, who holds it, and what it says."""

from __future__ import annotations

from typing import Any

from reportedly.models import Sentence, Token
from reportedly.read.clauses import is_content
from reportedly.read.phrases import agent_of, seen_by, subject_of
from reportedly.read.saying import Saying
from reportedly.read.words import words

_VOICING = frozenset(
    "make issue give voice express offer hold repeat reiterate raise deliver defend restate".split()
)
"""Verbs that only say that a noun of saying was said ("gave assurances that ...")."""
_NONE = frozenset({"no", "little", "any"})
_THAT = "that"
_TURNING = frozenset({"turn", "prove"})
"""Verbs by which something is found untrue ("turned out to be false", "proved false")."""

_TRUTH = frozenset({"truth", "validity", "basis", "substance", "foundation", "merit"})
"""What a rumour has none of, where somebody says that it is not so."""


def noun_entry(token: Token) -> dict[str, Any] | None:
    """Return what the lexicon knows of a noun of saying, also where it opens a sentence."""
    if token.tag[:2] != "NN":
        return None
    found: dict[str, Any] | None = words("cues")["nouns"].get(token.lemma.lower())
    return found


def noun_says(sentence: Sentence, index: int) -> bool:
    """Tell whether what hangs on a noun of saying is said by somebody: not "no evidence that"."""
    entry = noun_entry(sentence.tokens[index])
    if entry is None or is_taken_back(sentence, index):
        return False
    if any(t.lower in _NONE for t in sentence.kids(index, "det", "amod")):
        return False
    held = bool(entry.get("hearsay")) or holder_of(sentence, index) is not None
    return held or _is_medium(sentence, index)


def _is_medium(sentence: Sentence, index: int) -> bool:
    """Tell whether something is said in it ("said in a statement that ...")."""
    preposition = sentence.tokens[sentence.tokens[index].head]
    verb = sentence.tokens[preposition.head]
    return (
        sentence.tokens[index].dep == "pobj"
        and preposition.lower in {"in", "on", "by", "via", "through"}
        and verb.lemma in words("cues")["verbs"]
    )


def is_taken_back(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is what a verb retracts or corrects ("its report that ...")."""
    above = sentence.tokens[sentence.tokens[index].head]
    effect = words("cues")["verbs"].get(above.lemma, {}).get("object")
    return sentence.tokens[index].dep in {"dobj", "nsubjpass"} and effect in {
        "retracts",
        "corrects",
    }


def found_untrue(sentence: Sentence, index: int) -> Token | None:
    """Return the word that calls what nobody in particular tells untrue, None where none does.

    "Reports that the dam broke are false" says that it did not; whoever says that is the voice.
    """
    noun = sentence.tokens[index]
    verb = sentence.tokens[noun.head]
    entry = noun_entry(noun)
    if entry is None or not entry.get("hearsay") or holder_of(sentence, index) is not None:
        return None
    if noun.dep == "pobj":
        return _without_truth(sentence, verb.index)
    if noun.dep != "nsubj" or sentence.kids(verb.index, "neg"):
        return None
    if verb.lemma in _TURNING:
        verb = sentence.child(verb.index, "xcomp") or verb
    said = sentence.child(verb.index, "acomp", "attr", "oprd")
    listed = words("certainty")["called_untrue"]
    told = verb.lemma == "be" or verb.lemma in _TURNING
    return said if told and said is not None and said.lower in listed else None


def _without_truth(sentence: Sentence, preposition: int) -> Token | None:
    """Return "truth" in "there is no truth to the rumour that ..."."""
    truth = sentence.tokens[sentence.tokens[preposition].head]
    none = any(t.lower == "no" for t in sentence.kids(truth.index, "det"))
    return truth if none and truth.lower in _TRUTH else None


def _denied_by(sentence: Sentence, index: int) -> int | None:
    """Return who denies what nobody in particular tells: "reports that ... were denied by Z"."""
    noun = sentence.tokens[index]
    verb = sentence.tokens[noun.head]
    if noun.dep == "pobj" and verb.lower == "as":
        return _dismissing(sentence, noun)
    denies = words("cues")["verbs"].get(verb.lemma, {}).get("object") == "denies"
    if noun.dep != "nsubjpass" or not denies or sentence.kids(verb.index, "neg"):
        return None
    return agent_of(sentence, verb.index) if holder_of(sentence, index) is None else None


def _dismissing(sentence: Sentence, noun: Token) -> int | None:
    """Return who "dismissed as false reports that ..."."""
    verb = sentence.tokens[sentence.tokens[noun.head].head]
    listed = words("certainty")["called_untrue"]
    untrue = any(t.lower in listed for t in sentence.kids(noun.index, "amod"))
    denies = words("cues")["verbs"].get(verb.lemma, {}).get("object") == "denies"
    return subject_of(sentence, verb.index) if untrue and denies else None


def holder_of(sentence: Sentence, index: int) -> int | None:
    """Return the head of whose claim, view or warning a noun names.

    "The mayor's claim", "a warning from the port", "the view of the coach"; where the owner is
    a pronoun, or the noun is what a subject gives or makes, that subject.
    """
    owner = sentence.child(index, "poss")
    if owner is not None and owner.tag != "PRP$":
        return owner.index
    giver = _giver(sentence, index) if owner is not None or voicing(sentence, index) else None
    if giver is not None:
        return giver
    if owner is not None:
        return owner.index
    for preposition in sentence.kids(index, "prep", "agent"):
        thing = sentence.child(preposition.index, "pobj")
        if thing is None:
            continue
        printed = preposition.lower in {"in", "on"} and _airs(thing)
        if preposition.lower in {"by", "from"} or printed:
            return thing.index
    return _maker(sentence, index)


def _airs(thing: Token) -> bool:
    """Tell whether a report "in the paper" is one by the paper: not "reports in Syria"."""
    roles = words("roles")
    return thing.lower in {*roles["unnamed_media"], *roles["outlet_descriptors"]}


def _maker(sentence: Sentence, index: int) -> int | None:
    """Return Z in "claims made by Z that ..."."""
    for made in sentence.kids(index, "acl"):
        if made.lemma in _VOICING | {"publish", "carry"} and made.tag == "VBN":
            return agent_of(sentence, made.index)
    return None


def voicing(sentence: Sentence, index: int) -> int | None:
    """Return the verb that only says that a noun is said ("repeated" in "repeated his view")."""
    noun = sentence.tokens[index]
    verb = sentence.tokens[noun.head]
    return verb.index if noun.dep == "dobj" and verb.lemma in _VOICING else None


def named_by_copula(sentence: Sentence, index: int) -> int | None:
    """Return the noun of saying of which a verb only tells what it says.

    "His view is that ...", "rumour has it that ...".
    """
    noun = sentence.child(index, "nsubj")
    entry = noun_entry(noun) if noun is not None else None
    if noun is None or entry is None or not _tells_of(sentence, index):
        return None
    if not entry.get("hearsay") and holder_of(sentence, noun.index) is None:
        return None
    return noun.index if copula_content(sentence, index) is not None else None


def _tells_of(sentence: Sentence, index: int) -> bool:
    thing = sentence.child(index, "dobj")
    lemma = sentence.tokens[index].lemma
    return lemma == "be" or (lemma == "have" and thing is not None and thing.lower == "it")


def copula_content(sentence: Sentence, index: int) -> int | None:
    """Return the head of the "that ..." clause behind "is"."""
    for clause in sentence.kids(index, "ccomp"):
        if any(t.lower == _THAT for t in sentence.kids(clause.index, "mark")):
            return clause.index
    return None


def _giver(sentence: Sentence, index: int) -> int | None:
    noun = sentence.tokens[index]
    if noun.dep != "dobj" or not sentence.tokens[noun.head].is_verb:
        return None
    return subject_of(sentence, noun.head)


def noun_sayings(sentence: Sentence, index: int) -> list[Saying]:
    """Return what "his claim that ..." or "rumours that ..." say."""
    token = sentence.tokens[index]
    entry = noun_entry(token)
    if entry is None:
        return []
    contents = [c for c in token.children if is_content(sentence, index, c)]
    if not contents or not noun_says(sentence, index):
        return []
    if found_untrue(sentence, index) is not None:
        return [Saying("noun", [index], token.lemma, contents=contents)]
    if (denier := _denied_by(sentence, index)) is not None:
        denial = sentence.tokens[token.head]
        denial = denial if denial.is_verb else sentence.tokens[denial.head]
        return [Saying("verb", [denial.index], denial.lemma, denier, [], contents, "CT-")]
    return _by_holder(sentence, index, entry, contents, [voicing(sentence, index)])


def _by_holder(
    sentence: Sentence,
    index: int,
    entry: dict[str, Any],
    contents: list[int],
    verbs: list[int | None],
) -> list[Saying]:
    """Return what a noun of saying says, by whoever holds it, else as hearsay."""
    holder = holder_of(sentence, index)
    cue = sorted([index, *(verb for verb in verbs if verb is not None and holder is not None)])
    saying = Saying("noun", cue, sentence.tokens[index].lemma, holder, [], contents)
    saying.effect, saying.media = entry["effect"], entry.get("media", False)
    saying.endorses = entry.get("endorses", False)
    shown = seen_by(sentence, index)
    saying.relays = [shown] if shown is not None else []
    if holder is None and not entry.get("hearsay"):
        return []
    saying.kind = "noun" if holder is not None else "hearsay"
    return [saying]


def copula_sayings(sentence: Sentence, index: int) -> list[Saying]:
    """Return what "his view is that ..." says."""
    noun, content = named_by_copula(sentence, index), copula_content(sentence, index)
    entry = noun_entry(sentence.tokens[noun]) if noun is not None else None
    if noun is None or entry is None or content is None:
        return []
    return _by_holder(sentence, noun, entry, [content], [index])
