"""The only open socket: every address that this program fetches goes through here.

What is asked for is parsed once, by `httpx.URL`. The host is resolved once, every address
it has is checked, and the connection goes to a checked address and to no other: the name is
not looked up again between the check and the connection. Each redirect starts anew.
"""

from __future__ import annotations

import re
import socket
import time
import unicodedata
import zlib
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import TypeAlias

import httpx

from reportedly.errors import FetchError
from reportedly.ingest.fetched import Fetch, Fetched
from reportedly.ingest.hosts import literal, refusal

__all__ = ["Fetch", "Fetched", "Limits", "safe_fetch"]

Resolve: TypeAlias = Callable[[str], Sequence[str]]

_SCHEME = re.compile(r"https?://(?!/)", re.IGNORECASE)
_CONTROL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_LAST_PORT = 65_535
_ZLIB_OR_GZIP = zlib.MAX_WBITS | 32
_STATUSES = {
    401: "asks for a login. Save the page from your browser and give that file",
    402: "asks for payment. Save the page from your browser and give that file",
    403: "refuses programs. Save the page from your browser and give that file",
    404: "has no such page. Check the address",
    410: "has removed the page. An archived copy may exist; give that file",
    429: "asks for fewer requests. Try again later",
    451: "withholds the page for legal reasons",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one fetch may take.

    Attributes:
        received, unpacked: bytes over the wire, and after the content coding is undone.
        seconds: for the whole body; a single wait takes at most a third of it.
        redirects: hops that are followed.
    """

    received: int = 10_000_000
    unpacked: int = 10_000_000
    seconds: float = 30.0
    redirects: int = 5


LIMITS = Limits()


def resolved(host: str) -> Sequence[str]:
    """Return every IP address that the system gives for a host name.

    Raises:
        OSError: it has none, or no name server answers.
    """
    found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def safe_fetch(
    url: str,
    *,
    allow_hosts: Collection[str] = (),
    resolve: Resolve = resolved,
    limits: Limits = LIMITS,
) -> Fetched:
    """Return what an http or https address answers, if it may be asked.

    Args:
        url: the address; one with a user name, a backslash or a control character is refused.
        allow_hosts: hosts of an inner network that may be asked ("wiki.lan", "10.0.0.5:8080").
        resolve: gives the IP addresses of a host name.
        limits: what it may take at most.

    Raises:
        FetchError: it may not be fetched, could not be, or is too large.
    """
    deadline = time.monotonic() + limits.seconds
    current = url
    for _ in range(limits.redirects + 1):
        target = _parsed(current, url)
        addresses = _checked_addresses(target, url, allow_hosts, resolve)
        answer = _answer(_Call(url, target, addresses, limits, deadline))
        if isinstance(answer, Fetched):
            return answer
        current = answer
    raise FetchError(
        f"{url} leads on through more than {limits.redirects} redirects. "
        "Give the address that it should end at.",
        url,
    )


def _parsed(url: str, asked: str) -> httpx.URL:
    """Return the one parse of an address that check and connection share."""
    if "\\" in url or any(unicodedata.category(letter) in _CONTROL for letter in url):
        raise FetchError(f"{asked!r} holds a blank, a backslash or a control character.", asked)
    if not _SCHEME.match(url):
        raise FetchError(f"{asked} is no http or https address, and only those are read.", asked)
    try:
        parsed = httpx.URL(url)
        well_formed = bool(parsed.host) and 0 < (parsed.port or 80) <= _LAST_PORT
        literal(parsed.raw_host.decode("ascii"))
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{asked} is not a well-formed address: check its host.", asked) from error
    if parsed.userinfo or "@" in url.split("/")[2]:
        raise FetchError(f"{asked} holds a user name, which is not sent. Leave it out.", asked)
    if not well_formed or b"%" in parsed.raw_host:
        raise FetchError(f"{asked} names no host and port that could be asked.", asked)
    return parsed


def _checked_addresses(
    target: httpx.URL, asked: str, allow_hosts: Collection[str], resolve: Resolve
) -> Sequence[str]:
    host = target.raw_host.decode("ascii")
    allowed = {entry.lower().removesuffix(".") for entry in allow_hosts}
    bare = host.removesuffix(".")
    port = target.port or (443 if target.scheme == "https" else 80)
    lan = bare in allowed or f"{bare}:{port}" in allowed
    try:
        own = literal(host)
        addresses = (own,) if own else tuple(resolve(host))
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"The host {bare} of {asked} was not found. Check the address and the network.", asked
        ) from error
    for address in addresses:
        why = None if lan else refusal(address)
        if why:
            raise FetchError(
                f"{asked} leads to {address}, which {why}, and is not fetched. "
                "Save the page yourself and give that file.",
                asked,
            )
    if not addresses:
        raise FetchError(f"The host {bare} of {asked} has no address.", asked)
    return addresses


@dataclass(frozen=True, slots=True)
class _Call:
    """One hop: what was asked for first, where it goes now, and to which checked addresses."""

    asked: str
    target: httpx.URL
    addresses: Sequence[str]
    limits: Limits
    deadline: float

    def failed(self, what: str) -> FetchError:
        return FetchError(f"{self.asked} {what}.", self.asked)


def _answer(call: _Call) -> Fetched | str:
    """Return what one hop answers, or the address that it redirects to."""
    context = httpx.create_ssl_context(trust_env=False)
    with httpx.HTTPTransport(verify=context, trust_env=False) as transport:
        try:
            response = _connected(transport, call)
            try:
                return _read(response, call)
            finally:
                response.close()
        except httpx.TimeoutException as error:
            raise call.failed("did not answer in time. Try again later") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise call.failed(
                f"could not be fetched ({error}). Check the address and the network"
            ) from error


def _connected(transport: httpx.HTTPTransport, call: _Call) -> httpx.Response:
    """Return the answer of the first checked address that accepts a connection."""
    *others, last = call.addresses
    for address in others:
        try:
            return transport.handle_request(_request(call, address))
        except (httpx.ConnectError, httpx.ConnectTimeout):
            continue
    return transport.handle_request(_request(call, last))


def _request(call: _Call, address: str) -> httpx.Request:
    """Return the request to a checked address; the host's name stays in `Host` and TLS."""
    host = call.target.raw_host.decode("ascii").removesuffix(".")
    extensions: dict[str, object] = {
        "timeout": httpx.Timeout(max(1.0, call.limits.seconds / 3)).as_dict()
    }
    if literal(host) is None:
        extensions["sni_hostname"] = host
    return httpx.Request(
        "GET",
        call.target.copy_with(host=address, fragment=None),
        headers={
            "Host": call.target.netloc.decode("ascii"),
            "User-Agent": f"reportedly/{version('reportedly')}",
            "Accept": "text/html, application/xhtml+xml, text/plain;q=0.9, */*;q=0.5",
            "Accept-Encoding": "gzip, deflate",
        },
        extensions=extensions,
    )


def _read(response: httpx.Response, call: _Call) -> Fetched | str:
    status = response.status_code
    if status in _REDIRECTS and "location" in response.headers:
        return _next_address(call, response.headers["location"])
    if status != httpx.codes.OK:
        theirs = status >= httpx.codes.INTERNAL_SERVER_ERROR
        why = "has trouble of its own. Try again later" if theirs else "gives no page"
        raise call.failed(f"{_STATUSES.get(status, why)} (status {status})")
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Fetched(
        str(call.target.copy_with(fragment=None)), status, headers, _body(response, call)
    )


def _next_address(call: _Call, location: str) -> str:
    """Return where a redirect leads; a bad address is refused before it is joined."""
    if "\\" in location or any(unicodedata.category(letter) in _CONTROL for letter in location):
        raise call.failed("redirects to an address with a backslash or a control character")
    return str(call.target.join(location))


def _body(response: httpx.Response, call: _Call) -> bytes:
    limits = call.limits
    unpack = _unpacker(response.headers.get("content-encoding", ""), call)
    body, received = bytearray(), 0
    for chunk in response.iter_raw():
        received += len(chunk)
        body += unpack(chunk, limits.unpacked + 1 - len(body))
        if received > limits.received or len(body) > limits.unpacked:
            raise call.failed(
                f"is larger than {limits.unpacked // 1_000_000} MB, which no article is"
            )
        if time.monotonic() > call.deadline:
            raise call.failed(f"took longer than {limits.seconds:.0f} seconds. Try again later")
    return bytes(body)


def _unpacker(coding: str, call: _Call) -> Callable[[bytes, int], bytes]:
    """Return the function that undoes a content coding up to a number of bytes."""
    name = coding.strip().lower()
    if name in {"", "identity"}:
        return lambda chunk, room: chunk[:room]
    if name not in {"gzip", "x-gzip", "deflate"}:
        raise call.failed(f"is packed as '{name}', which was not asked for")
    state = zlib.decompressobj(_ZLIB_OR_GZIP)
    started = False

    def unpack(chunk: bytes, room: int) -> bytes:
        nonlocal state, started
        try:
            piece = state.decompress(chunk, room)
        except zlib.error as error:
            if started or name != "deflate":
                raise call.failed("is damaged: its packed content cannot be undone") from error
            state = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers leave the header out
            piece = state.decompress(chunk, room)
        started = True
        return piece

    return unpack
