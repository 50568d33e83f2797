"""A saved e-mail (.eml) -> Draft."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from reportedly.errors import ParseError
from reportedly.ingest import page
from reportedly.ingest.decoding import decoded
from reportedly.ingest.draft import Draft

MAX_BYTES = 25_000_000
"""Mail servers take no larger message; what exceeds it is attachments."""

_HEADER = re.compile(
    rb"(?:from|to|date|subject|received|return-path|delivered-to|mime-version|message-id"
    rb"|reply-to|sender|content-type|dkim-signature|x-[\w-]+):[ \t]",
    re.IGNORECASE,
)
_FEWEST_WORDS = 20


def looks_like_mail(start: bytes) -> bool:
    """Return whether bytes begin with at least two headers of an e-mail."""
    lines = [line for line in start[:4000].splitlines() if line[:1] not in {b" ", b"\t"}]
    return len(lines) > 1 and all(_HEADER.match(line) for line in lines[:2])


def mail(data: bytes, *, address: str) -> Draft:
    """Return the text of an e-mail with its sender, date and subject.

    Raises:
        ParseError: it is too large, or no e-mail that can be read.
    """
    if len(data) > MAX_BYTES:
        raise page.too_large(address, "The e-mail", f"is larger than {MAX_BYTES // 1_000_000} MB")
    try:
        message = message_from_bytes(data, policy=default)
        name, sender = parseaddr(str(message.get("from", "")))
        return Draft(
            text=_text(message, address),
            domain=sender.rpartition("@")[2].lower(),
            title=" ".join(str(message.get("subject", "")).split()),
            outlet=name,
            published=str(message.get("date", "")),
        )
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise ParseError(
            f"The e-mail {address} is broken ({error}). Save its text and give that file.",
            address,
            "malformed",
        ) from error


def _text(message: EmailMessage, address: str) -> str:
    """Return the plain part; the HTML part where the plain one says next to nothing."""
    plain, html = (_part(message, kind, address) for kind in ("plain", "html"))
    if html and len(plain.split()) < _FEWEST_WORDS:
        return page.fragment(html, address=address) or plain
    return plain


def _part(message: EmailMessage, kind: str, address: str) -> str:
    part = message.get_body((kind,))
    if part is None:
        return ""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        return ""
    text = decoded(payload, address=address, declared=part.get_content_charset())
    text = text.replace("\r\n", "\n")  # the mail's own line ends, not the writer's
    flowed = str(part.get_param("format", "")).lower() == "flowed"
    return re.sub(r"(?<=\S) \n(?=[^\s>])", " ", text) if flowed else text
