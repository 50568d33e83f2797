"""Writes the store that `test_migrations.py` keeps of each released schema.

    python -m tests.store.releasing tests/store/released

Run once for each new schema; what is there already is never written again.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.build import (
    make_claim,
    make_document,
    make_judgement,
    make_link,
    make_problem,
    make_standing,
    make_statement,
    moment,
)

from reportedly import store
from reportedly.store import View
from reportedly.store.migrations import HEAD
from reportedly.values.wire import to_wire


def exported(view: View) -> str:
    """Return all that a view shows, as text."""
    claims = view.claims()
    statements = view.statements()
    kinds = {
        "documents": view.documents(),
        "statements": statements,
        "links": view.links([one.id for one in (*statements, *view.documents())]),
        "claims": claims,
        "standings": [one for claim in claims for one in view.standings(claim.id)],
        "judgements": view.judgements([claim.id for claim in claims]),
        "problems": view.problems(solved=True),
        "search": view.search("rain"),
        "ledger": view.ledger(),
    }
    plain = {kind: [to_wire(one) for one in found] for kind, found in kinds.items()}
    near = view.near(["rain"], record="statement", limit=9)
    return json.dumps({**plain, "near": near}, ensure_ascii=False, indent=1) + "\n"


def release(folder: Path) -> None:
    """Write a store of this version's schema, and what it shows, where there is none yet."""
    path = folder / f"{HEAD}.db"
    if path.exists():
        return
    post = make_document("Example Post", "Rain fell on Kyiv, the mayor said.", "2023-11-03")
    wire = make_document("Example Wire", "Rain fell on Київ.", "2023-11-05T09:00+02:00")
    rain = make_statement(post, "Rain fell on Kyiv", [("the mayor", "role_person")])
    wired = make_statement(wire, "Rain fell on Київ")
    claim = make_claim(rain)
    grown = make_claim(rain, wired)
    held = store.open(path)
    with held.write(now=moment("2023-11-06")) as writer:
        writer.add([post, rain, claim, make_standing(claim), make_problem("note.txt", "empty")])
        writer.index(rain.id, ["rain"])
        writer.embed(rain.id, "meaning/1", bytes(384))
    with held.write(now=moment("2023-11-07")) as writer:
        writer.add([wire, wired, make_link(wired, rain), make_link(wire, post, "copies"), grown])
        writer.add([make_standing(grown, lo=1, hi=2), make_judgement(claim.id)])
        writer.index(wired.id, ["rain"])
    path.with_suffix(".json").write_text(exported(held.view()), encoding="utf-8")
    held.close()


if __name__ == "__main__":
    release(Path(sys.argv[1]))
