"""Measure how adding, searching and changes grow with a library: 1,000 articles, 10,000, 100,000.

usage: python benchmarks/library.py [--corpus FILE.jsonl.gz] [--sizes 1000,10000,100000] [--store postgresql://…]

The articles are those of the corpus, read once, and copies of them in which words of one length and frequency change
places, other ones in each copy: as varied as the corpus, with all spans where they were. They are published at
``--rate`` a day. A library is filled, comparing left for later; then, in a process of its own, ``--probe`` further
articles are added one by one with all that belongs to it but reading, which takes the same time whatever is there.
Prints for each size the median and the 95th of a hundred, in milliseconds of one core, and the process' peak memory.

The corpus is not part of the project; where it is absent this says so and does nothing.
"""

from __future__ import annotations

import argparse
import gzip
import json
import pickle
import random
import re
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from doichieu.engines import read_all
from doichieu.library.adding import keep
from doichieu.library.reports import changes_since
from doichieu.library.searching import find
from doichieu.model import Article, Reading
from doichieu.pipeline import read_article
from doichieu.store import Store, open_store

BEGIN = datetime(2030, 1, 1, tzinfo=UTC)
OUTLETS = 40
WORD = re.compile(r"[^\W\d_]+|\d")
QUERIES = ("da nang", '"thủ tướng"', "nga*", '"ho chi minh" -covid', "giá vàng")
Step = tuple[Article, Reading]


def main() -> int:
    """Fill a library for each size, measure it, and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    default = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "news-10k.jsonl.gz"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--sizes", default="1000,10000,100000", help="rising; one library grows from one to the next")
    parser.add_argument("--base", type=int, default=10_000, help="articles of the corpus that are read")
    parser.add_argument("--rate", type=int, default=300, help="articles published a day")
    parser.add_argument("--probe", type=int, default=200, help="articles added one by one")
    parser.add_argument("--readings", type=Path, help="keep the readings of the corpus here, between runs")
    parser.add_argument("--store", help="an empty database instead of a file")
    parser.add_argument("--measure", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        measure(options.store, options.measure)
        return 0
    if not options.corpus.exists():
        print(f"no corpus at {options.corpus}: nothing measured")
        return 0
    with TemporaryDirectory() as folder:
        run(options, Path(folder))
    return 0


def run(options: argparse.Namespace, folder: Path) -> None:
    """Let one library grow from size to size, and measure it at each."""
    stream = steps(readings_of(options), options.rate)
    place = options.store or str(folder / "library.db")
    count = 0
    for size in map(int, options.sizes.split(",")):
        start = time.perf_counter()
        with open_store(place, new=True) as store:
            fill(store, islice(stream, size - count))
        print(f"filled to {size:,} in {time.perf_counter() - start:.0f} s", flush=True)
        probe = folder / "probe.pickle"
        probe.write_bytes(pickle.dumps(list(islice(stream, options.probe))))
        count = size + options.probe
        command = [sys.executable, __file__, "--measure", str(probe), "--store", place]
        subprocess.run(command, check=True)


def readings_of(options: argparse.Namespace) -> list[Reading]:
    """Give the readings of the corpus' first articles, kept from an earlier run where there is one."""
    if options.readings and options.readings.exists():
        found: list[Reading] = pickle.loads(options.readings.read_bytes())[: options.base]  # noqa: S301 - our own file
        return found
    with gzip.open(options.corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in islice(lines, options.base)]
    articles = [Article(id=row["id"], text=row["text"], title=row["title"], language="vi") for row in rows]
    readings = [one for one in read_all(read_article, articles, jobs=2) if isinstance(one, Reading)]
    if options.readings:
        options.readings.write_bytes(pickle.dumps(readings))
    return readings


def steps(readings: list[Reading], rate: int) -> Iterator[Step]:
    """Give the readings, and other copies of them without end, each published a little later than the one before."""
    classes = word_classes(readings)
    number = 0
    while True:
        copy = number // len(readings)
        change = other_words(classes, copy) if copy else lambda text: text
        for reading in readings:
            ident = f"{number:07}"
            published = BEGIN + timedelta(days=number / rate)
            yield varied(reading, ident, published, change)
            number += 1


