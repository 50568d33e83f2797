"""Vectors of statements, by which those that mean alike are told."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; statements that are kept already have no vector until they come again."""
    op.create_table(
        "vector",
        sa.Column("number", sa.Integer, sa.ForeignKey("record.number"), primary_key=True),
        sa.Column("model", sa.String(64), primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
    )
