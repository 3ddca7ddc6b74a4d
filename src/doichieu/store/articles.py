"""Articles in a library, with all their versions, and their readings."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from doichieu.model import Article, Figure, Mention, Reading, Span, Statement, TimeExpression, Zone
from doichieu.store.database import Database, Row
from doichieu.store.metadata import more_of, with_more

TOGETHER = 400
"""Values in one statement: databases take at least 999."""
_ARTICLE = (
    "SELECT a.number, a.id, a.outlet, a.language, a.version, a.moment, a.day, a.added,"
    " v.title, v.url, v.published, v.text, v.digest, v.more"
    " FROM articles a JOIN versions v ON v.article = a.number AND v.version = a.version"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article as it stands now, and what the library knows of it."""

    number: int
    article: Article
    version: int
    """From 1; the newest."""
    moment: str
    """When it was published, or, where nothing tells, added: UTC, to the second. Does not change with new versions."""
    day: int
    """The day of that: an ordinal."""
    added: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What one article was at a time."""

    version: int
    title: str | None
    published: str | None
    text: str
    more: str
    """What else there was of it, as ``metadata`` writes it."""
    seen: str
    source: str


class Notes(msgspec.Struct, frozen=True, kw_only=True):
    """A reading without its article."""

    zones: tuple[Zone, ...]
    sentences: tuple[Span, ...]
    times: tuple[TimeExpression, ...]
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]


class Articles:
    """The articles of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Give how many there are."""
        return int(self._database.rows("SELECT COUNT(*) FROM articles")[0][0])

    def insert(self, article: Article, *, address: str | None, digest: str, seen: str, source: str) -> int:
        """Add an article that is not there; give its number."""
        told = (article.published or datetime.fromisoformat(seen)).astimezone(UTC)
        moment, day = told.strftime("%Y-%m-%dT%H:%M:%SZ"), told.toordinal()
        ((number,),) = self._database.rows(
            "INSERT INTO articles (id, address, outlet, language, version, moment, day, added)"
            " VALUES (?, ?, ?, ?, 1, ?, ?, ?) RETURNING number",
            (article.id, address, article.outlet, article.language, moment, day, seen),
        )
        self._insert_version(number, 1, article, digest=digest, seen=seen, source=source)
        return int(number)

    def revise(self, old: StoredArticle, article: Article, *, digest: str, seen: str, source: str) -> None:
        """Add the next version of an article."""
        self._insert_version(old.number, old.version + 1, article, digest=digest, seen=seen, source=source)
        self._database.run(
            "UPDATE articles SET version = ?, outlet = ?, language = ? WHERE number = ?",
            (old.version + 1, article.outlet or old.article.outlet, article.language, old.number),
        )

    def _insert_version(  # noqa: PLR0913 - the columns of a row
        self, number: int, version: int, article: Article, *, digest: str, seen: str, source: str
    ) -> None:
        published = article.published.isoformat() if article.published else None
        text = zlib.compress(article.text.encode(), 3)
        self._database.run(
            "INSERT INTO versions (article, version, title, url, published, text, more, digest, seen, source)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (number, version, article.title, article.url, published, text, more_of(article), digest, seen, source),
        )

    def by_id(self, ident: str) -> StoredArticle | None:
        """Give the article of an id."""
        return next(map(_stored, self._database.rows(f"{_ARTICLE} WHERE a.id = ?", (ident,))), None)

    def by_address(self, address: str) -> StoredArticle | None:
        """Give the article at an address (as ``address_key`` makes it)."""
        rows = self._database.rows(f"{_ARTICLE} WHERE a.address = ? ORDER BY a.number LIMIT 1", (address,))
        return next(map(_stored, rows), None)

    def by_number(self, numbers: Iterable[int]) -> dict[int, StoredArticle]:
        """Give articles by number; unknown ones are left out."""
        rows = rows_of(self._database, _ARTICLE + " WHERE a.number IN ({})", numbers)
        return {stored.number: stored for stored in map(_stored, rows)}

    def keys(self, numbers: Iterable[int]) -> dict[int, tuple[str, str]]:
        """Give what articles are ordered by: moment, then id."""
        rows = rows_of(self._database, "SELECT number, moment, id FROM articles WHERE number IN ({})", numbers)
        return {int(number): (moment, ident) for number, moment, ident in rows}

    def days(self, numbers: Iterable[int]) -> dict[int, int]:
        """Give the day of each article: an ordinal."""
        rows = rows_of(self._database, "SELECT number, day FROM articles WHERE number IN ({})", numbers)
        return {int(number): int(day) for number, day in rows}

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        """Give the numbers of articles by their ids; unknown ones are left out."""
        wanted = sorted(set(ids))
        found: dict[str, int] = {}
        for start in range(0, len(wanted), TOGETHER):
            some = wanted[start : start + TOGETHER]
            sql = f"SELECT id, number FROM articles WHERE id IN ({', '.join('?' * len(some))})"
            found.update((ident, int(number)) for ident, number in self._database.rows(sql, some))
        return found

    def versions(self, number: int) -> list[Version]:
        """Give all versions of an article, the oldest first."""
        sql = (
            "SELECT version, title, published, text, more, seen, source FROM versions"
            " WHERE article = ? ORDER BY version"
        )
        return [
            Version(
                version=version,
                title=title,
                published=published,
                text=unpack(text),
                more=more,
                seen=seen,
                source=source,
            )
            for version, title, published, text, more, seen, source in self._database.rows(sql, (number,))
        ]

    def numbers(self, *, after: int = 0, limit: int = 1000) -> list[int]:
        """Give the numbers behind one, in the order in which the articles came."""
        sql = "SELECT number FROM articles WHERE number > ? ORDER BY number LIMIT ?"
        return [int(number) for (number,) in self._database.rows(sql, (after, limit))]

    def put_reading(self, number: int, reading: Reading, *, reader: str, sketch: bytes) -> None:
        """Keep the reading of an article's newest version, with what it is grouped by."""
        self._database.run(
            "INSERT INTO readings (article, reader, notes, sketch) VALUES (?, ?, ?, ?)"
            " ON CONFLICT (article) DO UPDATE"
            " SET reader = excluded.reader, notes = excluded.notes, sketch = excluded.sketch",
            (number, reader, _packed(reading), sketch),
        )

    def readings(self, numbers: Iterable[int]) -> dict[int, Reading]:
        """Give the readings of articles; those without one are left out."""
        wanted = sorted(set(numbers))
        articles = self.by_number(wanted)
        rows = rows_of(self._database, "SELECT article, notes FROM readings WHERE article IN ({})", wanted)
        return {number: _reading(articles[number].article, unpacked(notes)) for number, notes in rows}

    def sketches(self, numbers: Iterable[int]) -> dict[int, bytes]:
        """Give what articles are grouped by."""
        rows = rows_of(self._database, "SELECT article, sketch FROM readings WHERE article IN ({})", numbers)
        return {number: bytes(sketch) for number, sketch in rows}

    def read_otherwise(self, reader: str, *, among: Iterable[int] | None = None, limit: int = 200) -> list[int]:
        """Give articles that another version of the reader has read: of some, or of all."""
        if among is not None:
            rows = rows_of(self._database, "SELECT article, reader FROM readings WHERE article IN ({})", among)
            return [number for number, by in rows if by != reader]
        found = self._database.rows(
            "SELECT article FROM readings WHERE reader < ? OR reader > ? ORDER BY article LIMIT ?",
            (reader, reader, limit),
        )
        return [int(number) for (number,) in found]

    def unread(self) -> list[int]:
        """Give articles without a reading: none, in a library that is whole."""
        sql = "SELECT number FROM articles WHERE number NOT IN (SELECT article FROM readings) ORDER BY number"
        return [int(number) for (number,) in self._database.rows(sql)]


