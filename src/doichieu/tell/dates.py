"""Dates as people read them; a part that nobody told is said to be unknown and never guessed."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from doichieu.tell.phrases import Phrases

_FORMS = (
    ("day", re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")),
    ("day of some year", re.compile(r"XXXX-(?P<month>\d\d)-(?P<day>\d\d)")),
    ("month", re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)")),
    ("month of some year", re.compile(r"XXXX-(?P<month>\d\d)")),
    ("year", re.compile(r"(?P<year>\d{4})")),
    ("decade", re.compile(r"(?P<year>\d{3})")),
    ("quarter", re.compile(r"(?P<year>\d{4})-Q(?P<part>[1-4])")),
    ("week", re.compile(r"(?P<year>\d{4})-W(?P<part>\d\d)(?:-WE)?")),
)
_HOME = timedelta(hours=7)
"""Where a time of day has this offset it needs no mark: it is Hanoi's."""


def day_in_words(value: str, phrases: Phrases, *, short: bool = False) -> str:
    """Give an ISO day, a part of one, or two with a stroke between, in words: 2022-01-09 is 9 January 2022.

    A value of another form is given as it is.
    """
    first, stroke, last = value.partition("/")
    if stroke:
        return f"{day_in_words(first, phrases, short=short)} – {day_in_words(last, phrases, short=short)}"
    for form, pattern in _FORMS:
        if found := pattern.fullmatch(value.partition("T")[0]):
            parts = found.groupdict()
            if not 1 <= int(parts.get("month") or 1) <= 12:
                break
            return _written(_pattern(form, phrases, short=short), parts, phrases)
    return value


def _pattern(form: str, phrases: Phrases, *, short: bool) -> str:
    return phrases.calendar.get(f"short {form}" if short else form, phrases.calendar[form])


def _written(pattern: str, parts: dict[str, str], phrases: Phrases) -> str:
    month = parts.get("month") or "01"
    return pattern.format(
        year=parts.get("year") or "",
        month=int(month),
        month2=month,
        name=phrases.months[int(month) - 1],
        day=int(parts.get("day") or 1),
        day2=parts.get("day") or "",
        part=int(parts.get("part") or 0),
    )


def moment_in_words(moment: datetime | None, phrases: Phrases) -> str:
    """Give when something was published, with the hour where one is told; "" for None."""
    if moment is None:
        return ""
    day = day_in_words(f"{moment:%Y-%m-%d}", phrases, short=True)
    if (moment.hour, moment.minute, moment.second) == (0, 0, 0):
        return day
    offset = moment.utcoffset()
    zone = "" if offset in (None, _HOME) else f" UTC{moment:%z}"
    return phrases.calendar["moment"].format(day=day, time=f"{moment:%H:%M}{zone}")
