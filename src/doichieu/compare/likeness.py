"""Likeness: how much two texts share of what is rare, as TF-IDF over words and word pairs.

>>> weights = Weights.of([], "vi")
>>> a, b = weights.vector("Bão đổ bộ vào Quảng Ninh"), weights.vector("Quảng Ninh đón bão")
>>> 0.1 < cosine(a, b) < 1
True
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from doichieu.languages import pack_of
from doichieu.languages.ngrams import Features, Fold, features_of, no_background, place_of, words_of

Vector = dict[int, float]
"""Weights by n-gram; of length 1."""

UNKNOWN = 1.0
"""Articles that an n-gram is taken to stand in when the background does not list it."""


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each n-gram tells: the rarer in the language's background and in the pile at hand, the more."""

    fold: Fold
    articles: int
    counts: NDArray[np.float32]

    @classmethod
    def of(cls, texts: Iterable[str], language: str) -> Weights:
        """Count a pile of texts on top of the background of their language (any code; unknown ones have none)."""
        pack = pack_of(language)
        fold = pack.compare.fold if pack else str.casefold
        ground = pack.compare.background() if pack else no_background()
        bare = cls(fold, ground.articles, np.maximum(ground.counts, UNKNOWN))
        return bare.with_pile(np.concatenate(_features(text, fold)) for text in texts)

    def with_pile(self, articles: Iterable[Features]) -> Weights:
        """Give these weights with a pile of articles, as their n-grams, counted in."""
        counts = self.counts.copy()
        number = 0
        for features in articles:
            counts[np.unique(place_of(features))] += 1
            number += 1
        return Weights(self.fold, self.articles + number, counts)

    def features(self, text: str) -> tuple[Features, Features]:
        """Give the 1-grams and 2-grams of a text, in its order, one for each time that they stand there."""
        return _features(text, self.fold)

    def weigh(self, features: Features) -> NDArray[np.float32]:
        """Give the inverse document frequency of each feature: 0 for what all articles hold, about 9 for the rarest."""
        share = (self.articles + 1) / self.counts[place_of(features)]
        return np.log(np.maximum(share, 1)).astype(np.float32)

    def vector(self, text: str) -> Vector:
        """Give the TF-IDF vector of a text, with logarithmic counts; empty where it has no words."""
        features, times = np.unique(np.concatenate(self.features(text)), return_counts=True)
        values = (1 + np.log(times)) * self.weigh(features)
        length = float(np.sqrt(np.dot(values, values)))
        return dict(zip(features.tolist(), (values / length).tolist(), strict=True)) if length else {}


def cosine(a: Vector, b: Vector) -> float:
    """Give the cosine of two vectors of length 1, from 0 to 1."""
    small, large = (a, b) if len(a) <= len(b) else (b, a)
    return min(1.0, sum(value * large[key] for key, value in small.items() if key in large))


def _features(text: str, fold: Fold) -> tuple[Features, Features]:
    return features_of(words_of(unicodedata.normalize("NFC", text)), fold)
