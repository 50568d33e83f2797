"""Flag, environment, file: which outweighs which."""

import pytest

from reportedly.errors import InvalidValueError
from reportedly.show.settings import FILE, Settings, settings


def test_nothing_set_gives_the_defaults(tmp_path):
    """Without flag, environment and file the desk is the folder `desk`."""
    assert settings(environ={}, folder=tmp_path) == Settings()


def test_a_flag_outweighs_the_environment_and_that_the_file(tmp_path):
    """The nearest word counts; a path in the file is taken from where the file lies."""
    (tmp_path / FILE).write_text('desk = "kept"\nworkers = 2\n')
    assert settings(environ={}, folder=tmp_path).desk == str(tmp_path / "kept")
    environ = {"REPORTEDLY_DESK": "elsewhere", "REPORTEDLY_WORKERS": "3"}
    assert settings(environ=environ, folder=tmp_path) == Settings("elsewhere", workers=3)
    assert settings(desk="here", environ=environ, folder=tmp_path).desk == "here"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("desk = ", "cannot be read"),
        ('color = "red"', "unknown setting 'color'. It may hold: desk, lists, reader, workers."),
        ('reader = "wild"', "Use one of: trained, fast, rules"),
        ("workers = -1", "not a number of processes"),
        ('workers = "many"', "not a number of processes"),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(tmp_path, content, told):
    """A setting that cannot be used is named with what would do."""
    (tmp_path / FILE).write_text(content)
    with pytest.raises(InvalidValueError, match=told):
        settings(environ={}, folder=tmp_path)
