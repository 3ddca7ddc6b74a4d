"""Group the words of a news corpus by the company they keep: what the names layer knows of words it was never taught.

usage: python benchmarks/mine_names.py CORPUS.jsonl.gz [--out clusters.txt]

Each word as written (capitals kept) is described by the words on its two sides (positive pointwise mutual
information, reduced by a singular value decomposition); k-means then puts like words into like clusters. Only words,
their cluster numbers and no text of the corpus are written.
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
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

from doichieu.languages import pack_of

WORD = re.compile(r"\w+|[^\w\s]")
LEAST = 4
"""Occurrences a word needs: below it the company is chance."""
CONTEXTS = 4000
DIMENSIONS = 64
FINE, COARSE = 512, 48
OUT = Path(__file__).parents[1] / "src/doichieu/languages/vi/data/names/clusters.txt"
HEADER = (
    "# Words of Vietnamese news by the company they keep: word, cluster of 512, cluster of 48.\n"
    "# Source: counted over 10,000 news articles by benchmarks/mine_names.py; compiled for the project, Apache-2.0.\n"
)


def main() -> int:
    """Write the clusters."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    vocabulary, vectors = embed(list(lines_of(options.corpus)))
    fine, centres = k_means(vectors, FINE)
    coarse, _ = k_means(centres, COARSE)
    rows = [f"{word}\t{fine[i]}\t{coarse[fine[i]]}\n" for i, word in enumerate(vocabulary)]
    options.out.parent.mkdir(parents=True, exist_ok=True)
    options.out.write_text(HEADER + "".join(sorted(rows)), encoding="utf-8")
    print(f"{len(rows)} words in {FINE} clusters: {options.out}")
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


def embed(lines: list[list[str]]) -> tuple[list[str], np.ndarray]:
    """Give the words that are frequent enough, in order of frequency, and a unit vector for each."""
    counts = Counter(word for line in lines for word in line)
    vocabulary = [word for word, count in sorted(counts.items(), key=lambda row: (-row[1], row[0])) if count >= LEAST]
    number = {word: i for i, word in enumerate(vocabulary)}
    matrix = neighbours(lines, number)
    total = matrix.sum()
    words, contexts = np.asarray(matrix.sum(1)).ravel(), np.asarray(matrix.sum(0)).ravel()
    cells = matrix.tocoo()
    information = np.log(
        cells.data * total / (words[cells.row] * (contexts[cells.col] ** 0.75) * contexts.sum() ** 0.25)
    )
    keep = information > 0
    positive = csr_matrix((information[keep], (cells.row[keep], cells.col[keep])), shape=matrix.shape)
    left, strength, _ = svds(positive, k=DIMENSIONS, v0=np.ones(min(positive.shape)), random_state=1)
    vectors = left @ np.diag(np.sqrt(strength))
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vocabulary, vectors / np.maximum(lengths, 1e-9)


def neighbours(lines: list[list[str]], number: dict[str, int]) -> csr_matrix:
    """Count for each word which frequent words stand one and two places to its left and right."""
    rows: list[int] = []
    columns: list[int] = []
    for line in lines:
        ids = [number.get(word, -1) for word in line]
        for offset, base in ((-2, 0), (-1, 1), (1, 2), (2, 3)):
            for i, word in enumerate(ids):
                j = i + offset
                other = ids[j] if 0 <= j < len(ids) else CONTEXTS - 1
                if word >= 0 and 0 <= other < CONTEXTS:
                    rows.append(word)
                    columns.append(base * CONTEXTS + other)
    shape = (len(number), 4 * CONTEXTS)
    return coo_matrix((np.ones(len(rows), dtype=np.float64), (rows, columns)), shape=shape).tocsr()


def k_means(vectors: np.ndarray, count: int, rounds: int = 25) -> tuple[np.ndarray, np.ndarray]:
    """Give the cluster of each vector and the clusters' centres; starts from vectors picked by a fixed seed."""
    chance = np.random.default_rng(7)
    centres = vectors[chance.choice(len(vectors), count, replace=False)]
    nearest = np.zeros(len(vectors), dtype=int)
    for _ in range(rounds):
        nearest = np.argmax(vectors @ centres.T, axis=1)
        sums = np.zeros_like(centres)
        np.add.at(sums, nearest, vectors)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        centres = np.where(lengths > 0, sums / np.maximum(lengths, 1e-9), centres)
    return nearest, centres


if __name__ == "__main__":
    sys.exit(main())
