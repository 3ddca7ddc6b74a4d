"""Recurrence: what is told again every day in the same words with other numbers: prices, rates, weather, draws."""

from __future__ import annotations

import re

from doichieu.compare.stories.days import Days
from doichieu.model import Reading

SAME_WORDS = 0.12
"""Cosine from which two may be of one pattern: two outlets' price reports of different days have 0.15 to 0.6."""
NUMBERS = 5
"""Numbers that both need."""
DENSE = 30
"""Words for each different number in a report that is made of numbers; the gold stories' have 131 in the median."""
SHARED = 0.15
"""Part of the fewer numbers that both have, under which they are other numbers."""
NEXT = 0.1
"""Discount for the next of a kind. No pair of a gold story meets all of the conditions."""
_NUMBER = re.compile(r"(?<![\w.,/-])\d[\d.,]{0,20}\d(?![\w/-])")
_YEAR = re.compile(r"(?:19|20)\d\d")


def numbers_of(reading: Reading) -> frozenset[str]:
    """Give the numbers of two digits and more in a text, without dates and years; none where they stand apart."""
    found = frozenset(number for number in _NUMBER.findall(reading.text) if not _YEAR.fullmatch(number))
    return found if len(found) * DENSE >= reading.text.count(" ") else frozenset()


def next_of_its_kind(cosine: float, days: tuple[Days, Days], numbers: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Say whether two articles tell of one matter that recurs, on different days and with other numbers."""
    one, other = (of.published for of in days)
    if cosine < SAME_WORDS or one is None or other is None or one == other or days[0].named & days[1].named:
        return False
    fewer = min(map(len, numbers))
    return fewer >= NUMBERS and len(numbers[0] & numbers[1]) < SHARED * fewer
