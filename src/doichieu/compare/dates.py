"""Dates that an article leaves out, supplied by its story.

An article whose day of publication nobody knows tells days without a year ("hôm 9-1") and words that hang on that day
("hôm qua", "tuần trước"). Its story usually knows better: another article is dated, or tells the same day in full.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date

from doichieu.languages import pack_of
from doichieu.languages.calendar import NOTHING_TOLD, Now, now_of, value_of
from doichieu.languages.contracts.times import TimeWords
from doichieu.model import Reading, Statement, TimeExpression

SUPPLIED = "+story"
"""Stands behind the origin of a time whose value the article alone does not give."""

_NEAR = 31
"""Days from the middle of the story in which a told day is taken for news, and not for history or plans."""


def supply_dates(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Complete the years (and days) that the readings of one story leave open.

    Where no article is dated and none tells in full a day that another leaves open, everything stays as it is.
    """
    if not any(_is_open(time) for reading in readings for time in reading.times):
        return readings
    years = _years_of(readings)
    return readings if years is None else tuple(_supplied(reading, years) for reading in readings)


@dataclass(frozen=True, slots=True)
class _Years:
    """The years that a story gives to its days."""

    told: dict[str, date]
    """``01-09`` to the day in full, as most articles tell it."""
    middle: date
    """The day in the middle of those on which the story's articles appeared: a year told nowhere lies nearest to it."""
    appeared: tuple[date, ...]
    """The days on which dated articles appeared, in order."""

    def complete(self, value: str) -> str:
        """Give a value ``XXXX-01-09…`` with its year."""
        day = self.told.get(value[5:10]) or self._nearest(value[5:10])
        return f"{day.year}{value[4:]}" if day else value

    def _nearest(self, month_and_day: str) -> date | None:
        years = range(self.middle.year - 1, self.middle.year + 2)
        days = [now.day for year in years if (now := now_of(f"{year}-{f'{month_and_day}-01'[:5]}"))]
        return min(days, key=lambda day: (abs((day - self.middle).days), day), default=None)


def _years_of(readings: tuple[Reading, ...]) -> _Years | None:
    full = Counter(day for reading in readings for day in _full_days(reading))
    left_open = {time.value[5:10] for reading in readings for time in reading.times if _is_open(time)}
    appeared = sorted(day for reading in readings if (day := _appeared(reading)))
    pool = appeared or sorted(day for day in full if day.isoformat()[5:] in left_open)
    if not pool:
        return None
    middle = pool[len(pool) // 2]
    near = [day for day in full if abs((day - middle).days) < 366]
    ranked = sorted(near, key=lambda day: (full[day], -abs((day - middle).days), day))
    return _Years({day.isoformat()[5:]: day for day in ranked}, middle, tuple(appeared))


def _appeared(reading: Reading) -> date | None:
    """Give the day on which an article appeared, as gathered or as its own stamp says."""
    if reading.article.published is not None:
        return reading.article.published.date()
    stamps = (time for time in reading.times if time.origin == "times/stamp")
    return next((day for time in stamps if (day := _full_day(time))), None)


def _supplied(reading: Reading, years: _Years) -> Reading:
    """Give a reading with its open values, and the dates of its statements, completed."""
    if not any(map(_is_open, reading.times)):
        return reading
    with_years = [years.complete(time.value) if _wants_year(time) else time.value for time in reading.times]
    now = _today(with_years, years)
    told = NOTHING_TOLD
    times: list[TimeExpression] = []
    for time, with_year in zip(reading.times, with_years, strict=True):
        words = _words_of(reading, time) if _is_open(time) and "X" in with_year else None
        value = value_of(words, now, told) if words else with_year
        times.append(time if value == time.value else replace(time, value=value, origin=time.origin + SUPPLIED))
        told = told.then(time.type, value)
    changed = [(old, new) for old, new in zip(reading.times, times, strict=True) if old is not new]
    statements = tuple(_dated(statement, changed) for statement in reading.statements)
    return replace(reading, times=tuple(times), statements=statements)


def _today(values: list[str], years: _Years) -> Now | None:
    """Give the day that an undated article's "hôm qua" is seen from.

    The first day that it tells is its news' own. It appeared then or later: on the next day on which a dated article of
    the story did, if one did within three days. Where it tells no day near the story's, the middle of the story.
    """
    days = (now.day for value in values if (now := now_of(value)) and now.has_year)
    news = next((day for day in days if abs((day - years.middle).days) <= _NEAR), None)
    if news is None:
        return Now(years.middle) if years.appeared else None
    return Now(next((day for day in years.appeared if 0 <= (day - news).days <= 3), news))


def _words_of(reading: Reading, time: TimeExpression) -> TimeWords | None:
    """Give the meaning of a time, read anew from its words."""
    pack = pack_of(reading.article.language)
    if pack is None:
        return None
    phrase = unicodedata.normalize("NFC", reading.text[time.start : time.end])
    return next((words for words in pack.times.find(phrase) if words.type == time.type), None)


def _dated(statement: Statement, changed: list[tuple[TimeExpression, TimeExpression]]) -> Statement:
    """Give a statement whose date was copied from a changed time the new value of the nearest such time."""
    same = [pair for pair in changed if statement.date == pair[0].value[:10]]
    if not same:
        return statement
    _, near = min(same, key=lambda pair: (abs(pair[0].start - statement.start), pair[0].start))
    return replace(statement, date=near.value[:10])


def _is_open(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME") and "XX" in time.value


def _wants_year(time: TimeExpression) -> bool:
    """Say whether only the year is open: ``XXXX-01-09``, ``XXXX-01``."""
    return _is_open(time) and time.value[5:7].isdigit() and "X" not in time.value[5:10]


def _full_days(reading: Reading) -> list[date]:
    """Give the days that a reading tells in full, each once."""
    return sorted({day for time in reading.times if (day := _full_day(time))})


def _full_day(time: TimeExpression) -> date | None:
    now = now_of(time.value) if time.type in ("DATE", "TIME") else None
    return now.day if now and now.has_year else None
