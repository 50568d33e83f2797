"""Content-hash ids: the same identifying fields always give the same id."""

from __future__ import annotations

import hashlib
import json

ID_LENGTH = 32
"""Hexadecimal characters of an id: 128 bits, far beyond accidental collision."""

SHORTEST_PREFIX = 6
"""The shortest prefix of an id that people may type."""


def content_id(*fields: object) -> str:
    """Return the id of a record with these identifying fields.

    Args:
        fields: strings, numbers, None, and (nested) tuples or lists of those.

    Returns:
        32 lower-case hexadecimal characters (the first 128 bits of SHA-256).

    >>> content_id("a", 1) == content_id("a", 1)
    True
    >>> content_id("ab", "c") == content_id("a", "bc")
    False
    """
    canonical = json.dumps(fields, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()[:ID_LENGTH]
