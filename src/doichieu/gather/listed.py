"""Listed: the articles that feeds, sitemaps and lists of addresses name, fetched or taken from the feed itself."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from doichieu.gather.addresses import ident_of
from doichieu.gather.entries import article_of_entry, completed, is_full
from doichieu.gather.fetch import Fetched, FetchError
from doichieu.gather.moments import HOME
from doichieu.gather.run import Budget, Content, Run
from doichieu.model import Article, Because, Problem
from doichieu.settings import Validators

if TYPE_CHECKING:
    from doichieu.gather.formats.listings import Entry, Listing

LISTINGS = 2
"""Listings that are followed one behind the other: an index and its sitemaps. A feed may name itself."""
_MOST_MAPS = 50
_LONG_AGO = datetime(1, 1, 2, tzinfo=HOME)
Reader = Callable[[Content, Run], Iterator[Article | Problem]]
"""Gives the articles of what was fetched: the dispatcher, handed in since it leads here."""


def not_fetched(address: str, reason: object) -> Problem:
    """Give the problem of an address that could not be fetched."""
    return Problem(source=address, because=Because("not fetched: {0}", (str(reason),)))


def articles_of_addresses(
    addresses: Iterable[str], run: Run, read: Reader, hops: int = 0
) -> Iterator[Article | Problem]:
    """Give what is at addresses, in their order: an article, or a feed's or sitemap's articles.

    ``hops`` tells how many listings led there: 0 where a person named them.
    """
    for address, page in run.fetcher.fetch_all(addresses):
        yield from _of_page(address, page, run, read, hops=hops)


def _of_page(
    address: str, page: Fetched | FetchError | None, run: Run, read: Reader, *, hops: int
) -> Iterator[Article | Problem]:
    if page is None:
        run.tell(f"{address}: not changed since it was last fetched")
        _remember(address, _asked_again(address, run), run)
        return
    if isinstance(page, FetchError):
        yield not_fetched(address, page)
        return
    failed = False
    for item in read(content_of(page, hops), run):
        failed = failed or isinstance(item, Problem)
        yield item
    # Reached only when the caller has taken all that the page gave, so nothing is remembered that was not kept.
    _remember(address, None if failed else page.validators, run)


def _remember(address: str, validators: Validators | None, run: Run) -> None:
    memory = run.settings.fetching.memory
    if memory is not None and validators:
        memory.keep(address, validators)


def _asked_again(address: str, run: Run) -> Validators | None:
    memory = run.settings.fetching.memory
    kept = memory.recall(address) if memory is not None else None
    return replace(kept, at=datetime.now(UTC)) if kept else None


def _is_due(entry: Entry, run: Run) -> bool:
    """Say whether a listed page is asked for: a new one, one said to be updated, one not asked for of late."""
    memory = run.settings.fetching.memory
    kept = memory.recall(entry.address) if memory is not None and entry.address else None
    if kept is None or kept.at is None:
        return True
    return bool(entry.updated and entry.updated > kept.at) or datetime.now(UTC) - kept.at >= run.settings.fetching.again


def content_of(page: Fetched, hops: int = 0) -> Content:
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
        hops=hops,
    )


def articles_of_listing(content: Content, listing: Listing, run: Run, read: Reader) -> Iterator[Article | Problem]:
    """Give the articles of a feed or sitemap.

    One that came from the network leads to its pages; so does one in a file where fetching is asked for. Else the
    entries that hold their article are given, and the others counted in one problem.
    """
    if content.hops >= LISTINGS:
        yield not_fetched(content.source, "a list that another list named is not followed")
        return
    fetching = bool(content.address) or run.settings.fetch
    entries = [entry for entry in listing.entries if _is_wanted(entry, run.settings.since)]
    older = len(listing.entries) - len(entries)
    if older:
        run.tell(f"{content.source}: {older} entries are older than asked for")
    if fetching:
        content = replace(content, budget=content.budget or Budget(run.settings.pages))
        yield from _fetched(content, entries, run, read)
        yield from _of_maps(content, listing, run, read)
        return
    bare = [entry for entry in entries if not is_full(entry)]
    for entry in entries:
        if is_full(entry):
            yield from article_of_entry(content.source, entry)
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


def _fetched(content: Content, entries: list[Entry], run: Run, read: Reader) -> Iterator[Article | Problem]:
    budget = content.budget or Budget(run.settings.pages)
    usable = _newest_first(entry for entry in entries if entry.address or is_full(entry))
    chosen = usable[: budget.left]
    budget.left -= len(chosen)
    if len(usable) > len(chosen):
        left, most = str(len(usable) - len(chosen)), str(run.settings.pages)
        because = Because("pages listed there beyond the {1} that are fetched at once: {0}", (left, most))
        yield Problem(source=content.source, because=because)
    by_address = {entry.address: entry for entry in chosen if entry.address and _is_due(entry, run)}
    rested = sum(bool(entry.address) for entry in chosen) - len(by_address)
    if rested:
        run.tell(f"{content.source}: {rested} pages were fetched of late")
    for address, page in run.fetcher.fetch_all(by_address):
        entry = by_address[address]
        if isinstance(page, FetchError) and is_full(entry):
            because = Because("taken from the feed: its page was not fetched ({0})", (str(page),))
            yield from article_of_entry(content.source, entry, because)
        else:
            for item in _of_page(address, page, run, read, hops=LISTINGS):
                yield completed(item, entry) if isinstance(item, Article) else item
    for entry in chosen:
        if not entry.address:
            yield from article_of_entry(content.source, entry)


def _of_maps(content: Content, listing: Listing, run: Run, read: Reader) -> Iterator[Article | Problem]:
    """Give the articles of the sitemaps that an index names, the newest first, until enough pages were fetched."""
    if not listing.maps:
        return
    if content.hops + 1 >= LISTINGS:
        yield not_fetched(content.source, "an index that another index named is not followed")
        return
    budget = content.budget or Budget(run.settings.pages)
    for number, address in enumerate(listing.maps):
        if budget.left <= 0 or number >= _MOST_MAPS:
            left = len(listing.maps) - number
            yield not_fetched(content.source, f"{left} of its sitemaps, since enough pages were fetched")
            return
        for _, page in run.fetcher.fetch_all([address]):
            if isinstance(page, Fetched):
                yield from read(replace(content_of(page, content.hops + 1), budget=budget), run)
            elif page is not None:
                yield not_fetched(address, page)
