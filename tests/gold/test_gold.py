"""The annotated articles, the scorer that reads them and the variants made of them."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "eval" / "statements"))

import build  # noqa: E402
import evaluate  # noqa: E402
import perturb  # noqa: E402
import score  # noqa: E402
import shift  # noqa: E402

FOLDERS = [ROOT / "tests" / "gold", ROOT / "eval" / "statements"]
OPENED = ROOT / "eval" / "statements" / "opened"
BLIND = ROOT / "eval" / "statements" / "blind"
ALL_RIGHT = {
    "statement F1": 1.0,
    "chain exact": 1.0,
    "kind of source": 1.0,
    "certainty exact (accepted readings)": 1.0,
    "time value F1": 1.0,
    "boilerplate false positives": 0,
}


def gold_of(folder):
    return json.loads((folder / "gold.json").read_text(encoding="utf-8"))


def measured(gold, predictions, folder):
    figures = score.figures(gold, predictions, folder, [])
    return {name: figures[name] for name in ALL_RIGHT}


@pytest.mark.parametrize("folder", [*FOLDERS, OPENED, BLIND], ids=lambda folder: folder.name)
def test_gold_is_what_the_notation_says(folder):
    """The gold and the articles are exactly what their notation makes."""
    made = build.built(folder)
    assert made == {path: path.read_text(encoding="utf-8") for path in made}


@pytest.mark.parametrize("folder", [*FOLDERS, OPENED, BLIND], ids=lambda folder: folder.name)
def test_gold_against_itself_is_all_right(folder):
    """Gold offered as predictions gets every figure right."""
    gold = gold_of(folder)
    assert measured(gold, score.as_predictions(gold), folder / "articles") == ALL_RIGHT


def test_words_that_stand_twice_are_refused():
    """A span named by words that stand twice in the sentence is refused, not guessed."""
    text = "The dam leaks, the dam's owner says."
    with pytest.raises(build.NotationError, match="stands 2 times"):
        build.Sentence(text, 0, len(text)).find("dam")


def test_hearsay_given_to_the_wrong_voice_is_no_exact_chain():
    """Who is only spoken about is no source of the statement."""
    gold = gold_of(FOLDERS[0])
    predictions = score.as_predictions(gold)
    row = next(row for row in predictions["port.txt"] if row["chain"][-1]["kind"] == "unattributed")
    row["chain"][-1] = {"name": "Officials in Marov", "kind": "unnamed_official"}
    errors = []
    score.figures(gold, predictions, FOLDERS[0] / "articles", errors)
    assert [line.split("\t")[1] for line in errors] == ["chain"]


def test_statement_made_of_an_appeal_for_donations_is_counted():
    """A statement read out of boilerplate is counted as such and as one too many."""
    gold = gold_of(FOLDERS[0])
    predictions = score.as_predictions(gold)
    appeal = gold["documents"][0]["boilerplate"][-1]["span"]
    predictions["arms.txt"].append({"content": [appeal["start"], appeal["end"]], "chain": []})
    figures = measured(gold, predictions, FOLDERS[0] / "articles")
    assert (figures["boilerplate false positives"], figures["statement F1"] < 1) == (1, True)


def test_publisher_and_carried_over_relay_may_be_left_out():
    """A chain without its publisher and without its implicit relay is as good."""
    gold = gold_of(FOLDERS[0])
    predictions = score.as_predictions(gold)
    row = next(r for r in predictions["arms.txt"] if "diplomat" in r["chain"][-1]["name"])
    row["chain"] = row["chain"][-1:]
    assert measured(gold, predictions, FOLDERS[0] / "articles") == ALL_RIGHT


def test_no_opened_article_is_still_counted_as_blind():
    """An article that was looked at lies in one folder only."""
    files = [{document["file"] for document in gold_of(f)["documents"]} for f in (OPENED, BLIND)]
    assert not files[0] & files[1]


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
@pytest.mark.parametrize("seed", range(1, 6))
def test_variants_are_gold_too(folder, seed, tmp_path):
    """A variant has other names and dates, and is right by its own gold."""
    (path,) = perturb.write(folder / "gold.json", tmp_path, [seed])
    gold = json.loads(path.read_text(encoding="utf-8"))
    assert measured(gold, score.as_predictions(gold), path.parent / "articles") == ALL_RIGHT


def test_variant_keeps_no_name_and_no_date():
    """No person, outlet, place or date of the article is left in its variant."""
    folder = FOLDERS[0]
    varied, texts, left_out = perturb.variants(gold_of(folder), folder / "articles", 3)
    text = "\n".join(texts.values())
    names = ["Castellan", "Norwegian", "Norway", "Orrin", "Veldania", "Tidewater", "TLT", "Reks"]
    names += ["Aalund", "Halberd", "Baltmar", "Lisbon", "May 15", "Brugg", "Alder", "Swiss"]
    published = {"2024-05-17", "2023-09-21", "2024-02-06"}
    kept = published & {document["published"] for document in varied["documents"]}
    assert ([], [], set()) == ([name for name in names if name in text], left_out, kept)


def test_days_of_a_variant_keep_their_weekdays():
    """Days move by whole weeks and months with them, so that relative times stay right."""
    moved = shift.Shift(days=-91, months=-3, years=0)
    values = ["2023-11-02", "2023-06", "2023-W44", "2023-11-01TNI", "PRESENT_REF", "P3D"]
    assert [moved.value(value) for value in values] == [
        "2023-08-03",
        "2023-03",
        "2023-W31",
        "2023-08-02TNI",
        "PRESENT_REF",
        "P3D",
    ]


def test_dates_are_told_in_the_style_they_had():
    """A month that was written out stays written out, a short one stays short."""
    moved = shift.Shift(days=-91, months=-3, years=0)
    told = [("Nov. 2", "2023-11-02"), ("June", "2023-06"), ("November 2, 2023", "2023-11-02")]
    assert [moved.words(*each) for each in told] == ["Aug. 3", "March", "August 3, 2023"]


def test_example_that_is_absent_is_left_out_with_a_sentence(tmp_path, capsys):
    """Without the example the other articles are still read, and it is said."""
    rows = evaluate.every_gold(tmp_path / "gold.json", 5, tmp_path)
    said = capsys.readouterr().err
    assert (len(rows), "left out: there is no file" in said) == (2, True)


def test_blind_articles_are_read_only_when_asked_for(tmp_path):
    """What is blind lies in no row of the articles that are read by default."""
    seen = evaluate.every_gold(None, 5, tmp_path).values()
    assert BLIND / "gold.json" not in [path for paths in seen for path in paths]
    assert list(evaluate.gold_in("blind").values()) == [[BLIND / "gold.json"]]


def test_a_reader_is_run_by_its_command(tmp_path):
    """Whatever command answers `statements INPUT OUTPUT` is measured."""
    silent = tmp_path / "silent.py"
    silent.write_text("import sys; open(sys.argv[3], 'w').close()", encoding="utf-8")
    figures = evaluate.evaluated(FOLDERS[0] / "gold.json", f"{sys.executable} {silent}", [])
    assert figures["statement recall"] == 0.0
