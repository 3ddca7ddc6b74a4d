"""Days: the days that an article speaks of, and what it says of two articles that they share none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import log2

from doichieu.model import Reading

NEAR = 3
"""Days within which two articles count as speaking of the same. Set by hand."""
APART = 0.65
"""Discount for articles that name days of the year and share none."""
SPAN = 7
"""Days that a story usually runs. Set by hand: what a later article costs is small (``LATE``)."""
LATE = 0.85
"""Discount for articles published further apart."""
YEARS = 0.75
"""Discount for articles whose years are further apart than a turn of the year."""
CERTAIN = 32
UNDATED = 0.03
LEAST_UNDATED = 0.7
"""Discount for articles of which one has no time of publication, for each doubling of the pile beyond 32 articles: the
more articles there are from any time, the more of them are alike by chance. With a discount of 0.85 to 0.75 a pile of
10,321 articles puts 3 to 6 strangers into the gold stories, with none 16 (docs/comparing/stories.md)."""
_YEAR = 366
_ALL = (1 << _YEAR) - 1


@dataclass(frozen=True, slots=True)
class Days:
    """The days of the year that an article names or is published on, as bits; the same, widened; when published."""

    named: int
    around: int
    published: int | None
    year: int | None
    """The year of publication, or the latest of which a day or month is named."""


def days_of(reading: Reading) -> Days:
    """Give the days of a reading."""
    published = reading.article.published
    named = 0
    for time in reading.times:
        if time.type in {"DATE", "TIME"} and (day := day_of_year(time.value)) is not None:
            named |= 1 << day
    if published:
        named |= 1 << _place(published.month, published.day)
    around = named
    for step in range(1, NEAR + 1):
        around |= (named << step | named >> (_YEAR - step) | named >> step | named << (_YEAR - step)) & _ALL
    years = [int(time.value[:4]) for time in reading.times if len(time.value) >= 7 and time.value[:4].isdecimal()]
    year = published.year if published else max(years, default=None)
    return Days(named, around, published.toordinal() if published else None, year)


def day_of_year(value: str) -> int | None:
    """Give the number of the day that a TIMEX3 value names, whatever its year, from 0; None where it names none.

    >>> day_of_year("XXXX-01-09"), day_of_year("2013-10-22TMO"), day_of_year("2013-10")
    (8, 295, None)
    """
    if len(value) < 10 or value[4] != "-" or value[7] != "-":
        return None
    month, day = value[5:7], value[8:10]
    if not (month.isdecimal() and day.isdecimal() and 1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return _place(int(month), int(day))


def undated(pile: int) -> float:
    """Give the factor for two articles of which one has no time of publication, in a pile of so many articles."""
    return max(LEAST_UNDATED, 1 - UNDATED * log2(max(1, pile / CERTAIN)))


def discount(a: Days, b: Days, without_time: float) -> float:
    """Give the factor, at most 1, by which days and times of publication hold two articles apart."""
    factor = 1.0 if not a.named or not b.named or a.named & b.around else APART
    if a.published is not None and b.published is not None and abs(a.published - b.published) > SPAN:
        factor *= LATE
    if a.published is None or b.published is None:
        factor *= without_time
    if a.year is not None and b.year is not None and abs(a.year - b.year) > 1:
        factor *= YEARS
    return factor


def _place(month: int, day: int) -> int:
    """Give the day's number in a leap year."""
    start = date(2000, month, 1).toordinal() - date(2000, 1, 1).toordinal()
    return min(start + day - 1, _YEAR - 1)
