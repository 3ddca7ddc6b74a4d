"""Vietnamese lists and rules for sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from doichieu.languages.lists import rows, words


def _titles() -> frozenset[str]:
    return frozenset(row[0] for row in rows(__package__, "sentences/abbreviations.txt") if row[1:] == ("title",))


@dataclass(frozen=True, slots=True)
class VietnameseSentenceRules:
    """See ``contracts/sentences.py``."""

    titles: frozenset[str] = field(default_factory=_titles)
    abbreviations: frozenset[str] = field(default_factory=lambda: words(__package__, "sentences/abbreviations.txt"))
    before_initials: frozenset[str] = field(default_factory=lambda: words(__package__, "sentences/before_initials.txt"))
    openers: frozenset[str] = field(default_factory=lambda: words(__package__, "sentences/openers.txt"))

    def opens(self, word: str, following: str) -> bool:
        """Say whether a capitalised word begins a sentence even where a stop is missing."""
        return word in self.openers or f"{word} {following}" in self.openers


RULES = VietnameseSentenceRules()
