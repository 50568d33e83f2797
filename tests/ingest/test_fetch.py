"""The one door to the network: what it never opens to, and what it brings back."""

from __future__ import annotations

import ast
import gzip
import zlib
from pathlib import Path

import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.ingest.harbour import server

import reportedly
from reportedly.errors import FetchError
from reportedly.ingest.fetch import Limits, safe_fetch
from reportedly.ingest.hosts import refusal

INNER = (
    "127.0.0.1",
    "127.255.255.254",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.127.255.254",
    "0.0.0.0",  # noqa: S104  # nothing is bound
    "0.1.2.3",
    "192.0.2.1",
    "198.18.0.1",
    "192.88.99.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::1",
    "::",
    "::127.0.0.1",
    "fc00::1",
    "fd12:3456::1",
    "fe80::1",
    "fec0::1",
    "ff02::1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1",
    "64:ff9b:1::1",
    "2002:7f00:1::1",
    "2002:0808:0808::1",
    "2001::1",
    "2001:db8::1",
)

PUBLIC = ("93.184.215.14", "8.8.8.8", "2606:2800:21f:cb07::1", "64:ff9b::808:808", "::ffff:8.8.8.8")


def host(address: str) -> str:
    return f"[{address}]" if ":" in address else address


def never(name: str) -> list[str]:
    raise AssertionError(f"{name} was looked up")


@pytest.mark.parametrize("address", INNER)
def test_inner_addresses_are_refused(address: str) -> None:
    """An address of this machine or of an inner network is never contacted."""
    assert refusal(address)
    with pytest.raises(FetchError):
        safe_fetch(f"http://{host(address)}/", resolve=never)


@pytest.mark.parametrize("address", INNER)
def test_a_name_that_leads_inside_is_refused(address: str) -> None:
    """A public name with one inner address among its addresses is never contacted."""
    with pytest.raises(FetchError, match=r"news\.example"):
        safe_fetch("http://news.example/", resolve=lambda _: ["93.184.215.14", address])


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    """A public address may be contacted."""
    assert refusal(address) is None


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0x7f.1/",
        "http://0177.0.0.1/",
        "http://017700000001/",
        "http://127.1/",
        "http://127.0.0.1./",
        "http://127。0。0。1/",
        "http://①②⑦.0.0.1/",
        "http://１２７.0.0.1/",
        "http://[::ffff:7f00:1]/",
        "http://[fe80::1%25eth0]/",
        "http://[::1",
        "http:///etc/passwd",
        "http:/127.0.0.1/",
        "http://",
        "http://user@news.example/",
        "http://user:word@news.example/",
        "http://@news.example/",
        "http://127.0.0.1:80\\@news.example/",
        "http://news.example\\@127.0.0.1/",
        "http://news.example/a b",
        "http://news.example/\x00",
        "http://news.example/\r\nHost: inner",
        "http://news.exam\u202eple/",
        "http://news.example:99999/",
        "http://xn--/",
        "file:///etc/passwd",
        "ftp://news.example/",
        "gopher://news.example/",
        "javascript:alert(1)",
        "//news.example/",
        "news.example",
        "",
    ],
)
def test_bad_addresses_are_refused_before_anything_is_looked_up(url: str) -> None:
    """An odd or dangerous form of an address is refused with a sentence, not resolved."""
    with pytest.raises(FetchError) as refused:
        safe_fetch(url, resolve=never)
    assert str(refused.value).endswith(".")


@pytest.mark.parametrize("name", ["localhost", "localhost.", "LOCALHOST"])
def test_the_names_of_this_machine_are_refused(name: str) -> None:
    """What resolves to this machine is refused whatever it is called."""
    with pytest.raises(FetchError):
        safe_fetch(f"http://{name}/", resolve=lambda _: ["127.0.0.1", "::1"])


@pytest.mark.parametrize("target", [f"http://{host(a)}/" for a in INNER] + [
    "file:///etc/passwd", "http://user@news.example/", "http:\\\\127.0.0.1/", "//10.0.0.1/",
    "http://2130706433/", "http://127.1/", "/a\tb",
])  # fmt: skip
def test_a_redirect_to_a_bad_address_is_refused(target: str) -> None:
    """Each hop is checked as the first one was."""
    location = target.encode("ascii", "ignore").decode()
    with server(lambda _: (302, {"Location": location, "Content-Length": "0"}, b"")) as (at, seen):
        with pytest.raises(FetchError):
            safe_fetch(f"http://{at}/", allow_hosts=[at])
        assert len(seen) == 1


def test_the_connection_goes_to_the_address_that_was_checked() -> None:
    """A name server that changes its answer after the check changes nothing."""
    answers = [["127.0.0.1"], ["10.0.0.1"]]
    with server(lambda _: (200, {"Content-Length": "2"}, b"ok")) as (at, seen):
        port = at.rpartition(":")[2]
        name = f"wiki.lan:{port}"
        got = safe_fetch(f"http://{name}/x", allow_hosts=[name], resolve=lambda _: answers.pop(0))
        assert (got.body, seen, len(answers)) == (b"ok", [name], 1)


