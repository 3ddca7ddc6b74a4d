"""Columns: which column of a table, or key of JSON, holds which field of an article."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from doichieu.gather.fields import FIELDS
from doichieu.languages.lists import rows
from doichieu.languages.registry import packs

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_LETTERS = re.compile(r"[^a-z0-9]+")


@cache
def _known() -> dict[str, tuple[str, int]]:
    """Give the names that are known, each with its field and rank."""
    names: dict[str, tuple[str, int]] = {}
    listed = [(row[0], row[1]) for row in rows("doichieu.gather", "columns.txt")]
    listed += [row for pack in packs() for row in pack.gather.columns().items()]
    for rank, (name, field) in enumerate(listed):
        names.setdefault(name, (field, rank))
    return names


def folded(name: str) -> str:
    """Give a column's name as bare small letters and digits.

    >>> folded("Tiêu đề")
    'tieude'
    """
    address = next((pack.compare.address(name) for pack in packs()), name.lower())
    return _LETTERS.sub("", address)


def columns_of(names: Iterable[str], chosen: Mapping[str, str]) -> dict[str, str]:
    """Give the column for each field: as chosen, else the best of those whose names are known."""
    return dict(_columns_of(tuple(names), tuple(sorted(chosen.items()))))


@lru_cache(maxsize=1 << 10)
def _columns_of(names: tuple[str, ...], chosen: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    told = {field for field, _ in chosen}  # what was told and is not there is not guessed
    found = {field: column for field, column in chosen if column in names}
    taken = set(found.values())
    best: dict[str, tuple[int, str]] = {}
    for name in names:
        field, rank = _known().get(folded(name), ("", 0))
        if field and field not in told and name not in taken and rank < best.get(field, (1 << 30, ""))[0]:
            best[field] = (rank, name)
    found |= {field: name for field, (_, name) in best.items()}
    return tuple((field, found[field]) for field in FIELDS if field in found)


def shown(columns: Mapping[str, str]) -> str:
    """Give the columns in words, those left out whose names say what they hold."""
    return ", ".join(f"{field} from “{column}”" for field, column in columns.items() if field != column)
