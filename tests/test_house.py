"""The rules of the house: one-way imports, one door each, short files, words, no strangers."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import get_args

import pytest

from reportedly.values import claim, statement, when

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "reportedly"
MODULES = sorted(SOURCE.rglob("*.py"))
FOLDERS = ("src", "tests", "eval", "docs", "requirements", "benchmarks")
BINARY = {".db", ".pyc", ".gz", ".png", ".warc", ".jsonl"}
LONGEST = 400
CLIENTS = {
    *("httpx", "requests", "urllib3", "aiohttp", "httpcore", "pycurl", "websockets"),
    *("socket", "ssl", "http.client", "urllib.request", "ftplib", "telnetlib", "xmlrpc.client"),
}
DATABASES = {"sqlalchemy", "sqlite3", "alembic", "psycopg", "psycopg2", "duckdb"}


def texts():
    """Return the text files of the project."""
    found = [path for path in ROOT.iterdir() if path.is_file()]
    for folder in FOLDERS:
        found += [path for path in (ROOT / folder).rglob("*") if path.is_file()]
    return [p for p in found if p.suffix not in BINARY and not p.name.startswith(".coverage")]


def imported(module):
    """Yield the names that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def importers(names):
    """Return the modules that import one of these, by their place in the package."""
    return sorted(
        {
            module.relative_to(SOURCE).as_posix()
            for module in MODULES
            for name in imported(module)
            if any(name == other or name.startswith(f"{other}.") for other in names)
        }
    )


def test_imports_go_one_way():
    """The contracts of import-linter hold."""
    linter = Path(sys.executable).parent / "lint-imports"
    command = [str(linter), "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own command
    assert (done.returncode, "0 broken" in done.stdout) == (0, True), done.stdout


def test_files_are_short():
    """No module has more than 400 lines."""
    lengths = {m.relative_to(ROOT).as_posix(): len(m.read_bytes().splitlines()) for m in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST} == {}


def test_one_door_to_the_network():
    """Only the fetcher opens connections."""
    assert importers(CLIENTS) == ["ingest/fetch.py"]


def test_one_door_to_the_database():
    """Only the store speaks to a database."""
    assert [name for name in importers(DATABASES) if not name.startswith("store/")] == []


def test_importing_the_package_loads_nothing_foreign():
    """`import reportedly` needs the standard library alone, so that it is quick."""
    code = (
        "import sys; before = set(sys.modules); import reportedly; "
        "print(*sorted({name.split('.')[0] for name in set(sys.modules) - before}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own command
    assert set(done.stdout.split()) - set(sys.stdlib_module_names) == {"reportedly"}


@pytest.mark.parametrize("name", ["runtime.txt", "dev.txt"])
def test_requirements_are_pinned_by_hash_and_name_no_host(name):
    """Each requirement has one version and its hashes, and nothing says where to get it."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
    pinned = re.compile(
        r"[a-z0-9][\w.-]*(?:\[[\w,-]+\])?==\S+(?: ; [^:]+?)?(?:\s+--hash=sha256:[0-9a-f]{64})+\s*"
    )
    assert [line[:60] for line in lines if not pinned.fullmatch(line)] == []


VOCABULARY = {
    statement.SourceKind: """named_person role_person unnamed_official unnamed_person unnamed_group
        organisation media_outlet unnamed_media document unattributed""",
    statement.MentionKind: "person organisation place equipment event",
    statement.Role: "origin relay publisher",
    statement.Quotation: "direct indirect mixed narration speech_act",
    statement.Factuality: "CT+ CT- PR+ PR- PS+ PS- CTu Uu",
    statement.MarkerKind: """modal epistemic_adverb evidential status_word negation implicative
        conditional question approximator estimative""",
    statement.StatusEffect: "confirms denies unconfirms retracts corrects",
    statement.Phase: "considered planned under_way done ended",
    when.TimeRole: "event utterance report embedded",
    when.Basis: "stated inferred published seen",
    when.TimexType: "DATE TIME DURATION SET",
    claim.Relation: """same denies variant escalates about updates copies possible_copy
        unrelated""",
    claim.Stance: """supports denies does_not_confirm confirms debunks corrects retracts updates
        comment""",
    claim.Status: """unreported unconfirmed corroborated confirmed disputed denied retracted
        undeterminable""",
    claim.Flag: """no_named_origin single_source possibly_single_source single_gate
        single_anonymous_origin circular circular_with_exit echo impossible_chronology
        self_citation""",
    claim.Verdict: "accepted corrected rejected",
}


@pytest.mark.parametrize(("field", "expected"), VOCABULARY.items())
def test_fields_hold_the_words_of_the_vocabulary(field, expected):
    """The words that a field may hold are these; stored records and exports rely on them."""
    assert sorted(get_args(field)) == sorted(expected.split())


def test_certainty_has_the_numbers_of_factbank():
    """Each value has its number, from certainly not to certainly."""
    numbers = {"CT+": 3, "PR+": 2, "PS+": 1, "CTu": 0, "Uu": 0, "PS-": -1, "PR-": -2, "CT-": -3}
    assert numbers == statement.FACTUALITY_SCORES


def test_only_some_stances_enter_the_evidence():
    """Comments, updates and words that leave a claim open are no evidence."""
    silent = {"does_not_confirm", "updates", "comment"}
    assert set(get_args(claim.Stance)) - silent == claim.EVIDENCE_STANCES


def test_no_text_names_a_machine():
    """No file holds a path of somebody's machine or the address of a package registry."""
    folders = "work|tmp|home|root|Users|mnt|workspace"
    hosts = "pypi|pythonhosted|artifactory|anaconda"
    strange = re.compile(rf"(?<![\w.~}}>/])/(?:{folders})/\w|\b(?:{hosts})\.(?:org|com|io)\b")
    found = {}
    for path in texts():
        hit = strange.search(path.read_text(encoding="utf-8", errors="replace"))
        if hit:
            found[path.relative_to(ROOT).as_posix()] = hit[0]
    assert found == {}


def test_the_teaching_case_names_only_invented_addresses():
    """Every address and domain of the teaching case ends in .example."""
    named = re.compile(
        r"(?:https?://|@|\bwww\.)([\w.-]+)|\b((?:[a-z0-9-]+\.)+(?:com|org|net|info|eu|uk|io|news))\b"
    )
    folders = [SOURCE / "demo" / "teaching", SOURCE / "demo" / "lists"]
    files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
    hosts = {
        (path.name, found[1] or found[2])
        for path in files
        for found in named.finditer(path.read_text(encoding="utf-8"))
    }
    assert len(hosts) > 0
    assert {pair for pair in hosts if not pair[1].endswith(".example")} == set()
