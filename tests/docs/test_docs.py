"""The documentation says what the program does, and nothing is left out."""

import re
import sys
from dataclasses import fields
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "docs"))

import generate  # noqa: E402  # it lies in docs/, beside what it writes
import licences  # noqa: E402

import reportedly  # noqa: E402
from reportedly import errors  # noqa: E402
from reportedly.show.cli import COMMANDS  # noqa: E402
from reportedly.show.settings import Settings  # noqa: E402

PAGES = sorted([*(ROOT / "docs").glob("*.md"), *ROOT.glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#]+)(?:#[^)]*)?\)")
TEST = re.compile(r"\((tests/[\w/]+\.py)\) `(test_\w+)`")


def page(name):
    """Return the text of a page of docs/."""
    return (ROOT / "docs" / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [n for n in generate.PAGES if n != "docs/licences.md"])
def test_pages_are_fresh(name):
    """Every page that is made from the code says what it would say if it were made now."""
    expected = generate.PAGES[name]()

    assert expected == (ROOT / name).read_text(encoding="utf-8"), "run: make docs"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_documented(command):
    """Each command has its help on the page of the command line."""
    assert f"\n## {command}\n" in page("cli.md")
    assert f"Usage: reportedly {command}" in page("cli.md")


def test_every_setting_is_documented():
    """Each setting has a row with its meaning."""
    rows = page("cli.md").partition("## settings")[2]
    documented = re.findall(r"^\| (\w+) \|.*\| [^|]+\w[^|]+ \|$", rows, re.MULTILINE)

    assert [field.name for field in fields(Settings)] == documented[1 : 1 + len(fields(Settings))]


@pytest.mark.parametrize(
    "kind",
    [*generate.RECORDS.values(), *generate.parts_of_records(), *generate.answers_of_library()],
)
def test_every_field_of_every_record_is_documented(kind):
    """Each record has its heading, and each field a meaning."""
    assert f"\n## {kind.__name__}\n" in page("records.md")
    assert [f.name for f in fields(kind) if f.name not in generate.field_meanings(kind)] == []


def test_every_public_name_is_on_some_page():
    """Whatever the package offers can be looked up."""
    told = "\n".join(path.read_text(encoding="utf-8") for path in PAGES)

    assert [n for n in reportedly.__all__ if not re.search(rf"\b{n}\b", told)] == []


def test_every_error_is_documented():
    """Each error stands in the tree and has its sentence."""
    names = [kind.__name__ for kind in generate.classes(errors)]

    assert [n for n in names if page("errors.md").count(n) < 2] == []


@pytest.mark.parametrize("name", generate.vocabulary())
def test_every_word_has_a_meaning(name):
    """Each status, flag and other word of the vocabulary has a row."""
    rows = page("vocabulary.md").partition(f"Python: `{name}`")[2]

    assert [w for w in generate.vocabulary()[name] if f"\n| {w} | " not in rows] == []


def test_every_status_and_flag_is_explained_where_it_is_decided():
    """How it works tells when each status and each flag is given."""
    words = generate.vocabulary()
    told = page("how-it-works.md")

    assert [w for w in (*words["Status"], *words["Flag"]) if w not in told] == []


def test_every_package_has_its_licence():
    """Whatever is installed with it is listed, and what it names itself is told what for."""
    project = ROOT / "pyproject.toml"
    listed = set(re.findall(r"^\| \**([\w.-]+?)\**\s*\| ", page("licences.md"), re.MULTILINE))

    assert set(licences.needed(project)) - listed == set()
    assert [n for n in licences.direct(project) if f"| `{n}` |" not in page("data.md")] == []


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_lead_somewhere(path):
    """Each link to a file of the project finds it."""
    targets = LINK.findall(path.read_text(encoding="utf-8"))

    assert [t for t in targets if not (path.parent / t).exists()] == []


def test_promises_name_tests_that_exist():
    """Each promise of the README leads to a test of that name in that file."""
    named = TEST.findall((ROOT / "README.md").read_text(encoding="utf-8"))

    assert len(named) >= 7
    assert [n for f, n in named if f"def {n}(" not in (ROOT / f).read_text(encoding="utf-8")] == []
