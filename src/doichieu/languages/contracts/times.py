"""What the times layer needs of a language pack: where time words stand, and what they mean on any calendar page.

A pack finds the words and says what they mean without knowing when the article was written; ``languages/calendar.py``
turns that meaning into a value once the publication day and the days told before are known.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from doichieu.model import TimeType

Unit = Literal["day", "week", "month", "quarter", "year"]
Base = Literal["now", "text"]


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units from the day of publication (``now``) or the day last told (``text``): "hôm qua", "cùng ngày"."""

    unit: Unit
    count: int
    base: Base = "now"


@dataclass(frozen=True, slots=True)
class Day:
    """A day, month or year by its numbers, as far as they are told: "22/10", "tháng 9/2012", "8/1 năm sau"."""

    year: int | Shift | None = None
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, 1 for Monday; ``week`` counts weeks from that of publication, None where it is not told."""

    number: int
    week: int | None = None


@dataclass(frozen=True, slots=True)
class YearPart:
    """A quarter, half or season (``Q3``, ``H1``, ``SU``) of a year."""

    code: str
    year: int | Shift | None = None


@dataclass(frozen=True, slots=True)
class SamePeriod:
    """The month or quarter last told, else the whole year, in another year: "cùng kỳ năm ngoái"."""

    year: int | Shift


@dataclass(frozen=True, slots=True)
class Fixed:
    """Words whose value needs no other day: a duration, a set, a decade, a century."""

    value: str


@dataclass(frozen=True, slots=True)
class Weekend:
    """The week that ends with a weekend; ``week`` counts weeks from that of publication, None where it is not told."""

    week: int | None = None


Place = Shift | Day | Weekend | Weekday | YearPart | SamePeriod | Fixed


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeWords:
    """Words that place something on the calendar, and their meaning."""

    start: int
    end: int
    type: TimeType
    rule: str
    """Names the rule, for ``origin``."""
    place: Place | None
    """None where the day is understood: "lúc 19 giờ"."""
    clock: tuple[int, int] | None = None
    """Hour (0 to 24) and minute."""
    part: str | None = None
    """TIMEX3 part of the day: MO, MI, AF, EV, NI."""
    lean: Literal[-1, 0, 1] = 0
    """-1 where the words point to the past ("vừa qua"), 1 to the future ("tới"), 0 where they leave it open."""
    is_stamp: bool = False
    """Whether it has the form of a publication stamp: a full day with a clock or a weekday."""


class TimeRules(Protocol):
    """Finds time words in one language."""

    def find(self, text: str) -> tuple[TimeWords, ...]:
        """Give the time words of a text in its order, none overlapping, in linear time."""
