"""Articles in JSON Lines: an object a line with ``id`` and ``text``, and outlet, time, title, address."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Any

import msgspec

from doichieu.gather.limits import article_or_problem
from doichieu.gather.moments import moment
from doichieu.model import Article, Because, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


class ArticleLine(msgspec.Struct, kw_only=True):
    """A line of the file; other keys are passed over."""

    id: str | int
    text: str
    outlet: str | None = ""
    published: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = ""


def articles_of_lines(source: str, lines: Iterable[bytes]) -> Iterator[Article | Problem]:
    """Give an article for each line, a Problem for each line that holds none (one that is not UTF-8, say)."""
    decoder = msgspec.json.Decoder(ArticleLine)
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            row = decoder.decode(line.removeprefix(BOM_UTF8))
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            yield Problem(source=f"{source}, line {number}", because=Because("no article: {0}", (str(error),)))
        else:
            yield from article_of_row(f"{source}, line {number}", row)


def articles_of_array(source: str, content: str) -> Iterator[Article | Problem]:
    """Give the articles of a JSON file that holds one object or an array of them."""
    try:
        loaded: Any = msgspec.json.decode(content)
    except msgspec.DecodeError as error:
        yield Problem(source=source, because=Because("no article: {0}", (str(error),)))
        return
    for number, item in enumerate(loaded if isinstance(loaded, list) else [loaded], start=1):
        try:
            row = msgspec.convert(item, ArticleLine)
        except msgspec.ValidationError as error:
            yield Problem(source=f"{source}, entry {number}", because=Because("no article: {0}", (str(error),)))
        else:
            yield from article_of_row(f"{source}, entry {number}", row)


def article_of_row(source: str, row: ArticleLine) -> Iterator[Article | Problem]:
    """Give the article of a row, and a Problem beside it where its time cannot be read."""
    published = moment(row.published or "")
    if row.published and published is None:
        because = Because('read without its time: "{0}" is no ISO 8601 time', (row.published,))
        yield Problem(source=source, because=because)
    article = Article(
        id=str(row.id),
        text=row.text,
        outlet=row.outlet or "",
        url=row.url,
        title=row.title,
        published=published,
        language=row.language or "",
    )
    yield article_or_problem(source, article)
