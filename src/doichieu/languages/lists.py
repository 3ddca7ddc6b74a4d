"""Word lists: text files that packs ship. ``#`` opens a comment line; columns are parted by tabs."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

Row = tuple[str, ...]


@cache
def rows(package: str, name: str) -> tuple[Row, ...]:
    """Give the rows of the data file ``data/<name>`` of a pack's package, each as its columns.

    Raises FileNotFoundError where the package has no such file.
    """
    text = files(package).joinpath("data", *name.split("/")).read_text(encoding="utf-8")
    return tuple(_parse(text))


def words(package: str, name: str) -> frozenset[str]:
    """Give the first column of a data file as a set."""
    return frozenset(row[0] for row in rows(package, name))


def _parse(text: str) -> Iterator[Row]:
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(column.strip() for column in line.split("\t"))
