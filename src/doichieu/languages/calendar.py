"""The calendar: values of time words once the day of publication and the day last told are known."""

from __future__ import annotations

import calendar as months
from dataclasses import dataclass, replace
from datetime import date, timedelta

from doichieu.languages.contracts.times import (
    Day,
    Fixed,
    Place,
    SamePeriod,
    Shift,
    TimeWords,
    Weekday,
    Weekend,
    YearPart,
)
from doichieu.model import TimeType

UNKNOWN_DAY = "XXXX-XX-XX"
_ANY_YEAR = 2023
"""Stands for the year where none is known: values made with it are written XXXX again."""
_LEAP_YEAR = 2024
_AGAINST_LEAN = 6
"""How much dearer a day is on the side that the words point away from. Not forbidden: a stamp may be a day late."""
_FUTURE_COSTS = 2
"""A day that lies ahead counts double against one that lies behind: "tháng 3" read in November is the past one (eight
months back, four ahead), "ngày 5/1" the coming one."""


@dataclass(frozen=True, slots=True)
class Now:
    """The day that words are seen from."""

    day: date
    has_year: bool = True
    is_today: bool = True
    """False where the day only shows the year and "hôm qua" cannot be told from it."""

    def write(self, day: date) -> str:
        """Give the ISO form of a day reached from this one."""
        return day.isoformat() if self.has_year else f"XXXX{day.isoformat()[4:]}"


@dataclass(frozen=True, slots=True)
class Told:
    """What the text told last: a point on the calendar of any size (``2010``, ``2013-10``), and a day."""

    last: str | None = None
    day: str | None = None
    period: str | None = None
    """A month or quarter, unless a whole year or a length of time was told since."""

    def then(self, kind: TimeType, value: str) -> Told:
        """Give what is told after words of this type with this value."""
        if kind not in ("DATE", "TIME"):
            return replace(self, period=None) if kind == "DURATION" else self
        if now_of(value):
            return replace(self, last=value[:10], day=value[:10])
        return replace(self, last=value, period=value if value[5:6].isdigit() or value[5:6] in ("Q", "H") else None)


NOTHING_TOLD = Told()


def now_of(value: str) -> Now | None:
    """Give the day that a value begins with, None where it tells none.

    >>> now_of("2022-01-09T10:00").day, now_of("XXXX-01-09").has_year, now_of("2022-01")
    (datetime.date(2022, 1, 9), False, None)
    """
    year, month, day = value[:4], value[5:7], value[8:10]
    if not (month.isdigit() and len(day) == 2 and day.isdigit()):
        return None
    try:
        return Now(date(int(year) if year.isdigit() else _ANY_YEAR, int(month), int(day)), year.isdigit())
    except ValueError:
        return None


def value_of(words: TimeWords, now: Now | None, told: Told = NOTHING_TOLD) -> str:
    """Give the TIMEX3 value of time words.

    ``now`` is the day of publication, ``told`` what the text before them told last; either may be unknown,
    and what cannot be known is written X.
    """
    if words.place is None:
        base = (now_of(told.day) if told.day else None) or _today(now)
        value = base.write(base.day) if base else UNKNOWN_DAY
    else:
        value = _place_value(words.place, words.lean, now, told)
    if value[7:8] != "-" or words.type != "TIME":
        return value
    if words.clock:
        return f"{value}T{words.clock[0]:02}:{words.clock[1]:02}"
    return f"{value}T{words.part}" if words.part else value


def _place_value(place: Place, lean: int, now: Now | None, told: Told) -> str:
    match place:
        case Fixed(value):
            found = value
        case Shift():
            found = _shifted(place, _today(now), told)
        case Weekday(number, week):
            found = _weekday(number, week, lean, _today(now))
        case Weekend(week):
            saturday = now_of(_weekday(6, week, lean, _today(now)))
            found = _moved(Shift("week", 0), saturday) if saturday else "XXXX-WXX"
        case SamePeriod(year):
            found = (_year(year, now, told) or "XXXX") + (told.period[4:] if told.period else "")
        case YearPart(code, year):
            found = f"{_year(year, now, told) or 'XXXX'}-{code}"
        case Day():
            found = _day(place, lean, now, told)
    return found


def _today(now: Now | None) -> Now | None:
    return now if now and now.is_today else None


def _year(year: int | Shift | None, now: Now | None, told: Told) -> str | None:
    """Give the year as four digits, None where it is unknown."""
    if isinstance(year, int):
        return f"{year:04}"
    value = _shifted(year, _today(now), told) if year else _shifted(Shift("year", 0), now, told)
    return None if "X" in value else value


