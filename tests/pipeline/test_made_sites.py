"""Sites that are put up to make one word look like many."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests.build import moment

from reportedly import Desk

NOW = moment("2024-03-20T12:00")
TEXT = (
    "Kestria will send 12 Pantsir systems to Syria, a senior Western official told the Example Post "
    "on Monday. The systems were loaded at night in the port of Marov, the official said, and two "
    "freighters are to carry them to Latakia within the month. Nobody else has seen the ships."
)
REWRITE = (
    "Twelve Pantsir systems are to go from Kestria to Syria, according to the Example Post, which "
    "cited a senior Western official. Two freighters are to take them from Marov to Latakia within "
    "the month, the official told the paper."
)
NAMES = ("Ana Lima", "Boris Kade", "Clara Voss", "Dmitri Osk", "Elena Marsh", "Farid Noor")


def _desk(tmp_path, texts):
    desk = Desk("memory:", clock=lambda: NOW)
    for number, (outlet, text) in enumerate(texts):
        file = tmp_path / f"{number}.txt"
        file.write_text(text, encoding="utf-8")
        day = moment("2024-03-04T06:00") + timedelta(hours=number)
        desk.add(file, outlet=outlet, published=day.isoformat())
    desk.repair()
    return desk


@pytest.mark.parametrize("rewritten", [False, True])
def test_thirty_mirrors_are_one_origin(tmp_path, rewritten):
    """Whoever repeats a text, or tells it again naming where it is from, adds nothing."""
    mirror = REWRITE if rewritten else TEXT
    sites = [(f"Harbour News {n}", mirror) for n in range(30)]
    claim = _desk(tmp_path, [("Example Post", TEXT), *sites]).claims("Pantsir", limit=1)[0]
    assert len(claim.outlets) == len(sites) + 1
    assert (claim.lo, claim.hi, claim.status) == (1, 1, "unconfirmed")


def test_thirty_new_sites_with_witnesses_of_their_own_are_no_corroboration(tmp_path):
    """Nobody knows these sites, so their witnesses may all be invented by one hand."""
    names = [
        (NAMES[n % 6].split()[0], f"{NAMES[n % 5].split()[1]}{'abcde'[n // 6]}") for n in range(30)
    ]
    told = "Kestria will send 12 Pantsir systems to Syria, {} {}, a docker, told Marov Truth {} on Monday."
    sites = [(f"Marov Truth {n}", told.format(*name, n)) for n, name in enumerate(names)]
    claim = _desk(tmp_path, sites).claims("Pantsir", limit=1)[0]
    assert len(claim.outlets) == len(sites)
    assert claim.lo == 1
    assert claim.status == "unconfirmed"
