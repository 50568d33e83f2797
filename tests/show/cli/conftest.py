"""A desk that holds three articles, made once."""

import pytest
from tests.show.cli.articles import Place, written


@pytest.fixture(scope="session")
def place(tmp_path_factory):
    """A desk that has read three articles on one claim; tests here only ask it."""
    made = Place(tmp_path_factory.mktemp("place"))
    articles = written(made.folder)
    added = made.run("add", str(articles))
    assert added.exit_code == 0, added.output
    assert added.stdout.startswith("3 articles added")
    return made
