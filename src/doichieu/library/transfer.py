"""Transfer: a library as JSON Lines, and back.

The lines are what came and what people said, in the order of time; all the rest follows from them, so a library is
rebuilt by adding them again as of their days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from doichieu.errors import DoichieuError
from doichieu.library.adding import Added, add_items
from doichieu.library.people import correct
from doichieu.model import Article
from doichieu.store.corrections import Correction, CorrectionKind
from doichieu.store.metadata import with_more

if TYPE_CHECKING:
    from doichieu.store import Store

LIBRARY = "doichieu-library/1"
"""Version of the form; grows when a reader of the old form would misread the new one."""


class Header(msgspec.Struct, kw_only=True, tag="library", tag_field="line"):
    """The first line."""

    format: str = LIBRARY
    articles: int


class ArticleLine(msgspec.Struct, kw_only=True, tag="article", tag_field="line"):
    """One version of one article. Readable as an article by every command that takes JSON Lines."""

    id: str
    text: str
    outlet: str = ""
    url: str | None = None
    title: str | None = None
    published: datetime | None = None
    language: str = ""
    version: int = 1
    more: str = ""
    seen: str
    source: str = ""


class CorrectionLine(msgspec.Struct, kw_only=True, tag="correction", tag_field="line"):
    """What a person said of stories."""

    at: str
    kind: CorrectionKind
    story: str
    articles: tuple[str, ...]
    others: tuple[str, ...] = ()
    note: str = ""


Line = Header | ArticleLine | CorrectionLine
What = Literal["article", "correction"]


def export_lines(store: Store) -> Iterator[bytes]:
    """Give the lines of a library, in the order of time."""
    encoder = msgspec.json.Encoder()
    yield encoder.encode(Header(articles=store.articles.count())) + b"\n"
    corrections = store.corrections.all()
    sql = "SELECT article, version, seen FROM versions ORDER BY seen, article, version"
    for number, version, seen in store.database.rows(sql):
        while corrections and corrections[0].at < seen:
            yield encoder.encode(_line_of(corrections.pop(0))) + b"\n"
        yield encoder.encode(_article_line(store, number, version)) + b"\n"
    for row in corrections:
        yield encoder.encode(_line_of(row)) + b"\n"


def _line_of(row: Correction) -> CorrectionLine:
    return CorrectionLine(
        at=row.at, kind=row.kind, story=row.story, articles=row.articles, others=row.others, note=row.note
    )


def _article_line(store: Store, number: int, version: int) -> ArticleLine:
    (stored,) = store.articles.by_number([number]).values()
    (found,) = (one for one in store.articles.versions(number) if one.version == version)
    article = stored.article
    return ArticleLine(
        id=article.id,
        text=found.text,
        outlet=article.outlet,
        url=article.url,
        title=found.title,
        published=datetime.fromisoformat(found.published) if found.published else None,
        language=article.language,
        version=version,
        more=found.more,
        seen=found.seen,
        source=found.source,
    )


def import_lines(store: Store, lines: Iterable[bytes], *, jobs: int = 1) -> Iterator[Added]:
    """Add what the lines of an export hold, as of the days on which it came. What is there already is left alone.

    Raises DoichieuError for lines of another kind.
    """
    decoder = msgspec.json.Decoder(Line)
    waiting: list[ArticleLine] = []
    for number, content in enumerate(lines, start=1):
        if not content.strip():
            continue
        try:
            line = decoder.decode(content)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise DoichieuError(f"line {number} is none of an exported library: {error}") from error
        if number == 1 and not isinstance(line, Header):
            raise DoichieuError("no exported library: it begins with no header")
        if isinstance(line, Header):
            if line.format != LIBRARY:
                raise DoichieuError(f"a library of the format {line.format}, this version reads {LIBRARY}")
        elif isinstance(line, ArticleLine) and (not waiting or _together(waiting[-1], line)):
            waiting.append(line)
        else:
            yield from _add(store, waiting, jobs)
            waiting = [line] if isinstance(line, ArticleLine) else []
            if isinstance(line, CorrectionLine):
                _correct(store, line)
    yield from _add(store, waiting, jobs)


def _together(one: ArticleLine, other: ArticleLine) -> bool:
    return (one.seen, one.source) == (other.seen, other.source)


def _add(store: Store, lines: list[ArticleLine], jobs: int) -> Iterator[Added]:
    """Add articles that came together. Versions that the library has had are left out."""
    if not lines:
        return
    numbers = store.articles.numbers_of(line.id for line in lines)
    known = {
        (ident, version.text, version.title)
        for ident, number in numbers.items()
        for version in store.articles.versions(number)
    }
    new = [line for line in lines if (line.id, line.text, line.title) not in known]
    yield from (Added(what="known", id=line.id) for line in lines if line not in new)
    seen, source = lines[0].seen, lines[0].source
    yield from add_items(store, map(_article, new), origin=source, jobs=jobs, clock=lambda: seen)


def _article(line: ArticleLine) -> Article:
    article = Article(
        id=line.id,
        text=line.text,
        outlet=line.outlet,
        url=line.url,
        title=line.title,
        published=line.published,
        language=line.language,
    )
    return with_more(article, line.more)


def _correct(store: Store, line: CorrectionLine) -> None:
    row = Correction(
        at=line.at, kind=line.kind, story=line.story, articles=line.articles, others=line.others, note=line.note
    )
    known = [(one.at, one.kind, one.articles, one.others) for one in store.corrections.all()]
    if (row.at, row.kind, row.articles, row.others) not in known:
        correct(store, lambda: row)
