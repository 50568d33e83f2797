"""Pages: text, title, date and outlet of an article; and what is none."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from tests.ingest.harbour import PARAGRAPHS, article_page, aside, bring, one

from reportedly.ingest.canonical import canonical_url
from reportedly.values.document import Document, Problem


def saved(folder: Path, page: str | bytes, name: str = "a.html") -> Path:
    path = folder / name
    path.write_bytes(page.encode() if isinstance(page, str) else page)
    return path


def linked(**fields: object) -> str:
    body = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "H", **fields}
    return f'<script type="application/ld+json">{json.dumps({"@graph": [{}, body]})}</script>'


def test_an_article_gives_its_text_title_date_and_outlet(tmp_path: Path) -> None:
    """Menu and footer are left out; paragraphs are kept; the head says the rest."""
    head = linked(
        headline="Northern terminal to close",
        datePublished="2024-05-08T14:30:00.000+02:00",
        dateModified="2024-05-08T18:00:00Z",
        publisher={"@type": "Organization", "name": "The Coast"},
    )
    head += '<link rel="canonical" href="https://news.example/terminal?utm_medium=x">'
    found = one(saved(tmp_path, article_page(head=head)))
    assert found.text.endswith("\n\n".join(PARAGRAPHS))
    assert "Sport" not in found.text
    assert "Terms of use" not in found.text
    assert (found.title, found.outlet, found.url, found.lang) == (
        "Northern terminal to close",
        "The Coast",
        "https://news.example/terminal",
        "en",
    )
    assert found.claimed_published is not None
    assert found.claimed_updated is not None
    assert found.claimed_published.start == "2024-05-08T14:30:00+02:00"
    assert found.claimed_updated.start == "2024-05-08T18:00:00+00:00"


def test_the_address_outweighs_what_the_page_calls_itself(tmp_path: Path) -> None:
    """An outlet is recognised by its domain; the user's word outweighs both."""
    head = '<meta property="og:site_name" content="harbour dot example">'
    path = saved(tmp_path, article_page(head=head))
    assert one(path).outlet == "harbour dot example"
    assert one(path, url="https://www.harbour.example/1").outlet == "Harbour Post"
    assert one(path, url="https://www.harbour.example/1", outlet="Mine").outlet == "Mine"


def test_a_page_may_not_claim_to_stand_on_another_host(tmp_path: Path) -> None:
    """A canonical address on somebody else's host is not believed where the host is known."""
    head = '<link rel="canonical" href="https://harbour.example/terminal">'
    found = one(saved(tmp_path, article_page(head=head)), url="https://mirror.example/1")
    assert (found.url, found.outlet) == ("https://mirror.example/1", "mirror.example")


@pytest.mark.parametrize(
    ("head", "value"),
    [
        ('<meta property="article:published_time" content="2024-05-08">', "2024-05-08"),
        ('<meta name="pubdate" content="Wed, 08 May 2024 14:30:00 GMT">', "2024-05-08T14:30:00+00:00"),
        ('<meta name="date" content="2024-05-08T14:30:00CEST">', "2024-05-08"),
        ('<meta itemprop="datePublished" content="20240508">', "2024-05-08"),
        ('<meta name="parsely-pub-date" content="1715171400">', "2024-05-08T12:30:00+00:00"),
        ('<meta property="article:published_time" content="May 8, 2024">', "2024-05-08"),
    ],
)  # fmt: skip
def test_dates_of_many_forms_are_read(tmp_path: Path, head: str, value: str) -> None:
    """A date is as precise as it is written; a zone that cannot be told leaves the day."""
    when = one(saved(tmp_path, article_page(head=head))).claimed_published
    assert when is not None
    assert when.value[: len(value)] == value


def test_a_date_in_the_text_alone_is_found(tmp_path: Path) -> None:
    """Where the head says nothing, the line under the headline does."""
    page = article_page().replace("</h1>", "</h1><p class='date'>Published on 8 May 2024</p>")
    when = one(saved(tmp_path, page)).claimed_published
    assert when is not None
    assert when.value == "2024-05-08"


@pytest.mark.parametrize("value", ["2024-05-12T00:00:00Z", "2024-05-10T12:30:00Z", "1970-01-01"])
def test_a_date_that_cannot_be_true_is_dropped_and_told(tmp_path: Path, value: str) -> None:
    """The article is read without a date, and a problem says why."""
    found, problem = bring(saved(tmp_path, article_page(head=linked(datePublished=value))))
    assert isinstance(found, Document)
    assert isinstance(problem, Problem)
    assert (found.claimed_published, problem.reason) == (None, "date")
    assert value in problem.message


