"""Reading goes on and on without holding more."""

from __future__ import annotations

import gc
from itertools import cycle, islice
from pathlib import Path

import pytest
from tests.read.conftest import FIRST_SEEN

import reportedly
from reportedly.desk.articles import documents
from reportedly.read import read
from reportedly.values.document import Document

SOME, MANY = 1_000, 10_000
GROWTH = 10
"""MiB that allocators may move by between a thousand documents and ten thousand."""


@pytest.mark.soak
def test_memory_is_flat_over_many_documents(lists, model):
    """Ten thousand short articles need no more memory than a thousand."""
    address = Path(reportedly.__file__).parent / "demo" / "wikinews.jsonl"
    held = [d for d in documents(address, lists, FIRST_SEEN) if isinstance(d, Document)]
    short = [d for d in held if len(d.text) < 2_500]
    at_first = 0.0
    for number, document in enumerate(islice(cycle(short), MANY), start=1):
        read(document, known=lists, model=model)
        if number == SOME:
            at_first = _resident()
    assert _resident() - at_first < GROWTH


def _resident():
    """Return the MiB that this process holds now."""
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    (line,) = (row for row in status.splitlines() if row.startswith("VmRSS"))
    return int(line.split()[1]) / 1024
