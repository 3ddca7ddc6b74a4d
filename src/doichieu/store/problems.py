"""Problems: what could not be used, kept with its reason until it can."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from doichieu.model import Because, Problem
from doichieu.store.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredProblem:
    """Something that could not be used, where it was asked for, and how often it was tried."""

    problem: Problem
    origin: str
    """The source as it was given: what ``retry`` gathers again."""
    first_seen: str
    last_seen: str
    tries: int


class Problems:
    """The problems of a library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self) -> int:
        """Give how many there are."""
        return int(self._database.rows("SELECT COUNT(*) FROM problems")[0][0])

    def put(self, problem: Problem, *, origin: str, seen: str) -> None:
        """Keep a problem, or count another try of it."""
        self._database.run(
            "INSERT INTO problems (source, origin, because, first_seen, last_seen, tries) VALUES (?, ?, ?, ?, ?, 1)"
            " ON CONFLICT (source) DO UPDATE SET origin = excluded.origin, because = excluded.because,"
            " last_seen = excluded.last_seen, tries = problems.tries + 1",
            (problem.source, origin, msgspec.json.encode(problem.because).decode(), seen, seen),
        )

    def all(self) -> list[StoredProblem]:
        """Give all problems, the oldest first."""
        sql = "SELECT source, origin, because, first_seen, last_seen, tries FROM problems ORDER BY first_seen, source"
        return [
            StoredProblem(
                problem=Problem(source=source, because=msgspec.json.decode(because, type=Because)),
                origin=origin,
                first_seen=first,
                last_seen=last,
                tries=tries,
            )
            for source, origin, because, first, last, tries in self._database.rows(sql)
        ]

    def forget(self, origin: str, *, tried_before: str) -> int:
        """Forget the problems of a source that did not come up again since a time; give how many."""
        return self._database.run("DELETE FROM problems WHERE origin = ? AND last_seen < ?", (origin, tried_before))
