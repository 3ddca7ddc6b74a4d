"""Fit the weights by which statements and figures of several articles are joined.

usage: python benchmarks/train_compare.py [--gold DIR] [--more DIR …] [--without STORY,…] [--out DIR]

Read are the annotated stories of DIR/dev, the further ones of annotations/stories.jsonl whose texts lie in DIR/dev too,
and those of ``--more``. Every story is taken twice: as annotated, and as this checkout
reads it, where notes that the annotation lacks are left aside. Pairs in one group are the examples, all other pairs
looked at the counter-examples.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from doichieu.compare.actors.resolving import resolve_actors
from doichieu.compare.dates import supply_dates
from doichieu.compare.overlap import overlaps
from doichieu.compare.quantities import likeness as figures
from doichieu.compare.quantities.counted import counts_of
from doichieu.compare.quantities.pairs import candidate_pairs
from doichieu.compare.utterances import likeness as statements
from doichieu.compare.utterances.joining import LEAST_WITHIN
from doichieu.compare.utterances.sayings import sayings_of
from doichieu.model import Story
from joined_gold import GoldStory, gold_stories
from stand_off import restore

OUT = Path(__file__).parents[1] / "src/doichieu/compare/data"
HEAD = "# Weights of a logistic model. Written by benchmarks/train_compare.py; Apache-2.0.\n"
LANGUAGE = "vi"
TAME = 1.0
"""Strength with which weights are drawn to 0 (L2); 0.3 to 5 give the same."""

Row = tuple[dict[str, float], bool]


def main() -> int:
    """Fit and write both models."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "gold")
    parser.add_argument(
        "--more", type=Path, nargs="*", default=[], help="folders of annotated stories beside those of stand_off.py"
    )
    parser.add_argument("--without", default="", help="stories to leave out, separated by commas")
    parser.add_argument("--out", type=Path, default=OUT)
    options = parser.parse_args()
    without = options.without.split(",")
    with tempfile.TemporaryDirectory() as folder:
        restore(options.gold / "dev", Path(folder))
        roots = [root for root in (options.gold / "dev", Path(folder), *options.more) if root.exists()]
        stories = [story for root in roots for story in gold_stories(root, without)]
    if not stories:
        print("no annotated stories there: nothing fitted")
        return 0
    for model, rows_of, evenly in ((statements.MODEL, statement_rows, False), (figures.MODEL, figure_rows, True)):
        samples = [list(rows_of(*known)) for story in stories for known in (annotated(story), as_read(story))]
        weights = fit([rows for rows in samples if rows], evenly=evenly)
        write(options.out / f"{model}.txt", weights)
        print(f"{model}: {sum(map(len, samples))} pairs of {len(stories)} stories")
    return 0


def annotated(story: GoldStory) -> tuple[Story, dict[str, str], GoldStory]:
    """Give a story with its notes as annotated, and each note's id as its own gold id."""
    readings = story.annotated()
    _, actors = resolve_actors(readings)
    notes = [note.id for reading in readings for note in reading.statements]
    notes += [note.id for reading in readings for note in reading.figures]
    return Story(id=story.name, readings=readings, actors=actors), {ident: ident for ident in notes}, story


def as_read(story: GoldStory) -> tuple[Story, dict[str, str], GoldStory]:
    """Give a story as the program reads it, and the gold id of each note that the annotation has too."""
    readings, actors = resolve_actors(supply_dates(story.readings))
    return Story(id=story.name, readings=readings, actors=actors), story.gold_ids(readings), story


def statement_rows(story: Story, known: dict[str, str], gold: GoldStory) -> Iterator[Row]:
    """Give the features of each pair of statements, and whether the two are the same."""
    sayings = sayings_of(story)
    for i, j, overlap in overlaps([saying.text for saying in sayings], LANGUAGE, LEAST_WITHIN):
        one, other = known.get(sayings[i].statement.id), known.get(sayings[j].statement.id)
        if one and other:
            yield statements.features(sayings[i], sayings[j], overlap), gold.same_statement(one, other)


def figure_rows(story: Story, known: dict[str, str], gold: GoldStory) -> Iterator[Row]:
    """Give the features of each pair of figures that is looked at, and whether the two are one quantity."""
    counts = counts_of(story)
    for i, j in candidate_pairs(counts):
        one, other = known.get(counts[i].figure.id), known.get(counts[j].figure.id)
        if one and other:
            yield figures.features(counts[i], counts[j]), gold.same_figure(one, other)


def fit(samples: list[list[Row]], *, evenly: bool) -> dict[str, float]:
    """Fit a logistic model; ``evenly``: a story with many pairs counts less for each (their root in all)."""
    names = list(samples[0][0][0])
    x = np.array([[float(row[name]) for name in names] for rows in samples for row, _ in rows])
    y = np.array([same for rows in samples for _, same in rows], dtype=float)
    each = np.array([len(rows) ** (-0.5 if evenly else 0.0) for rows in samples for _ in rows])
    each /= each.mean()
    tame = np.array([0.0 if name == "bias" else TAME for name in names])

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        score = np.clip(x @ weights, -30, 30)
        off = 1 / (1 + np.exp(-score)) - y
        value = (each * (np.logaddexp(0, score) - y * score)).sum() + (tame * weights**2).sum() / 2
        return float(value), x.T @ (each * off) + tame * weights

    found = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 500})
    return dict(zip(names, found.x.tolist(), strict=True))


def write(path: Path, weights: dict[str, float]) -> None:
    """Write a file of weights."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(HEAD + "".join(f"{name}\t{weight:.3f}\n" for name, weight in weights.items()), encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
