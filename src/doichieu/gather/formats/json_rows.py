"""JSON Lines and JSON: an object for each article."""

from __future__ import annotations

from codecs import BOM_UTF8
from typing import TYPE_CHECKING, Any

import msgspec

from doichieu.gather.formats.rows import article_of_row, columns_told, language_code, row_problem
from doichieu.gather.limits import LimitError, article_or_problem, lines_within
from doichieu.gather.moments import moment
from doichieu.model import Article, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

    from doichieu.gather.run import Run

_LISTS = ("articles", "items", "data", "posts", "news", "results", "documents")


class PlainLine(msgspec.Struct, kw_only=True):
    """An object in our own form: read the fast way. Other forms are read by their keys."""

    id: str | int
    text: str
    outlet: str | None = ""
    published: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = ""
    updated: str | None = None
    authors: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


class _Source:
    """A source of objects that are read by their keys."""

    def __init__(self, source: str, run: Run) -> None:
        self.source = source
        self._run = run
        self._known: dict[tuple[str, ...], dict[str, str]] = {}

    def articles(self, place: str, ident: str, loaded: Any) -> Iterator[Article | Problem]:
        """Give the article of what was loaded at a place."""
        if isinstance(loaded, Exception):
            yield row_problem(place, str(loaded))
        elif not isinstance(loaded, dict):
            yield row_problem(place, "Expected `object`")
        else:
            yield from article_of_row(place, ident, loaded, columns_told(self.source, loaded, self._run, self._known))


def articles_of_lines(source: str, stem: str, stream: IO[bytes], run: Run) -> Iterator[Article | Problem]:
    """Give an article for each line, a Problem for each line that holds none. Only one line is in memory."""
    decoder = msgspec.json.Decoder(PlainLine)
    keyed = _Source(source, run)
    plain = not run.settings.columns
    lines = lines_within(stream)
    number = 0
    try:
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            bare = line.removeprefix(BOM_UTF8) if number == 1 else line
            place, ident = f"{source}, line {number}", f"{stem}-{number}"
            article = _plain(decoder, bare) if plain else None
            if article:
                yield article_or_problem(place, article)
            else:
                yield from keyed.articles(place, ident, _loaded(bare))
    except LimitError as error:
        yield row_problem(f"{source}, line {number + 1}", str(error))


def _plain(decoder: msgspec.json.Decoder[PlainLine], line: bytes) -> Article | None:
    try:
        row = decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    published, updated = moment(row.published or ""), moment(row.updated or "")
    if (row.published and published is None) or row.text.lstrip()[:1] == "<":
        return None
    return Article(
        id=str(row.id),
        text=row.text,
        outlet=row.outlet or "",
        url=row.url,
        title=row.title,
        published=published,
        language=language_code(row.language or ""),
        updated=updated,
        authors=row.authors,
        captions=row.captions,
        tags=row.tags,
    )


def _loaded(line: bytes) -> Any:
    """Give what a line holds, an error where it is no JSON."""
    try:
        return msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return error


def articles_of_json(source: str, stem: str, loaded: Any, run: Run) -> Iterator[Article | Problem]:
    """Give the articles of a JSON document: one object, an array of them, or an object that holds such an array."""
    found = loaded
    if isinstance(loaded, dict):
        found = next((loaded[name] for name in _LISTS if isinstance(loaded.get(name), list)), [loaded])
    keyed = _Source(source, run)
    items = found if isinstance(found, list) else [found]
    for number, item in enumerate(items, start=1):
        ident = stem if len(items) == 1 else f"{stem}-{number}"
        yield from keyed.articles(f"{source}, entry {number}", ident, item)
