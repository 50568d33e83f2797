"""`reportedly search`: statements by their words and by the slots of their events."""

from __future__ import annotations

from datetime import datetime

import click

from reportedly.desk.asked import FIELDS
from reportedly.desk.dossier import chain_line
from reportedly.show.cli.options import desk_option, dials, json_option, open_desk
from reportedly.show.cli.screen import emit, note, table
from reportedly.show.words import short
from reportedly.values.wire import to_wire

MOST = 30


@click.command(
    epilog="""\b
Example:
  reportedly search 'air defense'
  reportedly search 'type:delivery item:Pantsir to:Hezbollah since:2023-10'
  reportedly search 'source:"Wall Street Journal" -status:confirmed'

\b
Fields:
"""
    + "\n".join(f"  {name + ':':<9}{meaning}" for name, meaning in FIELDS.items())
    + """

All parts must hold. A minus turns a part round; words in quotation marks belong
together; a star after a word stands for any ending. Before a query that begins with
a minus, write `--`.
"""
)
@click.argument("query")
@click.option(
    "--limit", type=click.IntRange(min=1), default=MOST, show_default=True, help="At most so many."
)
@dials
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    query: str,
    *,
    limit: int,
    published_by: datetime | None,
    seen_by: datetime | None,
    as_json: bool,
) -> None:
    """Find statements by their words, and by who did what with what to whom, and when."""
    desk = open_desk(ctx)
    found = desk.search(query, published_by=published_by, seen_by=seen_by, limit=limit)
    if as_json:
        for said in found:
            emit(to_wire(said))
        return
    if not found:
        note("No statement holds these words, and meets these fields.")
        return
    rows = [(short(s.id), s.certainty.value, chain_line(s), s.text) for s in found]
    table(("ID", "SURE", "CHAIN", "STATEMENT"), rows)
