"""Upgrades keep everything: a backup first, then all or nothing."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from tests.build import make_document, moment
from tests.store.releasing import exported

from reportedly import store
from reportedly.errors import StoreError
from reportedly.store import migrations
from reportedly.store.schema import metadata
from reportedly.store.sqlite import SqliteStore

RELEASED = Path(__file__).parent / "released"
NEXT = '''
"""A revision of tomorrow."""

import sqlalchemy as sa
from alembic import op

revision = "9001"
down_revision = "{head}"
branch_labels = None
depends_on = None


def upgrade():
    op.create_table("tomorrow", sa.Column("id", sa.String, primary_key=True))
    {more}
'''


@pytest.fixture(params=sorted(RELEASED.glob("*.db")), ids=lambda path: path.stem)
def released(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """Return a copy of a store that a released version wrote."""
    return Path(shutil.copy(request.param, tmp_path / "desk.db"))


def tomorrow(folder: Path, more: str = "") -> Path:
    """Return a folder with a revision after the last one."""
    versions = folder / "versions"
    versions.mkdir()
    (versions / "r9001.py").write_text(NEXT.format(head=migrations.HEAD, more=more))
    return versions


def tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as raw:
        return {name for (name,) in raw.execute("SELECT name FROM sqlite_master")}


def test_every_released_store_can_be_read(released: Path, request: pytest.FixtureRequest):
    """A store of any released version shows what it showed, and its ledger holds."""
    written = RELEASED / f"{request.node.callspec.id}.json"
    held = store.open(released)
    assert exported(held.view()) == written.read_text(encoding="utf-8")
    assert held.verify() == len(held.view().ledger())
    with held.write(now=moment("2023-11-08")) as writer:
        assert writer.add([make_document("Example Post", "Hail.")]) == 1
    held.close()


def test_an_upgrade_makes_a_backup_first(
    released: Path, tmp_path: Path, request: pytest.FixtureRequest
):
    """Before the schema changes, a whole copy with revision and last moment in its name is made."""
    held = store.open(released)
    before = exported(held.view())
    held.close()
    more = [tomorrow(tmp_path)]
    upgraded = SqliteStore(released, more=more)
    assert (exported(upgraded.view()), "tomorrow" in tables(released)) == (before, True)
    upgraded.close()
    SqliteStore(released, more=more).close()
    backups = sorted(tmp_path.glob("*backup*"))
    revisions = sorted({request.node.callspec.id, migrations.HEAD})
    assert [one.name for one in backups] == [
        f"desk.backup-{revision}-20231107T000000Z.db" for revision in revisions
    ]
    restored = store.open(backups[-1])
    assert (exported(restored.view()), "tomorrow" in tables(backups[-1])) == (before, False)
    restored.close()


def test_an_upgrade_that_fails_changes_nothing(released: Path, tmp_path: Path):
    """When a step fails, the store is what it was, and the backup is there too."""
    before = tables(released)
    broken = tomorrow(tmp_path, 'op.execute("INSERT INTO nowhere VALUES (1)")')
    with pytest.raises(StoreError, match="no such table: nowhere"):
        SqliteStore(released, more=[broken])
    assert tables(released) == before
    assert len(list(tmp_path.glob("*backup*"))) == 1
    held = store.open(released)
    assert held.verify() == len(held.view().ledger())
    held.close()


def test_a_store_of_a_newer_version_is_left_alone(released: Path, tmp_path: Path):
    """An older program says that it is too old, and writes nothing."""
    SqliteStore(released, more=[tomorrow(tmp_path)]).close()
    content = released.read_bytes()
    with pytest.raises(StoreError, match=r"newer reportedly \(schema 9001.*Update reportedly"):
        store.open(released)
    assert released.read_bytes() == content


def test_the_revisions_make_the_tables_that_the_program_uses(tmp_path: Path):
    """The last revision, and the tables in the code, are the same; the newest is on file."""
    store.open(tmp_path / "desk.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'desk.db'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        differences = [
            one
            for one in compare_metadata(context, metadata)
            if not (one[0] == "remove_table" and one[1].name.startswith("statement_text"))
        ]
    engine.dispose()
    scripts = ScriptDirectory(str(Path(migrations.__file__).parent))
    assert (differences, scripts.get_heads()) == ([], [migrations.HEAD])
    assert (RELEASED / f"{migrations.HEAD}.db").exists()
