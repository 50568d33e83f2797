"""`reportedly judge`: what a person decided."""

from __future__ import annotations

import getpass
from typing import get_args

import click

from reportedly.show.cli.options import desk_option, json_option, open_desk
from reportedly.show.cli.screen import emit, line
from reportedly.show.words import short
from reportedly.values.claim import Verdict
from reportedly.values.wire import to_wire


@click.command(
    epilog="""\b
Example:
  reportedly judge 3f2a91bc accepted --reason 'Checked with the ministry'
  reportedly judge 3f2a91bc corrected --field status --value undeterminable --reason '...'
  reportedly judge outlet:wsj accepted --field rating --value B --reason 'Long record'
  reportedly judge 81c0d2e4 undo --reason 'Wrong claim'
"""
)
@click.argument("about", metavar="ID")
@click.argument("verdict", type=click.Choice((*get_args(Verdict), "undo")))
@click.option("--field", default="record", show_default=True, help="What of it is judged.")
@click.option("--value", default="", help="The value that holds from now on.")
@click.option("--reason", required=True, help="One line that says why.")
@click.option("--by", help="Who decided (default: your user name).")
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    about: str,
    verdict: str,
    *,
    field: str,
    value: str,
    reason: str,
    by: str | None,
    as_json: bool,
) -> None:
    """Record what you decided about a record, or undo it.

    ID is that of a claim, statement or link, or the key of a source; for undo, that of the
    judgement. Nothing is edited: your judgement outweighs the machine from now on.
    """
    desk = open_desk(ctx)
    who = by or getpass.getuser()
    if verdict == "undo":
        judgement = desk.undo(about, reason=reason, by=who)
    else:
        judgement = desk.judge(about, verdict, field=field, value=value, reason=reason, by=who)  # type: ignore[arg-type]  # click has checked the word
    if as_json:
        emit({"id": judgement.id, **to_wire(judgement)})
    else:
        line(
            f"Recorded as {short(judgement.id)}."
            f" Undo with: reportedly judge {short(judgement.id)} undo --reason '...'"
        )
