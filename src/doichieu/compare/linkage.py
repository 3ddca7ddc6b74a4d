"""Linkage: near pairs into groups, by the mean nearness of all their members, so that no chain makes a group."""

from __future__ import annotations

import heapq

from doichieu.compare.nearness import Pairs

UNSEEN = 0.02
"""Nearness of two articles that are no near pair: the mean over such pairs."""


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
