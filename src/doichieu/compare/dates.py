"""Dates that an article leaves out, supplied by its story."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.model import Reading


def supply_dates(readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Complete the years (and days) that the readings of one story leave open."""
    return readings