def _day(place: Day, lean: int, now: Now | None, told: Told) -> str:
    if place.month and place.day and not _exists(_LEAP_YEAR, place):
        place = replace(place, day=None)
    if place.year is not None:
        return _written(_year(place.year, now, told) or "XXXX", place.month, place.day)
    if place.month is None:
        return _day_of_nearest_month(place.day or 1, lean, now)
    if now is None or not now.has_year:
        return _written("XXXX", place.month, place.day)
    # Eight years, since 29 February may have none nearer.
    years = [year for year in range(now.day.year - 8, now.day.year + 9) if _exists(year, place)]
    if not years:
        return _written("XXXX", place.month, place.day)
    near = min(years, key=lambda year: _cost(_middle(year, place), now.day, lean))
    return _written(str(near), place.month, place.day)


def _written(year: str, month: int | None, day: int | None) -> str:
    return year + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _exists(year: int, place: Day) -> bool:
    return place.day is None or place.day <= months.monthrange(year, place.month or 1)[1]


def _middle(year: int, place: Day) -> tuple[date, date]:
    """Give the first and last day that the place covers."""
    month = place.month or 1
    if place.day:
        return date(year, month, place.day), date(year, month, place.day)
    return date(year, month, 1), date(year, month, months.monthrange(year, month)[1])


def _cost(reach: tuple[date, date], now: date, lean: int) -> int:
    first, last = reach
    if first <= now <= last:
        return 0
    ahead, behind = (first - now).days, (now - last).days
    against = _AGAINST_LEAN if (ahead > 0 and lean < 0) or (behind > 0 and lean > 0) else 1
    return against * (ahead * _FUTURE_COSTS if ahead > 0 else behind)


def _day_of_nearest_month(day: int, lean: int, now: Now | None) -> str:
    if now is None:
        return f"XXXX-XX-{day:02}"
    candidates = []
    for offset in (-1, 0, 1):
        first = _month_ahead(now.day, offset)
        if day <= months.monthrange(first.year, first.month)[1]:
            candidates.append(first.replace(day=day))
    near = min(candidates, key=lambda other: _cost((other, other), now.day, lean))
    return now.write(near)


def _month_ahead(day: date, count: int) -> date:
    """Give the first day of the month so many months from a day's."""
    index = day.year * 12 + day.month - 1 + count
    return date(index // 12, index % 12 + 1, 1)


def _weekday(number: int, week: int | None, lean: int, now: Now | None) -> str:
    if now is None or not now.has_year:
        return UNKNOWN_DAY
    monday = now.day - timedelta(days=now.day.weekday())
    if week is not None:
        return now.write(monday + timedelta(days=7 * week + number - 1))
    behind = (now.day.weekday() - (number - 1)) % 7
    if lean > 0:
        return now.write(now.day + timedelta(days=(7 - behind) % 7))
    return now.write(now.day - timedelta(days=behind))


def _shifted(shift: Shift, now: Now | None, told: Told) -> str:
    value = _from_told(shift, told) if shift.base == "text" else None
    if value:
        return value
    if now is None or (not now.has_year and shift.unit in ("week", "quarter", "year")):
        return {"day": UNKNOWN_DAY, "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX"}[
            shift.unit
        ]
    return _moved(shift, now)


def _from_told(shift: Shift, told: Told) -> str | None:
    """Give the value from the one last told, which may be a year or a month only; None where it tells too little."""
    last = told.last or ""
    year, month = last[:4], last[5:7]
    if shift.unit == "year" and len(year) == 4 and year.isdigit():
        return f"{int(year) + shift.count:04}"
    if shift.unit == "month" and month.isdigit():
        first = _month_ahead(date(int(year) if year.isdigit() else _ANY_YEAR, int(month), 1), shift.count)
        return f"{f'{first.year:04}' if year.isdigit() else 'XXXX'}-{first.month:02}"
    day = now_of(told.day) if told.day else None
    return _moved(shift, day) if day and (day.has_year or shift.unit in ("day", "month")) else None


def _moved(shift: Shift, now: Now) -> str:
    year = str(now.day.year) if now.has_year else "XXXX"
    match shift.unit:
        case "day":
            return now.write(now.day + timedelta(days=shift.count))
        case "week":
            iso = (now.day + timedelta(days=7 * shift.count)).isocalendar()
            return f"{iso.year}-W{iso.week:02}"
        case "month":
            first = _month_ahead(now.day, shift.count)
            return f"{first.year if now.has_year else year}-{first.month:02}"
        case "quarter":
            index = now.day.year * 4 + (now.day.month - 1) // 3 + shift.count
            return f"{index // 4}-Q{index % 4 + 1}"
        case "year":
            return str(now.day.year + shift.count)
