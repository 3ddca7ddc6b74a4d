"""Fit what the signs for a statement's speaker weigh, on annotated articles.

usage: python benchmarks/train_speakers.py [--gold DIR] [--corpus FILE] [--without STORY,…] [--out FILE]
       python benchmarks/train_speakers.py --cross-validate [--folds 5]

Read are the gold stories (DIR/dev) and the annotations of `annotations/stories.jsonl` and `annotations/corpus.jsonl`
whose texts lie in DIR/dev and in the corpus. An example is a statement that the rules found, with its candidates
(`read/statements/candidates.py`); right are those that name whom the annotation names. A log-linear model is fitted by
maximum likelihood with its weights drawn to 0 (L2), as in conditional logit (McFadden 1974).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from doichieu.evaluation.matching import plain, same_speakers
from doichieu.languages import pack_of
from doichieu.read.statements.candidates import Candidates
from doichieu.read.statements.choosing import SURER, weight_of
from doichieu.read.statements.layer import statements_by_rules
from joined_gold import GoldStory, gold_stories
from stand_off import restore, restore_single

LANGUAGE = "vi"
OUT = Path(__file__).parents[1] / "src/doichieu/languages/vi/data/statements/speaker_weights.txt"
HEAD = "# Weights of signs for who said a statement. Written by benchmarks/train_speakers.py; Apache-2.0.\n"
TAME = 3.0
"""Strength with which weights are drawn to 0; 1 to 6 differ by .003 in cross-validation."""
RAREST = 3
"""Candidates that must have a sign for it to be weighed."""

Speakers = tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A statement of a story: its candidates with their signs, which are right, and what the rules say."""

    story: str
    signs: list[list[str]]
    right: list[bool]
    """The choices to be learned: the names themselves where there are such choices."""
    taken: list[bool]
    """The choices that are taken for right in scoring."""
    rule: int
    """The choice of the rules."""


