"""A captured page, and what could not be captured."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reportedly.values.identity import content_id
from reportedly.values.when import When


@dataclass(frozen=True, slots=True)
class Document:
    """One captured version of one page; an edit is another Document.

    Attributes:
        url: canonical address, "" where there is none.
        outlet: the outlet's name; "" where neither page nor user tells.
        text: main text with its paragraphs, the base of every span (code points).
        claimed_published, claimed_updated: what the page or the user says.
        first_seen: when this desk first saw it (UTC).
        content_changed: when this text was first seen to differ from the version before.
        captured_in: the file, archive or feed that it came from.
    """

    id: str
    url: str
    outlet: str
    title: str
    text: str
    lang: str
    claimed_published: When | None
    claimed_updated: When | None
    first_seen: datetime
    content_changed: datetime | None = None
    captured_in: str = ""


def document(  # noqa: PLR0913  a page says many things of itself
    text: str,
    *,
    outlet: str = "",
    url: str = "",
    title: str = "",
    lang: str = "en",
    published: When | None = None,
    updated: When | None = None,
    first_seen: datetime,
    captured_in: str = "",
) -> Document:
    """Return the Document of a text, with its id from what identifies it."""
    stamp = published.value if published else None
    return Document(
        id=content_id("document", url, outlet, title, text, stamp),
        url=url,
        outlet=outlet,
        title=title,
        text=text,
        lang=lang,
        claimed_published=published,
        claimed_updated=updated,
        first_seen=first_seen,
        captured_in=captured_in,
    )


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that was set aside instead of being read, with its reason.

    Attributes:
        address: the file, URL or "-" that it came from.
        reason: one word (consent, paywall, empty, binary, encoding, too_large, ...).
        message: what happened and what to do now.
        payload: the text itself, where the address alone could not bring it back.
        hints: what the user said of it (outlet, published, url, zone), for the retry.
        solved: when a retry succeeded.
    """

    id: str
    address: str
    reason: str
    message: str
    at: datetime
    payload: str | None = None
    hints: tuple[tuple[str, str], ...] = ()
    solved: datetime | None = None


def problem(  # noqa: PLR0913  as above
    address: str,
    reason: str,
    message: str,
    *,
    at: datetime,
    payload: str | None = None,
    hints: tuple[tuple[str, str], ...] = (),
) -> Problem:
    """Return the Problem record of something set aside; the same one twice has one id."""
    identity = content_id("problem", address, reason, payload)
    return Problem(identity, address, reason, message, at, payload, hints)
