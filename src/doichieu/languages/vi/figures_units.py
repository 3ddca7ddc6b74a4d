"""Vietnamese units of measure, currencies and percent beside a number."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, cast

from doichieu.languages.contracts.figures import Unit
from doichieu.languages.lists import rows
from doichieu.languages.patterns import any_of

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import Amount
    from doichieu.model import FigureKind

_LEAST_LARGE = 1000
_UNITS = {row[0]: row[1:] for row in rows(__package__, "figures/units.txt")}
_PREFIXES = {row[0]: row[1:] for row in rows(__package__, "figures/prefixes.txt")}


_AFTER = re.compile(rf"( ?)({any_of(_UNITS)})(?:(?<=%)|(?!\w))")
_BORN = re.compile(r"(?<!zoom )(?<!quang )(?<!học )(?<!đại )(?<![\w.,])[6-9]X\Z")
"""Who was born in the nineties: "cô gái 9X"; a lens enlarges so much: "zoom 8X"."""
_PER = re.compile(
    r"(?: ?/ ?| một | mỗi | trên một )(?:lít|kg|tấn|lượng|chỉ|km|m2|m3|m²|ha|người|tháng|năm|ngày|giờ|chiếc|cổ phiếu"
    r"|ounce|thùng|kWh|căn|con|quả|vé|lần|suất|ca)(?!\w)"
)
_BILLIONS = re.compile(r" t[ỷỉ]$")
_SCALED = re.compile(r" (?:t[ỷỉ]|triệu|nghìn|ngàn)$")
_MONEY = re.compile(r" tiền(?!\w)")
_BEFORE = re.compile(rf"(?<!\w)({any_of(_PREFIXES)}) ?$")


@cache
def _counted() -> re.Pattern[str]:
    """Give a pattern for the nouns of which there may be billions."""
    lists = ("nouns.txt", "persons.txt", "classifiers.txt")
    nouns = any_of(row[0] for name in lists for row in rows(__package__, f"figures/{name}"))
    return re.compile(rf" (?!bao gồm){nouns}(?!\w)")


def unit_after(text: str, amount: Amount) -> Unit | None:
    """Give the unit directly behind an amount: "km", "tỷ [USD]", "đồng/lít"."""
    match = _AFTER.match(text, amount.end)
    if match is None:
        return _understood(text, amount)
    kind, name, factor, condition = _UNITS[match[2]]
    is_birth = match[2] == "X" and _BORN.search(text, max(0, amount.start - 12), match.end())
    if kind == "none" or is_birth:
        return None
    if (condition == "glued" and match[1]) or (condition == "large" and amount.value < _LEAST_LARGE and match[1]):
        return None
    if amount.in_words and condition != "any" and amount.value < _LEAST_LARGE:
        return None
    per = _PER.match(text, match.end()) if kind != "percent" else None
    end = per.end() if per else match.end()
    if per:
        name += re.sub(r"^(?: ?/ ?| trên một | một | mỗi )", "/", per[0])
    return Unit(match.start(2), end, cast("FigureKind", kind), name, float(factor))


def _understood(text: str, amount: Amount) -> Unit | None:
    """Give the currency that goes without saying: a bare "2.800 tỉ", "3 triệu tiền nhà" is so many đồng."""
    is_sum = _BILLIONS.search(text, amount.start, amount.end) and not _counted().match(text, amount.end)
    if is_sum or (_SCALED.search(text, amount.start, amount.end) and _MONEY.match(text, amount.end)):
        return Unit(amount.end, amount.end, "money", "VND", 1.0)
    return None


def unit_before(text: str, amount: Amount) -> Unit | None:
    """Give the unit directly ahead of an amount: "$5", "f/2.0"."""
    match = _BEFORE.search(text, max(0, amount.start - 5), amount.start)
    if match is None:
        return None
    kind, name, factor = _PREFIXES[match[1]]
    return Unit(match.start(1), amount.start, cast("FigureKind", kind), name, float(factor))
