"""Measure the speed and peak memory of gathering from JSON Lines, HTML files and WARC, beside trafilatura alone.

usage: python benchmarks/gathering.py [--count 2000]

The pages are those of tests/gather/pages, each with a line of its own, in a folder that is removed at the end. Each
run has its own process: articles a second of one core, and how much memory grew between the first article and the last.
The peer is trafilatura with its metadata over the same HTML files, nothing else done.
"""

from __future__ import annotations

import argparse
import gzip
import json
import logging
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "gather" / "pages"))
from rendered import all_rendered

from doichieu.gather import gather
from doichieu.model import Article


def main() -> int:
    """Make the files, and measure each kind in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2000, help="number of pages")
    parser.add_argument("--run", choices=sorted(RUNS), help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    if options.run:
        RUNS[options.run](options.folder)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), options.count)
        for run in RUNS:
            subprocess.run([sys.executable, __file__, "--run", run, "--folder", folder], check=True)
    return 0


def make(folder: Path, count: int) -> None:
    """Write the same pages as HTML files, as WARC, and their articles ten times over as JSON Lines."""
    (folder / "html").mkdir()
    pages = all_rendered()
    with gzip.open(folder / "crawl.warc.gz", "wb", compresslevel=1) as crawl, (folder / "rows.jsonl").open("w") as rows:
        for number, page in enumerate(islice(cycle(pages), count)):
            text = page.page.replace("</h1>", f" ({number})</h1>").replace('rel="canonical"', 'rel="shortlink"')
            (folder / "html" / f"{number:06}.html").write_text(text, encoding="utf-8")
            crawl.write(record(f"https://tin.example/{number}.html", text.encode()))
            for copy in range(10):
                row = {"id": f"{number}-{copy}", "text": "\n".join((*page.lines, str(copy))), "outlet": "A"}
                rows.write(json.dumps(row | {"published": "2024-04-12T09:15:00+07:00"}, ensure_ascii=False) + "\n")


def record(address: str, page: bytes) -> bytes:
    """Give a record of a crawl."""
    sent = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nContent-Type: application/http\r\n"
    return f"{head}Content-Length: {len(sent)}\r\n\r\n".encode() + sent + b"\r\n\r\n"


def peer(paths: Iterable[Path]) -> Iterable[object]:
    """Give what trafilatura finds in each page."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - the other runs are measured without it

    return (bare_extraction(path.read_text(encoding="utf-8"), with_metadata=True) for path in paths)


def measure(what: str, items: Iterable[object], wanted: Callable[[object], bool]) -> None:
    """Take all items and print: how many, a second, and how memory grew after the first ones."""
    stream = iter(items)
    some = list(islice(stream, 70))  # lists and libraries load at the first pages
    start, before = time.process_time(), peak()
    count = sum(map(wanted, stream))
    seconds = time.process_time() - start
    more = len([item for item in some if wanted(item)])
    print(
        f"{what}: {count + more} articles, {count / seconds:,.0f} a second of one core, "
        f"peak {peak():.0f} MiB, {peak() - before:.0f} more than after the first 70",
        flush=True,
    )


def peak() -> float:
    """Give the process' peak memory in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def is_article(item: object) -> bool:
    """Say whether an item is an article and no problem."""
    return isinstance(item, Article)


RUNS: dict[str, Callable[[Path], None]] = {
    "lines": lambda folder: measure("JSON Lines", gather([str(folder / "rows.jsonl")]), is_article),
    "html": lambda folder: measure("HTML files", gather([str(folder / "html")]), is_article),
    "warc": lambda folder: measure("WARC, gzipped", gather([str(folder / "crawl.warc.gz")]), is_article),
    "peer": lambda folder: measure(
        "trafilatura alone, HTML files", peer(sorted((folder / "html").iterdir())), lambda item: item is not None
    ),
}

if __name__ == "__main__":
    sys.exit(main())
