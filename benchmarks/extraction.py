"""Measure what is found in article pages beside trafilatura alone: precision and recall of lines and characters.

usage: python benchmarks/extraction.py [--lines]

The pages are those of tests/gather/pages: the markup patterns of many systems that outlets publish with, filled with
stories written for the project. The list of marks (gather/pages/data/markup.txt) was written with these patterns in
view: what is found in markup that it does not know is the second half of the table. A line is right where it stands in
the report word for word; headline and byline count for neither side. Captions in the text are wrong lines; as captions
they are counted in a column of their own.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from trafilatura import bare_extraction

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "gather" / "pages"))
from rendered import Rendered, all_rendered

from doichieu.errors import DoichieuError
from doichieu.gather.pages import article_of_page
from doichieu.model import Article

Found = tuple[str, str, tuple[str, ...], bool]
"""Text, author, captions, and whether the time is right."""


def main() -> int:
    """Measure both and print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lines", action="store_true", help="print each line that is wrong or missing")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    pages = all_rendered()
    patterns = len({page.pattern for page in pages})
    print(f"{len(pages)} pages, {patterns} patterns of markup")
    print(
        f"{'':14}{'lines P':>9}{'R':>7}{'chars P':>9}{'R':>7}{'whole':>7}"
        f"{'captions':>10}{'author':>8}{'time':>6}{'ms':>7}"
    )
    unknown = [replace(page, page=scrambled(page.page)) for page in pages]
    for heading, some in (("markup as it is", pages), ("marks unknown: each class, id and role another word", unknown)):
        print(heading)
        for name, extract in (("doichieu", ours), ("trafilatura", theirs)):
            report(name, some, extract, options.lines)
    return 0


def scrambled(page: str) -> str:
    """Give the page with each class, id and role replaced, as a page of a system that no list knows would have them."""
    words: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        tokens = (words.setdefault(token, f"x{len(words)}") for token in match[2].split())
        return f'{match[1]}="{" ".join(tokens)}"'

    return re.sub(r'\b(class|id|itemprop|data-role|type)="([^"/]*)"', other, page)


def ours(page: Rendered) -> Found:
    """Give what this project finds."""
    try:
        article = article_of_page(page.story, page.page)
    except DoichieuError:
        article = Article(id="", text="")
    at = article.published.astimezone().timestamp() if article.published else 0
    return article.text, ", ".join(article.authors), article.captions, abs(at - EXPECTED) < 12 * 3600


def theirs(page: Rendered) -> Found:
    """Give what trafilatura finds with the options that suit news."""
    found = bare_extraction(page.page, with_metadata=True, include_comments=False, include_tables=False)
    day = getattr(found, "date", None)
    return str(getattr(found, "text", "") or ""), str(getattr(found, "author", "") or ""), (), day == "2024-04-12"


EXPECTED = 1712888100
"""12 April 2024, 9:15 in Vietnam; a day is enough to be right, since trafilatura tells no hour."""


def report(name: str, pages: Sequence[Rendered], extract: Callable[[Rendered], Found], show: bool) -> None:
    """Print a row."""
    extract(pages[0])  # lists load at the first page
    rows = [score(page, extract, show) for page in pages]
    sums = [sum(column) for column in zip(*rows, strict=True)]
    right, found, wanted, right_chars, found_chars, wanted_chars, whole, captions, asked, authors, times, seconds = sums
    print(
        f"{name:14}{right / found:9.3f}{right / wanted:7.3f}{right_chars / found_chars:9.3f}"
        f"{right_chars / wanted_chars:7.3f}{int(whole):4}/{len(rows):<3}{captions / asked:9.3f}"
        f"{authors / len(rows):8.2f}{times / len(rows):6.2f}{1000 * seconds / len(rows):7.1f}"
    )


def is_byline(line: str, author: str) -> bool:
    """Say whether a line holds little more than the author."""
    return author in line and len(line) < len(author) + 15


def score(page: Rendered, extract: Callable[[Rendered], Found], show: bool) -> tuple[float, ...]:
    """Give the counts for one page."""
    start = time.perf_counter()
    text, author, captions, timed = extract(page)
    seconds = time.perf_counter() - start
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    found = [line for line in lines if line and line != page.lines[0] and not is_byline(line, page.author)]
    wanted = list(page.lines[1:])
    right = [line for line in wanted if line in found]
    if show and (len(right) < len(wanted) or len(found) > len(right)):
        for line in found:
            if line not in wanted:
                print(f"  {extract.__name__} {page.pattern}/{page.story} wrong: {line[:110]}")
        for line in wanted:
            if line not in found:
                print(f"  {extract.__name__} {page.pattern}/{page.story} missing: {line[:110]}")
    return (
        len(right), len(found), len(wanted),
        sum(map(len, right)), sum(map(len, found)), sum(map(len, wanted)),
        float(right == found and len(right) == len(wanted)),
        sum(caption in captions for caption in page.captions), len(page.captions),
        float(page.author in author), float(timed), seconds,
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
