"""Whether the figures of one quantity agree, contradict each other, or are stages of a number that changes."""

from __future__ import annotations

from datetime import timedelta
from itertools import combinations
from typing import TYPE_CHECKING

from doichieu.compare.quantities.values import agree
from doichieu.model import Because

if TYPE_CHECKING:
    from collections.abc import Sequence

    from doichieu.compare.quantities.counted import Count
    from doichieu.model import Relation

LATER = timedelta(hours=3)
"""Between two outlets' accounts: told further apart, a number may have changed."""


def relation_of(members: Sequence[Count]) -> Relation:
    """Give how the figures of a quantity stand to each other."""
    pairs = [(a, b) for a, b in combinations(members, 2) if not agree(a, b)]
    if not pairs:
        return "agree"
    return "update" if all(_at_other_times(a, b) for a, b in pairs) else "conflict"


def _at_other_times(a: Count, b: Count) -> bool:
    """Say whether two figures are told, or hold, at different times."""
    first, second = a.reading.article.published, b.reading.article.published
    if a.days and b.days and not a.days & b.days:
        return True
    if first is None or second is None:
        return a.is_casualty
    return abs(second - first) >= LATER


def because_of(members: Sequence[Count], relation: Relation, least: float) -> Because:
    """Give in words why these figures are one quantity and why they stand so to each other."""
    if len(members) == 1:
        return Because("no other figure of the story gives this quantity")
    values = list(dict.fromkeys(count.figure_text for count in members))
    number, sure = str(len(members)), f"{least:.2f}"
    if relation == "agree":
        if len({(count.low, count.high) for count in members}) == 1:
            return Because(
                "{0} figures of the same thing, all with the same value (each at least {1} sure)", (number, sure)
            )
        told = ", ".join(values)
        return Because(
            "{0} figures of the same thing, more or less exact: {1} (each at least {2} sure)", (number, told, sure)
        )
    told = " / ".join(values)
    if relation == "update":
        return Because(
            "{0} figures of the same thing that differ and were told at different times: {1}", (number, told)
        )
    return Because(
        "{0} figures of the same thing that differ, with no time told at which each holds: {1}", (number, told)
    )
