"""Attribution and times, scored by programs that come with the measuring data."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

from measure import AbsentError, Corpus, Figures

_SHARES = re.compile(r"relaxed [\d.]+/[\d.]+/(?P<spans>[\d.]+).*value (?P<values>[\d.]+)")


def attribution(corpus: Corpus) -> Figures:
    """Return how many relations of source, cue and content of the PolNeAR dev part are found."""
    gold = corpus.need("data", "attribution", "polnear", "dev")
    answered = corpus.answer("attribution", gold / "text")
    report = corpus.work / "attribution.json"
    _run(corpus.need("tools", "score_attribution.py"), gold, answered, "--json", report)
    found = json.loads(report.read_text(encoding="utf-8"))
    return {
        f"{role} {by} F1": found[f"{role}_{by}"]["F1"]
        for role, by in (
            ("source", "overlap"),
            ("cue", "overlap"),
            ("content", "overlap"),
            ("relation", "overlap"),
            ("relation", "overlap_dice50"),
            ("statements", "only_dice50"),
            ("content", "exact_trim"),
            ("content", "token"),
        )
    } | {
        "source right where the content is": found["aligned"]["source_overlap"],
        "wrong sources": found["errors"]["wrong_source"]["share"],
        "invented sources": found["errors"]["invented_source"]["share"],
        "sourceless relations found": found["errors"]["sourceless_found_dice50"]["share"],
    }


def times_of_news(corpus: Corpus) -> Figures:
    """Return how many times of the AQUAINT part of TempEval-3 are found and resolved."""
    return _times(corpus, "aquaint")


def times_of_tweets(corpus: Corpus) -> Figures:
    """Return the same for short messages."""
    return _times(corpus, "time_tweets")


def _times(corpus: Corpus, name: str) -> Figures:
    gold = corpus.need("data", "time", name)
    answered = corpus.answer("time", gold)
    said = _run(corpus.need("tools", "score_time.py"), gold, answered)
    shares = _SHARES.search(said)
    if shares is None:
        raise AbsentError(f"the scorer of times said something unexpected: {said.strip()[:80]}")
    return {
        "spans F1 (overlap)": float(shares["spans"]) / 100,
        "values F1": float(shares["values"]) / 100,
    }


def _run(program: Path, *given: Path | str) -> str:
    """Return what a scorer prints."""
    command = [sys.executable, str(program), *map(str, given)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - a scorer that the user named
    return done.stdout
