"""Options that several commands share, each defined once."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

import click

from reportedly.desk import Desk
from reportedly.errors import InvalidValueError
from reportedly.show.settings import Settings
from reportedly.values.readers import READERS
from reportedly.values.when import instant

PARTIAL = 3
"""The exit code where some articles were set aside."""

Command = TypeVar("Command", bound=Callable[..., Any])


def _moment(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """Return the instant that was typed; a date alone means the end of that day."""
    try:
        return instant(value, end_of_day=True) if value else None
    except InvalidValueError as error:
        raise click.BadParameter(str(error)) from error


def _use(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Let an option outweigh the setting of its name."""
    if value:
        ctx.obj = replace(ctx.obj or Settings(), **{str(param.name): value})


desk_option = click.option(
    "--desk",
    metavar="DIR",
    expose_value=False,
    callback=_use,
    help="The folder of the desk (default: REPORTEDLY_DESK, reportedly.toml, or ./desk).",
)
reader_option = click.option(
    "--reader",
    type=click.Choice(READERS),
    expose_value=False,
    callback=_use,
    help="The trained model, its faster half, or rules alone (default: trained, where installed).",
)
because_option = click.option(
    "--because", "--reason", "reason", required=True, help="One line that says why."
)
by_option = click.option("--by", default=getpass.getuser, help="Who decides: your user name.")
json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON Lines instead of words."
)


def dials(command: Command) -> Command:
    """Add the two dials of every view to a command."""
    command = click.option(
        "--seen-by",
        callback=_moment,
        metavar="TIME",
        help="As this desk could show it then (2023-11-03 or 2023-11-03T14:30Z).",
    )(command)
    return click.option(
        "--published-by",
        callback=_moment,
        metavar="TIME",
        help="As the world had published it by then.",
    )(command)


def hints(command: Command) -> Command:
    """Add what a user may say of an article that does not say it itself."""
    for name, metavar, text in (
        ("--column", "NAME=COLUMN", "A column of JSON Lines or CSV: text=body, published=date."),
        ("--title", "TITLE", "The headline."),
        ("--zone", "ZONE", "The time zone of the outlet, such as Europe/Kyiv."),
        ("--url", "URL", "The address of the article."),
        ("--published", "DATE", "When it was published: 2023-11-03 or 2023-11-03T14:30+02:00."),
        ("--outlet", "NAME", "The outlet that published it."),
    ):
        several = name == "--column"
        default: Any = () if several else None
        command = click.option(name, metavar=metavar, multiple=several, default=default, help=text)(
            command
        )
    return command


def columns(pairs: tuple[str, ...]) -> dict[str, str]:
    """Return the columns that were named as NAME=COLUMN."""
    named = dict(pair.split("=", 1) for pair in pairs if "=" in pair)
    if len(named) != len(pairs):
        raise click.BadParameter(
            "Write each as NAME=COLUMN, such as text=body.", param_hint="--column"
        )
    return named


def open_desk(ctx: click.Context, *, create: bool = False) -> Desk:
    """Return the desk that the settings name, closed when the command ends."""
    chosen: Settings = ctx.obj
    desk = Desk(chosen.desk, create=create, lists=chosen.lists, reader=chosen.reader)
    ctx.call_on_close(desk.close)
    return desk
