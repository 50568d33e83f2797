"""`reportedly merge`: two claims are one."""

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
  reportedly merge 3f2a91bc 81c0d2e4 --because 'The same convoy, seen from two towns'
"""
)
@click.argument("claim")
@click.argument("other")
@because_option
@by_option
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context, claim: str, other: str, *, reason: str, by: str, as_json: bool
) -> None:
    """Decide that two claims are one.

    It holds whatever the machine makes of their reports later. The id of the one that goes
    leads on to the one that stays. Undo it with: reportedly judge ID undo
    """
    recorded(open_desk(ctx).merge(claim, other, reason=reason, by=by), as_json=as_json)
