"""Stories in a library: what belongs to each, what comparing gave, and what happened to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from doichieu.store.articles import rows_of
from doichieu.store.database import Database, Row

Order = Literal["news", "size", "dispute", "time"]
_ORDERS: dict[Order, str] = {
    "news": "news DESC, number DESC",
    "size": "articles DESC, news DESC, number DESC",
    "dispute": "disputes DESC, news DESC, number DESC",
    "time": "changed DESC, number DESC",
}
_COLUMNS = (
    "id, made, changed, merged_into, headline, articles, outlets, voices, disputes, first_day, last_day, news, comparer"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story as lists show it."""

    id: str
    """Kept for good: that of its first article when it was made."""
    made: str
    changed: str
    merged_into: str | None = None
    """The story that it became part of; None while it stands."""
    headline: str
    articles: int
    outlets: int
    voices: int
    """People and bodies that are quoted."""
    disputes: int
    """Points on which its accounts differ."""
    first_day: int
    last_day: int
    """Ordinals of the days of its first and last article."""
    news: float
    """Grows with outlets and falls with age, so that the order of two stories never changes by itself."""
    comparer: str
    """The version of the program that compared it; empty where it has to be compared again."""


class Stories:
    """The stories of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, *, least: int = 1) -> int:
        """Give how many stand, of so many articles or more."""
        sql = "SELECT COUNT(*) FROM stories WHERE merged_into IS NULL AND articles >= ?"
        return int(self._database.rows(sql, (least,))[0][0])

    def put(self, row: StoryRow, told: bytes) -> None:
        """Keep a story, in the place of what was known of it."""
        values = (row.id, row.made, row.changed, row.merged_into, row.headline, row.articles, row.outlets, row.voices,
                  row.disputes, row.first_day, row.last_day, row.news, row.comparer, told)  # fmt: skip
        self._database.run(
            f"INSERT INTO stories ({_COLUMNS}, told) VALUES ({', '.join('?' * len(values))})"
            " ON CONFLICT (id) DO UPDATE SET changed = excluded.changed, merged_into = excluded.merged_into,"
            " headline = excluded.headline, articles = excluded.articles, outlets = excluded.outlets,"
            " voices = excluded.voices, disputes = excluded.disputes, first_day = excluded.first_day,"
            " last_day = excluded.last_day, news = excluded.news, comparer = excluded.comparer, told = excluded.told",
            values,
        )

    def end(self, ident: str, *, merged_into: str, at: str) -> None:
        """Let a story be part of another from now on."""
        self._database.run(
            "UPDATE stories SET merged_into = ?, articles = 0, changed = ?, told = ?, comparer = '' WHERE id = ?",
            (merged_into, at, b"", ident),
        )

    def get(self, ident: str) -> StoryRow | None:
        """Give the story of an id, also one that ended."""
        rows = self._database.rows(f"SELECT {_COLUMNS} FROM stories WHERE id = ?", (ident,))
        return next(map(_story, rows), None)

    def told(self, ident: str) -> bytes:
        """Give what comparing the story gave; empty where there is nothing."""
        rows = self._database.rows("SELECT told FROM stories WHERE id = ?", (ident,))
        return bytes(rows[0][0]) if rows else b""

    def find(
        self, *, order: Order = "news", least: int = 1, since: int | None = None, limit: int = 20
    ) -> list[StoryRow]:
        """Give the first stories in an order: of so many articles, with an article of a day (an ordinal) or later."""
        rows = self._database.rows(
            f"SELECT {_COLUMNS} FROM stories WHERE merged_into IS NULL AND articles >= ? AND last_day >= ?"
            f" ORDER BY {_ORDERS[order]} LIMIT ?",
            (least, since or 0, limit),
        )
        return list(map(_story, rows))

    def ids(self, *, after: int = 0, limit: int = 500) -> list[tuple[int, str]]:
        """Give numbers and ids of the stories that stand, behind a number."""
        sql = "SELECT number, id FROM stories WHERE merged_into IS NULL AND number > ? ORDER BY number LIMIT ?"
        return [(int(number), ident) for number, ident in self._database.rows(sql, (after, limit))]

    def compared_otherwise(self, comparer: str, *, limit: int = 200) -> list[str]:
        """Give stories that another version of the program compared."""
        sql = "SELECT id FROM stories WHERE merged_into IS NULL AND comparer <> ? ORDER BY number LIMIT ?"
        return [ident for (ident,) in self._database.rows(sql, (comparer, limit))]

    def of_articles(self, articles: Iterable[int]) -> dict[int, str]:
        """Give the story of each article that is in one."""
        sql = "SELECT m.article, s.id FROM members m JOIN stories s ON s.number = m.story WHERE m.article IN ({})"
        return {int(article): ident for article, ident in rows_of(self._database, sql, articles)}

    def members(self, ident: str) -> list[int]:
        """Give the numbers of a story's articles, in the order in which they came."""
        sql = "SELECT m.article FROM members m JOIN stories s ON s.number = m.story WHERE s.id = ? ORDER BY m.article"
        return [int(article) for (article,) in self._database.rows(sql, (ident,))]

    def assign(self, articles: Iterable[int], ident: str) -> None:
        """Put articles into a story, out of the one that they were in."""
        ((number,),) = self._database.rows("SELECT number FROM stories WHERE id = ?", (ident,))
        self._database.run_many(
            "INSERT INTO members (article, story) VALUES (?, ?)"
            " ON CONFLICT (article) DO UPDATE SET story = excluded.story",
            [(article, number) for article in articles],
        )


def _story(row: Row) -> StoryRow:
    ident, made, changed, merged, headline, articles, outlets, voices, disputes, first, last, news, comparer = row
    return StoryRow(
        id=ident,
        made=made,
        changed=changed,
        merged_into=merged,
        headline=headline,
        articles=articles,
        outlets=outlets,
        voices=voices,
        disputes=disputes,
        first_day=first,
        last_day=last,
        news=news,
        comparer=comparer,
    )
