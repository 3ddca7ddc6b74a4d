"""Vietnamese lists and rules for sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from doichieu.languages.lists import rows, words


def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in rows(__package__, "sentences/abbreviations.txt") if row[1:] == ("title",))


def _openers() -> Mapping[str, float]:
    return {row[0]: float(row[1]) for row in rows(__package__, "sentences/openers.txt")}


_SURE = 3.5
"""Log odds: of 30 such words one is part of a name."""


@dataclass(frozen=True, slots=True)
class VietnameseSentenceRules:
    """See ``contracts/sentences.py``."""

    titles: frozenset[str] = field(default_factory=_titles)
    abbreviations: frozenset[str] = field(default_factory=lambda: words(__package__, "sentences/abbreviations.txt"))
    before_initials: frozenset[str] = field(default_factory=lambda: words(__package__, "sentences/before_initials.txt"))
    never_last: frozenset[str] = field(default_factory=lambda: words(__package__, "sentences/never_last.txt"))
    openers: Mapping[str, float] = field(default_factory=_openers)

    def opening(self, word: str, following: str) -> float:
        """Give the log odds that a capitalised word begins a sentence rather than a name."""
        pair = self.openers.get(f"{word} {following}")
        return self.openers.get(word, 0.0) if pair is None else pair

    def opens(self, word: str, following: str) -> bool:
        """Say whether a capitalised word begins a sentence even where a stop is missing."""
        return self.opening(word, following) >= _SURE


RULES = VietnameseSentenceRules()
