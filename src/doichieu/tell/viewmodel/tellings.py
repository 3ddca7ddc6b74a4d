"""When figures were told: by their articles' times, or, where these are not known, by the days that the text gives."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from doichieu.model import Figure, Reading
    from doichieu.tell.viewmodel.sources import Sources

Telling = tuple[str, "Figure"]
"""A figure and the id of its article."""
NESTED = 3
"""So many statements that begin before a figure are asked whether they hold it: more do not stand in each other."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def in_order(values: Iterable[list[Telling]], sources: Sources) -> tuple[list[list[Telling]], bool]:
    """Give the values of a quantity, each with its figures, in the order of time, and whether time gives that order.

    Where it does not, they stand as in the story.
    """
    rows = sorted(values, key=lambda row: min(_place(telling, sources) for telling in row))
    readings = [sources.reading(article) for row in rows for article, _ in row]
    if all(reading.article.published for reading in readings):
        return rows, True
    days = [[day_of(sources.reading(article), figure) for article, figure in row] for row in rows]
    first = [min((day for day in row if day), default="") for row in days]
    if len(set(first)) < len(first) or not all(first):
        return rows, False
    return [row for _, row in sorted(zip(first, rows, strict=True), key=lambda pair: pair[0])], True


def day_of(reading: Reading, figure: Figure) -> str:
    """Give the day of which a figure is told: that of its statement, or the only one in its sentence; else ""."""
    place = bisect_right(reading.statements, figure.start, key=lambda statement: statement.start)
    for statement in reading.statements[max(0, place - NESTED) : place][::-1]:
        if figure.start < statement.end and _DAY.fullmatch(statement.date or ""):
            return statement.date or ""
    number = bisect_right(reading.sentences, figure.start, key=lambda sentence: sentence.start) - 1
    if number < 0:
        return ""
    ends = [bisect_left(reading.times, border, key=lambda time: time.start) for border in reading.sentences[number]]
    days = {time.value.partition("T")[0] for time in reading.times[ends[0] : ends[1]]}
    days = {day for day in days if _DAY.fullmatch(day)}
    return days.pop() if len(days) == 1 else ""


def _place(telling: Telling, sources: Sources) -> tuple[int, int]:
    article, figure = telling
    return sources.by_id[article].number, figure.start
