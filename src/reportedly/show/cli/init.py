"""`reportedly init`: start a desk."""

from __future__ import annotations

from pathlib import Path

import click

from reportedly.desk import Desk
from reportedly.show.cli.screen import line, note
from reportedly.show.settings import FILE, Settings

CONTENT = """\
# Settings of this desk; flags and the environment (REPORTEDLY_DESK, ...) outweigh them.
desk = "."      # the folder of the store, from here
# lists = "lists"  # your own lists of outlets, equipment and so on (here by default)
# reader = "trained"  # or "fast": one pass, a little less exact; "rules": explains itself
# workers = 0      # processes that read articles; 0 means as many as there are processors
"""


@click.command(
    epilog="""\b
Example:
  reportedly init desk
"""
)
@click.argument("folder", metavar="[DIR]", required=False)
@click.pass_context
def command(ctx: click.Context, folder: str | None) -> None:
    """Start a desk in a folder.

    Makes DIR with an empty store and a reportedly.toml. A desk that is there is left alone.
    """
    chosen: Settings = ctx.obj
    place = Path(folder or chosen.desk)
    Desk(place, create=True).close()
    file = place / FILE
    if file.exists():
        note(f"{file} is there already and was left as it is.")
    else:
        file.write_text(CONTENT, encoding="utf-8")
    line(f"The desk is in {place}. Add articles with: reportedly --desk {place} add FILE")
