"""Starting a desk, and deciding about what it holds."""

import pytest
from tests.show.cli.articles import Place, run, written


@pytest.fixture
def own(tmp_path):
    """A desk of one's own that has read three articles."""
    made = Place(tmp_path)
    assert made.run("add", str(written(tmp_path))).exit_code == 0
    return made


def test_a_judgement_holds_until_it_is_undone(own):
    """What a person decides outweighs the machine, is shown, and can be taken back."""
    before = own.lines("claims")[0]["standing"]["status"]
    words = ("--field", "status", "--value", "undeterminable", "--reason", "Nobody can know")
    judged = own.lines("judge", own.claim[:8], "corrected", *words, "--by", "Ada")[0]
    shown = own.run("show", own.claim).stdout
    assert shown.startswith("UNDETERMINABLE by Ada.")
    assert "Nobody can know" in shown
    undone = own.run("judge", str(judged["id"])[:8], "undo", "--reason", "A slip", "--by", "Ada")
    assert undone.stdout.startswith("Recorded as ")
    assert own.lines("claims")[0]["standing"]["status"] == before


def test_only_a_judgement_can_be_undone(own):
    """Undoing anything else is refused."""
    refused = own.run("judge", own.claim, "undo", "--reason", "r")
    assert refused.exit_code == 1
    assert "is no judgement" in refused.stderr


def test_rejecting_a_link_parts_the_claim(own):
    """Two reports that a person holds apart no longer make one claim."""
    body = own.lines("show", own.claim)[0]
    second = body["reports"][1]["id"]
    links = [i for i in own.lines("why", second)[0]["because"] if i["what"] == "link"]
    for link in links:
        words = ("--field", "relation", "--reason", "Another delivery")
        assert own.run("judge", link["id"], "rejected", *words).exit_code == 0
    assert second not in own.lines("show", own.claim)[0]["statements"]


def test_init_makes_a_desk_with_its_settings(tmp_path, monkeypatch):
    """A new desk can be used from its folder at once, and a second init changes nothing."""
    monkeypatch.chdir(tmp_path)
    made = run("init", "news")
    assert made.exit_code == 0
    settings = tmp_path / "news" / "reportedly.toml"
    content = settings.read_text()
    monkeypatch.chdir(tmp_path / "news")
    assert run("claims").exit_code == 0
    monkeypatch.chdir(tmp_path)
    again = run("init", "news")
    assert "left as it is" in again.stderr
    assert settings.read_text() == content


def test_the_desk_can_be_named_before_or_after_the_command(own, monkeypatch):
    """Flag of the program, flag of the command, environment: each names the desk."""
    expected = own.run("claims").stdout
    assert run("claims", "--desk", str(own.desk)).stdout == expected
    monkeypatch.setenv("REPORTEDLY_DESK", str(own.desk))
    assert run("claims").stdout == expected
