"""Makes pairs of sentences of news: one thing changed, or the same said in other words.

python eval/pairs/build.py EVENTS.jsonl OUT.jsonl
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE.parent)]

import rows  # noqa: E402

from pairs import alike, changed  # noqa: E402
from pairs.sentences import Sentence, is_set_aside, order, sentences  # noqa: E402

Maker = Callable[[Sentence], Iterator[tuple[str, str]]]

MANY = 1000
"""Pairs of either sort."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences and what they are to each other.

    Attributes:
        kind: what was changed, or how the same was said otherwise.
        relation: variant, escalates or denies for what was changed; same for what was not.
        date: the day on which both are told, in ISO form.
        set_aside: whether the pair is only scored and never looked at.
    """

    id: str
    kind: str
    relation: str
    left: str
    right: str
    date: str
    set_aside: bool


def pairs(events: Path) -> Sequence[Pair]:
    """Return a thousand pairs that differ and a thousand that agree, and some that deny.

    Args:
        events: a file of JSON Lines with "date" and "text".
    """
    told = sentences(events)
    towns = changed.gazetteer(told)
    differing: Mapping[str, Maker] = {
        "number": changed.numbers,
        "unit": changed.units,
        "place": partial(changed.places, towns=towns),
        "phase": changed.phases,
    }
    agreeing: Mapping[str, Maker] = {
        "spelling": alike.spelling,
        "dozen": alike.dozens,
        "rounding": alike.rounding,
        "alias": alike.aliases,
        "voice": alike.voices,
        "synonym": alike.synonyms,
        "hedge": alike.hedges,
        "order": alike.orders,
    }
    relations = {"number": "variant", "unit": "variant", "place": "variant", "phase": "escalates"}
    return [
        *_chosen({k: _made(k, m, told, relations[k]) for k, m in differing.items()}, MANY),
        *_chosen({k: _made(k, m, told, "same") for k, m in agreeing.items()}, MANY),
        *_made("denial", alike.denials, told, "denies")[:100],
    ]


def _made(kind: str, maker: Maker, told: Sequence[Sentence], relation: str) -> list[Pair]:
    """Return all pairs of a kind, in an order of chance in which sentences take turns."""
    found: list[tuple[int, Pair]] = []
    for sentence in told:
        texts = sorted({t for t in maker(sentence) if t[0] != t[1]}, key=lambda t: order(*t))
        for turn, (left, right) in enumerate(texts):
            name = f"{kind}-{sentence.id}-{turn}"
            aside = is_set_aside(sentence.id)
            found.append((turn, Pair(name, kind, relation, left, right, sentence.date, aside)))
    found.sort(key=lambda item: (item[0], order(item[1].id)))
    return [pair for _, pair in found]


def _chosen(made: Mapping[str, list[Pair]], many: int) -> Iterator[Pair]:
    """Yield as many pairs, as evenly spread over the kinds as these allow."""
    left, kinds = many, sorted(made, key=lambda kind: len(made[kind]))
    for place, kind in enumerate(kinds):
        taken = made[kind][: left // (len(kinds) - place)]
        left -= len(taken)
        yield from taken


if __name__ == "__main__":
    rows.write(Path(sys.argv[2]), map(asdict, pairs(Path(sys.argv[1]))))
