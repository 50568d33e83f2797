"""Files, folders, standard input and addresses -> documents and problems."""

from __future__ import annotations

import json
import os
import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.ingest.harbour import (
    NOW,
    PARAGRAPHS,
    ROW,
    article_page,
    aside,
    bring,
    offline,
    one,
    server,
    world,
)

from reportedly.errors import InvalidValueError, ParseError, SourceError
from reportedly.ingest import Fetched, again
from reportedly.ingest.fetch import safe_fetch
from reportedly.values.document import Document, Problem


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def retried(problem: Problem) -> list[Document | Problem]:
    return list(again(problem, known=world(), fetch=offline, now=NOW))


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_plain_text_is_kept_as_it_is(tmp_path: Path, ends: str) -> None:
    """Offsets hold in the file: line ends, blanks and emoji are as they were read."""
    text = f"Ferry \U0001f6a2 stopped{ends}{ends}  The port said so. {ends}"
    path = written(tmp_path / "a.txt", text)
    found = one(path, outlet="Harbour Post", published="2024-05-08")
    assert found.text == path.read_bytes().decode()
    assert (found.outlet, found.captured_in) == ("Harbour Post", str(path))


def test_the_user_says_when_and_whose_and_the_zone_is_the_outlets(tmp_path: Path) -> None:
    """A clock time without an offset is in the zone of the outlet, and that is said."""
    path = written(tmp_path / "a.txt", ROW)
    when = one(path, outlet="The Harbour Post", published="2024-05-08T14:30").claimed_published
    assert when is not None
    assert (when.start, when.zone, when.zone_from) == (
        "2024-05-08T14:30:00+02:00",
        "Europe/Oslo",
        "outlet",
    )
    own = one(path, published="2024-05-08T14:30", zone="Asia/Tokyo").claimed_published
    assert own is not None
    assert (own.start, own.zone_from) == ("2024-05-08T14:30:00+09:00", "user")


def test_without_a_date_there_is_none(tmp_path: Path) -> None:
    """A text that is not dated by anybody has no date, and no outlet of its own."""
    found = one(written(tmp_path / "a.txt", ROW))
    assert (found.claimed_published, found.outlet, found.url, found.lang) == (None, "", "", "en")


@pytest.mark.parametrize("name", ["a.txt.json", "a.json"])
def test_a_side_car_says_what_the_text_does_not(tmp_path: Path, name: str) -> None:
    """A JSON file beside a text gives its outlet, date, address and title; the user outweighs."""
    path = written(tmp_path / "a.txt", ROW)
    said = {
        "outlet": "Harbour Post",
        "published": "2024-05-08",
        "url": "https://harbour.example/1?utm_source=x",
        "title": "Terminal to close",
    }
    written(tmp_path / name, json.dumps(said))
    found = one(path, title="My own title")
    assert found.claimed_published is not None
    assert (found.outlet, found.claimed_published.value, found.url, found.title) == (
        "Harbour Post",
        "2024-05-08",
        "https://harbour.example/1",
        "My own title",
    )
    assert [d.id for d in bring(tmp_path, title="My own title")] == [found.id]


@pytest.mark.parametrize("body", ["[1]", "{", '{"published": "2031-01-01"}', '{"zone": "Mars"}'])
def test_a_bad_side_car_sets_its_article_aside(tmp_path: Path, body: str) -> None:
    """A side-car that cannot be read or believed is a problem, and the next file is read."""
    written(tmp_path / "a.txt", ROW)
    written(tmp_path / "a.txt.json", body)
    written(tmp_path / "b.txt", ROW)
    first, second = bring(tmp_path)
    assert isinstance(first, Problem)
    assert (first.reason, isinstance(second, Document)) == ("sidecar", True)


def test_a_folder_is_read_in_order_with_its_folders(tmp_path: Path) -> None:
    """Articles of all kinds come in order of name; parts of saved pages are passed over."""
    (tmp_path / "b").mkdir()
    (tmp_path / "page_files").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("page_files/ad.html", ".hidden/x.txt", "style.css", ".secret", "README.md"):
        written(tmp_path / name, article_page())
    written(tmp_path / "page.html", article_page())
    written(tmp_path / "a.txt", ROW)
    written(tmp_path / "b" / "c.txt", PARAGRAPHS[2])
    found = [item.captured_in for item in bring(tmp_path) if isinstance(item, Document)]
    assert found == [str(tmp_path / name) for name in ("a.txt", "page.html", "b/c.txt")]


