"""The demo: real articles in, claims and one chain out."""

from tests.show.cli.articles import Place


def test_the_demo_ends_with_claims_a_chain_and_what_to_try(tmp_path):
    """The invented case stands on top; the commands that it names can be typed."""
    place = Place(tmp_path)
    shown = place.run("demo", "--articles", "2")
    assert shown.exit_code == 0, shown.stderr
    assert "8 articles added" in shown.stdout
    assert "2 articles added" in shown.stdout
    assert "Harbour Gazette" in shown.stdout
    *_, command = [line for line in shown.stdout.splitlines() if " why " in line]
    explained = place.run(*command.split()[3:])
    assert explained.exit_code == 0
    assert "“" in explained.stdout


def test_the_demo_counts_the_invented_case_as_its_articles_tell_it(tmp_path):
    """Seven outlets, copies and relays among them: at most two origins, and a party denies."""
    place = Place(tmp_path)
    assert place.run("demo", "--articles", "1").exit_code == 0
    first = place.lines("claims")[0]
    standing = first["standing"]
    assert (standing["status"], standing["lo"], standing["hi"]) == ("disputed", 1, 2)
