"""Near articles: those of the days around that share rare words with an article, and how near they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.library.sketches import nearness, unpack

if TYPE_CHECKING:
    from doichieu.store import Store

WINDOW = 45
"""Days between two articles that can be near: a story may run longer, each article has another one within this."""
MOST = 150
"""Articles on either side in time that are looked at for one n-gram: those nearest in time."""
TRIED = 100
"""Articles that are compared with a new one: those whose rare n-grams in common weigh most. With 64 n-grams an article,
150 articles on a side and 100 tried, 97% of the pairs of 10,321 articles with a nearness of 0.09 or more are found
(with 60 tried 95%, with 200 99%)."""


def enter(store: Store, number: int, day: int, sketch: bytes) -> None:
    """List an article under its rare words, and keep how near it is to those that came before it."""
    mine = unpack(sketch)
    features = mine.rarest()
    shared = store.neighbours.sharing(features, day, days=WINDOW, most=MOST)
    shared.pop(number, None)
    ranked = sorted((-weight, other) for other, weight in shared.items())[:TRIED]
    others = store.articles.sketches(other for _, other in ranked)
    near = {other: value for other, content in others.items() if (value := nearness(mine, unpack(content)))}
    store.neighbours.list_features(number, list(features), day)
    store.neighbours.put_near(number, near)


def leave(store: Store, number: int, day: int, sketch: bytes) -> set[int]:
    """Take an article away from under the words that it had; give what it was near to."""
    store.neighbours.unlist_features(number, list(unpack(sketch).rarest()), day)
    return store.neighbours.forget_near(number)
