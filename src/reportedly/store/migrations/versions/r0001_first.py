"""The first schema: records, ledger, their indexes, and the rule that nothing is edited."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_APPEND_ONLY = ("record", "ledger", "edge")


def upgrade() -> None:
    """Make the tables."""
    _records()
    _indexes()
    if op.get_bind().dialect.name == "sqlite":
        _for_sqlite()


def _records() -> None:
    op.create_table(
        "ledger",
        sa.Column("seq", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("what", sa.String(16), nullable=False),
        sa.Column("records", sa.Text, nullable=False),
        sa.Column("upto", sa.Integer, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("hash", sa.String(64), nullable=False),
    )
    op.create_index("ix_ledger_at", "ledger", ["at"])
    op.create_table(
        "record",
        sa.Column("number", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("entry", sa.Integer, sa.ForeignKey("ledger.seq"), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("parent", sa.String(64)),
        sa.Column("published", sa.String(32)),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("ix_record_entry", "record", ["entry"])
    op.create_index("ix_record_id", "record", ["id", "number"])
    op.create_index("ix_record_kind", "record", ["kind", "parent", "number"])


def _indexes() -> None:
    op.create_table(
        "edge",
        sa.Column("node", sa.String(64), primary_key=True),
        sa.Column("number", sa.Integer, sa.ForeignKey("record.number"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "term",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("term", sa.String(255), primary_key=True),
        sa.Column("number", sa.Integer, sa.ForeignKey("record.number"), primary_key=True),
        sqlite_with_rowid=False,
    )


def _for_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE statement_text USING "
        "fts5(text, content='', tokenize='porter unicode61')"
    )
    for table in _APPEND_ONLY:
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{change.lower()} BEFORE {change} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'what is kept is never changed'); END"
            )
    # "Rptd": tells a store from any other SQLite file.
    op.execute("PRAGMA application_id = 1383101540")
