"""Contents: what bytes are, by how they begin and how their file is called, and the articles in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

import msgspec

from doichieu.errors import DoichieuError
from doichieu.gather.addresses import address_key, is_address
from doichieu.gather.encoding import decode, decode_html
from doichieu.gather.limits import DEEPEST, LimitError, article_or_problem, whole
from doichieu.gather.run import Content, Run
from doichieu.model import Article, Because, Problem

Kind = Literal[
    "zip", "tar", "gz", "bz2", "xz", "warc", "parquet", "lines", "json", "csv", "html", "xml", "addresses", "text"
]  # fmt: skip
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gz"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
)
_SUFFIXES: dict[str, Kind] = {
    ".zip": "zip", ".tar": "tar", ".gz": "gz", ".tgz": "gz", ".bz2": "bz2", ".tbz2": "bz2", ".xz": "xz", ".txz": "xz",
    ".warc": "warc", ".wet": "warc", ".parquet": "parquet", ".pq": "parquet",
    ".jsonl": "lines", ".ndjson": "lines", ".json": "json", ".csv": "csv", ".tsv": "csv",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".xml": "xml", ".rss": "xml", ".atom": "xml",
}  # fmt: skip
_XML = (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex")
_PACKED_TAR = frozenset({".tgz", ".tbz2", ".txz"})


def kind_of(content: Content) -> Kind:
    """Tell what the bytes are: by their first ones where these are certain, then by the name, then by their look."""
    head = content.stream.peek(1024)[:1024]
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return "warc" if kind == "gz" and content.ident.endswith((".warc", ".wet")) else kind
    if head[257:262] == b"ustar":
        return "tar"
    if head.startswith(b"BZh") and head[4:10] == b"1AY&SY":
        return "bz2"
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if content.suffix in _SUFFIXES:
        named = _SUFFIXES[content.suffix]
        return _markup(start) or named if named in ("html", "xml") else named
    return _markup(start) or _plain(content.suffix, start, head)


def _markup(start: bytes) -> Kind | None:
    """Tell HTML and listings apart, whatever their file is called; None for what is neither."""
    if start.startswith((b"<!doctype html", b"<html")):
        return "html"
    if start.startswith(_XML) or (start.startswith(b"<?xml") and any(mark in start for mark in _XML)):
        return "xml"
    return None


def _plain(suffix: str, start: bytes, head: bytes) -> Kind:
    if suffix == "" and start.startswith(b"["):
        return "json" if start[1:].lstrip().startswith((b"{", b"]")) else "text"
    if suffix == "" and start.startswith(b"{"):
        return "json" if b"jsonfeed.org" in start[:400] or start[1:2] in (b"\n", b"\r") else "lines"
    if _are_addresses(head):
        return "addresses"
    first = head.partition(b"\n")[0].strip()
    if suffix == "" and any(sign in first for sign in b",;\t|"):
        from doichieu.gather.formats.csv_rows import is_head_of_table  # noqa: PLC0415 - loads the packs

        return "csv" if is_head_of_table(first.decode("utf-8", "replace")) else "text"
    return "text"


def _are_addresses(head: bytes) -> bool:
    """Say whether lines are addresses, the first one and most of the others: a text may open with where it is from."""
    lines = [line.strip() for line in head.decode("utf-8", "replace").splitlines() if line.strip()]
    lines = [line for line in lines if not line.startswith("#")]
    return bool(lines) and is_address(lines[0]) and sum(map(is_address, lines[:-1])) * 3 >= 2 * (len(lines) - 1)


def articles_of(content: Content, run: Run) -> Iterator[Article | Problem]:
    """Give the articles of what was found in a file, in an archive, at an address or on standard input."""
    try:
        if not content.stream.peek(1):
            yield Problem(source=content.source, because=Because("empty"))
            return
        kind = kind_of(content)
        if kind in ("zip", "tar", "gz", "bz2", "xz") or (kind == "warc" and content.path is None):
            yield from _of_archive(content, kind, run)
        elif kind in ("lines", "csv", "parquet", "warc"):
            yield from _of_many(content, kind, run)
        else:
            yield from _of_one(content, kind, run)
    except LimitError as error:
        yield Problem(source=content.source, because=Because("no article: {0}", (str(error),)))
    except DoichieuError as error:
        yield Problem(source=content.source, because=Because("no article: {0}", (str(error),)))


def _of_archive(content: Content, kind: Kind, run: Run) -> Iterator[Article | Problem]:
    from doichieu.gather.formats import archives  # noqa: PLC0415 - loaded only where one is met

    def read(inner: Content) -> Iterator[Article | Problem]:
        return articles_of(inner, run)

    if content.depth >= DEEPEST:
        raise LimitError(f"it lies in more than {DEEPEST} archives")
    try:
        if kind == "zip":
            yield from archives.articles_of_zip(content, read)
        elif kind == "tar":
            yield from archives.articles_of_tar(content, read)
        elif kind == "warc":
            yield from _of_many(content, kind, run)
        elif content.suffix in _PACKED_TAR:
            yield from archives.articles_of_tar(archives.unpacked_content(content, kind), read)
        else:
            yield from read(archives.unpacked_content(content, kind))
    except archives.DAMAGE as error:
        yield Problem(source=content.source, because=Because("a damaged archive: {0}", (str(error),)))


def _of_many(content: Content, kind: Kind, run: Run) -> Iterator[Article | Problem]:
    if kind == "lines":
        from doichieu.gather.formats.json_rows import articles_of_lines  # noqa: PLC0415 - each loaded where it is met

        return articles_of_lines(content.source, content.ident, content.stream, run)
    if kind == "csv":
        from doichieu.gather.formats.csv_rows import articles_of_csv  # noqa: PLC0415

        return articles_of_csv(content.source, content.ident, content.stream, run)
    if kind == "parquet":
        from doichieu.gather.formats.parquet_rows import articles_of_parquet  # noqa: PLC0415

        return articles_of_parquet(content, run)
    from doichieu.gather.formats.warc import articles_of_warc  # noqa: PLC0415

    return articles_of_warc(content, run)


def _of_one(content: Content, kind: Kind, run: Run) -> Iterator[Article | Problem]:
    body = whole(content.stream)
    if not body.strip():
        yield Problem(source=content.source, because=Because("empty"))
    elif kind == "html":
        from doichieu.gather.pages import article_of_page  # noqa: PLC0415 - lxml and trafilatura take time to load

        page = decode_html(body, content.charset)
        if content.address and address_key(content.address) is None:
            yield _front_page(content.source, page)
            return
        yield article_or_problem(content.source, article_of_page(content.ident, page, address=content.address))
    elif kind == "xml":
        from doichieu.gather.formats.listings import listing_of_xml  # noqa: PLC0415

        yield from _listed(content, listing_of_xml(body, content.address), run)
    elif kind == "json":
        yield from _of_json(content, decode(body), run)
    elif kind == "addresses":
        yield from _of_addresses(content, decode(body), run)
    else:
        yield article_or_problem(
            content.source, Article(id=content.ident, text=decode(body), url=content.address or None)
        )


def _front_page(source: str, page: str) -> Problem:
    """Give the problem of a site's first page, with the feed that leads to its articles where it names one."""
    from doichieu.gather.pages import feed_of_page  # noqa: PLC0415 - lxml takes time to load

    feed = feed_of_page(page, source)
    if feed:
        return Problem(source=source, because=Because("a front page is no article; its feed is {0}", (feed,)))
    return Problem(source=source, because=Because("a front page is no article"))


