"""Actors: names of several articles that mean the same person, body or place."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from doichieu.model import Actor, Reading


def resolve_actors(readings: tuple[Reading, ...]) -> tuple[tuple[Reading, ...], tuple[Actor, ...]]:
    """Give the readings with the story's names for actors and speakers, and the actors."""
    return readings, ()
