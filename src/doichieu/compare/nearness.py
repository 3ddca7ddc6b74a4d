"""Nearness: which articles of a pile may tell of one thing, and how near each two are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from doichieu.compare.days import Days, days_of, discount
from doichieu.compare.likeness import Weights
from doichieu.model import Reading

RAREST = 100
"""N-grams of an article by which others are looked for: 100 find all but 0.2% of the pairs with cosine over 0.1."""
BLOCK = 300
"""Articles that share an n-gram and are all looked at; of a longer list, only those near in time."""
SHARED = 0.01
"""Part of a cosine that the rarest n-grams of both must make up: keeps one in five of the pairs that share any."""
LEAST = 0.04
"""Pairs under this are forgotten: unrelated news has 0.01 to 0.03."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles by number, the lower number first, with their nearness."""

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    nearness: NDArray[np.float64]


def near_pairs(readings: Sequence[Reading], language: str) -> Pairs:
    """Give the pairs of readings that may tell of one thing, in time linear in their number.

    ``readings`` stand in an order that has to do with time: it decides what is looked at where too many share a word.
    """
    vectors = _matrix([reading.text for reading in readings], language)
    first, second = _candidates(vectors)
    cosines = _cosines(vectors, first, second)
    kept = cosines >= LEAST
    first, second, cosines = first[kept], second[kept], cosines[kept]
    days = [days_of(reading) for reading in readings]
    return Pairs(first, second, np.round(cosines * _discounts(days, first, second), 6))


def _matrix(texts: Sequence[str], language: str) -> sparse.csr_matrix:
    """Give the TF-IDF vectors of length 1 of texts, a row each, weighed by the background and by the texts."""
    bare = Weights.of((), language)
    counted = [np.unique(np.concatenate(bare.features(text)), return_counts=True) for text in texts]
    weights = bare.with_pile(features for features, _ in counted)
    values = []
    for features, times in counted:
        row = ((1 + np.log(times)) * weights.weigh(features)).astype(np.float32)
        values.append(row / (np.sqrt(np.dot(row, row)) or 1))
    flat = np.concatenate([features for features, _ in counted])
    known, places = np.unique(flat, return_inverse=True)
    ends = np.cumsum([0, *(len(row) for row in values)])
    return sparse.csr_matrix((np.concatenate(values), places, ends), shape=(len(texts), max(1, len(known))))


def _candidates(vectors: sparse.csr_matrix) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Give the pairs that share one of the heaviest n-grams of both."""
    rows, columns, values = _heaviest(vectors)
    blocks = _blocks(rows, columns)
    shared = sparse.csr_matrix((values, (rows, blocks)), shape=(vectors.shape[0], blocks.max(initial=0) + 1))
    found = sparse.triu(shared @ shared.T, 1).tocoo()
    kept = found.data >= SHARED
    first, second = found.row[kept].astype(np.intp), found.col[kept].astype(np.intp)
    order = np.lexsort((second, first))
    return first[order], second[order]


def _heaviest(vectors: sparse.csr_matrix) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.float32]]:
    """Give rows, columns and values of the heaviest entries of each row."""
    kept = []
    for start, end in zip(vectors.indptr[:-1], vectors.indptr[1:], strict=True):
        places = np.arange(start, end)
        if end - start > RAREST:
            places = places[np.argsort(-vectors.data[start:end], kind="stable")[:RAREST]]
        kept.append(places)
    entries = np.concatenate(kept)
    rows = np.repeat(np.arange(len(kept)), [len(places) for places in kept])
    return rows, vectors.indices[entries].astype(np.intp), vectors.data[entries]


def _blocks(rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.intp]:
    """Give each entry the number of its column's block: a column that is too long is cut by the order of the rows."""
    order = np.lexsort((rows, columns))
    _, starts, lengths = np.unique(columns[order], return_index=True, return_counts=True)
    rank = np.empty(len(columns), dtype=np.intp)
    rank[order] = np.arange(len(columns)) - np.repeat(starts, lengths)
    blocks = columns * (rank.max(initial=0) // BLOCK + 1) + rank // BLOCK
    return np.unique(blocks, return_inverse=True)[1].reshape(-1)


def _cosines(vectors: sparse.csr_matrix, first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[np.float64]:
    """Give the cosines of pairs that are ordered by their first: each first is spread out once for all its seconds."""
    found = np.empty(len(first))
    spread = np.zeros(vectors.shape[1], dtype=np.float32)
    numbers, starts = np.unique(first, return_index=True)
    bounds = np.append(starts, len(first))
    for number, start, end in zip(numbers, bounds[:-1], bounds[1:], strict=True):
        row = slice(vectors.indptr[number], vectors.indptr[number + 1])
        spread[vectors.indices[row]] = vectors.data[row]
        found[start:end] = vectors[second[start:end]] @ spread
        spread[vectors.indices[row]] = 0
    return found


def _discounts(days: list[Days], first: NDArray[np.intp], second: NDArray[np.intp]) -> NDArray[np.float64]:
    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return np.fromiter((discount(days[a], days[b]) for a, b in pairs), dtype=np.float64, count=len(first))
