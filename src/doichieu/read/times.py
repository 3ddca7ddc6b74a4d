"""The times layer: what places something on the calendar, resolved against the day of publication and the text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from doichieu.languages.calendar import NOTHING_TOLD, Now, now_of, value_of
from doichieu.languages.contracts.times import Day, TimeWords
from doichieu.model import Reading, TimeExpression

if TYPE_CHECKING:
    from doichieu.languages import LanguagePack

_HEAD = 500
"""Code points from the start in which a full date is taken for the article's own where nothing else dates it."""

_PLAUSIBLE = (1600, 3000)
"""Years between which a publication day is believed, and far enough from the ends of the calendar to count from."""


def add_times(reading: Reading, pack: LanguagePack) -> Reading:
    """Add the reading's times."""
    found = pack.times.find(reading.text)
    now = publication_day(reading, found)
    times: list[TimeExpression] = []
    told = NOTHING_TOLD
    for words in found:
        value = value_of(words, now, told)
        times.append(
            TimeExpression(start=words.start, end=words.end, type=words.type, value=value, origin=f"times/{words.rule}")
        )
        told = told.then(words.type, value)
    return replace(reading, times=tuple(times))


def publication_day(reading: Reading, found: tuple[TimeWords, ...]) -> Now | None:
    """Give the day of publication: as gathered, else from a stamp in the text.

    Where neither tells it, a full date near the start of the text still shows the year.
    """
    published = reading.article.published
    if published is not None and _PLAUSIBLE[0] <= published.year <= _PLAUSIBLE[1]:
        return Now(published.date())
    full = [words for words in found if _full_year(words)]
    for words in full:
        if words.is_stamp and _is_aside(reading, words):
            return now_of(value_of(words, None))
    latest = max(map(_full_year, full), default=0)
    for words in full:
        day = now_of(value_of(words, None)) if words.end <= _HEAD and _full_year(words) == latest else None
        if day:
            return replace(day, is_today=False)
    return None


def _full_year(words: TimeWords) -> int:
    """Give the year of a day told in full, 0 where the words are none."""
    place = words.place
    return place.year if isinstance(place, Day) and place.day and isinstance(place.year, int) else 0


def _is_aside(reading: Reading, words: TimeWords) -> bool:
    """Say whether a stamp stands in a dateline, or near the start or the end of the text."""
    lines = [zone for zone in reading.zones if zone.kind == "dateline" and zone.start <= words.start < zone.end]
    return bool(lines) or words.start < _HEAD or words.end > len(reading.text) - _HEAD
