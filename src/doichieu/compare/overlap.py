"""Overlap: what the texts of one story share, as wholes and as parts of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, diags

from doichieu.compare.likeness import Weights

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BLOCK = 512
"""Texts compared with all others at a time: bounds memory to this many rows."""
PAIR = 0.5
"""Weight of a pair of words beside a word."""


class Overlap(NamedTuple):
    """What two texts share."""

    cosine: float
    """Angle between their weighted words, from 0 to 1."""
    within: float
    """Share of the weighted words of the shorter that stand in the longer, from 0 to 1."""
    longer: float = 0.0
    """Share of the weighted words of the longer that stand in the shorter, from 0 to 1."""
    shared: float = 0.0
    """Weight of the words that both have: a rare word of the language and the story weighs about 9, its pairs half."""


def overlaps(texts: Sequence[str], language: str, least: float) -> Iterator[tuple[int, int, Overlap]]:
    """Give the pairs i < j of texts of one story of which the shorter stands by ``least`` or more in the longer.

    A word weighs the more the rarer it is in the language, and in these texts: what all of them name tells nothing.
    """
    weights = _weights(texts, language)
    if not weights.nnz:
        return
    roots, sums = weights.sqrt(), np.asarray(weights.sum(axis=1)).ravel()
    norms = np.sqrt(np.asarray(weights.multiply(weights).sum(axis=1)).ravel())
    angles = diags(1 / np.where(norms > 0, norms, 1.0)) @ weights
    for start in range(0, len(texts), BLOCK):
        shared = (roots[start : start + BLOCK] @ roots.T).toarray()
        within = shared / np.maximum(np.minimum.outer(sums[start : start + BLOCK], sums), 1e-9)
        longer = shared / np.maximum(np.maximum.outer(sums[start : start + BLOCK], sums), 1e-9)
        cosine = (angles[start : start + BLOCK] @ angles.T).toarray()
        for i, j in np.argwhere(within >= least):
            if i + start < j:
                angle, part, whole = (min(1.0, float(table[i, j])) for table in (cosine, within, longer))
                yield int(i) + start, int(j), Overlap(angle, part, whole, float(shared[i, j]))


def _weights(texts: Sequence[str], language: str) -> csr_matrix:
    """Give a row of weighted words and pairs of words for each text."""
    background = Weights.of((), language)
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        for factor, features in zip((1.0, PAIR), background.features(text), strict=True):
            unique = np.unique(features)
            rows.append(np.full(len(unique), row))
            columns.append(unique)
            values.append(background.weigh(unique) * factor)
    if not rows:
        return csr_matrix((0, 0))
    terms, places, counts = np.unique(np.concatenate(columns), return_inverse=True, return_counts=True)
    rarity = np.log1p(len(texts) / counts) / np.log1p(len(texts))
    data = np.concatenate(values) * rarity[places]
    return csr_matrix((data, (np.concatenate(rows), places)), shape=(len(texts), len(terms)))
