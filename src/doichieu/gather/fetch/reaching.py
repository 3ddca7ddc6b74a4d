"""Reaching: which machine an address leads to, and whether it is one that a stranger's link may send us to.

A name is resolved once, the numeric address is checked, and the connection goes to that numeric address: what the name
resolves to a moment later changes nothing. Numeric hosts in any spelling (decimal, octal, mapped into IPv6) come out of
the same resolver as plain numbers, and are checked like the rest.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from doichieu.gather.fetch.errors import BusyError, FetchError

Numeric = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolver = Callable[[str, int], list[str]]
"""Gives the numeric addresses of a name and port. Raises OSError where there are none."""
_EMBEDDING = ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48")
"""NAT64: an IPv4 address in the last four bytes."""
_UNICAST = ipaddress.ip_network("2000::/3")
"""The only addresses of IPv6 that are given out for the public network."""
_LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads: host as it is written in ASCII, port, and what is asked for there."""

    scheme: str
    host: str
    port: int
    path: str

    @property
    def site(self) -> str:
        """Scheme, host and port, which one robots.txt holds for."""
        usual = self.port == (443 if self.scheme == "https" else 80)
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"{self.scheme}://{host}{'' if usual else f':{self.port}'}"


def target_of(address: str) -> Target:
    """Give what an address names. Raises FetchError where it is none that is fetched."""
    if len(address) > _LONGEST:
        raise FetchError("the address is too long")
    try:
        parts = urlsplit(address.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
        host = host if ":" in host else host.encode("idna").decode("ascii")
    except ValueError as error:
        raise FetchError(f"the address cannot be read ({error})") from error
    if parts.scheme not in ("http", "https"):
        raise FetchError(f"only http and https are fetched, not {parts.scheme or 'this'}")
    if not host:
        raise FetchError("the address names no host")
    if parts.username is not None or parts.password is not None:
        raise FetchError("addresses with a name or password are not fetched")
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?[]')}" if parts.query else ""
    return Target(parts.scheme, host, port or (443 if parts.scheme == "https" else 80), path + query)


def resolve(host: str, port: int) -> list[str]:
    """Give the numeric addresses of a host, by the system's resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def reachable(target: Target, resolver: Resolver, *, private: bool) -> list[str]:
    """Give the numeric addresses that may be connected to.

    Raises FetchError where all of them are this machine, the local network or otherwise not public.
    """
    try:
        found = resolver(target.host, target.port)
    except (OSError, UnicodeError) as error:
        kind = BusyError if getattr(error, "errno", None) == socket.EAI_AGAIN else FetchError
        raise kind(f"the name {target.host} is not known ({getattr(error, 'strerror', None) or error})") from error
    allowed = [text for text in found if private or is_public(text)]
    if not allowed:
        raise FetchError(f"{target.host} is no public address ({', '.join(found[:2])})")
    return allowed


def is_public(text: str) -> bool:
    """Say whether a numeric address is a public one, and no way to one that is not.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("2002:7f00:1::"), is_public("1.1.1.1")
    (False, False, False, True)
    """
    try:
        value = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    return all(_is_public(address) for address in _with_embedded(value))


def _is_public(value: Numeric) -> bool:
    unicast = value.version == 4 or value in _UNICAST or value in _EMBEDDING[0]
    return value.is_global and not value.is_multicast and unicast


def _with_embedded(value: Numeric) -> list[Numeric]:
    """Give an address and those of IPv4 that it stands for."""
    if isinstance(value, ipaddress.IPv4Address):
        return [value]
    if value.ipv4_mapped:
        return [value.ipv4_mapped]
    inside: list[Numeric] = [value]
    if value.sixtofour:
        inside.append(value.sixtofour)
    if value.teredo:
        inside.extend(value.teredo)
    if any(value in network for network in _EMBEDDING) or int(value) >> 32 == 0:
        inside.append(ipaddress.IPv4Address(int(value) & 0xFFFFFFFF))
    return inside
