import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rendered import PATTERNS, Rendered, all_rendered, rendered

from doichieu.errors import DoichieuError
from doichieu.gather.moments import HOME
from doichieu.gather.pages import article_of_page
from doichieu.model import Article

PAGE = """<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Lũ quét ở Nậm Mơ - Báo Non Cao</title>
<meta property="og:site_name" content="Báo Non Cao">
<link rel="canonical" href="https://noncao.example/lu-quet.html">{head}</head>
<body><nav><a href="/">Trang chủ</a> <a href="/the-thao">Thể thao</a></nav>
<article><h1>Lũ quét ở Nậm Mơ, hai người mất tích</h1>
<p>Rạng sáng 3/8, lũ quét tràn qua bản Nậm Mơ làm hai người mất tích và cuốn trôi bảy căn nhà sàn ven suối.</p>
<p>Ông Lò Văn Pánh, chủ tịch xã, cho biết: "Nước lên nhanh chưa từng thấy, bà con chỉ kịp chạy lên đồi". Lực lượng
cứu hộ đã tới nơi lúc 6 giờ sáng và đang tìm kiếm dọc theo hai bờ suối dài hơn bốn cây số.</p></article>
<footer>Bản quyền thuộc Báo Non Cao. Liên hệ quảng cáo.</footer></body></html>"""


def test_a_page_gives_headline_text_outlet_address_and_time() -> None:
    head = '<meta property="article:published_time" content="2025-08-03T09:30:00+07:00">'
    article = article_of_page("p", PAGE.format(head=head))
    assert article.text.splitlines()[0] == article.title == "Lũ quét ở Nậm Mơ, hai người mất tích"
    assert "chạy lên đồi" in article.text
    assert "Thể thao" not in article.text
    assert "quảng cáo" not in article.text
    assert article.outlet == "Báo Non Cao"
    assert article.url == "https://noncao.example/lu-quet.html"
    assert article.published is not None
    assert article.published.isoformat() == "2025-08-03T09:30:00+07:00"


def test_the_time_may_stand_in_linked_data() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","datePublished": "2025-08-03T02:30:00Z"}</script>'
    article = article_of_page("p", PAGE.replace("{head}", head))
    assert article.published is not None
    assert article.published.isoformat() == "2025-08-03T02:30:00+00:00"


def told(head: str, page: str = PAGE, address: str = "") -> Article:
    return article_of_page("p", page.replace("{head}", head), address=address)


def linked(**fields: object) -> str:
    node = {"@context": "https://schema.org", "@type": "NewsArticle", **fields}
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def reasons(article: Article) -> list[str]:
    return [str(because) for because in article.because]


@pytest.mark.parametrize("page", all_rendered(), ids=lambda page: f"{page.pattern}-{page.story}")
def test_each_pattern_of_markup_gives_the_report_and_nothing_else(page: Rendered) -> None:
    article = article_of_page("p", page.page)
    lines = [line.removeprefix("- ") for line in article.text.splitlines()]
    bylines = {line for line in lines if page.author in line and len(line) < len(page.author) + 15}
    assert [line for line in lines if line not in bylines] == list(page.lines)
    assert article.captions == (() if page.pattern == "next-app" else page.captions)
    assert article.language == "vi"
    assert article.published is not None
    assert article.published.astimezone(HOME).date().isoformat() == "2024-04-12"


UNSIGNED = {"div-soup"}
"""Patterns that name no author at all."""


@pytest.mark.parametrize("pattern", [pattern for pattern in PATTERNS if pattern not in UNSIGNED])
def test_each_pattern_names_its_author(pattern: str) -> None:
    page = rendered(pattern, "cho-noi")
    assert article_of_page("p", page.page).authors == (page.author,)


def test_metadata_come_from_linked_data_in_all_its_forms() -> None:
    head = linked(
        headline="Lũ quét ở Nậm Mơ, hai người mất tích",
        datePublished="2025-08-03T09:30:00+07:00",
        dateModified="2025-08-03T11:00:00+07:00",
        author=[{"@type": "Person", "name": "Lò Pánh"}, {"name": "Báo Non Cao"}, "Hà My"],
        keywords=["lũ quét", "Nậm Mơ"],
    )
    article = told(head)
    assert article.authors == ("Lò Pánh", "Hà My")
    assert article.tags == ("lũ quét", "Nậm Mơ")
    assert article.updated is not None
    assert article.updated.isoformat() == "2025-08-03T11:00:00+07:00"
    assert article.because == ()


def test_an_update_that_is_none_is_not_told() -> None:
    article = told(linked(datePublished="2025-08-03T09:30:00+07:00", dateModified="2025-08-03T09:31:00+07:00"))
    assert article.updated is None


def test_times_that_disagree_are_told_with_the_reason() -> None:
    head = '<meta property="article:published_time" content="2025-08-03T09:30:00+07:00">'
    article = told(head + linked(datePublished="2025-08-01T07:00:00+07:00"))
    assert article.published is not None
    assert article.published.isoformat() == "2025-08-03T09:30:00+07:00"
    assert "JSON-LD" in reasons(article)[0]
    assert "2025-08-01 07:00" in reasons(article)[0]


def test_an_hour_of_home_marked_as_utc_is_taken_as_readers_see_it() -> None:
    shown = PAGE.replace("<article>", '<article><div class="date">Chủ nhật, 3/8/2025, 09:30 (GMT+7)</div>')
    article = told(linked(datePublished="2025-08-03T09:30:00Z"), shown)
    assert article.published is not None
    assert article.published.isoformat() == "2025-08-03T09:30:00+07:00"
    assert "as UTC" in reasons(article)[0]


