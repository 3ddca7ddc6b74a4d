"""Store: a library of articles, readings and stories over a database."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from doichieu.store.articles import Articles
from doichieu.store.corrections import Corrections
from doichieu.store.database import Database, SearchIndex
from doichieu.store.events import Events
from doichieu.store.migrations import migrate
from doichieu.store.neighbours import Neighbours
from doichieu.store.problems import Problems
from doichieu.store.sqlite import SqliteDatabase
from doichieu.store.stories import Stories
from doichieu.store.visits import Visits

POSTGRES = ("postgresql://", "postgres://")


class Store:
    """The tables of a library, brought up to date when it is opened. Everything fails with StoreError only."""

    def __init__(self, database: Database) -> None:
        self.database = database
        migrate(database)
        self.articles = Articles(database)
        self.neighbours = Neighbours(database)
        self.stories = Stories(database)
        self.events = Events(database)
        self.problems = Problems(database)
        self.corrections = Corrections(database)
        self.visits = Visits(database)
        self.search: SearchIndex = database.search

    def writing(self) -> AbstractContextManager[None]:
        """Hold the library for writing: all that happens inside is kept together, or none of it."""
        return self.database.writing()

    def reading(self) -> AbstractContextManager[None]:
        """See one state of the library throughout."""
        return self.database.reading()


@contextmanager
def open_store(place: str, *, new: bool = False) -> Iterator[Store]:
    """Open a library: a file, or an address ``postgresql://…``. ``new`` makes one where there is none.

    Raises StoreError where that fails.
    """
    database = open_database(place, new=new)
    try:
        yield Store(database)
    finally:
        database.close()


def open_database(place: str, *, new: bool = False) -> Database:
    """Open the database of a library, without looking at its tables."""
    if place.startswith(POSTGRES):
        from doichieu.store.postgres import PostgresDatabase  # noqa: PLC0415 - an extra: only who uses it needs it

        return PostgresDatabase(place)
    return SqliteDatabase(Path(place), new=new)
