"""Amounts: what a figure says, as a range of numbers, and whether two can both be right."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from doichieu.model import Evidence, Figure, Story

ABOUT = 0.1
"""Part of a number by which "about" may be off: "gần 8.000" for 7,500, "khoảng 160" for 164."""
ROUNDED = 0.005
"""Part by which plain numbers may differ by rounding: 1.96 for 1.964 billion."""


@dataclass(frozen=True, slots=True)
class Amount:
    """The numbers that a figure allows, from ``low`` to ``high``, its words and the article that gives it."""

    article: str
    low: float
    high: float
    words: str
    evidence: Evidence


def amounts_of(story: Story) -> dict[str, Amount]:
    """Give the amounts of a story by the ids of their figures."""
    return {
        figure.id: _amount(figure, reading.article.id, reading.text)
        for reading in story.readings
        for figure in reading.figures
    }


def compatible(one: Amount, other: Amount) -> bool:
    """Say whether two amounts can be the same number."""
    return one.low <= other.high and other.low <= one.high


def _amount(figure: Figure, article: str, text: str) -> Amount:
    value, high = sorted((figure.value, figure.value if figure.high is None else figure.high))
    slack = ABOUT if figure.modifier in {"about", "vague"} else ROUNDED if abs(value) >= 100 else 0.0
    low, high = value - abs(value) * slack, high + abs(high) * slack
    if figure.modifier == "more":
        high = max(high * 2, high) if figure.high is None else inf
    if figure.modifier == "less":
        low = min(low / 2, low)
    evidence = Evidence(article, figure.start, figure.end)
    return Amount(article, low, high, text[figure.start : figure.end], evidence)
