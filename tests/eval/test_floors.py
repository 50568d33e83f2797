"""Floors cannot sink, at least not in silence."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

ROOT = Path(__file__).parents[2]
GIT = shutil.which("git")
sys.path.append(str(ROOT / "eval"))

import floors  # noqa: E402

NAMES = st.sampled_from(["copies: recall", "factuality: mean error", "own: F1"])
FIGURES = st.dictionaries(NAMES, st.floats(0, 3))


def run(*words):
    """Return what became of a program of the evaluation."""
    command = [sys.executable, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours


def judged(tmp_path, figures, least, *words):
    """Return the gate's exit status, what it says, and the floors afterwards."""
    for name, held in (("figures", figures), ("floors", least)):
        (tmp_path / f"{name}.json").write_text(json.dumps(held), encoding="utf-8")
    given = ["--figures", tmp_path / "figures.json", "--floors", tmp_path / "floors.json"]
    done = run(ROOT / "eval" / "gate.py", *given, *words)
    after = json.loads((tmp_path / "floors.json").read_text(encoding="utf-8"))
    return done.returncode, done.stdout + done.stderr, after


def test_gate_fails_under_a_floor_and_names_it(tmp_path):
    """A figure under its floor fails, with both numbers and what to do."""
    status, said, _ = judged(tmp_path, {"copies: recall": 0.8}, {"copies: recall": 0.9})
    assert (status, "WORSE" in said, "is 0.8000 and must not be worse than 0.9000" in said) == (
        1,
        True,
        True,
    )


def test_gate_passes_what_holds_and_what_was_not_measured(tmp_path):
    """A floor whose figure could not be measured here is told, and is no failure."""
    status, said, _ = judged(tmp_path, {"a: F1": 0.9}, {"a: F1": 0.9, "b: F1": 0.5})
    assert (status, "holds" in said, "not measured" in said) == (0, True, True)


def test_less_is_better_for_errors(tmp_path):
    """The floor of an error is a ceiling."""
    name = "factuality: mean error"
    assert judged(tmp_path, {name: 1.1}, {name: 1.0})[0] == 1
    assert judged(tmp_path, {name: 0.9}, {name: 1.0})[0] == 0


def test_set_floors_raises_and_never_lowers(tmp_path):
    """A better figure raises its floor, a worse one leaves it and fails."""
    least = {"a: F1": 0.5, "b: F1": 0.9}
    status, _, after = judged(tmp_path, {"a: F1": 0.7, "b: F1": 0.8}, least, "--set-floors")
    assert (status, after) == (1, {"a: F1": 0.7, "b: F1": 0.9})


def test_floor_is_lowered_by_name_only(tmp_path):
    """Who names a floor to lower lowers that one."""
    least = {"a: F1": 0.9, "b: F1": 0.9}
    figures = {"a: F1": 0.7, "b: F1": 0.9}
    status, _, after = judged(tmp_path, figures, least, "--lower", "a: F1")
    assert (status, after) == (0, figures)


def test_floors_that_are_no_json_are_named(tmp_path):
    """A broken file of floors gives one sentence with its name."""
    (tmp_path / "figures.json").write_text("{}", encoding="utf-8")
    (tmp_path / "floors.json").write_text("{", encoding="utf-8")
    paths = ["--figures", tmp_path / "figures.json", "--floors", tmp_path / "floors.json"]
    done = run(ROOT / "eval" / "gate.py", *paths)
    told = done.stderr.strip().splitlines()
    assert (done.returncode, len(told), "floors.json is not JSON" in told[0]) == (1, 1, True)


@given(least=FIGURES, figures=FIGURES)
def test_raised_floors_are_never_less_strict(least, figures):
    """Whatever was measured, no floor becomes less strict by being raised."""
    raised = least | floors.better(least, figures)
    assert [name for name in least if floors.is_under(name, raised[name], least[name])] == []


@pytest.fixture
def repository(tmp_path):
    """Return a small repository with one floor, and a function that commits all of it."""
    (tmp_path / "eval").mkdir()

    def commit():
        user = ["-c", "user.name=A", "-c", "user.email=a@b.example"]
        for words in (["init", "-q"], ["add", "."], [*user, "commit", "-q", "-m", "x"]):
            command = [GIT, "-C", str(tmp_path), *words]
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - fixed words

    write(tmp_path, {"a: F1": 0.9}, "# Changelog\n\n## [Unreleased]\n\n## [0.1.0]\n\na: F1\n")
    if GIT is None:
        pytest.skip("git is not installed")
    commit()
    return tmp_path, commit


def write(place, least, changelog):
    (place / "eval" / "floors.json").write_text(json.dumps(least), encoding="utf-8")
    (place / "CHANGELOG.md").write_text(changelog, encoding="utf-8")


def checked(place):
    done = run(ROOT / "eval" / "check_floors.py", place)
    return done.returncode, done.stdout + done.stderr


def test_lowered_floor_without_a_word_fails(repository):
    """A floor that is lowered, or dropped, needs its name under Unreleased."""
    place, commit = repository
    old = (place / "CHANGELOG.md").read_text(encoding="utf-8")
    write(place, {"a: F1": 0.8}, old)
    assert (checked(place)[0], "'a: F1' was lowered from 0.9 to 0.8" in checked(place)[1]) == (
        1,
        True,
    )
    commit()
    assert checked(place)[0] == 1
    write(place, {}, old)
    assert checked(place)[0] == 1


def test_lowered_floor_with_its_reason_passes(repository):
    """A line under Unreleased that names the floor is enough."""
    place, _ = repository
    write(place, {"a: F1": 0.8}, "## [Unreleased]\n\n- a: F1 fell, for a reason.\n\n## [0.1.0]\n")
    assert checked(place)[0] == 0


def test_without_history_there_is_nothing_to_check(tmp_path):
    """A folder that is no repository, or a fresh one, passes with a sentence."""
    (tmp_path / "eval").mkdir()
    write(tmp_path, {"a: F1": 0.1}, "")
    status, said = checked(tmp_path)
    assert (status, said.startswith("Floors: no earlier version")) == (0, True)
