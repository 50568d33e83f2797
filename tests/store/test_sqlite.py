"""The SQLite store: its file, its refusals, and what a changed byte does."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.build import make_claim, make_document, make_link, make_statement, moment

from reportedly import store
from reportedly.errors import StoreError

MONDAY = moment("2023-11-06")
POST = make_document("Example Post", "Rain fell on Kyiv.", "2023-11-03")
RAIN = make_statement(POST, "Rain fell on Kyiv")
WIRE = make_document("Example Wire", "Rain fell.", "2023-11-05")
WIRED = make_statement(WIRE, "Rain fell")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return the file of a store with two articles, their link and their claim."""
    path = tmp_path / "desk.db"
    held = store.open(path)
    for records in ([POST, RAIN], [WIRE, WIRED, make_link(WIRED, RAIN), make_claim(RAIN, WIRED)]):
        with held.write(now=MONDAY) as writer:
            writer.add(records)
    held.close()
    return path


def tamper(path: Path, *commands: str) -> None:
    """Change a store behind its back, with the triggers dropped."""
    with closing(sqlite3.connect(path)) as raw:
        triggers = raw.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in triggers:
            raw.execute(f"DROP TRIGGER {name}")
        for command in commands:
            raw.execute(command)
        raw.commit()


def verified(path: Path) -> int:
    """Open a store, verify it and close it."""
    held = store.open(path)
    try:
        return held.verify()
    finally:
        held.close()


@pytest.mark.parametrize("change", ["UPDATE {} SET number = number", "DELETE FROM {}"])
@pytest.mark.parametrize("table", ["record", "ledger", "edge"])
def test_the_file_itself_refuses_changes(place: Path, change: str, table: str):
    """Even a program that does not know the rule cannot edit or delete by accident."""
    command = change.format(table).replace("number", "seq" if table == "ledger" else "number")
    with (
        closing(sqlite3.connect(place)) as raw,
        pytest.raises(sqlite3.Error, match="never changed"),
    ):
        raw.execute(command)


@pytest.mark.parametrize(
    ("command", "entry"),
    [
        ("UPDATE record SET body = replace(body, 'Kyiv.', 'Lviv.') WHERE number = 1", 1),
        ("UPDATE record SET body = replace(body, 'Kyiv', 'Kyjv') WHERE number = 2", 2),
        ("UPDATE record SET body = '{' WHERE number = 3", 3),
        ("UPDATE record SET body = CAST(x'ff' AS TEXT) WHERE number = 3", 3),
        ("UPDATE record SET published = '2022' || substr(published, 5) WHERE number = 3", 3),
        (
            "UPDATE record SET parent = replace(parent, substr(parent, 1, 1), 'x') WHERE number = 4",
            4,
        ),
        ("UPDATE record SET kind = 'link' WHERE number = 4", 4),
        ("UPDATE record SET id = 'x' || substr(id, 2) WHERE number = 5", 5),
        ("UPDATE record SET number = 60 WHERE number = 6", 6),
        ("UPDATE record SET entry = 1 WHERE number = 3", 1),
        ("DELETE FROM record WHERE number = 4", 4),
        ("DELETE FROM edge WHERE number = 5", 5),
        ("UPDATE edge SET node = 'x' || substr(node, 2) WHERE number = 6", 6),
        ("UPDATE ledger SET at = '2022' || substr(at, 5) WHERE seq = 2", 2),
        ("UPDATE ledger SET at = 'never' WHERE seq = 2", 2),
        ("UPDATE ledger SET what = 'documenu' WHERE seq = 3", 3),
        ("UPDATE ledger SET records = replace(records, ']', ',1]') WHERE seq = 3", 3),
        ("UPDATE ledger SET records = 'x' WHERE seq = 3", 3),
        ("UPDATE ledger SET hash = 'x' || substr(hash, 2) WHERE seq = 1", 1),
        ("UPDATE ledger SET previous = 'x' || substr(previous, 2) WHERE seq = 4", 4),
        ("UPDATE ledger SET upto = 7 WHERE seq = 6", 6),
        ("UPDATE ledger SET seq = 9 WHERE seq = 4", 5),
        ("DELETE FROM ledger WHERE seq = 2", 3),
    ],
)
def test_a_changed_byte_is_found(place: Path, command: str, entry: int):
    """Whatever is changed in records, ledger or index, verify names the first broken entry."""
    assert verified(place) == 6
    tamper(place, command)
    with pytest.raises(StoreError, match=f"Ledger entry {entry}[ (].*does not hold"):
        verified(place)


def test_every_byte_of_every_body_counts(place: Path):
    """One flipped bit anywhere in a record is found."""
    with closing(sqlite3.connect(place)) as raw:
        lengths = raw.execute("SELECT number, entry, length(body) FROM record").fetchall()
    whole = place.read_bytes()
    for number, entry, length in lengths:
        for at in range(1, length + 1, 37):
            flipped = f"char(unicode(substr(body, {at}, 1)) + 1)"
            body = f"substr(body, 1, {at - 1}) || {flipped} || substr(body, {at + 1})"
            tamper(place, f"UPDATE record SET body = {body} WHERE number = {number}")  # noqa: S608  # numbers of our own
            with pytest.raises(StoreError, match=f"Ledger entry {entry} .*does not hold"):
                verified(place)
            place.write_bytes(whole)


