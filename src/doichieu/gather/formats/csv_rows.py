"""CSV: a row for each article, its columns named in the first row."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

from doichieu.gather.encoding import decode
from doichieu.gather.formats.columns import columns_of
from doichieu.gather.formats.rows import article_of_row, columns_told, row_problem
from doichieu.gather.limits import LONGEST_LINE, LimitError, lines_within

if TYPE_CHECKING:
    import io
    from collections.abc import Iterator

    from doichieu.gather.run import Run
    from doichieu.model import Article, Problem

_DELIMITERS = ",;\t|"


def articles_of_csv(source: str, stem: str, stream: io.BufferedReader, run: Run) -> Iterator[Article | Problem]:
    """Give an article for each row. Parted by commas, semicolons, tabs or strokes; UTF-8, UTF-16 or Windows-1258."""
    csv.field_size_limit(LONGEST_LINE)
    encoding = _encoding(stream.peek(1 << 16)[: 1 << 16])
    lines = _decoded(stream, encoding)
    try:
        first = next(lines, "")
        table = csv.reader(_again(first, lines), delimiter=delimiter_of(first))
        names = [name.strip() for name in next(table, [])]
        columns = columns_told(source, dict.fromkeys(names), run, {})
        if "text" not in columns:
            yield row_problem(source, f"no column holds the text; there are {', '.join(names[:12])}")
            return
        yield from _articles(source, stem, table, names, columns)
    except (LimitError, UnicodeError) as error:
        yield row_problem(source, str(error))
    except csv.Error as error:
        yield row_problem(source, f"its first row cannot be read ({error})")


def _articles(
    source: str, stem: str, table: Iterator[list[str]], names: list[str], columns: dict[str, str]
) -> Iterator[Article | Problem]:
    number = 1
    while True:
        number += 1
        place = f"{source}, row {number}"
        try:
            cells = next(table, None)
        except csv.Error as error:
            yield row_problem(place, str(error))
            continue
        if cells is None:
            return
        if any("\ufffd" in cell for cell in cells):
            yield row_problem(place, "it is not in the encoding of the file's beginning")
        elif any(cell.strip() for cell in cells):
            row = dict(zip(names, cells, strict=False))
            yield from article_of_row(place, f"{stem}-{number}", row, columns)


def delimiter_of(first: str) -> str:
    """Give what parts the columns of a first line: the likely sign that stands there most often."""
    return max(_DELIMITERS, key=lambda sign: (first.count(sign), -_DELIMITERS.index(sign)))


def is_head_of_table(line: str) -> bool:
    """Say whether a line names columns: the text's and one more."""
    names = [name.strip(' "\r\n') for name in line.split(delimiter_of(line))]
    columns = columns_of(names, {})
    return len(columns) > 1 and "text" in columns


def _encoding(sample: bytes) -> str:
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    lines = [line for line in sample.split(b"\n")[:-1] or [sample] if not line.isascii()]
    if sum(not _is_utf8(line) for line in lines) * 2 <= len(lines):
        return "utf-8-sig"
    decode(sample)  # raises where it is nothing that is known
    return "cp1258"


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _decoded(stream: io.BufferedReader, encoding: str) -> Iterator[str]:
    if encoding == "utf-16":  # line ends are two bytes: such files come from spreadsheets and are small
        yield from stream.read(LONGEST_LINE).decode(encoding, "replace").splitlines(keepends=True)
        return
    for line in lines_within(stream):
        yield line.decode(encoding, "replace")
        encoding = encoding.removesuffix("-sig")


def _again(first: str, rest: Iterator[str]) -> Iterator[str]:
    yield first
    yield from rest
