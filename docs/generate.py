"""Writes the pages of docs/ that follow from the code: `python docs/generate.py`.

Whole pages: cli.md, records.md, errors.md, vocabulary.md, licences.md. Inside README.md,
tutorial.md and extend.md, what each command prints; inside accuracy.md, the figures. Running
it twice changes nothing. With `--check` it writes nothing and names what is out of date.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from importlib import import_module
from inspect import getdoc
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Literal, get_args, get_origin

import click
import yaml

sys.path.insert(0, str(Path(__file__).parent))  # so that its neighbours are found from anywhere

import licences
import transcripts

import reportedly
from reportedly import errors
from reportedly.show import settings
from reportedly.show.cli import COMMANDS, cli
from reportedly.values import claim, document, statement, when
from reportedly.values.wire import RECORDS

DOCS = Path(__file__).parent
ROOT = DOCS.parent
FIGURES = ROOT / "eval" / "figures.json"
"""What accuracy.md shows; written by `make eval`."""

SHOWN = (
    "own articles: statement F1",
    "own articles: chains exact",
    "own articles: certainty exact",
    "own articles: time values F1",
    "attribution: content overlap F1",
    "attribution: source right where the content is",
    "source kinds: accuracy",
    "times of news: values F1",
    "factuality: Pearson",
    "copies: recall",
    "same claim: B-cubed F1",
    "provenance: lo exact",
    "provenance: status",
)
"""The figures that the README shows: the flattering ones and the others."""

NOTE = "<!-- Written by `make docs`. Do not edit it by hand. -->\n"
WIDTH = 88
INDENT = 4
"""Columns by which the names of attributes are set in; deeper lines belong to the one above."""

VALUES = (document, statement, claim, when)
ENVIRONMENT = "REPORTEDLY_"


def command_page() -> str:
    """Return cli.md: the help of every command, the settings and the exit codes."""
    parts = [NOTE, "# The command line\n"]
    parts.append(
        "Results go to stdout, everything else to stderr. `--json` prints JSON Lines. In a pipe,"
        " tables become columns parted by tabs, and lines are not folded.\n"
    )
    top = click.Context(cli, info_name="reportedly", **cli.context_settings)
    parts.append(_block(cli, top))
    for name in COMMANDS:
        command = import_module(f"reportedly.show.cli.{name}").command
        context = click.Context(command, info_name=name, parent=top)
        parts += [f"## {name}\n", _block(command, context)]
    return "\n".join([*parts, _settings(), _exit_codes()])


def _block(command: click.Command, context: click.Context) -> str:
    context.terminal_width = WIDTH
    lines = command.get_help(context).splitlines()
    return "```text\n" + "\n".join(line.rstrip() for line in lines) + "\n```\n"


def _settings() -> str:
    meanings = _attributes(settings.Settings)
    flags = {"desk": "`--desk`", "workers": "`--workers` of `add`", "debug": "`--debug`"}
    rows = ["## settings\n", "A flag outweighs the environment, and that outweighs the file"]
    rows.append(f"`{settings.FILE}`, which is looked for in the folder where the command runs.\n")
    rows += ["| setting | flag | environment | in the file | meaning |", "|---|---|---|---|---|"]
    for field in fields(settings.Settings):
        kept = field.name != "debug"
        variable = f"`{ENVIRONMENT}{field.name.upper()}`" if kept else ""
        line = f"`{field.name} = ...`" if kept else ""
        flag = flags.get(field.name, "")
        rows.append(f"| {field.name} | {flag} | {variable} | {line} | {meanings[field.name]} |")
    return "\n".join(rows) + "\n"


def _exit_codes() -> str:
    return """\
## exit codes

