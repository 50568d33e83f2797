"""Bringing a store to the schema of this version, with a backup before and all or nothing.

Each revision in `versions/` says in its own words what it makes, so that it does the same
for ever, whatever the tables of `schema.py` become.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from reportedly.errors import StoreError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
"""The revision that this version of the program writes."""

_HERE = Path(__file__).parent


def revision(connection: Connection) -> str | None:
    """Return the revision of a store; None where there is none yet."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.scalar(text("SELECT version_num FROM alembic_version"))
    return None if found is None else str(found)


def due(present: str | None, more: Sequence[Path] = ()) -> bool:
    """Return whether a store at this revision has to be changed first.

    Raises:
        StoreError: the store was written by a newer version.
    """
    if present == HEAD and not more:
        return False
    if present is None:
        return True
    # Alembic takes long to import and is needed only where something has changed.
    from alembic.script import ScriptDirectory  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    scripts = ScriptDirectory.from_config(_config(more))
    try:
        scripts.get_revision(present)
    except CommandError as error:
        raise StoreError(
            f"This store was written by a newer reportedly (schema {present}; this one knows "
            f"{HEAD}). Update reportedly, or open another store."
        ) from error
    return present not in scripts.get_heads()


def upgrade(connection: Connection, more: Sequence[Path] = ()) -> None:
    """Bring a store to the last revision, inside the transaction of this connection.

    Args:
        connection: its transaction has to be kept only when all went well.
        more: folders with revisions beyond those of the package.
    """
    from alembic import command  # noqa: PLC0415  # see `due`

    config = _config(more)
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _config(more: Sequence[Path]) -> Config:
    from alembic.config import Config  # noqa: PLC0415  # see `due`

    config = Config()
    config.set_main_option("script_location", _escaped(_HERE))
    config.set_main_option("path_separator", "newline")
    places = [_HERE / "versions", *more]
    config.set_main_option("version_locations", "\n".join(map(_escaped, places)))
    return config


def _escaped(path: Path) -> str:
    """Return a path as alembic's settings take it, where a percent sign has a meaning."""
    return str(path).replace("%", "%%")
