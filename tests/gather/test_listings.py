"""Feeds, sitemaps and addresses: what a file gives, and what is fetched from a real server."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from rendered import rendered
from serving import Handler, Site, serving

from doichieu.gather import gather
from doichieu.gather.formats.listings import ListingError, listing_of_json, listing_of_xml
from doichieu.model import Article, Problem
from doichieu.settings import FetchSettings, GatherSettings, Validators

LONG = (
    "<p>"
    + "</p><p>".join(f"Đoạn {number}: nước sông lên cao, bà con dời lên đồi từ sáng sớm." for number in range(12))
    + "</p>"
)
RSS = """<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Báo A - RSS</title><language>vi-vn</language>
<item><title><![CDATA[Lũ & lở]]></title><link>{base}/lu.html?utm_source=rss</link>
<pubDate>Mon, 18 Sep 2023 08:40:00 +0700</pubDate>
<dc:creator>Hà My</dc:creator><category>Thời sự</category><media:title>Ảnh</media:title>
<description><![CDATA[<a href="x"><img src="y"></a></br>Hai xã ngập sâu.]]></description>{content}</item>
<item><title>Nắng</title><guid isPermaLink="true">{base}/nang.html</guid>
<pubDate>Sun, 17 Sep 2023 06:00:00 GMT</pubDate></item>
</channel></rss>"""
FULL = f"<content:encoded><![CDATA[{LONG}]]></content:encoded>"
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Báo B</title><entry><title>Gió</title><id>tag:b,1</id>
<link rel="alternate" href="https://b.example/gio.html"/><updated>2023-09-18T10:00:00+07:00</updated>
<published>2023-09-18T08:00:00+07:00</published><author><name>Lý Công</name></author><category term="gió"/>
<content type="html">{LONG.replace("<", "&lt;")}</content></entry></feed>"""
NEWS = """<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>{base}/a.html</loc><lastmod>2023-09-18</lastmod><news:news><news:publication><news:name>Báo C</news:name>
<news:language>vi</news:language></news:publication><news:publication_date>2023-09-18T08:40:00+07:00</news:publication_date>
<news:title>Bão</news:title><news:keywords>bão, lũ</news:keywords></news:news></url>
<url><loc>{base}/b.html</loc></url></urlset>"""


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as site:
        yield site


def run(*sources: object, **settings: object) -> tuple[list[Article], list[Problem], list[str]]:
    told: list[str] = []
    fetching = FetchSettings(private=True, delay=0.0, tries=1, wait=3.0)
    chosen = replace(GatherSettings(fetching=fetching, notice=told.append), **settings)  # type: ignore[arg-type]
    items = list(gather(map(str, sources), settings=chosen))
    return [i for i in items if isinstance(i, Article)], [i for i in items if isinstance(i, Problem)], told


def page(pattern: str = "plain-article", story: str = "cho-noi") -> bytes:
    return rendered(pattern, story).page.replace('rel="canonical"', 'rel="none"').encode()


def test_rss() -> None:
    listing = listing_of_xml(RSS.format(base="https://a.example", content=FULL).encode())
    first, second = listing.entries
    assert (first.title, first.authors, first.tags, first.language) == ("Lũ & lở", ("Hà My",), ("Thời sự",), "vi")
    assert first.published == datetime.fromisoformat("2023-09-18T08:40:00+07:00")
    assert second.address == "https://a.example/nang.html"
    assert first.content == LONG


def test_atom() -> None:
    (entry,) = listing_of_xml(ATOM.encode()).entries
    assert (entry.address, entry.title, entry.authors, entry.tags) == (
        "https://b.example/gio.html",
        "Gió",
        ("Lý Công",),
        ("gió",),
    )
    assert entry.updated == datetime.fromisoformat("2023-09-18T10:00:00+07:00")
    assert entry.content == LONG


def test_json_feed() -> None:
    item = {"id": "1", "url": "https://d.example/1", "title": "Mưa", "content_html": LONG,
            "authors": [{"name": "Đỗ An"}], "date_published": "2023-09-18T08:00:00+07:00", "tags": ["mưa"]}  # fmt: skip
    (entry,) = listing_of_json(
        {"version": "https://jsonfeed.org/version/1.1", "title": "Báo D", "items": [item, 3]}
    ).entries
    assert (entry.title, entry.authors, entry.tags, entry.outlet) == ("Mưa", ("Đỗ An",), ("mưa",), "Báo D")


