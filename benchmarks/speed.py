"""Measure speed and peak memory of reading, beside a peer, and of grouping. Each run has a process of its own.

usage: python benchmarks/speed.py [--corpus FILE.jsonl.gz] [--grouped 1000,10000] [--read 200]

The corpus (JSON Lines, gzipped) is not part of the project; where it is absent this says so and does nothing. Articles
beyond the corpus' length are its own again under other ids. The peer is underthesea's ``ner``, the nearest thing to
our names layer alone; where it is not installed its line says so.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from importlib.util import find_spec
from itertools import cycle, islice
from pathlib import Path

from doichieu.compare.stories.grouping import group_stories
from doichieu.model import Article, Reading
from doichieu.read import read


def main() -> int:
    """Measure and print a line for each run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "news-10k.jsonl.gz"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--grouped", default="1000,10000", help="numbers of articles to group")
    parser.add_argument("--read", type=int, default=200, help="number of articles to read")
    parser.add_argument("--run", choices=sorted(RUNS), help=argparse.SUPPRESS)
    parser.add_argument("--count", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"no corpus at {options.corpus}: nothing measured")
        return 0
    if options.run:
        RUNS[options.run](list(articles(options.corpus, options.count)))
        return 0
    runs = [("read", options.read), ("peer", options.read)] + [("group", int(n)) for n in options.grouped.split(",")]
    for run, count in runs:
        command = [sys.executable, __file__, "--corpus", str(options.corpus), "--run", run, "--count", str(count)]
        subprocess.run(command, check=True)
    return 0


def articles(corpus: Path, count: int) -> Iterator[Article]:
    """Give so many articles of the corpus, over again under other ids when it is at its end."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for number, row in enumerate(islice(cycle(rows), count)):
        # A second copy of an article would be a story of two: other words at its end keep it apart a little.
        text = f"{row['text']}\n{number // len(rows)}" if number >= len(rows) else row["text"]
        yield Article(id=f"{number:06}", text=text, language="vi")


def measure_reading(some: list[Article]) -> None:
    """Read articles, all layers."""
    read(some[0])  # lists and models load at the first article
    measure(
        "reading, all layers", len(some), lambda: sum(len(read(article).sentences) for article in some), "sentences"
    )


def measure_peer(some: list[Article]) -> None:
    """Let underthesea find names in the same articles, a line at a time: it slows down on long texts."""
    if find_spec("underthesea") is None:
        print("underthesea's ner: not installed (pip install underthesea)")
        return
    ner = import_module("underthesea").ner
    lines = [line for article in some for line in article.text.splitlines() if line.strip()]
    ner(lines[0])
    measure("underthesea's ner", len(some), lambda: sum(len(ner(line)) for line in lines), "tokens")


def measure_grouping(some: list[Article]) -> None:
    """Group articles into stories."""
    pile = [Reading(article=article) for article in some]
    measure("grouping", len(some), lambda: len(group_stories(pile)), "stories")


def measure(what: str, count: int, work: Callable[[], int], found: str) -> None:
    """Run and print: articles, seconds, articles a second, what it gave, and the process' peak memory in MiB."""
    start = time.process_time()
    gave = work()
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what}: {count} articles in {seconds:.1f} s of one core, {count / seconds:.1f} a second, "
        f"{gave} {found}, peak {peak:.0f} MiB",
        flush=True,
    )


RUNS = {"read": measure_reading, "peer": measure_peer, "group": measure_grouping}

if __name__ == "__main__":
    sys.exit(main())
