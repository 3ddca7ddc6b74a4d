"""Database: what a store must be able to do. SQLite and PostgreSQL do; the tables in this folder work over either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Literal, Protocol

Row = tuple[Any, ...]
Values = Sequence[Any]
Dialect = Literal["sqlite", "postgres"]
Field = Literal["text", "statements", "actors"]
FIELDS: tuple[Field, ...] = ("text", "statements", "actors")


@dataclass(frozen=True, slots=True)
class Words:
    """The folded words of an article by field: with their marks and without, ready to be indexed."""

    marked: dict[Field, str]
    bare: dict[Field, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Folded words that must stand side by side, the last one whole or the beginning of a word."""

    words: tuple[str, ...]
    prefix: bool = False
    without: bool = False
    """Articles that hold the phrase are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """Phrases that an article must hold (or not) in one of the fields, with their marks or without."""

    phrases: tuple[Phrase, ...]
    fields: tuple[Field, ...] = FIELDS
    marked: bool


class SearchIndex(Protocol):
    """The words of the articles."""

    def put(self, article: int, words: Words) -> None:
        """Index an article, in the place of what was indexed of it before."""

    def find(self, query: Query, limit: int) -> list[tuple[int, float]]:
        """Give the numbers of the articles that fit best, with how well (more is better)."""


class Database(Protocol):
    """A database that speaks SQL with ``?`` for values. Fails with StoreError only."""

    place: str
    """What to call it before people; no password in it."""
    dialect: Dialect
    search: SearchIndex

    def rows(self, sql: str, values: Values = ()) -> list[Row]:
        """Give what a statement returns."""

    def run(self, sql: str, values: Values = ()) -> int:
        """Carry out a statement; give how many rows it touched."""

    def run_many(self, sql: str, many: Iterable[Values]) -> None:
        """Carry out a statement for each of many values."""

    def writing(self) -> AbstractContextManager[None]:
        """Hold the library for writing: all that happens inside is kept together, or none of it."""

    def reading(self) -> AbstractContextManager[None]:
        """See one state of the library throughout."""

    def faults(self) -> list[str]:
        """Check what the database itself can check; give what is wrong."""

    def size(self) -> int:
        """Give the bytes that the library takes."""

    def close(self) -> None:
        """Let go of it."""
