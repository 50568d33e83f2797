"""The split by claim: what is learnt from is never measured on."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "eval"))

import split  # noqa: E402


def table(path, header, *rows):
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")


def test_what_is_joined_stands_on_one_side(tmp_path):
    """A body stands with the claim of its headline, and with that of every agreeing headline."""
    claims = [f"claim-{number}" for number in range(30)]
    table(
        tmp_path / "emergent" / "train.csv",
        "claimId,articleHeadline",
        *(f"{claim},headline of {claim}" for claim in claims),
    )
    table(
        tmp_path / "fnc1" / "train_stances.csv",
        "Headline,Body ID,Stance",
        *(f"headline of {claim},{number},agree" for number, claim in enumerate(claims)),
        *(f"headline of {claim},{number + 1},unrelated" for number, claim in enumerate(claims)),
    )
    for name, rows in (
        ("emergent_fnc", [{"claim_id": "claim-3", "body_id": 7}]),
        ("provenance_gold", [{"claim_id": "claim-7"}]),
    ):
        table(tmp_path / name / "articles.jsonl", "\n".join(map(json.dumps, rows)))
    made = split.split(tmp_path)
    side = {name: side for side, kinds in made.items() for ids in kinds.values() for name in ids}
    apart = [
        claim
        for number, claim in enumerate(claims)
        if len({side[claim], side[split.headline_id(f"headline of {claim}")], side[str(number)]})
        > 1
    ]
    assert (apart, side["claim-3"], len(set(side.values()))) == ([], side["claim-7"], 2)


def test_the_split_that_is_kept_puts_each_id_on_one_side():
    """No id stands on both sides of what is measured with."""
    held = json.loads(split.SPLITS.read_text(encoding="utf-8"))
    both = {
        kind: set(held["train"][kind]) & set(held["dev"][kind])
        for kind in ("claim", "headline", "body")
    }
    assert both == {"claim": set(), "headline": set(), "body": set()}
