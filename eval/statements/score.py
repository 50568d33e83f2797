"""Scores predicted statements against gold: `score.py GOLD.json PREDICTIONS.jsonl [--errors]`.

A line of predictions holds one article: {"file": ..., "statements": [{"content": [start, end] or
[[start, end], ...], "chain": [{"name": ..., "kind": ...}, ...], "certainty": "PS+", "times":
[{"start": ..., "end": ..., "value": ...}]}]}; offsets are half-open code points, chains outermost
first. The articles lie in `articles/` beside the gold, or beside the gold itself.

Method:
    Statements are matched one to one, the largest overlap first. A pair may match when the two
    contents share at least half of the words in their union, or when the prediction holds the
    head of the gold content and strays from the gold sentence by two words at most. Between equal
    overlaps the better chain wins, then a statement that is not optional, then text order.
    Optional statements are not missed when absent and do no harm when present. Where sources are
    coordinated, one statement per source is as good as one for all.

    A chain is exact when it is as long as a chain of gold and every name agrees. Carried-over
    relays of gold may be left out, `accept_chains` are as good, and a prediction may leave out
    the publisher. Names agree when their words do, without case, articles, possessives and
    punctuation, or when the shorter one is part of the longer and holds its head.

    A time counts when it overlaps a gold time and one of the values accepted there is given.
"""

import argparse
import itertools
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from voices import Record, kind, same_voice

Words = set[int]

HALF = 0.5
ASTRAY = 2  # words of a prediction that may lie outside the gold sentence


class Article:
    """One article with its gold, ready to be compared with predictions."""

    def __init__(self, gold: Record, text: str, aliases: dict[str, list[str]]) -> None:
        self.gold, self.text = gold, text
        self.statements: list[Record] = gold["statements"]
        self.aliases = [[name, *more] for name, more in (aliases | gold["aliases"]).items()]
        self.publisher = {"name": gold["outlet"], "type": "media_outlet"}

    def words(self, *spans: Sequence[int]) -> Words:
        """Returns where the words inside some spans begin."""
        return {
            start + word.start()
            for start, end in spans
            for word in re.finditer(r"\w+", self.text[start:end])
        }

    def part(self, name: str) -> list[Words]:
        """Returns the words of one part (content, head, span) of every gold statement."""
        return [self.words((s[name]["start"], s[name]["end"])) for s in self.statements]

    @cached_property
    def contents(self) -> list[Words]:
        """The words of every gold content."""
        return self.part("content")

    def predicted_words(self, prediction: Record) -> Words:
        """Returns the words of a predicted content, which may be in pieces."""
        content = prediction.get("content") or []
        return self.words(*([content] if content and isinstance(content[0], int) else content))

    def same(self, link: Record, gold: Record) -> bool:
        """Returns whether a predicted link names the voice of a link of gold."""
        return same_voice(link, gold, self.aliases)

    def predicted_chain(self, prediction: Record) -> list[Record]:
        """Returns a predicted chain that begins with the publisher, named once."""
        given = [
            link if isinstance(link, dict) else {"name": link}
            for link in prediction.get("chain") or []
        ]
        if not given or not self.same(given[0], self.publisher):
            given.insert(0, {"name": self.gold["outlet"], "kind": "media_outlet"})
        rest = itertools.dropwhile(
            lambda link: (
                kind(link.get("kind")) in ("media_outlet", "") and self.same(link, self.publisher)
            ),
            given[1:],
        )
        return [given[0], *rest]

    def chain_fit(self, chain: Sequence[Record], statement: Record) -> tuple[bool, bool, Any]:
        """Returns whether a chain is exact, whether its origin is right, and the nearest gold."""
        every = list(right_chains(statement))
        inner = [gold for gold in every if self.same(chain[-1], gold[-1])]
        exact = [
            gold for gold in inner if len(gold) == len(chain) and all(map(self.same, chain, gold))
        ]
        return bool(exact), bool(inner), (exact or inner or every)[0]

    def matched(self, predictions: Sequence[Record]) -> dict[int, int]:
        """Returns the prediction of each gold statement that has one, by number."""
        heads, sentences = self.part("head"), self.part("span")
        candidates = []
        for at, prediction in enumerate(predictions):
            words = self.predicted_words(prediction)
            chain = self.predicted_chain(prediction)
            for number, content in enumerate(self.contents):
                if not words & (content | heads[number]):
                    continue
                shared = len(words & content) / len(words | content)
                holds_head = bool(heads[number]) and heads[number] <= words
                if shared < HALF and not (holds_head and len(words - sentences[number]) <= ASTRAY):
                    continue
                exact, inner, _ = self.chain_fit(chain, self.statements[number])
                wanted = not self.statements[number].get("optional")
                candidates.append((round(shared, 6), exact, inner, wanted, -number, -at))
        found: dict[int, int] = {}
        for *_, number, at in sorted(candidates, reverse=True):
            if -number not in found and -at not in found.values():
                found[-number] = -at
        return found


