from doichieu.gather.pages import article_of_page

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