def test_a_host_is_allowed_with_its_port_only() -> None:
    """A port that was allowed does not open the other ports of its host."""
    with pytest.raises(FetchError):
        safe_fetch("http://127.0.0.1:1/", allow_hosts=["127.0.0.1:8080"])


HOSTISH = st.text("abc.0127xX:@[]\\/#?%。é-_ \t", max_size=24)


@given(HOSTISH)
@example("127.0.0.1:80\\@news.example")
@example("news.example#@127.0.0.1")
@example("news.example?@127.0.0.1/")
@example("a:b@c")
def test_the_host_that_is_checked_is_the_host_that_is_asked(text: str) -> None:
    """However an address is put, one parse gives the host for the check and for the request."""
    looked_up: list[str] = []

    def resolve(name: str) -> list[str]:
        looked_up.append(name)
        return ["10.0.0.1"]

    url = f"http://{text}"
    with pytest.raises(FetchError):
        safe_fetch(url, resolve=resolve)
    if looked_up:
        assert looked_up == [httpx.URL(url).raw_host.decode("ascii")]
        assert "@" not in url.split("/")[2]


def test_five_redirects_are_followed_and_no_more() -> None:
    """A loop of redirects ends with a sentence."""

    def hop(path: str) -> tuple[int, dict[str, str], bytes]:
        if path == "/5":
            return 200, {}, b"end"
        return 302, {"Location": f"/{int(path[1:]) + 1}", "Content-Length": "0"}, b""

    with server(hop) as (at, _):
        assert safe_fetch(f"http://{at}/0", allow_hosts=[at]).url == f"http://{at}/5"
    with (
        server(lambda _: (302, {"Location": "/", "Content-Length": "0"}, b"")) as (at, seen),
        pytest.raises(FetchError, match="more than 5 redirects"),
    ):
        safe_fetch(f"http://{at}/", allow_hosts=[at])
    assert len(seen) == 6


@pytest.mark.parametrize(
    ("coding", "pack"),
    [
        ("gzip", gzip.compress),
        ("deflate", zlib.compress),
        ("deflate", lambda body: zlib.compress(body)[2:-4]),
    ],
)
def test_a_decompression_bomb_stops_at_the_limit(coding: str, pack) -> None:
    """Thirty kilobytes that unpack to thirty megabytes are refused; small ones are unpacked."""
    limits = Limits(unpacked=1_000_000)
    bodies = {"/bomb": pack(b"a" * 30_000_000), "/page": pack(b"a" * 30_000)}

    def answer(path: str) -> tuple[int, dict[str, str], bytes]:
        body = bodies[path]
        return 200, {"Content-Encoding": coding, "Content-Length": str(len(body))}, body

    with server(answer) as (at, _):
        with pytest.raises(FetchError, match="larger than 1 MB"):
            safe_fetch(f"http://{at}/bomb", allow_hosts=[at], limits=limits)
        got = safe_fetch(f"http://{at}/page", allow_hosts=[at], limits=limits)
        assert got.body == b"a" * 30_000


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip, gzip", "nonsense"])
def test_a_coding_that_was_not_asked_for_is_refused(coding: str) -> None:
    """Nested and unknown codings are refused by name."""
    with (
        server(lambda _: (200, {"Content-Encoding": coding}, b"x")) as (at, _),
        pytest.raises(FetchError, match="which was not asked for"),
    ):
        safe_fetch(f"http://{at}/", allow_hosts=[at])


def test_an_endless_body_stops_at_the_limit() -> None:
    """A body without a declared length is read no further than the limit."""
    with (
        server(lambda _: (200, {}, b"a" * 3_000_000)) as (at, _),
        pytest.raises(FetchError, match="larger than"),
    ):
        safe_fetch(f"http://{at}/", allow_hosts=[at], limits=Limits(1_000_000, 1_000_000))


@pytest.mark.parametrize(
    ("status", "words"),
    [(403, "Save the page from your browser"), (404, "no such page"), (500, "trouble of its own")],
)
def test_an_answer_without_a_page_says_what_to_do(status: int, words: str) -> None:
    """A refusal of the server becomes a sentence with its status."""
    with (
        server(lambda _: (status, {}, b"")) as (at, _),
        pytest.raises(FetchError, match=f"{words}.*status {status}"),
    ):
        safe_fetch(f"http://{at}/", allow_hosts=[at])


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy that stands in the environment does not get the request."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    with server(lambda _: (200, {}, b"direct")) as (at, _):
        assert safe_fetch(f"http://{at}/", allow_hosts=[at]).body == b"direct"


def test_no_other_module_opens_a_connection() -> None:
    """Only `ingest/fetch.py` imports anything that can reach the network."""
    root = Path(reportedly.__file__).parent
    doors = {"httpx", "requests", "socket", "urllib3", "aiohttp", "httpcore", "ftplib", "smtplib"}
    found = set()
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [node.module or "", *(f"{node.module}.{a.name}" for a in node.names)]
            for name in names:
                if name.split(".")[0] in doors or name in {"urllib.request", "http.client"}:
                    found.add(str(path.relative_to(root)))
                if name in {"trafilatura.fetch_url", "htmldate.utils.fetch_url"}:
                    found.add(str(path.relative_to(root)))
    assert found == {"ingest/fetch.py"}
