"""The articles that benchmarks read: those of Wikinews that come with the package."""

from __future__ import annotations

import platform
import resource
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path

from reportedly import known
from reportedly.desk.articles import documents
from reportedly.values.document import Document

NOW = datetime.now(UTC)


def articles(count: int | None = None) -> list[Document]:
    """Return the first so many articles, or all of them, as ingest brings them."""
    with resources.as_file(resources.files("reportedly") / "demo" / "wikinews.jsonl") as path:
        brought = documents(path, known.load(), NOW)
        return [one for one in brought if isinstance(one, Document)][:count]


def words(read: Sequence[Document]) -> int:
    """Return how many words these articles have."""
    return sum(len(one.text.split()) for one in read)


def peak_memory() -> float:
    """Return the most memory that this process has held so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def machine() -> str:
    """Return what the figures were taken on."""
    return f"Python {platform.python_version()}, {_processor()}"


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.machine())
