"""The order of the stages, which nothing else knows: read, link, group, weigh, keep."""

from __future__ import annotations

from reportedly.pipeline.cases import Case, case_of, history_of, standing_of
from reportedly.pipeline.keeping import Step, add, keep
from reportedly.pipeline.reading import Reading, read_documents
from reportedly.pipeline.repair import Repair, repair, settle

__all__ = [
    "Case",
    "Reading",
    "Repair",
    "Step",
    "add",
    "case_of",
    "history_of",
    "keep",
    "read_documents",
    "repair",
    "settle",
    "standing_of",
]
