"""`reportedly trace`: where a claim came from."""

from __future__ import annotations

from datetime import datetime

import click

from reportedly.show import tree
from reportedly.show.cli.options import desk_option, dials, json_option, open_desk
from reportedly.show.cli.screen import emit, show


@click.command(
    epilog="""\b
Example:
  reportedly trace 3f2a91bc
  reportedly trace 3f2a91bc --format dot | dot -Tsvg > origins.svg
"""
)
@click.argument("claim")
@click.option(
    "--format",
    "form",
    type=click.Choice(("tree", "dot", "json")),
    default="tree",
    show_default=True,
    help="How to print it.",
)
@dials
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    claim: str,
    *,
    form: str,
    published_by: datetime | None,
    seen_by: datetime | None,
    as_json: bool,
) -> None:
    """Show where a claim came from: outlet under outlet, down to the origin.

    An outlet that is named but whose own report is not kept is marked "cited, not held".
    """
    desk = open_desk(ctx)
    dossier = desk.claim(claim, published_by=published_by, seen_by=seen_by)
    hops = desk.trace(dossier)
    if as_json or form == "json":
        for hop in hops:
            emit(tree.plain(hop))
    elif form == "dot":
        click.echo(tree.dot(dossier.gist, hops))
    else:
        show(tree.tree(dossier.gist, hops))
