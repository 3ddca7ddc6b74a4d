"""Whether the values of two figures can both be right."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.compare.quantities.counted import Count

ROUNDED = 10_000
"""From here on a whole number may be a rounded one; below, 249 and 250 are two numbers."""
LEAST_NEAR = 0.9
"""Of "hơn 14 triệu" and 14.336.080: how near the smaller must come to the larger."""


def equal(a: Count, b: Count) -> bool:
    """Say whether two figures have the same value."""
    return math.isclose(a.low, b.low, rel_tol=1e-9) and math.isclose(a.high, b.high, rel_tol=1e-9)


def agree(a: Count, b: Count) -> bool:
    """Say whether two values are compatible: equal, one a rounding of the other, or one inside the other's bounds."""
    return equal(a, b) or _covers(a, b) or _covers(b, a)


def _covers(rough: Count, fine: Count) -> bool:
    """Say whether ``rough`` may be a less exact form of ``fine``."""
    if rough.high > rough.low:
        return rough.low <= fine.low and fine.high <= rough.high
    if fine.high > fine.low or min(rough.low, fine.low) < LEAST_NEAR * max(rough.low, fine.low):
        return False
    modifier = rough.figure.modifier
    if modifier in ("more", "less"):
        return rough.low <= fine.low if modifier == "more" else rough.low >= fine.low
    if modifier == "about":
        return fine.figure.modifier in ("exact", "about")
    return _is_rounded(rough.figure.value, fine.figure.value)


def _is_rounded(rough: float, fine: float) -> bool:
    """Say whether a value is another one to fewer digits, rounded or cut off.

    >>> _is_rounded(14_340_000, 14_336_080), _is_rounded(20, 20.7), _is_rounded(250, 249)
    (True, True, False)
    """
    if not rough or not fine or (fine < ROUNDED and float(fine).is_integer()):
        return False
    step = 10 ** (math.floor(math.log10(abs(fine))) - digits_of(rough) + 1)
    return any(math.isclose(whole(fine / step) * step, rough) for whole in (round, math.floor))


def digits_of(value: float) -> int:
    """Give the number of digits that tell: 1 for 6,000,000, 4 for 14,340,000 and for 20.75."""
    return max(1, len(f"{value:.10g}".split("e")[0].replace(".", "").strip("0")))
