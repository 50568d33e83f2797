"""`reportedly demo`: real news, read and kept in a fresh desk."""

from __future__ import annotations

import shutil
import tempfile
from importlib import resources
from pathlib import Path

import click

from reportedly.desk import Desk, Dossier
from reportedly.errors import InvalidValueError
from reportedly.show import tree
from reportedly.show.cli.add import add_with_progress, tell
from reportedly.show.cli.options import desk_option
from reportedly.show.cli.screen import line, note, show, table
from reportedly.show.settings import DEFAULT_DESK, Settings
from reportedly.show.words import answer, brief, origins, short

MOST_CLAIMS = 12

PARTS = ("teaching", "wikinews.jsonl")
"""What is read: an invented case that teaches, and real articles of Wikinews."""


@click.command(
    epilog="""\b
Example:
  reportedly demo
  reportedly demo --desk my-demo
"""
)
@desk_option
@click.option("--articles", type=click.IntRange(min=1), help="Read only so many real articles.")
@click.pass_context
def command(ctx: click.Context, articles: int | None) -> None:
    """Read real news and see claims, chains and origins.

    The articles come with the package: Wikinews (CC BY 2.5, its contributors), and one
    invented case whose outlets do not exist.
    """
    chosen: Settings = ctx.obj
    place = chosen.desk if chosen.desk != DEFAULT_DESK else tempfile.mkdtemp(prefix="reportedly-")
    note(f"The desk of this demo is in {place}.")
    with resources.as_file(resources.files("reportedly") / "demo") as data:
        # The invented case needs its own states and outlets, now and at the next question.
        shutil.copytree(data / "lists", Path(place) / "lists", dirs_exist_ok=True)
        desk = Desk(place, create=True, lists=chosen.lists)
        ctx.call_on_close(desk.close)
        for part in PARTS:
            _add(desk, data / part, chosen, articles)
    _show(desk, place)


def _add(desk: Desk, part: Path, chosen: Settings, articles: int | None) -> None:
    if not part.exists():
        raise InvalidValueError(f"{part} is missing. Install the package again.")
    note(f"Reading {part.name} ...")
    if articles and part.suffix == ".jsonl":
        lines = part.read_text(encoding="utf-8").splitlines()[:articles]
        with tempfile.TemporaryDirectory() as folder:
            fewer = Path(folder) / part.name
            fewer.write_text("\n".join(lines) + "\n", encoding="utf-8")
            tell(add_with_progress(desk, str(fewer), chosen))
        return
    tell(add_with_progress(desk, str(part), chosen))


def _show(desk: Desk, place: str) -> None:
    claims = desk.claims(limit=MOST_CLAIMS)
    line()
    line("Claims, the most reported first:", "bold")
    rows = [
        (short(c.id), c.status, origins(c.standing), str(len(c.outlets)), brief(c.gist))
        for c in claims
    ]
    table(("CLAIM", "STATUS", "ORIGINS", "OUTLETS", "WHAT"), rows)
    if claims:
        _show_first(desk, claims[0], place)


def _show_first(desk: Desk, first: Dossier, place: str) -> None:
    line()
    line(answer(first), "bold")
    show(tree.tree(f"{short(first.id)}  {first.gist}", desk.trace(first)))
    line()
    line("Try next:", "bold")
    for words in (
        f"show {short(first.id)}",
        f"trace {short(first.id)} --format dot",
        f"why {short(first.id)}.lo",
        "search official",
        "claims --status disputed",
    ):
        line(f"reportedly --desk {place} {words}", indent=2)
