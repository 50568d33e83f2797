"""`reportedly export`: statements as a table for other tools."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import get_args

import click

from reportedly.desk.exporting import COLUMNS, Cell, Format, write
from reportedly.show.cli.options import desk_option, dials, json_option, open_desk
from reportedly.show.cli.screen import emit, note, progress


@click.command(
    epilog=f"""\b
Example:
  reportedly export csv deliveries.csv 'type:delivery item:Pantsir since:2023-10'
  reportedly export parquet all.parquet

Columns: {", ".join(COLUMNS)}.
"""
)
@click.argument("form", metavar="FORMAT", type=click.Choice(get_args(Format)))
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.argument("query", default="")
@dials
@desk_option
@json_option
@click.pass_context
def command(  # noqa: PLR0913  # one argument for each option
    ctx: click.Context,
    form: Format,
    file: Path,
    query: str,
    *,
    published_by: datetime | None,
    seen_by: datetime | None,
    as_json: bool,
) -> None:
    """Write statements as a table, in CSV or Parquet.

    One row each, with its sentence, chain, slots, claim, status and origins.

    FORMAT: csv or parquet. QUERY: as in `reportedly search`; without one, all statements.
    A file of that name is replaced when the new one is complete.
    """
    if not file.parent.is_dir():
        raise click.BadParameter(f"There is no folder '{file.parent}'.", param_hint="FILE")
    desk = open_desk(ctx)
    table = desk.table(query, published_by=published_by, seen_by=seen_by)
    with progress("Writing", None) as tell:
        rows = write(_told(table, tell), file, form)
    if as_json:
        emit({"file": str(file), "rows": rows})
    else:
        note(f"{rows:,} rows written to {file}.")


def _told(
    rows: Iterable[Mapping[str, Cell]], tell: Callable[[int], None]
) -> Iterator[Mapping[str, Cell]]:
    """Yield rows, and tell how many there were."""
    for count, row in enumerate(rows, 1):
        tell(count)
        yield row