| code | meaning |
|---|---|
| 0 | done |
| 1 | it could not be done; one sentence on stderr says why and what to do |
| 2 | the command was not written as its help says |
| 3 | done in part: some articles were set aside, see `reportedly problems` |
| 130 | stopped with Ctrl-C; what was added before is kept |
"""


def record_page() -> str:
    """Return records.md: every record and every part of one, with fields and types."""
    parts = [NOTE, "# Records\n"]
    parts.append(
        "Everything that is known is a record. Records are frozen: a change is a new record."
        " In JSON each says under `record` what it is, and leaves out fields that hold their"
        " default. Python: `reportedly.to_wire(record)` and `reportedly.from_wire(body)`."
        " What the words in them mean: [vocabulary](vocabulary.md).\n"
    )
    parts += [_record(kind) for kind in RECORDS.values()]
    parts.append("# Parts of records\n")
    parts += [_record(kind) for kind in parts_of_records()]
    parts.append("# What the library returns\n")
    parts += [_record(kind) for kind in answers_of_library()]
    return "\n".join(parts)


def classes(module: ModuleType) -> Iterator[type]:
    """Yield the public classes that a module defines, in its order."""
    for name, kind in vars(module).items():
        if isinstance(kind, type) and kind.__module__ == module.__name__ and name[0] != "_":
            yield kind


def parts_of_records() -> list[type]:
    """Return what records are made of."""
    found = [kind for module in VALUES for kind in classes(module) if is_dataclass(kind)]
    return [kind for kind in found if kind not in RECORDS.values()]


def answers_of_library() -> list[type]:
    """Return what the library returns beside records."""
    public: list[object] = [getattr(reportedly, name) for name in reportedly.__all__]
    known = {*RECORDS.values(), *parts_of_records()}
    kinds = [kind for kind in public if isinstance(kind, type) and is_dataclass(kind)]
    return [kind for kind in kinds if kind not in known]


def field_meanings(kind: type) -> dict[str, str]:
    """Return what each field of a record means, by its docstring or by docs/fields.yaml."""
    spare = yaml.safe_load((DOCS / "fields.yaml").read_text(encoding="utf-8"))
    own = {name: spare.get(f"{kind.__name__}.{name}", spare.get(name)) for name in _names(kind)}
    return {name: text for name, text in own.items() if text} | _attributes(kind)


def _names(kind: type) -> list[str]:
    return [field.name for field in fields(kind)]


def _record(kind: type) -> str:
    meanings = field_meanings(kind)
    rows = [f"## {kind.__name__}\n", f"{_summary(kind)}\n"]
    rows += ["| field | type | default | meaning |", "|---|---|---|---|"]
    for field in fields(kind):
        shown = str(field.type).replace("|", "\\|")
        meaning = meanings.get(field.name, "").rstrip(".")
        rows.append(f"| {field.name} | `{shown}` | {_default(field)} | {meaning} |")
    for name, value in vars(kind).items():
        if isinstance(value, property) and name[0] != "_":
            rows.append(f"| {name} | | | worked out: {_lowered(getdoc(value) or '')} |")
    return "\n".join(rows) + "\n"


def _default(field: Field[object]) -> str:
    if field.default is not MISSING:
        return f"`{field.default!r}`"
    return "" if field.default_factory is MISSING else "made anew"


def _summary(kind: type) -> str:
    """Return what a class says of itself before its attributes."""
    text = (getdoc(kind) or "").split("\nAttributes:")[0]
    return " ".join(text.split())


def _lowered(text: str) -> str:
    first = " ".join(text.split("\n\n", maxsplit=1)[0].split()).rstrip(".")
    return first[:1].lower() + first[1:]


def _attributes(kind: type) -> dict[str, str]:
    """Return what the docstring of a class says of each of its fields."""
    _, _, listed = (getdoc(kind) or "").partition("Attributes:\n")
    meanings: dict[str, str] = {}
    names: list[str] = []
    for line in listed.splitlines():
        if not line.strip():
            break
        indented = len(line) - len(line.lstrip())
        head, colon, text = line.strip().partition(": ")
        if indented == INDENT and colon:  # deeper lines go on
            names = head.split(", ")
        else:
            text = f"{meanings[names[0]]} {line.strip()}"
        meanings |= dict.fromkeys(names, text.replace("|", "\\|"))
    return meanings


def error_page() -> str:
    """Return errors.md: the tree of errors, and what each says."""
    _, _, tree = (errors.__doc__ or "").partition("\n\n")
    parts = [NOTE, "# Errors\n", "Every error says what happened, to which input, and what to do."]
    parts += ["The command line prints that one sentence; `--debug` shows the whole trace.\n"]
    parts.append("```text\n" + dedent(tree).strip("\n") + "\n```")
    for kind in classes(errors):
        parts.append(f"\n## {kind.__name__}\n\n{getdoc(kind)}")
    return "\n".join(parts) + "\n"


def vocabulary() -> dict[str, tuple[str, ...]]:
    """Return the words of every field that holds one of a fixed list, by the type's name."""
    return {
        name: get_args(kind)
        for module in VALUES
        for name, kind in vars(module).items()
        if get_origin(kind) is Literal
    }