def right_chains(statement: Record) -> Iterator[list[Record]]:
    """Yields every chain that counts as right, the first reading first."""
    readings = [statement["chain"], *statement.get("co_chains", [])]
    for reading in readings:
        spare = [
            at for at, link in enumerate(reading) if link["role"] == "relay" and link["implicit"]
        ]
        for left_out in itertools.product((False, True), repeat=len(spare)):
            gone = {at for at, out in zip(reversed(spare), left_out, strict=True) if out}
            yield [link for at, link in enumerate(reading) if at not in gone]
    known = {link["name"]: link for reading in readings for link in reading}
    for reading in statement.get("accept_chains", []):
        yield [known.get(link["name"], {}) | link for link in reading]


def aligned(
    article: Article, chain: Sequence[Record], gold: Sequence[Record]
) -> Iterator[tuple[Record, Record]]:
    """Yields the links of a chain with the links of gold whose voice they name."""
    if len(chain) == len(gold):
        pairs = zip(chain, gold, strict=True)
        yield from (
            (link, right)
            for link, right in pairs
            if right["role"] != "publisher" and article.same(link, right)
        )
        return
    for right in gold[1:]:
        fitting = (link for link in chain[1:] if article.same(link, right))
        yield from ((link, right) for link in itertools.islice(fitting, 1))


def repeats(article: Article, predictions: Sequence[Record], found: dict[int, int]) -> set[int]:
    """Returns the predictions that repeat a found statement for another coordinated source."""
    told: dict[int, set[int]] = {}
    for number, at in found.items():
        chains = [article.statements[number]["chain"]]
        chains += article.statements[number].get("co_chains", [])
        last = article.predicted_chain(predictions[at])[-1]
        told[number] = {n for n, chain in enumerate(chains) if article.same(last, chain[-1])}
    made = set()
    for at in sorted(set(range(len(predictions))) - set(found.values())):
        words = article.predicted_words(predictions[at])
        last = article.predicted_chain(predictions[at])[-1]
        for number in sorted(found):
            statement, content = article.statements[number], article.contents[number]
            if not statement.get("co_chains") or not words:
                continue
            if len(words & content) / len(words | content) < HALF:
                continue
            chains = [statement["chain"], *statement["co_chains"]]
            new = {n for n, chain in enumerate(chains) if article.same(last, chain[-1])}
            if new - told[number]:
                told[number] |= new
                made.add(at)
    return made


def count_statements(
    article: Article, predictions: Sequence[Record], errors: list[str]
) -> Counter[str]:
    """Returns the counts of one article's statements; what went wrong is added to `errors`."""
    n: Counter[str] = Counter()
    found = article.matched(predictions)
    again = repeats(article, predictions, found)
    boilerplate = article.words(
        *((b["span"]["start"], b["span"]["end"]) for b in article.gold["boilerplate"])
    )
    file = article.gold["file"]
    for at, prediction in enumerate(predictions):
        words = article.predicted_words(prediction)
        n["predicted"] += at not in again
        n["right"] += at in found.values()
        if words and at not in again:
            n["boilerplate"] += len(words & boilerplate) >= HALF * len(words)
            if at not in found.values():
                errors.append(f"{file}\textra\t{article.text[min(words) :][:80]!r}")
    for number, statement in enumerate(article.statements):
        content = statement["content"]["text"][:80]
        if number not in found:
            n["gold"] += not statement.get("optional")
            if not statement.get("optional"):
                errors.append(f"{file}\tmissed\t{content!r}")
            continue
        n.update(gold=1, found=1)
        n += judged(article, statement, predictions[found[number]], errors)
    return n


def judged(
    article: Article, statement: Record, prediction: Record, errors: list[str]
) -> Counter[str]:
    """Returns the counts of one statement that was found."""
    n: Counter[str] = Counter()
    chain = article.predicted_chain(prediction)
    exact, inner, nearest = article.chain_fit(chain, statement)
    first = statement["factuality"]["by_source"]
    values, got = statement.get("accept_factuality", [first]), prediction.get("certainty")
    n.update(chain=exact, inner=inner, sure=got in values)
    for link, right in aligned(article, chain, nearest):
        kinds = [kind(word) for word in right.get("accept_types", [right["type"]])]
        n.update(links=1, kinds=kind(link.get("kind")) in kinds)
    where = f"{article.gold['file']}\t{{}}\t{statement['content']['text'][:60]!r}\t"
    if not exact:
        want, have = (
            " < ".join(str(link.get("name")) for link in c) for c in (statement["chain"], chain)
        )
        errors.append(where.format("chain") + f"want {want}\tgot {have}")
    if got not in values:
        errors.append(where.format("certainty") + f"want {values}\tgot {got}")
    return n


