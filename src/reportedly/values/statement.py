"""A statement: one proposition as one document reports it, and its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.values.identity import content_id
from reportedly.values.when import Span, TimeRole, When

SourceKind = Literal[
    "named_person",
    "role_person",
    "unnamed_official",
    "unnamed_person",
    "unnamed_group",
    "organisation",
    "media_outlet",
    "unnamed_media",
    "document",
    "unattributed",
]
MentionKind = Literal["person", "organisation", "place", "equipment", "event"]
Role = Literal["origin", "relay", "publisher"]
Quotation = Literal["direct", "indirect", "mixed", "narration", "speech_act"]
Factuality = Literal["CT+", "CT-", "PR+", "PR-", "PS+", "PS-", "CTu", "Uu"]
MarkerKind = Literal[
    "modal",
    "epistemic_adverb",
    "evidential",
    "status_word",
    "negation",
    "implicative",
    "conditional",
    "question",
    "approximator",
    "estimative",
]
StatusEffect = Literal["confirms", "denies", "unconfirms", "retracts", "corrects"]
Phase = Literal["considered", "planned", "under_way", "done", "ended"]
Number = Literal["one", "plural", "unknown"]

UNNAMED_KINDS: frozenset[SourceKind] = frozenset(
    {"unnamed_official", "unnamed_person", "unnamed_group", "unattributed", "unnamed_media"}
)
"""Kinds of source that give no name to hold to account."""

FACTUALITY_SCORES: dict[Factuality, float] = {
    "CT+": 3.0,
    "PR+": 2.0,
    "PS+": 1.0,
    "CTu": 0.0,
    "Uu": 0.0,
    "PS-": -1.0,
    "PR-": -2.0,
    "CT-": -3.0,
}
"""FactBank values as numbers (Saurí & Pustejovsky 2009; mapping of Stanovsky et al. 2017)."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A word or phrase that decided how sure something sounds."""

    kind: MarkerKind
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Likelihood:
    """An estimative word with the interval (percent) that a published scale gives it."""

    word: str
    scale: str
    lo: float
    hi: float


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure a voice *sounds*: a FactBank value, its number, and the words that show it."""

    value: Factuality
    score: float
    markers: tuple[Marker, ...] = ()
    likelihood: Likelihood | None = None


def certainty(
    value: Factuality,
    markers: tuple[Marker, ...] = (),
    likelihood: Likelihood | None = None,
) -> Certainty:
    """Return a Certainty with the number that belongs to its FactBank value.

    >>> certainty("PS+").score
    1.0
    """
    return Certainty(value, FACTUALITY_SCORES[value], markers, likelihood)


@dataclass(frozen=True, slots=True)
class Actor:
    """A voice as named.

    Attributes:
        name: proper name, or the description where there is none ("one unnamed U.S. official").
        key: the key of `known/` ("outlet:wsj"), where known.
        affiliation: for whom the voice speaks: a key, an ISO 3166-1 alpha-3 code, or words.
        number: one voice, several, or not said.
        title: role or office as written ("Russian Foreign Minister").
        at: where the fullest naming stands in the document.
    """

    name: str
    kind: SourceKind
    key: str | None = None
    affiliation: str | None = None
    number: Number = "one"
    title: str | None = None
    at: Span | None = None

    @property
    def source_key(self) -> str | None:
        """The key by which people rate this voice; "outlet:NAME" for an outlet of no list."""
        if self.key is None and self.kind == "media_outlet" and self.name:
            return f"outlet:{self.name.casefold()}"
        return self.key


@dataclass(frozen=True, slots=True)
class Attribution:
    """One hop of a chain: who, in what words, how surely, when.

    Attributes:
        cue: the words of saying ("told"), "" for the publisher.
        mode: how the content is given.
        named_at: where this hop is named near the statement (a pronoun, a role); None
            where the text leaves it implicit.
    """

    actor: Actor
    role: Role
    cue: str = ""
    mode: Quotation = "narration"
    certainty: Certainty | None = None
    when: When | None = None
    named_at: Span | None = None
    cue_at: Span | None = None

    @property
    def implicit(self) -> bool:
        """Whether the sentence itself does not name this voice."""
        return self.named_at is None


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody or something that is spoken about."""

    span: Span
    name: str
    kind: MentionKind
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """The slots of what is said to happen, which linking compares.

    Attributes:
        action: the lemma of the predicate as written ("supply").
        type: the class of actions it belongs to ("delivery"), where known.
        plover, mode: its category and mode in PLOVER ("AID"), where it has any.
        head: where the predicate stands.
        quantity, unit, quantity_raw: normalised number and unit, and as written.
        phase: considered, planned, under way, done or ended.
    """

    action: str
    head: Span
    type: str | None = None
    who: tuple[Mention, ...] = ()
    what: tuple[Mention, ...] = ()
    to_whom: tuple[Mention, ...] = ()
    quantity: float | None = None
    unit: str | None = None
    quantity_raw: str | None = None
    place: tuple[Mention, ...] = ()
    phase: Phase = "done"
    when: When | None = None
    plover: str | None = None
    mode: str | None = None


@dataclass(frozen=True, slots=True)
class Timed:
    """A time in a statement and what it times."""

    when: When
    role: TimeRole


REVIEW_BELOW = 0.6
"""Confidence below which a reading is marked for review."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One proposition as one document reports it.

    Attributes:
        content: spans of the proposition, in order; discontinuous where it is broken up.
        text: the words of those spans, joined by a blank.
        chain: outermost first; `chain[0]` is the outlet, `chain[-1]` the voice nearest the words.
        narrator: how sure the outlet itself sounds; Uu for what it only passes on.
        status_effect: set where this is a word about a claim, not a fact of its own.
        background: a definition or a standing state, which is not linked to claims.
        confidence: how sure we are of this reading (0 to 1), not how true it is.
        read_by: the reader and its version.
    """

    id: str
    document: str
    content: tuple[Span, ...]
    text: str
    chain: tuple[Attribution, ...]
    narrator: Certainty
    times: tuple[Timed, ...] = ()
    mentions: tuple[Mention, ...] = ()
    event: Event | None = None
    embedded: tuple[Event, ...] = ()
    status_effect: StatusEffect | None = None
    background: bool = False
    confidence: float = 1.0
    read_by: str = ""

    @property
    def certainty(self) -> Certainty:
        """How sure the voice nearest the words sounds."""
        return self.chain[-1].certainty or self.narrator

    @property
    def quotation(self) -> Quotation:
        """How the content is given by the voice nearest the words."""
        return self.chain[-1].mode

    @property
    def for_review(self) -> bool:
        """Whether the reading is wrong about as often as right, so that somebody should look."""
        return self.confidence < REVIEW_BELOW

    @property
    def denied(self) -> bool:
        """Whether the voice nearest the words says that it is not so."""
        return self.certainty.score < 0


def statement_id(
    document: str, content: tuple[Span, ...], chain: tuple[Attribution, ...], read_by: str
) -> str:
    """Return the id of a statement: where it stands, through whom, by which reader."""
    spans = [[s.start, s.end] for s in content]
    voices = [
        [a.actor.name, a.actor.kind, a.role, a.certainty.value if a.certainty else None]
        for a in chain
    ]
    return content_id("statement", document, spans, voices, read_by)
