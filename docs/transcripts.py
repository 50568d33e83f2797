"""What the commands and the Python in a page print: run anew and written under them.

A page names its commands in a comment, and what lies between it and `<!-- end -->` is made:

    <!-- run
    reportedly --desk tutorial claims --limit 1
    -->
    ...
    <!-- end -->

They run one after another in one new folder, from which `src` and `docs` lead to those of the
project, and print as a terminal of 80 columns shows it. `CLAIM` stands for the id that the last
list of claims named first. Known are `reportedly`, `echo`, `cat`, `head -n`, pipes between them,
and settings in front. A comment that begins with `<!-- python` holds Python instead, which is
shown as a session.
"""

from __future__ import annotations

import ast
import io
import os
import re
import shlex
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stdout
from itertools import groupby
from pathlib import Path

from click.testing import CliRunner

from reportedly.show.cli import cli

_RUN = re.compile(r"(<!-- (?P<kind>run|python)\n(?P<given>.*?)\n-->\n).*?(<!-- end -->)", re.DOTALL)
_PLAIN = {"FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "80", "REPORTEDLY_WORKERS": "1"}
_SETTING = re.compile(r"(?P<name>[A-Z_]+)=(?P<value>.*)")
_ID = re.compile(r"^ ?(?P<id>[0-9a-f]{8})\b", re.MULTILINE)


def filled(page: str, name: str, text: str) -> str:
    """Return a page with other text between `<!-- name -->` and the next `<!-- end -->`."""
    region = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    return region.sub(lambda found: f"{found[1]}{text}\n{found[2]}", page)


def replayed(path: Path, root: Path) -> str:
    """Return a page with what its commands print now."""
    page = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as place:
        for name in ("docs", "src"):
            (Path(place) / name).symlink_to(root / name)
        session = _Session()

        def made(found: re.Match[str]) -> str:
            answer = session.block if found["kind"] == "run" else _python
            return f"{found[1]}{answer(found['given'])}{found[4]}"

        with chdir(place):
            return _RUN.sub(made, page)


class _Session:
    """Commands that run one after another."""

    def __init__(self) -> None:
        self._claim = "CLAIM"

    def block(self, commands: str) -> str:
        """Return the commands of a block, each with what it prints."""
        shown = [self._answered(command) for command in commands.splitlines()]
        return "```console\n" + "\n".join(shown) + "\n```\n"

    def _answered(self, command: str) -> str:
        typed = command.replace("CLAIM", self._claim)
        printed = ""
        for piped, words in groupby(shlex.split(typed), lambda word: word == "|"):
            printed = printed if piped else _step(list(words), printed)
        if " claims" in typed and (named := _ID.search(printed)):
            self._claim = named["id"]
        lines = [line.rstrip() for line in printed.splitlines()]
        return "\n".join([f"$ {typed}", *lines]).rstrip()


def _step(words: list[str], given: str) -> str:
    """Return what one command of a pipe prints, given what the one before it printed."""
    chosen = dict(_PLAIN)
    while found := _SETTING.fullmatch(words[0]):
        chosen[found["name"]] = found["value"]
        words = words[1:]
    match words:
        case ["echo", text]:
            return f"{text}\n"
        case ["cat", name]:
            return Path(name).read_text(encoding="utf-8")
        case ["head", "-n", number]:
            return "".join(given.splitlines(keepends=True)[: int(number)])
        case ["reportedly", *more]:
            return _reportedly(more, given, chosen)
    raise ValueError(f"A page asks for '{words[0]}', which is not known here.")


def _reportedly(words: list[str], given: str, chosen: dict[str, str]) -> str:
    unset = dict.fromkeys(name for name in os.environ if name.startswith("REPORTEDLY_"))
    runner = CliRunner(env={**unset, **chosen})
    done = runner.invoke(cli, words, input=given, prog_name="reportedly")
    if done.exit_code:
        raise RuntimeError(f"`{shlex.join(words)}` failed ({done.exit_code}): {done.stderr}")
    return done.stdout


def _python(code: str) -> str:
    """Return Python as a session: each statement with what it prints."""
    return "```pycon\n" + "\n".join(_session_lines(code)) + "\n```\n"


def _session_lines(code: str) -> Iterator[str]:
    names: dict[str, object] = {"__name__": "__main__"}
    lines = code.splitlines()
    for node in ast.parse(code).body:
        first, *more = lines[node.lineno - 1 : node.end_lineno]
        yield f">>> {first}"
        yield from (f"... {line}" for line in more)
        if isinstance(node, ast.With | ast.For | ast.FunctionDef):
            yield "..."
        printed = io.StringIO()
        with redirect_stdout(printed):
            single = ast.Interactive([node])
            exec(compile(single, "<page>", "single"), names)  # noqa: S102  # our own pages
        yield from printed.getvalue().splitlines()
