"""Families of texts: each article under the one that most of its borrowed text comes from, laid over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from doichieu.tell.viewmodel.drawn import FamilyRow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from doichieu.tell.viewmodel.citing import Source
    from doichieu.tell.viewmodel.sources import Sources

LEAST = 0.1
"""Share of an article's text from another one below which it is no child of that one: a quotation may be as long."""
MOSTLY = 0.5
"""As in ``reprints``: from here on an article is no origin of its own."""
FIRST, LAST = 3, 88
"""Percent of the width at which the first and the last article stand; behind the last there is room for its share."""
STEP = 16
"""Percent from one generation to the next, where times do not tell where an article stands."""


def view_families(
    shares: Mapping[tuple[str, str], float], anchors: Mapping[tuple[str, str], str], sources: Sources
) -> tuple[tuple[FamilyRow, ...], tuple[Source, ...]]:
    """Give the rows of the drawing, each family from its first article down, and the articles that have no relative."""
    parents = _parents(shares, sources)
    children: dict[str, list[str]] = {}
    for child, parent in parents.items():
        children.setdefault(parent, []).append(child)
    heads = [article for article in sources.by_id if article not in parents and article in children]
    order = [row for head in heads for row in _down(head, children, 0)]
    places = {article: place for place, (article, _) in enumerate(order)}
    across = _across(order, sources)
    rows = tuple(
        FamilyRow(
            source=sources.by_id[article],
            parent=sources.by_id.get(parent),
            x=across[article],
            parent_x=across.get(parent, across[article]),
            up=places[article] - places.get(parent, places[article]),
            percent=round(shares.get((parent, article), 0.0) * 100),
            mostly=shares.get((parent, article), 0.0) > MOSTLY,
            anchor=anchors.get((parent, article), ""),
        )
        for article, _ in order
        for parent in [parents.get(article, "")]
    )
    alone = tuple(sources.by_id[article] for article in sources.by_id if article not in places)
    return rows, alone


def _parents(shares: Mapping[tuple[str, str], float], sources: Sources) -> dict[str, str]:
    """Give the article that each has most of its borrowed text from; nobody is an ancestor of its own."""
    best: dict[str, tuple[float, int, str]] = {}
    for (source, target), share in shares.items():
        if share >= LEAST and source != target:
            rank = (share, -sources.by_id[source].number, source)
            best[target] = max(best.get(target, rank), rank)
    parents: dict[str, str] = {}
    for target in sorted(best, key=lambda article: sources.by_id[article].number):
        if target not in _ancestors(best[target][2], parents):
            parents[target] = best[target][2]
    return parents


def _ancestors(article: str, parents: Mapping[str, str]) -> set[str]:
    found = {article}
    while article in parents:
        article = parents[article]
        found.add(article)
    return found


def _down(article: str, children: Mapping[str, list[str]], depth: int) -> Iterator[tuple[str, int]]:
    waiting = [(article, depth)]
    while waiting:
        one, level = waiting.pop()
        yield one, level
        waiting += [(child, level + 1) for child in reversed(children.get(one, []))]


def _across(order: list[tuple[str, int]], sources: Sources) -> dict[str, float]:
    """Give where each article stands, in percent of the width: by its time, or by its generation where none tells."""
    moments = {article: sources.reading(article).article.published for article, _ in order}
    times = {article: moment.timestamp() for article, moment in moments.items() if moment}
    low, high = min(times.values(), default=0), max(times.values(), default=0)
    if len(times) < len(order) or low == high:
        return {article: min(LAST, FIRST + STEP * depth) for article, depth in order}
    return {article: round(FIRST + (LAST - FIRST) * (time - low) / (high - low), 1) for article, time in times.items()}
