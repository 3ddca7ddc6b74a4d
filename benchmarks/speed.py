"""Measure speed and peak memory of reading and of grouping, in articles a second on one core.

usage: python benchmarks/speed.py [--corpus FILE.jsonl.gz] [--grouped 1000,10000] [--read 200]

The corpus (JSON Lines, gzipped) is not part of the project; where it is absent this says so and does nothing. Articles
beyond the corpus' length are its own again under other ids, with a day of their own put in.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

from doichieu.compare.stories import group_stories
from doichieu.model import Article, Reading
from doichieu.read import read


def main() -> int:
    """Measure and print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "news-10k.jsonl.gz"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--grouped", default="1000,10000", help="numbers of articles to group")
    parser.add_argument("--read", type=int, default=200, help="number of articles to read")
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"no corpus at {options.corpus}: nothing measured")
        return 0
    for count in map(int, options.grouped.split(",")):
        pile = [Reading(article=article) for article in articles(options.corpus, count)]
        measure("grouping", count, lambda pile=pile: len(group_stories(pile)))
    some = list(articles(options.corpus, options.read))
    measure("reading", len(some), lambda: sum(len(read(article).sentences) for article in some))
    return 0


def articles(corpus: Path, count: int) -> Iterator[Article]:
    """Give so many articles of the corpus, over again under other ids when it is at its end."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for number, row in enumerate(islice(cycle(rows), count)):
        article = Article(id=f"{number:06}", text=row["text"], language="vi")
        # A second copy of an article would be a story of two: other words at its end keep it apart a little.
        yield replace(article, text=f"{article.text}\n{number // len(rows)}") if number >= len(rows) else article


def measure(what: str, count: int, work: object) -> None:
    """Run and print: articles, seconds, articles a second, what it gave, and peak memory so far in MiB."""
    start = time.process_time()
    gave = work() if callable(work) else None
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what}: {count} articles in {seconds:.1f} s of one core, {count / seconds:.0f} a second, "
        f"{gave} found, peak {peak:.0f} MiB",
        flush=True,
    )


if __name__ == "__main__":
    sys.exit(main())
