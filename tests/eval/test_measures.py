"""The measures themselves, on answers that are known to be right or wrong."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "eval"), str(ROOT / "eval" / "statements")]

from measure import copied, labels, provenance  # noqa: E402


def test_b_cubed_of_one_cluster_too_many():
    """Two of four texts put apart cost recall, no precision."""
    found = labels.b_cubed(["a", "a", "b", "c"], ["x", "x", "x", "y"])
    assert (found["B-cubed precision"], round(found["B-cubed recall"], 4)) == (1.0, 0.6667)


def test_shares_of_labels():
    """Accuracy counts every label, macro-F1 every class alike."""
    found = labels.shares(["a", "a", "a"], ["a", "a", "b"])
    assert (round(found["accuracy"], 4), round(found["macro-F1"], 4)) == (0.6667, 0.4)


def test_copies_of_the_reference_share_half_of_their_shingles():
    """The reference pairs texts of which one holds half of the other."""
    words = [f"word{number}" for number in range(40)]
    other = [f"other{number}" for number in range(30)]
    pieces = {"a": words, "b": words[:20], "c": words[30:] + other}
    texts = {name: " ".join(each) for name, each in pieces.items()}
    assert copied.copied(texts) == {("a", "b")}


def test_judged_pairs_are_told_apart():
    """Each pair has one verdict that the measure knows, and stands once."""
    lines = copied.JUDGED.read_text(encoding="utf-8").splitlines()[1:]
    pairs = [tuple(line.split("\t")) for line in lines]
    assert {verdict for *_, verdict, _ in pairs} <= {"rewrite", "quotation", "frame", "chance"}
    assert len({pair[:3] for pair in pairs}) == len(pairs)


@pytest.mark.parametrize(
    ("said", "meant", "right"),
    [
        ("Reuters", "Reuters", True),
        ("WHO", "World Health Organization", True),
        ("Ahmed Rudaini", "Ahmed Rudaini, Iraqi health ministry", True),
        ("a health source in the city", "~health source inside Mosul", True),
        ("Iraqi outlets", "?Iraqi media", True),
        ("Pentagon", "al-Sabah", False),
        ("an official", "~witnesses near al-Jarrah", False),
    ],
)
def test_actors_are_compared_leniently(said, meant, right):
    """A part of a name, initials, and the head of an unnamed voice are enough."""
    assert provenance.same(said, meant) is right


def test_gold_of_provenance_against_itself_is_all_right():
    """The edges of the gold, offered as predictions, are all right."""
    gold = {"c": {"origins_lo": 1, "origins_hi": 2, "status": "denied"}}
    edges = {"c": {"1": ["Reuters", "~two officials"], "2": ["WHO"]}}
    answered = [[one, actor.lstrip("~")] for one, names in edges["c"].items() for actor in names]
    row = {"claim": "c", "edges": answered, "N": [1, 2], "status": "denied"}
    assert provenance.figures(gold, edges, [row]) == {
        "edge precision": 1.0,
        "edge recall": 1.0,
        "lo exact": 1.0,
        "hi exact": 1.0,
        "lo over-counted": 0,
        "hi over gold": 1.0,
        "status": 1.0,
    }


def test_what_is_not_there_is_skipped_with_a_sentence(tmp_path):
    """Without the measuring data a part says so, and the gate goes on."""
    command = [sys.executable, str(ROOT / "eval" / "gate.py"), "--only", "copies"]
    paths = ["--floors", str(tmp_path / "floors.json"), "--data", str(tmp_path)]
    done = subprocess.run([*command, *paths], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    assert (done.returncode, "copies: skipped, for there is no" in done.stderr) == (0, True)
