"""The axis of days: on which day something happened, and on which day each article was published."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from doichieu.tell.dates import day_in_words
from doichieu.tell.viewmodel.drawn import AxisDay

if TYPE_CHECKING:
    from doichieu.tell.viewmodel.citing import Source
    from doichieu.tell.viewmodel.nouns import Day, HappeningView
    from doichieu.tell.viewmodel.sources import Sources

FEWEST = 2
"""Days that need an axis; one day needs none."""
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def view_axis(days: tuple[Day, ...], sources: Sources) -> tuple[AxisDay, ...]:
    """Give each day on which something happened or was published, in order; empty where there are too few."""
    happened: dict[str, list[HappeningView]] = {}
    for day in days:
        for value in day.value.split("/")[:1]:
            if _DAY.fullmatch(value):
                happened.setdefault(value, []).extend(day.happenings)
    published: dict[str, list[Source]] = {}
    for reading in sources.readings:
        if moment := reading.article.published:
            published.setdefault(f"{moment:%Y-%m-%d}", []).append(sources.by_id[reading.article.id])
    values = sorted(happened.keys() | published.keys())
    if len(values) < FEWEST:
        return ()
    return tuple(
        AxisDay(
            date=day_in_words(value, sources.phrases),
            short=_short(value, values[place - 1] if place else ""),
            gap=place > 0 and not _next(values[place - 1], value),
            happenings=tuple(happened.get(value, ())),
            published=tuple(published.get(value, ())),
        )
        for place, value in enumerate(values)
    )


def _next(day: str, other: str) -> bool:
    try:
        return date.fromisoformat(day) + timedelta(days=1) == date.fromisoformat(other)
    except ValueError:
        return False


def _short(day: str, before: str) -> str:
    """Give a day as day and month, with its year where that is another than the day's before."""
    year, month, number = day.split("-")
    return f"{int(number)}/{int(month)}" + (f"/{year}" if before[:4] != year else "")
