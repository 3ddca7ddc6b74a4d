"""Corrections: what a person said about which articles are one story. They hold for all later runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import msgspec

from doichieu.store.database import Database

CorrectionKind = Literal["merge", "split", "pin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """``merge``: all articles are one story. ``split``: none of the articles is in a story with any of the others.

    ``pin``: the articles are one story, and the first of them in none with any of the others.
    """

    at: str
    kind: CorrectionKind
    story: str
    articles: tuple[str, ...]
    """Ids, so that they hold in an export too."""
    others: tuple[str, ...] = ()
    note: str = ""
    number: int = 0


class Corrections:
    """The corrections of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, correction: Correction) -> int:
        """Keep a correction; give its number."""
        articles, others = (msgspec.json.encode(ids).decode() for ids in (correction.articles, correction.others))
        ((number,),) = self._database.rows(
            "INSERT INTO corrections (at, kind, story, articles, others, note) VALUES (?, ?, ?, ?, ?, ?)"
            " RETURNING number",
            (correction.at, correction.kind, correction.story, articles, others, correction.note),
        )
        touched = dict.fromkeys((*correction.articles, *correction.others))
        self._database.run_many(
            "INSERT INTO corrected (article, correction) VALUES (?, ?)", [(ident, number) for ident in touched]
        )
        return int(number)

    def of_articles(self, ids: Iterable[str]) -> list[Correction]:
        """Give the corrections that name any of the articles, the oldest first."""
        numbers: set[int] = set()
        wanted = sorted(set(ids))
        for start in range(0, len(wanted), 400):
            some = wanted[start : start + 400]
            marks = ", ".join("?" * len(some))
            sql = f"SELECT DISTINCT correction FROM corrected WHERE article IN ({marks})"
            numbers.update(number for (number,) in self._database.rows(sql, some))
        return [one for one in self.all() if one.number in numbers] if numbers else []

    def all(self) -> list[Correction]:
        """Give all corrections, the oldest first."""
        sql = "SELECT number, at, kind, story, articles, others, note FROM corrections ORDER BY number"
        return [
            Correction(
                number=number,
                at=at,
                kind=kind,
                story=story,
                articles=tuple(msgspec.json.decode(articles)),
                others=tuple(msgspec.json.decode(others)),
                note=note,
            )
            for number, at, kind, story, articles, others, note in self._database.rows(sql)
        ]
