"""Measure how long comparing one story takes: of 50 articles, of 500.

usage: python benchmarks/large_story.py [--sizes 50,500] [--limits 5,60]

The articles of `examples/bao-so-7` are told again and again, each copy with sentences left out, others turned round,
and with other numbers here and there, so that no two are equal and all tell of one thing. Prints for each size, in a
process of its own, the seconds of one core that comparing (not reading) takes and the peak memory; ends with 1 where a
size takes longer than its limit.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from doichieu.compare.comparison import compare_story
from doichieu.compare.stories.grouping import Group
from doichieu.gather import gather
from doichieu.model import Article, Because
from doichieu.read import read

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "bao-so-7" / "articles"
FIRST = datetime(2031, 9, 1, 6, tzinfo=UTC)
LEFT_OUT, OTHER_NUMBER = 0.25, 0.1
"""Parts of the sentences that a copy leaves out, and of those kept that get other numbers."""


def main() -> int:
    """Measure each size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="50,500")
    parser.add_argument("--limits", default="5,60", help="seconds")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(f"{measure(options.one):.2f}")
        return 0
    late = False
    for size, limit in zip(options.sizes.split(","), options.limits.split(","), strict=True):
        command = [sys.executable, __file__, "--one", size]
        told = subprocess.run(command, check=True, capture_output=True, text=True)
        seconds = float(told.stdout)
        late = late or seconds > float(limit)
        print(f"comparing a story of {size} articles: {seconds:.1f} s of one core (at most {limit}){told.stderr}")
    return int(late)


def measure(size: int) -> float:
    """Give the seconds that comparing a story of so many articles takes."""
    readings = tuple(read(article) for article in retold(size))
    group = Group("s:0", readings, (Because("most of the articles name {0}", ("a",)),))
    start = time.process_time()
    story = compare_story(group)
    seconds = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    statements = sum(len(reading.statements) for reading in readings)
    figures = sum(len(reading.figures) for reading in readings)
    sys.stderr.write(
        f": {statements} statements in {len(story.utterances)} utterances, {figures} figures in "
        f"{len(story.quantities)} quantities, {len(story.reuses)} passages, peak {peak:.0f} MiB"
    )
    return seconds


def retold(size: int) -> Iterator[Article]:
    """Give so many different articles on the example's story, the same ones each time."""
    originals = sorted((item for item in gather([str(EXAMPLE)]) if isinstance(item, Article)), key=lambda one: one.id)
    dice = random.Random(7)
    for number in range(size):
        base = originals[number % len(originals)]
        lines = [line for line in base.text.split("\n") if line.strip()]
        kept = [lines[0], *(_line(line, dice) for line in lines[1:] if dice.random() > LEFT_OUT)]
        moved = kept[1:]
        if len(moved) > 2 and dice.random() < 0.5:
            at = dice.randrange(len(moved) - 1)
            moved[at], moved[at + 1] = moved[at + 1], moved[at]
        yield replace(
            base,
            id=f"a{number:03}",
            outlet=f"báo {number % 40}",
            text="\n".join([kept[0], *moved]),
            published=FIRST + timedelta(minutes=17 * number),
            language="vi",
        )


def _line(line: str, dice: random.Random) -> str:
    if dice.random() > OTHER_NUMBER:
        return line
    return "".join(str((int(sign) + 1) % 10) if sign.isdigit() else sign for sign in line)


if __name__ == "__main__":
    sys.exit(main())
