"""Where a command prints: results to stdout, everything else to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import click
from rich import box
from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TextColumn,
    TimeElapsedColumn,
)
from rich.table import Table
from rich.text import Text

from reportedly.show.safe import safe, safe_json
from reportedly.values.claim import Judgement
from reportedly.values.wire import to_wire

PIPE_WIDTH = 100_000
"""Columns of a pipe: lines are never folded there."""


def note(message: str) -> None:
    """Tell the user something that is not a result."""
    click.echo(safe(message), err=True)


def emit(value: object) -> None:
    """Print one result as a line of JSON."""
    click.echo(safe_json(value))


def out() -> Console:
    """Return the console of results: styled on a terminal, plain in a pipe."""
    stream = sys.stdout
    terminal = stream.isatty() or os.environ.get("FORCE_COLOR")
    width = None if terminal else PIPE_WIDTH
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def line(text: str = "", style: str = "", *, indent: int = 0) -> None:
    """Print one line of words that may come from an article."""
    show(Text(safe(text), style=style), indent=indent)


def show(item: RenderableType, *, indent: int = 0) -> None:
    """Print a table, a tree or styled text, without blanks at the ends of piped lines."""
    console = out()
    moved = Padding(item, (0, 0, 0, indent)) if indent else item
    if console.is_terminal:
        console.print(moved)
        return
    with console.capture() as captured:
        console.print(moved)
    for shown in captured.get().splitlines():
        click.echo(shown.rstrip())


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under headings: a table on a terminal, columns parted by tabs in a pipe."""
    console = out()
    if not console.is_terminal:
        for row in (headings, *rows):
            click.echo("\t".join(safe(cell) for cell in row))
        return
    shown = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for position, heading in enumerate(headings):
        last = position == len(headings) - 1
        shown.add_column(heading, overflow="fold", no_wrap=False, ratio=1 if last else None)
    for row in rows:
        shown.add_row(*(Text(safe(cell)) for cell in row))
    console.print(shown)


def recorded(judgement: Judgement, *, as_json: bool) -> None:
    """Tell that a decision is kept, and how to take it back."""
    if as_json:
        emit({"id": judgement.id, **to_wire(judgement)})
        return
    shown = judgement.id[:8]
    line(f"Recorded as {shown}. Undo with: reportedly judge {shown} undo --because '...'")


@contextmanager
def progress(what: str, total: int | None) -> Iterator[Callable[[int], None]]:
    """Show a bar on stderr while a block runs; the block calls what it is given with counts.

    Args:
        what: what is being done, in a word or two.
        total: how much there is, where known.
    """
    stream = sys.stderr
    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    console = Console(file=stream, stderr=False)
    with Progress(*columns, console=console, transient=True, disable=not stream.isatty()) as bar:
        task = bar.add_task(what, total=total)
        yield lambda done: bar.update(task, completed=done)
