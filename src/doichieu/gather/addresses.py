"""Addresses: one form for the many that lead to one article, and an id for an article that has only an address."""

from __future__ import annotations

import re
from hashlib import blake2b
from urllib.parse import urljoin, urlsplit

_EDITION = re.compile(r"^(?:www\d?|m|mobile|amp|wap)\.")
_AMP = re.compile(r"(?:/amp|\.amp|[?&](?:amp|outputType=amp)(?:=1)?)/?$", re.IGNORECASE)
_PLAIN = re.compile(r"https?://[a-z0-9.-]{1,200}(?:/[A-Za-z0-9._~-]{1,200}){1,12}")
"""Addresses that have nothing to be cleaned: most have not, and cleaning takes ten times as long as the rest."""
_SLUG = re.compile(r"[^a-z0-9]+")


def is_address(text: str) -> bool:
    """Say whether a text is an address that can be fetched."""
    return text.lower().startswith(("http://", "https://")) and not any(map(str.isspace, text.strip()))


def joined(base: str, told: str) -> str:
    """Give the address that a link on a page means, "" where it means none."""
    try:
        return urljoin(base, told.strip())
    except ValueError:
        return ""


def cleaned(address: str) -> str:
    """Give an address without what only tracks its readers, "" where it is none.

    >>> cleaned("https://vnexpress.net/tin-1.html?utm_source=zalo#box")
    'https://vnexpress.net/tin-1.html'
    """
    if _PLAIN.fullmatch(address):
        return address
    if not is_address(address):
        return ""
    from courlan import clean_url  # noqa: PLC0415 - slow to load, and few addresses need it

    return (clean_url(address.strip()[:2000]) or "").partition("#")[0]


def domain_of(address: str) -> str:
    """Give the host of an address without "www." and the like, "" where it has none.

    >>> domain_of("https://m.tuoitre.vn/a.htm")
    'tuoitre.vn'
    """
    try:
        return _EDITION.sub("", (urlsplit(address).hostname or "").lower())
    except ValueError:
        return ""


def address_key(address: str | None) -> str | None:
    """Give what is the same for all addresses of one article, None for a front page, which is no article's.

    >>> address_key("http://m.vnexpress.net/tin-1.html?utm_source=x") == address_key("https://vnexpress.net/tin-1.html")
    True
    """
    parts = _parts(address or "")
    if parts is None:
        return None
    host, path, query = parts
    path = _AMP.sub("", path).rstrip("/")
    return f"{host}{path}{'?' if query else ''}{query}" if path or query else None


def _parts(address: str) -> tuple[str, str, str] | None:
    try:
        split = urlsplit(_AMP.sub("", cleaned(address)))
    except ValueError:
        return None
    return (domain_of(address), split.path, split.query) if split.hostname else None


def ident_of(address: str) -> str:
    """Give an id for the article at an address: readable, and the same in every run.

    >>> ident_of("https://vnexpress.net/bao-so-7-do-bo-4712.html?utm_source=x")
    'vnexpress.net-bao-so-7-do-bo-4712-92a0df'
    """
    key = address_key(address) or cleaned(address) or address
    host, _, path = key.partition("/")
    host = host.partition("?")[0]
    slug = _SLUG.sub("-", path.rpartition("/")[2].lower().removesuffix(".html").removesuffix(".htm")).strip("-")[:60]
    digest = blake2b(key.encode("utf-8", "surrogatepass"), digest_size=3).hexdigest()
    return "-".join(part for part in (host, slug, digest) if part)
