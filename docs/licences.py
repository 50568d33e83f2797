"""The licences of everything that is installed with a project, from the packages' metadata."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PREFIX = "License :: OSI Approved :: "
_LONGEST = 60


def needed(project: Path) -> dict[str, Distribution]:
    """Return every distribution that a project needs at run time, by its name, in order.

    Args:
        project: its pyproject.toml.
    """
    found: dict[str, Distribution] = {}
    waiting = list(direct(project))
    while waiting:
        name = waiting.pop()
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or another version of Python
        if name not in found:
            found[name] = installed
            waiting += _names(installed.requires or ())
    return dict(sorted(found.items()))


def direct(project: Path) -> Iterator[str]:
    """Yield what a project names as its own needs."""
    yield from _names(tomllib.loads(project.read_text(encoding="utf-8"))["project"]["dependencies"])


def _names(requirements: Iterable[str]) -> Iterator[str]:
    for line in requirements:
        needs = Requirement(line)
        if needs.marker is None or needs.marker.evaluate({"extra": ""}):
            yield canonicalize_name(needs.name)


def licence(installed: Distribution) -> str:
    """Return the licence that a distribution states."""
    stated = installed.metadata
    for field in ("License-Expression", "License"):
        words = "\n".join(stated.get_all(field) or ()).splitlines()[:1]
        if words and len(words[0]) < _LONGEST:
            return str(words[0])
    classes = stated.get_all("Classifier") or []
    named = [line.removeprefix(_PREFIX) for line in classes if line.startswith(_PREFIX)]
    return ", ".join(named) or "not stated"


def page(project: Path) -> str:
    """Return the page that lists them."""
    own = set(direct(project))
    rows = ["# Licences of what is installed with it\n"]
    rows.append("As the packages state them. Those in bold are named by this project itself,")
    rows.append("the others are needed by those.\n")
    rows += ["| package | licence |", "|---|---|"]
    for name, installed in needed(project).items():
        shown = f"**{name}**" if name in own else name
        rows.append(f"| {shown} | {licence(installed)} |")
    return "\n".join(rows) + "\n"
