"""Help that is quick and shows how it is done."""

import subprocess
import sys
from importlib import import_module

import click
import pytest
from click.testing import CliRunner

from reportedly.show.cli import COMMANDS, cli


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_an_example(name):
    """The help of each command ends with a line that can be typed."""
    shown = CliRunner().invoke(cli, [name, "--help"])
    assert shown.exit_code == 0
    assert f"reportedly {name}" in shown.output.split("Example:")[1]


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_does(name):
    """The short help of the list is the first sentence of the command's own help."""
    command = import_module(f"reportedly.show.cli.{name}").command
    assert isinstance(command, click.Command)
    assert (command.help or "").splitlines()[0] == COMMANDS[name]


def test_every_option_is_explained():
    """No option stands in a help text without a word on what it does."""
    for name in COMMANDS:
        command = import_module(f"reportedly.show.cli.{name}").command
        options = [p for p in command.params if isinstance(p, click.Option)]
        assert [p.name for p in options if not p.help] == []


def _loaded(code: str) -> set[str]:
    """Return the modules that a fresh Python has loaded after running some code."""
    script = f"import sys\n{code}\nprint(*sys.modules)"
    done = subprocess.run(  # noqa: S603  # our own Python
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return {name.split(".")[0] for name in done.stdout.split()}


HEAVY = {"spacy", "sqlalchemy", "trafilatura", "networkx", "httpx", "rich", "numpy", "yaml"}


def test_importing_the_package_loads_nothing_else():
    """`import reportedly` costs nothing: no other package is loaded."""
    bare = _loaded("")
    assert _loaded("import reportedly") - bare <= {"reportedly"} | set(sys.stdlib_module_names)


def test_help_loads_nothing_heavy():
    """`reportedly --help` answers at once."""
    code = (
        "from reportedly.show.cli import cli\n"
        "try: cli.main(['--help'], prog_name='reportedly')\n"
        "except SystemExit: pass"
    )
    assert _loaded(code) & HEAVY == set()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(shell):
    """Each shell gets a script that asks the command for what may follow."""
    shown = CliRunner().invoke(cli, ["completion", shell])
    assert shown.exit_code == 0
    assert "_REPORTEDLY_COMPLETE" in shown.output


def test_completion_offers_commands():
    """A half-typed command is completed without loading any."""
    found = cli.shell_complete(click.Context(cli), "cl")
    assert [(item.value, item.help) for item in found] == [("claims", COMMANDS["claims"])]
