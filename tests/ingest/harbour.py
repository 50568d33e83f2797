"""Pages, a desk's own list of outlets and a server on the loopback, all invented."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly import ingest, known
from reportedly.errors import FetchError
from reportedly.ingest import Fetched
from reportedly.values.document import Document, Problem

NOW = datetime(2024, 5, 10, 12, 0, tzinfo=UTC)

OUTLETS = """
outlets:
  harbour-post: {name: Harbour Post, domains: [harbour.example], zone: Europe/Oslo, kind: newspaper}
"""

PARAGRAPHS = (
    (
        "The port authority of Saltmouth will close its northern terminal for three weeks, two"
        " officials with knowledge of the plan told the Harbour Post on Wednesday."
    ),
    (
        "According to one of them, the decision was taken after divers had found cracks in the"
        " foundations of the quay, and the ministry was told of them on Monday."
    ),
    (
        "A spokeswoman for the ministry denied that there was any danger for the public. She said"
        " that the closure was a precaution and that ferries would sail from the southern terminal."
    ),
    (
        "Shipping companies said that they had not been informed. The authority did not answer a"
        " request for comment."
    ),
)

ROW = " ".join(PARAGRAPHS[:2])


def article_page(*, head: str = "", lang: str = "en", body: str | None = None) -> str:
    """Return the HTML of an article with a menu, a footer and these words in its head."""
    inner = body or "".join(f"<p>{words}</p>" for words in PARAGRAPHS)
    return f"""<!DOCTYPE html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Terminal to close - Harbour</title>
{head}</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<main><article><h1>Northern terminal to close for three weeks</h1>{inner}</article></main>
<footer><p>Terms of use</p></footer></body></html>"""


@cache
def world() -> known.Known:
    """Return what is known, with the invented Harbour Post among the outlets."""
    with TemporaryDirectory() as folder:
        own = Path(folder, "own.yaml")
        own.write_text(OUTLETS, encoding="utf-8")
        loaded = known.load(extra=own)
        assert loaded.outlets.named("Harbour Post")
    return loaded


def offline(url: str) -> Fetched:
    """Refuse to fetch."""
    raise FetchError(f"{url} is not fetched in this test.", url)


def bring(
    address: str | Path,
    *,
    fetch: ingest.Fetch = offline,
    now: datetime = NOW,
    stdin: bytes | None = None,
    **hints: object,
) -> list[Document | Problem]:
    """Return what an address brings."""
    stream = io.BytesIO(stdin) if stdin is not None else None
    said = ingest.Hints(**hints)  # type: ignore[arg-type]
    found = ingest.documents(
        str(address), known=world(), fetch=fetch, now=now, hints=said, stdin=stream
    )
    return list(found)


def one(address: str | Path, **more: object) -> Document:
    """Return the one document that an address brings."""
    (found,) = bring(address, **more)  # type: ignore[arg-type]
    assert isinstance(found, Document), found
    return found


def aside(address: str | Path, **more: object) -> Problem:
    """Return the one problem that an address brings."""
    (found,) = bring(address, **more)  # type: ignore[arg-type]
    assert isinstance(found, Problem), found
    return found


Answer = Callable[[str], tuple[int, Mapping[str, str], bytes]]


@contextmanager
def server(answer: Answer) -> Iterator[tuple[str, list[str]]]:
    """Serve on the loopback; give its address and the `Host` of each request it got."""
    hosts: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            hosts.append(self.headers["Host"])
            self.server.agents.append(self.headers["User-Agent"])  # type: ignore[attr-defined]
            status, headers, body = answer(self.path)
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    serving = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    serving.agents = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=serving.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"127.0.0.1:{serving.server_port}", hosts
    finally:
        serving.shutdown()
        thread.join()
        serving.server_close()
