"""`reportedly add`: read articles and keep them."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Unpack

import click

from reportedly.desk import AddReport, Desk, Said, Step
from reportedly.show.cli.options import (
    PARTIAL,
    columns,
    desk_option,
    hints,
    json_option,
    open_desk,
    reader_option,
)
from reportedly.show.cli.read import warn_undated
from reportedly.show.cli.screen import emit, line, note, progress
from reportedly.show.settings import Settings
from reportedly.show.words import counted


@click.command(
    epilog="""\b
Example:
  reportedly add articles/ --outlet 'Example Post'
  reportedly add news.jsonl --column text=body --column published=date
"""
)
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True)
@hints
@click.option("--workers", type=click.IntRange(min=0), help="Processes that read (0: all).")
@reader_option
@desk_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    addresses: tuple[str, ...],
    column: tuple[str, ...],
    workers: int | None,
    as_json: bool,  # noqa: FBT001  # click passes options by name
    **said: Unpack[Said],
) -> None:
    """Read articles and keep them, with the claims that they make.

    An ADDRESS is a file, a folder, a URL or - for stdin. What is held already is left
    alone, so an interrupted run goes on where it stopped.
    """
    said["columns"] = columns(column)
    desk = open_desk(ctx, create=True)
    kept = aside = 0
    for address in addresses:
        report = add_with_progress(desk, address, ctx.obj, workers=workers, on_step=_tell, **said)
        tell(report, as_json=as_json)
        kept += len(report.added) + len(report.known)
        aside += len(report.set_aside)
    if aside:
        note("See them with: reportedly problems")
        ctx.exit(PARTIAL if kept else 1)


def add_with_progress(
    desk: Desk,
    address: str,
    chosen: Settings,
    *,
    workers: int | None = None,
    on_step: Callable[[Step], None] | None = None,
    **said: Unpack[Said],
) -> AddReport:
    """Add an address to a desk, with a bar on stderr, and return what came of it."""
    with progress("Reading", expected(address)) as advance:
        done = 0

        def count(step: Step) -> None:
            nonlocal done
            done += 1
            advance(done)
            if on_step:
                on_step(step)

        number = chosen.workers if workers is None else workers
        return desk.add(address, workers=number or os.cpu_count() or 1, on_step=count, **said)


def tell(report: AddReport, *, as_json: bool = False) -> None:
    """Print what came of adding."""
    if as_json:
        emit(
            {
                "added": list(report.added),
                "known": list(report.known),
                "set_aside": [problem.id for problem in report.set_aside],
                "claims": list(report.claims),
            }
        )
        return
    parts = [f"{counted(len(report.added), 'article')} added"]
    parts += [f"{len(report.known):,} known already"] if report.known else []
    parts += [f"{len(report.set_aside):,} set aside"] if report.set_aside else []
    line(f"{', '.join(parts)}; {counted(len(report.claims), 'claim')} touched.")


def _tell(step: Step) -> None:
    if step.problem:
        note(f"Set aside ({step.problem.reason}): {step.problem.message}")
    elif step.document and step.outcome == "added":
        warn_undated(step.document)


def expected(address: str) -> int | None:
    """Return about how many articles a file or folder holds; None where that is not known."""
    path = Path(address)
    if path.is_dir():
        files = {item for item in path.rglob("*") if item.is_file()}
        sidecars = {
            item for item in files if item.suffix == ".json" and item.with_suffix("") in files
        }
        return len(files - sidecars)
    if path.suffix in {".jsonl", ".ndjson"} and path.is_file():
        with path.open("rb") as lines:
            return sum(1 for _ in lines)
    return 1 if path.is_file() else None
