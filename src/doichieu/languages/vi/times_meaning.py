"""What Vietnamese time words mean: the words of a phrase to its place on the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from doichieu.languages.contracts.times import (
    Base,
    Day,
    Fixed,
    Place,
    SamePeriod,
    Shift,
    TimeWords,
    Unit,
    Weekday,
    Weekend,
    YearPart,
)
from doichieu.languages.lists import rows
from doichieu.languages.vi import times_grammar as grammar
from doichieu.languages.vi.numbers import find_numbers
from doichieu.model import TimeType

Lean = Literal[-1, 0, 1]
_ROMAN = {"i": 1, "v": 5, "x": 10}


def _table(name: str) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in rows(__package__, f"times/{name}.txt")}


_PARTS, _DAYS, _BEHIND_PART, _WHICH = _table("parts"), _table("days"), _table("behind_part"), _table("which")
_MONTHS, _WEEKDAYS, _UNITS, _LEANS = _table("months"), _table("weekdays"), _table("units"), _table("leans")


def _search(pattern: str) -> Callable[[str], re.Match[str] | None]:
    return re.compile(pattern).search


def _words(table: dict[str, tuple[str, ...]]) -> str:
    return grammar.any_of(frozenset(table)) + r"(?!\w)"


_find_iso = _search(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_find_full = _search(
    rf"(?<!\d)(?P<day>{grammar.DAY}) ?[/.–-] ?(?P<month>{grammar.MONTH}) ?[/.–-] ?(?P<year>\d{{4}}|\d\d)(?!\d)"
)
_find_long = _search(
    rf"(?<!\d)(?P<day>{grammar.DAY}),? tháng (?P<month>\d\d?|{grammar.MONTH_WORD})(?:\D{{1,6}}(?P<year>\d{{4}}))?"
)
_find_short = _search(rf"(?<!\d)(?P<day>{grammar.DAY}) ?[/.–-] ?(?P<month>{grammar.MONTH})(?!\d)")
_find_only_day = _search(
    rf"(?:ngày|hôm|mùng|mồng) (?:mùng |mồng )?(?P<day>{grammar.DAY})(?!\d)|^(?:\D+ )?(?P<alone>{grammar.DAY})$"
)
_find_deictic = _search(rf"(?<!\w)(?P<words>{_words(_DAYS)})")
_find_behind = _search(rf"(?P<words>{_words(_BEHIND_PART)})")
_find_weekday = _search(rf"(?P<words>{_words(_WEEKDAYS)})(?: (?:cuối )?tuần (?P<week>{_words(_WHICH)}))?")
_find_clock = _search(
    r"(?<!\d)(?P<hour>\d\d?) ?(?:(?:h|g|:|giờ)(?!\w| ?:? ?\d)|(?:[hg] ?:? ?|: ?|giờ )(?P<minute>[0-5]?\d)(?!\d))"
    r"(?: (?P<half>rưỡi)| ?kém (?P<less>\d\d?))?"
)
_find_word_clock = _search(
    r"(?P<hour>mười một|mười hai|mười|một|hai|ba|bốn|năm|sáu|bảy|tám|chín) giờ(?: (?P<half>rưỡi))?"
)
_find_part = _search(rf"(?<!\w)(?P<words>{_words(_PARTS)})")
_find_year_of = _search(rf"(?:năm (?P<year>\d{{4}})|năm (?P<which>{_words(_WHICH)})|(?P<same>cùng năm))")
_find_lean = _search(rf"(?<!\w)(?P<words>{_words(_LEANS)})$")
_find_month = _search(
    rf"tháng (?:(?P<number>\d\d?)|(?P<word>{grammar.MONTH_WORD})(?!\w))(?: ?[/.–-] ?| )?(?P<year>\d{{4}})?"
)
_find_which = _search(rf"(?<!\w)(?:tháng|tuần|tuần lễ|năm|quý|quí) (?P<words>{_words(_WHICH)})")
_find_year = _search(r"(?<!\d)(?P<year>\d{4})(?!\d)")
_find_quarter = _search(r"(?:quý|quí) (?:(?P<roman>iii|ii|iv|i)|(?P<number>[1-4])|(?P<word>một|hai|ba|tư|bốn))(?!\w)")
_find_season = _search(r"mùa (?P<words>xuân|hè|hạ|thu|đông)")
_SEASONS = {"xuân": "SP", "hè": "SU", "hạ": "SU", "thu": "FA", "đông": "WI"}
_find_set_unit = _search(r"(?P<unit>ngày|tuần|tháng|quý|năm|đêm|thế hệ)(?: một lần)?$")
_find_length_unit = re.compile(rf"(?P<unit>{grammar.UNIT})").finditer
_find_century = _search(r"(?P<roman>[ivx]+)$|(?P<number>\d\d?)$")


def meaning(family: str, words: str, start: int) -> TimeWords | None:
    """Give the meaning of a lower-case phrase of one of the grammar's families, None where it has none after all."""
    if family in _MOMENTS:
        return _moment(family, words, start)
    place = _PLACES[family](words)
    if place is None:
        return None
    kind = _TYPES.get(family, "DATE")
    return TimeWords(start=start, end=start + len(words), type=kind, rule=family, place=place, lean=_lean(words))


