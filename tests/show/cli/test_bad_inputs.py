"""Bad input: one clear sentence, a code that says so, nothing lost."""

import sqlite3

import pytest
from tests.show.cli.articles import POST, Place, run


@pytest.fixture
def empty(tmp_path, monkeypatch):
    """A place whose desk holds nothing."""
    monkeypatch.chdir(tmp_path)
    made = Place(tmp_path)
    assert made.run("init").exit_code == 0
    return made


def _one_sentence(result, code: int, told: str) -> None:
    """Check that a command failed with one clear sentence and no trace."""
    assert result.exit_code == code, result.output
    assert result.stdout == ""
    assert told in result.stderr
    assert "Traceback" not in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("read", "missing.txt"), 1, "missing.txt"),
        (("add", "missing.txt"), 1, "missing.txt"),
        (("claims", "--published-by", "2999-01-01"), 1, "lies in the future"),
        (("claims", "--seen-by", "2999-01-01"), 1, "lies in the future"),
        (("claims", "--seen-by", "soon"), 2, "is not a moment"),
        (("claims", "--limit", "0"), 2, "--limit"),
        (("show", "abc"), 1, "too short"),
        (("show", "abcdef12"), 1, "No record begins with"),
        (("trace", "abcdef12"), 1, "No record begins with"),
        (("why", "abcdef12"), 1, "No record begins with"),
        (("why", "abcdef12.colour"), 1, "is no figure of a claim"),
        (("judge", "abcdef12", "undo", "--reason", "r"), 1, "No record begins with"),
        (("judge", "abcdef12", "praised", "--reason", "r"), 2, "praised"),
        (("read", "post.txt", "--published", "2999-01-01"), 1, "lies in the future"),
        (("read", "post.txt", "--published", "soon"), 1, "is not a date"),
        (("read", "post.txt", "--zone", "Mars/Base"), 1, "is not a time zone"),
        (("read", "post.txt", "--column", "body"), 2, "NAME=COLUMN"),
        (("nonsense",), 2, "No such command"),
    ],
)
def test_bad_words_are_told_in_one_sentence(empty, words, code, told):
    """Each wrong argument is named, with what to do."""
    (empty.folder / "post.txt").write_text(POST, encoding="utf-8")
    _one_sentence(empty.run(*words), code, told)


@pytest.mark.parametrize(
    "name", ["claims", "search rain", "show abcdef12", "trace abcdef12", "why abcdef12", "problems"]
)
def test_a_desk_that_is_not_there_says_how_to_start_one(tmp_path, name):
    """Asking where there is no desk makes none."""
    place = Place(tmp_path)
    _one_sentence(place.run(*name.split()), 1, "Start one with: reportedly init")
    assert not place.desk.exists()


def test_a_file_in_place_of_the_desk_is_told(tmp_path):
    """A desk is a folder."""
    (tmp_path / "desk").write_text("", encoding="utf-8")
    _one_sentence(Place(tmp_path).run("claims"), 1, "is a file, not the folder of a desk")


def test_a_corrupt_store_is_told(empty):
    """A store that is none is left as it is, and said to be so."""
    file = empty.desk / "desk.sqlite"
    file.write_bytes(b"not a store at all" * 1000)
    for words in (("claims",), ("add", "-")):
        result = empty.run(*words, given=POST)
        _one_sentence(result, 1, "desk.sqlite")
    assert file.read_bytes() == b"not a store at all" * 1000


def test_no_permission_is_told(tmp_path):
    """Where nothing may be written, that is said."""
    _one_sentence(run("--desk", "/proc/desk", "init"), 1, "/proc/desk")


def test_an_article_that_is_none_is_set_aside_and_kept(empty):
    """A binary file is set aside with its reason, and listed until a retry succeeds."""
    (empty.folder / "image.txt").write_bytes(bytes(range(256)) * 40)
    added = empty.run("add", "image.txt")
    assert added.exit_code == 1
    assert "Set aside (" in added.stderr
    (problem,) = empty.lines("problems")
    assert str(problem["address"]).endswith("image.txt")
    assert empty.run("problems").stdout.splitlines()[0] == "ID\tREASON\tFROM\tWHAT"
    (empty.folder / "image.txt").write_text(POST, encoding="utf-8")
    retried = empty.run("problems", "--retry")
    assert retried.exit_code == 0
    assert empty.lines("problems") == []
    assert empty.lines("claims")


def test_some_set_aside_is_code_three(empty):
    """What can be read is kept; the code says that not all could."""
    folder = empty.folder / "mixed"
    folder.mkdir()
    (folder / "post.txt").write_text(POST, encoding="utf-8")
    (folder / "image.txt").write_bytes(bytes(range(256)) * 40)
    added = empty.run("add", str(folder))
    assert added.exit_code == 3
    assert added.stdout.startswith("1 article added, 1 set aside")


def test_a_locked_store_is_told(empty):
    """While somebody else writes, a writer says so instead of hanging."""
    (empty.folder / "post.txt").write_text(POST, encoding="utf-8")
    held = sqlite3.connect(empty.desk / "desk.sqlite", isolation_level=None)
    held.execute("BEGIN IMMEDIATE")
    try:
        result = empty.run("add", "post.txt")
    finally:
        held.close()
    assert result.exit_code == 1
    assert "Traceback" not in result.stderr
    assert empty.run("add", "post.txt").exit_code == 0


def test_debug_shows_the_whole_error(empty):
    """With --debug the error comes through for whoever looks for its cause."""
    result = run("--debug", "--desk", str(empty.desk), "show", "abcdef12")
    assert type(result.exception).__name__ == "NotFoundError"
