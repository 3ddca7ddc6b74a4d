"""Actors: names of several articles that mean the same person, body or place."""

from doichieu.compare.actors.resolving import resolve_actors

__all__ = ["resolve_actors"]
