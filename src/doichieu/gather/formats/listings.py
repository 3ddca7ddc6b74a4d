"""Listings: feeds (RSS, Atom, JSON Feed) and sitemaps, as lists of entries that name articles or hold them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from lxml import etree

from doichieu.errors import DoichieuError
from doichieu.gather.addresses import is_address, joined
from doichieu.gather.moments import any_moment

if TYPE_CHECKING:
    from collections.abc import Iterator

_SKIPPED = ("http://search.yahoo.com/mrss/", "http://www.itunes.com/dtds/podcast-1.0.dtd")
"""Namespaces whose titles and descriptions are those of pictures and sounds."""
_MOST = 50_000
"""Entries of one file: the most that the sitemap protocol allows."""


class ListingError(DoichieuError):
    """The file is no feed and no sitemap."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a listing tells of one article."""

    address: str = ""
    ident: str = ""
    title: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""
    content: str = ""
    """The article itself, as HTML or text, "" where only its summary is given."""
    summary: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """A feed or sitemap: its entries, and the further sitemaps that it names, newest first where dated."""

    title: str = ""
    entries: tuple[Entry, ...] = ()
    maps: tuple[str, ...] = ()


def listing_of_xml(content: bytes, base: str = "") -> Listing:
    """Give what an RSS, RDF or Atom feed, a sitemap or an index of sitemaps lists.

    Entities are not resolved and nothing is loaded. Raises ListingError where it is none of them.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content.lstrip(), parser)
    except (etree.LxmlError, ValueError) as error:
        raise ListingError(f"it is no XML that can be read ({error})") from error
    kind = _name(root) if root is not None else ""
    if kind in ("rss", "RDF"):
        return _rss(root, base)
    if kind == "feed":
        return _atom(root, base)
    if kind == "urlset":
        entries = [_of_sitemap(url) for url in _children(root, "url")]
        return Listing(entries=tuple(entry for entry in entries if is_address(entry.address))[:_MOST])
    if kind == "sitemapindex":
        maps = [(_text(row, "lastmod"), _text(row, "loc")) for row in _children(root, "sitemap")]
        return Listing(maps=tuple(place for _, place in sorted(maps, reverse=True) if is_address(place)))
    raise ListingError("it is neither a feed nor a sitemap")


def listing_of_json(feed: dict[str, Any]) -> Listing:
    """Give what a JSON Feed lists."""
    items = feed.get("items")
    rows = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    title = str(feed.get("title") or "")
    return Listing(title=title, entries=tuple(_of_json_item(item, title, feed) for item in rows[:_MOST]))


def _of_json_item(item: dict[str, Any], title: str, feed: dict[str, Any]) -> Entry:
    people = item.get("authors") or [item.get("author")]
    names = [person.get("name") for person in people if isinstance(person, dict)] if isinstance(people, list) else []
    tags = item.get("tags")
    return Entry(
        address=str(item.get("url") or item.get("external_url") or ""),
        ident=str(item.get("id") or ""),
        title=str(item.get("title") or ""),
        published=any_moment(str(item.get("date_published") or "")),
        updated=any_moment(str(item.get("date_modified") or "")),
        authors=tuple(str(name) for name in names if name),
        tags=tuple(map(str, tags)) if isinstance(tags, list) else (),
        outlet=title,
        language=str(item.get("language") or feed.get("language") or "")[:2],
        content=str(item.get("content_html") or item.get("content_text") or ""),
        summary=str(item.get("summary") or ""),
    )


def _rss(root: etree._Element, base: str) -> Listing:
    channel = next(iter(_children(root, "channel")), root)
    title = _text(channel, "title")
    items = [*_children(channel, "item"), *(_children(root, "item") if channel is not root else ())]
    language = _text(channel, "language")[:2].lower()
    return Listing(title=title, entries=tuple(_of_item(item, title, language, base) for item in items[:_MOST]))


def _of_item(item: etree._Element, title: str, language: str, base: str) -> Entry:
    guid = _text(item, "guid")
    link = _text(item, "link") or (guid if is_address(guid) else "")
    description, content = _text(item, "description"), _text(item, "encoded")
    return Entry(
        address=joined(base, link) if link else "",
        ident=guid,
        title=_text(item, "title"),
        published=any_moment(_text(item, "pubDate") or _text(item, "date")),
        authors=tuple(text for text in (_text(item, "creator") or _text(item, "author"),) if text),
        tags=tuple(text for tag in _children(item, "category") if (text := _content(tag))),
        outlet=_text(item, "source") or title,
        language=language,
        content=content,
        summary=description,
    )


def _atom(root: etree._Element, base: str) -> Listing:
    title = _text(root, "title")
    entries = _children(root, "entry")
    return Listing(title=title, entries=tuple(_of_entry(entry, title, base) for entry in list(entries)[:_MOST]))


def _of_entry(entry: etree._Element, title: str, base: str) -> Entry:
    links = {
        (link.get("rel") or "alternate"): link.get("href") or "" for link in reversed(list(_children(entry, "link")))
    }
    names = [_text(person, "name") for person in _children(entry, "author")]
    content = next(iter(_children(entry, "content")), None)
    updated = any_moment(_text(entry, "updated"))
    address = links.get("alternate", "")
    return Entry(
        address=joined(base, address) if address else "",
        ident=_text(entry, "id"),
        title=_text(entry, "title"),
        published=any_moment(_text(entry, "published")) or updated,
        updated=updated,
        authors=tuple(name for name in names if name),
        tags=tuple(term for tag in _children(entry, "category") if (term := tag.get("label") or tag.get("term"))),
        outlet=title,
        content=_markup(content) if content is not None and not content.get("src") else "",
        summary=_text(entry, "summary"),
    )


def _of_sitemap(url: etree._Element) -> Entry:
    news = next(iter(_children(url, "news")), None)
    if news is None:
        return Entry(address=_text(url, "loc"), updated=any_moment(_text(url, "lastmod")))
    publication = next(iter(_children(news, "publication")), news)
    return Entry(
        address=_text(url, "loc"),
        title=_text(news, "title"),
        published=any_moment(_text(news, "publication_date")),
        updated=any_moment(_text(url, "lastmod")),
        outlet=_text(publication, "name"),
        language=_text(publication, "language")[:2],
        tags=tuple(word.strip() for word in _text(news, "keywords").split(",") if word.strip()),
    )


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in element:
        if _name(child) == name and etree.QName(child).namespace not in _SKIPPED:
            yield child


def _text(element: etree._Element, name: str) -> str:
    return next((text for child in _children(element, name) if (text := _content(child))), "")


def _content(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext()).strip()


def _markup(content: etree._Element) -> str:
    """Give an Atom content as HTML or text: XHTML stands in it as elements."""
    if content.get("type") == "xhtml" or len(content):
        return "".join(etree.tostring(child, encoding="unicode") for child in content)
    return _content(content)
