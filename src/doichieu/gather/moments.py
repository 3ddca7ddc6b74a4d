"""Moments as files and pages write them, to aware datetimes."""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from email.utils import parsedate_to_datetime

HOME = timezone(timedelta(hours=7))
"""The zone of a time that names none: Indochina time, which has no summer time."""
_DAY = re.compile(r"(?<!\d)(\d{1,2})\s?[/.\-]\s?(\d{1,2})\s?[/.\-]\s?(\d{4})(?!\d)")
_HOUR = re.compile(r"(?<![\d/.\-+:])(\d{1,2})\s?[:hg]\s?(\d{2})(?::(\d{2}))?(?!\d)\s{0,3}(AM|PM|SA|CH)?", re.IGNORECASE)
_ZONE = re.compile(r"(?:GMT|UTC)\s?([+-])\s?(\d{1,2})(?::?(\d{2}))?", re.IGNORECASE)


def moment(told: str) -> datetime | None:
    """Give the aware datetime that an ISO 8601 text means, None where it is none.

    >>> moment("2013-10-23T11:39").isoformat()
    '2013-10-23T11:39:00+07:00'
    """
    try:
        value = datetime.fromisoformat(told.strip())
    except ValueError:
        return None
    return _at_home(value)


def shown_moment(told: str) -> datetime | None:
    """Give the moment that a line for readers shows: a day in figures, and an hour where one stands there.

    >>> shown_moment("Thứ hai, 18/9/2023, 08:40 (GMT+7)").isoformat()
    '2023-09-18T08:40:00+07:00'
    """
    text = told[:200]
    day = _DAY.search(text)
    if not day:
        return None
    rest = f"{text[: day.start()]} {text[day.end() :]}"
    hour = _HOUR.search(_ZONE.sub(" ", rest))
    clock = _clock(hour) if hour else (0, 0)
    try:
        first, second = int(day[1]), int(day[2])
        if second > 12 >= first:  # the American order
            first, second = second, first
        return datetime(int(day[3]), second, first, *clock, tzinfo=_zone(rest))
    except ValueError:
        return None


def any_moment(told: str) -> datetime | None:
    """Give the moment of a text in whatever form feeds, tables and pages use: ISO 8601, RFC 2822, figures.

    >>> any_moment("Mon, 18 Sep 2023 08:40:00 +0700").isoformat()
    '2023-09-18T08:40:00+07:00'
    """
    return moment(told) or _mail_moment(told) or shown_moment(told)


def _mail_moment(told: str) -> datetime | None:
    try:
        return _at_home(parsedate_to_datetime(told.strip()[:100]))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _at_home(value: datetime) -> datetime | None:
    try:
        aware = value if value.tzinfo else value.replace(tzinfo=HOME)
        aware.astimezone(HOME)  # a year 1 or 9999 may have no such moment
    except OverflowError:
        return None
    return aware


def _clock(hour: re.Match[str]) -> tuple[int, int]:
    hours, half = int(hour[1]), (hour[4] or "").upper()
    if half in ("PM", "CH") and hours < 12:
        hours += 12
    elif half in ("AM", "SA") and hours == 12:
        hours = 0
    return hours, int(hour[2])


def _zone(text: str) -> timezone:
    zone = _ZONE.search(text)
    if not zone:
        return HOME
    minutes = int(zone[2]) * 60 + int(zone[3] or 0)
    return timezone(timedelta(minutes=-minutes if zone[1] == "-" else minutes))