def test_news_sitemap_and_index() -> None:
    first, second = listing_of_xml(NEWS.format(base="https://c.example").encode()).entries
    assert (first.title, first.outlet, first.tags) == ("Bão", "Báo C", ("bão", "lũ"))
    assert second.address == "https://c.example/b.html"
    index = "<sitemapindex><sitemap><loc>https://c.example/1.xml</loc><lastmod>2020-01-01</lastmod></sitemap><sitemap>"
    index += "<loc>https://c.example/2.xml</loc><lastmod>2024-01-01</lastmod></sitemap></sitemapindex>"
    assert listing_of_xml(index.encode()).maps == ("https://c.example/2.xml", "https://c.example/1.xml")


def test_hostile_xml_expands_nothing_and_reads_nothing(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET", encoding="utf-8")
    head = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 20}">' for n in range(9))
    bomb = f'<!DOCTYPE rss [<!ENTITY l0 "x">{head}<!ENTITY f SYSTEM "file://{tmp_path}/secret">]>'
    feed = f"{bomb}<rss><channel><title>&l9;&f;</title><item><title>t&f;</title></item></channel></rss>"
    listing = listing_of_xml(feed.encode())
    assert len(listing.title) < 10
    assert "SECRET" not in str(listing)


@pytest.mark.parametrize("content", [b"", b"<x/>", b"no xml", b"<rss"])
def test_what_is_no_listing_is_told(content: bytes) -> None:
    if content == b"<rss":
        assert listing_of_xml(content).entries == ()
        return
    with pytest.raises(ListingError):
        listing_of_xml(content)


def test_a_feed_in_a_file_gives_what_it_holds_and_counts_the_rest(tmp_path: Path) -> None:
    file = tmp_path / "a.rss"
    file.write_text(RSS.format(base="https://vnexpress.net", content=FULL), encoding="utf-8")
    (article,), (problem,), _ = run(file)
    assert article.text.splitlines()[:2] == ["Lũ & lở", "Đoạn 0: nước sông lên cao, bà con dời lên đồi từ sáng sớm."]
    assert (article.outlet, article.url) == ("VnExpress", "https://vnexpress.net/lu.html")
    assert str(problem.because) == "pages that are only listed there: 1 (--fetch fetches them)"


def test_a_feed_at_an_address_leads_to_its_pages(site: Site) -> None:
    site.pages |= {
        "/rss": lambda h: h.give(RSS.format(base=site.address, content="").encode(), kind="application/rss+xml"),
        "/lu.html?utm_source=rss": page(),
    }
    (article,), (problem,), _ = run(f"{site.address}/rss")
    assert article.title == rendered("plain-article", "cho-noi").lines[0]
    assert problem.source == f"{site.address}/nang.html"
    assert "no such page" in str(problem.because)


def test_a_feed_in_a_file_is_fetched_where_asked_for(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "a.xml"
    file.write_text(RSS.format(base=site.address, content=FULL), encoding="utf-8")
    site.pages["/nang.html"] = page()
    articles, problems, _ = run(file, fetch=True)
    assert [article.title for article in articles] == ["Lũ & lở", rendered("plain-article", "cho-noi").lines[0]]
    assert "taken from the feed" in str(articles[0].because[0])
    assert problems == []


def test_a_sitemap_index_at_an_address_leads_to_its_pages_newest_first_up_to_a_limit(site: Site) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.address}/1.xml</loc></sitemap></sitemapindex>"
    site.pages |= {
        "/index.xml": lambda h: h.give(index.encode(), kind="text/xml"),
        "/1.xml": lambda h: h.give(NEWS.format(base=site.address).encode(), kind="text/xml"),
        "/a.html": page(),
    }
    (article,), (problem,), _ = run(f"{site.address}/index.xml", pages=1)
    assert article.tags == ("bão", "lũ")
    assert str(problem.because) == "pages listed there beyond the 1 that are fetched at once: 1"
    assert "/b.html" not in site.asked


def test_a_feed_that_names_itself_and_lists_that_name_lists_have_an_end(site: Site) -> None:
    feed = f"<rss><channel><item><link>{site.address}/rss</link></item></channel></rss>".encode()
    site.pages |= {
        "/rss": lambda h: h.give(feed, kind="application/rss+xml"),
        "/list": lambda h: h.give(f"{site.address}/list2\n{site.address}/rss\n".encode(), kind="text/plain"),
        "/list2": lambda h: h.give(f"{site.address}/list\n".encode(), kind="text/plain"),
    }
    articles, problems, _ = run(f"{site.address}/rss", f"{site.address}/list")
    assert articles == []
    assert {str(problem.because) for problem in problems} == {
        "not fetched: a list that another list named is not followed"
    }
    assert len(site.asked) < 8


