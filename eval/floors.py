"""Floors: figures under which nothing may fall, kept in floors.json."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from reportedly.errors import InvalidValueError

Figures = dict[str, float]

SLACK = 0.0005
"""By how much a figure may miss its floor: figures are rounded."""

FALLING = (
    *("false positives in boilerplate", "mean error", "over-counted", "over gold"),
    *("wrong sources", "invented sources", "calibration error", "false corroborated"),
    "frame or chance still found",
)
"""Ends of the names of figures of which less is better; their floor is a ceiling."""


def is_under(name: str, figure: float, floor: float) -> bool:
    """Return whether a figure is worse than its floor.

    >>> is_under("factuality: mean error", 0.9, 0.8), is_under("copies: recall", 0.9, 0.8)
    (True, False)
    """
    worse = figure - floor if name.endswith(FALLING) else floor - figure
    return worse > SLACK


def better(floors: Figures, figures: Figures) -> Figures:
    """Return the floors raised to these figures; none becomes less strict."""
    return {
        name: floors[name] if name in floors and is_under(name, figure, floors[name]) else figure
        for name, figure in figures.items()
    }


def as_row(name: str, figure: float | None, floor: float | None) -> str:
    """Return a line of the table."""
    told = "-" if figure is None else f"{figure:.4f}"
    least = "-" if floor is None else f"{floor:.4f}"
    return f"{name:<58}{told:>9}{least:>9}  {_verdict(name, figure, floor)}"


def _verdict(name: str, figure: float | None, floor: float | None) -> str:
    if figure is None:
        return "not measured"
    if floor is None:
        return "no floor yet"
    return "WORSE" if is_under(name, figure, floor) else "holds"


def read_floors(path: Path) -> Figures:
    """Return the figures of a file of floors, or of figures; none where there is no file.

    Raises:
        InvalidValueError: the file is no JSON object of names and numbers.
    """
    if not path.exists():
        return {}
    return parsed(path.read_text(encoding="utf-8"), str(path))


def parsed(text: str, where: str) -> Figures:
    """Return the figures that a text of JSON holds.

    Raises:
        InvalidValueError: it is no JSON object of names and numbers.
    """
    try:
        held = json.loads(text)
    except ValueError as error:
        raise InvalidValueError(f"{where} is not JSON ({error}).") from error
    held = held.get("figures", held) if isinstance(held, dict) else None
    if not isinstance(held, dict) or not all(isinstance(v, int | float) for v in held.values()):
        raise InvalidValueError(f"{where} must map names to numbers.")
    return {str(name): float(value) for name, value in held.items()}


def write_json(path: Path, held: Mapping[str, object]) -> None:
    """Write an object as JSON that is good to read and to compare."""
    path.write_text(json.dumps(held, indent=1, sort_keys=True) + "\n", encoding="utf-8")
