"""PostgreSQL through psycopg 3 (the extra ``postgres``): for several people and machines."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from doichieu.store.database import FIELDS
from doichieu.store.failures import BusyError, FullError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doichieu.store.database import Dialect, Field, Phrase, Query, Row, SearchIndex, Values, Words

try:
    import psycopg
except ImportError as error:  # pragma: no cover - where the extra is not installed
    raise StoreError("a library in PostgreSQL needs psycopg: pip install 'doichieu[postgres]'") from error

WRITER = 0x446F4368
"""The advisory lock that a writer holds, as SQLite has one writer."""
WAIT = 300
"""Seconds to wait for it."""
_LABELS: dict[Field, str] = {"text": "D", "statements": "B", "actors": "A"}


class PostgresDatabase:
    """A library in a database of a server. Raises StoreError where it cannot be reached."""

    dialect: Dialect = "postgres"

    def __init__(self, address: str) -> None:
        self.place = "PostgreSQL"
        with self._failing():
            self._link = psycopg.connect(address, autocommit=True, connect_timeout=10)
            self.place = f"PostgreSQL {self._link.info.host}:{self._link.info.port}/{self._link.info.dbname}"
        self.run(f"SET lock_timeout = '{WAIT}s'")
        self.run("SET client_min_messages = warning")
        self.search: SearchIndex = _PostgresSearch(self)

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Give what a statement returns."""
        with self._failing():
            return self._link.execute(_marks(sql), values or None).fetchall()

    def run(self, sql: str, values: Values = ()) -> int:
        """Carry out a statement; give how many rows it touched."""
        with self._failing():
            return self._link.execute(_marks(sql), values or None).rowcount

    def run_many(self, sql: str, many: Iterable[Values]) -> None:
        """Carry out a statement for each of many values."""
        with self._failing(), self._link.cursor() as cursor:
            cursor.executemany(_marks(sql), many)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the library for writing."""
        if self._inside():
            yield
            return
        with self._failing(), self._link.transaction():
            self._link.execute("SELECT pg_advisory_xact_lock(%s)", (WRITER,))
            yield

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the library throughout."""
        if self._inside():
            yield
            return
        with self._failing(), self._link.transaction():
            self._link.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            yield

    def _inside(self) -> bool:
        return self._link.info.transaction_status != psycopg.pq.TransactionStatus.IDLE

    def faults(self) -> list[str]:
        """Give what the database itself finds wrong."""
        return []  # the server checks its files itself (data checksums, amcheck)

    def size(self) -> int:
        """Give the bytes that the library takes."""
        sql = (
            "SELECT COALESCE(SUM(pg_total_relation_size(c.oid)), 0)::BIGINT FROM pg_class c"
            " WHERE c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace"
        )
        return int(self.rows(sql)[0][0])

    def close(self) -> None:
        """Let go of it."""
        self._link.close()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        try:
            yield
        except psycopg.Error as error:
            raise _failure(self.place, error) from error


def _marks(sql: str) -> Any:
    """Give a statement with PostgreSQL's marks for values; no statement of ours holds a per cent sign."""
    return sql.replace("?", "%s")


def _failure(place: str, error: psycopg.Error) -> StoreError:
    if isinstance(error, psycopg.errors.DiskFull):
        return FullError(place)
    if isinstance(error, psycopg.errors.LockNotAvailable):
        return BusyError(place)
    words = str(error).strip().partition("\n")[0]
    return StoreError(f"{place}: {words or type(error).__name__}")


class _PostgresSearch:
    """The words as two columns of lexemes: with marks and without; the fields of an article are their labels."""

    def __init__(self, database: PostgresDatabase) -> None:
        self._database = database

    def put(self, article: int, words: Words) -> None:
        """Index an article, in the place of what was indexed of it before."""
        vector = " || ".join(f"setweight(to_tsvector('simple', ?), '{_LABELS[field]}')" for field in FIELDS)
        values = [words.marked[field] for field in FIELDS] + [words.bare[field] for field in FIELDS]
        self._database.run(
            f"INSERT INTO words (article, marked, bare) VALUES (?, {vector}, {vector})"
            " ON CONFLICT (article) DO UPDATE SET marked = excluded.marked, bare = excluded.bare",
            (article, *values),
        )

    def find(self, query: Query, limit: int) -> list[tuple[int, float]]:
        """Give the articles that fit best, with how well."""
        column = "marked" if query.marked else "bare"
        labels = "".join(sorted(_LABELS[field] for field in query.fields))
        rows = self._database.rows(
            f"SELECT article, ts_rank_cd({column}, asked, 1) FROM words, CAST(? AS TSQUERY) asked"
            f" WHERE {column} @@ asked ORDER BY 2 DESC, article DESC LIMIT ?",
            (_tsquery(query.phrases, labels), limit),
        )
        return [(int(article), float(score)) for article, score in rows]


def _tsquery(phrases: Iterable[Phrase], labels: str) -> str:
    """Give a query of PostgreSQL. Words hold letters and digits only, so none is taken for an operator."""
    return " & ".join(f"{'!' if phrase.without else ''}({_neighbours(phrase, labels)})" for phrase in phrases)


def _neighbours(phrase: Phrase, labels: str) -> str:
    last = len(phrase.words) - 1
    return " <-> ".join(
        f"'{word}':{'*' if phrase.prefix and place == last else ''}{labels}" for place, word in enumerate(phrase.words)
    )