def test_one_bad_file_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A binary, an empty and a too large file are set aside, each with its reason."""
    written(tmp_path / "1.pdf", b"%PDF-1.7 whatever")
    written(tmp_path / "2.txt", b"MZ\x90\0\3")
    written(tmp_path / "3.txt", "  \n ")
    written(tmp_path / "4.txt", "word " * 1_100_000)
    written(tmp_path / "5.txt", ROW)
    found = bring(tmp_path)
    reasons = [item.reason if isinstance(item, Problem) else "" for item in found]
    assert reasons == ["binary", "binary", "empty", "too_large", ""]
    assert all(item.payload is None for item in found if isinstance(item, Problem))


def test_fifty_megabytes_of_html_are_one_sentence(tmp_path: Path) -> None:
    """A page far above the limit is refused without being read to its end."""
    written(tmp_path / "b.html", b"<html><body>" + b"<p>word</p>" * 4_600_000)
    started = time.monotonic()
    found = aside(tmp_path / "b.html")
    assert time.monotonic() - started < 2
    assert (found.reason, found.message) == (
        "too_large",
        (
            f"The HTML of {tmp_path / 'b.html'} is larger than 10 MB. "
            "Save the text of the article and give that file."
        ),
    )


@pytest.mark.parametrize("address", ["missing.txt", "missing/", "no\0name", "a" * 5000])
def test_a_missing_file_is_said_at_once(address: str) -> None:
    """What is not there raises before anything is read."""
    with pytest.raises(SourceError, match="There is no file or folder"):
        bring(address)


def test_a_folder_without_articles_is_said(tmp_path: Path) -> None:
    """An empty folder raises one sentence that says what is read."""
    with pytest.raises(ParseError, match="holds no article") as error:
        bring(tmp_path)
    assert error.value.reason == "empty"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_forbidden_file_is_said(tmp_path: Path) -> None:
    """A file that may not be read raises one sentence; in a folder it is set aside."""
    path = written(tmp_path / "a.txt", ROW)
    path.chmod(0)
    with pytest.raises(SourceError, match="may not be read"):
        bring(path)
    assert aside(tmp_path).reason == "unreadable"


@pytest.mark.parametrize(
    ("hint", "words"),
    [
        ({"published": "2024-05-12"}, "in the future"),
        ({"published": "2024-05-10T12:11Z"}, "in the future"),
        ({"published": "soon"}, "not a date"),
        ({"zone": "Europe/Nowhere"}, "not a time zone"),
        ({"zone": "../etc"}, "not a time zone"),
    ],
)
def test_a_hint_that_cannot_be_true_is_refused(
    tmp_path: Path, hint: dict[str, str], words: str
) -> None:
    """A wrong word of the user's is an error of the call, not a problem of the article."""
    with pytest.raises(InvalidValueError, match=words):
        bring(written(tmp_path / "a.txt", ROW), **hint)


def test_today_is_not_in_the_future_anywhere(tmp_path: Path) -> None:
    """A day that has begun further east may be given, and ten minutes of clock error pass."""
    path = written(tmp_path / "a.txt", ROW)
    for value in ("2024-05-11", "2024-05-10T12:09Z"):
        assert one(path, published=value).claimed_published is not None


def test_the_same_file_has_the_same_id_whenever_it_is_read(tmp_path: Path) -> None:
    """An article read again, elsewhere and later, is the same document."""
    first = one(written(tmp_path / "a.html", article_page()))
    later = one(written(tmp_path / "b.html", article_page()), now=NOW + timedelta(days=9))
    assert (first.id, first.first_seen < later.first_seen) == (later.id, True)


