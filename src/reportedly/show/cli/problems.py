"""`reportedly problems`: what was set aside."""

from __future__ import annotations

import click

from reportedly.show.cli.add import tell
from reportedly.show.cli.options import PARTIAL, desk_option, json_option, open_desk
from reportedly.show.cli.screen import emit, line, table
from reportedly.show.words import short
from reportedly.values.wire import to_wire


@click.command(
    epilog="""\b
Example:
  reportedly problems
  reportedly problems --retry
"""
)
@click.option("--retry", is_flag=True, help="Try all of them again.")
@desk_option
@json_option
@click.pass_context
def command(ctx: click.Context, *, retry: bool, as_json: bool) -> None:
    """List what was set aside, with the reason.

    Nothing that was set aside is lost: --retry reads it again.
    """
    desk = open_desk(ctx)
    if retry:
        report = desk.retry()
        tell(report, as_json=as_json)
        if report.set_aside:
            ctx.exit(PARTIAL)
        return
    found = desk.problems()
    if as_json:
        for problem in found:
            emit(to_wire(problem))
    elif found:
        rows = [(short(p.id), p.reason, p.address, p.message) for p in found]
        table(("ID", "REASON", "FROM", "WHAT"), rows)
    else:
        line("Nothing is set aside.")
