"""What Vietnamese words for days and hours mean: "tối 22/10", "19 giờ ngày hôm qua", "sáng thứ Hai tuần trước"."""

from __future__ import annotations

import re

from doichieu.languages.contracts.times import Day, Fixed, Place, Shift, TimeWords, Weekday
from doichieu.languages.vi import times_grammar as grammar
from doichieu.languages.vi.times_tables import MONTHS, WHICH, base_of, lean_of, search, table, words_of, year_of

_PARTS, _DAYS, _BEHIND_PART, _WEEKDAYS = table("parts"), table("days"), table("behind_part"), table("weekdays")
_find_iso = search(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
_find_full = search(
    rf"(?<!\d)(?P<day>{grammar.DAY}) ?[/.–-] ?(?P<month>{grammar.MONTH}) ?[/.–-] ?(?P<year>\d{{4}}|\d\d)(?!\d)"
)
_find_long = search(
    rf"(?<!\d)(?P<day>{grammar.DAY}),? tháng (?P<month>\d\d?|{grammar.MONTH_WORD})(?:\D{{1,6}}(?P<year>\d{{4}}))?"
)
_find_short = search(rf"(?<!\d)(?P<day>{grammar.DAY}) ?[/.–-] ?(?P<month>{grammar.MONTH})(?!\d)")
_find_only_day = search(
    rf"(?:ngày|hôm|mùng|mồng) (?:mùng |mồng )?(?P<day>{grammar.DAY})(?!\d)|^(?:\D+ )?(?P<alone>{grammar.DAY})$"
)
_find_deictic = search(rf"(?<!\w)(?P<words>{words_of(_DAYS)})")
_find_behind = search(rf"(?P<words>{words_of(_BEHIND_PART)})")
_find_weekday = search(rf"(?P<words>{words_of(_WEEKDAYS)})(?: (?:cuối )?tuần (?P<week>{words_of(WHICH)}))?")
_find_clock = search(
    r"(?<!\d)(?P<hour>\d\d?) ?(?:(?:h|g|:|giờ)(?!\w| ?:? ?\d)|(?:[hg] ?:? ?|: ?|giờ )(?P<minute>[0-5]?\d)(?!\d))"
    r"(?: (?P<half>rưỡi)| ?kém (?P<less>\d\d?))?"
)
_find_word_clock = search(
    r"(?P<hour>mười một|mười hai|mười|một|hai|ba|bốn|năm|sáu|bảy|tám|chín) giờ(?: (?P<half>rưỡi))?"
)
_DIGITAL = re.compile(r"\d\d?:\d\d|lúc \d\d?:\d\d(?::\d\d)?[,|]? ?\d")
_find_part = search(rf"(?<!\w)(?P<words>{words_of(_PARTS)})")


def moment(family: str, words: str, start: int) -> TimeWords | None:
    """Give the meaning of a phrase for a day, a part of a day or an hour; None where its hour is none."""
    match = _find_clock(words) or _find_word_clock(words) if family in ("clock", "stamp") else None
    clock = _clock(match) if match else None
    rest = f"{words[: match.start()]} {words[match.end() :]}" if match else words
    part = _find_part(rest)
    code = _PARTS[part["words"]][0] if part else None
    if clock:
        clock = (_hour(clock[0], code), clock[1])
        if clock[0] > 24:
            return None
    place = _day_place(rest, part.end() if part else None)
    is_stamp = _is_full(place) and (family == "stamp" or _has_stamp_form(words))
    return TimeWords(
        start=start,
        end=start + len(words),
        type="SET" if isinstance(place, Fixed) else "TIME" if clock or code else "DATE",
        rule="stamp" if is_stamp else family,
        place=place,
        clock=clock,
        part=None if clock else code,
        lean=lean_of(words),
        is_stamp=is_stamp,
    )


def _has_stamp_form(words: str) -> bool:
    """Say whether a full day stands with its weekday or behind a clock in digits: "07:52, 08/01/2022"."""
    return _find_weekday(words) is not None or _DIGITAL.match(words) is not None


def _is_full(place: Place | None) -> bool:
    return isinstance(place, Day) and bool(place.day) and isinstance(place.year, int)


def _clock(match: re.Match[str]) -> tuple[int, int]:
    groups = match.groupdict()
    hour = int(groups["hour"]) if groups["hour"].isdigit() else int(MONTHS[groups["hour"]][0])
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
    return Weekday(number, int(WHICH[match["week"]][0]) if match["week"] else None)


def _day_shift(row: tuple[str, ...]) -> Shift:
    return Shift("day", int(row[0]), base_of(row[1]))


def _day(groups: dict[str, str | None], words: str) -> Day | None:
    month = groups["month"] or ""
    year = groups.get("year")
    return Day(
        year=_full_year(year) if year else year_of(words),
        month=int(month) if month.isdigit() else int(MONTHS[month][0]),
        day=int(groups["day"] or 0),
    )


def _full_year(digits: str) -> int:
    year = int(digits)
    return year if year > 99 else 2000 + year if year < 50 else 1900 + year
