"""Records built by hand, for tests that need a few of them.

>>> paper = make_document("Example Post", "An official said rain fell.", "2023-11-03")
>>> said = make_statement(paper, "rain fell", chain=[("an official", "unnamed_official")])
>>> [hop.actor.name for hop in said.chain]
['Example Post', 'an official']
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from reportedly.values import statement as sayings
from reportedly.values import when
from reportedly.values.claim import (
    Claim,
    Judgement,
    Link,
    Relation,
    Stance,
    Standing,
    Status,
    Verdict,
    claim_id,
)
from reportedly.values.document import Document, Problem, document, problem
from reportedly.values.statement import (
    UNNAMED_KINDS,
    Actor,
    Attribution,
    Event,
    Factuality,
    Quotation,
    Role,
    SourceKind,
    Statement,
    StatusEffect,
    statement_id,
)
from reportedly.values.when import Span, instant

READER = "hand/1"
"""Who read the statements and judged the links that are built here."""

Voice = tuple[str, SourceKind] | Actor


def moment(text: str) -> datetime:
    """Return the UTC instant of an ISO date or date-time."""
    return instant(text)


def make_document(  # noqa: PLR0913  # a test names the few fields it is about
    outlet: str,
    text: str,
    published: str | None = "2023-11-03",
    *,
    url: str = "",
    seen: str = "2023-11-05T12:00",
    title: str = "",
    zone: str | None = None,
) -> Document:
    """Return a document of this outlet; `published` and `seen` are ISO dates or instants."""
    return document(
        text,
        outlet=outlet,
        url=url,
        title=title,
        published=when.published(published, zone=zone) if published else None,
        first_seen=instant(seen),
    )


def make_actor(name: str, kind: SourceKind, **fields: object) -> Actor:
    """Return an actor; unnamed plurals and further fields are given by name."""
    return Actor(name, kind, **fields)  # type: ignore[arg-type]  # fields of Actor, by name


def make_statement(  # noqa: PLR0913  # see make_document
    source: Document,
    text: str,
    chain: Sequence[Voice] = (),
    certainty: Factuality = "CT+",
    *,
    mode: Quotation = "indirect",
    cue: str = "said",
    narrator: Factuality | None = None,
    event: Event | None = None,
    status_effect: StatusEffect | None = None,
    background: bool = False,
    read_by: str = READER,
) -> Statement:
    """Return a statement of a document.

    Args:
        source: the document; its outlet becomes `chain[0]`.
        text: the proposition; its span is where it stands in the document, or the start.
        chain: the voices behind the outlet, outermost first, as (name, kind) or Actor.
        certainty: how sure the voice nearest the words sounds.
        mode: how the content is given.
        cue: the words of saying.
        narrator: how sure the outlet sounds; Uu where it passes the words on.
        event: the slots of what is said to happen.
        status_effect: set where this is a word about a claim.
        background: a definition or a standing state.
        read_by: the reader and its version.
    """
    start = max(source.text.find(text), 0)
    content = (Span(start, min(start + len(text), len(source.text))),)
    own = narrator or ("Uu" if chain else certainty)
    outlet = Attribution(
        Actor(source.outlet, "media_outlet"), "publisher", certainty=sayings.certainty(own)
    )
    voices = [_hop(voice, chain, mode, cue, certainty) for voice in chain]
    hops = (outlet, *voices)
    return Statement(
        id=statement_id(source.id, content, hops, read_by),
        document=source.id,
        content=content,
        text=text,
        chain=hops,
        narrator=sayings.certainty(own),
        event=event,
        status_effect=status_effect,
        background=background,
        read_by=read_by,
    )


def _hop(
    voice: Voice, chain: Sequence[Voice], mode: Quotation, cue: str, value: Factuality
) -> Attribution:
    """Return the attribution of one voice behind the outlet."""
    last = voice is chain[-1]
    actor = voice if isinstance(voice, Actor) else _actor(*voice)
    role: Role = "origin" if last else "relay"
    return Attribution(actor, role, cue, mode, sayings.certainty(value if last else "Uu"))


def _actor(name: str, kind: SourceKind) -> Actor:
    plural = kind in UNNAMED_KINDS and name.lower().endswith("s")
    return Actor(name, kind, number="plural" if plural else "one")


def make_link(  # noqa: PLR0913  # see make_document
    left: Statement | Document,
    right: Statement | Document,
    relation: Relation = "same",
    *,
    score: float = 1.0,
    because: tuple[tuple[str, float], ...] = (),
    at: str = "2023-11-05T12:00",
    judged_by: str = READER,
) -> Link:
    """Return a link of two statements or (for copies) two documents; `left` is the later."""
    return Link(left.id, right.id, relation, score, because, judged_by, instant(at))


def make_claim(
    *members: Statement, about: Sequence[tuple[Statement, Stance]] = (), gist: str = ""
) -> Claim:
    """Return the claim of these statements, the oldest first."""
    return Claim(
        id=claim_id(members[0].id),
        gist=gist or members[0].text,
        statements=tuple(member.id for member in members),
        about=tuple((statement.id, stance) for statement, stance in about),
    )


def make_standing(
    claim: Claim, status: Status = "unconfirmed", lo: int = 0, hi: int = 1, **fields: object
) -> Standing:
    """Return a standing of a claim with both dials at now; other fields by name."""
    dials = {"published_by": None, "seen_by": None, **fields}
    return Standing(claim.id, status=status, lo=lo, hi=hi, **dials)  # type: ignore[arg-type]  # fields of Standing, by name


def make_judgement(  # noqa: PLR0913  # see make_document
    about: str,
    field: str = "status",
    value: str = "undeterminable",
    *,
    verdict: Verdict = "corrected",
    reason: str = "Nobody can know.",
    by: str = "Ada",
    at: str = "2023-11-06T12:00",
    undoes: str | None = None,
) -> Judgement:
    """Return what a person decided about a record."""
    return Judgement(about, field, value, verdict, reason, by, instant(at), undoes)


def make_problem(
    address: str,
    reason: str = "consent",
    *,
    at: str = "2023-11-05T12:00",
    payload: str | None = None,
) -> Problem:
    """Return a problem that was set aside."""
    message = f"{address} could not be read. Save the page and add the file."
    return problem(
        address, reason, message, at=datetime.fromisoformat(at).replace(tzinfo=UTC), payload=payload
    )
