"""Linkage: near pairs into groups, by the mean nearness of all their members, so that no chain makes a group."""

from __future__ import annotations

import heapq
from collections.abc import Sequence

from doichieu.compare.stories.nearness import Pairs

UNSEEN = 0.02
"""Nearness taken for two articles that are no near pair. Set by hand, not measured."""


def link(count: int, pairs: Pairs, least: float) -> list[list[int]]:
    """Join the nearest groups first while the mean nearness of their members is ``least`` or more.

    Members and groups come in ascending order.
    """
    near: list[dict[int, float]] = [{} for _ in range(count)]
    for a, b, value in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.nearness.tolist(), strict=True):
        near[a][b] = near[b][a] = value
    members = [[number] for number in range(count)]
    queue = [(-value, a, b) for a, row in enumerate(near) for b, value in row.items() if a < b and value >= least]
    heapq.heapify(queue)
    while queue:
        value, a, b = heapq.heappop(queue)
        if near[a].get(b) != -value:
            continue  # one of the two has been joined since
        for other in _join(near, members, a, b):
            mean = near[a][other]
            if mean >= least:
                heapq.heappush(queue, (-mean, min(a, other), max(a, other)))
    return [sorted(group) for group in members if group]


def adopt(groups: list[list[int]], pairs: Pairs, least: float, margin: float, may: Sequence[bool]) -> list[list[int]]:
    """Put members that are alone into the group that they are nearest to, where no other is nearly as near.

    Their mean nearness to it must be ``least``, and ``margin`` times that to the next group. Only members that ``may``
    move do, and only to such.
    """
    group_of = {member: number for number, group in enumerate(groups) for member in group}
    near: dict[int, dict[int, float]] = {group[0]: {} for group in groups if len(group) == 1 and may[group[0]]}
    for a, b, value in zip(pairs.first.tolist(), pairs.second.tolist(), pairs.nearness.tolist(), strict=True):
        for one, other in ((a, b), (b, a)):
            if one in near:
                group = group_of[other]
                near[one][group] = near[one].get(group, 0.0) + value / len(groups[group])
    found = [list(group) for group in groups]
    for member, means in near.items():
        ranked = sorted(means.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or ranked[0][1] < least or (len(ranked) > 1 and ranked[0][1] < margin * ranked[1][1]):
            continue
        best = groups[ranked[0][0]]
        if len(best) > 1 and all(may[other] for other in best):
            found[ranked[0][0]].append(member)
            found[group_of[member]] = []
    return [sorted(group) for group in found if group]


def _join(near: list[dict[int, float]], members: list[list[int]], a: int, b: int) -> list[int]:
    """Make ``b`` part of ``a``; give the neighbours of both."""
    share = len(members[a]) / (len(members[a]) + len(members[b]))
    row, gone = near[a], near[b]
    others = sorted((row.keys() | gone.keys()) - {a, b})
    near[a] = {
        other: share * row.get(other, UNSEEN) + (1 - share) * gone.get(other, UNSEEN)
        for other in others
    }  # fmt: skip
    for other in others:
        near[other].pop(b, None)
        near[other][a] = near[a][other]
    near[b] = {}
    members[a] += members[b]
    members[b] = []
    return others
