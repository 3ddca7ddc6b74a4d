"""Nearness: which articles of a pile may tell of one thing, and how near each two are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from doichieu.compare.likeness import Weights
from doichieu.compare.stories.days import days_of, discount, undated
from doichieu.compare.stories.heads import names_in_head
from doichieu.compare.stories.recurrence import NEXT, next_of_its_kind, numbers_of
from doichieu.languages.ngrams import Features
from doichieu.model import Reading

RAREST = 100
"""N-grams of an article by which others are looked for: set by hand; more find hardly a pair more."""
BLOCK = 300
"""Articles that share an n-gram and are all looked at; of a longer list, only those near in time."""
SHARED = 0.01
"""Part of a cosine that the rarest n-grams of both must make up: keeps one in five of the pairs that share any."""
LEAST = 0.03
"""Cosines under this are forgotten: unrelated news has 0.01 to 0.03."""
NAMED = 0.8
NAMELESS = 0.7
BOUNDS = (0.7, 1.2)
"""How much the part of names in the heads that stand in the other article changes a cosine: of the gold stories' pairs
nine in ten have a part of 0.29 or more, of other pairs that are near by their words four in ten have less."""
UNKNOWN = 0.4
"""The part where neither head has a name: changes nothing."""

Numbers = NDArray[np.intp]
Values = NDArray[np.float64]
Row = tuple[NDArray[np.int32], NDArray[np.float32]]
"""Columns and values of a row of a matrix."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of articles by number, the lower number first, with their nearness."""

    first: Numbers
    second: Numbers
    nearness: Values


@dataclass(frozen=True, slots=True)
class _Pile:
    """The n-grams of articles, a row each: TF-IDF vectors of length 1; the names in the heads, of sum 1."""

    vectors: sparse.csr_matrix
    heads: sparse.csr_matrix


def near_pairs(readings: Sequence[Reading], language: str) -> Pairs:
    """Give the pairs of readings that may tell of one thing, in time linear in their number.

    ``readings`` stand in an order that has to do with time: it decides what is looked at where too many share a word.
    """
    pile = _count(readings, language)
    first, second = _candidates(pile.vectors)
    cosines, shared = _measure(pile, first, second)
    kept = cosines >= LEAST
    first, second = first[kept], second[kept]
    named = np.clip(NAMELESS + NAMED * shared[kept], *BOUNDS)
    nearness = cosines[kept] * named * _apart(readings, first, second, cosines[kept])
    return Pairs(first, second, np.round(nearness, 6))


def _apart(readings: Sequence[Reading], first: Numbers, second: Numbers, cosines: Values) -> Values:
    """Give the factors by which times hold pairs apart."""
    days = [days_of(reading) for reading in readings]
    numbers = [numbers_of(reading) for reading in readings]
    no_time = undated(len(readings))
    factors = np.empty(len(first))
    for at, (a, b, cosine) in enumerate(zip(first.tolist(), second.tolist(), cosines.tolist(), strict=True)):
        factors[at] = discount(days[a], days[b], no_time)
        if next_of_its_kind(cosine, (days[a], days[b]), (numbers[a], numbers[b])):
            factors[at] *= NEXT
    return factors


def _count(readings: Sequence[Reading], language: str) -> _Pile:
    bare = Weights.of((), language)
    counted = [_counted(bare.features(one.text)) for one in readings]
    weights = bare.with_pile(features for features, _ in counted)
    known = np.unique(np.concatenate([features for features, _ in counted]))
    vectors, heads = [], []
    for reading, (features, times) in zip(readings, counted, strict=True):
        values = (1 + np.log(times)) * weights.weigh(features)
        vectors.append(_row(known, features, values / (np.sqrt(values @ values) or 1)))
        named = np.intersect1d(names_in_head(reading, bare.fold), features)
        values = weights.weigh(named)
        heads.append(_row(known, named, values / (values.sum() or 1)))
    return _Pile(_stack(vectors, len(known)), _stack(heads, len(known)))


def _counted(features: tuple[Features, Features]) -> tuple[Features, NDArray[np.float32]]:
    """Give each n-gram once, with how often it stands in the text."""
    known, times = np.unique(np.concatenate(features), return_counts=True)
    return known, times.astype(np.float32)


def _row(known: Features, features: Features, values: NDArray[np.float32]) -> Row:
    return np.searchsorted(known, features).astype(np.int32), values.astype(np.float32)


def _stack(rows: list[Row], width: int) -> sparse.csr_matrix:
    ends = np.cumsum([0, *(len(columns) for columns, _ in rows)])
    columns = np.concatenate([columns for columns, _ in rows])
    values = np.concatenate([values for _, values in rows])
    return sparse.csr_matrix((values, columns, ends), shape=(len(rows), max(1, width)))


def _candidates(vectors: sparse.csr_matrix) -> tuple[Numbers, Numbers]:
    """Give the pairs that share some of the heaviest n-grams of both, in their order."""
    rows, columns, values = _heaviest(vectors)
    blocks = _blocks(rows, columns)
    shared = sparse.csr_matrix((values, (rows, blocks)), shape=(vectors.shape[0], blocks.max(initial=0) + 1))
    found = sparse.triu(shared @ shared.T, 1).tocoo()
    kept = found.data >= SHARED
    first, second = found.row[kept].astype(np.intp), found.col[kept].astype(np.intp)
    order = np.lexsort((second, first))
    return first[order], second[order]


def _heaviest(vectors: sparse.csr_matrix) -> tuple[Numbers, Numbers, NDArray[np.float32]]:
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


def _blocks(rows: Numbers, columns: Numbers) -> Numbers:
    """Give each entry the number of its column's block: a column that is too long is cut by the order of the rows."""
    order = np.lexsort((rows, columns))
    _, starts, lengths = np.unique(columns[order], return_index=True, return_counts=True)
    rank = np.empty(len(columns), dtype=np.intp)
    rank[order] = np.arange(len(columns)) - np.repeat(starts, lengths)
    blocks = columns * (rank.max(initial=0) // BLOCK + 1) + rank // BLOCK
    return np.unique(blocks, return_inverse=True)[1].reshape(-1)


def _measure(pile: _Pile, first: Numbers, second: Numbers) -> tuple[Values, Values]:
    """Give the cosines of pairs, and the mean part of the names in the head of one that stand in the other.

    Pairs are ordered by their first: it is spread out once for all its seconds.
    """
    cosines, shared = np.zeros(len(first)), np.full(len(first), UNKNOWN)
    word, name, here = (np.zeros(pile.vectors.shape[1], dtype=np.float32) for _ in range(3))
    heads = np.diff(pile.heads.indptr) > 0
    numbers, starts = np.unique(first, return_index=True)
    bounds = np.append(starts, len(first))
    for number, start, end in zip(numbers, bounds[:-1], bounds[1:], strict=True):
        columns, values = _entries(pile.vectors, number)
        named, weights = _entries(pile.heads, number)
        word[columns], name[named], here[columns] = values, weights, 1
        others = pile.vectors[second[start:end]]
        cosines[start:end] = others @ word
        others.data[:] = 1
        both = others @ name + pile.heads[second[start:end]] @ here
        sides = int(heads[number]) + heads[second[start:end]]
        np.divide(both, sides, out=shared[start:end], where=sides > 0)
        word[columns], name[named], here[columns] = 0, 0, 0
    return cosines, shared


def _entries(matrix: sparse.csr_matrix, number: int) -> Row:
    part = slice(matrix.indptr[number], matrix.indptr[number + 1])
    return matrix.indices[part], matrix.data[part]
