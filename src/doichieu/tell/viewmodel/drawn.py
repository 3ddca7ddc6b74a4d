"""What a page draws, as typed records: places and words, no markup."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from doichieu.tell.viewmodel.citing import Link, Source
    from doichieu.tell.viewmodel.nouns import HappeningView

BondHow = Literal["denies", "answers", "supports", "of"]
"""How an actor takes up another: it answers in one of three ways, or speaks of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AxisDay:
    """A day on the drawn axis."""

    date: str
    short: str
    gap: bool
    """Whether days are left out before it."""
    happenings: tuple[HappeningView, ...]
    published: tuple[Source, ...]
    """The articles published on it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A value on a line of steps."""

    x: int
    y: int
    label: str
    """The value, "" where there is no room for it."""
    label_x: int
    label_y: int
    before: bool
    """Whether the label ends at its place rather than begins there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A number, drawn over the time of publication."""

    width: int
    height: int
    ground: int
    path: str
    """The line of steps; empty where the values are in conflict."""
    steps: tuple[Step, ...]
    title: str
    description: str
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilyRow:
    """An article in the drawing of who copies whom."""

    source: Source
    parent: Source | None
    """The article that most of its borrowed text comes from."""
    x: float
    """Where it stands, in percent of the width."""
    parent_x: float
    up: int
    """How many rows above its parent stands."""
    percent: int
    """Share of its text that its parent has."""
    mostly: bool
    """Whether it is no origin of its own."""
    anchor: str
    """Of the passages that the two share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BondNode:
    """An actor in the drawing of who speaks of whom."""

    name: str
    x: int
    y: int
    label_x: int
    label_y: int
    side: str
    """Where the name is anchored: start, middle, end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bond:
    """One actor speaks of another, or answers it."""

    speaker: str
    target: str
    how: BondHow
    """The weightiest of all ways."""
    words: str
    """Every way, with how many remarks."""
    path: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bonds:
    """Who speaks of whom, and who answers whom."""

    width: int
    height: int
    nodes: tuple[BondNode, ...]
    bonds: tuple[Bond, ...]
