"""Entries: the article that a feed holds, and what a feed tells of an article that its page does not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.gather.addresses import cleaned, domain_of, ident_of
from doichieu.gather.limits import article_or_problem
from doichieu.languages.registry import packs
from doichieu.model import Article, Because, Problem

if TYPE_CHECKING:
    from doichieu.gather.formats.listings import Entry

FULL = 500
"""Characters: a feed's entry with as much text is the article and no summary. Leads of news have under 400."""


def is_full(entry: Entry) -> bool:
    """Say whether an entry holds its article and not only a summary."""
    return len(entry.content) >= FULL or len(entry.summary) >= 3 * FULL


def article_of_entry(source: str, entry: Entry, because: Because | None = None) -> Iterator[Article | Problem]:
    """Give the article that an entry holds, a Problem where its markup cannot be read."""
    from doichieu.gather.formats.fragments import lines_of_fragment  # noqa: PLC0415 - lxml loads for markup only

    address = cleaned(entry.address)
    place = address or f"{source}: {entry.ident or entry.title}"
    try:
        lines, captions = lines_of_fragment(entry.content or entry.summary)
    except DoichieuError as error:
        yield Problem(source=place, because=Because("no article: {0}", (str(error),)))
        return
    heads = [part for part in (entry.title,) if part and not (lines and lines[0].startswith(part))]
    article = Article(
        id=ident_of(address) if address else entry.ident or ident_of(place),
        text="\n".join((*heads, *lines)),
        outlet=_outlet(address, entry.outlet),
        url=address or None,
        title=entry.title or None,
        published=entry.published,
        updated=entry.updated if entry.updated and entry.published and entry.updated > entry.published else None,
        authors=entry.authors,
        captions=captions,
        tags=entry.tags,
        because=(because,) if because else (),
    )
    yield article_or_problem(place, article)


def _outlet(address: str, told: str) -> str:
    domain = domain_of(address)
    names = (name for pack in packs() if domain and (name := pack.gather.outlet(domain)))
    return next((name.short for name in names), told or domain)


def completed(article: Article, entry: Entry) -> Article:
    """Give an article what its feed tells and its page does not."""
    return replace(
        article,
        published=article.published or entry.published,
        authors=article.authors or entry.authors,
        tags=article.tags or entry.tags,
    )
