"""Statements as tables that other tools read."""

from __future__ import annotations

import csv
import sys

import pyarrow.parquet as pq
import pytest

from reportedly.desk.exporting import COLUMNS, write


def test_a_table_has_a_row_for_each_statement_with_its_claim(place, tmp_path):
    """CSV and Parquet hold the same rows, with words, chain, claim and origins."""
    for form in ("csv", "parquet"):
        assert "rows written" in place.run("export", form, str(tmp_path / f"all.{form}")).stderr
    with (tmp_path / "all.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    table = pq.read_table(tmp_path / "all.parquet").to_pylist()
    assert list(rows[0]) == list(table[0]) == list(COLUMNS)
    assert [row["statement"] for row in rows] == [row["statement"] for row in table]
    assert all(row["said"].split()[0].lstrip("'") in row["sentence"] for row in rows)
    claim = place.lines("claims")[0]
    standing = claim["standing"]
    mine = [row for row in table if row["claim"] == claim["id"]]
    assert {(row["status"], row["origins_lo"], row["origins_hi"]) for row in mine} == {
        (standing["status"], standing["lo"], standing["hi"])
    }
    assert len({row["chain"] for row in mine}) > 1


def test_a_query_narrows_the_table(place, tmp_path):
    """What `search` finds is what is written."""
    found = place.lines("search", "item:Pantsir", "--limit", "1000")
    told = place.lines("export", "csv", str(tmp_path / "few.csv"), "item:Pantsir")
    assert told[0]["rows"] == len(found) > 0


def test_what_cannot_be_written_leaves_nothing(place, tmp_path, monkeypatch):
    """A missing package, folder or field is told, and no half file stays."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    missing = place.run("export", "parquet", str(tmp_path / "all.parquet"))
    assert "reportedly[parquet]" in missing.stderr
    assert "no folder" in place.run("export", "csv", str(tmp_path / "no" / "x.csv")).stderr
    assert "Did you mean" in place.run("export", "csv", str(tmp_path / "x.csv"), "itm:x").stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("said", ["=1+1", "@cmd", "-2"])
def test_no_cell_of_a_table_is_a_formula(said, tmp_path):
    """Words of strangers stay words in a spreadsheet."""
    write([{**dict.fromkeys(COLUMNS), "said": said}], tmp_path / "x.csv", "csv")
    assert f"'{said}" in (tmp_path / "x.csv").read_text(encoding="utf-8")
