"""Same claims, claims of stories, and who stands behind them."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import rows
import yaml
from split import SPLITS, sides

from measure import Corpus, Figures, provenance
from measure.labels import b_cubed

ROOT = Path(__file__).parents[2]


def same_claim(corpus: Corpus) -> Figures:
    """Return how well headlines are put together, on rumours that nothing was learnt from."""
    path = corpus.need("data", "claims", "emergent", "train.csv")
    corpus.own(SPLITS)
    given = [row for row in _table(path) if sides()["claim"][row["claimId"]] == "dev"]
    asked: list[rows.Row] = [
        {"id": str(number), "text": row["articleHeadline"]} for number, row in enumerate(given)
    ]
    said = [row["cluster"] for row in corpus.answers("same_claim", asked)]
    return b_cubed(said, [row["claimId"] for row in given])


def behind_claims(corpus: Corpus) -> Figures:
    """Return how well it is told who stands behind four rumours, annotated by hand."""
    folder = corpus.need("data", "claims", "provenance_gold")
    texts = corpus.need("data", "claims", "emergent_fnc", "articles.jsonl")
    told = {(row["split"], row["body_id"]): row["text"] for row in rows.read(texts)}
    articles = list(rows.read(folder / "articles.jsonl"))
    claims = json.loads((folder / "claims.json").read_text(encoding="utf-8"))
    asked: list[rows.Row] = [
        {
            "id": f"{row['split']}-{row['body_id']}",
            "claim": claims[row["claim_key"]]["claim"],
            "text": told[row["split"], row["body_id"]],
            "outlet": row["outlet"],
        }
        for row in articles
    ]
    edges = {
        claim["claim"]: provenance.gold_edges([a for a in articles if a["claim_key"] == key])
        for key, claim in claims.items()
    }
    gold = {claim["claim"]: claim for claim in claims.values()}
    return provenance.figures(gold, edges, corpus.answers("provenance", asked))


def stories(corpus: Corpus) -> Figures:
    """Return how often the worked examples, told as news, stand as they should."""
    folder = corpus.own(ROOT / "tests" / "worked_examples")
    listed = yaml.safe_load((folder / "lists" / "outlets.yaml").read_text(encoding="utf-8"))
    known = {entry["name"] for entry in listed["outlets"].values()}
    asked: list[rows.Row] = []
    wanted: list[tuple[str, Mapping[str, Any]]] = []
    for path in sorted(folder.glob("e*.yaml")):
        story = yaml.safe_load(path.read_text(encoding="utf-8"))
        articles = list(_articles(story, known))
        asked += articles
        for want in story["table"]:
            by = [row for row in articles if _moment(row["published"]) <= _moment(want["at"])]
            wanted.append((by[-1]["file"], want))
    said = {row["after"]: row for row in corpus.answers("claims", asked)}
    for file, want in wanted:
        if (got := said[file])["N"] != want["n"] or got["status"] != want["status"]:
            print(f"  {file}: {got['N']} {got['status']}, not {want['n']}", file=sys.stderr)
    return {
        "N exact": _share(said[file]["N"] == want["n"] for file, want in wanted),
        "status": _share(said[file]["status"] == want["status"] for file, want in wanted),
    }


def _share(held: Iterator[bool]) -> float:
    every = list(held)
    return sum(every) / len(every)


def _articles(story: Mapping[str, Any], known: set[str]) -> Iterator[rows.Row]:
    for number, article in enumerate(story["articles"]):
        text = article.get("text")
        if text is None:
            source = next(a for a in story["articles"] if a.get("outlet") == article["copies"])
            _, _, body = source["text"].partition("\n")
            text = f"{article['headline']}\n{body}\n{article.get('last_line', '')}\n"
        yield {
            "file": f"{story['example']}-{number}",
            "story": story["example"],
            "text": text,
            "outlet": article.get("outlet"),
            "url": article.get("url"),
            "published": _moment(article["published"]).isoformat(),
            "registered": article.get("outlet") in known,
        }


def _moment(said: object) -> datetime:
    """Return a moment of an example; without an offset it is UTC."""
    moment = datetime.fromisoformat(str(said))
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _table(path: Path) -> Iterator[dict[str, str]]:
    csv.field_size_limit(1 << 24)  # whole articles stand in one field
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)