def main() -> int:
    """Fit, or measure by cross-validation."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, default=Path(__file__).resolve().parents[2] / "shared" / "gold")
    parser.add_argument("--corpus", type=Path, help="default DIR/../corpus/news-10k.jsonl.gz")
    parser.add_argument("--without", default="", help="stories to leave out, separated by commas")
    parser.add_argument("--out", type=Path, default=OUT)
    parser.add_argument("--cross-validate", action="store_true")
    parser.add_argument("--folds", type=int, default=5)
    options = parser.parse_args()
    corpus = options.corpus or options.gold.parent / "corpus" / "news-10k.jsonl.gz"
    with tempfile.TemporaryDirectory() as folder:
        roots = [options.gold / "dev", Path(folder) / "stories", Path(folder) / "single"]
        restore(roots[0], roots[1])
        restore_single(corpus, roots[2])
        stories = [story for root in roots if root.exists() for story in gold_stories(root, options.without.split(","))]
        examples = [example for story in stories for example in examples_of(story)]
    if not examples:
        print("no annotated articles there: nothing fitted")
        return 0
    if options.cross_validate:
        cross_validate(examples, options.folds)
        return 0
    weights = fit(examples)
    lines = "".join(f"{sign}\t{weights[sign]:.3f}\n" for sign in sorted(weights) if abs(weights[sign]) >= 0.005)
    options.out.write_text(HEAD + lines, encoding="utf-8")
    print(f"{len(examples)} statements of {len(stories)} stories, {len(lines.splitlines())} signs: {options.out}")
    return 0


def examples_of(story: GoldStory) -> Iterator[Example]:
    """Give an example for each statement that the rules found and that is annotated."""
    pack = pack_of(LANGUAGE)
    if pack is None:
        raise SystemExit(f"no language pack {LANGUAGE}")
    for reading in story.readings:
        layers = story.layers[reading.article.id]
        page, found = statements_by_rules(reading, pack)
        candidates, forms = Candidates(page, found), forms_of(layers)
        for number, entry in story.matched_statements(reading, found).items():
            gold = layers["statements"][entry]["speakers"]
            choices = candidates.of(number)
            told = list(choices)
            taken = [same_speakers(forms, gold, speakers) for speakers in told]
            right, rule = exactly(forms, gold, told, taken), told.index(found[number].speakers)
            yield Example(story.name, list(choices.values()), right, taken, rule)


def exactly(
    forms: Mapping[str, frozenset[str]], gold: Sequence[str], choices: Sequence[Speakers], taken: list[bool]
) -> list[bool]:
    """Say which right choices are the names themselves; where none is, which hold them."""
    named = [forms[name] for name in gold if name in forms]
    exact = [
        right and all(any(plain(one) in known for one in said) for known in named)
        for said, right in zip(choices, taken, strict=True)
    ]
    return exact if any(exact) else taken


def forms_of(layers: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    """Give the folded forms of each name of an annotated article."""
    forms: dict[str, set[str]] = defaultdict(set)
    for name in layers["names"]:
        forms[name["name"]] |= {plain(name["name"]), *map(plain, name["forms"])}
    return {name: frozenset(known) for name, known in forms.items()}


def fit(examples: Sequence[Example]) -> dict[str, float]:
    """Give the weights of signs under which the right candidates are the likeliest."""
    useful = [example for example in examples if any(example.right) and not all(example.right)]
    counts = Counter(sign for example in useful for signs in example.signs for sign in signs)
    places = {sign: n for n, sign in enumerate(sorted(sign for sign, count in counts.items() if count >= RAREST))}
    rows = [[places[sign] for sign in signs if sign in places] for example in useful for signs in example.signs]
    ends = np.cumsum([0, *map(len, rows)])
    flat = np.array([place for row in rows for place in row], dtype=np.int64)
    matrix = csr_matrix((np.ones(len(flat)), flat, ends), shape=(len(rows), len(places)))
    right = np.array([is_so for example in useful for is_so in example.right], dtype=float)
    sizes = np.array([len(example.right) for example in useful])
    weights = _most_likely(matrix, right, sizes)
    return {sign: float(weights[place]) for sign, place in places.items()}


def _most_likely(matrix: csr_matrix, right: NDArray[np.float64], sizes: NDArray[np.int64]) -> NDArray[np.float64]:
    starts, group = np.r_[0, np.cumsum(sizes)[:-1]], np.repeat(np.arange(len(sizes)), sizes)

    def loss(weights: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        scores = matrix @ weights
        parts = np.exp(scores - np.maximum.reduceat(scores, starts)[group])
        every, good = np.add.reduceat(parts, starts), np.add.reduceat(parts * right, starts)
        slope = matrix.T @ (parts / every[group] - parts * right / good[group])
        return float(TAME / 2 * weights @ weights - np.log(good / every).sum()), slope + TAME * weights

    found: NDArray[np.float64] = minimize(
        loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 300}
    ).x
    return found


def shares(examples: Sequence[Example], weights: Mapping[str, float]) -> dict[str, float]:
    """Give the shares of statements whose speakers are right, and are the names themselves: by rules and weighed."""
    counts: Counter[str] = Counter()
    for example in examples:
        scores = [weight_of(signs, weights) for signs in example.signs]
        best = scores.index(max(scores))
        surer = best if scores[best] - scores[example.rule] > SURER else example.rule
        for way, choice in (("rules", example.rule), ("weighed", surer)):
            counts[way] += example.taken[choice]
            counts[f"{way}, names"] += example.right[choice]
    return {way: count / len(examples) for way, count in counts.items()}


def cross_validate(examples: Sequence[Example], folds: int) -> None:
    """Print the share of right speakers, by the rules and by weights fitted on other stories."""
    names = sorted({example.story for example in examples})
    totals: Counter[str] = Counter()
    for fold in range(folds):
        held = set(names[fold::folds])
        scored = [example for example in examples if example.story in held]
        found = shares(scored, fit([example for example in examples if example.story not in held]))
        totals.update({way: share * len(scored) for way, share in found.items()})
        print(f"fold {fold}: {len(scored)} statements, {told(found)}", flush=True)
    print(f"all: {len(examples)} statements, {told({way: n / len(examples) for way, n in totals.items()})}")


def told(shares: Mapping[str, float]) -> str:
    """Give shares as words."""
    return ", ".join(f"{way} {share:.3f}" for way, share in shares.items())


if __name__ == "__main__":
    sys.exit(main())
