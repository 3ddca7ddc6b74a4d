"""Saved web pages: the article in a page, by trafilatura, and what the page says of itself."""

from __future__ import annotations

import re
from datetime import datetime

from htmldate import find_date
from lxml import etree, html
from trafilatura import bare_extraction
from trafilatura.settings import Document

from doichieu.errors import DoichieuError
from doichieu.gather.moments import moment
from doichieu.model import Article

_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//meta[@name='pubdate']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//article//time/@datetime",
    "//time/@datetime",
)
"""Where pages say when they were published, the most reliable first."""
_JSON_LD = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{8,40})"')


class NoArticleError(DoichieuError):
    """The page holds no article that can be found."""


def article_of_page(ident: str, page: str) -> Article:
    """Give the article of an HTML page. Its text is the headline, a line, and the paragraphs, a line each.

    Raises NoArticleError where no article text is found in the page.
    """
    try:
        tree = html.document_fromstring(re.sub(r"^\s{0,99}<\?xml[^>]{0,200}\?>", "", page, count=1))
        found = bare_extraction(page, with_metadata=True, include_comments=False, include_tables=False)
    except (etree.LxmlError, ValueError) as error:
        raise NoArticleError(f"it is no HTML page that can be read ({error})") from error
    if not isinstance(found, Document) or not (found.text or "").strip():
        raise NoArticleError("no article text is found in the page")
    body = str(found.text).strip()
    title = (found.title or "").strip() or None
    text = body if title is None or body.startswith(title) else f"{title}\n{body}"
    return Article(
        id=ident,
        text=text,
        outlet=found.sitename or found.hostname or "",
        url=_first(tree, ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")) or found.url,
        title=title,
        published=_published(tree, page),
    )


def _first(tree: html.HtmlElement, paths: tuple[str, ...]) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            if str(value).strip():
                return str(value).strip()
    return None


def _published(tree: html.HtmlElement, page: str) -> datetime | None:
    """Give the moment that the page's own metadata names; else the day that htmldate finds."""
    for path in _PUBLISHED:
        told = moment(_first(tree, (path,)) or "")
        if told:
            return told
    linked = _JSON_LD.search(page)
    told = moment(linked[1]) if linked else None
    return told or moment(find_date(tree, original_date=True) or "")
