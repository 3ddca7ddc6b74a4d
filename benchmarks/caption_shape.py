"""Fit how much place and shape speak for a caption (the pack's data/zones/caption_shape.txt) on marked articles.

usage: python benchmarks/caption_shape.py [--gold DIR] [--without STORY,…] [--articles ARTICLES.jsonl.gz] [--folds 10]

The articles are those of DIR/dev with gold zones and those of annotations/articles.jsonl. Logistic regression in two
steps: on articles that credit their pictures (what stands before a credit is a caption; for captions without a stop
the stop is taken away), then on the marked articles, drawn towards what the first gave. `--measure` prints what stories
left out in turn give, precision, recall and F1 in characters, and writes nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from annotated import ANNOTATIONS, Annotated, apart_articles, gold_articles
from captions import segments
from doichieu.languages import LanguagePack, pack_of
from doichieu.model import Span
from doichieu.read.view import view_of
from doichieu.read.zones.caption_shape import Surroundings, closed_features
from doichieu.read.zones.caption_words import caption_scores
from doichieu.read.zones.captions import SURE_CLOSED, SURE_OPEN, Candidate, CaptionFinder
from doichieu.read.zones.layer import lines_of, page_marks

OUT = Path(__file__).parents[1] / "src/doichieu/languages/vi/data/zones/caption_shape.txt"

PENALTY = {"closed": 1.0, "open": 4.0}
PLACE = frozenset({"first", "first words", "last", "unended", "lead"})
"""What articles laid out in another way than the stories cannot tell."""
MOST_ARTICLES = 4000
Row = tuple[str, dict[str, float], bool, int]
"""The story, the features, whether it is a caption, its length."""
Floats = NDArray[np.float64]


def main() -> int:
    """Read the stories, fit, print or write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "gold")
    parser.add_argument("--articles", type=Path, help="default: DIR/../corpus/news-10k.jsonl.gz")
    parser.add_argument("--without", default="", help="stories to leave out, separated by commas")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--folds", type=int, default=10)
    options = parser.parse_args()
    pack = pack_of("vi")
    if pack is None:
        return 1
    corpus = options.articles or options.gold.parent / "corpus" / "news-10k.jsonl.gz"
    rows = marked_rows(options.gold, corpus, set(filter(None, options.without.split(","))), pack)
    credited = credited_rows(corpus, pack)
    weights: dict[str, float] = {}
    for group, sure in (("closed", SURE_CLOSED), ("open", SURE_OPEN)):
        names = {name for row in rows[group] for name in row[1]}
        prior = dict.fromkeys(names, 0.0) | fit(credited[group], dict.fromkeys(credited[group][0][1], 0.0), 1.0)
        prior = {name: 0.0 if name in PLACE else value for name, value in prior.items()}
        if options.measure:
            report(group, rows[group], held_out(rows[group], prior, PENALTY[group], options.folds), sure)
        weights |= {f"{group}: {name}": value for name, value in fit(rows[group], prior, PENALTY[group]).items()}
    if not options.measure:
        head = [line for line in options.out.read_text(encoding="utf-8").splitlines(True) if line.startswith("#")]
        lines = [f"{name}\t{value:.2f}\n" for name, value in weights.items()]
        options.out.write_text("".join(head + lines), encoding="utf-8")
    return 0


def marked_rows(gold: Path, corpus: Path, without: set[str], pack: LanguagePack) -> dict[str, list[Row]]:
    """Give the candidates of all marked articles but those of the stories left out."""
    rows: dict[str, list[Row]] = {"closed": [], "open": []}
    marked = [*gold_articles(gold / "dev", "all"), *apart_articles(ANNOTATIONS, gold / "dev", "all", corpus)[0]]
    for article in marked:
        if article.story not in without:
            for group, row in article_rows(article, pack):
                rows[group].append(row)
    return rows


def article_rows(article: Annotated, pack: LanguagePack) -> Iterator[tuple[str, Row]]:
    """Give the candidates of one article, with what the marked zones say of them."""
    view = view_of(article.text)
    if view.offsets is not None:
        return  # where offsets move a caption's end cannot be compared
    text, story = view.text, article.story
    marked = {offset for start, end, _ in article.zones for offset in range(start, end)}
    ends = {end for _, end, _ in article.zones}
    parts, found, lead = page_marks(text, lines_of(text), None, pack)
    finder = CaptionFinder(text, pack)
    for item in finder.look(parts, found, lead):
        if isinstance(item, Candidate):
            length = item.span.end - item.span.start
            share = sum(offset in marked for offset in range(*item.span)) / length
            if share < 0.1 or share > 0.6:
                yield "closed", (story, {key: float(v) for key, v in item.features.items()}, share > 0.6, length)
    for sentence in finder.sentences(parts, found, lead):
        yield from (("open", row) for row in open_rows(finder, sentence, ends, marked, story))


