"""Answering tasks: the form of each, and what people are told who err."""

import json
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "eval"))

import conll  # noqa: E402
import predict  # noqa: E402

RUMOUR = "Officials said the port of Dunmere will close in May."
ARTICLE = {
    "file": "one.txt",
    "text": "Port to close\n\nThe port of Dunmere will close in May, spokeswoman Ada Abel said.",
    "outlet": "Harbour Gazette",
    "url": "https://harbour-gazette.example/1",
    "published": "2024-04-08",
}
LONG = (
    "The old bridge of Varnholt fell into the river on Sunday evening, and nobody was hurt. "
    "Divers looked for cars until midnight, while the fire brigade kept onlookers away from the "
    "quay. Trams will end at the market for now, and a ferry is to run from Wednesday on."
)
LINES = {
    "statements": [ARTICLE],
    "events": [ARTICLE],
    "claims": [
        ARTICLE | {"story": "port", "registered": True},
        ARTICLE
        | {
            "story": "port",
            "file": "two.txt",
            "outlet": "Hill Courier",
            "url": "",
            "text": "The port of Dunmere will close in May, mayor Bruno Brun said on Tuesday.",
        },
    ],
    "same_claim": [
        {"id": "a", "text": "Port of Dunmere will close in May"},
        {"id": "b", "text": "The Dunmere port is to close in May"},
        {"id": "c", "text": "Elephant wins chess tournament in Lisbon"},
    ],
    "grouping": [
        {"id": "a", "story": "port", "text": ARTICLE["text"]},
        {"id": "b", "story": "port", "text": "Dunmere's port will close in May, Bruno Brun said."},
    ],
    "copies": [{"id": "a", "text": LONG}, {"id": "b", "text": "It is said. " + LONG}],
    "source_kind": [{"id": "a", "text": RUMOUR, "start": 0, "end": 9}],
    "factuality": [
        {"text": "The port closed .", "targets": [{"span1": [2, 3]}]},
        {"text": "The port may close .", "targets": [{"span1": [3, 4]}]},
    ],
    "stance": [
        {"claim": "A robot won the chess cup of Lisbon", "text": text}
        for text in (
            "Story that a robot won the chess cup of Lisbon is a hoax",
            "A robot won the chess cup of Lisbon",
            "Snow closed two airports in the north",
        )
    ],
    "claim_pairs": [
        {"id": number, "left": "The flood killed twelve people in Lund.", "right": right}
        for number, right in enumerate(
            (
                "Twelve people were killed by the flood in Lund.",
                "The flood killed 20 people in Lund.",
            )
        )
    ],
    "provenance": [
        {"id": 7, "claim": "The port of Dunmere will close", "outlet": None} | {"text": text}
        for text in (ARTICLE["text"],)
    ],
}
LISTED = {"attribution", "retrieval", "time", "negation_cues", "negation_scopes", *LINES}


@pytest.fixture
def ask(tmp_path, monkeypatch):
    """Return a function from a task and its lines to the answer, one object a line."""

    def asked(task, lines):
        source, target = tmp_path / "asked.jsonl", tmp_path / "answered.jsonl"
        source.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["predict.py", task, str(source), str(target)])
        assert predict.main() == 0
        return [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]

    return asked


def run(monkeypatch, *words):
    monkeypatch.setattr(sys, "argv", ["predict.py", *map(str, words)])
    return predict.main()


def test_list_names_every_task_that_has_a_module(monkeypatch, capsys):
    """What is listed can be answered, and nothing else is there."""
    modules = {path.stem for path in (ROOT / "eval" / "tasks").glob("[a-z]*.py")}
    assert run(monkeypatch, "--list") == 0
    named = {line.split()[0] for line in capsys.readouterr().out.splitlines()}
    assert (named, modules) == (LISTED, LISTED)


