"""Stories: which articles tell of the same thing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from doichieu.compare.likeness import Weights
from doichieu.compare.stories.common_ground import common_ground
from doichieu.compare.stories.linkage import adopt, link
from doichieu.compare.stories.nearness import near_pairs
from doichieu.model import Because, Reading

TOGETHER = 0.09
"""Mean nearness from which articles are one story: F1 is the same from 0.0875 to 0.095, and falls on either side."""
ADOPTED = 0.08
CLEARLY = 1.2
"""Mean nearness, and how many times that to the next story, from which an article that is left alone joins one. Only
where all have times of publication. Set by hand: without them, most of the articles that joined did not belong."""
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
    pairs = near_pairs(pile, language)
    dated = [reading.article.published is not None for reading in pile]
    groups = adopt(link(len(pile), pairs, TOGETHER), pairs, ADOPTED, CLEARLY, dated)
    weights = Weights.of((), language)
    return [_told([pile[number] for number in group], weights) for group in groups]


def _told(readings: list[Reading], weights: Weights) -> Group:
    return Group(f"s:{readings[0].article.id}", tuple(readings), common_ground(readings, weights))
