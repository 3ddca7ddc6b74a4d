"""WARC: the pages of a crawl, one record in memory at a time."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.gather.addresses import address_key, ident_of
from doichieu.gather.encoding import decode, decode_html
from doichieu.gather.limits import article_or_problem
from doichieu.gather.pages import article_of_page
from doichieu.model import Article, Because, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fastwarc.warc import WarcRecord

    from doichieu.gather.run import Content, Run

LARGEST_PAGE = 10 << 20
_CHUNK = re.compile(rb"([0-9a-fA-F]{1,8})[^\r\n]{0,200}\r\n")
_PAGES = ("text/html", "application/xhtml+xml")


def articles_of_warc(content: Content, run: Run) -> Iterator[Article | Problem]:
    """Give the articles of a crawl: pages that were answered with 200, and texts taken out of pages (WET)."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415 - loaded where a crawl is read

    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    passed = 0
    found = 0
    try:
        for record in ArchiveIterator(content.stream, record_types=kinds, parse_http=True, strict_mode=False):
            items = _of_record_alone(content, record)
            if items is None:
                passed += 1
            else:
                found += 1
                yield from items
    except (OSError, ValueError, EOFError) as error:
        yield Problem(source=content.source, because=Because("a damaged archive: {0}", (str(error),)))
    if passed:
        run.tell(f"{content.source}: {passed:,} records hold no page (pictures, scripts, errors)")
    if not found:
        yield Problem(source=content.source, because=Because("empty"))


def _of_record_alone(content: Content, record: WarcRecord) -> list[Article | Problem] | None:
    try:
        return _of_record(content, record)
    except (OSError, ValueError, EOFError) as error:
        place = record.headers.get("WARC-Target-URI") or content.source
        return [Problem(source=place, because=Because("a damaged archive: {0}", (str(error),)))]


def _of_record(content: Content, record: WarcRecord) -> list[Article | Problem] | None:
    """Give what a record holds, None where it is no page."""
    address = record.headers.get("WARC-Target-URI") or ""
    address = address.strip("<>")
    kind = (record.http_content_type or record.headers.get("Content-Type") or "").partition(";")[0].strip().lower()
    if record.is_http and record.http_headers is not None and record.http_headers.status_code != 200:
        return None
    if kind not in (*_PAGES, "text/plain"):
        return None
    place = address or f"{content.source}, record {record.record_id}"
    if kind in _PAGES and address and address_key(address) is None:
        return [Problem(source=place, because=Because("a front page is no article"))]
    length = record.content_length
    body = record.reader.read(LARGEST_PAGE + 1)
    if len(body) < min(length, LARGEST_PAGE):
        raise EOFError("the record breaks off")
    body = _unpacked(record, body)
    if len(body) > LARGEST_PAGE:
        megabytes = str(LARGEST_PAGE >> 20)
        return [Problem(source=place, because=Because("longer than any article ({0} MB)", (megabytes,)))]
    return [_article(place, address, kind, body, record.http_charset or "")]


def _unpacked(record: WarcRecord, body: bytes) -> bytes:
    """Give a body as it was before the server packed it. Raises ValueError where it cannot be unpacked."""
    headers = record.http_headers
    if headers is None:
        return body
    # Many crawlers keep the headers and store the body unpacked: it is unpacked only if it looks packed.
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower() and _CHUNK.match(body):
        body = b"".join(_chunks(body))
    packing = (headers.get("Content-Encoding") or "").strip().lower()
    if packing in ("gzip", "x-gzip", "deflate") and b"<html" not in body[:500].lower():
        try:
            return zlib.decompressobj(47).decompress(body, LARGEST_PAGE + 1)
        except zlib.error as error:
            raise ValueError(str(error)) from error
    return body


def _chunks(body: bytes) -> Iterator[bytes]:
    place = 0
    while match := _CHUNK.match(body, place):
        size = int(match[1], 16)
        if size == 0:
            return
        yield body[match.end() : match.end() + size]
        place = match.end() + size + 2


def _article(place: str, address: str, kind: str, body: bytes, charset: str) -> Article | Problem:
    ident = ident_of(address or place)
    try:
        if kind == "text/plain":
            return article_or_problem(place, Article(id=ident, text=decode(body), url=address or None))
        page = decode_html(body, charset)
        return article_or_problem(place, article_of_page(ident, page, address=address))
    except DoichieuError as error:
        return Problem(source=place, because=Because("no article: {0}", (str(error),)))
