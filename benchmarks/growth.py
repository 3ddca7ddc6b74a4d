"""Measure how the time of reading grows with the length of one text, up to 5 MB: news, and texts made to hurt.

usage: python benchmarks/growth.py [--sizes 0.3,1.25,5] [--kinds news,quotes] [--most 1.5] [--limit 300]

Prints, for each text and size (MB of UTF-8), the seconds per MB of one core and the process' peak memory; ends with 1
where the time per MB grows by more than ``--most`` from the least size to the greatest. A size that would take longer
than ``--limit`` seconds, going by the size before, is left out and said to be. Each text has a process of its own.
"""

from __future__ import annotations

import argparse
import gc
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import count, cycle
from pathlib import Path

from doichieu.gather import gather
from doichieu.model import Article
from doichieu.read import read

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SYLLABLES = (
    "Ba",
    "Cúc",
    "Đào",
    "Giang",
    "Hạ",
    "Khê",
    "Lam",
    "Mận",
    "Ngân",
    "Ổi",
    "Phong",
    "Quế",
    "Sen",
    "Tám",
    "Vân",
    "Yến",
)
MEGA = 1_000_000


def main() -> int:
    """Measure every text asked for, each in its own process, and say whether all grew in line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="0.3,1.25,5", help="sizes in MB, rising")
    parser.add_argument("--kinds", default=",".join(TEXTS), help=f"of {', '.join(TEXTS)}")
    parser.add_argument("--most", type=float, default=1.5, help="most growth of the time per MB")
    parser.add_argument("--limit", type=float, default=300, help="most seconds for one text")
    parser.add_argument("--one", choices=sorted(TEXTS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        sizes = [float(size) for size in options.sizes.split(",")]
        return 0 if measure(options.one, sizes, options.limit) <= options.most else 1
    passed = [f"--sizes={options.sizes}", f"--limit={options.limit}", f"--most={options.most}"]
    commands = [[sys.executable, __file__, *passed, "--one", kind] for kind in options.kinds.split(",")]
    return max(subprocess.run(command, check=False).returncode for command in commands)


def measure(kind: str, sizes: list[float], limit: float) -> float:
    """Read the text at each size, print a line each, and give how much the time per MB grew."""
    read(Article(id="a", text="Ông Tám nói ngày 1/2 có 3 xe cháy ở Huế.", language="vi"))  # lists load at first use
    rates: list[float] = []
    for size in sizes:
        if rates and rates[-1] * size > limit:
            print(f"{kind:12} {size:5.2f} MB: left out, it would take more than {limit:.0f} s", flush=True)
            continue
        rates.append(seconds(TEXTS[kind], size) / size)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        growth = rates[-1] / rates[0]
        print(f"{kind:12} {size:5.2f} MB: {rates[-1]:7.2f} s/MB, × {growth:.2f}, peak {peak:.0f} MiB", flush=True)
    return rates[-1] / rates[0]


def seconds(text_of: Callable[[], Iterator[str]], size: float) -> float:
    """Give the processor seconds that reading so many MB takes."""
    article = Article(id="a", text=cut(text_of(), size), language="vi")
    gc.collect()
    start = time.process_time()
    read(article)
    return time.process_time() - start


def cut(pieces: Iterator[str], size: float) -> str:
    """Give the first so many MB of endless pieces.

    >>> cut(cycle(["ba "]), 0.000006)
    'ba ba '
    """
    taken: list[str] = []
    room = round(size * MEGA)
    for piece in pieces:
        taken.append(piece)
        room -= len(piece.encode())
        if room <= 0:
            break
    return "".join(taken)


def news() -> Iterator[str]:
    """Give the example articles over and over, each copy with other numbers, so that none is the copy of another."""
    paths = sorted(str(path) for path in EXAMPLES.glob("*/articles"))
    texts = [item.text for item in gather(paths) if isinstance(item, Article)]
    for number, text in enumerate(cycle(texts)):
        other = str.maketrans("0123456789", "".join(str((digit + number) % 9 + 1) for digit in range(10)))
        yield f"{text.translate(other)}\n{number} xe cháy.\n"


def strangers() -> Iterator[str]:
    """Give sentences that name somebody new each."""
    for number in count():
        digits = [SYLLABLES[number // 16**place % 16] for place in range(4)]
        yield f"Ông {' '.join(digits)} nói với bà {' '.join(reversed(digits[:3]))} rằng {number} xe đã cháy.\n"


def over_and_over(unit: str) -> Callable[[], Iterator[str]]:
    """Give the text that only repeats ``unit``, in pieces of some length."""
    return lambda: cycle([unit * 100])


def without(signs: str, instead: str = "") -> Callable[[], Iterator[str]]:
    """Give the news without some signs."""

    def text() -> Iterator[str]:
        for piece in news():
            yield re.sub(f"[{signs}]", instead, piece)

    return text


TEXTS: dict[str, Callable[[], Iterator[str]]] = {
    "news": news,
    "one-line": without(r"\n", " "),
    "no-stops": without(r".!?\n", " "),
    "no-blanks": without(r"\s"),
    "strangers": strangers,
    "quotes": over_and_over('"'),
    "brackets": over_and_over("("),
    "digits": over_and_over("1 "),
    "lengths": over_and_over("12 km "),
    "capitals": over_and_over("A "),
    "according": over_and_over("theo ông A, "),
    "quoted": over_and_over("“A”, bà B nói. "),
    "years": over_and_over("năm năm "),
    "lines": over_and_over("\n"),
}


if __name__ == "__main__":
    sys.exit(main())
