"""The article of a page: its text, and what the page says of itself."""

from __future__ import annotations

import re

from lxml import etree, html

from doichieu.errors import DoichieuError
from doichieu.gather.addresses import joined
from doichieu.gather.pages.body import Body, body_of
from doichieu.gather.pages.linked_data import LinkedData, linked_data
from doichieu.gather.pages.markup import parts_of
from doichieu.gather.pages.metadata import (
    MOST,
    Meta,
    address_of,
    authors_of,
    description_of,
    outlet_of,
    site_in_title,
    tags_of,
    title_of,
)
from doichieu.gather.pages.times import times_of
from doichieu.languages import recognise
from doichieu.languages.registry import packs
from doichieu.model import Article, Because

_DECLARATION = re.compile(r"^\s{0,99}<\?xml[^>]{0,200}\?>")


class NoArticleError(DoichieuError):
    """The page holds no article that can be found."""


def article_of_page(ident: str, page: str, *, address: str = "") -> Article:
    """Give the article of an HTML page. Its text is the headline, a line, and the paragraphs, a line each.

    ``address`` is where the page was fetched from, "" where nobody knows. Raises NoArticleError where no article text
    is found in the page.
    """
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", page, count=1))
    except (etree.LxmlError, ValueError) as error:
        raise NoArticleError(f"it is no HTML page that can be read ({error})") from error
    meta, linked, parts = Meta(tree), linked_data(tree), parts_of(tree)
    teasers = tuple(cue for pack in packs() for cue in pack.gather.teasers())
    title, about_title = title_of(tree, meta, linked)
    body = body_of(tree, parts, linked, description=description_of(meta), teasers=teasers)
    if not body.lines:
        raise NoArticleError("no article text is found in the page")
    url, about_url = address_of(tree, meta, linked, address)
    outlet, about_outlet = outlet_of(url or address, meta, linked, site_in_title(tree, title))
    published, updated, about_times = times_of(tree, parts, meta, linked)
    language, about_language = _language(tree, linked, body)
    return Article(
        id=ident,
        text=_text(title, body),
        outlet=outlet,
        url=url or None,
        title=title or None,
        published=published,
        language=language,
        updated=updated,
        authors=authors_of(parts, meta, linked, outlet=outlet, lines=body.lines),
        captions=body.captions[:MOST],
        tags=tags_of(parts, meta, linked),
        because=(*about_title, *about_outlet, *about_url, *about_times, *about_language),
    )


def feed_of_page(page: str, address: str) -> str:
    """Give the address of the first feed that a page names, "" where it names none."""
    try:
        tree = html.document_fromstring(_DECLARATION.sub("", page, count=1))
    except (etree.LxmlError, ValueError):
        return ""
    kinds = ("application/rss+xml", "application/atom+xml", "application/feed+json")
    links = (link for link in tree.iter("link") if (link.get("type") or "").strip().lower() in kinds)
    return next((joined(address, link.get("href")) for link in links if link.get("href")), "")


def _text(title: str, body: Body) -> str:
    lines = body.lines
    if title and lines[0].startswith(title):
        return "\n".join(lines)
    kept = (line for line in lines if line != title)
    return "\n".join((title, *kept) if title else lines)


def _language(tree: html.HtmlElement, linked: LinkedData, body: Body) -> tuple[str, tuple[Because, ...]]:
    """Give the language: as the text is read, else as the page declares it."""
    declared = (tree.get("lang") or linked.language or "").replace("_", "-").partition("-")[0].strip().lower()[:3]
    read = recognise(" ".join(body.lines)[:5000])
    if read and declared and read != declared:
        return read, (Because("language: that of the text is taken, the page declares “{0}”", (declared,)),)
    return read or (declared if declared.isalpha() else ""), ()