def test_negations_are_filled_into_their_columns(monkeypatch, tmp_path):
    """A word that negates has its column, and so has what it reaches; other sentences have none."""
    said = ["He did not open the door .", "She was unhappy .", "It rained ."]
    source, target = tmp_path / "asked.txt", tmp_path / "answered.txt"
    rows = (
        "\n".join(f"a\t{n}\t{i}\t{word}\t{word}\tX\t*" for i, word in enumerate(line.split()))
        for n, line in enumerate(said)
    )
    source.write_text("\n\n".join(rows) + "\n", encoding="utf-8")
    assert run(monkeypatch, "negation_cues", source, target) == 0
    first, second, third = list(conll.read(target))
    assert [one.cue for one in first.negations] == [["", "", "not", "", "", "", ""]]
    assert [one.cue for one in second.negations] == [["", "", "un", ""]]
    assert third.negations == []
    assert run(monkeypatch, "negation_scopes", target, source) == 0
    first, second, _ = list(conll.read(source))
    assert "open" in first.negations[0].scope
    assert "happy" in second.negations[0].scope


def test_missing_file_is_named(monkeypatch, capsys, tmp_path):
    """Who names a file that is not there is told so, with its name."""
    with pytest.raises(SystemExit) as ended:
        run(monkeypatch, "copies", tmp_path / "nothing.jsonl", tmp_path / "out")
    assert (ended.value.code, "there is no" in capsys.readouterr().err) == (2, True)


@pytest.mark.parametrize(
    ("task", "second", "why"),
    [
        ("copies", "{not json", "not JSON"),
        ("same_claim", "[1]", "expected an object"),
        ("copies", '{"id": 1}', "the field 'text' is missing"),
    ],
)
def test_malformed_line_is_named_with_file_and_number(  # noqa: PLR0913, PLR0917  # a row of a table
    monkeypatch, capsys, tmp_path, task, second, why
):
    """A line that is wrong is named by file and line, with what is wrong."""
    source = tmp_path / "asked.jsonl"
    source.write_text('{"id": 0, "text": "x"}\n' + second + "\n", encoding="utf-8")
    status = run(monkeypatch, task, source, tmp_path / "out")
    told = capsys.readouterr().err
    assert (status, f"{source}, line 2" in told, why in told) == (1, True, True)


def test_file_that_is_no_text_is_named(monkeypatch, capsys, tmp_path):
    """A binary file is refused in one sentence."""
    source = tmp_path / "asked.jsonl"
    source.write_bytes(b"\xff\xfe\x00\x01")
    status = run(monkeypatch, "copies", source, tmp_path / "out")
    assert (status, "is not UTF-8 text" in capsys.readouterr().err) == (1, True)


def test_statements_have_content_chain_certainty_and_times(ask):
    """A line per article holds its statements, each chain outermost first."""
    (line,) = ask("statements", LINES["statements"])
    said = next(s for s in line["statements"] if len(s["chain"]) > 1)
    names = [link["name"] for link in said["chain"]]
    assert (line["file"], names, said["certainty"]) == (
        "one.txt",
        ["Harbour Gazette", "Ada Abel"],
        "CT+",
    )
    assert {time["value"] for time in said["times"]} == {"2024-05"}


def test_claims_tell_after_each_article_how_the_story_stands(ask):
    """A second spokesman makes a second origin, where both outlets may be counted."""
    lines = ask("claims", LINES["claims"])
    told = [(line["story"], line["after"], line["N"], line["status"]) for line in lines]
    assert told == [
        ("port", "one.txt", [1, 1], "unconfirmed"),
        ("port", "two.txt", [2, 2], "corroborated"),
    ]
    assert [sorted(line) for line in lines] == [
        ["N", "after", "cut", "flags", "status", "story"]
    ] * 2


def test_story_without_a_claim_is_unreported(ask):
    """An article that says nothing leaves the story unreported."""
    (line,) = ask("claims", [ARTICLE | {"story": "none", "text": "Subscribe to our newsletter."}])
    assert (line["N"], line["status"]) == ([0, 0], "unreported")


def test_headlines_of_one_claim_share_a_cluster(ask):
    """Texts that say the same share a cluster, another one stands alone."""
    clusters = {line["id"]: line["cluster"] for line in ask("same_claim", LINES["same_claim"])}
    assert (clusters["a"] == clusters["b"], clusters["c"] == clusters["a"]) == (True, False)


