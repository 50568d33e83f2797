"""Which hosts on the network may be contacted, and which never."""

from __future__ import annotations

import ipaddress
import re
from typing import TypeAlias

Address: TypeAlias = "ipaddress.IPv4Address | ipaddress.IPv6Address"

NAT64 = ipaddress.IPv6Network("64:ff9b::/96")
_REFUSED: tuple[tuple[str, str], ...] = (
    ("0.0.0.0/8", "means this very machine"),
    ("100.64.0.0/10", "belongs to a provider's inner network"),
    ("127.0.0.0/8", "means this very machine"),
    ("169.254.0.0/16", "belongs to the local link"),
    ("192.88.99.0/24", "is a tunnel (6to4)"),
    ("224.0.0.0/4", "is a multicast address"),
    ("::1/128", "means this very machine"),
    ("::/96", "is an obsolete IPv4-compatible address"),
    ("2001::/32", "is a tunnel (Teredo)"),
    ("2002::/16", "is a tunnel (6to4)"),
    ("fe80::/10", "belongs to the local link"),
    ("fec0::/10", "belongs to an inner network"),
    ("ff00::/8", "is a multicast address"),
)
_NETWORKS = tuple((ipaddress.ip_network(network), why) for network, why in _REFUSED)
_NUMBER = re.compile(r"(?:0x[0-9a-f]*|[0-9]+)\Z")


def refusal(address: str) -> str | None:
    """Return why no connection may be made to an IP address; None where it is public.

    An IPv4 address inside an IPv6 one (mapped, NAT64) is judged as itself. Tunnels are
    refused whatever they lead to.

    >>> refusal("127.0.0.1")
    'means this very machine'
    >>> refusal("::ffff:10.0.0.1")
    'belongs to a private network'
    >>> refusal("93.184.215.14") is None
    True
    """
    try:
        parsed = _unwrapped(ipaddress.ip_address(address))
    except ValueError:
        return "is no IP address"
    for network, why in _NETWORKS:
        if parsed.version == network.version and parsed in network:
            return why
    if parsed.is_private:
        return "belongs to a private network"
    if not parsed.is_global or parsed.is_multicast or parsed.is_reserved:
        return "is reserved"
    return None


def literal(host: str) -> str | None:
    """Return the IP address that a host is, None where it is a name.

    Raises:
        ValueError: it is a number that some resolvers take for an address and others do
            not (decimal, octal, hexadecimal, too few parts).

    >>> literal("10.0.0.1"), literal("news.example")
    ('10.0.0.1', None)
    """
    bare = host.removesuffix(".")
    if ":" in bare:
        return str(ipaddress.IPv6Address(bare))
    if _NUMBER.match(bare.rpartition(".")[2]):
        return str(ipaddress.IPv4Address(bare))
    return None


def _unwrapped(address: Address) -> Address:
    if isinstance(address, ipaddress.IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address in NAT64:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return address