def credited_rows(path: Path, pack: LanguagePack) -> dict[str, list[Row]]:
    """Give the candidates of articles that credit their pictures."""
    rows: dict[str, list[Row]] = {"closed": [], "open": []}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in islice(lines, MOST_ARTICLES):
            text = view_of(json.loads(line)["text"]).text
            found = [row for row in segments(text, pack) if 8 <= len(row[0]) <= 350]
            if any(credited for _, credited in found):
                rows["closed"] += whole_rows(text.split("\n")[:2], found, pack)
                rows["open"] += run_on_rows(found, pack)
    return rows


def whole_rows(head: list[str], found: list[tuple[str, bool]], pack: LanguagePack) -> Iterator[Row]:
    """Give each line as a candidate among the others, the credits gone."""
    spans: list[Span] = []
    lines = [*head, *(words for words, _ in found)]
    for words in lines:
        start = spans[-1].end + 1 if spans else 0
        spans.append(Span(start, start + len(words)))
    around = Surroundings("\n".join(lines), pack.zones)
    for number, (words, credited) in enumerate(found, len(head)):
        scores = caption_scores(words, pack.zones.caption_words, -math.inf) or (0.0, 0.0)
        shape = closed_features(around, spans[number], *scores)
        kept = {name: float(value) for name, value in shape.items() if name not in PLACE}
        yield "", kept, credited, len(words)


def run_on_rows(found: list[tuple[str, bool]], pack: LanguagePack) -> Iterator[Row]:
    """Give each caption run into the line behind it, and the lines alone."""
    for (words, credited), (behind, other) in zip(found, [*found[1:], ("", True)], strict=True):
        if other or words[-1:] in "!?:" or not words:
            continue
        caption = words.rstrip(". ")
        text = f"{caption} {behind}" if credited else words
        finder = CaptionFinder(text, pack)
        for offset, shape in finder.borders(Span(0, len(text))):
            features = {key: float(value) for key, value in shape.items()}
            features["words"] = finder.words_before(Span(0, len(text)), offset)
            right = credited and offset == len(caption) + 1
            yield "", features, right, offset - 1
            if right:
                break


def open_rows(finder: CaptionFinder, sentence: Span, ends: set[int], marked: set[int], story: str) -> Iterator[Row]:
    """Give the places at which a caption without a stop may end in a sentence; behind one it begins anew."""
    begin = sentence.start
    while True:
        for offset, shape in finder.borders(Span(begin, sentence.end)):
            end = offset - 1
            caption = end in ends and begin in marked
            if caption or begin not in marked:
                features = {key: float(value) for key, value in shape.items()}
                features["words"] = finder.words_before(Span(begin, sentence.end), offset)
                yield story, features, caption, end - begin
            if caption:
                begin = offset
                break
        else:
            return


def fit(rows: Sequence[Row], prior: Mapping[str, float], penalty: float) -> dict[str, float]:
    """Fit a logistic regression with an L2 penalty for leaving the prior; all but the bias are penalised."""
    names = sorted(prior)
    matrix = np.array([[row[1].get(name, 0.0) for name in names] for row in rows])
    labels = np.array([float(row[2]) for row in rows])
    start = np.array([prior[name] for name in names])
    strength = np.array([0.01 if name == "bias" else penalty for name in names])

    def loss(weights: Floats) -> tuple[float, Floats]:
        chance = 1 / (1 + np.exp(-np.clip(matrix @ weights, -30, 30)))
        likely = labels * np.log(chance + 1e-12) + (1 - labels) * np.log(1 - chance + 1e-12)
        gone = weights - start
        slope = matrix.T @ (chance - labels) + strength * gone
        return float(-likely.sum() + (strength * gone * gone).sum() / 2), slope

    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {name: float(weight) for name, weight in zip(names, found, strict=True)}


def held_out(rows: Sequence[Row], prior: Mapping[str, float], penalty: float, folds: int) -> list[float]:
    """Give the log odds of each row by weights fitted on other stories."""
    stories = sorted({row[0] for row in rows})
    odds = [0.0] * len(rows)
    for fold in range(folds):
        out = set(stories[fold::folds])
        weights = fit([row for row in rows if row[0] not in out], prior, penalty)
        for number, row in enumerate(rows):
            if row[0] in out:
                odds[number] = sum(weights[name] * value for name, value in row[1].items())
    return odds


def report(group: str, rows: Sequence[Row], odds: Sequence[float], sure: float) -> None:
    """Print precision, recall and F1 in characters at several thresholds."""
    total = sum(row[3] for row in rows if row[2])
    print(f"{group}: {len(rows)} candidates, {sum(row[2] for row in rows)} captions of {total} characters")
    for least in sorted({sure, -2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0}):
        said = [row for row, value in zip(rows, odds, strict=True) if value > least]
        right = sum(row[3] for row in said if row[2])
        given = sum(row[3] for row in said)
        if given and total:
            print(f"  {least:5.1f}  P {right / given:.2f}  R {right / total:.2f}  F1 {2 * right / (given + total):.2f}")


if __name__ == "__main__":
    sys.exit(main())
