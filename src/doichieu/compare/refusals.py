"""Refusals: lines that were nearly joined, and why they were not."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Protocol

from doichieu.model import Because, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from doichieu.model import Evidence

BORDER = 0.6
"""Part of the likeness that joins, from which a refusal is told."""
EACH = 2
"""Refusals that one line has at most: those to the lines most like it."""
MOST = 200
"""Refusals of one kind that a story has at most: the nearest to the border."""

Pair = tuple[int, int]


class Line(Protocol):
    """A line of a story."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The words that it rests on."""


def refusals(
    groups: Sequence[Sequence[int]],
    lines: Sequence[Line],
    scores: Mapping[Pair, float],
    least: float,
    why: Callable[[int, int, float], Because],
) -> Iterator[Refusal]:
    """Give the pairs of lines whose nearest members were nearly, or by themselves would have been, joined.

    ``groups`` are the numbers of the members of each line, ``scores`` the likeness of pairs of members.
    """
    line_of = {member: number for number, group in enumerate(groups) for member in group}
    nearest: dict[Pair, tuple[float, Pair]] = {}
    for pair, score in scores.items():
        one, other = sorted((line_of[pair[0]], line_of[pair[1]]))
        if score >= BORDER * least and one != other:
            nearest[one, other] = max(nearest.get((one, other), (0.0, (0, 0))), (score, pair))
    told: Counter[int] = Counter()
    shown = 0
    for (one, other), (score, pair) in sorted(nearest.items(), key=lambda row: (-row[1][0], row[0])):
        if shown < MOST and max(told[one], told[other]) < EACH:
            told.update((one, other))
            shown += 1
            yield Refusal(
                lines=(lines[one].id, lines[other].id),
                evidence=(*lines[one].evidence, *lines[other].evidence),
                because=why(*pair, score),
            )
