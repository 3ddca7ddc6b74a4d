"""Periods: the day, week, month or year that a TIMEX value names."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "year"]
_FORMS: tuple[tuple[Unit, re.Pattern[str]], ...] = (
    ("day", re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.{0,12})?")),
    ("week", re.compile(r"(\d{4})-W(\d\d)(?:-WE)?")),
    ("month", re.compile(r"(\d{4})-(\d\d)")),
    ("year", re.compile(r"(\d{4})")),
)


class Period(NamedTuple):
    """A stretch of the calendar, ``last`` included."""

    first: date
    last: date
    unit: Unit
    value: str
    """The TIMEX value, cut to its day."""


def period_of(value: str) -> Period | None:
    """Give the period of a TIMEX value; None for what has no year, and for days that no calendar has.

    >>> period_of("2013-10-23T16:12").value, period_of("2013-10").last.day, period_of("XXXX-10-23")
    ('2013-10-23', 31, None)
    """
    for unit, form in _FORMS:
        match = form.fullmatch(value)
        if match:
            try:
                return _period(unit, [int(group) for group in match.groups()])
            except ValueError:
                return None
    return None


def _period(unit: Unit, numbers: list[int]) -> Period:
    if unit == "day":
        day = date(numbers[0], numbers[1], numbers[2])
        return Period(day, day, unit, day.isoformat())
    if unit == "week":
        monday = date.fromisocalendar(numbers[0], numbers[1], 1)
        return Period(monday, monday + timedelta(days=6), unit, f"{numbers[0]:04}-W{numbers[1]:02}")
    year, month = numbers[0], numbers[1] if unit == "month" else 1
    if not MINYEAR <= year < MAXYEAR:
        raise ValueError(year)
    first = date(year, month, 1)
    after = date(year + 1, 1, 1) if unit == "year" or month == 12 else date(year, month + 1, 1)
    return Period(first, after - timedelta(days=1), unit, f"{year:04}" if unit == "year" else f"{year:04}-{month:02}")
