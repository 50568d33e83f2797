"""`reportedly rate`: how reliable a source is, or how credible an information."""

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
  reportedly rate outlet:wsj B --because 'Right in nine of ten cases since 2015'
  reportedly rate 3f2a91bc 2 --because 'Fits the satellite picture'
"""
)
@click.argument("about", metavar="SOURCE|ID")
@click.argument("grade")
@because_option
@by_option
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context, about: str, grade: str, *, reason: str, by: str, as_json: bool
) -> None:
    """Rate a source or an information in the Admiralty code.

    A source (its key) has a letter, A to F; a claim or statement (its id) a digit, 1 to 6. The
    two are shown apart, dated and with your name, and never made into one number.
    """
    field = "rating" if ":" in about else "credibility"
    judged = open_desk(ctx).judge(about, "accepted", field=field, value=grade, reason=reason, by=by)
    recorded(judged, as_json=as_json)