def test_a_claim_is_found_by_its_meaning_and_its_words(monkeypatch, tmp_path):
    """For each query the claim that it repeats comes first, in whatever words."""
    folder = tmp_path / "asked"
    folder.mkdir()
    claims = [
        {"id": "bees", "text": "A swarm of bees stopped a cricket match in Durham."},
        {"id": "mayor", "text": "The mayor of Lund sold the town hall to his brother."},
        {"id": "dog", "text": "A dog was elected to a village council in Kentucky."},
    ]
    queries = [
        {"id": 1, "text": "Wow, they stopped playing cricket because of bees!! #Durham"},
        {"id": 2, "text": "Voters chose a hound for the council, it seems"},
        {"id": 3, "text": "!!!"},
    ]
    for name, lines in (("claims", claims), ("queries", queries)):
        told = "".join(json.dumps(line) + "\n" for line in lines)
        (folder / f"{name}.jsonl").write_text(told, encoding="utf-8")
    assert run(monkeypatch, "retrieval", folder, tmp_path / "out") == 0
    answers = [json.loads(line) for line in (tmp_path / "out").read_text("utf-8").splitlines()]
    assert [line["query"] for line in answers] == [1, 2, 3]
    assert [line["claims"][0] for line in answers[:2]] == ["bees", "dog"]
    assert run(monkeypatch, "retrieval", tmp_path, tmp_path / "out") == 1


def test_copies_come_with_their_containment(ask):
    """A text that holds another one is told with the share, each pair once."""
    assert ask("copies", LINES["copies"]) == [{"a": "a", "b": "b", "containment": 1.0}]


def test_kind_of_source_is_a_word_of_the_vocabulary(ask):
    """The kind of a source span is told under its id."""
    assert ask("source_kind", LINES["source_kind"]) == [{"id": "a", "kind": "unnamed_official"}]


def test_factuality_has_a_number_for_each_target(ask):
    """What has happened is nearly sure, what may happen is not."""
    (done,), (possible,) = (line["values"] for line in ask("factuality", LINES["factuality"]))
    assert (done > 2.5, 0 < possible < 1.5) == (True, True)


def test_stance_tells_denials_from_reports_and_from_other_news(ask):
    """A report that calls it a hoax disagrees; other news is unrelated, whatever side it takes."""
    lines = ask("stance", LINES["stance"])
    assert [line["stance"] for line in lines] == ["disagree", "agree", "unrelated"]


def test_provenance_tells_edges_bounds_and_status(ask):
    """A line per claim names who stands behind it in which article."""
    (line,) = ask("provenance", LINES["provenance"])
    assert line == {
        "claim": "The port of Dunmere will close",
        "edges": [[7, "Ada Abel"]],
        "N": [1, 1],
        "cut": ["Ada Abel"],
        "status": "unconfirmed",
    }


def test_attribution_relates_source_cue_and_content(tmp_path, monkeypatch):
    """A folder of texts becomes a line per document, with spans of that text."""
    folder, target = tmp_path / "texts", tmp_path / "out.jsonl"
    folder.mkdir()
    text = "Bruno Brun said that the port will close."
    (folder / "one.txt").write_text(text, encoding="utf-8")
    assert run(monkeypatch, "attribution", folder, target) == 0
    (line,) = map(json.loads, target.read_text(encoding="utf-8").splitlines())
    (found,) = line["attributions"]
    words = {role: [text[start:end] for start, end in found[role]] for role in found}
    assert words == {
        "source": ["Bruno Brun"],
        "cue": ["said"],
        "content": ["that the port will close"],
    }


def test_times_are_written_into_the_same_files(tmp_path, monkeypatch):
    """A file of TimeML comes back with times of our own in its text."""
    folder, target = tmp_path / "timeml", tmp_path / "out"
    folder.mkdir()
    created = '<DCT><TIMEX3 tid="t0" type="DATE" value="2024-04-08">April 8</TIMEX3></DCT>'
    source = f"<TimeML>{created}<TEXT>It closed on Monday.</TEXT></TimeML>"
    (folder / "one.tml").write_text(source, encoding="utf-8")
    assert run(monkeypatch, "time", folder, target) == 0
    assert 'value="2024-04-08">Monday</TIMEX3>' in (target / "one.tml").read_text("utf-8")