def test_the_headline_on_the_page_is_taken_where_its_metadata_tell_another() -> None:
    article = told('<meta property="og:title" content="Chấn động: cả bản bị cuốn phăng">')
    assert article.title == "Lũ quét ở Nậm Mơ, hai người mất tích"
    assert "cuốn phăng" in reasons(article)[0]


def test_a_sites_name_as_first_heading_is_no_headline() -> None:
    page = PAGE.replace("<h1>", "<h2>").replace("</h1>", "</h2>").replace("<nav>", "<h1>Báo Non Cao điện tử</h1><nav>")
    article = told('<meta property="og:title" content="Lũ quét ở Nậm Mơ, hai người mất tích">', page)
    assert article.title == "Lũ quét ở Nậm Mơ, hai người mất tích"


def test_the_sites_name_is_taken_off_the_pages_title() -> None:
    page = PAGE.replace("<h1>Lũ quét ở Nậm Mơ, hai người mất tích</h1>", "").replace("Nậm Mơ - Báo", "bản Nậm Mơ - Báo")
    assert told("", page).title == "Lũ quét ở bản Nậm Mơ"


@pytest.mark.parametrize(
    ("line", "authors"), [("Lò Văn Pánh", ("Lò Văn Pánh",)), ("Theo AFP", ()), ("Reuters", ()), ("Thanh Niên", ())]
)
def test_a_name_alone_below_the_text_is_the_author(line: str, authors: tuple[str, ...]) -> None:
    assert told("", PAGE.replace("</article>", f"<p>{line}</p></article>")).authors == authors


def test_an_address_of_another_site_is_not_taken() -> None:
    article = told("", address="https://vnexpress.net/lu-1.html?utm_source=x")
    assert article.url == "https://vnexpress.net/lu-1.html"
    assert article.outlet == "VnExpress"
    assert any("noncao.example" in reason for reason in reasons(article))
    assert any("named after its address" in reason for reason in reasons(article))


def test_an_address_within_the_site_is_resolved() -> None:
    page = PAGE.replace("https://noncao.example/lu-quet.html", "/lu-quet.html")
    assert told("", page, "https://noncao.example/x?y=1").url == "https://noncao.example/lu-quet.html"


def test_a_language_that_the_page_does_not_have_is_told() -> None:
    article = told("", PAGE.replace('lang="vi"', 'lang="en-US"'))
    assert article.language == "vi"
    assert "“en”" in reasons(article)[0]


@pytest.mark.parametrize(
    "script",
    ["{", "[" * 5000, '{"@graph": {"@graph": 3}}', '{"@type": 7, "author": {"name": {"name": 1}}}', "null", '"x"'],
)
def test_broken_linked_data_does_no_harm(script: str) -> None:
    article = told(f'<script type="application/ld+json">{script}</script>')
    assert article.title == "Lũ quét ở Nậm Mơ, hai người mất tích"


def test_linked_data_that_is_no_right_json_still_tells_the_time() -> None:
    broken = '{"@type":"NewsArticle","a":"x" "datePublished": "2025-08-03T02:30:00Z"}'
    article = told(f'<script type="application/ld+json">{broken}</script>')
    assert article.published is not None
    assert article.published.isoformat() == "2025-08-03T02:30:00+00:00"


PIECES = st.sampled_from(
    """<div class='fck_detail'>|</div>|<p>|LONG|<table><tr><td><img>|<b>|<figure><figcaption>|</figure>|<a href='x'>y
<br>|<!-- |-->|<h1>Tít</h1>|<time datetime='9'>|<html>|<body>|</body>|\x00|<svg>|<math>|<template>|<ul><li>|&nbsp;&#0;
<meta property='article:published_time' content='0001-01-01T00:00:00+14:00'>|<link rel=canonical href='http://[::1'>
<span class='location-stamp'>Hà Nội</span>|<?php x ?>|<link rel=canonical href='https://[x'>|<time>31/02/2024
<script type='application/ld+json'>{"@type":"Article","author":[1,{"name":[2]}],"url":9}</script>"""
    .replace("LONG", "Nước lên cao, bà con dời lên đồi. " * 9).replace("\n", "|").split("|")
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["", "https://a.example/x", "http://[::1"]))
def test_no_page_breaks_the_reader(pieces: list[str], address: str) -> None:
    try:
        article = article_of_page("p", "".join(pieces), address=address)
    except DoichieuError:
        return
    assert article.text.strip()
    assert "\n\n" not in article.text


def scrambled(page: str) -> str:
    return re.sub(r'\b(class|id|itemprop|data-role|type)="[^"/]*"', r'\1="x"', page)


@pytest.mark.parametrize("pattern", ["main-content", "art-body", "sapo-by-role"])
def test_readers_comments_are_left_out_of_markup_that_nobody_knows(pattern: str) -> None:
    page = rendered(pattern, "cho-noi")
    text = article_of_page("p", scrambled(page.page)).text
    assert page.lines[-1] in text
    assert "Đọc mà thương bà con" in page.page
    assert "Đọc mà thương bà con" not in text


def test_the_stamp_of_the_page_is_no_paragraph() -> None:
    page = rendered("picture-tables", "cho-noi")
    assert "12/4/2024" not in article_of_page("p", scrambled(page.page)).text
