"""Bytes -> text: which encoding it is, and what is no text at all."""

from __future__ import annotations

import codecs
import re

from reportedly.errors import ParseError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office file"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound, film or picture"),
    (b"OggS", "a sound or film"),
    (b"ID3", "a sound"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office file"),
    (b"7z\xbc\xaf", "an archive"),
    (b"{\\rtf", "a Rich Text file"),
)
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE
)
_XML_CHARSET = re.compile(
    rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})", re.IGNORECASE
)
_BROWSER_NAMES = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252",
                  "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-9": "cp1254",
                  "gb2312": "gb18030", "gbk": "gb18030", "x-sjis": "cp932", "shift_jis": "cp932",
                  "ks_c_5601-1987": "cp949", "euc-kr": "cp949"}  # fmt: skip
"""What browsers take a declared name for (WHATWG Encoding Standard)."""

_LEGACY = ["cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "koi8_r",
           "koi8_u", "gb18030", "big5", "cp932", "euc_jp", "cp949", "cp866"]  # fmt: skip
"""What undeclared news text is written in; rarer ones would turn damage into strange letters."""

_SIGN_IN_WORD = re.compile(r"[^\W\d_][¢£¤¥¦¬¯²³µ¶¸¹¼½¾]|[¢£¤¥¦¬¯²³µ¶¸¹¼½¾][^\W\d_]")
"""Central European letters read as Western ones put such signs into words."""

_SAMPLE = 200_000
_NULS_LOOKED_AT = 65_536
_GARBLED = 0.003
"""More than three damaged characters in a thousand make quotations and names unreliable."""


def decoded(data: bytes, *, address: str, declared: str | None = None) -> str:
    """Return bytes as text, without a byte order mark and otherwise exactly as they are.

    Tried in this order: a byte order mark, UTF-8, the declared encoding (by the server, then
    by the page), and what the letters look like.

    Raises:
        ParseError: it is no text ("binary"), or its encoding is damaged ("encoding").
    """
    kind = binary_kind(data)
    if kind:
        raise ParseError(
            f"{address} is {kind}, not text. Save its text or HTML and give that.",
            address,
            "binary",
        )
    text = _text(data, declared)
    if text is None or _damaged(text):
        raise ParseError(
            f"The letters of {address} are damaged or in an unknown encoding. "
            "Save it as UTF-8 and try again.",
            address,
            "encoding",
        )
    return text


def binary_kind(data: bytes) -> str | None:
    """Return what kind of file this is where it is no text, else None."""
    if any(data.startswith(bom) for bom, _ in _BOMS):
        return None
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return kind
    return "a binary file" if b"\0" in data[:_NULS_LOOKED_AT] else None


def _text(data: bytes, declared: str | None) -> str | None:
    for bom, name in _BOMS:
        if data.startswith(bom):
            return _attempt(data, name)
    for encoding in ("utf-8", declared, _declared_inside(data)):
        if encoding and (text := _attempt(data, encoding)) is not None:
            return text
    return _guessed(data)


def _attempt(data: bytes, name: str) -> str | None:
    known_as = _BROWSER_NAMES.get(name.strip().lower(), name.strip())
    try:
        text, _ = codecs.lookup(known_as).decode(data)
    except (LookupError, UnicodeError, ValueError, TypeError, AssertionError):
        return None
    return text if isinstance(text, str) else None


def _declared_inside(data: bytes) -> str | None:
    head = data[:4096]
    found = _META_CHARSET.search(head) or _XML_CHARSET.search(head)
    return found[1].decode("ascii") if found else None


def _guessed(data: bytes) -> str | None:
    from charset_normalizer import from_bytes  # noqa: PLC0415  # rarely needed, slow to load

    mostly = data.decode("utf-8", errors="replace")
    if mostly.count("\ufffd") <= len(mostly) * _GARBLED:
        return mostly  # UTF-8 with a few broken bytes, as pages cut by their software have
    found = from_bytes(data[:_SAMPLE], cp_isolation=_LEGACY)
    best = found.best()
    if best is None:
        return None
    as_western = _attempt(data, "cp1252") or ""
    western = any(m.encoding == "cp1252" and m.chaos <= best.chaos for m in found)
    if western and not _SIGN_IN_WORD.search(as_western):
        return as_western
    return _attempt(data, best.encoding)


def _damaged(text: str) -> bool:
    """Return whether replacement and control characters are too many for a text."""
    bad = sum(text.count(letter) for letter in _BAD)
    return bad > max(2, len(text) * _GARBLED)


_BAD = ("\ufffd", *(chr(code) for code in (*range(1, 9), *range(0x0E, 0x20), *range(0x7F, 0xA0))))
