"""Listed: the articles that feeds, sitemaps and lists of addresses name, fetched or taken from the feed itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.gather.addresses import address_key, cleaned, domain_of, ident_of
from doichieu.gather.fetch import Fetched, FetchError
from doichieu.gather.limits import article_or_problem
from doichieu.gather.moments import HOME
from doichieu.gather.run import Content, Run
from doichieu.languages.registry import packs
from doichieu.model import Article, Because, Problem
from doichieu.settings import Validators

if TYPE_CHECKING:
    from doichieu.gather.formats.listings import Entry, Listing

FULL = 500
"""Characters: a feed's entry with as much text is the article and no summary. Leads of news have under 400."""
_MOST_MAPS = 50
_LONG_AGO = datetime(1, 1, 2, tzinfo=HOME)
Reader = Callable[[Content, Run], Iterator[Article | Problem]]
"""Gives the articles of what was fetched: the dispatcher, handed in since it leads here."""


def not_fetched(address: str, reason: object) -> Problem:
    """Give the problem of an address that could not be fetched."""
    return Problem(source=address, because=Because("not fetched: {0}", (str(reason),)))


def articles_of_address(address: str, run: Run, read: Reader) -> Iterator[Article | Problem]:
    """Give what is at an address that a person named: an article, or a feed's or sitemap's articles."""
    yield from articles_of_addresses([address], run, read)


def articles_of_addresses(addresses: Iterable[str], run: Run, read: Reader) -> Iterator[Article | Problem]:
    """Give what is at addresses that a person named, in their order."""
    for address, page in run.fetcher.fetch_all(addresses):
        yield from _of_page(address, page, run, read)


def _of_page(
    address: str, page: Fetched | FetchError | None, run: Run, read: Reader, entry: Entry | None = None
) -> Iterator[Article | Problem]:
    if page is None:
        run.tell(f"{address}: not changed since it was last fetched")
        return
    if isinstance(page, FetchError):
        yield not_fetched(address, page)
        return
    failed = False
    for item in read(content_of(page), run):
        failed = failed or isinstance(item, Problem)
        yield _completed(item, entry) if entry and isinstance(item, Article) else item
    # Reached only when the caller has taken all that the page gave, so nothing is remembered that was not kept.
    _remember(address, None if failed else page.validators, run)


def _remember(address: str, validators: Validators | None, run: Run) -> None:
    memory = run.settings.fetching.memory
    if memory is not None and validators:
        memory.keep(address, validators)


def content_of(page: Fetched) -> Content:
    """Give a page that was fetched as content to be read; what it is shows in its first bytes and its media type."""
    name = page.address.partition("?")[0].rpartition("/")[2].lower()
    suffix = f".{name.rpartition('.')[2]}" if "." in name else ""
    by_kind = {"text/csv": ".csv", "application/json": ".json", "application/feed+json": ".json",
               "text/plain": ".txt", "application/x-ndjson": ".jsonl"}  # fmt: skip
    known = suffix in {".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".gz", ".zip", ".warc", ".parquet", ".xml"}
    if page.kind.endswith("html"):
        suffix, known = ".html", True
    return Content(
        source=page.address,
        ident=ident_of(page.address),
        suffix=suffix if known else by_kind.get(page.kind, ""),
        stream=io.BufferedReader(io.BytesIO(page.content)),
        address=page.address,
        charset=page.charset,
    )


def articles_of_listing(content: Content, listing: Listing, run: Run, read: Reader) -> Iterator[Article | Problem]:
    """Give the articles of a feed or sitemap.

    One that came from the network leads to its pages; so does one in a file where fetching is asked for. Else the
    entries that hold their article are given, and the others counted in one problem.
    """
    fetching = bool(content.address) or run.settings.fetch
    entries = [entry for entry in listing.entries if _is_wanted(entry, run.settings.since)]
    older = len(listing.entries) - len(entries)
    if older:
        run.tell(f"{content.source}: {older} entries are older than asked for")
    if fetching:
        yield from _fetched(content.source, entries, run, read)
        yield from _of_maps(content, listing, run, read)
        return
    bare = [entry for entry in entries if not is_full(entry)]
    for entry in entries:
        if is_full(entry):
            yield from _of_entry(content.source, entry)
    if bare or listing.maps:
        because = Because(
            "pages that are only listed there: {0} (--fetch fetches them)", (str(len(bare) + len(listing.maps)),)
        )
        yield Problem(source=content.source, because=because)
    if not entries and not listing.maps and not older:
        yield Problem(source=content.source, because=Because("empty"))


def _is_wanted(entry: Entry, since: datetime | None) -> bool:
    told = entry.updated or entry.published
    return since is None or told is None or told >= since


def _newest_first(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.published or entry.updated or _LONG_AGO, reverse=True)


def _fetched(source: str, entries: list[Entry], run: Run, read: Reader) -> Iterator[Article | Problem]:
    most = run.settings.pages
    chosen = _newest_first(entry for entry in entries if entry.address or is_full(entry))
    if len(chosen) > most:
        because = Because("pages listed there beyond the {1} that are fetched at once: {0}",
                          (str(len(chosen) - most), str(most)))  # fmt: skip
        yield Problem(source=source, because=because)
    by_address = {entry.address: entry for entry in chosen[:most] if entry.address}
    for address, page in run.fetcher.fetch_all(by_address):
        entry = by_address[address]
        if isinstance(page, FetchError) and is_full(entry):
            yield from _of_entry(
                source, entry, Because("taken from the feed: its page was not fetched ({0})", (str(page),))
            )
        else:
            yield from _of_page(address, page, run, read, entry)
    for entry in chosen[:most]:
        if not entry.address:
            yield from _of_entry(source, entry)


def _of_maps(content: Content, listing: Listing, run: Run, read: Reader) -> Iterator[Article | Problem]:
    """Give the articles of the sitemaps that an index names, the newest first."""
    if not listing.maps:
        return
    if content.depth > 1:
        yield not_fetched(content.source, "an index within an index is not followed further")
        return
    left = len(listing.maps) - _MOST_MAPS
    if left > 0:
        because = Because(
            "pages listed there beyond the {1} that are fetched at once: {0}", (str(left), str(_MOST_MAPS))
        )
        yield Problem(source=content.source, because=because)
    for address, page in run.fetcher.fetch_all(listing.maps[:_MOST_MAPS]):
        if isinstance(page, Fetched):
            yield from read(replace(content_of(page), depth=content.depth + 1), run)
        elif page is not None:
            yield not_fetched(address, page)


def is_full(entry: Entry) -> bool:
    """Say whether an entry holds its article and not only a summary."""
    return len(entry.content) >= FULL or len(entry.summary) >= 3 * FULL


def _of_entry(source: str, entry: Entry, because: Because | None = None) -> Iterator[Article | Problem]:
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


def _completed(article: Article, entry: Entry) -> Article:
    """Give an article what its feed tells and its page does not."""
    if address_key(article.url) != address_key(entry.address) and article.url and not article.url.startswith("http"):
        return article
    return replace(
        article,
        published=article.published or entry.published,
        authors=article.authors or entry.authors,
        tags=article.tags or entry.tags,
    )
