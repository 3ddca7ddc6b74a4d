"""Stories: which articles tell of the same thing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from doichieu.model import Because, Reading

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Group:
    """Readings of one story, in the order of publication, and why they are one."""

    id: str
    readings: tuple[Reading, ...]
    because: tuple[Because, ...]


def group_stories(readings: Sequence[Reading]) -> list[Group]:
    """Group readings into stories. Their order does not matter."""
    return [Group(f"s:{reading.article.id}", (reading,), ()) for reading in readings]
