"""Vietnamese units of measure, currencies and percent beside a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from doichieu.languages.contracts.figures import Unit
from doichieu.languages.lists import rows

if TYPE_CHECKING:
    from doichieu.languages.contracts.figures import Amount
    from doichieu.model import FigureKind

_LEAST_LARGE = 1000
_UNITS = {row[0]: row[1:] for row in rows(__package__, "figures/units.txt")}
_PREFIXES = {row[0]: row[1:] for row in rows(__package__, "figures/prefixes.txt")}


def _either(words: dict[str, tuple[str, ...]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_AFTER = re.compile(rf"( ?)({_either(_UNITS)})(?![\w])")
_PER = re.compile(
    r"(?: ?/ ?| một | mỗi | trên một )(?:lít|kg|tấn|lượng|chỉ|km|m2|m3|m²|ha|người|tháng|năm|ngày|giờ|chiếc|cổ phiếu"
    r"|ounce|thùng|kWh|căn|con|quả|vé|lần|suất|ca)(?!\w)"
)
_BEFORE = re.compile(rf"(?<!\w)({_either(_PREFIXES)}) ?$")


def unit_after(text: str, amount: Amount) -> Unit | None:
    """Give the unit directly behind an amount: "km", "tỷ [USD]", "đồng/lít"."""
    match = _AFTER.match(text, amount.end)
    if match is None:
        return None
    kind, name, factor, condition = _UNITS[match[2]]
    if (condition == "glued" and match[1]) or (condition == "large" and amount.value < _LEAST_LARGE and match[1]):
        return None
    if amount.in_words and condition != "any" and amount.value < _LEAST_LARGE:
        return None
    per = _PER.match(text, match.end()) if kind != "percent" else None
    end = per.end() if per else match.end()
    if per:
        name += re.sub(r"^(?: ?/ ?| trên một | một | mỗi )", "/", per[0])
    return Unit(match.start(2), end, cast("FigureKind", kind), name, float(factor))


def unit_before(text: str, amount: Amount) -> Unit | None:
    """Give the unit directly ahead of an amount: "$5", "f/2.0"."""
    match = _BEFORE.search(text, max(0, amount.start - 5), amount.start)
    if match is None:
        return None
    kind, name, factor = _PREFIXES[match[1]]
    return Unit(match.start(1), amount.start, cast("FigureKind", kind), name, float(factor))