def test_the_pages_of_an_index_are_limited_together(site: Site) -> None:
    maps = [f"<sitemap><loc>{site.address}/{number}.xml</loc></sitemap>" for number in range(3)]
    site.pages["/index.xml"] = f"<sitemapindex>{''.join(maps)}</sitemapindex>".encode()
    for number in range(3):
        urls = [f"<url><loc>{site.address}/{number}-{page}.html</loc></url>" for page in range(3)]
        site.pages[f"/{number}.xml"] = f"<urlset>{''.join(urls)}</urlset>".encode()
    _, problems, _ = run(f"{site.address}/index.xml", pages=4)
    assert sum(path.endswith(".html") for path in site.asked) == 4
    assert str(problems[-1].because) == "not fetched: 1 of its sitemaps, since enough pages were fetched"


def test_older_entries_are_left_out_where_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.rss"
    file.write_text(RSS.format(base="https://a.example", content=FULL), encoding="utf-8")
    articles, problems, told = run(file, since=datetime.fromisoformat("2023-09-18T00:00:00+07:00"))
    assert (len(articles), problems) == (1, [])
    assert "1 entries are older" in told[-1]


def test_a_list_of_addresses_is_fetched(site: Site, tmp_path: Path) -> None:
    site.pages |= {"/1.html": page(), "/2.html": page(story="giai-co")}
    file = tmp_path / "addresses.txt"
    file.write_text(
        f"{site.address}/1.html\n# comment\n\nkhông phải địa chỉ\n{site.address}/2.html\n{site.address}/1.html\n",
        encoding="utf-8",
    )
    articles, (problem,), _ = run(file)
    assert len(articles) == 2
    assert "no address" in str(problem.because)
    assert all(article.url and article.url.startswith(site.address) for article in articles)


def test_a_list_that_lies_in_a_folder_is_fetched_only_where_asked_for(site: Site, tmp_path: Path) -> None:
    site.pages["/1.html"] = page()
    (tmp_path / "addresses.txt").write_text(f"{site.address}/1.html\n", encoding="utf-8")
    articles, (problem,), _ = run(tmp_path)
    assert (articles, site.asked) == ([], [])
    assert "only listed there: 1" in str(problem.because)
    assert len(run(tmp_path, fetch=True)[0]) == 1


def test_one_article_at_two_addresses_is_one(site: Site) -> None:
    site.pages |= {"/a.html": page(), "/a.html?utm_source=zalo&utm_medium=x": page()}
    articles, problems, _ = run(f"{site.address}/a.html?utm_source=zalo&utm_medium=x", f"{site.address}/a.html")
    assert (len(articles), problems) == (1, [])


def test_what_a_page_gave_is_remembered_only_after_it_was_taken(site: Site) -> None:
    class Kept(dict[str, Validators]):
        def recall(self, address: str) -> Validators | None:
            return self.get(address)

        def keep(self, address: str, validators: Validators) -> None:
            self[address] = validators

    def serve(handler: Handler) -> None:
        if handler.headers.get("If-None-Match"):
            handler.give(b"", status=304)
        else:
            handler.give(page(), ETag='"1"')

    site.pages["/a.html"] = serve
    memory = Kept()
    fetching = FetchSettings(private=True, delay=0.0, memory=memory)
    items = gather([f"{site.address}/a.html"], settings=GatherSettings(fetching=fetching))
    assert isinstance(next(items), Article)
    assert memory == {}
    assert list(items) == []
    assert list(memory) == [f"{site.address}/a.html"]
    told: list[str] = []
    again = GatherSettings(fetching=fetching, notice=told.append)
    assert list(gather([f"{site.address}/a.html"], settings=again)) == []
    assert "not changed" in told[0]


def test_an_address_that_is_no_article_is_a_problem(site: Site) -> None:
    site.pages |= {"/x": b"<html><body></body></html>", "/y": lambda h: h.give(b"\x89PNG\r\n\x1a\n", kind="image/png")}
    articles, problems, _ = run(f"{site.address}/x", f"{site.address}/y", f"{site.address}/z")
    assert articles == []
    assert len(problems) == 3