@pytest.mark.parametrize(
    ("charset", "word", "declared"),
    [
        ("latin-1", "Tromsø", '<meta charset="iso-8859-1">'),
        ("cp1252", "“Tromsø”", '<meta charset="iso-8859-1">'),
        ("cp1251", "Харків", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'),
        ("utf-16", "Харків", ""),
        ("utf-8-sig", "Харків", '<meta charset="iso-8859-1">'),
    ],
)  # fmt: skip
def test_old_encodings_are_read(tmp_path: Path, charset: str, word: str, declared: str) -> None:
    """Pages in the encodings that they declare, and with a byte order mark, give their letters."""
    page = article_page().replace("Saltmouth", word).replace('<meta charset="utf-8">', declared)
    assert f"of {word} will" in one(saved(tmp_path, page.encode(charset))).text


def test_an_undeclared_encoding_is_told_by_its_letters(tmp_path: Path) -> None:
    """A Russian text in windows-1251 without a declaration is decoded, and set aside unread."""
    text = (
        "Порт закроет северный терминал на три недели, сообщили газете два чиновника, знакомые"
        " с планом. По словам одного из них, решение приняли после того, как водолазы нашли"
        " трещины в основании причала."
    )
    found = aside(saved(tmp_path, text.encode("cp1251"), "a.txt"))
    assert (found.reason, "not in English" in found.message) == ("language", True)


def test_a_german_text_is_set_aside(tmp_path: Path) -> None:
    """What English rules cannot read is never read by them, in whatever script."""
    text = (
        "Der Hafen schließt sein nördliches Terminal für drei Wochen, sagten zwei mit dem Plan"
        " vertraute Beamte der Zeitung. Einem von ihnen zufolge fiel die Entscheidung, nachdem"
        " Taucher Risse im Fundament des Kais gefunden hatten."
    )
    assert aside(saved(tmp_path, text.encode(), "a.txt")).reason == "language"


@pytest.mark.parametrize("data", [bytes(range(255, 0, -7)) * 12, "bad\ufffd".encode() * 40])
def test_damaged_letters_are_set_aside(tmp_path: Path, data: bytes) -> None:
    """A text whose letters are lost is never read as if it were whole."""
    assert aside(saved(tmp_path, data, "a.txt")).reason == "encoding"


CONSENT = (
    "<p>We value your privacy.</p><p>We and our partners store and/or access information on a"
    " device, such as cookies, and process personal data.</p><p>With your permission we may use"
    " precise data. You may click to consent to our and our partners' processing. Some partners"
    " rely on legitimate interest. You can withdraw your consent at any time.</p>"
)
TEASER = f"<p>{PARAGRAPHS[0]}</p>"


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (article_page(body=CONSENT), "consent"),
        (article_page(body=TEASER, head=linked(isAccessibleForFree=False)), "paywall"),
        (article_page(body=TEASER, head=linked(isAccessibleForFree="False")), "paywall"),
        (article_page(body=TEASER + "<p>Subscribe to continue reading.</p>"), "paywall"),
        (article_page(body="<p>Please enable JavaScript to view this site.</p>"), "blocked"),
        (article_page(body="<p>Verify you are human.</p>"), "blocked"),
        ("<html><head><title>Page not found</title></head><body><h1>404</h1></body></html>", "error_page"),
        (article_page(body="<p>The port will close.</p>"), "too_short"),
        ("<html><body></body></html>", "empty"),
        ("", "empty"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_set_aside(tmp_path: Path, page: str, reason: str) -> None:
    """Consent pages, teasers, walls and errors are named as what they are."""
    found = aside(saved(tmp_path, page))
    assert (found.reason, found.message[-1]) == (reason, ".")


def test_an_article_about_cookies_is_an_article(tmp_path: Path) -> None:
    """News that mentions consent or a subscription is read."""
    body = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    body += "<p>The regulator fined the company over cookies and its privacy policy.</p>"
    head = linked(isAccessibleForFree=True)
    assert "regulator" in one(saved(tmp_path, article_page(head=head, body=body))).text


def test_a_whole_article_behind_a_paywall_is_read(tmp_path: Path) -> None:
    """A subscriber's saved copy is long enough to be the article itself."""
    body = "".join(
        f"<p>{words} It was paragraph {n}.</p>" for n in range(4) for words in PARAGRAPHS
    )
    found = one(saved(tmp_path, article_page(head=linked(isAccessibleForFree=False), body=body)))
    assert len(found.text.split()) > 200


LINES = "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
HOSTILE = {
    "a column span": f"{LINES}<table><tr><td colspan=9000000000000000>x</td></tr></table>",
    "deep nesting": "<div>" * 100_000 + LINES,
    "deep bold": "<b>" * 2_900 + LINES,
    "many cells": f"{LINES}<table><tr>" + "<td>x" * 100_000 + "</table>",
    "many attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + f">{LINES}",
    "many links": "<a href=x>y</a> " * 100_000 + LINES,
    "unclosed tags": "<a" * 500_000,
    "unclosed comment": "<!--" * 300_000,
    "entities": LINES + "&amp;" * 500_000,
    "deep JSON": f'<script type="application/ld+json">{"[" * 200_000}</script>{LINES}',
    "a long word": f"<p>{'a' * 3_000_000}</p>{LINES}",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_page_ends_soon(tmp_path: Path, kind: str) -> None:
    """A page that is made to exhaust a parser is read or set aside within seconds."""
    started = time.monotonic()
    found = bring(saved(tmp_path, f"<html><body>{HOSTILE[kind]}</body></html>"))
    assert len(found) == 1
    assert time.monotonic() - started < 10


@pytest.mark.parametrize(
    ("url", "clean"),
    [
        ("https://News.Example:443/a?id=3&utm_source=x&fbclid=2#top", "https://news.example/a?id=3"),
        ("http://news.example:80", "http://news.example/"),
        ("http://news.example:8080/a", "http://news.example:8080/a"),
        ("no address", "no address"),
        ("https://[::1", "https://[::1"),
    ],
)  # fmt: skip
def test_an_address_has_one_spelling(url: str, clean: str) -> None:
    """Tracking parameters, fragments and default ports go; doing it twice changes nothing."""
    assert (canonical_url(url), canonical_url(clean)) == (clean, clean)
