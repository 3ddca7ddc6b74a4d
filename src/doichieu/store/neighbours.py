"""Neighbours: which articles have rare words in common, and which are near to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from doichieu.store.articles import TOGETHER, rows_of
from doichieu.store.database import Database


class Neighbours:
    """What a new article is compared with, found without looking at the rest of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def list_features(self, article: int, features: Sequence[int], day: int) -> None:
        """Enter an article under its rarest n-grams."""
        self._database.run_many(
            "INSERT INTO rare (feature, day, article) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [(feature, day, article) for feature in features],
        )

    def unlist_features(self, article: int, features: Sequence[int], day: int) -> None:
        """Take an article away from under its n-grams."""
        self._database.run_many(
            "DELETE FROM rare WHERE feature = ? AND day = ? AND article = ?",
            [(feature, day, article) for feature in features],
        )

    def sharing(self, features: Mapping[int, float], day: int, *, days: int, most: int) -> dict[int, float]:
        """Give the articles of the days around one that stand under the same n-grams, with their squared weights.

        Of an n-gram with more than ``most`` articles on either side, those nearest in time are looked at.
        """
        found: dict[int, float] = {}
        before = (
            "SELECT article FROM rare WHERE feature = ? AND day <= ? AND day >= ?"
            " ORDER BY day DESC, article DESC LIMIT ?"
        )
        behind = "SELECT article FROM rare WHERE feature = ? AND day > ? AND day <= ? ORDER BY day, article LIMIT ?"
        for feature, weight in features.items():
            rows = self._database.rows(before, (feature, day, day - days, most))
            rows += self._database.rows(behind, (feature, day, day + days, most))
            for (article,) in rows:
                found[article] = found.get(article, 0.0) + weight * weight
        return found

    def put_near(self, article: int, nearness: Mapping[int, float]) -> None:
        """Keep how near an article is to others, in the place of what was kept of it before."""
        self.forget_near(article)
        both = [(article, other, value) for other, value in nearness.items()]
        both += [(other, article, value) for other, value in nearness.items()]
        self._database.run_many("INSERT INTO near (article, other, nearness) VALUES (?, ?, ?)", both)

    def forget_near(self, article: int) -> set[int]:
        """Forget how near an article is to others; give those."""
        others = [other for (other,) in self._database.rows("SELECT other FROM near WHERE article = ?", (article,))]
        self._database.run("DELETE FROM near WHERE article = ?", (article,))
        self._database.run_many(
            "DELETE FROM near WHERE article = ? AND other = ?", [(other, article) for other in others]
        )
        return set(others)

    def near(self, articles: Iterable[int]) -> dict[int, dict[int, float]]:
        """Give what articles are near to."""
        found: dict[int, dict[int, float]] = {article: {} for article in articles}
        rows = rows_of(self._database, "SELECT article, other, nearness FROM near WHERE article IN ({})", found)
        for article, other, value in rows:
            found[article][other] = value
        return found

    def behind(self, articles: Iterable[int], key: tuple[str, str]) -> set[int]:
        """Give the articles that are near to any of some and stand behind a moment and id."""
        wanted = sorted(set(articles))
        sql = (
            "SELECT DISTINCT n.other FROM near n JOIN articles a ON a.number = n.other"
            " WHERE n.article IN ({}) AND (a.moment > ? OR (a.moment = ? AND a.id > ?))"
        )
        found: set[int] = set()
        for start in range(0, len(wanted), TOGETHER):
            some = wanted[start : start + TOGETHER]
            rows = self._database.rows(sql.format(", ".join("?" * len(some))), (*some, key[0], key[0], key[1]))
            found.update(other for (other,) in rows)
        return found

    def pairs(self) -> list[tuple[int, int, float]]:
        """Give all near pairs, the lower number first: for small libraries and for tests."""
        sql = "SELECT article, other, nearness FROM near WHERE article < other ORDER BY article, other"
        return [(int(a), int(b), float(value)) for a, b, value in self._database.rows(sql)]
