"""Clusters: things that belong together, from scores of pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Row = dict[int, float]
LARGEST = 300
"""Members of a component that are clustered as they are; a larger one is first cut at a stricter score, so that
the work stays bounded however many statements are alike. No story at hand comes near it."""
STRICTER = 0.15
"""How far the way to 1.0 the score goes up at each such cut."""


def cluster(count: int, scores: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Group 0 … ``count`` - 1 by merging, the most alike first, while two groups are alike by ``least`` or more.

    Two groups are as alike as the mean of their closest pair and of all their pairs: on pairs of statements that beat
    the closest pair alone (which chains) and the mean alone (which parts a whole from its pieces).
    A pair that ``scores`` lacks scores 0. Groups and members come in ascending order.
    """
    rows: list[Row] = [{} for _ in range(count)]
    for (i, j), score in scores.items():
        rows[i][j] = rows[j][i] = score
    return sorted(
        group for component in _components(range(count), rows, least) for group in _merged(component, rows, least)
    )


def _components(members: Iterable[int], rows: list[Row], least: float) -> list[list[int]]:
    allowed = dict.fromkeys(members)
    seen: set[int] = set()
    found: list[list[int]] = []
    for start in allowed:
        component: list[int] = []
        stack = [start]
        while stack:
            member = stack.pop()
            if member not in seen:
                seen.add(member)
                component.append(member)
                stack += [other for other, score in rows[member].items() if score >= least and other in allowed]
        if component:
            found.append(sorted(component))
    return found


def _merged(component: list[int], rows: list[Row], least: float) -> list[list[int]]:
    """Merge within a component; of equally good merges the first in ascending order."""
    if len(component) > LARGEST and least < 1 - 1e-6:
        stricter = least + (1 - least) * STRICTER
        return [group for part in _components(component, rows, stricter) for group in _merged(part, rows, stricter)]
    count = len(component)
    groups = [[member] for member in component]
    sizes = np.ones(count)
    nearest = np.array([[rows[a].get(b, 0.0) for b in component] for a in component])
    total = nearest.copy()
    while True:
        likeness = (nearest + total / np.outer(sizes, sizes)) / 2
        np.fill_diagonal(likeness, -1.0)
        i, j = sorted(divmod(int(likeness.argmax()), count))
        if likeness[i, j] < least:
            return [sorted(group) for group in groups if group]
        groups[i], groups[j] = groups[i] + groups[j], []
        sizes[i] += sizes[j]
        for table, joined in ((nearest, np.maximum(nearest[i], nearest[j])), (total, total[i] + total[j])):
            table[i, :] = table[:, i] = joined
            table[j, :] = table[:, j] = -np.inf