def test_json_lines_with_columns_of_their_own(tmp_path: Path) -> None:
    """Columns are named by the user; one bad row is a problem that can be tried again."""
    rows = [
        json.dumps({"corpo": ROW, "testata": "Harbour Post", "data": "2024-05-08", "title": "A"}),
        '{"corpo": "broken',
        "",
        json.dumps({"corpo": "", "testata": "Harbour Post"}),
        "[1, 2]",
        json.dumps({"corpo": PARAGRAPHS[2], "data": "8 May 2024"}),
    ]
    path = written(tmp_path / "rows.jsonl", "\n".join(rows))
    columns = {"text": "corpo", "outlet": "testata", "published": "data"}
    first, broken, empty, array, last = bring(path, columns=columns)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert (first.outlet, first.title, first.captured_in) == ("Harbour Post", "A", f"{path}#1")
    assert last.claimed_published is not None
    assert last.claimed_published.value == "2024-05-08"
    problems = [p for p in (broken, empty, array) if isinstance(p, Problem)]
    assert [(p.address, p.reason) for p in problems] == [
        (f"{path}#2", "malformed"),
        (f"{path}#4", "no_text"),
        (f"{path}#5", "malformed"),
    ]
    mended = replace(problems[0], payload=json.dumps({"corpo": ROW, "testata": "Harbour Post"}))
    (found,) = retried(mended)
    assert isinstance(found, Document)
    assert (found.text, found.outlet, found.captured_in) == (ROW, "Harbour Post", f"{path}#2")
    assert [item.id for item in retried(problems[0])] == [problems[0].id]


@pytest.mark.parametrize(
    "row",
    [
        {"text": ROW, "outlet": "Harbour Post", "published": "2024-05-08", "url": "u"},
        {"Body": ROW, "Publisher": "Harbour Post", "Date": "2024-05-08"},
        {"content": ROW, "source": {"id": 7, "name": "Harbour Post"}, "publishedAt": "2024-05-08"},
        {
            "text": f"<p>{PARAGRAPHS[0]}</p>",
            "link": "https://harbour.example/1",
            "date": "2024/5/8",
        },
    ],
)
def test_usual_columns_are_found(tmp_path: Path, row: dict[str, object]) -> None:
    """Common names of columns need no word of the user's, and HTML in them becomes text."""
    for name, body in (("a.jsonl", json.dumps(row)), ("a.json", json.dumps([row]))):
        found = one(written(tmp_path / name, body))
        assert found.claimed_published is not None
        assert (found.outlet, found.claimed_published.value) == ("Harbour Post", "2024-05-08")
        assert found.text.startswith(PARAGRAPHS[0])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_is_read(tmp_path: Path, delimiter: str) -> None:
    """CSV of any usual delimiter, with line breaks in its cells, gives an article for each row."""
    head = delimiter.join(("date", "headline", "text"))
    cells = delimiter.join(("2024-05-08", "Closed", f'"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"'))
    found = one(written(tmp_path / "a.csv", f"\ufeff{head}\n{cells}\n"))
    assert (found.title, found.text) == ("Closed", f"Closed\n\n{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}")


@pytest.mark.parametrize(
    "content",
    [
        ROW,
        article_page(),
        json.dumps({"text": ROW}) + "\n",
        json.dumps([{"text": ROW}]),
        f'url,text\nhttps://harbour.example/1,"{ROW}"\n',
        f"From: desk@harbour.example\nSubject: Closed\n\n{ROW}\n",
    ],
)
def test_standard_input_is_told_by_how_it_begins(content: str) -> None:
    """Text, HTML, JSON Lines, JSON, CSV and mail are told apart without a name."""
    found = one("-", stdin=content.encode())
    assert PARAGRAPHS[0] in found.text
    assert found.text.count("{") + found.text.count("<") == 0


@pytest.mark.parametrize("data", [b" ", b"%PDF-1.7", b"\x00\xff\xfe\x01 text"])
def test_what_came_by_standard_input_is_not_lost(data: bytes) -> None:
    """A problem of standard input holds the bytes themselves, and the hints, for a second try."""
    found = aside("-", stdin=data, outlet="Harbour Post", columns={"text": "body"})
    assert found.payload is not None
    assert dict(found.hints) == {"outlet": "Harbour Post", "column:text": "body"}
    assert [item.id for item in retried(found)] == [found.id]


