"""What links make of statements, what a claim rests on, and what people decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Literal

from reportedly.values.identity import content_id

Relation = Literal[
    "same",
    "denies",
    "variant",
    "escalates",
    "about",
    "updates",
    "copies",
    "possible_copy",
    "unrelated",
]
Stance = Literal[
    "supports",
    "denies",
    "does_not_confirm",
    "confirms",
    "debunks",
    "corrects",
    "retracts",
    "updates",
    "comment",
]
Status = Literal[
    "unreported",
    "unconfirmed",
    "corroborated",
    "confirmed",
    "disputed",
    "denied",
    "retracted",
    "undeterminable",
]
Flag = Literal[
    "no_named_origin",
    "single_source",
    "possibly_single_source",
    "single_gate",
    "single_anonymous_origin",
    "circular",
    "circular_with_exit",
    "echo",
    "impossible_chronology",
    "self_citation",
]
Verdict = Literal["accepted", "corrected", "rejected"]

EVIDENCE_STANCES: frozenset[Stance] = frozenset(
    {"supports", "denies", "confirms", "debunks", "corrects", "retracts"}
)
"""The stances that enter the evidence; the others are shown beside it."""


METHODS = "link."
"""What the names of methods begin with; other judges are people."""


def is_method(judge: str) -> bool:
    """Return whether a judge is a method and no person.

    >>> is_method("link.compare/1"), is_method("Ada")
    (True, False)
    """
    return judge.startswith(METHODS)


@dataclass(frozen=True, slots=True)
class Link:
    """A recorded judgement on two statements; a later one outweighs.

    Attributes:
        left, right: statement ids; `left` is the later report where order matters.
        score: 0 to 1.
        because: features and their weights, in the order in which they decided.
        judged_by: the method and its version, or a person.
    """

    left: str
    right: str
    relation: Relation
    score: float
    because: tuple[tuple[str, float], ...]
    judged_by: str
    at: datetime

    @property
    def id(self) -> str:
        """The id of this judgement: what it says of which two, by whom and when."""
        return _link_id(self.left, self.right, self.relation, self.judged_by, self.at)

    @property
    def points(self) -> bool:
        """Whether a method says by it what a word about a claim is meant of."""
        return self.judged_by.startswith("link.about")

    @property
    def of_texts(self) -> bool:
        """Whether a method judged by it whether one text copies another."""
        return self.judged_by.startswith("link.copies")

    @property
    def by_machine(self) -> bool:
        """Whether a method judged it, and no person."""
        return is_method(self.judged_by)


@lru_cache(maxsize=1 << 16)
def _link_id(left: str, right: str, relation: Relation, judged_by: str, at: datetime) -> str:
    """Return the id of a link; the links of one claim are asked for theirs again and again."""
    return content_id("link", left, right, relation, judged_by, at.isoformat())


@dataclass(frozen=True, slots=True)
class Claim:
    """What the links make of the statements; it can be rebuilt at any time.

    Attributes:
        id: from the oldest member, so that it stays when others join.
        gist: the words of the member that says it most fully.
        statements: ids of the members that assert or deny it, oldest first.
        about: comments and status words kept beside it, with their stance.
    """

    id: str
    gist: str
    statements: tuple[str, ...]
    about: tuple[tuple[str, Stance], ...] = ()


def claim_id(oldest: str) -> str:
    """Return the id of the claim whose oldest member is this statement."""
    return content_id("claim", oldest)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One report's bearing on a claim.

    Attributes:
        by: the voice nearest the words.
        party: whether that voice takes part in the event (None: unknown, treated as one).
        competent: whether it has direct knowledge or jurisdiction (None: unknown).
        published, seen: the two moments of this piece of evidence.
    """

    statement: str
    stance: Stance
    by: str
    party: bool | None
    competent: bool | None
    published: datetime
    seen: datetime


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a figure is what it is, in words, with the statements that show it."""

    text: str
    statements: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a claim rests on at a moment; the series of these is its history.

    Attributes:
        published_by, seen_by: the two dials; None means now.
        lo, hi: bounds of the number of independent origins.
        cut: names of the actors of the shown minimum cut; empty where lo = hi = 0.
        behind: voices behind a cut that is an outlet ("U.S. sources" behind a newspaper).
        paths: from each reporting outlet to its origin, by name.
        by: who confirmed or denied, where the status says so.
    """

    claim: str
    published_by: datetime | None
    seen_by: datetime | None
    status: Status
    lo: int
    hi: int
    cut: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    paths: tuple[tuple[str, ...], ...] = ()
    evidence: tuple[Evidence, ...] = ()
    reasons: tuple[Reason, ...] = ()
    by: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of this standing: the claim, the dials and the evidence behind it."""
        dials = [d.isoformat() if d else None for d in (self.published_by, self.seen_by)]
        evidence = [[e.statement, e.stance] for e in self.evidence]
        return content_id(
            "standing", self.claim, dials, self.status, self.lo, self.hi, self.cut, evidence
        )


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person decided; it outweighs the machine from `at` on and is never an edit.

    Merges and splits of claims that the grouping made are kept in the same form, by the name
    of its method, so that a person can undo them.

    Attributes:
        parts: of a merge, the statements of each claim that became one; of a split, those of
            each claim that one became.
    """

    about: str
    field: str
    value: str
    verdict: Verdict
    reason: str
    by: str
    at: datetime
    undoes: str | None = None
    parts: tuple[tuple[str, ...], ...] = ()

    @property
    def id(self) -> str:
        """The id of this judgement: what was decided about what, by whom and when."""
        parts = [list(part) for part in self.parts]
        return content_id(
            "judgement",
            self.about,
            self.field,
            self.value,
            self.verdict,
            self.by,
            self.at.isoformat(),
            self.undoes,
            *([parts] if parts else []),
        )

    @property
    def by_machine(self) -> bool:
        """Whether a method decided it, and no person."""
        return is_method(self.by)


@dataclass(frozen=True, slots=True)
class Alert:
    """A change that somebody asked to hear of."""

    rule: str
    before: Standing | None
    after: Standing


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One step in the order in which the desk came to know things.

    Attributes:
        seq: 1, 2, 3 ... without gaps.
        what: the kind of record that was added.
        records: ids that this step added.
        previous, hash: the chain that makes a later change visible.
    """

    seq: int
    at: datetime
    what: str
    records: tuple[str, ...]
    previous: str
    hash: str
