"""Vietnamese time words: where they stand in a text and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from doichieu.languages.contracts.times import Day, Fixed, TimeWords
from doichieu.languages.vi import times_context as context
from doichieu.languages.vi.times_grammar import OPENERS, families
from doichieu.languages.vi.times_meaning import meaning
from doichieu.languages.vi.tones import settle_tones
from doichieu.model import Span

_DAY_AHEAD = 8
"""Code points between a day and an hour that goes by it: "Ngày 15/5, từ 8h"."""


@dataclass(frozen=True, slots=True)
class VietnameseTimeRules:
    """See ``contracts/times.py``."""

    def find(self, text: str) -> tuple[TimeWords, ...]:
        """Give the time words of a text."""
        text = settle_tones(text)
        return _join_lists(text, list(_scan(text)))


def _scan(text: str) -> Iterator[TimeWords]:
    low = _lowered(text)
    end = 0
    for opener in OPENERS.finditer(low):
        if opener.start() >= end:
            words = _best(text, low, opener, end)
            if words:
                yield words
                end = words.end


def _lowered(text: str) -> str:
    """Give the text in lower case, letter by letter where a letter would become two."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(min(letter.lower(), letter, key=len) for letter in text)


def _best(text: str, low: str, opener: re.Match[str], last_end: int) -> TimeWords | None:
    """Give the longest phrase that begins here and is a time in its surroundings."""
    start = opener.start()
    ends = [(match.end(), family) for family, pattern in families(opener[0]) if (match := pattern.match(low, start))]
    ends.sort(key=lambda pair: -pair[0])
    for end, family in ends:
        if context.is_time(family, text, Span(start, end), last_end):
            words = meaning(family, low[start:end], start)
            if words:
                return context.seen_in(text, words)
    return None


def _join_lists(text: str, found: list[TimeWords]) -> tuple[TimeWords, ...]:
    """Complete what a member of a list or range leaves to its neighbour: "ngày 6 và 7.1", "từ 1 đến 3 tiếng"."""
    for place in range(len(found) - 2, -1, -1):
        words, following = found[place], found[place + 1]
        if context.are_listed(text, words.end, following.start):
            if _takes_day(found, place):
                words = replace(words, place=following.place)
            found[place] = _completed(words, following)
            found[place + 1] = _with_year(following, words)
    return tuple(words for words in found if not (words.rule == "listed-length" and _is_bare(words)))


def _takes_day(found: list[TimeWords], place: int) -> bool:
    """Say whether an hour without a day is the first end of hours of one day: "từ 8h đến 11h30 ngày 16/5"."""
    words, following = found[place], found[place + 1]
    if words.place is not None or not (words.clock and following.clock and words.clock < following.clock):
        return False
    is_told_ahead = place > 0 and words.start - found[place - 1].end < _DAY_AHEAD
    return following.place is not None and not is_told_ahead


def _completed(words: TimeWords, following: TimeWords) -> TimeWords:
    other = following.place
    if words.rule == "listed-length" and isinstance(other, Fixed):
        value = re.sub(
            r"[\dX.]+", str(words.place.value) if isinstance(words.place, Fixed) else "X", other.value, count=1
        )
        return replace(words, place=Fixed(value))
    if words.rule == "listed-part":
        return replace(words, place=other)
    day = words.place
    if not (isinstance(day, Day) and isinstance(other, Day)):
        return words
    if day.month is None and day.day and other.month and other.day:
        month, year = other.month, other.year
        if day.day > other.day:
            month = (month - 2) % 12 + 1
            year = year - 1 if isinstance(year, int) and month == 12 else year
        return replace(words, place=Day(year, month, day.day))
    if day.year is None and day.month and other.year is not None and other.month:
        year = other.year
        if isinstance(year, int) and (day.month, day.day or 0) > (other.month, other.day or 0):
            year -= 1
        return replace(words, place=replace(day, year=year))
    return words


def _with_year(words: TimeWords, before: TimeWords) -> TimeWords:
    """Give the second end of a range the year of the first: "từ ngày 24/10/2011 đến 22/11"."""
    day, first = words.place, before.place
    if not (isinstance(day, Day) and isinstance(first, Day) and isinstance(first.year, int)):
        return words
    if day.year is not None or not day.month or not first.month or bool(day.day) != bool(first.day):
        return words
    is_next_year = (day.month, day.day or 0) < (first.month, first.day or 0)
    return replace(words, place=replace(day, year=first.year + is_next_year))


def _is_bare(words: TimeWords) -> bool:
    return isinstance(words.place, Fixed) and not words.place.value.startswith("P")


RULES = VietnameseTimeRules()