def test_a_restored_copy_has_the_same_ledger(place: Path, tmp_path: Path):
    """A copy of the file is the same store, to the last hash."""
    copy = tmp_path / "copy.db"
    copy.write_bytes(place.read_bytes())
    restored = store.open(copy)
    assert restored.verify() == 6
    assert restored.view().ledger() == store.open(place).view().ledger()


def test_a_folder_holds_its_store(tmp_path: Path):
    """A folder, there or not, means the store inside it; an ending means a file."""
    for where in (tmp_path, tmp_path / "desk", tmp_path / "deep" / "er" / "mine.sqlite"):
        store.open(where).close()
    assert sorted(str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*.*")) == [
        "deep/er/mine.sqlite",
        "desk.sqlite",
        "desk/desk.sqlite",
    ]


def test_what_was_kept_is_there_when_opened_again(place: Path):
    """A store outlives the program."""
    assert store.open(place).view().documents() == [POST, WIRE]


def test_an_open_view_sees_what_another_program_adds(place: Path):
    """Readers follow the one writer without opening again."""
    reader, other = store.open(place), store.open(place)
    later = make_document("Example Blog", "Hail.", "2023-11-06")
    with other.write(now=MONDAY) as writer:
        writer.add([later])
    assert reader.view().documents() == [POST, WIRE, later]


def test_a_locked_store_says_who_holds_it(place: Path):
    """A second program that wants to write is told to wait."""
    held, other = store.open(place), store.open(place, wait=0.05)
    with (
        held.write(now=MONDAY) as writer,
        pytest.raises(StoreError, match=r"Another reportedly is writing to .*desk.db. Wait"),
        other.write(now=MONDAY),
    ):
        pass
    with held.write(now=MONDAY) as writer:
        assert writer.add([POST]) == 0


@pytest.mark.parametrize(
    "content", [b"Rain fell on Kyiv." * 100, b"SQLite format 3\0" + b"\7" * 9000]
)
def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path, content: bytes):
    """Another file is refused in plain words and not touched."""
    path = tmp_path / "desk.db"
    path.write_bytes(content)
    with pytest.raises(StoreError, match=r"desk.db is not a reportedly store or is damaged"):
        store.open(path)
    assert path.read_bytes() == content


def test_the_database_of_another_program_is_left_alone(tmp_path: Path):
    """A healthy SQLite file of somebody else is not taken for a store, nor changed."""
    path = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("CREATE TABLE bookmark (url)")
    content = path.read_bytes()
    with pytest.raises(StoreError, match="is not a reportedly store"):
        store.open(path)
    assert (path.read_bytes(), [one.name for one in tmp_path.iterdir()]) == (content, [path.name])


def test_damage_names_the_backup(place: Path):
    """Where the file is broken, the newest backup beside it is named."""
    backup = place.with_name("desk.backup-0001-20231106T000000Z.db")
    backup.write_bytes(place.read_bytes())
    place.write_bytes(b"\0" * 100 + place.read_bytes()[100:])
    with pytest.raises(
        StoreError, match=r"restore the backup .*desk.backup-0001-20231106T000000Z.db"
    ):
        store.open(place)


def test_damage_inside_the_file_is_told(place: Path):
    """A page of rubbish in the middle gives a sentence, not a crash."""
    content = bytearray(place.read_bytes())
    content[4096:] = b"\x5a" * len(content[4096:])
    place.write_bytes(content)
    with pytest.raises(StoreError, match=r"damaged|does not hold"):
        verified(place)


def test_a_place_that_cannot_be_made_says_so(tmp_path: Path):
    """Where no file can be, the sentence names the place and what to do."""
    (tmp_path / "note").write_text("no folder")
    with pytest.raises(StoreError, match=r"desk.db cannot be opened: .* Choose a place"):
        store.open(tmp_path / "note" / "desk.db")
    (tmp_path / "desk.sqlite").mkdir()
    with pytest.raises(StoreError, match="No permission to write"):
        store.open(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_store_without_write_permission_says_so(place: Path):
    """A file that may not be written gives a sentence that says what to change."""
    place.chmod(0o400)
    place.parent.chmod(0o500)
    try:
        with (
            pytest.raises(StoreError, match=r"No permission to write to .*desk.db"),
            store.open(place).write(now=MONDAY),
        ):
            pass
    finally:
        place.parent.chmod(0o700)


def test_a_full_disk_loses_nothing(place: Path):
    """When no room is left, the block fails with a sentence and the rest stays."""
    held = store.open(place)
    long = make_document("Example Post", "rain " * 400_000, "2023-11-06")
    with held._writing.connect() as connection:  # type: ignore[attr-defined]  # noqa: SLF001  # a limit stands for the disk
        connection.exec_driver_sql("PRAGMA max_page_count = 60")
        connection.rollback()
    with (
        pytest.raises(StoreError, match=r"The disk of .* is full. Make room"),
        held.write(now=MONDAY) as writer,
    ):
        writer.add([long])
    assert (held.verify(), held.view().documents()) == (6, [POST, WIRE])
