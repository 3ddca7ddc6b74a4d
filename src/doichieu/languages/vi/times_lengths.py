"""What Vietnamese lengths of time and repeated times mean: "hơn 3 năm qua", "hai năm rưỡi", "hằng ngày"."""

from __future__ import annotations

import re

from doichieu.languages.contracts.times import Fixed, Place, Shift, Unit
from doichieu.languages.vi import times_grammar as grammar
from doichieu.languages.vi.numbers import find_numbers
from doichieu.languages.vi.times_tables import UNITS, search

_find_day_and_month = search(rf"(?<!\d)(?P<day>{grammar.DAY}) ?[/.–-] ?(?P<month>{grammar.MONTH})(?!\d)")
_find_monthly = search(rf"(?<!\d)(?P<day>{grammar.DAY}) (?:hàng|hằng) tháng")
_find_set_unit = search(r"(?P<unit>ngày|tuần|tháng|quý|năm|đêm|thế hệ)(?: một lần)?$")
_find_length_unit = re.compile(rf"(?P<unit>{grammar.UNIT})").finditer


def repeated(words: str) -> Place | None:
    """Give the set of times of "hằng năm", "4 năm một lần", "ngày 15 hàng tháng"."""
    month = _find_day_and_month(words)
    if month:
        return Fixed(f"XXXX-{int(month['month']):02}-{int(month['day']):02}")
    day = _find_monthly(words)
    if day:
        return Fixed(f"XXXX-XX-{int(day['day']):02}")
    match = _find_set_unit(words)
    if match is None:
        return None
    letter, times, _ = UNITS.get(match["unit"], ("D", "1", ""))
    numbers = find_numbers(words)
    return Fixed(f"P{int(numbers[0].value if numbers else 1) * int(times)}{letter}")


def later(words: str) -> Place | None:
    """Give the day or year of "hai năm sau đó", "một ngày trước", counted from the one last told."""
    numbers = find_numbers(words) or find_numbers(f"{words} người")
    count = int(numbers[0].value) if numbers else 0
    unit: Unit = "day" if "ngày" in words else "week" if "tuần" in words else "month" if "tháng" in words else "year"
    return Shift(unit, count if words.endswith(("sau đó", "sau")) else -count, "text") if 0 < count < 1000 else None


def length(words: str) -> Place | None:
    """Give the ISO 8601 duration of "hơn 1 giờ 30 phút", "hai năm rưỡi", "nửa năm", "vài giờ"."""
    if "24/24" in words:
        return Fixed("PT24H")
    days, clock = "", ""
    position = 0
    for match in _find_length_unit(words):
        letter, times, half = (*UNITS[match["unit"]], "")[:3]
        before = words[position : match.start()]
        if not before:
            continue  # the number five, which is the word for a year too
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


def listed_length(words: str) -> Place | None:
    """Give a length that still wants its unit, which stands behind the other end of the range."""
    return Fixed(_amount(words, 1, half=False))


def _amount(words: str, times: int, *, half: bool) -> str:
    numbers = [number for number in find_numbers(f"{words.strip()} năm") if not number.high]
    if not numbers:
        return "X"
    value = round((numbers[-1].value + (0.5 if half else 0)) * times, 3)
    return f"{value:g}" if value < 1_000_000 else "X"
