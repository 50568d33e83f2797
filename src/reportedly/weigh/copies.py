"""Which reports repeat another article's words, and what they add to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from reportedly.values.claim import Link, Relation
from reportedly.values.document import Document
from reportedly.values.statement import Actor
from reportedly.weigh.cast import Cast, Node
from reportedly.weigh.evidence import Item, published
from reportedly.weigh.names import fold, voice_name


@dataclass(frozen=True, slots=True)
class Copied:
    """An earlier article whose text another one repeats.

    Attributes:
        outlet: who published it.
        document: the earlier article.
        statements: ids of its own reports of the claim.
        link: the judgement that the text was copied.
    """

    outlet: Node
    document: Document
    statements: tuple[str, ...]
    link: Link

    def words(self, copier: str) -> str:
        """Return in words what the link says."""
        signs = [_sign(*feature) for feature in self.link.because]
        if self.link.relation == "possible_copy":
            told = f" ({', '.join(signs)})" if signs else ""
            return f"{copier} may repeat the text of {self.outlet.name}{told}: no origin in lo."
        if not any(sign.startswith("credited") for sign in signs):
            signs.append("without credit")
        return f"{copier} repeats the text of {self.outlet.name}: {', '.join(signs)}."


Source = tuple[Node, Document, tuple[str, ...]]
"""Who published an article, the article, and the ids of its reports of the claim."""


@dataclass(frozen=True, slots=True)
class Copying:
    """What each article copies.

    Attributes:
        links: by the id of the copy.
        sources: by the id of what is copied.
        starts: when that was published.
    """

    links: Mapping[str, Sequence[Link]]
    sources: Mapping[str, Source]
    starts: Mapping[str, datetime]

    def of(self, item: Item, relation: Relation) -> Iterator[Copied]:
        """Yield the earlier articles that a report's article repeats, the likeliest first.

        An article of a family of hundreds has as many; seldom is more than the first asked for.
        """
        left = [link for link in self.links.get(item.document.id, ()) if link.relation == relation]
        if left:
            first = min(left, key=self._rank)
            yield Copied(*self.sources[first.right], first)
            for link in sorted(left, key=self._rank):
                if link is not first:
                    yield Copied(*self.sources[link.right], link)

    def _rank(self, link: Link) -> tuple[bool, datetime, str]:
        """Return what puts the likeliest source first: the credited one, else the earliest."""
        to_it = f"credited to {self.sources[link.right][0].name}"
        credited = any(name.startswith(to_it) for name, _ in link.because)
        return not credited, self.starts[link.right], link.right


def copying(
    found: Sequence[Item],
    documents: Iterable[Document],
    links: Iterable[Link],
    who: Cast,
    *,
    possible: bool,
) -> Copying:
    """Return the copies among these articles, the merely possible ones too where asked."""
    wanted = {"copies", "possible_copy"} if possible else {"copies"}
    by_id = {document.id: document for document in documents}
    reports: dict[str, list[Item]] = defaultdict(list)
    for item in found:
        reports[item.document.id].append(item)
    among = [
        link
        for link in links
        if link.relation in wanted and link.left in reports and link.right in by_id
    ]
    sources = {
        right: _source(by_id[right], reports.get(right, ()), who)
        for right in {link.right for link in among}
    }
    copied: dict[str, list[Link]] = defaultdict(list)
    for link in among:
        copied[link.left].append(link)
    starts = {right: published(document)[0] for right, (_, document, _) in sources.items()}
    return Copying(copied, sources, starts)


def _source(document: Document, told: Sequence[Item], who: Cast) -> Source:
    actor = told[0].statement.chain[0].actor if told else Actor(document.outlet, "media_outlet")
    return who.publisher(actor, document), document, tuple(item.statement.id for item in told)


def _sign(name: str, weight: float) -> str:
    """Return in words what a feature of the link says."""
    return f"{name} {round(weight * 100)} %" if name == "same text" else name


def repeats(
    chain: Sequence[Node], told: Sequence[Sequence[Node]], item: Item, copied: Copied
) -> bool:
    """Return whether a report only hands on what the copied article says.

    It does where its words stand in that article, or where each voice behind it is one
    that the article names too; a voice of its own is the host's own reporting. What is
    merely a possible copy is never evidence on its own.
    """
    if told and copied.link.relation == "possible_copy":
        return True
    voices = {label for other in told for node in other for label in _labels(node)}
    if voices.isdisjoint(_labels(chain[-1])) and _heard_elsewhere(item, copied):
        return False
    if fold(item.statement.text) in fold(copied.document.text):
        return True
    if not told:
        return False
    return all(not voices.isdisjoint(_labels(node)) for node in chain[1:])


def _heard_elsewhere(item: Item, copied: Copied) -> bool:
    """Whether somebody is named for it of whom the other article says nothing."""
    if item.voice.kind != "named_person":
        return False
    surname = voice_name(item.voice).rpartition(" ")[2]
    return surname not in fold(copied.document.text).split()


def _labels(node: Node) -> set[str]:
    """Return who speaks, without the outlet through which the voice was reached."""
    return {f"{node.sort}:{fold(node.name)}", node.key}
