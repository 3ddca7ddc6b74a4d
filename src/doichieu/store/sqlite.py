"""SQLite, from the standard library: one file beside its log (WAL), safe against kills, power cuts and full disks."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from doichieu.store.database import FIELDS
from doichieu.store.failures import BusyError, FullError, StoreError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from doichieu.store.database import Dialect, Phrase, Query, Row, SearchIndex, Values, Words

WAIT = 300.0
"""Seconds to wait for another writer: one step of adding takes seconds, a story of hundreds of articles a minute."""
CACHE = 64
"""MiB of pages kept in memory."""
OLDEST = (3, 35, 0)
"""SQLite with RETURNING."""
APPLICATION = 0x446F4368
"""Marks the file as a library of this program ("DoCh")."""


class SqliteDatabase:
    """A library in a file. Raises StoreError where it cannot be opened."""

    dialect: Dialect = "sqlite"

    def __init__(self, path: Path, *, new: bool = True) -> None:
        self.place = str(path)
        if sqlite3.sqlite_version_info < OLDEST:
            raise StoreError(f"this Python's SQLite is {sqlite3.sqlite_version}: 3.35 or later is needed")
        if not new and not path.exists():
            raise StoreError(f"{path}: there is no library; 'doichieu add' makes one, --library names another")
        if not path.parent.is_dir():
            raise StoreError(f"{path}: {path.parent} is no folder")
        with self._failing():
            self._link = sqlite3.connect(path, timeout=WAIT, isolation_level=None)
            self._set_up()
        self.search: SearchIndex = _SqliteSearch(self)

    def _set_up(self) -> None:
        """Take over or mark the file; durable commits, and a log that does not grow without end."""
        mark = self.rows("PRAGMA application_id")[0][0]
        if mark not in {0, APPLICATION} or (mark == 0 and self.rows("SELECT 1 FROM sqlite_master LIMIT 1")):
            raise StoreError(f"{self.place}: a database of another program")
        for pragma in ("journal_mode = WAL", "synchronous = FULL", f"cache_size = -{CACHE << 10}"):
            self.rows(f"PRAGMA {pragma}")
        if mark == 0:
            self.rows(f"PRAGMA application_id = {APPLICATION}")

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Give what a statement returns."""
        with self._failing():
            return self._link.execute(sql, values).fetchall()

    def run(self, sql: str, values: Values = ()) -> int:
        """Carry out a statement; give how many rows it touched."""
        with self._failing():
            return self._link.execute(sql, values).rowcount

    def run_many(self, sql: str, many: Iterable[Values]) -> None:
        """Carry out a statement for each of many values."""
        with self._failing():
            self._link.executemany(sql, many)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the library for writing."""
        yield from self._within("BEGIN IMMEDIATE")

    @contextmanager
    def reading(self) -> Iterator[None]:
        """See one state of the library throughout."""
        yield from self._within("BEGIN")

    def _within(self, begin: str) -> Iterator[None]:
        if self._link.in_transaction:
            yield
            return
        self.run(begin)
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            if self._link.in_transaction:
                self._link.rollback()
            raise

    def faults(self) -> list[str]:
        """Give what the database itself finds wrong."""
        try:
            found = [row[0] for row in self.rows("PRAGMA integrity_check(20)")]
            self.run("INSERT INTO words (words) VALUES ('integrity-check')")
        except StoreError as error:
            return [str(error)]
        return [fault for fault in found if fault != "ok"]

    def size(self) -> int:
        """Give the bytes that the library takes."""
        (pages,), (size,) = self.rows("PRAGMA page_count")[0], self.rows("PRAGMA page_size")[0]
        return int(pages) * int(size)

    def close(self) -> None:
        """Let go of it."""
        self._link.close()

    @contextmanager
    def _failing(self) -> Iterator[None]:
        """Turn the database's errors into a line that says what to do."""
        try:
            yield
        except sqlite3.Error as error:
            raise _failure(self.place, error) from error


def _failure(place: str, error: sqlite3.Error) -> StoreError:
    name = getattr(error, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_TRUNCATE")):
        return FullError(place)
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return BusyError(place)
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return StoreError(f"{place}: no library, or a damaged one ({error}); 'doichieu doctor' looks into it")
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return StoreError(f"{place}: cannot be opened for writing ({error})")
    return StoreError(f"{place}: {error}")


class _SqliteSearch:
    """The words in an FTS5 table: a column for each field, with marks and without."""

    def __init__(self, database: SqliteDatabase) -> None:
        self._database = database

    def put(self, article: int, words: Words) -> None:
        """Index an article, in the place of what was indexed of it before."""
        self._database.run("DELETE FROM indexed WHERE article = ?", (article,))
        # Above the newest row ever given, which the index itself knows: rows are not used again.
        (newest,) = self._database.rows("SELECT COALESCE(MAX(id), 0) FROM words_docsize")[0]
        row = newest + 1
        self._database.run("INSERT INTO indexed (row, article) VALUES (?, ?)", (row, article))
        columns = [words.marked[field] for field in FIELDS] + [words.bare[field] for field in FIELDS]
        self._database.run(
            "INSERT INTO words (rowid, text, statements, actors, bare_text, bare_statements, bare_actors)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (row, *columns),
        )

    def find(self, query: Query, limit: int) -> list[tuple[int, float]]:
        """Give the articles that fit best, with how well."""
        columns = " ".join(field if query.marked else f"bare_{field}" for field in query.fields)
        return self._database.rows(
            "SELECT article, -bm25(words) FROM words JOIN indexed ON indexed.row = words.rowid"
            " WHERE words MATCH ? ORDER BY bm25(words), article DESC LIMIT ?",
            (f"{{{columns}}} : ({_match(query.phrases)})", limit),
        )


def _match(phrases: Iterable[Phrase]) -> str:
    """Give an expression of FTS5. Every word stands in quotation marks, so none is taken for an operator."""
    kept = [_quoted(phrase) for phrase in phrases if not phrase.without]
    dropped = [_quoted(phrase) for phrase in phrases if phrase.without]
    return " AND ".join(kept) + "".join(f" NOT {phrase}" for phrase in dropped)


def _quoted(phrase: Phrase) -> str:
    words = " ".join(phrase.words).replace('"', '""')
    return f'"{words}"{" *" if phrase.prefix else ""}'
