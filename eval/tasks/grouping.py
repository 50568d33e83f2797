"""Claims of stories: JSONL {"id", "story", "text", "outlet"} -> {"id", "start", "end", "claim"}.

The articles of a story are kept one after another, as a desk keeps them; a line tells of one
statement in which claim it ended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

import rows
from kept import kept

from reportedly import known
from reportedly.store import View


def predict(source: Path, target: Path) -> None:
    """Write the claim of each statement."""
    lists = known.load()
    stories: dict[str, list[rows.Row]] = defaultdict(list)
    for row in rows.read(source, "id", "story", "text"):
        stories[row["story"]].append(row)
    answers = (grouped(kept(given, lists), given) for given in stories.values())
    rows.write(target, chain.from_iterable(answers))


def grouped(view: View, given: Sequence[rows.Row]) -> Iterator[rows.Row]:
    """Yield for each statement of a claim where it stands, and the id of the claim."""
    ids = {str(row["id"]): row["id"] for row in given}
    names = {article.id: ids[article.captured_in] for article in view.documents()}
    home = {one: claim.id for claim in view.claims() for one in claim.statements}
    for said in view.statements():
        if said.id in home:
            yield {
                "id": names[said.document],
                "start": said.content[0].start,
                "end": said.content[-1].end,
                "claim": home[said.id],
            }
