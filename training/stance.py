"""Learn what the signs of stance weigh: python training/stance.py DIR.

DIR holds the measuring data. Learnt on the side of eval/splits.json that is for learning,
and written to src/reportedly/link/stance.json. A pair of FNC-1 agrees where headline and
body take the same side of a rumour, so that the side of a body follows from that of its
headlines (Emergent) and from the labels of its pairs. Reading the articles takes about ten
minutes.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import log
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "eval"))

from split import headline_id, side_of_pair, sides  # noqa: E402

from reportedly import known, models, read  # noqa: E402
from reportedly.link.profile import profile  # noqa: E402
from reportedly.link.stance import claimed, signs  # noqa: E402
from reportedly.values.document import document  # noqa: E402
from reportedly.values.statement import Statement  # noqa: E402

TARGET = ROOT / "src" / "reportedly" / "link" / "stance.json"
NOW = datetime(2000, 1, 1, tzinfo=UTC)
SIDES = ("for", "observing", "against")
TURNED = {"for": "against", "against": "for"}
LENGTH = ("best", "held", "held in lead")
HOLD = {"line": 3.0, "article": 40.0, "related": 1.0}
"""Strength of the L2 penalty, set by cross-validation by claim."""

RARE_SIDE = 1.5
"""What a denial weighs beside other sides, of which there are more."""

Told = Mapping[str, Sequence[Statement]]
Example = tuple[dict[str, float], int, float]


def table(path: Path) -> Iterator[dict[str, str]]:
    """Yield the rows of a table."""
    csv.field_size_limit(1 << 24)
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def readings(texts: Mapping[str, str]) -> Told:
    """Return the statements of each text."""
    lists, model = known.load(), models.reader()
    return {
        name: read.read(
            document(text, outlet=name, url=f"row:{name}", first_seen=NOW), known=lists, model=model
        )
        for name, text in texts.items()
    }


def rarity(articles: Sequence[Sequence[Statement]]) -> dict[str, float]:
    """Return what each word weighs: more where fewer of the articles have it."""
    held: Counter[str] = Counter()
    for statements in articles:
        held.update({word for said in statements for word in profile(said).words})
    return {word: log(1 + len(articles) / (1 + count)) for word, count in held.items()}


def fitted(
    examples: Sequence[Example], names: Sequence[str], hold: float
) -> dict[str, list[float]]:
    """Return the weights of a softmax regression by Newton's method, in units of the signs."""
    given = np.array([[found[name] for name in names] for found, _, _ in examples])
    want = np.array([label for _, label, _ in examples])
    weigh = np.array([weight for _, _, weight in examples])
    mean, spread = given.mean(0), np.where(given.std(0) < 1e-6, 1.0, given.std(0))  # noqa: PLR2004
    rows = np.hstack([(given - mean) / spread, np.ones((len(given), 1))])
    classes, width = int(want.max()) + 1, rows.shape[1]
    target = np.eye(classes)[want]
    penalty = np.append(np.full(width - 1, 2 * hold), 1e-2)
    weights = np.zeros((width, classes))
    for _ in range(20):
        scores = rows @ weights
        powers = np.exp(scores - scores.max(1, keepdims=True))
        share = powers / powers.sum(1, keepdims=True)
        slope = rows.T @ (weigh[:, None] * (share - target)) + penalty[:, None] * weights
        bend = np.diag(np.tile(penalty, classes))
        for one in range(classes):
            for other in range(classes):
                each = weigh * share[:, one] * ((one == other) - share[:, other])
                block = rows.T @ (rows * each[:, None])
                where = slice(one * width, (one + 1) * width)
                bend[where, other * width : (other + 1) * width] += block
        weights -= np.linalg.solve(bend, slope.T.reshape(-1)).reshape(classes, width).T
    plain = weights[:-1] / spread[:, None]
    found = {name: plain[place].tolist() for place, name in enumerate(names)}
    found["bias"] = (weights[-1] - mean @ plain).tolist()
    return {name: [round(value, 4) for value in each] for name, each in found.items()}


