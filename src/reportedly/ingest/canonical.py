"""One spelling for each web address."""

from __future__ import annotations

from urllib.parse import urldefrag, urlsplit

_DEFAULT_PORTS = {"http": 80, "https": 443}


def canonical_url(url: str) -> str:
    """Return a web address without tracking parameters, fragment and default port.

    What is no web address is returned as it is.

    >>> canonical_url("https://News.Example:443/a?id=3&utm_source=x#top")
    'https://news.example/a?id=3'
    """
    from courlan import normalize_url  # noqa: PLC0415  # slow to load

    bare = urldefrag(url.strip()).url
    try:
        parts = urlsplit(bare)
        if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
            return url.strip()
        default = parts.port == _DEFAULT_PORTS[parts.scheme.lower()]
        if default:
            bare = parts._replace(netloc=parts.netloc.rpartition(":")[0]).geturl()
        clean = normalize_url(bare)
    except ValueError:
        return url.strip()
    return clean if urlsplit(clean).path else urlsplit(clean)._replace(path="/").geturl()


def host_of(url: str) -> str:
    """Return the host of a web address without "www.", "" where it has none.

    >>> host_of("https://www.news.example/a")
    'news.example'
    """
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
