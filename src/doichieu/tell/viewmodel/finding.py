"""By what a reader finds a line, as typed records."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """By what a line is found: outlets and actors, as numbers in the lists of the filters, from 1, and ISO days."""

    outlets: tuple[int, ...] = ()
    actors: tuple[int, ...] = ()
    days: tuple[str, ...] = ()
    disputed: bool = False
    single: bool = False
    """Whether it has one origin only."""


NO_FACETS = Facets()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something to choose from."""

    value: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What a story can be narrowed down to."""

    outlets: tuple[Choice, ...]
    actors: tuple[Choice, ...]
    days: tuple[Choice, ...]
    disputed: bool
    single: bool