def _of_json(content: Content, text: str, run: Run) -> Iterator[Article | Problem]:
    from doichieu.gather.formats.json_rows import articles_of_json  # noqa: PLC0415

    try:
        loaded: Any = msgspec.json.decode(text)
    except (msgspec.DecodeError, RecursionError) as error:
        if text.lstrip().startswith("{") and "}\n" in text:  # JSON Lines under another name
            lines: Any = io.BufferedReader(io.BytesIO(text.encode("utf-8", "surrogatepass")))
            yield from _of_many(replace(content, stream=lines), "lines", run)
        else:
            yield Problem(source=content.source, because=Because("no article: {0}", (str(error),)))
        return
    if isinstance(loaded, dict) and "jsonfeed.org" in str(loaded.get("version", "")):
        from doichieu.gather.formats.listings import listing_of_json  # noqa: PLC0415

        yield from _listed(content, listing_of_json(loaded), run)
    else:
        yield from articles_of_json(content.source, content.ident, loaded, run)


def _listed(content: Content, listing: Any, run: Run) -> Iterator[Article | Problem]:
    from doichieu.gather.listed import articles_of_listing  # noqa: PLC0415

    return articles_of_listing(content, listing, run, articles_of)


def _of_addresses(content: Content, text: str, run: Run) -> Iterator[Article | Problem]:
    """Give the articles at a list of addresses, a line each; ``#`` opens a comment."""
    from doichieu.gather.listed import articles_of_addresses, not_fetched  # noqa: PLC0415

    if content.hops:
        yield not_fetched(content.source, "a list that another list named is not followed")
        return
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    for line in lines:
        if not is_address(line):
            yield not_fetched(f"{content.source}: {line[:200]}", "it is no address")
    addresses = list(dict.fromkeys(line for line in lines if is_address(line)))
    fetched = content.address and not content.depth
    if not (content.named or fetched or run.settings.fetch):  # it lies in a folder or an archive of others
        because = Because("pages that are only listed there: {0} (--fetch fetches them)", (str(len(addresses)),))
        yield Problem(source=content.source, because=because)
        return
    yield from articles_of_addresses(addresses, run, articles_of, hops=1 if content.address else 0)