def _moment(family: str, words: str, start: int) -> TimeWords | None:
    rest, clock = words, None
    match = _find_clock(words) or _find_word_clock(words)
    if match and family in ("clock", "stamp"):
        rest = f"{words[: match.start()]} {words[match.end() :]}"
        clock = _clock(match)
    part = _find_part(rest)
    code = _PARTS[part["words"]][0] if part else None
    place = _day_place(rest, part.end() if part else None)
    if clock:
        clock = (_hour(clock[0], code), clock[1])
        if clock[0] > 24:
            return None
    return TimeWords(
        start=start,
        end=start + len(words),
        type="TIME" if clock or code else "DATE",
        rule=family,
        place=place,
        clock=clock,
        part=None if clock else code,
        lean=_lean(words),
        is_stamp=isinstance(place, Day)
        and isinstance(place.year, int)
        and (family == "stamp" or (bool(place.day) and _find_weekday(words) is not None)),
    )


def _clock(match: re.Match[str]) -> tuple[int, int]:
    groups = match.groupdict()
    hour = int(groups["hour"]) if groups["hour"].isdigit() else int(_MONTHS[groups["hour"]][0])
    if groups.get("less"):
        return hour - 1, 60 - min(59, int(groups["less"]))
    return hour, 30 if groups.get("half") else int(groups.get("minute") or 0)


def _hour(hour: int, part: str | None) -> int:
    """Give the hour of the day: "8 giờ tối" is 20, "12 giờ đêm" 0, "1 giờ đêm" 1."""
    if (part in ("AF", "EV") and hour < 12) or (part == "NI" and 6 <= hour < 12) or (part == "MI" and hour < 4):
        return hour + 12
    return 0 if part == "NI" and hour == 12 else hour


def _day_place(words: str, behind_part: int | None) -> Place | None:
    """Give the day that a phrase names; the numbers of a date weigh more than "hôm qua" beside them."""
    date = _find_iso(words) or _find_full(words) or _find_long(words) or _find_short(words)
    if date:
        return _day(date.groupdict(), words)
    match = _find_weekday(words)
    if match:
        return _weekday(words, match)
    match = _find_deictic(words)
    if match:
        return _day_shift(_DAYS[match["words"]])
    match = _find_only_day(words)
    if match:
        return Day(day=int(match["day"] or match["alone"]))
    match = _find_behind(words[behind_part:]) if behind_part is not None else None
    return _day_shift(_BEHIND_PART[match["words"]]) if match else None


def _weekday(words: str, match: re.Match[str]) -> Place:
    number = int(_WEEKDAYS[match["words"]][0])
    if words.endswith(("hàng tuần", "hằng tuần")):
        return Fixed(f"XXXX-WXX-{number}")
    return Weekday(number, int(_WHICH[match["week"]][0]) if match["week"] else None)


def _day_shift(row: tuple[str, ...]) -> Shift:
    return Shift("day", int(row[0]), _base(row[1]))


def _day(groups: dict[str, str | None], words: str) -> Day | None:
    month = groups["month"] or ""
    year = groups.get("year")
    return Day(
        year=_full_year(year) if year else _year_of(words),
        month=int(month) if month.isdigit() else int(_MONTHS[month][0]),
        day=int(groups["day"] or 0),
    )


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else 2000 + year if year < 50 else 1900 + year


def _year_of(words: str) -> int | Shift | None:
    match = _find_year_of(words)
    if match is None:
        return None
    if match["year"]:
        return int(match["year"])
    return Shift("year", 0, "text") if match["same"] else _which("year", match["which"])


def _which(unit: Unit, words: str) -> Shift:
    count, base = _WHICH[words]
    return Shift(unit, int(count), _base(base))


def _base(word: str) -> Base:
    return "text" if word == "text" else "now"


def _lean(words: str) -> Lean:
    match = _find_lean(words)
    lean = int(_LEANS[match["words"]][0]) if match else 0
    return -1 if lean < 0 else 1 if lean > 0 else 0


def _month(words: str) -> Place | None:
    match = _find_month(words)
    if match is None:
        which = _find_which(words)
        return _which("month", which["words"]) if which else Shift("month", 0)
    month = int(match["number"] or _MONTHS[match["word"]][0])
    return Day(year=int(match["year"]) if match["year"] else _year_of(words), month=month)


