"""Fit the word weights of captions (the Vietnamese pack's data/zones/caption_words.txt) on articles that credit them.

usage: python benchmarks/captions.py ARTICLES.jsonl.gz OUT.txt

What stands right before a picture's credit is a caption, and so are the few lines behind the author's name where that
has a line of its own. Other sentences that look like one after the first fit are taken for captions as well, doubtful
ones are left out; three rounds. Logistic regression, L2 penalty.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from doichieu.languages import LanguagePack, pack_of
from doichieu.model import Span, strip_span
from doichieu.read.view import view_of
from doichieu.read.zones.bylines import is_author
from doichieu.read.zones.caption_words import features
from doichieu.read.zones.marks import MarkList, add_marks

LEAST_SEEN, PENALTY, LEAST_WEIGHT, ROUNDS = 15, 6.0, 0.2, 3
MOST_BEHIND = 6
PICTURED = ("credit", "stock", "picture")
Floats = NDArray[np.float64]


def main() -> int:
    """Read the articles, fit, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    pack = pack_of("vi")
    if pack is None:
        return 1
    rows: list[tuple[list[str], bool]] = []
    with gzip.open(options.articles, "rt", encoding="utf-8") as lines:
        for line in lines:
            every = behind_author(list(segments(view_of(json.loads(line)["text"]).text, pack)), pack)
            found = [row for row in every if 8 <= len(row[0]) <= 350]
            if any(credited for _, credited in found):
                rows += [(sorted(set(features(words))), credited) for words, credited in found]
    weights = fit(rows)
    kept = sorted(name for name in weights if abs(weights[name]) >= LEAST_WEIGHT or name == "bias")
    options.out.write_text("".join(f"{name}\t{weights[name]:.2f}\n" for name in kept), encoding="utf-8")
    print(f"{len(rows)} sentences, {sum(credited for _, credited in rows)} credited, {len(kept)} weights")
    return 0


def segments(text: str, pack: LanguagePack) -> Iterator[tuple[str, bool]]:
    """Give the lines behind the lead, cut at marks, and whether a picture's credit follows."""
    spans = [strip_span(text, *match.span()) for match in re.finditer(r"[^\n]+", text)]
    found: list[tuple[str, bool]] = []
    for line in spans[2:]:
        marks = MarkList()
        add_marks(marks, text, line, pack)
        inside = list(marks)
        if inside and inside[0].start == line.start and inside[0].rule in PICTURED and found:
            found[-1] = (found[-1][0], True)
        start = inside[0].end if inside and inside[0].start == line.start else line.start
        after = next((mark for mark in inside if mark.start > start), None)
        words = Span(start, after.start if after else line.end).of(text).strip(" -–|(")
        if words:
            found.append((words, after is not None and after.rule in PICTURED))
    yield from found


def behind_author(rows: list[tuple[str, bool]], pack: LanguagePack) -> list[tuple[str, bool]]:
    """Take the last lines for captions where a line of names parts them from the report; leave out that line."""
    for number in range(max(3, (len(rows) + 1) // 2), len(rows) - 1):
        behind = rows[number + 1 :]
        if len(behind) <= MOST_BEHIND and is_author(rows[number][0], pack.zones):
            return rows[:number] + [(words, credited or words[0].isalnum()) for words, credited in behind]
    return rows


def fit(rows: list[tuple[list[str], bool]]) -> dict[str, float]:
    """Give the weight of each feature."""
    seen = Counter(name for names, _ in rows for name in names)
    place = {name: number for number, name in enumerate(sorted(name for name in seen if seen[name] >= LEAST_SEEN))}
    cells = [(row, place[name]) for row, (names, _) in enumerate(rows) for name in names if name in place]
    matrix = csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(rows), len(place)))
    credited = np.array([float(label) for _, label in rows])
    labels, trust = credited.copy(), np.ones(len(rows))
    for _ in range(ROUNDS):
        weights = logistic(matrix, labels, trust)
        chance = 1 / (1 + np.exp(-(matrix @ weights)))
        labels = np.where((credited == 0) & (chance > 0.6), 1.0, credited)
        trust = np.where((credited == 0) & (chance > 0.25) & (chance <= 0.6), 0.0, 1.0)
        trust = np.where((credited == 1) & (chance < 0.02), 0.0, trust)
    return {name: float(weights[number]) for name, number in place.items()}


def logistic(matrix: csr_matrix, labels: Floats, trust: Floats) -> Floats:
    """Fit a logistic regression."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        chance = 1 / (1 + np.exp(-(matrix @ weights)))
        likely = labels * np.log(chance + 1e-12) + (1 - labels) * np.log(1 - chance + 1e-12)
        slope = matrix.T @ (trust * (chance - labels)) + PENALTY * weights
        return float(-(trust * likely).sum() + PENALTY * (weights @ weights) / 2), slope

    start = np.zeros(matrix.shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 120}).x)


if __name__ == "__main__":
    sys.exit(main())
