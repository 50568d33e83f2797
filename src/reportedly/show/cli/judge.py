"""`reportedly judge`: what a person decided."""

from __future__ import annotations

from typing import get_args

import click

from reportedly.show.cli.options import (
    because_option,
    by_option,
    desk_option,
    json_option,
    open_desk,
)
from reportedly.show.cli.screen import recorded
from reportedly.values.claim import Verdict


@click.command(
    epilog="""\b
Example:
  reportedly judge 3f2a91bc corrected --field status --value undeterminable --because '...'
  reportedly judge 5d10aa07 corrected --field chain \\
      --value 'Example Post <- the mayor of Aden (role_person)' --because 'Says so in line 4'
  reportedly judge 5d10aa07 rejected --because 'Said of another ship'
  reportedly judge 81c0d2e4 undo --because 'Wrong claim'
"""
)
@click.argument("about", metavar="ID")
@click.argument("verdict", type=click.Choice((*get_args(Verdict), "undo")))
@click.option("--field", default="record", show_default=True, help="What of it is judged.")
@click.option("--value", default="", help="The value that holds from now on.")
@because_option
@by_option
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
    by: str,
    as_json: bool,
) -> None:
    """Record what you decided about a record, or undo it.

    ID is that of a claim, statement or link, or the key of a source; for undo, that of the
    judgement. Nothing is edited: your judgement outweighs the machine from now on.

    FIELD of a claim: status, credibility; of a link: relation; of a statement: stance, party,
    competent, credibility, chain, certainty, time, content, effect, background, phase.
    """
    desk = open_desk(ctx)
    if verdict == "undo":
        judgement = desk.undo(about, reason=reason, by=by)
    else:
        judgement = desk.judge(about, verdict, field=field, value=value, reason=reason, by=by)  # type: ignore[arg-type]  # click has checked the word
    recorded(judgement, as_json=as_json)
