"""Score reuse and origins on rewrites made for it: copied, cut, turned round, reworked, translated twice, told apart.

usage: python benchmarks/rewrites.py [--cases DIR] [--misses]

Each file of DIR (default tests/compare/rewrites) is one story: articles with their texts, the lines that each takes
from another article, and for the line that all of them tell the true origin of each. Prints precision, recall, F1 of

- lines: a line is found to be taken where passages cover half of its characters (from whichever article of its origin);
- sources: pairs of articles of which one is found to have a passage of the other;
- origins: pairs of articles that have the line from one origin.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from pathlib import Path

from doichieu.compare.comparison import compare_story
from doichieu.compare.reuse.origins import find_origins
from doichieu.compare.stories.grouping import Group
from doichieu.model import Article, Because, Evidence, Span, Story
from doichieu.read import read

CASES = Path(__file__).resolve().parents[1] / "tests" / "compare" / "rewrites"
COVERED = 0.5
Pair = tuple[str, str]


@dataclass(frozen=True)
class Rewrite:
    """An article, the lines that it takes (by number, from 1), each with its source, and the origin of one line."""

    article: Article
    taken: dict[int, str]
    line: int
    origin: str

    def lines(self) -> list[Span]:
        """Give the spans of the lines."""
        spans, start = [], 0
        for line in self.article.text.split("\n"):
            spans.append(Span(start, start + len(line)))
            start += len(line) + 1
        return spans


@dataclass
class Count:
    """What is found, what there is, and what is both."""

    right: set[object] = field(default_factory=set)
    said: set[object] = field(default_factory=set)
    true: set[object] = field(default_factory=set)

    def add(self, said: set[object], true: set[object]) -> None:
        """Count what is found of what there is."""
        self.right |= said & true
        self.said |= said
        self.true |= true

    @property
    def precision(self) -> float:
        """Share of what is found that is right."""
        return len(self.right) / len(self.said) if self.said else 1.0

    @property
    def recall(self) -> float:
        """Share of what there is that is found."""
        return len(self.right) / len(self.true) if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        return 2 * len(self.right) / (len(self.said) + len(self.true)) if self.said or self.true else 1.0


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--misses", action="store_true", help="list what is missed and what is wrong")
    options = parser.parse_args()
    for layer, count in score(options.cases).items():
        print(f"{layer:8} P {count.precision:.3f}  R {count.recall:.3f}  F1 {count.f1:.3f}  of {len(count.true)}")
        if options.misses:
            for what, rows in (("missed", count.true - count.said), ("wrong", count.said - count.true)):
                for row in sorted(rows, key=str):
                    print(f"  {what}: {row}")
    return 0


def score(cases: Path) -> dict[str, Count]:
    """Give the counts over all files of a folder, by layer."""
    counts = {"lines": Count(), "sources": Count(), "origins": Count()}
    for path in sorted(cases.glob("*.toml")):
        rewrites = list(load(path))
        readings = tuple(
            read(one.article) for one in sorted(rewrites, key=lambda one: (str(one.article.published), one.article.id))
        )
        story = compare_story(Group(path.stem, readings, (Because("the articles have many rare words in common"),)))
        for layer, (said, true) in found(story, rewrites).items():
            counts[layer].add({(path.stem, row) for row in said}, {(path.stem, row) for row in true})
    return counts


def load(path: Path) -> Iterator[Rewrite]:
    """Give the articles of a file."""
    for row in tomllib.loads(path.read_text(encoding="utf-8"))["article"]:
        published = row["published"]
        if not isinstance(published, datetime):
            raise TypeError(f"{path}: {row['id']} has no moment of publication")
        article = Article(
            id=row["id"], outlet=row["outlet"], published=published, text=row["text"].strip("\n"), language="vi"
        )
        taken = {int(line): source for line, source in row.get("from", {}).items()}
        yield Rewrite(article, taken, row["line"], row["origin"])


def found(story: Story, rewrites: list[Rewrite]) -> dict[str, tuple[set[object], set[object]]]:
    """Give, by layer, what the program says of a story and what is true."""
    covered = {one.article.id: _covered(story, one.article.id) for one in rewrites}
    taken: set[object] = set()
    for one in rewrites:
        for number, span in enumerate(one.lines(), start=1):
            if len(covered[one.article.id] & set(range(*span))) >= COVERED * (span.end - span.start):
                taken.add((one.article.id, number))
    sources = {_pair(reuse.source.article, reuse.target.article) for reuse in story.reuses}
    lines = [one.lines()[one.line - 1] for one in rewrites]
    evidence = tuple(
        sorted(Evidence(one.article.id, span.start, span.end) for one, span in zip(rewrites, lines, strict=True))
    )
    groups = [origin.articles for origin in find_origins(story, evidence)]
    return {
        "lines": (taken, {(one.article.id, line) for one in rewrites for line in one.taken}),
        "sources": (
            {pair for pair in sources if pair in _related(rewrites) or not _chained(pair, rewrites)},
            _related(rewrites),
        ),
        "origins": (
            {_pair(*pair) for group in groups for pair in combinations(group, 2)},
            {
                _pair(one.article.id, other.article.id)
                for one, other in combinations(rewrites, 2)
                if one.origin == other.origin
            },
        ),
    }


def _covered(story: Story, article: str) -> set[int]:
    spans = [reuse.target for reuse in story.reuses if reuse.target.article == article]
    return {offset for span in spans for offset in range(span.start, span.end)}


def _related(rewrites: list[Rewrite]) -> set[object]:
    return {_pair(one.article.id, source) for one in rewrites for source in one.taken.values()}


def _chained(pair: Pair, rewrites: list[Rewrite]) -> bool:
    """Say whether two articles both take from a third: a passage between them is right, and not asked for."""
    sources = {one.article.id: set(one.taken.values()) for one in rewrites}
    return bool(sources[pair[0]] & sources[pair[1]])


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)


if __name__ == "__main__":
    sys.exit(main())
