"""Known articles: what a stream of articles is compared with, found by rare words and not one by one."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doichieu.compare.likeness import Weights
from doichieu.compare.stories.days import Days, days_of, discount, undated
from doichieu.compare.stories.heads import names_in_head
from doichieu.compare.stories.nearness import BOUNDS, LEAST, NAMED, NAMELESS, RAREST, SHARED, UNKNOWN
from doichieu.compare.stories.recurrence import NEXT, next_of_its_kind, numbers_of
from doichieu.languages.ngrams import BITS, Features, place_of
from doichieu.model import Reading

LATEST = 48
"""Articles kept for each n-gram, the latest: a word of thousands of articles costs no more than a rare one."""
TRIED = 32
"""Articles whose whole cosine is taken: those that share most of the heaviest n-grams."""

Places = NDArray[np.int32]
Values = NDArray[np.float32]
Counted = tuple[Features, NDArray[np.intp]]
"""The n-grams of a text, each once, and how often each stands there."""


@dataclass(frozen=True, slots=True)
class Sketch:
    """What of an article is compared with others: its n-grams by their place, with TF-IDF weights of length 1."""

    places: Places
    values: Values
    named: Places
    """Names and numbers in headline and lead."""
    weights: Values
    """Of the names; of sum 1."""
    days: Days
    numbers: frozenset[str]


class KnownArticles:
    """The articles of one language that a stream has taken, by number in the order of arrival."""

    def __init__(self, language: str) -> None:
        bare = Weights.of((), language)
        self._weights = Weights(bare.fold, bare.articles, bare.counts.copy())
        self._sketches: list[Sketch | None] = []
        self._size = 0
        self._holders: dict[int, array[int]] = {}
        """For each n-gram the latest articles of which it is one of the heaviest. Arrays, which no collector walks."""
        self._table = np.zeros(1 << BITS, dtype=np.float32)
        """The article that is compared, spread out; all zero between two comparisons."""

    def __len__(self) -> int:
        return self._size

    def count(self, reading: Reading) -> Counted:
        """Count the n-grams of an article in, since what many articles hold tells little, and give them."""
        features, times = np.unique(np.concatenate(self._weights.features(reading.text)), return_counts=True)
        self._weights.counts[place_of(features)] += 1
        self._weights = Weights(self._weights.fold, self._weights.articles + 1, self._weights.counts)
        return features, times

    def sketch(self, reading: Reading, counted: Counted) -> Sketch:
        """Give what of an article is compared, by the counts of all articles counted so far."""
        features, times = counted
        values = (1 + np.log(times)) * self._weights.weigh(features)
        named = np.intersect1d(names_in_head(reading, self._weights.fold), features)
        weights = self._weights.weigh(named)
        return Sketch(
            places=place_of(features).astype(np.int32),
            values=(values / (np.sqrt(values @ values) or 1)).astype(np.float32),
            named=place_of(named).astype(np.int32),
            weights=weights / (weights.sum() or 1),
            days=days_of(reading),
            numbers=numbers_of(reading),
        )

    def add(self, sketch: Sketch) -> int:
        """Take an article in, and give its number."""
        number = len(self._sketches)
        self._sketches.append(sketch)
        self._size += 1
        for place in sketch.places[_heaviest(sketch.values)].tolist():
            holders = self._holders.get(place)
            if holders is None:
                self._holders[place] = array("i", [number])
            else:
                holders.append(number)
                if len(holders) > 2 * LATEST:
                    del holders[:-LATEST]
        return number

    def forget(self, number: int) -> None:
        """Let go of an article: nothing is compared with it any more. Its number is not used again."""
        sketch = self._sketches[number]
        if sketch is None:
            return
        for place in sketch.places[_heaviest(sketch.values)].tolist():
            left = [other for other in self._holders.get(place, ()) if other != number]
            if left:
                self._holders[place] = array("i", left)
            else:
                self._holders.pop(place, None)
        self._sketches[number] = None
        self._size -= 1

    def candidates(self, sketch: Sketch) -> list[int]:
        """Give the articles that share most of the heaviest n-grams of both, in the order of arrival."""
        best = _heaviest(sketch.values)
        rows = [
            (at, self._holders[place])
            for at, place in enumerate(sketch.places[best].tolist())
            if place in self._holders
        ]
        if not rows:
            return []
        lists = [np.frombuffer(holders, dtype=np.int32)[-LATEST:] for _, holders in rows]
        numbers = np.concatenate(lists)
        # Weight counts as for pairs of a pile: both articles' weights of an n-gram are about the same.
        weights = sketch.values[best][[at for at, _ in rows]].astype(np.float64) ** 2
        each = np.repeat(weights, [len(holders) for holders in lists])
        found, places = np.unique(numbers, return_inverse=True)
        shared = np.bincount(places, weights=each)
        order = np.lexsort((-found, -shared))[:TRIED]
        return sorted(found[order[shared[order] >= SHARED]].tolist())

    def nearness(self, sketch: Sketch, numbers: list[int]) -> dict[int, float]:
        """Give how near an article is to some of the known ones; those that are not near at all are left out."""
        pairs = [(number, known) for number in numbers if (known := self._sketches[number]) is not None]
        cosines = self._cosines(sketch, [known for _, known in pairs])
        close = [(*pair, cosine) for pair, cosine in zip(pairs, cosines, strict=True) if cosine >= LEAST]
        shared = self._shared(sketch, [known for _, known, _ in close])
        no_time = undated(self._size + 1)
        near = {}
        for (number, known, cosine), part in zip(close, shared, strict=True):
            named = min(max(NAMELESS + NAMED * part, BOUNDS[0]), BOUNDS[1])
            factor = named * discount(sketch.days, known.days, no_time)
            if next_of_its_kind(cosine, (sketch.days, known.days), (sketch.numbers, known.numbers)):
                factor *= NEXT
            near[number] = round(cosine * factor, 6)
        return near

    def _cosines(self, sketch: Sketch, others: list[Sketch]) -> list[float]:
        self._table[sketch.places] = sketch.values
        cosines = [float(other.values @ self._table[other.places]) for other in others]
        self._table[sketch.places] = 0
        return cosines

    def _shared(self, sketch: Sketch, others: list[Sketch]) -> list[float]:
        """Give the mean part of the names in the head of one that stand in the other."""
        self._table[sketch.named] = sketch.weights
        there = [float(self._table[other.places].sum()) for other in others]
        self._table[sketch.named] = 0
        self._table[sketch.places] = 1
        here = [float(other.weights @ self._table[other.named]) for other in others]
        self._table[sketch.places] = 0
        sides = [bool(len(sketch.named)) + bool(len(other.named)) for other in others]
        return [(a + b) / n if n else UNKNOWN for a, b, n in zip(there, here, sides, strict=True)]


def _heaviest(values: Values) -> NDArray[np.intp]:
    return np.argsort(-values, kind="stable")[:RAREST]
