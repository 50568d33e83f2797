"""`reportedly read`: take an article apart; nothing is kept."""

from __future__ import annotations

from typing import Unpack

import click

from reportedly.desk import Reading, Said, readings
from reportedly.desk.dossier import chain_line
from reportedly.show.cli.options import PARTIAL, columns, hints, json_option, reader_option
from reportedly.show.cli.screen import emit, line, note
from reportedly.show.words import mentions, published, sureness, timed
from reportedly.values.document import Document
from reportedly.values.statement import Statement
from reportedly.values.wire import to_wire


@click.command(
    epilog="""\b
Example:
  reportedly read article.txt --outlet 'Kyiv Independent' --published 2023-11-03
  reportedly read https://www.example.com/story --json
  cat article.txt | reportedly read - --outlet 'Example Post'
"""
)
@click.argument("address", metavar="FILE|FOLDER|URL|-")
@hints
@reader_option
@json_option
@click.pass_context
def command(
    ctx: click.Context,
    /,
    address: str,
    column: tuple[str, ...],
    as_json: bool,  # noqa: FBT001  # click passes options by name
    **said: Unpack[Said],
) -> None:
    """Take an article apart: who says what, through whom, how sure, when, about whom.

    Nothing is kept. Use `reportedly add` to keep it.
    """
    said["columns"] = columns(column)
    read = aside = 0
    for item in readings(address, lists=ctx.obj.lists, reader=ctx.obj.reader, **said):
        if isinstance(item, Reading):
            read += 1
            warn_undated(item.document)
            _show(item, as_json=as_json)
        else:
            aside += 1
            note(f"Set aside ({item.reason}): {item.message}")
    if aside:
        ctx.exit(PARTIAL if read else 1)


def warn_undated(source: Document) -> None:
    """Say that relative times of an article without a date stay unresolved."""
    if source.claimed_published is None:
        name = source.title or source.captured_in or "The article"
        note(
            f"{name}: no publication date, so relative times stay unresolved."
            " Give one with --published."
        )


def _show(reading: Reading, *, as_json: bool) -> None:
    if as_json:
        for said in reading.statements:
            emit(to_wire(said))
        return
    source = reading.document
    name = source.outlet or "An unnamed outlet"
    line(f"{name}, {published(source)}  {source.title}".rstrip(), "bold")
    for number, said in enumerate(reading.statements, start=1):
        _show_statement(number, said)
    if not reading.statements:
        line("No statement found.")


def _show_statement(number: int, said: Statement) -> None:
    aside = "  (background)" if said.background else ""
    line(f"{number}. {said.text}{aside}", "bold", indent=1)
    line(chain_line(said), "cyan", indent=4)
    effect = f"; {said.status_effect} a claim" if said.status_effect else ""
    line(f"{said.quotation}; {sureness(said.certainty)}{effect}", indent=4)
    if said.for_review:
        line(f"for review: {said.confidence:.0%} of readings like this one are right", indent=4)
    if said.times:
        line("time: " + "; ".join(timed(t.when, t.role) for t in said.times), indent=4)
    if said.mentions:
        line("about: " + mentions(said), indent=4)
