"""Shelf: the stories of one language, and what has to be looked at anew when an article comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import count

import numpy as np

from doichieu.compare.stories.grouping import ADOPTED, CLEARLY
from doichieu.compare.stories.known import Counted, KnownArticles
from doichieu.compare.stories.linkage import UNSEEN, adopt, link
from doichieu.compare.stories.nearness import Pairs
from doichieu.model import Reading

TOGETHER = 0.095
"""Mean nearness from which articles are one story. Every pair of a neighbourhood is measured here, none is taken for
unseen as in a pile, so means are a little higher: F1 over the gold stories is the same from 0.095 to 0.1."""
COMPARED = 40
"""Articles of a story that a new one is compared with: the latest. What a story is about does not need them all."""
STORIES = 6
"""Stories that are looked at closely: those with the nearest articles."""
TOUCHED = 0.5
"""Part of the nearness that joins, from which a story's articles are parted anew with the new one among them."""


class Shelf:
    """Articles by number, in the order of arrival, each in one story."""

    def __init__(self, language: str) -> None:
        self.known = KnownArticles(language)
        self._numbers: dict[str, int] = {}
        self._ids: list[str] = []
        self._dated: list[bool] = []
        self._near: list[dict[int, float]] = []
        """For each article how near it is to those that came before it."""
        self._story: dict[int, str] = {}
        self._members: dict[str, list[int]] = {}

    def stories(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give each story's id and the ids of its articles, in the order of arrival."""
        for story, members in self._members.items():
            yield story, tuple(self._ids[number] for number in members)

    def story_of(self, article: str) -> str:
        """Give the id of an article's story."""
        return self._story[self._numbers[article]]

    def take(self, reading: Reading, counted: Counted) -> int:
        """Compare an article with those that it may belong with, keep it, and give its number; it has no story yet."""
        sketch = self.known.sketch(reading, counted)
        near = self.known.nearness(sketch, self.known.candidates(sketch))
        members = {one for story in self._nearest(near) for one in self._members[story][-COMPARED:]}
        near |= self.known.nearness(sketch, sorted(members - near.keys()))
        number = self.known.add(sketch)
        self._numbers[reading.article.id] = number
        self._ids.append(reading.article.id)
        self._dated.append(reading.article.published is not None)
        self._near.append(near)
        return number

    def assign(self, number: int, story: str) -> None:
        """Put an article into a story."""
        self._story[number] = story
        members = self._members.setdefault(story, [])
        members.append(number)
        members.sort()

    def drop(self, article: str) -> None:
        """Let go of an article."""
        number = self._numbers.pop(article)
        self.known.forget(number)
        self._leave(number)
        self._near[number] = {}

    def near_stories(self, number: int) -> list[tuple[float, str]]:
        """Give the stories that an article is nearest to, with the mean nearness, the nearest first."""
        rows = [(self.mean(number, story)[0], story) for story in self._nearest(self._near[number])]
        return sorted(rows, key=lambda row: (-row[0], row[1]))

    def mean(self, number: int, story: str) -> tuple[float, int]:
        """Give an article's mean nearness to the latest other articles of a story, and how many others there are."""
        others = [one for one in self._members[story] if one != number]
        looked = others[-COMPARED:]
        return sum(self._pair(number, one) for one in looked) / max(1, len(looked)), len(others)

    def settle(self, number: int) -> list[tuple[str, str]]:
        """Find the story of a new article; give the earlier articles that have another story now.

        The stories that it is near to are parted anew with it among them, as a pile is: so what it joins, and whether
        it shows that two stories are one or that an article stood in the wrong one, does not hang on who came first.
        """
        touched = [(mean, story) for mean, story in self.near_stories(number) if mean >= TOUCHED * TOGETHER]
        large = [row for row in touched if len(self._members[row[1]]) > COMPARED]
        if touched and touched[0] in large:
            # A long story is settled: articles join it, and it is not taken apart any more.
            if touched[0][0] >= TOGETHER:
                self.assign(number, touched[0][1])
                return []
            touched = touched[1:]
        loose = [one for row in touched if row not in large for one in self._members[row[1]]]
        return self._part(sorted([*loose, number]))

    def _part(self, numbers: Sequence[int]) -> list[tuple[str, str]]:
        groups = [[numbers[at] for at in group] for group in self._linked(numbers)]
        before = {one: self._story[one] for one in numbers if one in self._story}
        for one in before:
            self._leave(one)
        # The group that has most of a story goes on under its name; of two, the one with the earlier article.
        ranked = sorted(groups, key=lambda group: (-max(Counter(map(before.get, group)).values()), group))
        for group in ranked:
            story = self._name(group, before)
            for one in group:
                self.assign(one, story)
        return [(self._ids[one], self._story[one]) for one, story in before.items() if self._story[one] != story]

    def _linked(self, numbers: Sequence[int]) -> list[list[int]]:
        """Group articles as a pile is grouped; the groups hold places in ``numbers``."""
        place = {number: at for at, number in enumerate(numbers)}
        rows = [
            (place[other], place[number], value)
            for number in numbers
            for other, value in self._near[number].items()
            if other in place
        ]
        first, second, values = zip(*sorted(rows), strict=True) if rows else ((), (), ())
        pairs = Pairs(
            np.array(first, dtype=np.intp), np.array(second, dtype=np.intp), np.array(values, dtype=np.float64)
        )
        groups = link(len(numbers), pairs, TOGETHER)
        return adopt(groups, pairs, ADOPTED, CLEARLY, [self._dated[number] for number in numbers])

    def _name(self, group: Sequence[int], before: dict[int, str]) -> str:
        """Give the id of a group: of the story that most of it had, while no other group has it; else a new one."""
        had = Counter(before[one] for one in group if one in before)
        for story, _ in sorted(had.items(), key=lambda row: (-row[1], row[0])):
            if story not in self._members:
                return story
        names = (f"s:{self._ids[group[0]]}{'' if again == 0 else f'~{again}'}" for again in count())
        return next(name for name in names if name not in self._members)

    def _leave(self, number: int) -> None:
        story = self._story.pop(number)
        self._members[story].remove(number)
        if not self._members[story]:
            del self._members[story]

    def _nearest(self, near: dict[int, float]) -> list[str]:
        """Give the stories of the nearest articles, as far as their mean can matter."""
        found: dict[str, None] = {}
        close = [number for number, value in near.items() if value >= TOUCHED * TOGETHER]
        for number in sorted(close, key=lambda number: (-near[number], number)):
            if len(found) == STORIES:
                break
            if number in self._story:
                found[self._story[number]] = None
        return list(found)

    def _pair(self, one: int, other: int) -> float:
        return self._near[max(one, other)].get(min(one, other), UNSEEN)
