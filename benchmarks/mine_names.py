"""Group the words of a news corpus by the company they keep: what the names layer knows of words it was never taught.

usage: python benchmarks/mine_names.py CORPUS.jsonl.gz [--out clusters.txt]

Each word as written (capitals kept) is put into the class in which it tells most about the words beside it (exchange
algorithm for class bigrams: Kneser and Ney, 1993); the classes are then joined two by two, the pair that tells least
apart first (Brown and others, 1992), and a class is written as its way from the root of that tree. The first signs of
the way are its coarser classes. Only words and their classes are written, no text of the corpus.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix

from doichieu.languages import pack_of

WORD = re.compile(r"\w+|[^\w\s]")
LEAST = 4
"""Occurrences a word needs: below it the company is chance."""
CLASSES = 512
"""The last two hold what is rarer, and the ends of lines."""
ROUNDS = 8
OUT = Path(__file__).parents[1] / "src/doichieu/languages/vi/data/names/clusters.txt"
HEADER = (
    "# Words of Vietnamese news by the company they keep: word, its class as a way from the root of a tree.\n"
    "# Source: counted over 10,000 news articles by benchmarks/mine_names.py; compiled for the project, Apache-2.0.\n"
)


def main() -> int:
    """Write the classes."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    lines = lines_of(options.corpus)
    counts = Counter(word for line in lines for word in line)
    vocabulary = [word for word, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])) if count >= LEAST]
    classes = Classes(pairs_of(lines, {word: i for i, word in enumerate(vocabulary)}))
    for number in range(ROUNDS):
        print(f"round {number}: {classes.improve()} words moved", flush=True)
    ways = ways_of(classes.pairs, classes.sizes)
    rows = [f"{word}\t{ways[classes.of[i]]}\n" for i, word in enumerate(vocabulary)]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(HEADER + "".join(sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} words in {CLASSES} classes: {options.out}")
    return 0


def lines_of(corpus: Path) -> list[list[str]]:
    """Give the lines of the corpus as lists of words; numbers are all one word."""
    lines = []
    pack = pack_of("vi")
    if pack is None:
        raise LookupError("vi")
    spelling = pack.names.spelling
    with gzip.open(corpus, "rt", encoding="utf-8") as articles:
        for article in articles:
            for line in json.loads(article)["text"].split("\n"):
                words = [spelling(word) for word in WORD.findall(line)]
                if len(words) > 3 and not line.isupper():
                    lines.append(["0" if word.isdigit() else word for word in words])
    return lines


def pairs_of(lines: list[list[str]], number: dict[str, int]) -> csr_matrix:
    """Count which word stands behind which; the last two numbers are rarer words, and the ends of lines."""
    rare, edge = len(number), len(number) + 1
    left: list[int] = []
    for line in lines:
        left += [edge, *(number.get(word, rare) for word in line)]
    right = [*left[1:], edge]
    size = len(number) + 2
    return csr_matrix((np.ones(len(left)), (left, right)), shape=(size, size))


class Classes:
    """Words in classes, with how often one class stands behind another."""

    def __init__(self, pairs: csr_matrix) -> None:
        size = pairs.shape[0]
        self._after, self._before = rows_of(pairs), rows_of(pairs.T.tocsr())
        self._own = pairs.diagonal()
        self._count = np.asarray(pairs.sum(1)).ravel()
        self._order = np.argsort(-self._count[: size - 2], kind="stable")
        self.of = np.full(size, CLASSES - 1)
        self.of[self._order] = np.arange(size - 2) % (CLASSES - 2)
        self.of[size - 2] = CLASSES - 2
        cells = pairs.tocoo()
        self.pairs = np.zeros((CLASSES, CLASSES))
        np.add.at(self.pairs, (self.of[cells.row], self.of[cells.col]), cells.data)
        self.sizes = np.bincount(self.of, self._count, CLASSES)
        self._weight = weight(self.pairs)

    def improve(self) -> int:
        """Move each word to the class in which it tells most; give how many moved."""
        before = self.of.copy()
        for word in self._order:
            (after, times), (ahead, times_ahead) = self._after[word], self._before[word]
            right, left = (
                np.bincount(self.of[words], each, CLASSES) for words, each in ((after, times), (ahead, times_ahead))
            )
            right[self.of[word]] -= self._own[word]
            left[self.of[word]] -= self._own[word]
            self._put(word, self.of[word], right, left, -1)
            self.of[word] = np.argmax(self._gains(word, right, left))
            self._put(word, self.of[word], right, left, 1)
        return int((before != self.of).sum())

    def _put(self, word: int, which: int, right: np.ndarray, left: np.ndarray, sign: int) -> None:
        """Add a word's counts to a class, or take them away."""
        self.pairs[which] += sign * right
        self.pairs[:, which] += sign * left
        self.pairs[which, which] += sign * self._own[word]
        self.sizes[which] += sign * self._count[word]
        self._weight[which], self._weight[:, which] = weight(self.pairs[which]), weight(self.pairs[:, which])

    def _gains(self, word: int, right: np.ndarray, left: np.ndarray) -> np.ndarray:
        """Give what the likelihood gains by each class for a word that is in none."""
        free = CLASSES - 2
        i, j, each = np.flatnonzero(right), np.flatnonzero(left), np.arange(free)
        gains = (weight(self.pairs[:free, i] + right[i]) - self._weight[:free, i]).sum(1)
        gains += (weight(self.pairs[j, :free] + left[j, None]) - self._weight[j, :free]).sum(0)
        both, was = self.pairs[each, each], self._weight[each, each]
        gains -= weight(both + right[:free]) + weight(both + left[:free]) - 2 * was
        gains += weight(both + right[:free] + left[:free] + self._own[word]) - was
        result: np.ndarray = gains - 2 * (weight(self.sizes[:free] + self._count[word]) - weight(self.sizes[:free]))
        return result


def rows_of(matrix: csr_matrix) -> list[tuple[np.ndarray, np.ndarray]]:
    """Give the columns and the values of each row."""
    bounds = list(zip(matrix.indptr, matrix.indptr[1:], strict=False))
    return [(matrix.indices[start:end], matrix.data[start:end]) for start, end in bounds]


def weight(counts: np.ndarray) -> np.ndarray:
    """Give what counts weigh in the likelihood: n log n."""
    result: np.ndarray = counts * np.log(np.maximum(counts, 1))
    return result


def ways_of(pairs: np.ndarray, sizes: np.ndarray) -> list[str]:
    """Join the classes two by two, the cheapest pair first; give each class its way from the root, of 0 and 1."""
    pairs, sizes, count = pairs.copy(), sizes.copy(), len(pairs)
    ways, members, alive = [""] * count, [[i] for i in range(count)], np.ones(count, dtype=bool)
    costs = np.full((count, count), np.inf)
    for i in range(count - 1):
        costs[i, i + 1 :] = costs_of(pairs, sizes, i, np.arange(i + 1, count))
    for _ in range(count - 1):
        one, other = divmod(int(np.argmin(costs)), count)
        for sign, side in (("0", one), ("1", other)):
            for member in members[side]:
                ways[member] = sign + ways[member]
        members[one] += members[other]
        for axis in (pairs, pairs.T, sizes):
            axis[one] += axis[other]
            axis[other] = 0
        alive[other] = False
        costs[other], costs[:, other] = np.inf, np.inf
        rest = np.flatnonzero(alive)
        rest = rest[rest != one]
        fresh = costs_of(pairs, sizes, one, rest)
        costs[np.minimum(rest, one), np.maximum(rest, one)] = fresh
    return ways


def costs_of(pairs: np.ndarray, sizes: np.ndarray, one: int, others: np.ndarray) -> np.ndarray:
    """Give what the likelihood loses where a class is joined with each of the others."""
    cost = 2 * (weight(sizes[one] + sizes[others]) - weight(sizes[one]) - weight(sizes[others]))
    at = np.arange(len(others))
    for cells in (pairs, pairs.T):
        mine, theirs = cells[one][None, :], cells[others]
        lost = weight(np.broadcast_to(mine, theirs.shape)) + weight(theirs) - weight(mine + theirs)
        lost[:, one], lost[at, others] = 0, 0
        cost = cost + lost.sum(1)
    corner = (pairs[one, one], pairs[one, others], pairs[others, one], pairs[others, others])
    result: np.ndarray = cost + sum(map(weight, corner)) - weight(corner[0] + corner[1] + corner[2] + corner[3])
    return result


if __name__ == "__main__":
    sys.exit(main())
