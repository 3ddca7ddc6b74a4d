"""What Vietnamese time words mean: the words of a phrase to its place on the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from doichieu.languages.contracts.times import (
    Day,
    Fixed,
    Place,
    SamePeriod,
    Shift,
    TimeWords,
    Weekend,
    YearPart,
)
from doichieu.languages.vi import times_grammar as grammar
from doichieu.languages.vi.times_lengths import later, length, listed_length, repeated
from doichieu.languages.vi.times_moments import moment
from doichieu.languages.vi.times_tables import MONTHS, WHICH, lean_of, search, shift_to, words_of, year_of
from doichieu.model import TimeType

_ROMAN = {"i": 1, "v": 5, "x": 10}
_find_month = search(
    rf"tháng (?:(?P<number>\d\d?)|(?P<word>{grammar.MONTH_WORD})(?!\w))(?: ?[/.–-] ?| )?(?P<year>\d{{4}})?"
)
_find_which = search(rf"(?<!\w)(?:tháng|tuần|tuần lễ|năm|quý|quí) (?P<words>{words_of(WHICH)})")
_find_year = search(r"(?<!\d)(?P<year>\d{4})(?!\d)")
_find_quarter = search(r"(?:quý|quí) (?:(?P<roman>iii|ii|iv|i)|(?P<number>[1-4])|(?P<word>một|hai|ba|tư|bốn))(?!\w)")
_find_season = search(r"mùa (?P<words>xuân|hè|hạ|thu|đông)")
_SEASONS = {"xuân": "SP", "hè": "SU", "hạ": "SU", "thu": "FA", "đông": "WI"}
_find_century = search(r"(?P<roman>[ivx]+)$|(?P<number>\d\d?)$")
_PASSED = ("vừa qua", "vừa rồi", "qua", "này", "tới")


def meaning(family: str, words: str, start: int) -> TimeWords | None:
    """Give the meaning of a lower-case phrase of one of the grammar's families, None where it has none after all."""
    if family in _MOMENTS:
        return moment(family, words, start)
    place = _PLACES[family](words)
    if place is None:
        return None
    kind = _TYPES.get(family, "DATE")
    return TimeWords(start=start, end=start + len(words), type=kind, rule=family, place=place, lean=lean_of(words))


def _month(words: str) -> Place | None:
    match = _find_month(words)
    if match is None:
        which = _find_which(words)
        return shift_to("month", which["words"]) if which else Shift("month", 0)
    month = int(match["number"] or MONTHS[match["word"]][0])
    return Day(year=int(match["year"]) if match["year"] else year_of(words), month=month)


def _bare_month(words: str) -> Place:
    month, year = words.split("/")
    return Day(year=int(year), month=int(month))


def _year(words: str) -> Place | None:
    match = _find_year(words)
    if match:
        return Day(year=int(match["year"]))
    place = year_of(words)
    return place if isinstance(place, Shift) else Shift("year", 0)


def _quarter(words: str) -> Place | None:
    match = _find_quarter(words)
    if match is None:
        which = _find_which(words)
        return shift_to("quarter", which["words"]) if which else None
    number = (
        ("i", "ii", "iii", "iv").index(match["roman"]) + 1
        if match["roman"]
        else int(match["number"] or MONTHS[match["word"]][0])
    )
    return YearPart(f"Q{number}", _plain_year(words))


def _plain_year(words: str) -> int | Shift | None:
    match = _find_year(words)
    return int(match["year"]) if match else year_of(words)


def _half_year(words: str) -> Place:
    return YearPart("H1" if "đầu" in words else "H2", _plain_year(words))


def _season(words: str) -> Place | None:
    match = _find_season(words)
    if match is None:
        return None
    which = re.search(rf"(?P<words>{words_of(WHICH)})$", words)
    year = _plain_year(words) or (Shift("year", int(WHICH[which["words"]][0])) if which else None)
    # "Mùa hè vừa qua" is the last summer, which is this year's unless the year has just begun.
    if which and which["words"] in _PASSED and not year_of(words):
        year = None
    return YearPart(_SEASONS[match["words"]], year)


def _week(words: str) -> Place:
    match = _find_which(words)
    if "cuối" in words and (match is None or match["words"] in ("này", "tới", "qua", "vừa qua")):
        return Weekend(0 if match and match["words"] == "này" else None)
    if match:
        return shift_to("week", match["words"])
    return Shift("week", 0)


def _same_period(words: str) -> Place:
    year = _plain_year(words) or Shift("year", -1)
    month = _find_month(words)
    if month and month["number"]:
        return Day(year=year, month=int(month["number"]))
    quarter = _quarter(words)
    return replace(quarter, year=year) if isinstance(quarter, YearPart) else SamePeriod(year)


def _decade(words: str) -> Place | None:
    match = re.search(r"(\d{2,4})$", words)
    if match is None:
        return None
    digits = match[1] if len(match[1]) == 4 else f"{'20' if match[1] < '30' else '19'}{match[1]}"
    return Fixed(digits[:3] if digits[3] == "0" else digits)


def _century(words: str) -> Place | None:
    match = _find_century(words)
    if match is None:
        return None
    number = int(match["number"]) if match["number"] else _roman(match["roman"])
    return Fixed(f"{number - 1:02}") if 0 < number < 30 else None


def _roman(digits: str) -> int:
    values = [_ROMAN[digit] for digit in digits]
    return sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))


_MOMENTS = frozenset({"stamp", "listed-day", "clock", "part", "listed-part", "part-alone", "day", "bare-day"})
_TYPES: dict[str, TimeType] = {
    "set": "SET",
    "length": "DURATION",
    "listed-length": "DURATION",
    "length-around": "DURATION",
}
_PLACES: dict[str, Callable[[str], Place | None]] = {
    "set": repeated,
    "later": later,
    "listed-length": listed_length,
    "decade": _decade,
    "length": length,
    "length-around": length,
    "month": _month,
    "bare-month": _bare_month,
    "half-year": _half_year,
    "year": _year,
    "quarter": _quarter,
    "season": _season,
    "week": _week,
    "same-period": _same_period,
    "century": _century,
    "bare-year": _year,
}
