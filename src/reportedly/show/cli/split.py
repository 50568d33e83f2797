"""`reportedly split`: some reports of a claim make another one."""

from __future__ import annotations

import click

from reportedly.show.cli.options import (
    because_option,
    by_option,
    desk_option,
    json_option,
    open_desk,
)
from reportedly.show.cli.screen import recorded


@click.command(
    epilog="""\b
Example:
  reportedly split 3f2a91bc 5d10aa07 92e4c1b8 --because 'The second strike, a day later'
"""
)
@click.argument("claim")
@click.argument("statements", metavar="STATEMENT...", nargs=-1, required=True)
@because_option
@by_option
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    claim: str,
    statements: tuple[str, ...],
    *,
    reason: str,
    by: str,
    as_json: bool,
) -> None:
    """Decide that some reports of a claim make another one.

    They stay together, and apart from the others, whatever the machine makes of them later.
    Undo it with: reportedly judge ID undo
    """
    recorded(open_desk(ctx).split(claim, statements, reason=reason, by=by), as_json=as_json)
