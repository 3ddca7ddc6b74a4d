"""Sources of articles: files, folders, standard input."""

from __future__ import annotations

import gzip
import sys
import zlib
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from doichieu.errors import DoichieuError
from doichieu.gather.encoding import decode, decode_html
from doichieu.gather.limits import article_or_problem
from doichieu.gather.tables import articles_of_array, articles_of_lines
from doichieu.model import Article, Because, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LARGEST = 64 << 20
"""Bytes of one file that is read as one article; JSON Lines may be of any size."""
_HTML_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
_LINES_SUFFIXES = frozenset({".jsonl", ".ndjson"})


def gather(sources: Iterable[str]) -> list[Article | Problem]:
    """Give the articles of files, folders (read through, hidden files left out) and ``-`` (standard input).

    What cannot be used is a Problem with its reason, and never stops the rest. The same article twice is one; different
    articles under one id get ids of their own.
    """
    return _with_own_ids(item for source in sources for item in _gather_source(source))


def _gather_source(source: str) -> Iterator[Article | Problem]:
    if source.startswith(("http://", "https://")):
        because = Because("addresses are not fetched by this version: save the page and give the file")
        yield Problem(source=source, because=because)
        return
    try:
        if source == "-":
            yield from _articles_of_bytes("standard input", "stdin", "", sys.stdin.buffer.read())
            return
        for path in _files(Path(source)):
            yield from _gather_file(path)
    except OSError as error:
        yield Problem(source=source, because=Because("cannot be read: {0}", (error.strerror or str(error),)))


def _files(path: Path) -> Iterator[Path]:
    """Give the file, or the files below the folder in the order of their names."""
    if not path.is_dir():
        yield path
        return
    files = sorted(
        file
        for file in path.rglob("*")
        if file.is_file() and not any(part.startswith(".") for part in file.relative_to(path).parts)
    )
    if not files:
        raise OSError(None, "the folder holds no files")
    yield from files


def _gather_file(path: Path) -> Iterator[Article | Problem]:
    try:
        if path.suffix.lower() in _LINES_SUFFIXES:
            with path.open("rb") as lines:
                yield from articles_of_lines(str(path), lines)
        elif path.suffix.lower() == ".gz":
            with gzip.open(path, "rb") as lines:
                yield from articles_of_lines(str(path), lines)
        elif path.stat().st_size > LARGEST:
            yield Problem(source=str(path), because=Because("longer than any article ({0} MB)", (_megabytes(path),)))
        else:
            yield from _articles_of_bytes(str(path), path.stem, path.suffix.lower(), path.read_bytes())
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        yield Problem(source=str(path), because=Because("a damaged archive: {0}", (str(error),)))
    except OSError as error:
        yield Problem(source=str(path), because=Because("cannot be read: {0}", (error.strerror or str(error),)))


def _megabytes(path: Path) -> str:
    return f"{path.stat().st_size / 1_000_000:.1f}"


def _articles_of_bytes(source: str, ident: str, suffix: str, content: bytes) -> Iterator[Article | Problem]:
    """Recognise what the bytes are, by the file's ending or by how they begin, and give what they hold."""
    if not content.strip():
        yield Problem(source=source, because=Because("empty"))
        return
    head = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    try:
        if suffix in _HTML_SUFFIXES or head.startswith((b"<!doctype html", b"<html")):
            from doichieu.gather.pages import article_of_page  # noqa: PLC0415 - trafilatura takes 0.5 s to load

            yield article_or_problem(source, article_of_page(ident, decode_html(content)))
        elif suffix == ".json" or (suffix == "" and head.startswith(b"[{")):
            yield from articles_of_array(source, decode(content))
        elif suffix == "" and head.startswith(b"{"):
            yield from articles_of_lines(source, content.split(b"\n"))
        else:
            yield article_or_problem(source, Article(id=ident, text=decode(content)))
    except DoichieuError as error:
        yield Problem(source=source, because=Because("no article: {0}", (str(error),)))


def _with_own_ids(items: Iterable[Article | Problem]) -> list[Article | Problem]:
    """Leave out articles given twice, and tell articles of one id apart by a digest of their content."""
    kept: dict[Article | Problem, None] = dict.fromkeys(items)
    counts: dict[str, int] = {}
    for item in kept:
        if isinstance(item, Article):
            counts[item.id] = counts.get(item.id, 0) + 1
    return [
        replace(item, id=f"{item.id}~{_digest(item)}") if isinstance(item, Article) and counts[item.id] > 1 else item
        for item in kept
    ]


def _digest(article: Article) -> str:
    content = "\x00".join((article.outlet, article.url or "", str(article.published), article.text))
    return blake2b(content.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
