"""The licences of everything that is installed with a package, from the packages' metadata."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

_PREFIX = "License :: OSI Approved :: "
_LONGEST = 60


def needed(package: str) -> dict[str, Distribution]:
    """Return every distribution that a package needs at run time, by its name, in order."""
    found: dict[str, Distribution] = {}
    waiting = list(direct(package))
    while waiting:
        name = waiting.pop()
        try:
            installed = distribution(name)
        except PackageNotFoundError:
            continue  # for another system, or another version of Python
        if name not in found:
            found[name] = installed
            waiting += _requirements(installed)
    return dict(sorted(found.items()))


def direct(package: str) -> Iterator[str]:
    """Yield what a package names as its own needs."""
    yield from _requirements(distribution(package))


def _requirements(installed: Distribution) -> Iterator[str]:
    for line in installed.requires or ():
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


def page(package: str) -> str:
    """Return the page that lists them."""
    own = set(direct(package))
    rows = ["# Licences of what is installed with it\n"]
    rows.append("As the packages state them. Those in bold are named by this project itself,")
    rows.append("the others are needed by those.\n")
    rows += ["| package | licence |", "|---|---|"]
    for name, installed in needed(package).items():
        shown = f"**{name}**" if name in own else name
        rows.append(f"| {shown} | {licence(installed)} |")
    return "\n".join(rows) + "\n"