def word_classes(readings: list[Reading]) -> list[list[str]]:
    """Give the words of a pile in classes of one length, one beginning and about one frequency."""
    counts = Counter(word for reading in readings for word in WORD.findall(reading.text))
    classes = defaultdict(list)
    for word, count in counts.items():
        if not word.isdigit() and count < len(readings):  # what most articles hold is grammar: it stays
            classes[len(word), word[0].isupper(), count.bit_length()].append(word)
    return [sorted(words) for _, words in sorted(classes.items())]


def other_words(classes: list[list[str]], copy: int) -> Callable[[str], str]:
    """Give a function that puts other words into a text: those of one class change places, as a number says."""
    shuffler = random.Random(copy)
    table: dict[str, str] = {}
    for words in classes:
        table.update(zip(words, shuffler.sample(words, len(words)), strict=True))
    return lambda text: WORD.sub(lambda match: table.get(match[0], match[0]), text)


def varied(reading: Reading, ident: str, published: datetime, change: Callable[[str], str]) -> Step:
    """Give a copy of a reading: other words at the same places."""
    old = reading.article
    text = change(reading.text)
    outlet = f"Báo {int(ident) * 7919 % OUTLETS}"
    article = replace(old, id=ident, text=text, title=change(old.title or ""), published=published, outlet=outlet)
    return article, replace(
        reading,
        article=article,
        mentions=tuple(replace(one, actor=change(one.actor)) for one in reading.mentions),
        statements=tuple(
            replace(one, id=f"{ident}#s{number}", speakers=tuple(map(change, one.speakers)))
            for number, one in enumerate(reading.statements)
        ),
        figures=tuple(
            replace(
                one, id=f"{ident}#f{number}", what=change(one.what), according_to=tuple(map(change, one.according_to))
            )
            for number, one in enumerate(reading.figures)
        ),
    )


def fill(store: Store, stream: Iterator[Step]) -> None:
    """Add articles, some hundreds together."""
    if store.database.dialect == "sqlite":
        store.database.rows("PRAGMA synchronous = OFF")  # what is thrown away need not be safe
    while some := list(islice(stream, 480)):
        keep(store, list(some), "benchmark", seen(some[-1][0]), later=True)


def seen(article: Article) -> str:
    """Give the time at which an article is added: when it is published."""
    return (article.published or BEGIN).strftime("%Y-%m-%dT%H:%M:%SZ")


def measure(place: str, probe: Path) -> None:
    """Measure one library and print a line."""
    articles: list[Step] = pickle.loads(probe.read_bytes())  # noqa: S301 - written by this program
    with open_store(place) as store:
        keep(store, list(articles[:1]), "benchmark", seen(articles[0][0]))  # code and lists load at the first article
        half = len(articles) // 2
        keeping = [add(store, one, later=True) for one in articles[1:half]]
        adding = [add(store, one, later=False) for one in articles[half:]]
        searching = [timed(lambda query=query: find(store, query)) for query in QUERIES for _ in range(5)]  # type: ignore[misc]
        since = seen(articles[0][0])
        changes = [timed(lambda: changes_since(store, since)) for _ in range(5)]
        listing = [timed(lambda: store.stories.find(limit=50)) for _ in range(5)]
        size = store.database.size() / (1 << 20)
        print(
            f"{store.articles.count():,} articles, {store.stories.count(least=2):,} stories of two and more: adding "
            f"{spread(adding)}, without comparing {spread(keeping)}, searching {spread(searching)}, "
            f"changes {spread(changes)}, list {spread(listing)}; "
            f"peak {peak_memory():.0f} MiB, on disk {size:,.0f} MiB",
            flush=True,
        )


def add(store: Store, one: Step, *, later: bool) -> float:
    """Give the milliseconds that adding one article takes."""
    return timed(lambda: keep(store, [one], "benchmark", seen(one[0]), later=later))


def peak_memory() -> float:
    """Give the MiB that this process held at most; on Linux not counting the one that started it."""
    status = Path("/proc/self/status")
    if status.exists() and (match := re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))):
        return int(match[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def timed(work: Callable[[], object]) -> float:
    """Give the milliseconds of one core that some work takes; those of the clock depend on what else runs."""
    start = time.process_time()
    work()
    return (time.process_time() - start) * 1000


def spread(times: list[float]) -> str:
    """Give median and 95th of a hundred."""
    return f"{statistics.median(times):.1f} ms (95%: {statistics.quantiles(times, n=20, method='inclusive')[-1]:.1f})"


if __name__ == "__main__":
    sys.exit(main())
