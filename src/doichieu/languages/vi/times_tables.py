"""Lists of Vietnamese time words, and what several families of phrases share in reading them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal

from doichieu.languages.contracts.times import Base, Shift, Unit
from doichieu.languages.lists import rows
from doichieu.languages.patterns import any_of

Lean = Literal[-1, 0, 1]
Search = Callable[[str], re.Match[str] | None]


def table(name: str) -> dict[str, tuple[str, ...]]:
    """Give a list as a mapping from its first column to the others."""
    return {row[0]: row[1:] for row in rows(__package__, f"times/{name}.txt")}


def search(pattern: str) -> Search:
    """Give the search of a compiled pattern."""
    return re.compile(pattern).search


def words_of(lists: dict[str, tuple[str, ...]]) -> str:
    """Give a pattern for the words of a list."""
    return any_of(frozenset(lists)) + r"(?!\w)"


_PAST_HEADS = ("hồi ", "hôm ")
MONTHS, UNITS, WHICH = table("months"), table("units"), table("which")
_LEANS = table("leans")
_find_year_of = search(rf"(?:năm (?P<year>\d{{4}})|năm (?P<which>{words_of(WHICH)})|(?P<same>cùng năm))")
_find_lean = search(rf"(?<!\w)(?P<words>{words_of(_LEANS)})$")


def year_of(words: str) -> int | Shift | None:
    """Give the year that a phrase names ("năm 2013", "năm sau", "cùng năm"), None where it names none."""
    match = _find_year_of(words)
    if match is None:
        return None
    if match["year"]:
        return int(match["year"])
    return Shift("year", 0, "text") if match["same"] else shift_to("year", match["which"])


def shift_to(unit: Unit, words: str) -> Shift:
    """Give the unit that a word points to: "tuần" and "trước"."""
    count, base = WHICH[words]
    return Shift(unit, int(count), base_of(base))


def base_of(word: str) -> Base:
    """Give the base that a list names."""
    return "text" if word == "text" else "now"


def lean_of(words: str) -> Lean:
    """Say whether a phrase ends with words that point to the past or the future."""
    if words.startswith(_PAST_HEADS):
        return -1
    match = _find_lean(words)
    lean = int(_LEANS[match["words"]][0]) if match else 0
    return -1 if lean < 0 else 1 if lean > 0 else 0
