"""`reportedly repair`: links and claims judged again together."""

from __future__ import annotations

import click

from reportedly.desk import Repair
from reportedly.show.cli.options import desk_option, json_option, open_desk
from reportedly.show.cli.screen import emit, line, progress
from reportedly.show.words import counted, listed, short
from reportedly.values.claim import Judgement
from reportedly.values.wire import to_wire


@click.command(
    epilog="""\b
Example:
  reportedly repair
  reportedly repair --all --dry-run
"""
)
@click.option("--all", "everything", is_flag=True, help="Look at all that is kept.")
@click.option("--dry-run", is_flag=True, help="Tell what would change, and change nothing.")
@desk_option
@json_option
@click.pass_context
def command(ctx: click.Context, *, everything: bool, dry_run: bool, as_json: bool) -> None:
    """Link and group again what came since the last repair.

    Read one by one, an article finds only what is there already. Afterwards members, origins
    and status are the same in whatever order the articles came. What people decided holds.
    """
    desk = open_desk(ctx)
    with progress("Repairing", None) as advance:
        done = desk.repair(
            everything=everything, keep=not dry_run, on_article=lambda number, _: advance(number)
        )
    if as_json:
        emit(_plain(done))
        return
    line(_summary(done, "would be" if dry_run else ""))
    for move in (*done.merged, *done.split):
        line(_told(move), indent=2)


def _summary(done: Repair, mood: str) -> str:
    merged = f"{counted(len(done.merged), 'claim')} {mood} merged".replace("  ", " ")
    parts = [merged, f"{len(done.split):,} split"]
    parts.append(f"{counted(len(done.standings), 'claim')} {'would stand' if mood else 'stand'}")
    return f"{', '.join(parts)} otherwise; {counted(done.articles, 'article')} looked at again."


def _told(move: Judgement) -> str:
    others = listed([short(one) for one in move.value.split()])
    if move.field == "split":
        return f"{short(move.about)} split, into {others} too: {move.reason}"
    return f"{others} merged into {short(move.about)}: {move.reason}"


def _plain(done: Repair) -> dict[str, object]:
    return {
        "articles": done.articles,
        "links": done.links,
        "merged": [{"id": one.id, **to_wire(one)} for one in done.merged],
        "split": [{"id": one.id, **to_wire(one)} for one in done.split],
        "claims": list(done.claims),
        "standings": [to_wire(one) for one in done.standings],
    }