def count_times(article: Article, predictions: Sequence[Record], errors: list[str]) -> Counter[str]:
    """Returns the counts of one article's times, each span once."""
    want: dict[tuple[int, int], Record] = {}
    have: dict[tuple[int, int], str | None] = {}
    for time in (time for statement in article.statements for time in statement["times"]):
        want.setdefault((time["span"]["start"], time["span"]["end"]), time)
    for time in (time for row in predictions for time in row.get("times") or []):
        have.setdefault((time["start"], time["end"]), time.get("value"))
    n: Counter[str] = Counter()
    taken: set[tuple[int, int]] = set()
    for span, time in want.items():
        values = time.get("accept_values", [time["value"]])
        over = sorted(
            (s for s in have if s not in taken and shared(s, span)), key=lambda s: -shared(s, span)
        )
        right = [s for s in over if have[s] in values]
        best = (right or over)[:1]
        taken.update(best)
        if not time.get("optional"):
            n.update(want=1, value=bool(right), spans=bool(best))
            if not right:
                got = have[best[0]] if best else None
                errors.append(
                    f"{article.gold['file']}\ttime\t{time['span']['text']!r}\t"
                    f"want {values}\tgot {got}"
                )
    spare = [span for span, time in want.items() if time.get("optional")]
    n["have"] = len(taken) - sum(any(shared(s, span) for s in taken) for span in spare)
    for span in have.keys() - taken:
        inside = any(
            s["start"] <= span[0] < s["end"] and s["statement"] for s in article.gold["sentences"]
        )
        n["have"] += inside and not any(shared(span, other) for other in want)
    return n


def shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Returns how many characters two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def f1(right: int, predicted: int, gold: int) -> float:
    """Returns the harmonic mean of precision and recall, 0 where nothing is right."""
    return 2 * right / (predicted + gold) if right else 0.0


def figures(
    gold: Record, predictions: dict[str, list[Record]], folder: Path, errors: list[str]
) -> dict[str, float]:
    """Returns the measures over all articles of a gold file, each between 0 and 1.

    Args:
        gold: the gold file.
        predictions: the predicted statements of each article, by file name.
        folder: where the articles lie.
        errors: is given a line for everything that differs.

    Returns:
        The measures by name, and the count of predictions that lie in boilerplate.
    """
    n: Counter[str] = Counter()
    for document in gold["documents"]:
        text = (folder / document["file"]).read_bytes().decode("utf-8")
        article = Article(document, text, gold["aliases"])
        rows = predictions.get(document["file"], [])
        n.update(count_statements(article, rows, errors))
        n.update({f"time {k}": v for k, v in count_times(article, rows, errors).items()})
    recall, precision = n["found"] / (n["gold"] or 1), n["right"] / (n["predicted"] or 1)
    found = n["found"] or 1
    return {
        "statement recall": recall,
        "statement precision": precision,
        "statement F1": 2 * precision * recall / ((precision + recall) or 1),
        "chain exact": n["chain"] / found,
        "innermost source": n["inner"] / found,
        "kind of source": n["kinds"] / (n["links"] or 1),
        "certainty exact (accepted readings)": n["sure"] / found,
        "time value F1": f1(n["time value"], n["time have"], n["time want"]),
        "time span F1": f1(n["time spans"], n["time have"], n["time want"]),
        "boilerplate false positives": n["boilerplate"],
    }


def as_predictions(gold: Record) -> dict[str, list[Record]]:
    """Returns gold in the form of predictions, a statement for each coordinated source."""
    made: dict[str, list[Record]] = {}
    for document in gold["documents"]:
        rows = made.setdefault(document["file"], [])
        for statement in document["statements"]:
            times = [
                {"start": t["span"]["start"], "end": t["span"]["end"], "value": t["value"]}
                for t in statement["times"]
            ]
            row = {
                "content": [statement["content"]["start"], statement["content"]["end"]],
                "certainty": statement["factuality"]["by_source"],
                "times": times,
            }
            for chain in [statement["chain"], *statement.get("co_chains", [])]:
                links = [{"name": link["name"], "kind": link["type"]} for link in chain]
                rows.append(row | {"chain": links})
    return made


def articles_of(gold: Path) -> Path:
    """Returns the folder that holds the articles of a gold file."""
    folder = gold.absolute().parent
    return folder / "articles" if (folder / "articles").is_dir() else folder


def read_predictions(path: Path) -> dict[str, list[Record]]:
    """Returns the predicted statements of each article, by file name."""
    made: dict[str, list[Record]] = {}
    with path.open(encoding="utf-8") as lines:
        for row in (json.loads(line) for line in lines if line.strip()):
            made.setdefault(Path(row["file"]).name, []).extend(row["statements"])
    return made


def main() -> int:
    """Prints the measures of a file of predictions; returns the exit status."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("predictions", type=Path)
    parser.add_argument("--errors", action="store_true", help="name everything that differs")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    asked = parser.parse_args()
    gold = json.loads(asked.gold.read_text(encoding="utf-8"))
    errors: list[str] = []
    rows = read_predictions(asked.predictions)
    measures = figures(gold, rows, articles_of(asked.gold), errors)
    if asked.json:
        print(json.dumps(measures, indent=1))
    else:
        for name, value in measures.items():
            print(f"{name:<42}{value:.4f}" if isinstance(value, float) else f"{name:<42}{value}")
    if asked.errors:
        print(*errors, sep="\n", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
