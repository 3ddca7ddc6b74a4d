"""A number over the time at which its values were first told: steps where it changed, dots where they conflict."""

from __future__ import annotations

from datetime import UTC
from typing import TYPE_CHECKING

from doichieu.tell.dates import moment_in_words
from doichieu.tell.viewmodel.drawn import Step, Steps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import datetime

    from doichieu.tell.phrases import Phrases

FEWEST, MOST = 3, 12
"""Fewer values than this need no picture; more cannot be told apart in a small one."""
WIDTH, HEIGHT, SIDE, TOP, GROUND = 304, 108, 6, 24, 84
LINE = 13
"""Height of a label."""
LETTER = 8
"""About the width of a digit of a label: a label that the next step would run through is left out."""

Told = tuple["datetime", float, str]
"""When an article gave a value, the value, and how it is written."""


def view_steps(about: str, told: Iterable[Told], phrases: Phrases, *, conflict: bool = False) -> Steps | None:
    """Give a number's values in the order of time; those in conflict are not joined, since none follows another.

    None where there are too few or too many, or where two of a line were first told at one time, so that nothing orders
    them.
    """
    rows = sorted((_aware(moment), value, shown) for moment, value, shown in told)
    first: dict[float, tuple[datetime, str]] = {}
    for moment, value, shown in rows:
        first.setdefault(value, (moment, shown))
    moments = [moment for moment, _ in first.values()]
    ordered = len(set(moments)) == len(moments)
    if not FEWEST <= len(first) <= MOST or not (ordered or conflict) or min(first) < 0 or moments[0] == rows[-1][0]:
        return None
    last = rows[-1][0]
    across = _scale(moments[0].timestamp(), last.timestamp(), SIDE, WIDTH - SIDE)
    up = _scale(min(first) if conflict else 0, max(first), GROUND - 14 if conflict else GROUND, TOP)
    places = [(across(moment.timestamp()), up(value)) for value, (moment, _) in first.items()]
    words = [shown for _, shown in first.values()]
    return Steps(
        width=WIDTH,
        height=HEIGHT,
        ground=GROUND,
        path="" if conflict else _path(places, WIDTH - SIDE),
        steps=_dots(places, words) if conflict else _corners(places, words),
        title=phrases.say("{0}: the number over the time of publication", about),
        description="; ".join(f"{moment_in_words(moment, phrases)}: {shown}" for moment, shown in first.values()),
        first=moment_in_words(moments[0], phrases),
        last=moment_in_words(last, phrases),
    )


def _corners(places: list[tuple[int, int]], words: list[str]) -> tuple[Step, ...]:
    """Give the steps of a line with the labels above them, left out where the next step would run through."""
    ends = [x for x, _ in places[1:]] + [WIDTH]
    return tuple(
        Step(
            x=x,
            y=y,
            label=text if x + LETTER * len(text) <= end or end == WIDTH else "",
            label_x=x + 4 if end == WIDTH else x - 4,
            label_y=y - 8,
            before=end == WIDTH,
        )
        for (x, y), text, end in zip(places, words, ends, strict=True)
    )


def _dots(places: list[tuple[int, int]], words: list[str]) -> tuple[Step, ...]:
    """Give dots with the labels beside them, left out where they would run through another."""
    dots: list[Step] = []
    taken: list[tuple[int, int, int]] = [(x - 6, x + 6, y) for x, y in places]
    for (x, y), text in zip(places, words, strict=True):
        before = x + 10 + LETTER * len(text) > WIDTH
        start, end = (x - 10 - LETTER * len(text), x - 7) if before else (x + 7, x + 10 + LETTER * len(text))
        free = all(end < left or start > right or abs(y - height) >= LINE for left, right, height in taken)
        if free:
            taken.append((start, end, y))
        dots.append(
            Step(x=x, y=y, label=text if free else "", label_x=x - 9 if before else x + 9, label_y=y + 4, before=before)
        )
    return tuple(dots)


def _aware(moment: datetime) -> datetime:
    """Give a time with its zone, so that those with one and those without can be put in order."""
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _scale(low: float, high: float, start: int, end: int) -> Callable[[float], int]:
    """Give the function that lays ``low`` at ``start`` and ``high`` at ``end``."""
    factor = (end - start) / ((high - low) or 1)
    return lambda value: round(start + (value - low) * factor)


def _path(places: list[tuple[int, int]], end: int) -> str:
    (x, y), *others = places
    return f"M{x} {y}" + "".join(f"H{x}V{y}" for x, y in others) + f"H{end}"