def test_standard_input_must_be_given() -> None:
    """Without a stream "-" is an error of the call."""
    with pytest.raises(InvalidValueError):
        bring("-")


def test_a_file_that_was_mended_is_read_at_the_second_try(tmp_path: Path) -> None:
    """A problem without a payload is read again from its address, with its hints."""
    path = written(tmp_path / "a.txt", " ")
    problem = aside(path, outlet="Harbour Post")
    written(path, ROW)
    (found,) = retried(problem)
    assert isinstance(found, Document)
    assert found.outlet == "Harbour Post"
    path.unlink()
    (gone,) = retried(problem)
    assert isinstance(gone, Problem)
    assert (gone.id, gone.message[:27]) == (problem.id, "There is no file or folder ")


def test_a_page_is_fetched_and_read() -> None:
    """One address gives the article, with the address that answered and the server's charset."""
    page = article_page().replace("Saltmouth", "Trondøya").replace('<meta charset="utf-8">', "")
    headers = {"Content-Type": "text/html; charset=iso-8859-1"}
    with server(lambda _: (200, headers, page.encode("latin-1"))) as (at, _):
        address = f"http://{at}/story?utm_source=feed#top"
        found = one(address, fetch=lambda url: safe_fetch(url, allow_hosts=[at]))
    assert (found.url, found.captured_in) == (f"http://{at}/story", address)
    assert "The port authority of Trondøya will" in found.text


def test_an_address_that_cannot_be_fetched_is_set_aside() -> None:
    """A fetch that fails is a problem with its sentence, to be tried again."""
    found = aside("https://harbour.example/1", outlet="Harbour Post")
    assert (found.reason, found.hints) == ("fetch", (("outlet", "Harbour Post"),))
    assert aside("file:///etc/passwd", fetch=safe_fetch).reason == "fetch"


def test_a_feed_is_no_article() -> None:
    """A feed is named as such."""

    def fetch(url: str) -> Fetched:
        return Fetched(url, 200, {}, b'<?xml version="1.0"?>\n<rss version="2.0"></rss>')

    assert aside("https://harbour.example/rss", fetch=fetch).reason == "feed"


def test_a_mail_is_read(tmp_path: Path) -> None:
    """A saved mail gives sender, date with its offset, subject and its text part."""
    mail = (
        "Received: by mx.example\r\nFrom: =?utf-8?q?Harbour_Post?= <news@mail.harbour.example>\r\n"
        "Date: Wed, 08 May 2024 14:30:00 +0200\r\nSubject: Terminal\r\n to close\r\n"
        'MIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n\r\n"
        + PARAGRAPHS[0].replace(" that ", " \r\nthat ").replace(", two", ", \r\ntwo")
        + "\r\n\r\n" + PARAGRAPHS[1] + "\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>no</p>\r\n--x--\r\n"
    )  # fmt: skip
    found = one(written(tmp_path / "a.eml", mail))
    assert found.claimed_published is not None
    assert (found.outlet, found.title) == ("Harbour Post", "Terminal to close")
    assert found.claimed_published.start == "2024-05-08T14:30:00+02:00"
    assert (found.claimed_published.zone, found.claimed_published.zone_from) == ("+02:00", "text")
    assert found.text == f"{PARAGRAPHS[0]}\n\n{PARAGRAPHS[1]}"


def test_a_mail_of_html_alone_is_read(tmp_path: Path) -> None:
    """A newsletter without a text part gives the words of its HTML, whatever its charset."""
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS).replace("cracks", "“cracks”")
    mail = b"From: a@b.example\nSubject: s\nContent-Type: text/html; charset=windows-1252\n\n"
    found = one(written(tmp_path / "a.eml", mail + body.encode("cp1252")))
    assert "found “cracks” in the foundations" in found.text
    assert found.claimed_published is None


def test_a_mail_of_many_levels_is_set_aside_or_read(tmp_path: Path) -> None:
    """Nesting that breaks the mail parser becomes a problem, never a crash."""
    levels = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000)
    )
    found = bring(written(tmp_path / "a.eml", f"From: a@b.example\n{levels}\n{ROW}"))
    assert len(found) == 1
    assert isinstance(found[0], Problem)
