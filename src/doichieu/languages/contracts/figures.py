"""What the figures layer needs of a language pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from doichieu.model import FigureKind, Modifier

Shape = Literal["plain", "series", "fraction", "multiple", "score"]
"""``series``: a bare number of several that share a unit behind the last ("130 and 131 kg"); ``fraction``: a part of a
whole; ``multiple``: so many times as much; ``score``: the result of a game."""


@dataclass(frozen=True, slots=True)
class Amount:
    """A number, or two that make a range, a fraction or a score; no unit yet."""

    start: int
    end: int
    value: float
    high: float | None = None
    modifier: Modifier | None = None
    """``range`` or ``vague`` where the number itself is; None where the words around it tell."""
    shape: Shape = "plain"
    in_words: bool = False
    numerator: float | None = None
    """The first number of a fraction in digits: in "8/11 groups" eight groups are counted."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure, a currency or a part of a hundred beside a number."""

    start: int
    end: int
    kind: FigureKind
    name: str
    """The canonical unit: figures given in km and in m have the same one."""
    factor: float


@dataclass(frozen=True, slots=True)
class FigureWords:
    """Word lists. Each is in lower case; entries of several words have one blank between them."""

    persons: frozenset[str]
    """Nouns that head a count of people."""
    nouns: frozenset[str]
    """Compound nouns that are counted."""
    classifiers: frozenset[str]
    """Words between a number and the noun counted."""
    boundaries: frozenset[str]
    """Words that a counted noun phrase does not hold."""
    conjunctions: frozenset[str]
    """Words that join two counted nouns or two numbers."""
    labels: frozenset[str]
    """Words ahead of a number that make it a name or a rank."""
    label_undoing: frozenset[str]
    """Words ahead of a label that make the number a count again."""
    uncounted: Mapping[str, bool]
    """Words behind a number with which it is no figure; true where that holds for small numbers only."""
    one: frozenset[str]
    """Words for 1 that are articles too."""
    modifiers_before: Mapping[str, Modifier]
    modifiers_after: Mapping[str, Modifier]
    kinds_before: Mapping[str, FigureKind]
    kinds_inside: Mapping[str, FigureKind]
    kinds_after: Mapping[str, FigureKind]
    topics: Mapping[str, str]
    """Words ahead of a measured value, and what the thing measured is called."""
    sport: frozenset[str]
    """Words near which two joined numbers are a score."""


class FigureRules(Protocol):
    """Lists and rules of one language for figures."""

    @property
    def words(self) -> FigureWords:
        """Give the word lists."""

    def amounts(self, text: str) -> tuple[Amount, ...]:
        """Give the numbers of a text in its order; none overlap."""

    def unit_after(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly behind an amount."""

    def unit_before(self, text: str, amount: Amount) -> Unit | None:
        """Give the unit directly ahead of an amount."""
