"""`reportedly read` takes an article apart and keeps nothing."""

import json

import pytest
from tests.show.cli.articles import POST, run


@pytest.fixture
def post(tmp_path, monkeypatch):
    """An article in an empty folder, where the command runs."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "post.txt").write_text(POST, encoding="utf-8")
    return tmp_path


SAID = ("--outlet", "Example Post", "--published", "2024-03-04")


def test_each_statement_is_shown_with_chain_and_certainty(post):
    """Who says what, through whom, how sure: one block for each statement."""
    shown = run("read", "post.txt", *SAID)
    assert shown.exit_code == 0
    assert shown.stderr == ""
    assert "Example Post <- " in shown.stdout
    assert "U.S. official" in shown.stdout
    assert 'possible (PS+): "may"' in shown.stdout
    assert list(post.iterdir()) == [post / "post.txt"]


def test_json_lines_go_to_stdout_alone(post):
    """With --json each statement is one line that other programs can read."""
    shown = run("read", "post.txt", *SAID, "--json")
    statements = [json.loads(line) for line in shown.stdout.splitlines()]
    assert {said["record"] for said in statements} == {"statement"}
    assert {said["chain"][0]["actor"]["name"] for said in statements} == {"Example Post"}


def test_stdin_is_read_and_a_missing_date_is_told(post):
    """Without a date it is said on stderr that relative times stay unresolved."""
    shown = run("read", "-", "--outlet", "Example Post", given=POST)
    assert shown.exit_code == 0
    assert "no publication date, so relative times stay unresolved" in shown.stderr
    assert "= unresolved" in shown.stdout


def test_named_columns_of_json_lines_are_read(post):
    """A table whose columns have other names is read with --column."""
    row = {"body": POST, "day": "2024-03-04", "paper": "Example Post"}
    (post / "rows.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    named = ("--column", "text=body", "--column", "published=day", "--column", "outlet=paper")
    shown = run("read", "rows.jsonl", *named)
    assert shown.exit_code == 0
    assert shown.stdout.startswith("Example Post, 2024-03-04")


def test_nothing_in_an_article_steers_the_terminal(post):
    """Escape sequences and direction marks of an article are shown, not obeyed."""
    hostile = (
        "Rain fell in Syria\u202e, a U.S. [bold]official[/bold] told the Example Post.\x1b[31m"
    )
    shown = run("read", "-", *SAID, given=hostile)
    assert "\x1b" not in shown.stdout
    assert "\u202e" not in shown.stdout
    assert "Traceback" not in shown.output


def test_a_reader_can_be_chosen(post):
    """Every statement tells which reader made it; the rules can be asked for by name."""
    shown = run("read", "post.txt", *SAID, "--reader", "rules", "--json")
    readers = {json.loads(line)["read_by"] for line in shown.stdout.splitlines()}
    assert readers == {"rules/2"}
