"""`reportedly ledger`: the order in which the desk came to know things."""

from __future__ import annotations

import click

from reportedly.show.cli.options import desk_option, json_option, open_desk
from reportedly.show.cli.screen import emit, line, table
from reportedly.show.words import moment
from reportedly.values.wire import to_wire

SHOWN_HASH = 12


@click.command(
    epilog="""\b
Example:
  reportedly ledger
  reportedly ledger verify
"""
)
@click.argument("what", type=click.Choice(("list", "verify")), default="list")
@click.option("--after", type=click.IntRange(min=0), default=0, help="Only entries after this one.")
@desk_option
@json_option
@click.pass_context
def command(ctx: click.Context, what: str, *, after: int, as_json: bool) -> None:
    """Show or verify the order in which the desk came to know things.

    `verify` checks that nothing was changed since: it names the first entry that does not hold.
    """
    desk = open_desk(ctx)
    if what == "verify":
        entries = desk.verify()
        if as_json:
            emit({"entries": entries, "holds": True})
        else:
            line(f"The ledger holds: {entries:,} of {entries:,} entries checked.")
        return
    found = desk.ledger(after=after)
    if as_json:
        for entry in found:
            emit(to_wire(entry))
        return
    rows = [
        (str(e.seq), moment(e.at), e.what, str(len(e.records)), e.hash[:SHOWN_HASH]) for e in found
    ]
    table(("SEQ", "AT", "WHAT", "RECORDS", "HASH"), rows)