def learnt(data: Path, heads: Told, bodies: Told) -> dict[str, dict[str, list[float]]]:
    """Return the weights of each form, and of being related."""
    rare = rarity([*bodies.values(), *heads.values()])
    rumours = [
        row
        for row in table(data / "emergent" / "train.csv")
        if sides()["claim"][row["claimId"]] == "train"
    ]
    stood = {headline_id(row["articleHeadline"]): row["articleHeadlineStance"] for row in rumours}
    sizes = Counter(row["claimId"] for row in rumours)
    lines: list[Example] = []
    for row in rumours:
        said = heads[headline_id(row["articleHeadline"])]
        label = SIDES.index(row["articleHeadlineStance"])
        lines.append((signs(said, claimed(said), rare), label, 3 / sizes[row["claimId"]] ** 0.5))
    pairs = [
        (headline_id(row["Headline"]), row["Body ID"], row["Stance"])
        for row in table(data / "fnc1" / "train_stances.csv")
        if side_of_pair(row["Headline"], row["Body ID"]) == "train"
    ]
    labels = sides_of_bodies(pairs, stood)
    counted = Counter(b for _, b, label in pairs if label != "unrelated" and b in labels)
    rumour = claims_of_bodies(data)
    reported = Counter(rumour.get(body, body) for body in counted)
    articles: list[Example] = []
    related: list[Example] = []
    for head, body, label in pairs:
        found = signs(bodies[body], claimed(heads[head]), rare)
        related.append((found, int(label != "unrelated"), 1.0))
        if label != "unrelated" and body in labels:
            weight = 3 / counted[body] / reported[rumour.get(body, body)] ** 0.5
            articles.append((found, SIDES.index(labels[body]), weight))
    names = [name for name in lines[0][0] if name not in LENGTH]
    plain = [name for name in names if name.startswith(("any", "effect"))]
    return {
        "line": fitted(heavier(lines), plain, HOLD["line"]),
        "article": fitted(heavier(articles), names, HOLD["article"]),
        "related": fitted(related, LENGTH, HOLD["related"]),
    }


def claims_of_bodies(data: Path) -> dict[str, str]:
    """Return the rumour of each body, so that one of which many write does not outweigh."""
    with (data / "emergent_fnc" / "articles.jsonl").open(encoding="utf-8") as lines:
        return {str(row["body_id"]): row["claim_id"] for row in map(json.loads, lines)}


def sides_of_bodies(
    pairs: Sequence[tuple[str, str, str]], stood: Mapping[str, str]
) -> dict[str, str]:
    """Return the side of each body, by the sides of headlines and the labels of pairs."""
    votes: dict[str, Counter[str]] = {}
    for head, body, label in pairs:
        side = stood.get(head)
        if side in TURNED and label != "unrelated":
            meant = {"agree": side, "disagree": TURNED[side], "discuss": "observing"}[label]
            votes.setdefault(body, Counter())[meant] += 1
    return {body: counts.most_common(1)[0][0] for body, counts in votes.items()}


def heavier(examples: Sequence[Example]) -> list[Example]:
    """Return examples of which denials weigh more."""
    denial = SIDES.index("against")
    return [(s, label, w * (RARE_SIDE if label == denial else 1)) for s, label, w in examples]


def main() -> None:
    """Read, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="the folder of measuring data")
    data = parser.parse_args().data / "data" / "claims"
    headlines = [
        *(row["articleHeadline"] for row in table(data / "emergent" / "train.csv")),
        *(row["Headline"] for row in table(data / "fnc1" / "train_stances.csv")),
    ]
    heads = readings({headline_id(line): line.strip() for line in headlines})
    held = sides()["body"]
    bodies = readings(
        {
            row["Body ID"]: row["articleBody"]
            for row in table(data / "fnc1" / "train_bodies.csv")
            if held[row["Body ID"]] == "train"
        }
    )
    TARGET.write_text(json.dumps(learnt(data, heads, bodies), indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