def vocabulary_page() -> str:
    """Return vocabulary.md: each word that a field may hold, and what it means.

    Raises:
        ValueError: docs/meanings.yaml does not have exactly these words.
    """
    known = yaml.safe_load((DOCS / "meanings.yaml").read_text(encoding="utf-8"))
    parts = [NOTE, "# Vocabulary\n"]
    parts.append("The words that fields may hold: the same in Python, JSON, store and commands.\n")
    for name, words in vocabulary().items():
        entry = known.get(name, {"title": name, "words": {}})
        if set(entry["words"]) != set(words):
            unlike = sorted(set(entry["words"]) ^ set(words))
            raise ValueError(f"docs/meanings.yaml, {name}: mend {', '.join(unlike)}")
        parts += [
            f"## {entry['title']}\n",
            f"Python: `{name}`\n",
            "| word | meaning |",
            "|---|---|",
        ]
        parts += [f"| {word} | {entry['words'][word]} |" for word in words]
        parts.append("")
    return "\n".join(parts)


def licence_page() -> str:
    """Return licences.md: everything that is installed with the package, by its metadata."""
    return NOTE + "\n" + licences.page(ROOT / "pyproject.toml")


def accuracy_page() -> str:
    """Return accuracy.md with the figures of eval/figures.json, where it is there."""
    page = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    measured = _measured()
    return transcripts.filled(page, "figures", _figures(measured)) if measured else page


def front_page() -> str:
    """Return README.md with what its commands print, and a few of the figures."""
    page = transcripts.replayed(ROOT / "README.md", ROOT)
    measured = _measured()
    chosen = {name: measured[name] for name in SHOWN if name in measured}
    return transcripts.filled(page, "figures", _figures(chosen)) if chosen else page


def _measured() -> dict[str, float]:
    """Return the figures that were measured last, by name; none where nothing was."""
    if not FIGURES.exists():
        return {}
    figures: dict[str, float] = json.loads(FIGURES.read_text(encoding="utf-8"))["figures"]
    return figures


def _figures(measured: Mapping[str, float]) -> str:
    """Return a table of figures; each is named "part: figure"."""
    rows = ["| part | figure | value |", "|---|---|---|"]
    for name, value in measured.items():
        part, _, figure = name.partition(": ")
        rows.append(f"| {part} | {figure} | {value:.3f} |")
    return "\n".join(rows)


PAGES: dict[str, Callable[[], str]] = {
    "docs/cli.md": command_page,
    "docs/records.md": record_page,
    "docs/errors.md": error_page,
    "docs/vocabulary.md": vocabulary_page,
    "docs/licences.md": licence_page,
    "docs/accuracy.md": accuracy_page,
    "docs/tutorial.md": lambda: transcripts.replayed(DOCS / "tutorial.md", ROOT),
    "docs/extend.md": lambda: transcripts.replayed(DOCS / "extend.md", ROOT),
    "README.md": front_page,
}
"""Every page that is made, with the function that returns its text."""


def main() -> int:
    """Write what is out of date, or with `--check` only name it; return the exit status."""
    check = "--check" in sys.argv[1:]
    stale = False
    for name, made in PAGES.items():
        path, text = ROOT / name, made()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale = True
        sys.stdout.write(f"{name} {'is out of date: run make docs' if check else 'written'}\n")
        if not check:
            path.write_text(text, encoding="utf-8")
    return int(stale and check)


if __name__ == "__main__":
    sys.exit(main())
