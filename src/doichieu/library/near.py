"""Near articles: those of the days around that share rare words with an article, and how near they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.library.sketches import nearness, unpack

if TYPE_CHECKING:
    from doichieu.store import Store

WINDOW = 45
"""Days between two articles that can be near: a story may run longer, each article has another one within this."""
SHARED = 2
"""Rare n-grams that two articles must share to be compared."""
MOST = 150
"""Articles on either side in time that are looked at for one n-gram: those nearest in time."""
TRIED = 200
"""Articles that are compared with a new one: those that share most. A library of 10,000 has 60 on average."""


def enter(store: Store, number: int, day: int, sketch: bytes) -> None:
    """List an article under its rare words, and keep how near it is to those that came before it."""
    mine = unpack(sketch)
    features = mine.rarest()
    shared = store.neighbours.sharing(features, day, days=WINDOW, most=MOST)
    shared.pop(number, None)
    ranked = sorted((-count, other) for other, count in shared.items() if count >= SHARED)[:TRIED]
    others = store.articles.sketches(other for _, other in ranked)
    near = {other: value for other, content in others.items() if (value := nearness(mine, unpack(content)))}
    store.neighbours.list_features(number, features, day)
    store.neighbours.put_near(number, near)


def leave(store: Store, number: int, day: int, sketch: bytes) -> set[int]:
    """Take an article away from under the words that it had; give what it was near to."""
    store.neighbours.unlist_features(number, unpack(sketch).rarest(), day)
    return store.neighbours.forget_near(number)
