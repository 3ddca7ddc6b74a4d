"""Visiting: a feed is polled again and again, its pages are not."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
from serving import Handler, Site, serving

from doichieu.library.adding import add
from doichieu.library.visiting import Visited
from doichieu.settings import FetchSettings, GatherSettings, Validators
from doichieu.store import Store

FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Báo A</title>
<item><title>Lũ</title><link>{base}/lu.html</link><pubDate>Mon, 18 Sep 2023 08:40:00 +0700</pubDate></item>
</channel></rss>"""
PAGE = (
    '<html lang="vi"><head><title>Lũ về làng Nầm</title></head><body><article><h1>Lũ về làng Nầm</h1>'
    + "<p>Sáng 18/9, ông Trần Quế Sơn cho biết nước sông lên cao, bà con dời lên đồi từ sáng sớm.</p>" * 6
    + "</article></body></html>"
)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as running:
        running.pages |= {"/feed": FEED.format(base=running.address).encode(), "/lu.html": PAGE.encode()}
        yield running


def settings(again: timedelta = timedelta(days=1)) -> GatherSettings:
    return GatherSettings(fetching=FetchSettings(private=True, delay=0.0, again=again))


def poll(store: Store, site: Site, gathering: GatherSettings) -> list[str]:
    return [one.what for one in add(store, [f"{site.address}/feed"], gathering=gathering)]


def asked(site: Site, page: str) -> int:
    return sum(page in one for one in site.asked)


def test_a_page_of_a_feed_is_fetched_once_a_day(store: Store, site: Site) -> None:
    assert poll(store, site, settings()) == ["new"]
    assert poll(store, site, settings()) == []
    assert (asked(site, "/feed"), asked(site, "/lu.html")) == (2, 1)
    assert poll(store, site, settings(again=timedelta(0))) == ["known"]


def test_a_page_that_could_not_be_read_is_asked_for_again(store: Store, site: Site) -> None:
    def broken(handler: Handler) -> None:
        handler.give(b"", status=404)

    whole, site.pages["/lu.html"] = site.pages["/lu.html"], broken
    assert poll(store, site, settings()) == ["problem"]
    site.pages["/lu.html"] = whole
    assert poll(store, site, settings()) == ["new"]


def test_what_is_noted_is_kept_only_when_it_is_settled(store: Store) -> None:
    visited = Visited(store)
    at = datetime(2031, 5, 1, tzinfo=UTC)
    visited.keep("https://bao.example/a", Validators(etag='"1"', at=at))
    assert store.visits.all() == {}
    visited.settle()
    assert store.visits.all() == {"https://bao.example/a": Validators(etag='"1"', at=at)}
