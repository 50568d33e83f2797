"""Answer a task: python eval/predict.py TASK INPUT OUTPUT, or --list for the tasks.

The forms of input and output are those of the scorers, and stay as they are: others
score what they find here. Offsets are half-open code points of the text as read.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from pathlib import Path

from reportedly.errors import ReportedlyError

TASKS = {
    "attribution": "a folder of *.txt -> relations of source, cue and content",
    "events": "JSONL of articles -> the events of their statements with all slots",
    "statements": "JSONL of articles -> statements with chain, certainty and times",
    "claims": "JSONL of articles of stories, in order -> N, status, cut and flags after each",
    "time": "a folder of TimeML -> the same files with our TIMEX3",
    "factuality": "JSONL of sentences with targets -> a value from -3 to 3 for each",
    "negation_cues": "CoNLL of *SEM 2012 without negations -> with the cues filled in",
    "negation_scopes": "the same with gold cues -> with the scopes filled in",
    "source_kind": "JSONL of source spans -> their kind",
    "copies": "JSONL of texts -> pairs with their containment",
    "same_claim": "JSONL of texts, in order -> a cluster for each",
    "grouping": "JSONL of articles of stories, in order -> the claim of each statement",
    "retrieval": "a folder of queries and claims -> the claims that each query repeats",
    "stance": "JSONL of claims with a report -> unrelated, discuss, agree or disagree",
    "claim_pairs": "JSONL of two short texts -> what they are to each other",
    "provenance": "JSONL of articles of claims -> edges, N, cut and status for each claim",
}


def main() -> int:
    """Run one task."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("task", nargs="?", choices=sorted(TASKS))
    parser.add_argument("input", nargs="?", type=Path)
    parser.add_argument("output", nargs="?", type=Path)
    parser.add_argument("--list", action="store_true", help="name the tasks that can be answered")
    given = parser.parse_args()
    if given.list:
        for name, what in TASKS.items():
            print(f"{name:<16} {what}")
        return 0
    if given.task is None or given.input is None or given.output is None:
        parser.error("name a task, its input and its output, or use --list")
    if not given.input.exists():
        parser.error(f"there is no {given.input}")
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        importlib.import_module(f"tasks.{given.task}").predict(given.input, given.output)
    except (ReportedlyError, OSError) as error:
        print(f"{given.task}: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
