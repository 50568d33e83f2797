"""A small world to weigh in: a few registered papers, two states, and who may know what."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

from tests.build import make_claim, make_document, make_statement

from reportedly.values.claim import Claim, Judgement, Link, Standing
from reportedly.values.document import Document
from reportedly.values.statement import Actor, Event, Mention, Statement
from reportedly.values.when import Span, instant
from reportedly.weigh import history, weigh
from reportedly.weigh.names import fold

LONG = " ".join(["The reporters of this paper wrote a long account of what is said to be so."] * 6)
"""A text of more than sixty words."""


@dataclass(frozen=True)
class Paper:
    """An outlet of the registry."""

    key: str
    name: str
    owner: str | None = None
    owner_sure: bool = True
    registered: bool = True


@dataclass(frozen=True)
class Papers:
    """The registry."""

    all: tuple[Paper, ...]

    def named(self, text: str) -> Paper | None:
        """Return the paper of this name."""
        return next((paper for paper in self.all if fold(paper.name) == fold(text)), None)

    def keyed(self, key: str) -> Paper | None:
        """Return the paper of this key."""
        return next((paper for paper in self.all if paper.key == key), None)

    def at_domain(self, address: str) -> Paper | None:
        """Return the paper whose key stands in the address."""
        return next((p for p in self.all if p.key.removeprefix("outlet:") in address), None)


@dataclass(frozen=True)
class Named:
    """Places or groups by the words that name them."""

    entries: dict[str, SimpleNamespace]

    def named(self, text: str) -> SimpleNamespace | None:
        """Return the entry of this name."""
        return self.entries.get(fold(text))

    def keyed(self, key: str) -> SimpleNamespace | None:
        """Return the entry of this key."""
        return next((entry for entry in self.entries.values() if entry.key == key), None)


def _place(key: str, name: str) -> SimpleNamespace:
    return SimpleNamespace(key=key, name=name)


_NAMES = (
    *("Reuters", "AP", "BBC", "New York Times", "Wall Street Journal", "CNN", "Herald"),
    *("Courier", "Ledger", "Tribune", "Gazette", "Globe"),
    *(f"Paper {number}" for number in range(40)),
)
PAPERS = (
    *(Paper(f"outlet:{name.lower().replace(' ', '-')}", name) for name in _NAMES),
    Paper("outlet:post", "Post", owner="owner:hill", owner_sure=True),
    Paper("outlet:star", "Star", owner="owner:hill", owner_sure=True),
    Paper("outlet:sun", "Sun", owner="owner:dale", owner_sure=False),
    Paper("outlet:moon", "Moon", owner="owner:dale", owner_sure=False),
)


@dataclass(frozen=True)
class World:
    """What is known beforehand in these tests."""

    competents: tuple[str, ...] = ()
    outlets: Papers = field(default=Papers(PAPERS))
    places: Named = field(
        default=Named(
            {
                **dict.fromkeys(("ruritania", "rur", "ruritanian"), _place("RUR", "Ruritania")),
                **dict.fromkeys(("sylvania", "syl"), _place("SYL", "Sylvania")),
            }
        )
    )
    groups: Named = field(
        default=Named(
            {
                "red band": SimpleNamespace(
                    key="group:red-band", name="Red Band", country="RUR", part_of=None
                )
            }
        )
    )

    def competent(self, actor: Actor, event: Event | None) -> bool | None:
        """Return whether the test says that this voice can know."""
        return True if actor.name in self.competents else None


def delivery(who: str = "Red Band", to: str = "Blue Band") -> Event:
    """Return the event that one band delivers arms to another."""
    return Event(
        "deliver",
        Span(0, 1),
        who=(Mention(Span(0, 1), who, "organisation"),),
        to_whom=(Mention(Span(0, 1), to, "organisation"),),
    )


class Case:
    """A claim under construction: reports are added one by one, then it is weighed."""

    def __init__(self, *, competents: tuple[str, ...] = ()) -> None:
        self.world = World(competents)
        self.members: list[Statement] = []
        self.about: list[tuple[Statement, str]] = []
        self.documents: list[Document] = []
        self.links: list[Link] = []
        self.judgements: list[Judgement] = []

    def article(
        self, outlet: str, day: str = "2023-11-01", text: str = "", **fields: str
    ) -> Document:
        """Add an article; its text tells it from others of the outlet."""
        made = make_document(outlet, text or f"{outlet} {day}", day, **fields)
        self.documents.append(made)
        return made

    def report(
        self, outlet: str | Document, *chain: object, day: str = "2023-11-01", **fields: object
    ) -> Statement:
        """Add a report of the claim: its outlet, then the voices behind it."""
        document = outlet if isinstance(outlet, Document) else self.article(outlet, day)
        fields = {"event": delivery(), **fields}
        words = str(fields.pop("words", "arms were delivered"))
        made = make_statement(document, words, chain=chain, **fields)
        self.members.append(made)
        return made

    def beside(self, outlet: str, stance: str, *chain: object, day: str, **fields: object):
        """Add a statement about the claim."""
        document = self.article(outlet, day, text=f"{outlet} {day} {stance}")
        words = str(fields.pop("words", "the delivery"))
        made = make_statement(document, words, chain=chain, **fields)
        self.about.append((made, stance))
        return made

    @property
    def claim(self) -> Claim:
        """The claim of all reports so far."""
        return make_claim(*self.members, about=self.about)

    def weigh(self, published_by: str | None = None, seen_by: str | None = None) -> Standing:
        """Return the standing by two moments."""
        return weigh(
            *self._matter(),
            published_by=instant(published_by) if published_by else None,
            seen_by=instant(seen_by) if seen_by else None,
        )

    def history(self) -> list[Standing]:
        """Return the standings over time."""
        return list(history(*self._matter()))

    def _matter(self):
        statements = [*self.members, *(one for one, _ in self.about)]
        return (
            self.claim,
            statements,
            self.documents,
            self.links,
            self.judgements,
            self.world,
        )


def bounds(standing: Standing) -> tuple[int, int]:
    """Return N of a standing."""
    return standing.lo, standing.hi
