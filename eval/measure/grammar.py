"""Short passages of our own that show how news says who says what, read in two halves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import rows
from grammar import passages
from score import Article, count_statements

from measure import Corpus, Figures
from reportedly import known
from reportedly.known import Known


def development(corpus: Corpus) -> Figures:
    """Return the figures of the half that a reader may be mended on."""
    return _of_half(corpus, set_aside=False)


def aside(corpus: Corpus) -> Figures:
    """Return the figures of the half that is only scored."""
    return _of_half(corpus, set_aside=True)


def _of_half(corpus: Corpus, *, set_aside: bool) -> Figures:
    corpus.own(passages.HERE)
    wanted = [row for row in passages.passages() if row["set_aside"] == set_aside]
    counts, _ = counted(corpus, wanted)
    return figures(sum(counts, Counter()))


def counted(corpus: Corpus, asked: Sequence[rows.Row]) -> tuple[list[Counter[str]], list[str]]:
    """Return the counts of each passage, in order, and a line for everything that differs."""
    handed = [{key: row[key] for key in ("file", "text", "outlet", "published")} for row in asked]
    answers = {row["file"]: row["statements"] for row in corpus.answers("statements", handed)}
    errors: list[str] = []
    return list(_counts(asked, answers, errors)), errors


def _counts(
    asked: Sequence[rows.Row], answers: dict[str, list[rows.Row]], errors: list[str]
) -> Iterator[Counter[str]]:
    lists = known.load()
    for row in asked:
        article = Article(row, row["text"], other_names(row["text"], lists))
        counts = count_statements(article, answers[row["file"]], errors)
        whole = counts["chain"] == counts["gold"]
        yield counts + Counter(passages=1, whole=whole)


def other_names(text: str, lists: Known) -> dict[str, list[str]]:
    """Return the other names of the outlets and groups of a text: AFP is Agence France-Presse."""
    keys = {mention.key for mention in lists.mentions(text) if mention.key}
    found = [lists.outlets.keyed(key) or lists.groups.keyed(key) for key in sorted(keys)]
    return {entry.name: [*entry.aliases, *entry.guarded] for entry in found if entry is not None}


def figures(n: Counter[str]) -> Figures:
    """Return the measures of some counts, each between 0 and 1.

    Chains and certainties count as shares of all statements of gold: one that was missed has
    neither right.
    """
    gold, predicted = n["gold"] or 1, n["predicted"] or 1
    recall, precision = n["found"] / gold, n["right"] / predicted
    return {
        "statement F1": 2 * precision * recall / ((precision + recall) or 1),
        "chains exact": n["chain"] / gold,
        "passages with every chain exact": n["whole"] / (n["passages"] or 1),
        "kind of source": n["kinds"] / (n["links"] or 1),
        "certainty exact": n["sure"] / gold,
    }
