"""Measure how putting articles into stories as they come grows with how many there are: 1,000 to 100,000.

usage: python benchmarks/streaming.py [--corpus FILE.jsonl.gz] [--sizes 1000,10000,100000] [--most 2]

Articles come one at a time (``StoryStream.add``). Beyond the corpus' length its articles come again as others: every
capitalised word and every number in them is another one, drawn anew for each round, so that a round tells of other
people, places and amounts in the same kind of prose. Prints for each size, in a process of its own, the articles a
second of one core over all and over the last tenth, the stories found and the peak memory; ends with 1 where an article
of the last tenth of the largest size takes more than ``--most`` times the mean of the smallest. The corpus (JSON Lines,
gzipped) is not part of the project; where it is absent this says so and does nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

from doichieu.compare.stories.stream import StoryStream
from doichieu.model import Article, Reading

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "news-10k.jsonl.gz"
_WORD = re.compile(r"[^\W\d_]+|\d")
_STEP = 7919
"""Places in the list of words that each round moves on: a prime, so that neighbours of one round part in the next."""


def main() -> int:
    """Measure each size in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--sizes", default="1000,10000,100000")
    parser.add_argument("--most", type=float, default=2.0, help="most growth of the time for one article")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.corpus.exists():
        print(f"no corpus at {options.corpus}: nothing measured")
        return 0
    if options.one:
        print(json.dumps(measure(options.corpus, options.one)))
        return 0
    seconds: list[float] = []
    for size in options.sizes.split(","):
        command = [sys.executable, __file__, "--corpus", str(options.corpus), "--one", size]
        row = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        seconds.append(row["last"] if seconds else row["mean"])
        print(
            f"streaming: {int(size):7} articles, {1 / row['mean']:5.0f} a second of one core, the last tenth "
            f"{1 / row['last']:5.0f} a second, {row['stories']} stories, peak {row['peak']:.0f} MiB",
            flush=True,
        )
    growth = seconds[-1] / seconds[0]
    print(f"streaming: an article takes {growth:.2f} times as long at the end (at most {options.most:g})")
    return 0 if growth <= options.most else 1


def measure(corpus: Path, size: int) -> dict[str, float]:
    """Stream so many articles; give seconds for each, over all and over the last tenth, stories, and peak MiB."""
    stream = StoryStream()
    spent, last = 0.0, 0.0
    for number, article in enumerate(islice(varied(corpus), size)):
        start = time.process_time()
        stream.add(Reading(article=article))
        took = time.process_time() - start
        spent += took
        last += took if number >= size - size // 10 else 0.0
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"mean": spent / size, "last": last / (size // 10), "stories": len(stream.stories()), "peak": peak}


def varied(corpus: Path) -> Iterator[Article]:
    """Give the articles of the corpus, then the same with other names and numbers, for ever."""
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        texts = [str(json.loads(line)["text"]) for line in lines]
    names = sorted({word for text in texts for word in _WORD.findall(text) if word[0].isupper()})
    place = {name: at for at, name in enumerate(names)}
    for turn in count():
        other = partial(_other, turn, names, place)
        for number, text in enumerate(texts):
            told = _WORD.sub(other, text)
            yield Article(id=f"{turn}-{number:05}", text=told, language="vi")


def _other(turn: int, names: list[str], place: dict[str, int], match: re.Match[str]) -> str:
    """Give another name or digit in place of one; the same in the first round."""
    word = match[0]
    if word.isdigit():
        return str((int(word) * 3**turn + turn) % 10)
    return names[(place[word] + turn * _STEP) % len(names)] if word in place else word


if __name__ == "__main__":
    sys.exit(main())
