import gzip
from pathlib import Path

import pytest
from rendered import rendered

from doichieu.gather import gather
from doichieu.model import Article, Problem
from doichieu.settings import GatherSettings

PAGE = rendered("cms-body", "cho-noi")


HTML = "text/html; charset=utf-8"


def record(address: str, body: bytes, *, kind: str = HTML, status: str = "200 OK", extra: str = "") -> bytes:
    sent = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{extra}\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-04-12T05:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{abs(hash(address)) % 10**12:012}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(sent)}\r\n\r\n"
    )
    return head.encode() + sent + b"\r\n\r\n"


def page(canonical: str = "") -> bytes:
    return PAGE.page.replace("https://nhandan.vn/cho-noi-post80.html", canonical).encode()


CRAWL = [
    record("https://nhandan.vn/1.html", page()),
    record(
        "https://nhandan.vn/2.html", gzip.compress(page().replace(b"14", b"15")), extra="Content-Encoding: gzip\r\n"
    ),
    record("https://nhandan.vn/", b"<html>front</html>"),
    record("https://nhandan.vn/a.png", b"x", kind="image/png"),
    record("https://nhandan.vn/404", b"none", status="404 Not Found"),
    record("https://nhandan.vn/empty.html", b"<html></html>"),
    record("https://nhandan.vn/broken.html", b"no gzip", extra="Content-Encoding: gzip\r\n"),
    record("https://nhandan.vn/3.html", page().replace(b"14", b"16")),
]


@pytest.mark.parametrize(("name", "content"), [
    ("a.warc", b"".join(CRAWL)),
    ("a.warc.gz", b"".join(map(gzip.compress, CRAWL))),
    ("a.bin", b"".join(CRAWL)),
])  # fmt: skip
def test_a_crawl_gives_its_articles_and_says_what_it_passed_over(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    told: list[str] = []
    items = list(gather([str(tmp_path / name)], settings=GatherSettings(notice=told.append)))
    articles = [item for item in items if isinstance(item, Article)]
    problems = {item.source.rpartition("/")[2]: str(item.because) for item in items if isinstance(item, Problem)}
    assert [article.url for article in articles] == [f"https://nhandan.vn/{number}.html" for number in (1, 2, 3)]
    assert {article.outlet for article in articles} == {"Nhân Dân"}
    assert "front page" in problems[""]
    assert "no article text" in problems["empty.html"]
    assert "broken.html" in problems
    assert "2 records hold no page" in told[0]


def test_a_crawl_that_breaks_off_keeps_what_it_held(tmp_path: Path) -> None:
    content = b"".join(CRAWL)
    (tmp_path / "a.warc").write_bytes(content[: len(CRAWL[0]) + 900])
    items = list(gather([str(tmp_path / "a.warc")]))
    assert isinstance(items[0], Article)
    assert [str(item.because)[:17] for item in items[1:] if isinstance(item, Problem)] == ["a damaged archive"]


def test_texts_of_a_crawl_are_articles(tmp_path: Path) -> None:
    text = "Tin vắn\nHai xã ngập sâu.".encode()
    head = b"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: text/plain\r\n"
    (tmp_path / "a.wet").write_bytes(head + f"Content-Length: {len(text)}\r\n\r\n".encode() + text + b"\r\n\r\n")
    (article,) = gather([str(tmp_path / "a.wet")])
    assert isinstance(article, Article)
    assert (article.text.encode(), article.url) == (text, "https://a.example/1")
