"""Stories: which articles tell of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from doichieu.compare.common_ground import common_ground
from doichieu.compare.likeness import Weights
from doichieu.compare.linkage import link
from doichieu.compare.nearness import near_pairs
from doichieu.model import Because, Reading

TOGETHER = 0.10
"""Mean nearness from which articles are one story."""
_LAST = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Group:
    """Readings of one story, in the order of publication, and why they are one."""

    id: str
    readings: tuple[Reading, ...]
    because: tuple[Because, ...]


def group_stories(readings: Sequence[Reading]) -> list[Group]:
    """Group readings into stories. Their order does not matter."""
    piles: dict[str, list[Reading]] = {}
    for reading in sorted(readings, key=told_at):
        piles.setdefault(reading.article.language, []).append(reading)
    return [group for language in sorted(piles) for group in _group(piles[language], language)]


def told_at(reading: Reading) -> tuple[datetime, str, str]:
    """Give what readings are ordered by: publication (unknown last), then id."""
    published = reading.article.published
    if published is not None and published.tzinfo is None:
        published = published.replace(tzinfo=UTC)
    return published or _LAST, reading.article.id, reading.text


def _group(pile: list[Reading], language: str) -> list[Group]:
    groups = link(len(pile), near_pairs(pile, language), TOGETHER)
    weights = Weights.of((), language)
    return [_told([pile[number] for number in group], weights) for group in groups]


def _told(readings: list[Reading], weights: Weights) -> Group:
    return Group(f"s:{readings[0].article.id}", tuple(readings), common_ground(readings, weights))