def rows_of(database: Database, sql: str, numbers: Iterable[int]) -> Iterator[Row]:
    """Give the rows of a statement with ``IN ({})``, for any number of values."""
    wanted = sorted(set(numbers))
    for start in range(0, len(wanted), TOGETHER):
        some: Sequence[int] = wanted[start : start + TOGETHER]
        yield from database.rows(sql.format(", ".join("?" * len(some))), some)


def _stored(row: Row) -> StoredArticle:
    number, ident, outlet, language, version, moment, day, added, title, url, published, text, digest, more = row
    article = Article(
        id=ident,
        text=unpack(text),
        outlet=outlet,
        url=url,
        title=title,
        published=datetime.fromisoformat(published) if published else None,
        language=language,
    )
    return StoredArticle(
        number=number,
        article=with_more(article, more),
        version=version,
        moment=moment,
        day=day,
        added=added,
        digest=digest,
    )


def unpack(content: bytes) -> str:
    """Give a packed text."""
    return zlib.decompress(content).decode()


def _packed(reading: Reading) -> bytes:
    notes = Notes(
        zones=reading.zones,
        sentences=reading.sentences,
        times=reading.times,
        mentions=reading.mentions,
        statements=reading.statements,
        figures=reading.figures,
    )
    return zlib.compress(msgspec.json.encode(notes), 3)


def unpacked(content: bytes) -> Notes:
    """Give packed notes."""
    return msgspec.json.decode(zlib.decompress(content), type=Notes)


def _reading(article: Article, notes: Notes) -> Reading:
    return Reading(
        article=article,
        zones=notes.zones,
        sentences=notes.sentences,
        times=notes.times,
        mentions=notes.mentions,
        statements=notes.statements,
        figures=notes.figures,
    )
