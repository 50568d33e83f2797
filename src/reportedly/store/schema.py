"""The tables, in types that every database has.

`record` holds every record once per version, in its wire form; the columns beside the body
are what queries need and follow from it. `edge`, `term` and `vector` are indexes. What only one
database knows (full text, triggers) stands apart: see `lookups.py` and the migrations.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

metadata = MetaData()

ledger = Table(
    "ledger",
    metadata,
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False, index=True),
    Column("what", String(16), nullable=False),
    Column("records", Text, nullable=False),
    Column("upto", Integer, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("hash", String(64), nullable=False),
)

record = Table(
    "record",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", Integer, ForeignKey("ledger.seq"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),
    Column("id", String(64), nullable=False),
    Column("parent", String(64)),
    Column("published", String(32)),
    Column("body", Text, nullable=False),
    Index("ix_record_id", "id", "number"),
    Index("ix_record_kind", "kind", "parent", "number"),
)

edge = Table(
    "edge",
    metadata,
    Column("node", String(64), primary_key=True),
    Column("number", Integer, ForeignKey("record.number"), primary_key=True),
    sqlite_with_rowid=False,
)

term = Table(
    "term",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("term", String(255), primary_key=True),
    Column("number", Integer, ForeignKey("record.number"), primary_key=True),
    sqlite_with_rowid=False,
)

vector = Table(
    "vector",
    metadata,
    Column("number", Integer, ForeignKey("record.number"), primary_key=True),
    Column("model", String(64), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
