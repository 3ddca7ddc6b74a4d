"""Identity: which article of the library a gathered one is, and whether it says something else than before."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from hashlib import blake2b
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from doichieu.store.folding import folded_words

if TYPE_CHECKING:
    from doichieu.model import Article
    from doichieu.store import Store
    from doichieu.store.articles import StoredArticle

SAME = 0.3
"""Part of the words of both texts that two versions of one article share at least, where only an id says that they are
one. Set by hand: two articles on one topic share 0.1 to 0.25 of their words, an article with a new half has 0.4."""
_TRACKING = re.compile(r"utm_\w+|fbclid|gclid|zarsrc|ref|source", re.ASCII)


def clean(article: Article) -> Article:
    """Give an article whose marks around the text hold nothing that a database cannot (NUL, halves of characters).

    Raises UnicodeEncodeError where the text itself is no Unicode.
    """
    article.text.encode()
    values = {field.name: getattr(article, field.name) for field in fields(article) if field.name != "text"}
    return replace(article, **{name: _cleaned(value) for name, value in values.items()})


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return _plain(value)
    return tuple(map(_cleaned, value)) if type(value) is tuple else value


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode().replace("\0", "")


def digest_of(article: Article) -> str:
    """Give a digest of what readers of an article see: its title and text."""
    return blake2b(f"{article.title or ''}\0{article.text}".encode(), digest_size=16).hexdigest()


def address_key(url: str | None) -> str | None:
    """Give one form for the addresses of a page: without scheme, marks of campaigns, place on the page; None for none.

    >>> address_key("https://WWW.Bao.example/tin/1.html?utm_source=x#top")
    'www.bao.example/tin/1.html'
    """
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        host = (parts.hostname or "").lower()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host:
        return None
    query = urlencode([(key, value) for key, value in parse_qsl(parts.query) if not _TRACKING.fullmatch(key)])
    return f"{host}{parts.path.rstrip('/')}{'?' if query else ''}{query}"


def known_as(store: Store, article: Article) -> tuple[Article, StoredArticle | None]:
    """Give the article under the id that it has or gets in the library, and what is there of it.

    The same address is the same article. So is the same id, unless addresses or texts say that these are two: then the
    new one gets an id of its own, ``id~digest``, as two articles of one pile do.
    """
    address = address_key(article.url)
    if address and (stored := store.articles.by_address(address)):
        return replace(article, id=stored.article.id), stored
    stored = store.articles.by_id(article.id)
    if stored is None or _same(stored.article, article):
        return article, stored
    own = f"{article.id}~{digest_of(article)[:8]}"
    return replace(article, id=own), store.articles.by_id(own)


def _same(stored: Article, article: Article) -> bool:
    if stored.text == article.text:
        return True
    if stored.outlet and article.outlet and stored.outlet != article.outlet:
        return False
    one, other = address_key(stored.url), address_key(article.url)
    if one and other and one != other:
        return False
    words, others = ({word for word, _ in folded_words(text)} for text in (stored.text, article.text))
    return len(words & others) >= SAME * len(words | others)
