"""Grouping as articles come: which stories change, found without looking at the others.

What is computed does not depend on the order in which articles came, only on when they were published: each article, in
the order of publication, joins the story whose articles up to then are nearest to it on average, or begins one. When an
article comes late, or is edited, or a person corrects something, the articles behind it that stand near a story that
changed are decided again, and no others: the result is that of deciding all of them afresh, which tests and ``doctor``
hold it to.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left, insort
from dataclasses import dataclass, field
from math import fsum
from typing import TYPE_CHECKING

from doichieu.compare.stories.grouping import TOGETHER
from doichieu.compare.stories.linkage import UNSEEN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from doichieu.store import Store

Key = tuple[str, str]
"""What articles are ordered by: moment, id."""
TOGETHER_BY_PERSON, APART_BY_PERSON = 1e6, -1e9
"""Nearness of two articles of which a person said that they are one story, or not one."""


@dataclass(slots=True)
class Shelf:
    """The part of a library that a change may touch, fetched as it is needed."""

    near_of: Callable[[Iterable[int]], Mapping[int, Mapping[int, float]]]
    keys_of: Callable[[Iterable[int]], Mapping[int, Key]]
    story_of: Callable[[Iterable[int]], Mapping[int, str]]
    members_of: Callable[[str], Iterable[int]]
    behind_of: Callable[[Iterable[int], Key], Iterable[int]]
    """Articles near to any of some, and behind a key."""
    by_person: Callable[[int], Mapping[int, float]]
    """Articles with which a person put an article together, or not."""
    near: dict[int, dict[int, float]] = field(default_factory=dict)
    keys: dict[int, Key] = field(default_factory=dict)
    story: dict[int, str] = field(default_factory=dict)
    members: dict[str, list[tuple[Key, int]]] = field(default_factory=dict)
    """Articles of each story that was fetched, in order."""
    before: dict[str, frozenset[int]] = field(default_factory=dict)
    """The same as they were."""

    def fetch(self, articles: Iterable[int]) -> None:
        """Fetch what articles are near to, and the stories of those."""
        new = [one for one in articles if one not in self.near]
        if not new:
            return
        for one, row in self.near_of(new).items():
            self.near[one] = {**row, **self.by_person(one)}
        self._fetch_keys({*new, *(other for one in new for other in self.near[one])})

    def _fetch_keys(self, articles: Iterable[int]) -> None:
        new = [one for one in articles if one not in self.keys]
        self.keys.update(self.keys_of(new))
        stories = self.story_of(new)
        for story in dict.fromkeys(stories.values()):
            self._fetch_story(story)

    def _fetch_story(self, story: str) -> None:
        if story in self.before:
            return
        numbers = list(self.members_of(story))
        self.before[story] = frozenset(numbers)
        self.keys.update(self.keys_of([one for one in numbers if one not in self.keys]))
        self.members[story] = sorted((self.keys[one], one) for one in numbers)
        self.story.update(dict.fromkeys(numbers, story))

    def behind(self, articles: Iterable[int], key: Key) -> list[int]:
        """Give the articles behind a key that are near to some, or that a person put together with them or not."""
        some = list(articles)
        found = {*self.behind_of(some, key), *(other for one in some for other in self.by_person(one))}
        self._fetch_keys(found)
        return [one for one in found if self.keys[one] > key]

    def move(self, article: int, story: str | None) -> None:
        """Put an article into a story, out of its own; None for out of its own only."""
        old = self.story.pop(article, None)
        if old is not None:
            self.members[old].remove((self.keys[article], article))
        if story is not None:
            self.story[article] = story
            insort(self.members.setdefault(story, []), (self.keys[article], article))


def shelf_of(store: Store, by_person: Callable[[int], Mapping[int, float]]) -> Shelf:
    """Give the shelf of a library."""
    return Shelf(
        near_of=store.neighbours.near,
        keys_of=store.articles.keys,
        story_of=store.stories.of_articles,
        members_of=store.stories.members,
        behind_of=store.neighbours.behind,
        by_person=by_person,
    )


def regroup(shelf: Shelf, changed: Iterable[int]) -> None:
    """Decide articles that are new or changed, and those behind them that this may concern, in order of publication."""
    changed = list(changed)
    shelf.fetch(changed)
    queue: list[tuple[Key, int]] = []
    queued: set[int] = set()

    def enqueue(articles: Iterable[int]) -> None:
        for one in articles:
            if one not in queued:
                queued.add(one)
                heapq.heappush(queue, (shelf.keys[one], one))

    enqueue(changed)
    for one in changed:  # what is near to it may decide otherwise though it stays where it was
        enqueue(shelf.behind([one], shelf.keys[one]))
    while queue:
        key, article = heapq.heappop(queue)
        queued.discard(article)
        shelf.fetch([article])
        old = shelf.story.get(article)
        new = _decide(shelf, article, key)
        if new == old:
            continue
        touched = {one for story in (old, new) for _, one in shelf.members.get(story or "", ())}
        shelf.move(article, new)
        enqueue(shelf.behind(touched | {article}, key))


def _decide(shelf: Shelf, article: int, key: Key) -> str:
    """Give the story that an article belongs to by those before it: the nearest, or one of its own."""
    shares: dict[str, list[float]] = {}
    for other, value in shelf.near[article].items():
        if shelf.keys[other] < key and other in shelf.story:
            shares.setdefault(shelf.story[other], []).append(value - UNSEEN)
    ranked = []
    for story, values in shares.items():
        earlier = bisect_left(shelf.members[story], (key, article))
        mean = round(UNSEEN + fsum(values) / earlier, 9)
        if mean >= TOGETHER:
            ranked.append((-mean, shelf.members[story][0], story))
    return min(ranked)[2] if ranked else _founded(shelf, article, key)


def _founded(shelf: Shelf, article: int, key: Key) -> str:
    """Give the story that begins with an article: the one it is in, if it is the first there."""
    own = shelf.story.get(article)
    if own is not None and shelf.members[own][0] == (key, article):
        return own
    return f"+{article}"


def afresh(keys: Mapping[int, Key], near: Mapping[int, Mapping[int, float]]) -> set[frozenset[int]]:
    """Give the stories of all articles, decided one behind the other: what ``regroup`` must come to."""
    shelf = Shelf(
        near_of=lambda some: {one: near.get(one, {}) for one in some},
        keys_of=lambda some: {one: keys[one] for one in some},
        story_of=lambda _: {},
        members_of=lambda _: (),
        behind_of=lambda _some, _key: (),
        by_person=lambda _: {},
    )
    for article in sorted(keys, key=keys.__getitem__):
        shelf.fetch([article])
        shelf.move(article, _decide(shelf, article, keys[article]))
    return {frozenset(one for _, one in members) for members in shelf.members.values() if members}