def _bare_month(words: str) -> Place:
    month, year = words.split("/")
    return Day(year=int(year), month=int(month))


def _year(words: str) -> Place | None:
    match = _find_year(words)
    if match:
        return Day(year=int(match["year"]))
    place = _year_of(words)
    return place if isinstance(place, Shift) else Shift("year", 0)


def _quarter(words: str) -> Place | None:
    match = _find_quarter(words)
    if match is None:
        which = _find_which(words)
        return _which("quarter", which["words"]) if which else None
    number = (
        ("i", "ii", "iii", "iv").index(match["roman"]) + 1
        if match["roman"]
        else int(match["number"] or _MONTHS[match["word"]][0])
    )
    return YearPart(f"Q{number}", _plain_year(words))


def _plain_year(words: str) -> int | Shift | None:
    match = _find_year(words)
    return int(match["year"]) if match else _year_of(words)


def _half_year(words: str) -> Place:
    return YearPart("H1" if "đầu" in words else "H2", _plain_year(words))


def _season(words: str) -> Place | None:
    match = _find_season(words)
    if match is None:
        return None
    which = re.search(rf"(?P<words>{_words(_WHICH)})$", words)
    year = _plain_year(words) or (Shift("year", int(_WHICH[which["words"]][0])) if which else None)
    # "Mùa hè vừa qua" is the last summer, which is this year's unless the year has just begun.
    if which and which["words"] in _LEANS and not _find_year_of(words):
        year = None
    return YearPart(_SEASONS[match["words"]], year)


def _week(words: str) -> Place:
    match = _find_which(words)
    if "cuối" in words and (match is None or match["words"] in ("này", "tới", "qua", "vừa qua")):
        return Weekend(0 if match and match["words"] == "này" else None)
    if match:
        return _which("week", match["words"])
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


def _set(words: str) -> Place | None:
    month = _find_short(words)
    if month:
        return Fixed(f"XXXX-{int(month['month']):02}-{int(month['day']):02}")
    day = re.search(rf"(?<!\d)(?P<day>{grammar.DAY}) h.ng tháng", words)
    if day:
        return Fixed(f"XXXX-XX-{int(day['day']):02}")
    match = _find_set_unit(words)
    if match is None:
        return None
    letter, times, _ = _UNITS.get(match["unit"], ("D", "1", ""))
    numbers = find_numbers(words)
    return Fixed(f"P{int(numbers[0].value if numbers else 1) * int(times)}{letter}")


def _later(words: str) -> Place | None:
    numbers = find_numbers(words) or find_numbers(f"{words} người")
    count = int(numbers[0].value) if numbers else 0
    unit: Unit = "day" if "ngày" in words else "week" if "tuần" in words else "month" if "tháng" in words else "year"
    return Shift(unit, count if words.endswith("sau đó") else -count, "text") if 0 < count < 1000 else None


def _length(words: str) -> Place | None:
    """Give the ISO 8601 duration of "hơn 1 giờ 30 phút", "hai năm rưỡi", "nửa năm", "vài giờ"."""
    if "24/24" in words:
        return Fixed("PT24H")
    days, clock = "", ""
    position = 0
    for match in _find_length_unit(words):
        letter, times, half = (*_UNITS[match["unit"]], "")[:3]
        before = words[position : match.start()]
        if position and not re.search(r"\d", before):
            break
        if before.strip().endswith("nửa") and half:
            return Fixed(half)
        amount = _amount(before, int(times), half=words.startswith(" rưỡi", match.end()))
        if letter.startswith("T"):
            clock += f"{amount}{letter[1]}"
        else:
            days += f"{amount}{letter}"
        position = match.end()
    return Fixed(f"P{days}{'T' + clock if clock else ''}") if days or clock else None


def _amount(words: str, times: int, *, half: bool) -> str:
    numbers = [number for number in find_numbers(f"{words.strip()} năm") if not number.high]
    if not numbers:
        return "X"
    value = round((numbers[-1].value + (0.5 if half else 0)) * times, 3)
    return f"{value:g}" if value < 1_000_000 else "X"


def _listed_length(words: str) -> Place | None:
    """Give a length that still wants its unit, which stands behind the other end of the range."""
    return Fixed(_amount(words, 1, half=False))


_MOMENTS = frozenset({"stamp", "listed-day", "clock", "part", "listed-part", "part-alone", "day", "bare-day"})
_TYPES: dict[str, TimeType] = {
    "set": "SET",
    "length": "DURATION",
    "listed-length": "DURATION",
    "length-around": "DURATION",
}
_PLACES: dict[str, Callable[[str], Place | None]] = {
    "set": _set,
    "later": _later,
    "listed-length": _listed_length,
    "decade": _decade,
    "length": _length,
    "length-around": _length,
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
