"""The command `reportedly`: one file per command, loaded when it is called."""

from __future__ import annotations

import os
from importlib import import_module
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reportedly.errors import ReportedlyError
from reportedly.show.safe import safe
from reportedly.show.settings import Settings, settings

COMMANDS = {
    "init": "Start a desk in a folder.",
    "read": "Take an article apart: who says what, through whom, how sure, when, about whom.",
    "add": "Read articles and keep them, with the claims that they make.",
    "claims": "List claims, the most reported first.",
    "show": "Show how a claim stands: status, origins, chains, sentences, history.",
    "trace": "Show where a claim came from: outlet under outlet, down to the origin.",
    "search": "Find statements by their words, and by who did what with what to whom, and when.",
    "export": "Write statements as a table, in CSV or Parquet.",
    "why": "Explain any record or figure, back to the sentences that decided.",
    "judge": "Record what you decided about a record, or undo it.",
    "merge": "Decide that two claims are one.",
    "split": "Decide that some reports of a claim make another one.",
    "rate": "Rate a source or an information in the Admiralty code.",
    "repair": "Link and group again what came since the last repair.",
    "problems": "List what was set aside, with the reason.",
    "ledger": "Show or verify the order in which the desk came to know things.",
    "demo": "Read real news and see claims, chains and origins.",
    "completion": "Print the completion script of a shell.",
}
"""Each command with its short help, which is kept here so that help loads no command."""

INTERRUPTED = 130
"""The exit code of a command that was stopped with Ctrl-C, as shells have it."""


class Failure(click.ClickException):
    """An error told in one sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(safe(message))


class Stopped(Failure):
    """The user has stopped the command."""

    exit_code = INTERRUPTED


class Commands(click.Group):
    """The group of commands, which tells errors in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """Return the names of the commands."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return a command, its file loaded now."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"reportedly.show.cli.{cmd_name}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def shell_complete(self, ctx: click.Context, incomplete: str) -> list[CompletionItem]:
        """Return what a command line may go on with, without loading commands."""
        found = [
            CompletionItem(name, help=text)
            for name, text in COMMANDS.items()
            if name.startswith(incomplete)
        ]
        return found + click.Command.shell_complete(self, ctx, incomplete)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error of ours or of the system becomes one sentence."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # click leaves quietly: the reader of the pipe has seen enough
        except (ReportedlyError, OSError, KeyboardInterrupt) as error:
            if ctx.params.get("debug"):
                raise
            raise _told(error) from error


def _told(error: BaseException) -> Failure:
    if isinstance(error, KeyboardInterrupt):
        return Stopped("Stopped. What was added before is kept; run it again to go on.")
    if isinstance(error, PermissionError):
        return Failure(f"No permission for '{error.filename}'. Choose another place, or change it.")
    if isinstance(error, OSError):
        where = f" ('{error.filename}')" if error.filename else ""
        return Failure(f"{error.strerror or error}{where}. Check the path and the free space.")
    return Failure(str(error))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="""\b
Example:
  reportedly demo
  reportedly read article.txt --outlet 'Kyiv Independent' --published 2023-11-03
""",
)
@click.option("--desk", metavar="DIR", help="The folder of the desk (default: ./desk).")
@click.option("--debug", is_flag=True, help="Show the whole trace of an error.")
@click.version_option(package_name="reportedly")
@click.pass_context
def cli(ctx: click.Context, desk: str | None, debug: bool) -> None:  # noqa: FBT001  # click's way
    """Read news: who says so, through whom, how sure, and how many independent origins."""
    ctx.obj = _settings(desk, debug=debug)


def _settings(desk: str | None, *, debug: bool) -> Settings:
    return settings(desk=desk, debug=debug, environ=os.environ, folder=Path.cwd())


def main() -> None:
    """Run the command line."""
    cli.main(prog_name="reportedly")
