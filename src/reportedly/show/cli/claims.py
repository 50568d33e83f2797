"""`reportedly claims`: the claims of the desk."""

from __future__ import annotations

from datetime import datetime
from typing import get_args

import click

from reportedly.show.cli.options import desk_option, dials, json_option, open_desk
from reportedly.show.cli.screen import emit, note, table
from reportedly.show.words import brief, origins, short
from reportedly.values.claim import Status
from reportedly.values.wire import to_wire

MOST = 30
"""Claims that are listed where no limit is given."""


@click.command(
    epilog="""\b
Example:
  reportedly claims
  reportedly claims Pantsir --status unconfirmed --published-by 2023-11-03
"""
)
@click.argument("query", required=False)
@click.option("--status", type=click.Choice(get_args(Status)), help="Only claims that stand so.")
@click.option(
    "--limit", type=click.IntRange(min=1), default=MOST, show_default=True, help="At most so many."
)
@dials
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    query: str | None,
    *,
    status: Status | None,
    limit: int,
    published_by: datetime | None,
    seen_by: datetime | None,
    as_json: bool,
) -> None:
    """List claims, the most reported first.

    QUERY: words that a statement of the claim must hold.
    """
    desk = open_desk(ctx)
    found = desk.claims(
        query, published_by=published_by, seen_by=seen_by, status=status, limit=limit
    )
    if as_json:
        for dossier in found:
            emit({**to_wire(dossier.claim), "standing": to_wire(dossier.standing)})
        return
    rows = [
        (
            short(dossier.id),
            dossier.status,
            origins(dossier.standing),
            str(len(dossier.outlets)),
            brief(dossier.gist),
        )
        for dossier in found
    ]
    if not rows:
        note("No claim found. Add articles with: reportedly add FILE")
        return
    table(("CLAIM", "STATUS", "ORIGINS", "OUTLETS", "WHAT"), rows)
    if len(rows) == limit:
        note(f"Only the first {limit} are shown; see more with --limit.")
