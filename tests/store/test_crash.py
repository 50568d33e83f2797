"""Killing the process at any moment loses at most the block in hand."""

from __future__ import annotations

import random
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from reportedly import store

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("rounds", [5, pytest.param(200, marks=pytest.mark.soak)])
def test_what_was_kept_survives_a_kill(tmp_path: Path, rounds: int):
    """After each SIGKILL everything that a block had kept is there, and the ledger holds."""
    chance, place, done = random.Random(rounds), tmp_path / "desk.db", 0  # noqa: S311  # moments of death
    for _ in range(rounds):
        done = max(done, _killed(place, done, chance.uniform(0.0, 0.06)))
        held = store.open(place)
        view = held.view()
        kept = len(view.documents())
        assert held.verify() == 2 * kept
        assert kept in {done, done + 1}, "only the block in hand may be lost"
        assert len(view.search("rain", limit=kept + 1)) == kept
        assert view.near([f"street{kept - 1}"], record="statement", limit=9) or kept == 0
        held.close()
        done = kept


def _killed(place: Path, first: int, after: float) -> int:
    """Return how many articles a writer said to have kept, killed soon after its first one."""
    program = [sys.executable, str(Path(__file__).with_name("writing.py")), str(place), str(first)]
    writer = subprocess.Popen(  # noqa: S603  # our own program
        program, stdout=subprocess.PIPE, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}
    )
    assert writer.stdout is not None
    lines = [writer.stdout.readline()]
    threading.Timer(after, writer.kill).start()
    lines += writer.stdout.readlines()
    writer.wait()
    said = [int(line) for line in lines if line.endswith("\n")]
    return said[-1] + 1 if said else first


@pytest.mark.parametrize("rounds", [3, pytest.param(100, marks=pytest.mark.soak)])
def test_a_store_killed_while_it_is_made_can_be_opened(tmp_path: Path, rounds: int):
    """A file that was only half made is no obstacle: the next run makes it whole."""
    chance = random.Random(rounds)  # noqa: S311  # moments of death
    for number in range(rounds):
        place = tmp_path / f"{number}.db"
        program = f"from reportedly import store; print(flush=True); store.open({str(place)!r})"
        maker = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)  # noqa: S603  # our own program
        assert maker.stdout is not None
        maker.stdout.readline()
        threading.Timer(chance.uniform(0.1, 0.8), maker.kill).start()
        maker.communicate()
        held = store.open(place)
        assert held.verify() == 0
        held.close()
