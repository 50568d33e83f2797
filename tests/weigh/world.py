"""A claim to weigh, built report by report, in a world of a few invented papers."""

from __future__ import annotations

from pathlib import Path

from tests.build import make_claim, make_document, make_statement

from reportedly.known import load
from reportedly.values.claim import Claim, Judgement, Link, Standing
from reportedly.values.document import Document
from reportedly.values.statement import Event, Mention, Statement
from reportedly.values.when import Span, instant
from reportedly.weigh import history, weigh

LONG = " ".join(["The reporters of this paper wrote a long account of what is said to be so."] * 6)
"""A text of more than sixty words."""


KNOWN = load(extra=Path(__file__).with_name("world.yaml"))
"""The built-in lists, with a few invented papers and bodies."""


def strike(who: str = "Red Band", to: str = "Blue Band") -> Event:
    """Return the event that one band strikes another."""
    return Event(
        "strike",
        Span(0, 1),
        who=(Mention(Span(0, 1), who, "organisation"),),
        to_whom=(Mention(Span(0, 1), to, "organisation"),),
    )


class Case:
    """A claim under construction: reports are added one by one, then it is weighed."""

    def __init__(self) -> None:
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
        fields = {"event": strike(), **fields}
        words = str(fields.pop("words", "arms were used"))
        made = make_statement(document, words, chain=chain, **fields)
        self.members.append(made)
        return made

    def beside(self, outlet: str, stance: str, *chain: object, day: str, **fields: object):
        """Add a statement about the claim."""
        document = self.article(outlet, day, text=f"{outlet} {day} {stance}")
        words = str(fields.pop("words", "the strike"))
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
            KNOWN,
        )


def bounds(standing: Standing) -> tuple[int, int]:
    """Return N of a standing."""
    return standing.lo, standing.hi
